"""A demonstration year: as often as printed, the same for a seed, marked, with conversations, beside nothing real."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from bot.complaints.case import Case
from bot.complaints.danger_signs import look
from bot.complaints.facts import CHILD_ROLES, MATTERS, NATURES
from bot.messages import from_rows
from bot.rasa.written import WrittenConversations
from bot.receipts import read_reference
from bot.reporting.period import year as year_from
from bot.reporting.report import year
from bot.storage.engine import make_engine
from bot.storage.migrations import migrate
from bot.storage.sealing import Keyring
from bot.storage.store import Store, store_on
from bot.words import words
from bot.year_commands import books
from bot.years import voices
from bot.years.courses import Council
from bot.years.demo import CannotMakeUp, DemoYear, nearest
from tests.builders import a_case
from tests.years.conftest import TODAY

KEYRING = Keyring({1: bytes(32)}, 1)


def demo(store: Store, today: date = TODAY) -> DemoYear:
    talks = WrittenConversations(store.engine, KEYRING)
    return DemoYear(store.cases, store.past_years, talks, words(), today)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with Harrow's 2020/21."""
    store = a_store(tmp_path_factory.mktemp("demo") / "store.db")
    assert demo(store).make(books("harrow"), 2020, None, 1) == len(store.cases.all())
    return store


def a_store(path: Path) -> Store:
    engine = make_engine(f"sqlite:///{path}")
    migrate(engine)
    return store_on(engine, KEYRING)


def test_the_made_up_year_has_the_numbers_that_were_printed(made: Store, harrow: Council) -> None:
    cases = made.cases.all()
    assert {case.made_up for case in cases} == {True}
    report = year(cases, harrow.profile(date(2020, 4, 1)), 2020)
    [*_, total] = report.tables["activity_by_service"].rows
    assert total.cells[:2] == (85, 10)
    nature = report.tables["representations_nature"]
    assert nature.at("Objects to assessment", "number") == 11


def test_every_case_is_marked_and_of_the_year(made: Store) -> None:
    period = year_from(2020)
    for case in made.cases.all():
        assert case.made_up and case.demonstration and period.holds(case.received_at.date()), case.reference
        assert read_reference(case.reference) == case.reference


def test_the_same_seed_makes_the_same_year_and_another_seed_another(made: Store, tmp_path: Path) -> None:
    again, other = a_store(tmp_path / "again.db"), a_store(tmp_path / "other.db")
    demo(again).make(books("harrow"), 2020, None, 1)
    demo(other).make(books("harrow"), 2020, None, 2)
    assert again.cases.all() == made.cases.all()
    assert {case.reference for case in other.cases.all()} != {case.reference for case in made.cases.all()}


def test_a_year_that_is_there_is_not_made_again(made: Store) -> None:
    before = made.cases.all()
    assert demo(made).make(books("harrow"), 2020, None, 7) == 0
    assert made.cases.all() == before


def test_a_store_with_a_real_case_is_refused_and_left_alone(store: Store, harrow: Council) -> None:
    store.cases.add(a_case(demonstration=False), "key", [])
    with pytest.raises(CannotMakeUp, match="1 real cases"):
        demo(store).make(harrow, 2020, None, 1)
    assert len(store.cases.all()) == 1


def test_a_case_of_the_demonstration_is_no_real_one(store: Store, harrow: Council) -> None:
    store.cases.add(a_case(demonstration=True), "key", [])
    assert demo(store).make(harrow, 2020, 5, 1) == 5
    assert sum(case.made_up for case in store.cases.all()) == 5


def test_a_year_that_is_not_over_is_refused(store: Store, harrow: Council) -> None:
    with pytest.raises(CannotMakeUp, match="2026/27 is not over yet"):
        demo(store).make(harrow, 2026, None, 1)


def test_a_council_without_printed_figures_is_refused_with_those_that_have_them(store: Store) -> None:
    with pytest.raises(CannotMakeUp, match="council_d, harrow, staffordshire, westminster"):
        demo(store).make(books("national"), 2020, None, 1)


def test_the_nearest_printed_report_is_followed() -> None:
    assert [nearest("harrow", start).year for start in (2016, 2018, 2021)] == [2017, 2017, 2020]


@pytest.mark.parametrize("code", ["council_d", "staffordshire", "westminster"])
def test_every_council_with_printed_figures_has_a_year(code: str, store: Store) -> None:
    assert demo(store).make(books(code), 2021, 40, 1) == 40


def test_more_cases_than_were_printed_keep_the_shares(store: Store, harrow: Council) -> None:
    demo(store).make(harrow, 2020, 372, 1)  # twice as many
    kinds = Counter(case.pathway for case in store.cases.all())
    assert kinds["compliment"] == 28 and kinds["member_enquiry"] == 124


def test_the_conversation_of_a_case_reads_from_the_account_to_the_receipt(made: Store) -> None:
    case = next(case for case in made.cases.all() if case.reporter_role in CHILD_ROLES)
    messages = from_rows(made.transcripts.rows(str(case.conversation)))
    assert (messages[0].sender, messages[0].text) == ("you", case.points[0].text)
    receipt = next(message for message in messages if message.kind == "receipt")
    assert receipt.reference == case.reference and case.reference in receipt.text
    assert all(before.at <= after.at for before, after in pairwise(messages))
    assert words().say("utter_question_wanted_outcome", "child") in [message.text for message in messages]


def test_members_enquiries_have_no_conversation_and_all_others_have_one(made: Store) -> None:
    for case in made.cases.all():
        assert (case.conversation is None) == (case.pathway == "member_enquiry"), case.reference


def test_conversations_do_not_stay_behind_when_the_cases_cannot_be_kept(store: Store, harrow: Council) -> None:
    class Full:
        def keep(self, cases: Sequence[Case], totals: Sequence[object]) -> None:
            raise RuntimeError("the disk is full")

        def totals(self, council: str) -> Sequence[object]:
            return ()

    with pytest.raises(RuntimeError, match="full"):
        replace(demo(store), past_years=Full()).make(harrow, 2020, 3, 1)
    assert _conversations(store) == set()


def _conversations(store: Store) -> set[str]:
    with store.engine.connect() as connection:
        return set(connection.exec_driver_sql("SELECT sender_id FROM events").scalars())


def test_nobody_made_up_is_in_danger_and_every_account_is_of_known_lists() -> None:
    told = yaml.safe_load(voices.FILE.read_text(encoding="utf-8"))
    for account in told["accounts"]:
        assert account["nature"] in NATURES and account["matter"] in MATTERS
        assert not look(account["says"].replace("{when}", "last week")), account["says"]
    assert {account["nature"] for account in told["accounts"] if account["voice"] == "adult"} == set(NATURES)
