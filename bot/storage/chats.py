"""Conversations at the public door, one-use tokens and wrong tries. What each promises stands in ports.Chats."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, RowMapping, Select, delete, func, insert, select, update

from bot.ports import Chat, Helper, OpenedCase, Screen
from bot.storage.engine import reading, writing
from bot.storage.tables import chats, helpers, opened, screens, tokens, tries

TOKEN_LIVES = timedelta(minutes=10)
OPENED_KEPT = timedelta(days=1)

_WITH_SCREEN = select(chats, screens.c.word_hash, screens.c.attended_at, screens.c.hidden).outerjoin(
    screens, screens.c.conversation == chats.c.conversation
)


@dataclass(frozen=True)
class SqlChats:
    """Conversations in SQL; nothing of them needs sealing, as only marks and times are kept."""

    engine: Engine

    def open(self, chat: Chat) -> None:
        """Keep a new conversation."""
        with writing(self.engine) as connection:
            connection.execute(insert(chats).values({column.name: getattr(chat, column.name) for column in chats.c}))

    def by_mark(self, token_mark: str) -> Chat | None:
        """The conversation of a browser's token, or None when unknown or left."""
        return self._one(_WITH_SCREEN.where(chats.c.token_mark == token_mark, chats.c.left_at.is_(None)))

    def seen(self, conversation: str, at: datetime) -> None:
        """The person was here."""
        with writing(self.engine) as connection:
            connection.execute(update(chats).where(chats.c.conversation == conversation).values(seen_at=at))

    def leave(self, conversation: str, at: datetime) -> None:
        """The person left; the first time counts."""
        still_here = (chats.c.conversation == conversation) & chats.c.left_at.is_(None)
        with writing(self.engine) as connection:
            connection.execute(update(chats).where(still_here).values(left_at=at))

    def idle_since(self, before: datetime) -> list[str]:
        """Conversations in which nobody has been since then, left or not."""
        idle = select(chats.c.conversation).where(chats.c.seen_at < before).order_by(chats.c.seen_at)
        with reading(self.engine) as connection:
            return list(connection.scalars(idle))

    def forget(self, conversation: str) -> None:
        """Delete what is kept of a conversation here."""
        with writing(self.engine) as connection:
            connection.execute(delete(screens).where(screens.c.conversation == conversation))
            connection.execute(delete(chats).where(chats.c.conversation == conversation))

    def of(self, conversation: str) -> Chat | None:
        """What is kept of a conversation, or None."""
        return self._one(_WITH_SCREEN.where(chats.c.conversation == conversation))

    def _one(self, wanted: Select[Any]) -> Chat | None:
        with reading(self.engine) as connection:
            row = connection.execute(wanted).mappings().first()
        return _as_chat(row) if row else None

    def share_screen(self, screen: Screen) -> None:
        """Keep that others use the screen of a conversation."""
        with writing(self.engine) as connection:
            connection.execute(delete(screens).where(screens.c.conversation == screen.conversation))
            connection.execute(insert(screens).values(asdict(screen)))

    def attended(self, conversation: str, at: datetime) -> None:
        """Somebody is at the shared screen."""
        with writing(self.engine) as connection:
            connection.execute(update(screens).where(screens.c.conversation == conversation).values(attended_at=at))

    def hide_screen(self, conversation: str, *, hidden: bool) -> None:
        """Hide a shared screen, or show it again."""
        with writing(self.engine) as connection:
            connection.execute(update(screens).where(screens.c.conversation == conversation).values(hidden=hidden))

    def open_case(self, case: OpenedCase) -> None:
        """Keep that a case was opened, and forget what nobody has used for a day."""
        with writing(self.engine) as connection:
            connection.execute(delete(opened).where(opened.c.seen_at < case.opened_at - OPENED_KEPT))
            connection.execute(insert(opened).values(asdict(case)))

    def opened_case(self, token_mark: str) -> OpenedCase | None:
        """The case that a browser's token has opened, or None."""
        with reading(self.engine) as connection:
            row = connection.execute(select(opened).where(opened.c.token_mark == token_mark)).mappings().first()
        return OpenedCase(**row) if row else None

    def seen_case(self, token_mark: str, at: datetime) -> None:
        """The person did something with the case."""
        with writing(self.engine) as connection:
            connection.execute(update(opened).where(opened.c.token_mark == token_mark).values(seen_at=at))

    def close_case(self, token_mark: str) -> None:
        """The token opens nothing any more."""
        with writing(self.engine) as connection:
            connection.execute(delete(opened).where(opened.c.token_mark == token_mark))

    def let_in(self, helper: Helper) -> None:
        """Keep who helps with a case, in place of whoever did before."""
        with writing(self.engine) as connection:
            connection.execute(delete(helpers).where(helpers.c.case == helper.case))
            connection.execute(insert(helpers).values(asdict(helper) | {"scope": list(helper.scope)}))

    def helper(self, reference: str) -> Helper | None:
        """Who helps with a case, or None."""
        with reading(self.engine) as connection:
            row = connection.execute(select(helpers).where(helpers.c.case == reference)).mappings().first()
        return Helper(**{**row, "scope": tuple(row["scope"])}) if row else None

    def let_out(self, reference: str) -> None:
        """Nobody helps with this case any more."""
        with writing(self.engine) as connection:
            connection.execute(delete(helpers).where(helpers.c.case == reference))

    def put_token(self, token_mark: str, reference: str | None, at: datetime) -> None:
        """Keep a one-use token, and forget those that are too old to be used."""
        with writing(self.engine) as connection:
            connection.execute(delete(tokens).where(tokens.c.put_at < at - TOKEN_LIVES))
            connection.execute(insert(tokens).values(token_mark=token_mark, reference=reference, put_at=at))

    def take_token(self, token_mark: str, now: datetime) -> str | None:
        """Use a token up: of many that try at once, one gets it."""
        taking = delete(tokens).where(tokens.c.token_mark == token_mark).returning(tokens.c.reference, tokens.c.put_at)
        with writing(self.engine) as connection:
            row = connection.execute(taking).first()
        return row.reference if row and now - row.put_at <= TOKEN_LIVES else None

    def tries(self, key: str, since: datetime) -> int:
        """How many wrong secrets were tried under this key since then."""
        counted = select(func.count()).select_from(tries).where(tries.c.key == key, tries.c.at >= since)
        with reading(self.engine) as connection:
            return connection.scalar(counted) or 0

    def tried(self, key: str, at: datetime) -> None:
        """Note one wrong try."""
        with writing(self.engine) as connection:
            connection.execute(insert(tries).values(key=key, at=at))


def _as_chat(row: RowMapping) -> Chat:
    of_chat = {column.name: row[column] for column in chats.c}
    if row[screens.c.word_hash] is None:
        return Chat(**of_chat)
    kept = (row[screens.c.word_hash], row[screens.c.attended_at], row[screens.c.hidden])
    return Chat(**of_chat, screen=Screen(row[chats.c.conversation], *kept))
