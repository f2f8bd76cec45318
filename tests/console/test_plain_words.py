"""No page shows our own names for things, or a day or a yes as a machine writes them: officers are no programmers."""

from __future__ import annotations

import html
import re

import pytest

from bot.complaints.acts import ACTS
from bot.complaints.case import Event
from bot.complaints.facts import CHOICES
from bot.complaints.findings import Finding
from bot.complaints.records import STATES, Record
from tests.builders import AT, a_point
from tests.console.conftest import Enter
from tests.console.test_role_walk import WALKED, Walk, step, walk
from tests.office import Office

__all__ = ["walk"]

CASE = "/cases/CF-0B1C-2D"
# What stands in braces in the versions of a letter is filled in when it is sent, and its page says so.
OURS = re.compile(r"(?<!\{)\b[a-z]+(?:_[a-z0-9]+)+\b|\b\d{4}-\d\d-\d\d\b|\b(?:True|False|None)\b(?=\s*$)", re.MULTILINE)
UNSEEN = re.compile(r"<(script|style|head|textarea)\b.*?</\1>|<[^>]+>", re.DOTALL)
TODAY = AT.date()
BUTTON = re.compile(r"<button[^>]*>(.*?)</button>", re.DOTALL)
# One word is enough where what is found or shown stands beside it, or where every page of the questions has the same.
OF_ONE_WORD = {"Find", "Show", "Continue"}
VERSION = "2006-09-01"  # the name of a version of the council's profile, which stands under tables that go by it


def ours_in(page: str) -> set[str]:
    """Every name of ours and every machine's day that whoever looks at the page reads."""
    return {found[0] for found in OURS.finditer(html.unescape(UNSEEN.sub("\n", page)))}


def test_a_page_with_a_planted_name_is_not_passed() -> None:
    page = '<p id="in_care">is in_care since 2026-03-02: <b>True</b></p><input name="care_status" value="left_care">'
    assert ours_in(page) == {"in_care", "2026-03-02", "True"}


async def test_no_page_of_the_walk_shows_our_own_names_for_things(walk: Walk) -> None:
    shown = {}
    for route in WALKED:
        if route.method == "GET":
            walk.office = Office()
            who, path = step(walk.office, route, "released", "complaints_manager")
            status, page = await walk.page(route, who, path)
            shown[route.path] = ours_in(page) - {VERSION} if status == 200 else set()
    assert {path: names for path, names in shown.items() if names} == {}


async def test_every_button_of_the_walk_says_what_happens(walk: Walk) -> None:
    short = set()
    for route in WALKED:
        if route.method == "GET":
            walk.office = Office()
            who, path = step(walk.office, route, "released", "complaints_manager")
            _, page = await walk.page(route, who, path)
            short |= {(route.path, label) for label in BUTTON.findall(page) if " " not in label.strip()}
    assert {(path, label) for path, label in short if label not in OF_ONE_WORD} == set()


@pytest.mark.parametrize("take", range(3))
async def test_no_choice_and_no_record_of_a_case_is_shown_by_our_own_name(
    enter: Enter, office: Office, take: int
) -> None:
    """Each fact takes one of its choices after another, and each kind of record one of its states."""
    facts = {name: values[take % len(values)] for name, values in CHOICES.items() if values}
    told = {
        "findings": ["not_upheld", "no_finding"],
        "asked_on": "2026-03-02",
        "person_agreed": False,
        "points": [],
        "flag": "late",
        "decision": "Yes.",
    }
    records = [
        Record(at, kind, states[take % len(states)], TODAY, TODAY, told)
        for at, (kind, states) in enumerate(STATES.items())
        if kind not in ("access_request", "proposal", "consent", "link", "wishes")
    ]
    office.case(
        facts={**facts, "when_happened": "2023-05-01", "must_not_tell": "parents_and_carers"},
        points=(a_point(matter=("data_request",), nature=("level_of_support",)),),
        findings=(Finding(0, "stage_1", "no_finding", TODAY),),
        records=tuple(records),
        history=tuple(Event(AT, "o-else", name, {"pathway": "member_enquiry"}) for name in ACTS),
    )
    manager = await enter("complaints_manager")
    assert ours_in(await manager.read(CASE)) == set()
    access = f"{CASE}/access"
    asked = await manager.send(access, access, version="1", asked_on="2026-03-02", known_by="Their secret.")
    assert asked.status == 303
    assert (await manager.send(f"{access}/prepare", access, version="2", reason="")).status == 303
    assert ours_in(await manager.read(access)) == set()
