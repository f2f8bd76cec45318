"""The pages on which a concern is taken by telephone."""

from __future__ import annotations

import re
from uuid import uuid4

from aiohttp import ClientResponse

from tests.console.conftest import Browser, Enter
from tests.office import Office


async def begun(enter: Enter) -> tuple[Browser, str]:
    officer = await enter("complaints_officer")
    answer = await officer.send("/telephone", "/telephone")
    assert 303 == answer.status
    return officer, answer.headers["Location"]


async def say(officer: Browser, call: str, page: str, **told: str) -> ClientResponse:
    form = {"csrf": await officer.token("/telephone"), "id": str(uuid4()), "page": page, **told}
    return await officer.post(call, form)


async def test_a_concern_is_taken_question_by_question_read_back_and_sent(enter: Enter, office: Office) -> None:
    officer, call = await begun(enter)
    assert 'name="page" value="what_happened"' in await officer.read(call)
    await say(officer, call, "what_happened", text="She <never> comes.")
    for page, told in (
        ("reporter_role", {"choice": "child"}),
        ("care_status", {"choice": "in_care"}),
        ("matter", {"choice": "social_worker"}),
        ("wanted_outcome", {"text": "I want her to come"}),
        ("safe_to_contact", {"do": "do:skip"}),
    ):
        assert f'name="page" value="{page}"' in await officer.read(call)
        assert 303 == (await say(officer, call, page, **told)).status
    text = await officer.read(call)
    assert "Read it back" in text and "She &lt;never&gt; comes." in text
    receipt = await (await say(officer, call, "confirm", do="yes")).text()
    (case,) = office.cases.all()
    secret = re.search(r"<dt>Secret</dt><dd><strong>([^<]+)</strong>", receipt)
    assert secret and case.reference in receipt and "Must not be told about this" in receipt
    assert office.desk.telephone.intake.opens(case.reference, secret[1])
    assert case.reference in await officer.read(call)
    page = await officer.read(f"/cases/{case.reference}")
    assert "telephone" in page and "Taken by telephone" in page


async def test_the_safety_words_are_there_to_be_said(enter: Enter, office: Office) -> None:
    officer, call = await begun(enter)
    await say(officer, call, "what_happened", text="My foster dad is hitting me right now")
    page = await officer.read(call)
    assert "An alert was raised" in page and "0800 1111" in page
    office.spool.full = True
    await say(officer, call, "go_on", text="he is hurting me again")
    assert "could NOT be passed on" in await officer.read(call)


async def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(enter: Enter) -> None:
    officer, call = await begun(enter)
    empty = await say(officer, call, "what_happened", text=" ")
    assert (422, True) == (empty.status, "Write what they say, or choose an answer" in await empty.text())
    await say(officer, call, "what_happened", text="She never comes.")
    made_up = await say(officer, call, "reporter_role", choice="king")
    assert 422 == made_up.status
    wrong = await say(officer, call, "email", text="robin at home")
    text = await wrong.text()
    assert (422, True, True) == (wrong.status, "does not hold what was asked for" in text, "robin at home" in text)


async def test_a_line_is_changed_before_it_is_sent(enter: Enter) -> None:
    officer, call = await begun(enter)
    await say(officer, call, "what_happened", text="She never comes.")
    assert "She never comes.</textarea>" in await officer.read(f"{call}?page=account_again")
    await say(officer, call, "account_again", text="He never comes.")
    page = await officer.read(call)
    assert "He never comes." in page and "She never comes." not in page


async def test_a_call_that_is_stopped_keeps_nothing(enter: Enter, office: Office) -> None:
    officer, call = await begun(enter)
    await say(officer, call, "what_happened", text="She never comes.")
    answer = await say(officer, call, "reporter_role", do="do:stop")
    assert "Nothing of that call was kept" in await answer.text()
    assert [] == list(office.transcripts.held(call.rpartition("/")[2]))
