"""The pool in SQL. What each method promises stands in pool.Pool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, RowMapping, delete, insert, select

from bot.pool import PoolPerson
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import pool

SEALED = ("name", "other_work")


@dataclass(frozen=True)
class SqlPool:
    """Who is in the pool; names, and what they do besides, are sealed."""

    engine: Engine
    keyring: Keyring

    def keep(self, person: PoolPerson) -> None:
        """Keep somebody new or changed."""
        told = {name: getattr(person, name) for name in SEALED}
        clear = {column.name: getattr(person, column.name) for column in pool.c if column.name != "sealed"}
        row = {**clear, "kinds": list(person.kinds), "sealed": self.keyring.seal_json(told, _bound(person.id))}
        with writing(self.engine) as connection:
            connection.execute(delete(pool).where(pool.c.id == person.id))
            connection.execute(insert(pool).values(row))

    def all(self) -> Sequence[PoolPerson]:
        """Everybody who is or was in the pool."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(pool).order_by(pool.c.id)).mappings().all()
        return [self._person(row) for row in rows]

    def _person(self, row: RowMapping) -> PoolPerson:
        told = self.keyring.open_json(row["sealed"], _bound(row["id"]))
        clear = {name: row[name] for name in row if name != "sealed"}
        return PoolPerson(**{**clear, "kinds": tuple(row["kinds"])}, **told)


def _bound(person_id: str) -> str:
    return bound_to_row("pool", person_id)
