"""The same questions as pages: one a page, without JavaScript, on the same record as the chat.

GET shows where the conversation is; POST takes one answer and leads back to that. While Rasa is away an answer is held,
and nothing is said to be saved that is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import uuid4

from aiohttp import web

from bot.asking import Views, account_of
from bot.complaints.facts import CHOICES, Facts
from bot.drafts import Draft, Drafts
from bot.messages import Message, from_rows
from bot.told import ACCOUNT_AGAIN, TO_OFFICER
from bot.widget.guard import Guard
from bot.widget.held import Holding
from bot.widget.incoming import Said
from bot.widget.off_loop import ask
from bot.widget.pages import Pages
from bot.widget.read_marks import ReadMarks
from bot.widget.refusals import Refused, refusal_of
from bot.widget.safety import Safety
from bot.widget.say_form import Filled, filled
from bot.widget.say_sent import Sent
from bot.widget.turns import Answer, Turns, Visit
from bot.words import Words

SAY = "/say"
SEE_OTHER = 303


class Say:
    """The handlers of /say."""

    def __init__(
        self,
        turns: Turns,
        drafts: Drafts,
        safety: Safety,
        guard: Guard,
        pages: Pages,
        words: Words,
        read_marks: ReadMarks,
    ) -> None:
        self._turns, self._drafts, self._guard, self._pages, self._words = turns, drafts, guard, pages, words
        self._safety, self._read_marks = safety, read_marks
        self._views, self._holding = Views(words), Holding(drafts, safety, words)
        self._sent = Sent(turns, guard, pages, words)

    def routes(self) -> list[web.RouteDef]:
        """Every address of the questions."""
        return [
            web.get(SAY, self.show),
            web.post(SAY, self.take),
            web.get(f"{SAY}/change/{{page}}", self.change),
            web.get(f"{SAY}/stopped", self.stopped),
            *self._sent.routes(),
        ]

    # --- showing ---

    async def show(self, request: web.Request) -> web.Response:
        """GET /say: the question that is open, what was told, or the officer who has the conversation."""
        conversation = await self._conversation(request)
        draft = await self._draft(conversation)
        return await self._shown(conversation, draft)

    async def change(self, request: web.Request) -> web.Response:
        """GET /say/change/<page>: one line of what was told, to be answered anew."""
        page = request.match_info["page"]
        conversation = await self._conversation(request)
        draft = await self._draft(conversation)
        if page not in (*CHOICES, ACCOUNT_AGAIN) or not draft.facts.points:
            raise Refused("not_found")
        text = account_of(draft) if page == ACCOUNT_AGAIN else str(draft.facts.get(page) or "")
        return self._asked(draft, page, text=text, chosen=text)

    async def stopped(self, request: web.Request) -> web.Response:
        """GET /say/stopped: what becomes of what was told and not sent."""
        draft = await self._draft(await self._conversation(request))
        hours = self._turns.intake.profile.erase_after_hours
        return self._pages.form("say_stopped.html", hours=hours, what_becomes=self._views.stopped(draft))

    async def _shown(self, conversation: str | None, draft: Draft) -> web.Response:
        rows = await ask(self._turns.intake.transcripts.rows, conversation) if conversation else ()
        told = from_rows(rows)
        if draft.with_officer:
            if conversation:
                await self._read_marks.shown(conversation)
            return self._officers(draft, told)
        said = self._holding.said(draft, draft.pause) if draft.pause else self._views.said_just_now(draft, told)
        if draft.question == "confirm":
            return self._checked(draft, said=said)
        cases = await ask(self._turns.intake.cases.of_conversation, conversation) if conversation else ()
        error = self._words.say("utter_pardon", draft.audience) if draft.missed else ""
        return self._asked(draft, draft.question, said=said, error=error, sent=bool(cases and not draft.facts.points))

    def _asked(
        self, draft: Draft, page: str, *, said: Sequence[str] = (), error: str = "", status: int = 200, again: str = "",
        text: str = "", chosen: str | None = None, sent: bool = False,
    ) -> web.Response:  # fmt: skip
        view = self._views.question(draft, page, text=text, chosen=chosen)
        changing = page not in (draft.question, "what_happened")
        return self._pages.form(
            "say_question.html", status, said=said, error=error, sent=sent, away=bool(draft.held), changing=changing,
            **view, id=again or str(uuid4()),
        )  # fmt: skip

    def _checked(
        self, draft: Draft, *, said: Sequence[str] = (), error: str = "", status: int = 200, again: str = ""
    ) -> web.Response:
        view = self._views.question(draft, "confirm") | {"lines": self._views.read_back(draft)}
        away = bool(draft.held)
        return self._pages.form(
            "say_check.html", status, said=said, error=error, away=away, **view, id=again or str(uuid4())
        )

    def _officers(
        self, draft: Draft, told: Sequence[Message] = (), *, error: str = "", status: int = 200, text: str = ""
    ) -> web.Response:
        lines = self._views.with_officer(told)
        return self._pages.form(
            "say_officer.html", status, lines=lines, error=error, text=text, away=bool(draft.held), page=TO_OFFICER,
            id=str(uuid4()),
        )  # fmt: skip

    async def _conversation(self, request: web.Request) -> str | None:
        chat = await ask(self._turns.visits.of, self._guard.token(request))
        return chat.conversation if chat else None

    async def _draft(self, conversation: str | None) -> Draft:
        return await ask(self._drafts.of, conversation) if conversation else Draft(Facts(), "what_happened")

    # --- taking ---

    async def take(self, request: web.Request) -> web.Response:
        """POST /say: one answer. Leads on when it is kept, and otherwise shows the page again with what was written."""
        try:
            form = filled(await request.post())  # type: ignore[arg-type]
        except web.HTTPException as error:
            raise refusal_of(error.status) from None
        draft = await self._draft_if_any(request, form)
        offered = dict([*self._views.choices(draft, form.page), *self._views.buttons(draft, form.page)])
        takes_words = bool(self._views.field(draft, form.page))
        fault = form.fault(offered, takes_words=takes_words, today=self._turns.intake.today())
        if fault and not await self._safety.look(form.text):  # a cry for help is heard in any field
            return self._again(draft, form, self._words.say(fault, draft.audience), 422)
        return await self._heard(self._guard.token(request), draft, form, offered)

    async def _heard(self, token: str | None, draft: Draft, form: Filled, offered: Mapping[str, str]) -> web.Response:
        """Tell what the form holds, and lead on; a browser that was new here gets its cookie in any case."""
        given, response = None, None
        for said in form.messages(offered):
            try:
                visit, answer = await self._turns.take(given or token, said)
            except Refused as refused:
                response = self._again(draft, form, self._words.say(refused.sentence), refused.status)
                break
            given = given or visit.token
            response = await self._led_on(visit, answer, draft, form, said)
            if response.status != SEE_OTHER or _in_danger(answer):
                break
        assert response is not None, "a form holds at least one message"
        if given:
            self._guard.give(response, given)
        return response

    async def _led_on(
        self, visit: Visit, answer: Answer | Refused, draft: Draft, form: Filled, said: Said
    ) -> web.Response:
        if isinstance(answer, Answer) and answer.yours is not None:
            receipt = next((each.reference for each in answer.replies if each.kind == "receipt"), None)
            return await self._onward(said, receipt)
        seen = answer.seen if isinstance(answer, Answer) else None
        refused = said.refusal or (answer if isinstance(answer, Refused) else Refused("unavailable"))
        if refused.code != "unavailable" or visit.chat is None:
            return self._again(draft, form, self._not_taken(refused, draft), refused.status, answer)
        try:
            reference = await self._holding.hold(visit.conversation, said, seen)
        except Refused:
            return self._again(draft, form, self._not_taken(refused, draft), 503, answer)
        await self._turns.note(visit)
        return await self._onward(said, reference)

    def _not_taken(self, refused: Refused, draft: Draft) -> str:
        sentence = "utter_door_say_error_not_saved" if refused.code == "unavailable" else refused.sentence
        return self._words.say(sentence, draft.audience)

    async def _onward(self, said: Said, reference: str | None) -> web.Response:
        """Post, redirect, get: what was answered can be neither sent twice nor seen by going back."""
        to = f"{SAY}/stopped" if said.choice == "do:stop" else SAY
        if reference:
            to = await self._sent.led_to(reference)
        return web.Response(status=SEE_OTHER, headers={"Location": to})

    def _again(
        self, draft: Draft, form: Filled, error: str, status: int, answer: Answer | Refused | None = None
    ) -> web.Response:
        """The page once more with what was written, the fault beside its field, and first of all any safety words.

        A button that is pressed again is the same message, so that what went through after all does not happen twice;
        words are a new one, as they may be others now.
        """
        said = [each.text for each in answer.replies if each.kind == "safety"] if isinstance(answer, Answer) else []
        again = "" if form.text else form.id
        if form.page == TO_OFFICER:
            return self._officers(draft, error=error, status=status, text=form.text)
        if form.page == "confirm":
            return self._checked(draft, said=said, error=error, status=status, again=again)
        return self._asked(
            draft, form.page, said=said, error=error, status=status, again=again, text=form.text, chosen=form.choice
        )

    async def _draft_if_any(self, request: web.Request, form: Filled) -> Draft:
        """Like `_draft`, but neither a store that is away nor hidden words keep a cry for help from being looked at."""
        try:
            return await self._draft(await self._conversation(request))
        except Refused as refused:
            if refused.code == "hidden" and not form.text:
                raise
            return Draft(Facts(), "what_happened")


def _in_danger(answer: Answer | Refused) -> bool:
    """Whether the safety words come before anything else that the form asked for."""
    return isinstance(answer, Answer) and (answer.seen is not None or any(e.kind == "safety" for e in answer.replies))
