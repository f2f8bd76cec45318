"""Notes on conversations, and the answers that are kept. What each promises stands in talk_notes and kept_answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from bot.kept_answers import KeptAnswer
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import kept_answers, talk_notes
from bot.talk_notes import TalkNote


@dataclass(frozen=True)
class SqlTalkNotes:
    """The notes; what they say is sealed."""

    engine: Engine
    keyring: Keyring

    def add(self, note: TalkNote) -> None:
        """Keep a note."""
        sealed = self.keyring.seal_json({"text": note.text}, _bound(note.conversation))
        values = {"conversation": note.conversation, "at": note.at, "who": note.who, "sealed": sealed}
        with writing(self.engine) as connection:
            connection.execute(insert(talk_notes).values(values))

    def of(self, conversation: str) -> Sequence[TalkNote]:
        """The notes on a conversation, oldest first."""
        wanted = select(talk_notes).where(talk_notes.c.conversation == conversation).order_by(talk_notes.c.number)
        with reading(self.engine) as connection:
            rows = connection.execute(wanted).mappings().all()
        opened = (self.keyring.open_json(row["sealed"], _bound(conversation)) for row in rows)
        return [
            TalkNote(conversation, row["at"], row["who"], told["text"]) for row, told in zip(rows, opened, strict=True)
        ]


@dataclass(frozen=True)
class SqlKeptAnswers:
    """The answers; title and text are sealed, as a manager may write a name into them by mistake."""

    engine: Engine
    keyring: Keyring

    def put(self, answer: KeptAnswer) -> None:
        """Keep an answer, in place of an older one with its id."""
        sealed = self.keyring.seal_json({"title": answer.title, "text": answer.text}, _answer_bound(answer.id))
        clear = {name: getattr(answer, name) for name in ("id", "for_children", "kept_at", "kept_by")}
        with writing(self.engine) as connection:
            connection.execute(delete(kept_answers).where(kept_answers.c.id == answer.id))
            connection.execute(insert(kept_answers).values({**clear, "sealed": sealed}))

    def all(self) -> Sequence[KeptAnswer]:
        """Every answer, by title."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(kept_answers)).mappings().all()
        found = [
            KeptAnswer(
                id=row["id"],
                for_children=row["for_children"],
                kept_at=row["kept_at"],
                kept_by=row["kept_by"],
                **self.keyring.open_json(row["sealed"], _answer_bound(row["id"])),
            )
            for row in rows
        ]
        return sorted(found, key=lambda answer: (answer.title.casefold(), answer.id))

    def remove(self, answer_id: str) -> None:
        """Forget one."""
        with writing(self.engine) as connection:
            connection.execute(delete(kept_answers).where(kept_answers.c.id == answer_id))


def _bound(conversation: str) -> str:
    return bound_to_row(talk_notes.name, conversation)


def _answer_bound(answer_id: str) -> str:
    return bound_to_row(kept_answers.name, answer_id)
