"""What officers must know reaches each once, whoever may see it and nobody else, and without a word of a case."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.allocations import Allocation
from bot.councils.calendar import england
from bot.letters.letter import Version
from bot.notice_kinds import KINDS
from bot.notices.written import TEMPLATES
from bot.notifying import Notifying
from bot.ports import Officer
from bot.settings import Settings
from bot.sight import Sight
from bot.storage.sealing import Keyring
from bot.storage.store import open_store
from bot.storage.tables import cases
from tests.builders import AT, CONVERSATION, a_case, a_clock, a_letter, a_task
from tests.fakes import InMemoryOutbox, RecordedNotices
from tests.office import Office

CONSOLE = "https://console.council.test"
TODAY = AT.date()  # a Monday


@pytest.fixture
def office() -> Office:
    return Office()


class Post:
    """The round, and what it sent."""

    def __init__(self, office: Office) -> None:
        self.office, self.notices, self.outbox = office, RecordedNotices(), InMemoryOutbox()
        self.rounds = Notifying(
            office.work, office.cases, office.desk.casework.sight, office.officers, self.outbox,
            office.notice_choices, office.letters,
            self.notices, office.clock, england(), CONSOLE,
        )  # fmt: skip

    async def sent(self) -> list[tuple[str, str, str]]:
        """Whom, what kind and which page, after both rounds went twice."""
        for _ in range(2):
            await self.rounds.slow_round()
            await self.rounds.round()
        assert all(set(facts) == {"link"} for _, _, facts in self.notices.sent)
        found = [(to.partition("@")[0], kind, facts["link"]) for to, kind, facts in self.notices.sent]
        return sorted((to, kind, link.removeprefix(CONSOLE)) for to, kind, link in found)


@pytest.fixture
def post(office: Office) -> Post:
    return Post(office)


def team(office: Office) -> tuple[Officer, ...]:
    """One officer of each role that is told of anything."""
    return tuple(
        office.officer(role)
        for role in ("complaints_officer", "safeguarding_lead", "responding_manager", "administrator")
    )


def test_every_kind_has_its_letter() -> None:
    assert set(KINDS) <= set(TEMPLATES)


async def test_who_waits_for_a_person_is_told_to_the_complaints_team(office: Office, post: Post) -> None:
    team(office)
    office.waiting()
    assert await post.sent() == [("complaints_officer", "new_handoff", f"/conversations/{CONVERSATION}")]


async def test_an_alert_and_its_conversation_are_told_to_safeguarding_alone(office: Office, post: Post) -> None:
    team(office)
    office.waiting()
    alert = office.alerted()
    assert await post.sent() == [("safeguarding_lead", "alert_raised", f"/alerts/{alert}")]


async def test_an_alert_that_nobody_answers_is_told_again_each_time_it_escalates(office: Office, post: Post) -> None:
    team(office)
    alert = office.alerted(escalated_at=office.clock.now())
    assert [kind for _, kind, _ in await post.sent()] == ["alert_raised", "alert_unanswered"]
    office.desk.alerts.acknowledge(office.officer("safeguarding_lead", name="second lead"), alert)
    assert len(await post.sent()) == 2


async def test_a_task_is_told_to_who_may_finish_it(office: Office, post: Post) -> None:
    team(office)
    office.work.add_task(a_task(id="ordinary", kind="call_back", conversation="c-other", case=None))
    office.work.add_task(a_task(id="screening", kind="safeguarding_screening", conversation=CONVERSATION, case=None))
    assert await post.sent() == [
        ("complaints_officer", "task_given", "/tasks/ordinary"),
        ("safeguarding_lead", "task_given", "/tasks/screening"),
    ]


async def test_a_case_that_is_given_is_told_to_whom_it_is_given(office: Office, post: Post) -> None:
    *_, manager, _ = team(office)
    reference = office.case(clock=None)
    office.allocations.give(Allocation("g1", reference, manager.id, "responding_manager", AT, "o-else", (0,)))
    assert await post.sent() == [("responding_manager", "case_given", f"/cases/{reference}")]


@pytest.mark.parametrize(
    ("days", "kinds"), [(-8, []), (-7, ["late"]), (-1, ["late"]), (0, ["due_soon"]), (2, ["due_soon"]), (3, [])]
)
async def test_a_case_is_told_two_working_days_before_it_is_due_and_when_it_is_late(
    office: Office, post: Post, days: int, kinds: list[str]
) -> None:
    team(office)
    office.case(clock=a_clock(due=TODAY + timedelta(days)))
    assert [(to, kind) for to, kind, _ in await post.sent()] == [("complaints_officer", kind) for kind in kinds]


async def test_a_case_that_is_soon_due_is_told_again_when_it_is_late(office: Office, post: Post) -> None:
    team(office)
    office.case(clock=a_clock(due=TODAY))
    await post.sent()
    office.clock.forward(days=1)
    assert [kind for _, kind, _ in await post.sent()] == ["due_soon", "late"]


async def test_a_letter_is_told_to_who_may_take_its_next_step_and_not_to_who_wrote_it(
    office: Office, post: Post
) -> None:
    first, *_ = team(office)
    office.officer("complaints_officer", name="second")
    reference = office.case(clock=None)
    versions = (Version(AT, first.id, "We have it.", {}),)
    office.letters.add(a_letter(id="l1", case=reference, state="drafted", versions=versions))
    page = f"/cases/{reference}/letters/l1"
    assert await post.sent() == [("second", "letter_to_vet", page)]
    letter = office.letters.get("l1")
    assert letter
    office.letters.save(letter.moved("vet", "o-second", AT))
    assert {(kind, page) for _, kind, page in await post.sent()} == {("letter_to_vet", page), ("letter_to_sign", page)}


async def test_a_letter_of_a_case_that_was_closed_meanwhile_is_told_to_nobody(office: Office, post: Post) -> None:
    team(office)
    reference = office.case(clock=None, stage="closed")
    office.letters.add(a_letter(id="l1", case=reference, state="drafted"))
    assert await post.sent() == []


async def test_the_round_over_dates_opens_no_case_that_no_letter_is_about(office: Office, tmp_path: Path) -> None:
    team(office)
    store = open_store(Settings(data_dir=tmp_path), Keyring({1: bytes(32)}, 1))
    for number, due in enumerate((TODAY, TODAY + timedelta(30))):
        store.cases.add(a_case(reference=f"CF-{number}", clock=a_clock(due=due)), f"{number}", ())
    with store.engine.begin() as connection:
        connection.execute(sa.update(cases).values(sealed=b"nobody can open this"))
    sight = Sight(office.work, office.spool, store.cases, office.allocations, lambda: TODAY)
    outbox = InMemoryOutbox()
    await Notifying(
        office.work, store.cases, sight, office.officers, outbox, office.notice_choices, store.letters,
        RecordedNotices(), office.clock, england(), CONSOLE,
    ).slow_round()  # fmt: skip
    assert {notice.page for notice in outbox.due(office.clock.now())} == {"/cases/CF-0"}


async def test_whoever_has_a_conflict_of_interest_is_not_told(office: Office, post: Post) -> None:
    office.officer("complaints_officer", name="Robin Grey")
    office.case(facts={"reporter_role": "child", "team_or_worker": "Robin Grey"}, clock=a_clock(due=TODAY))
    office.waiting()
    assert await post.sent() == []


async def test_nobody_is_told_who_turned_it_off_and_alerts_cannot_be_by_the_lead(office: Office, post: Post) -> None:
    officer, lead, *_ = team(office)
    duty = office.officer("duty_worker")
    for each in (officer, lead, duty):
        office.desk.own_notices.choose(each, [])
    office.alerted()
    office.waiting("c-other")
    assert [(to, kind) for to, kind, _ in await post.sent()] == [("safeguarding_lead", "alert_raised")]


async def test_a_disabled_account_is_told_nothing(office: Office, post: Post) -> None:
    officer = office.officer("complaints_officer")
    administrator = office.officer("administrator")
    office.desk.sign_in.disable(administrator, officer)
    office.waiting()
    assert await post.sent() == []


async def test_what_is_two_days_old_is_no_news(office: Office, post: Post) -> None:
    team(office)
    office.waiting()
    office.work.add_task(a_task(conversation=CONVERSATION, opened_at=office.clock.now()))
    office.alerted(conversation="c-other")
    office.clock.forward(days=2, minutes=1)
    assert await post.sent() == []


async def test_another_process_or_a_new_one_tells_nothing_twice(office: Office, post: Post) -> None:
    team(office)
    office.waiting()
    await post.sent()
    again = Post(office)
    again.rounds = Notifying(**{**vars(post.rounds), "_told": set()})
    await again.rounds.round()
    assert len(await post.sent()) == 1


async def test_a_mail_server_that_is_away_is_tried_again_later_and_later(office: Office, post: Post) -> None:
    team(office)
    office.waiting()
    post.notices.failing = True
    tried = []
    for _ in range(8):
        await post.rounds.round()
        tried.append(next(iter(post.outbox._notices.values())).tries)
        office.clock.forward(minutes=1)
    assert tried == [1, 2, 2, 3, 3, 3, 3, 4]
    post.notices.failing = False
    office.clock.forward(hours=1)
    assert len(await post.sent()) == 1


async def test_one_round_does_not_try_everything_on_a_server_that_is_away(office: Office, post: Post) -> None:
    team(office)
    for number in range(10):
        office.waiting(f"c-{number}")
    post.notices.failing = True
    await post.rounds.round()
    assert sum(notice.tries for notice in post.outbox._notices.values()) == 3


def test_an_officer_sees_the_kinds_that_are_theirs(office: Office) -> None:
    officer, lead, manager, administrator = team(office)
    kinds = {who.id: [choice.kind for choice in office.desk.own_notices.of(who)] for who in team_of(office)}
    assert kinds[officer.id] == ["new_handoff", "task_given", "letter_to_vet", "letter_to_sign", "due_soon", "late"]
    assert kinds[lead.id] == ["alert_raised", "alert_unanswered", "task_given"]
    assert kinds[manager.id] == ["case_given", "letter_to_sign", "due_soon", "late"]
    assert kinds[administrator.id] == []
    assert {choice.kind for choice in office.desk.own_notices.of(lead) if choice.fixed} == {
        "alert_raised",
        "alert_unanswered",
    }


def test_a_choice_holds_for_each_kind_until_it_is_made_again(office: Office) -> None:
    officer, *_ = team(office)
    office.desk.own_notices.choose(officer, ["late", "alert_raised"])
    assert [choice.kind for choice in office.desk.own_notices.of(officer) if choice.wanted] == ["late"]
    assert office.acts(officer.id) == [(officer.id, "choose_notices")]
    office.desk.own_notices.choose(officer, ["due_soon"])
    assert [choice.kind for choice in office.desk.own_notices.of(officer) if choice.wanted] == ["due_soon"]


def team_of(office: Office) -> list[Officer]:
    return list(office.officers.all())
