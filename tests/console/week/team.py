"""One council's complaints team in a week: a real store, the console's and the public door, and officers at work.

Whatever officers do goes through the console's addresses, with the token of the page that they looked at.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import councils
from bot.complaints.case import Case
from bot.complaints.facts import Facts, Point
from bot.console.app import create_app
from bot.console.desk import Desk, desk_of
from bot.correspondence import Correspondence
from bot.councils.calendar import england
from bot.intake import Intake
from bot.reporting.drafting import Drafting
from bot.settings import Settings
from bot.storage.engine import make_engine
from bot.storage.migrations import migrate
from bot.storage.sealing import Keyring
from bot.storage.spool import SealedSpool
from bot.storage.store import Store, store_on
from bot.words import words
from tests.console.week.colleague import Colleague
from tests.fakes import FixedClock
from tests.office import PlainHasher, RecordedConversations
from tests.storage.conftest import rasa_says

# Who works in every council, by what the script calls them; the first opens the service and gives the others accounts.
COLLEAGUES: Mapping[str, str] = {
    "administrator": "administrator",
    "manager": "complaints_manager",
    "officer": "complaints_officer",
    "second officer": "complaints_officer",
    "lead": "safeguarding_lead",
    "investigator": "investigating_officer",
    "adjudicator": "adjudicating_officer",
    "clerk": "panel_clerk",
    "director": "director",
}
_TEXT = re.compile(r'<textarea[^>]*name="text"[^>]*>(.*?)</textarea>', re.DOTALL)
_TO_BE_WRITTEN = re.compile(r"\[[^\]]+\]")
POOL = {
    "Investigator": "investigating_officer",
    "Somebody independent": "independent_person",
    **dict.fromkeys(("First", "Second", "Third"), "panel_member"),
}
POOL_DAYS = {"dbs_on": "2025-06-02", "until": "2027-06-01"}
_CODE = re.compile(r'class="secret"[^>]*>([^<]+)<')


class Said:
    """What is said in conversations, kept where Rasa keeps it."""

    def __init__(self, store: Store, keyring: Keyring, clock: FixedClock) -> None:
        self._say, self._clock = rasa_says(store.engine, keyring), clock

    def say(self, conversation: str, type_name: str, data: Mapping[str, Any], at: datetime | None = None) -> int:
        """Keep one event; its number."""
        return self._say(conversation, type_name, data, at or self._clock.now())


@dataclass
class Team:
    """A council's service: what it keeps, who works there, and the cases by what the script calls them."""

    council: str
    folder: Path
    clock: FixedClock
    keyring: Keyring
    colleagues: dict[str, Colleague] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        engine = make_engine(f"sqlite:///{self.folder / self.council}.db")
        migrate(engine)
        self.store = store_on(engine, self.keyring)
        self.said = Said(self.store, self.keyring, self.clock)
        self.spool = SealedSpool(self.folder / f"spool-{self.council}", self.keyring)
        self.conversations = RecordedConversations(self.said, self.clock)  # type: ignore[arg-type]  # only `say` is asked of it

    # --- the service ---

    async def opens(self) -> None:
        """Start the console, and give everybody an account with a second factor."""
        self.server = TestServer(web.Application())
        await self.starts_again()
        first = self.colleagues["administrator"]
        code = self._desk().sign_in.first_code()
        await first.first_steps("/first", code=str(code), name="Administrator", email=first.email)
        for name, role in list(COLLEAGUES.items())[1:]:
            other = self.colleagues[name]
            typed = {"name": name.capitalize(), "email": other.email, "roles": role}
            async with first.http.post("/officers", data={"csrf": await first.token("/account"), **typed}) as answer:
                shown = _CODE.search(await answer.text())
            assert shown, name
            await other.first_steps("/code", code=shown[1].strip(), email=other.email)
        await self._fill_the_pool()

    async def _fill_the_pool(self) -> None:
        """The manager keeps who investigates, watches over it and sits on panels; one of them signs in."""
        investigator = self.store.officers.by_email(self.colleagues["investigator"].email)
        assert investigator
        for name, kind in POOL.items():
            account = investigator.id if name == investigator.name else ""
            typed = {"person": "", "name": name, "kinds": kind, "other_work": "", "account": account, **POOL_DAYS}
            assert await self.colleagues["manager"].sends("/pool", "/pool", **typed) == 303, name

    async def starts_again(self) -> None:
        """The console, with the profile that holds today; everybody has to sign in again."""
        await self.closes()
        self.server = TestServer(create_app(self._desk(), Settings()))
        await self.server.start_server()
        for name in COLLEAGUES:
            key = self.colleagues[name].key if name in self.colleagues else ""
            browser: TestClient[Any, Any] = TestClient(self.server)
            self.colleagues[name] = Colleague(browser, self.clock, f"{name.replace(' ', '.')}@council.test", key)

    async def closes(self) -> None:
        """Shut the browsers and the console."""
        for colleague in self.colleagues.values():
            await colleague.http.session.close()
        await self.server.close()

    def intake(self) -> Intake:
        """The person's side, on the same store."""
        profile = councils.load(self.council, self.clock.now().date())
        return Intake(
            self.store.cases, self.store.work, self.store.transcripts, self.spool, self.clock, PlainHasher(), profile,
            england(profile.closures), demonstration=False,
        )  # fmt: skip

    def correspondence(self) -> Correspondence:
        """Letters between officers and people."""
        return Correspondence(self.store.transcripts, self.store.chats, self.store.audit, self.clock)

    def _desk(self) -> Desk:
        store, intake = self.store, self.intake()
        return desk_of(
            cases=store.cases,
            work=store.work,
            spool=self.spool,
            transcripts=store.transcripts,
            conversations=self.conversations,
            officers=store.officers,
            audit=store.audit,
            allocations=store.allocations,
            exports=store.exports,
            correspondence=self.correspondence(),
            tries=store.chats,
            hasher=PlainHasher(),
            drafting=Drafting(
                store.cases, store.reports, store.audit, self.clock, lambda day: councils.load(self.council, day)
            ),
            clock=self.clock,
            profile=intake.profile,
            calendar=intake.calendar,
            words=words(),
            letters=store.letters,
            notes=store.talk_notes,
            kept_answers=store.kept_answers,
            notice_choices=store.notice_choices,
            pool=store.pool,
            papers=store.papers,
        )

    # --- what comes in ---

    def comes(self, name: str, matter: str, nature: str, conversation: str = "", **facts: Any) -> None:
        """Somebody sends what they have said."""
        told = Facts(known=facts, points=(Point(f"About {matter}.", (matter,), (nature,)),))
        own = conversation or f"c-{self.council}-{name.replace(' ', '-')}"
        self.references[name] = self.intake().submit(own, f"key of {own}", told).case.reference

    # --- what officers do ---

    async def does(self, who: str, name: str, act: str, **told: str) -> None:
        """Somebody does an act to a case, and the console takes it."""
        assert await self.tries(who, name, act, **told) == 303, (self.council, who, name, act)

    async def tries(self, who: str, name: str, act: str, **told: str) -> int:
        """Somebody tries an act; the status."""
        return await self.colleagues[who].does(self.references[name], act, **told)

    async def confirms(self, name: str, pathway: str, team: str = "") -> None:
        """The officer reads the case, confirms where it belongs, and books the team that it is about."""
        case = f"/cases/{self.references[name]}"
        typed = {"pathway": pathway, "signposted_to": "", "reason": "As it was told."}
        assert await self.colleagues["officer"].sends(f"{case}/pathway", case, **typed) == 303, (self.council, name)
        if team:
            await self.does("officer", name, "book_team", team=team)

    async def sends_letter(self, name: str, kind: str, signer: str, **told: str) -> None:
        """The officer drafts a letter, a second one vets it, whoever must signs it, and the officer sends it."""
        letters = f"/cases/{self.references[name]}/letters"
        drafter = self.colleagues["officer"]
        status, letter = await drafter.is_sent(letters, letters, kind=kind)
        assert status == 303, (self.council, name, kind)
        _, page = await drafter.opens(letter)
        begun = _TEXT.search(page)
        assert begun, (self.council, name, kind)
        text = _TO_BE_WRITTEN.sub("We looked into it.", html.unescape(begun[1]).strip())
        steps = {"text": "officer", "hand-in": "officer", "vet": "second officer", "sign": signer, "send": "officer"}
        for step, who in steps.items():
            typed = {"text": text, **told} if step == "text" else {}
            status = await self.colleagues[who].sends(f"{letter}/{step}", letter, **typed)
            assert status == 303, (self.council, name, kind, step)

    async def gives(self, name: str, to: str, until: date) -> None:
        """The officer gives a case to a colleague who has a part in it, until a day."""
        officer = self.store.officers.by_email(self.colleagues[to].email)
        assert officer
        people = f"/cases/{self.references[name]}/people"
        typed = {"to": officer.id, "capacity": COLLEAGUES[to], "until": until.isoformat()}
        assert await self.colleagues["officer"].sends(people, people, **typed) == 303, (self.council, name, to)

    # --- what is kept ---

    def case(self, name: str) -> Case:
        """A case as the store keeps it."""
        case = self.store.cases.get(self.references[name])
        assert case
        return case


def morning_of(day: date) -> datetime:
    """Ten o'clock in the morning, in UTC."""
    return datetime.combine(day, time(10), UTC)
