"""Who must not be told stands on every page from which somebody might be told, for everybody who may open the page.

The pages come from the router: one that is added later has to say it too, or to be exempt here with its reason.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.complaints.records import Record
from bot.console.routes import Route
from tests.builders import AT, a_task
from tests.console.conftest import Enter
from tests.console.test_role_walk import CASE, OF_A_CASE, WALKED, WHO, Walk, step, walk
from tests.office import CONVERSATION, Office

__all__ = ["walk"]

NAMED = "My <step>dad"
WARNING = "Must not be told about this:</strong> My &lt;step&gt;dad"
CALLS = [route for route in WALKED if "{call}" in route.path]
# Pages of nobody's, in which the warning would be wrong, or stands already.
EXEMPT = {
    ("GET", "/live/conversations/{conversation}"): "a part that is put into the conversation's page, below its warning",
    ("GET", "/live/conversations/{conversation}/state"): "likewise",
    ("GET", "/cases/{reference}/letters/{letter}/letter.docx"): "the letter itself, which goes to the person",
    ("GET", "/cases/{reference}/reports/{paper}"): "a file as the investigator brought it; its page has the warning",
    ("POST", "/cases/{reference}/reports"): "a form with a file, which this walk does not send; it is the page above",
}
STATES = ("released", "given")


def fill_in(office: Office) -> None:
    """Make the case, and a call that is not sent yet, carry who must not be told."""
    case = office.cases.get(CASE)
    assert case
    office.cases.save(replace(case, facts={**case.facts, "must_not_tell": NAMED}))
    office.transcripts.say("telephone-1", "slot", {"name": "must_not_tell", "value": NAMED})


@pytest.mark.parametrize("state", STATES)
async def test_every_page_about_a_case_says_who_must_not_be_told(walk: Walk, state: str) -> None:
    without, opened = [], set()
    for role in WHO:
        for route in [*OF_A_CASE, *CALLS]:
            if _key(route) in EXEMPT or (state == "given" and (role == "duty_code" or "{alert}" in route.path)):
                continue
            walk.office = Office()
            who, path = step(walk.office, route, state, role)
            fill_in(walk.office)
            status, page = await walk.page(route, who, path)
            if not page or status in (303, 404):
                continue
            opened.add(_key(route))
            if WARNING not in _plain(page):
                without.append((role, *_key(route), status))
    assert without == []
    shown = {_key(route) for route in [*OF_A_CASE, *CALLS] if route.method == "GET"} - set(EXEMPT)
    assert {key for key in shown if state == "released" or "{alert}" not in key[1]} <= opened


def test_what_is_exempt_is_there() -> None:
    assert set(EXEMPT) <= {_key(route) for route in OF_A_CASE}


async def test_what_was_told_in_a_conversation_counts_before_there_is_a_case(enter: Enter, office: Office) -> None:
    office.waiting()
    alert = office.alerted()
    office.transcripts.say(CONVERSATION, "slot", {"name": "must_not_tell", "value": NAMED})
    office.work.add_task(a_task(kind="safeguarding_screening", conversation=CONVERSATION, case=None))
    lead = await enter("safeguarding_lead")
    for page in (f"/alerts/{alert}", f"/conversations/{CONVERSATION}", "/tasks/t1"):
        assert WARNING in _plain(await lead.read(page)), page


async def test_a_child_who_named_nobody_is_kept_from_parents_before_there_is_a_case(
    enter: Enter, office: Office
) -> None:
    office.waiting()
    office.transcripts.say(CONVERSATION, "slot", {"name": "reporter_role", "value": "child"})
    officer = await enter("complaints_officer")
    assert "parents and carers. This is a child" in await officer.read(f"/conversations/{CONVERSATION}")


async def test_a_new_secret_is_given_with_it(enter: Enter, office: Office) -> None:
    office.case(facts={"reporter_role": "child", "must_not_tell": NAMED})
    officer = await enter("complaints_officer")
    page = f"/cases/{CASE}/secret"
    given = await officer.send(page, page, through="person", note="Where we met first; they knew it.")
    assert given.status == 200 and WARNING in _plain(await given.text())


async def test_that_a_child_does_not_want_the_complaint_stands_on_a_task_of_it(enter: Enter, office: Office) -> None:
    wishes = Record(0, "wishes", "weighed", AT.date(), details={"wishes": "does_not_want_it"})
    office.case(facts={"reporter_role": "parent"}, records=(wishes,))
    office.work.add_task(a_task(kind="call_back"))
    officer = await enter("complaints_officer")
    assert "The child does not want this complaint." in await officer.read("/tasks/t1")


def _key(route: Route) -> tuple[str, str]:
    return route.method, route.path


def _plain(page: str) -> str:
    """The page without its line breaks."""
    return " ".join(page.split())
