"""Allocations and conflicts of interest in SQL. What each method promises stands in allocations.Allocations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Engine, func, insert, or_, select, update

from bot.allocations import Allocation, Interest
from bot.storage.engine import insert_once, reading, writing
from bot.storage.tables import allocations, interests


@dataclass(frozen=True)
class SqlAllocations:
    """Who has been given which case. All of it is ids and days, so there is nothing to seal."""

    engine: Engine

    def give(self, allocation: Allocation) -> None:
        """Keep a new allocation."""
        with writing(self.engine) as connection:
            connection.execute(insert(allocations).values({**asdict(allocation), "points": list(allocation.points)}))

    def end(self, allocation_id: str, at: datetime) -> None:
        """It is taken back; whoever took it back first counts."""
        still = (allocations.c.id == allocation_id) & allocations.c.ended_at.is_(None)
        with writing(self.engine) as connection:
            connection.execute(update(allocations).where(still).values(ended_at=at))

    def running(self, officer: str, today: date) -> Sequence[Allocation]:
        """What an officer has today; the last day is a matter of the query, so that no page can forget it."""
        not_over = or_(allocations.c.until.is_(None), allocations.c.until >= today)
        return self._load((allocations.c.officer == officer) & allocations.c.ended_at.is_(None) & not_over)

    def of_case(self, reference: str) -> Sequence[Allocation]:
        """Everything that was ever given of a case, oldest first."""
        return self._load(allocations.c.case == reference)

    def holders(self, capacity: str) -> Mapping[str, str]:
        """Who has which case in this capacity now; of two who were given it at once, the later."""
        running = (allocations.c.capacity == capacity) & allocations.c.ended_at.is_(None)
        wanted = select(allocations.c.case, allocations.c.officer).where(running)
        with reading(self.engine) as connection:
            rows = connection.execute(wanted.order_by(allocations.c.given_at, allocations.c.id)).all()
        return {row.case: row.officer for row in rows}

    def pulse(self) -> str:
        """How many there are, and how many of them are over."""
        counted = select(func.count(allocations.c.id), func.count(allocations.c.ended_at))
        with reading(self.engine) as connection:
            given, ended = connection.execute(counted).one()
            declared = connection.scalar(select(func.count()).select_from(interests))
        return f"{given}.{ended}.{declared}"

    def declare(self, interest: Interest) -> None:
        """Keep a conflict of interest."""
        with writing(self.engine) as connection:
            insert_once(connection, interests, asdict(interest))

    def interests_of(self, officer: str) -> Sequence[str]:
        """The references of the cases that an officer must not see."""
        with reading(self.engine) as connection:
            return connection.scalars(select(interests.c.case).where(interests.c.officer == officer)).all()

    def interests_in(self, reference: str) -> Sequence[Interest]:
        """Who must not see a case."""
        wanted = select(interests).where(interests.c.case == reference)
        with reading(self.engine) as connection:
            rows = connection.execute(wanted.order_by(interests.c.declared_at, interests.c.officer)).mappings().all()
        return [Interest(**row) for row in rows]

    def _load(self, wanted: ColumnElement[bool]) -> list[Allocation]:
        order = (allocations.c.given_at, allocations.c.id)
        with reading(self.engine) as connection:
            rows = connection.execute(select(allocations).where(wanted).order_by(*order)).mappings().all()
        return [Allocation(**{**row, "points": tuple(row["points"])}) for row in rows]
