"""How somebody is reached is hidden on their case until an officer says why they need it."""

from __future__ import annotations

import pytest

from bot.allocations import Allocation
from tests.builders import AT
from tests.console.conftest import Enter
from tests.office import Office

CASE = "/cases/CF-0B1C-2D"
WAYS = {
    "email": "robin@home.test",
    "phone": "07700 900123",
    "postal_address": "1 High Street",
    "safe_to_contact": "Text",
}
FACTS = {"reporter_role": "child", "name": "Robin", "contact_preference": "phone", **WAYS}


async def test_it_is_hidden_until_an_officer_says_why_and_then_for_an_hour(enter: Enter, office: Office) -> None:
    office.case(conversation=None, facts=FACTS)
    officer, colleague = await enter("complaints_officer"), await enter("complaints_officer", name="colleague")
    page = await officer.read(CASE)
    assert [way for way in WAYS.values() if way in page] == []
    assert "Robin" in page and "Why do you need to see this?" in page
    assert 303 == (await officer.send(f"{CASE}/contact", CASE, why="to_answer")).status
    page = await officer.read(CASE)
    assert [way for way in WAYS.values() if way not in page] == []
    assert ("o-complaints-officer", "show_contact_to_answer") in office.acts("CF-0B1C-2D")
    assert WAYS["email"] not in await colleague.read(CASE)
    office.clock.forward(minutes=61)
    await officer.sign_in("complaints_officer@council.test")  # the session has ended too
    assert WAYS["email"] not in await officer.read(CASE)


@pytest.mark.parametrize("why", ["", "because", "to_answer_robin"])
async def test_a_reason_is_one_of_ours(enter: Enter, office: Office, why: str) -> None:
    office.case(conversation=None, facts=FACTS)
    officer = await enter("complaints_officer")
    answer = await officer.send(f"{CASE}/contact", CASE, why=why)
    text = await answer.text()
    assert (422, True, False) == (answer.status, "Choose why" in text, WAYS["email"] in text)


async def test_an_investigating_officer_says_why_too_and_a_panel_never_sees_it(enter: Enter, office: Office) -> None:
    office.case(conversation=None, facts=FACTS)
    browsers = []
    for role in ("investigating_officer", "panel_member"):
        browsers.append(await enter(role))
        office.allocations.give(
            Allocation(f"g-{role}", "CF-0B1C-2D", f"o-{role.replace('_', '-')}", role, AT, "o-else", (), AT.date())
        )
    investigator, panel = browsers
    assert WAYS["email"] not in await investigator.read(CASE)
    await investigator.send(f"{CASE}/contact", CASE, why="to_answer")
    assert WAYS["email"] in await investigator.read(CASE)
    assert 404 == (await panel.send(f"{CASE}/contact", CASE, why="to_answer")).status
    assert WAYS["email"] not in await panel.read(CASE)
