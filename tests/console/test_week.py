"""A week in the life of four complaints teams, played through the console and then looked up in the store."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio

from bot.complaints.case import STAGES, Case
from bot.storage.sealing import Keyring
from tests.console.week.child import Child
from tests.console.week.days import everything
from tests.console.week.expected import AGREED, STANDS, dates
from tests.console.week.story import Week
from tests.console.week.team import Team, morning_of
from tests.fakes import FixedClock

pytestmark = pytest.mark.timeout(900)  # half a minute, but the first test waits for the whole week on a busy machine
once = pytest.mark.asyncio(loop_scope="module")  # the week is played once, for all the tests that look at it


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def week(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Week]:
    """The whole story, played to its end."""
    folder: Path = tmp_path_factory.mktemp("week")
    clock, keyring = FixedClock(morning_of(date(2025, 11, 3))), Keyring({1: os.urandom(32)}, 1)
    teams = [Team(code, folder, clock, keyring) for code in ("harrow", "staffordshire", "council_d", "westminster")]
    for team in teams:
        await team.opens()
    child = Child(teams[0])
    await child.arrives(folder)
    played = Week(clock, *teams, child)
    await everything(played)
    yield played
    await child.leaves()
    for team in teams:
        await team.closes()


CASES = [(council, name) for council, cases in STANDS.items() for name in cases]


def team_of(week: Week, council: str) -> Team:
    return next(team for team in week.teams if team.council == council)


def told(week: Week) -> list[tuple[Team, str, Case]]:
    """Every case, with its team and its name in the story."""
    return [(team, name, team.case(name)) for team in week.teams for name in team.references]


def test_forty_cases_stand_at_every_stage(week: Week) -> None:
    cases = [case for _, _, case in told(week)]
    assert (len(cases), len({case.reference for case in cases})) == (40, 40)
    assert {case.stage for case in cases} == set(STAGES)
    assert sum(len(team.store.cases.all()) for team in week.teams) == 40
    assert [case.reference for case in cases if not case.confirmed] == [week.council_d.references["last"]]


@pytest.mark.parametrize(("council", "name"), CASES)
def test_a_case_stands_where_the_week_has_brought_it(week: Week, council: str, name: str) -> None:
    case = team_of(week, council).case(name)
    found = " ".join(finding.outcome for finding in case.findings)
    assert (case.pathway, case.stage, case.ended, found) == STANDS[council][name]


@pytest.mark.parametrize(("council", "name"), CASES)
def test_its_dates_are_those_that_were_counted_by_hand(week: Week, council: str, name: str) -> None:
    case = team_of(week, council).case(name)
    kept = {clock.name: (clock.first_limit.isoformat(), clock.outer_limit.isoformat()) for clock in case.clocks}
    assert kept == dates(council, name)
    agreed = {clock.extended_to.isoformat() for clock in case.clocks if clock.extended_to}
    assert agreed == ({AGREED[name]} if name in AGREED else set())


def test_a_new_profile_moves_no_date_that_was_set_before_it(week: Week) -> None:
    for team in week.teams:
        versions = {clock.profile_version for clock in team.case("new").clocks}
        assert versions == {team.case("new").profile_version}
        assert max(versions) < "2026-04-01" == team.case("corporate new").profile_version


@once
async def test_the_queue_and_the_glance_call_the_same_case_late(week: Week) -> None:
    """Westminster's corporate complaint was due on 1 April, and nobody answered it."""
    for team in week.teams:
        manager = team.colleagues["manager"]
        _, queue = await manager.opens("/")
        status, sheet = await manager.opens("/glance/open/csv")
        assert status == 200
        late = sheet.splitlines()[0].split(",").index("Late") if "Late" in sheet else None
        count = int(sheet.splitlines()[-1].split(",")[late]) if late else 0
        assert count == (team is week.westminster)
        assert queue.count('class="tag late"') >= count
        if count:
            late_part = queue[queue.index("Late") :]
            assert team.references["corporate"] in late_part


@once
async def test_the_quarter_at_a_glance_is_what_the_story_tells(week: Week) -> None:
    """Harrow, January to March: seven complaints and a compliment; four answered, all in time; two went on."""
    manager = week.harrow.colleagues["manager"]
    totals = {}
    for table in ("received", "in_time", "went_on"):
        status, sheet = await manager.opens(f"/glance/{table}/csv?period=2025-q4")
        assert status == 200
        totals[table] = sheet.splitlines()[-1].split(",")
    assert totals["received"][1:4] == ["7", "1", "8"]
    assert totals["in_time"][1:] == ["7", "4", "4", "0", "0", "4", "100.0", "100.0"]
    assert totals["went_on"][1:] == ["7", "2", "28.6"]
    assert "The target of 85% is reached" in (await manager.opens("/glance?period=2025-q4"))[1]


def test_whatever_an_officer_did_to_a_case_is_in_the_audit(week: Week) -> None:
    for team, name, case in told(week):
        lines = {(line.who, line.at) for line in team.store.audit.about(case.reference)}
        done = {(event.who, event.at) for event in case.history if event.who not in ("person", "assistant")}
        assert done <= lines, (team.council, name)
        assert done or name == "last"


def test_every_letter_was_drafted_vetted_and_signed_by_those_who_must(week: Week) -> None:
    """Whoever wrote a letter did not vet it; the manager, the adjudicator or the director signed it."""
    signers = {"stage_2_answer": "Adjudicator", "stage_3_answer": "Director"}
    sent = []
    for team in week.teams:
        names = {officer.id: officer.name for officer in team.store.officers.all()}
        for name, reference in team.references.items():
            for letter in team.store.letters.of_case(reference):
                by = {mark.what: names[mark.who] for mark in letter.marks}
                assert by["sign"] == signers.get(letter.kind, "Manager"), (team.council, name)
                assert (by["hand_in"], by["vet"], by["send"]) == ("Officer", "Second officer", "Officer")
                sent.append(letter.kind)
    assert Counter(sent) == {
        "stage_1_answer": 7,
        "corporate_stage_2_declined": 1,
        "stage_2_answer": 8,
        "stage_3_answer": 1,
        "refusal": 1,
    }


def test_the_audit_of_one_case_tells_its_whole_story(week: Week) -> None:
    team = week.westminster
    names = {officer.id: officer.name for officer in team.store.officers.all()}
    lines = [(names[line.who], line.what) for line in team.store.audit.about(team.references["last"])]
    changes = [(who, what) for who, what in lines if not what.startswith("read_")]
    assert changes == [
        ("Officer", "confirm_pathway"),
        ("Manager", "decide_for_the_council"),  # on lateness
        ("Officer", "draft_letter"),  # that it is not considered: begun, written, handed in
        ("Officer", "draft_letter"),
        ("Officer", "draft_letter"),
        ("Second officer", "vet_letter"),
        ("Manager", "sign_letter"),
        ("Officer", "send_letter"),
    ]


@once
async def test_who_was_given_a_case_sees_that_one_as_long_as_it_lasts(week: Week) -> None:
    """The investigator's time with one case ended on 2 April; the director has Westminster's alone."""
    may = {
        "clerk": {"panel"},
        "adjudicator": {"adjudicated"},
        "investigator": {"investigated"},
        "director": set(),
        "lead": set(),
    }
    for team in week.teams:
        for who, theirs in may.items():
            expected = theirs
            if (who, team) == ("director", week.westminster):
                expected = {"panel"}
            if (who, team) == ("lead", week.harrow):
                expected = {"last"}  # it came from the conversation with the alert
            seen = {name for name in team.references if await _opens_case(team, who, name)}
            assert seen == expected, (team.council, who)


async def _opens_case(team: Team, who: str, name: str) -> bool:
    status, _ = await team.colleagues[who].opens(f"/cases/{team.references[name]}")
    assert status in (200, 404)
    return status == 200


@once
async def test_no_officer_finds_a_case_of_another_council(week: Week) -> None:
    officer = week.harrow.colleagues["officer"]
    for name, reference in week.westminster.references.items():
        assert (await officer.opens(f"/cases/{reference}"))[0] == 404, name


def test_the_alert_was_acknowledged_released_and_closed_by_the_lead_alone(week: Week) -> None:
    team = week.harrow
    [alert] = team.store.work.alerts_of(week.child.conversation)
    lead = team.store.officers.by_email(team.colleagues["lead"].email)
    assert lead
    assert {alert.acknowledged_by, alert.released_by, alert.closed_by} == {lead.id}
    assert {line.who for line in team.store.audit.about(alert.id)} == {lead.id}
    assert [mail[1] for mail in week.child.notices.sent] == ["alert"]


def test_the_conversation_was_read_by_nobody_who_might_not(week: Week) -> None:
    team = week.harrow
    names = {officer.id: officer.name for officer in team.store.officers.all()}
    readers = {names[line.who] for line in team.store.audit.about(week.child.conversation)}
    assert readers == {"Officer", "Second officer"}
    [alert] = team.store.work.alerts_of(week.child.conversation)
    first = min(line.at for line in team.store.audit.about(week.child.conversation))
    assert alert.released_at is not None
    assert first >= alert.released_at
    said = [row.data.get("metadata", {}).get("name") for row in team.store.transcripts.rows(week.child.conversation)]
    assert [name for name in said if name] == ["Officer"]


def test_what_the_child_wrote_lies_nowhere_in_clear(week: Week) -> None:
    kept = [path for path in week.harrow.folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".db" for path in kept)
    for path in kept:
        assert b"belt" not in path.read_bytes(), path.name
