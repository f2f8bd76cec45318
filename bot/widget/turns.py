"""The way of one message: looked at for danger, put in line, masked, given to Rasa, and its answer read from the rows.

Nothing here is lost by trying again: the person's message carries the browser's id into the transcript, and a message
that is found there is answered and not told a second time.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.intake import Intake
from bot.messages import Choice, Message, from_rows, last_question
from bot.ports import Chat
from bot.told import TO_OFFICER
from bot.visits import Visits
from bot.widget.assistant import Assistant
from bot.widget.incoming import Said
from bot.widget.lines import Lines, Recent
from bot.widget.masking import mask
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused
from bot.widget.safety import Safety, Seen

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """The person's own message as it was kept, and what was said to it."""

    yours: Message | None
    replies: Sequence[Message]
    seen: Seen | None = None  # with `yours` None: the danger in a message that Rasa did not take


@dataclass(frozen=True)
class Visit:
    """Who speaks: their conversation, and the browser's new token when it has just begun."""

    conversation: str
    chat: Chat | None  # None: the store cannot be read, and only help can be given
    token: str | None = None
    hidden: bool = False  # others use this screen, and nobody has shown yet that it is theirs


@dataclass(frozen=True)
class Turns:
    """Everything that a message needs on its way."""

    intake: Intake
    visits: Visits
    assistant: Assistant
    safety: Safety
    lines: Lines = field(default_factory=Lines)
    recent: Recent[Answer] = field(default_factory=Recent)
    begun: Recent[Visit] = field(default_factory=Recent)  # by the id of the message that began a conversation

    async def take(self, token: str | None, said: Said) -> tuple[Visit, Answer | Refused]:
        """Take one message, beginning a conversation if there is none.

        The visit comes back even with a refusal, so that trying again goes on in the same conversation. Raises
        Refused when nobody has spoken yet as far as we are concerned.
        """
        danger = await self.safety.look(said.text) if said.choice is None else None
        if danger is None and said.refusal:
            raise said.refusal
        visit = await self._visit(token, said, helpless=danger is not None)
        seen = None
        if danger:
            masked = mask(said.text, None)
            words = masked.text if masked else said.text
            seen = await self.safety.note(visit.conversation, said.id, words, danger)
        try:
            answer = await self._heard(visit, said, seen)
        except Refused as refused:
            if not seen:
                return visit, refused
            seen = await self.safety.unheard(seen)
            return visit, Answer(None, self.safety.instead(seen, refused.sentence), seen)
        if seen:
            await self.safety.heard(seen)
        await self.note(visit)
        return visit, answer

    async def note(self, visit: Visit) -> None:
        """The person was here: a note for later erasure, made last, as help must not wait for it."""
        if visit.chat is not None and visit.token is None:
            with contextlib.suppress(Refused):
                await ask(self.visits.seen, visit.chat)

    async def _visit(self, token: str | None, said: Said, *, helpless: bool) -> Visit:
        key = ("first", said.id)
        try:
            visit = await ask(self._arrive, token, self.begun.get(key))
        except Refused:
            if not helpless:
                raise
            return Visit(f"unopened-{said.id}", None)
        if visit.token:
            self.begun.keep(key, visit)
        return visit

    def _arrive(self, token: str | None, begun: Visit | None) -> Visit:
        """The browser's conversation.

        One whose first answer never came has no cookie yet: whoever sends that message's id again goes on in the
        conversation that it began.
        """
        chat = self.visits.whose(token)
        if chat is not None:
            return Visit(chat.conversation, chat, hidden=self.visits.screens.hides(chat))
        if begun and self.visits.whose(begun.token):
            return begun
        token, chat = self.visits.begin()
        return Visit(chat.conversation, chat, token)

    async def _heard(self, visit: Visit, said: Said, seen: Seen | None) -> Answer:
        if visit.chat is None:
            raise Refused("unavailable")
        if visit.hidden:
            raise Refused("hidden")
        if said.refusal:
            raise said.refusal
        async with self.lines.turn(visit.conversation):
            key = (visit.conversation, said.id)
            answer = self.recent.get(key)
            if answer is None:
                answer = await self._with_secrets(visit.chat, await self._answered(visit.chat, said, seen))
                self.recent.keep(key, answer)
        return answer

    async def _answered(self, chat: Chat, said: Said, seen: Seen | None) -> Answer:
        await self.catch_up(chat.conversation, for_page=said.page is not None)
        told = from_rows(await ask(self.intake.transcripts.rows, chat.conversation))
        answer = answer_to(told, said.id)
        if answer is None:
            await self._tell(chat, said, told, seen)
            after = told[-1].seq if told else 0
            answer = answer_to(from_rows(await ask(self.intake.transcripts.rows, chat.conversation, after)), said.id)
        if answer is None:
            log.error("Rasa took message %s of %s, but it is not in the transcript", said.id, chat.conversation)
            raise Refused("unavailable")
        return answer

    async def _tell(self, chat: Chat, said: Said, told: Sequence[Message], seen: Seen | None) -> None:
        page = None if said.page == TO_OFFICER else said.page
        if said.choice is not None:
            label = said.text if said.page else on_offer(told, said.choice).label
            await self.assistant.hear(chat.conversation, said.id, label, choice=said.choice, page=page)
            return
        # A cry for help is no answer to "your secret?", and neither is what stands in a page's field.
        question = None if seen or said.page else last_question(told)
        masked, token = mask(said.text, question), None
        if masked:
            proof = await ask(self.visits.prove, chat, masked.reference, masked.typed)
            await asyncio.sleep(proof.wait_seconds)
            token = proof.token
        text = masked.text if masked else said.text
        risk = seen.danger.risk if seen and seen.danger.sure else None
        await self.assistant.hear(chat.conversation, said.id, text, risk=risk, token=token, page=page)

    async def catch_up(self, conversation: str, *, for_page: bool = False) -> None:
        """Tell Rasa what was answered while it was away, in order, before it hears anything else.

        Where Rasa sees a danger that the door did not, a page has to show that first: what comes after it goes on
        waiting. Raises Refused when Rasa is still away, or when the page must look again.
        """
        transcripts = self.intake.transcripts
        for answer in await ask(transcripts.held, conversation):
            if answer_to(from_rows(await ask(transcripts.rows, conversation)), answer.message_id) is None:
                page = None if answer.page == TO_OFFICER else answer.page
                beside = {"choice": answer.choice, "risk": answer.risk, "page": page}
                await self.assistant.hear(conversation, answer.message_id, answer.text, **beside)
            await ask(transcripts.heard, answer.message_id)
            paused = (await ask(transcripts.slots, conversation)).get("requested_slot") == "go_on"
            if for_page and paused and not answer.risk and answer.page != "go_on":
                raise Refused("unavailable")

    async def _with_secrets(self, chat: Chat, answer: Answer) -> Answer:
        """The receipt's secret is made here, for this one answer; whatever is stored says •••."""
        replies = []
        for message in answer.replies:
            if message.kind == "receipt" and message.reference:
                secret = await ask(self.intake.secret_for, chat.conversation, message.reference)
                replies.append(message.with_secret(secret) if secret else message)
            else:
                replies.append(message)
        return replace(answer, replies=replies)


def answer_to(told: Sequence[Message], message_id: str) -> Answer | None:
    """The person's message with this id and what was said to it, or None when it was not heard yet."""
    heard = [place for place, message in enumerate(told) if message.message_id == message_id]
    if not heard:
        return None
    replies = []
    for message in told[heard[0] + 1 :]:
        if message.sender == "you":
            break
        replies.append(message)
    return Answer(told[heard[0]], replies)


def on_offer(told: Sequence[Message], value: str) -> Choice:
    """The quick reply with this value, among those offered since the person last spoke. Raises Refused."""
    for message in reversed(told):
        if message.sender == "you":
            break
        for choice in message.choices:
            if choice.value == value:
                return choice
    raise Refused("not_on_offer")
