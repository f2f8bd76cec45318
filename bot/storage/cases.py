"""The complaints store: each method is one transaction, and what it promises stands in ports.Cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Table,
    delete,
    func,
    insert,
    select,
    true,
    update,
)

from bot.case_list import Listed, look_ups
from bot.complaints.case import Case
from bot.ports import Conflict, ReferenceTaken, Task
from bot.storage.blind_index import BlindIndex
from bot.storage.case_rows import LISTED, case_values, history_values, person_values, point_values, to_case, to_listed
from bot.storage.engine import insert_once, reading, writing
from bot.storage.sealing import Keyring
from bot.storage.tables import case_marks, cases, history, people, points, tasks
from bot.storage.work import task_values

BY_DUE_DATE = (cases.c.clock_due.is_(None), cases.c.clock_due, cases.c.received_at, cases.c.reference)
AT_ONCE = 500  # values of one statement: databases take no more than some thousands


@dataclass(frozen=True)
class SqlCases:
    """Cases in SQL."""

    engine: Engine
    keyring: Keyring
    index: BlindIndex

    def add(self, case: Case, submission_key: str, opens: Sequence[Task]) -> Case:
        """Keep a new case and its tasks once for this key, from however many threads it is tried."""
        values = {**case_values(case, self.keyring), "submission_key": submission_key}
        with writing(self.engine) as connection:
            if not insert_once(connection, cases, values):
                return self._of_key(connection, submission_key, case.reference)
            self._write_parts(connection, case)
            for task in opens:
                insert_once(connection, tasks, task_values(task, self.keyring))
        return case

    def get(self, reference: str) -> Case | None:
        """The case with this reference, or None."""
        with reading(self.engine) as connection:
            return next(iter(self._load(connection, cases.c.reference == reference)), None)

    def in_transaction(self, connection: Connection, reference: str) -> Case:
        """A case that is there, read in somebody else's transaction and locked until that ends. Raises Unreadable."""
        connection.execute(select(cases.c.reference).where(cases.c.reference == reference).with_for_update())
        return self._load(connection, cases.c.reference == reference)[0]

    def save(self, case: Case) -> None:
        """Keep a changed case, if nobody else changed it since it was read."""
        as_read = (cases.c.reference == case.reference) & (cases.c.version == case.version)
        values = {**case_values(case, self.keyring), "version": case.version + 1}
        with writing(self.engine) as connection:
            if connection.execute(update(cases).where(as_read).values(values)).rowcount != 1:
                raise Conflict(f"case {case.reference} was changed since version {case.version} was read")
            for table in (points, people, case_marks):
                connection.execute(delete(table).where(table.c.case == case.reference))
            self._write_parts(connection, case)

    def of_conversation(self, conversation: str) -> Sequence[Case]:
        """The cases that a conversation opened, oldest first."""
        with reading(self.engine) as connection:
            found = self._load(connection, cases.c.conversation == conversation)
        return sorted(found, key=lambda case: case.received_at)

    def all(self) -> Sequence[Case]:
        """Every case, by due date; those without one last."""
        with reading(self.engine) as connection:
            return self._load(connection, true())

    def some(self, references: Collection[str]) -> Sequence[Case]:
        """The cases with these references."""
        with reading(self.engine) as connection:
            parts = [self._load(connection, cases.c.reference.in_(part)) for part in _in_parts(references)]
        return [case for part in parts for case in part]

    def listed(self) -> Sequence[Listed]:
        """Every open case as lists show it, by due date."""
        return self._listed(cases.c.stage != "closed")

    def listed_among(
        self, *, references: Collection[str] = (), conversations: Collection[str] = ()
    ) -> Sequence[Listed]:
        """Those with these references or from these conversations as lists show them."""
        wanted = [cases.c.reference.in_(part) for part in _in_parts(references)]
        wanted += [cases.c.conversation.in_(part) for part in _in_parts(conversations)]
        return [each for part in wanted for each in self._listed(part)]

    def listed_due(self, first: date, last: date) -> Sequence[Listed]:
        """Open cases that are due from the first day to the last as lists show them, by due date."""
        return self._listed((cases.c.stage != "closed") & cases.c.clock_due.between(first, last))

    def found(self, way: str, words: Collection[str]) -> Sequence[str]:
        """The references of the cases that all these words lead to."""
        marks = {self.index.mark(way, word) for word in words}
        if not marks:
            return ()
        wanted = select(case_marks.c.case).where(case_marks.c.mark.in_(marks)).group_by(case_marks.c.case)
        with reading(self.engine) as connection:
            return connection.scalars(wanted.having(func.count() == len(marks)).order_by(case_marks.c.case)).all()

    def pulse(self) -> str:
        """How many there are, and how often they were changed: every save raises a version by one."""
        with reading(self.engine) as connection:
            count, versions = connection.execute(select(func.count(), func.sum(cases.c.version))).one()
        return f"{count}.{versions}"

    def set_secret_hash(self, reference: str, secret_hash: str) -> None:
        """Replace the hash of the person's secret."""
        change = update(cases).where(cases.c.reference == reference).values(secret_hash=secret_hash)
        with writing(self.engine) as connection:
            if connection.execute(change).rowcount != 1:
                raise LookupError(f"there is no case {reference}")

    def secret_hash(self, reference: str) -> str | None:
        """The hash of the person's secret, or None."""
        with reading(self.engine) as connection:
            return connection.scalar(select(cases.c.secret_hash).where(cases.c.reference == reference))

    def _of_key(self, connection: Connection, submission_key: str, reference: str) -> Case:
        kept = self._load(connection, cases.c.submission_key == submission_key)
        if not kept:
            raise ReferenceTaken(f"another case has the reference {reference}")
        return kept[0]

    def _write_parts(self, connection: Connection, case: Case) -> None:
        """The person, what the case is found by, the points, and those lines of the history that are new."""
        connection.execute(insert(people).values(person_values(case, self.keyring)))
        if marks := mark_values(case, self.index):
            connection.execute(insert(case_marks), marks)
        if case.points:
            connection.execute(insert(points), point_values(case, self.keyring))
        count = select(func.count()).select_from(history).where(history.c.case == case.reference)
        already = connection.scalar(count) or 0
        if already > len(case.history):
            raise ValueError(f"case {case.reference} would lose lines of its history")
        if new := history_values(case, self.keyring)[already:]:
            connection.execute(insert(history), new)

    def _listed(self, wanted: ColumnElement[bool]) -> list[Listed]:
        columns = [cases.c[name] for name in LISTED]
        with reading(self.engine) as connection:
            rows = connection.execute(select(*columns).where(wanted).order_by(*BY_DUE_DATE)).mappings().all()
        return [to_listed(row) for row in rows]

    def _load(self, connection: Connection, wanted: ColumnElement[bool]) -> list[Case]:
        """The cases that are wanted, by due date, in four queries however many there are."""
        rows = connection.execute(select(cases).where(wanted).order_by(*BY_DUE_DATE)).mappings().all()
        if not rows:
            return []
        parts = [_by_case(connection, table, wanted) for table in (people, points, history)]
        return [
            to_case(row, person[0], point_rows, events, self.keyring)
            for row in rows
            for person, point_rows, events in [[part[row["reference"]] for part in parts]]
        ]


def _by_case(connection: Connection, table: Table, wanted: ColumnElement[bool]) -> dict[str, list[RowMapping]]:
    """The rows of a table of parts, in order, by the case that they are of."""
    of_wanted = table.c.case.in_(select(cases.c.reference).where(wanted))
    found: dict[str, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(select(table).where(of_wanted).order_by(*table.primary_key.columns)).mappings():
        found[row["case"]].append(row)
    return found


def mark_values(case: Case, index: BlindIndex) -> list[dict[str, str]]:
    """The rows of `case_marks`."""
    return [{"case": case.reference, "mark": mark} for mark in sorted(index.marks(look_ups(case)))]


def _in_parts(values: Collection[str]) -> Iterator[list[str]]:
    every = list(dict.fromkeys(values))
    return (every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE))
