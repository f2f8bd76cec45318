"""Letters in SQL. What each method promises stands in letters.letter.Letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, insert, select, update

from bot.letters.letter import WAITING, Letter, Mark, Version
from bot.ports import Conflict
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import letters

CLEAR = tuple(column.name for column in letters.c if column.name != "sealed")


@dataclass(frozen=True)
class SqlLetters:
    """Letters about cases; every word of them is sealed."""

    engine: Engine
    keyring: Keyring

    def add(self, letter: Letter) -> None:
        """Keep a new letter."""
        with writing(self.engine) as connection:
            connection.execute(insert(letters).values(self._values(letter)))

    def get(self, letter_id: str) -> Letter | None:
        """One letter, or None."""
        return next(iter(self._load(letters.c.id == letter_id)), None)

    def of_case(self, reference: str) -> Sequence[Letter]:
        """The letters of a case, oldest first."""
        return self._load(letters.c.case == reference)

    def waiting(self) -> Sequence[Letter]:
        """The letters that wait to be vetted or signed, oldest first."""
        return self._load(letters.c.state.in_(WAITING))

    def save(self, letter: Letter) -> None:
        """Keep a changed letter, if nobody else changed it since it was read."""
        as_read = (letters.c.id == letter.id) & (letters.c.revision == letter.revision)
        values = {**self._values(letter), "revision": letter.revision + 1}
        with writing(self.engine) as connection:
            if connection.execute(update(letters).where(as_read).values(values)).rowcount != 1:
                raise Conflict(f"letter {letter.id} was changed since revision {letter.revision} was read")

    def _values(self, letter: Letter) -> dict[str, Any]:
        words = {
            "pathway": letter.pathway,
            "versions": [_plain(asdict(version)) for version in letter.versions],
            "marks": [_plain(asdict(mark)) for mark in letter.marks],
            "sent": dict(letter.sent),
        }
        sealed = self.keyring.seal_json(words, bound_to_row(letters.name, letter.id))
        return {**{name: getattr(letter, name) for name in CLEAR}, "sealed": sealed}

    def _load(self, wanted: ColumnElement[bool]) -> list[Letter]:
        order = (letters.c.begun_at, letters.c.id)
        with reading(self.engine) as connection:
            rows = connection.execute(select(letters).where(wanted).order_by(*order)).mappings().all()
        return [self._letter(row) for row in rows]

    def _letter(self, row: Mapping[Any, Any]) -> Letter:
        words = self.keyring.open_json(row["sealed"], bound_to_row(letters.name, row["id"]))
        return Letter(
            **{name: row[name] for name in CLEAR},
            pathway=words["pathway"],
            versions=tuple(Version(**_dated(version)) for version in words["versions"]),
            marks=tuple(Mark(**_dated(mark)) for mark in words["marks"]),
            sent=words["sent"],
        )


def _plain(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {**kept, "at": kept["at"].isoformat()}


def _dated(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {**kept, "at": datetime.fromisoformat(kept["at"])}
