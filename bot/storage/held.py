"""Held answers: what a door took while Rasa was away. What each call promises stands in ports.Transcripts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Engine, RowMapping, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from bot.ports import TELEPHONE, Held
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, Unreadable, bound_to_row
from bot.storage.tables import held

log = logging.getLogger(__name__)

IN_COLUMNS = ("conversation", "message_id", "at")


@dataclass(frozen=True)
class SqlHeld:
    """Held answers in SQL, each sealed in its row."""

    engine: Engine
    keyring: Keyring

    def put(self, answer: Held) -> bool:
        """Keep an answer; False when its message is here already."""
        told = {name: value for name, value in asdict(answer).items() if name not in IN_COLUMNS}
        row = {name: getattr(answer, name) for name in IN_COLUMNS}
        sealed = self.keyring.seal_json(told, bound_to_row(held.name, answer.message_id))
        try:
            with writing(self.engine) as connection:
                connection.execute(insert(held).values(**row, sealed=sealed))
        except IntegrityError:
            return False
        return True

    def of(self, conversation: str) -> Sequence[Held]:
        """The answers of a conversation, in their order. One that does not open must not hide the others."""
        wanted = select(held).where(held.c.conversation == conversation).order_by(held.c.number)
        with reading(self.engine) as connection:
            rows = connection.execute(wanted).mappings().all()
        return [answer for answer in map(self._opened, rows) if answer is not None]

    def conversations(self) -> Sequence[str]:
        """The conversations that have answers here for Rasa to hear, the one that has waited longest first."""
        first, typed = func.min(held.c.number), held.c.conversation.startswith(TELEPHONE, autoescape=True)
        with reading(self.engine) as connection:
            return list(
                connection.scalars(
                    select(held.c.conversation).where(~typed).group_by(held.c.conversation).order_by(first)
                )
            )

    def take(self, message_id: str) -> None:
        """Forget an answer that has been heard."""
        with writing(self.engine) as connection:
            connection.execute(delete(held).where(held.c.message_id == message_id))

    def _opened(self, row: RowMapping) -> Held | None:
        try:
            told = self.keyring.open_json(row["sealed"], bound_to_row(held.name, row["message_id"]))
        except Unreadable:
            log.error("held answer %s of conversation %s does not open", row["message_id"], row["conversation"])
            return None
        return Held(**{name: row[name] for name in IN_COLUMNS}, **told)
