"""The console's pages for somebody who comes back: messages with read marks, and a new secret, shown once."""

from __future__ import annotations

import re

from bot import receipts
from tests.builders import a_task
from tests.console.conftest import Enter
from tests.office import Office


async def test_a_message_is_on_the_cases_page_until_read_and_after(enter: Enter, office: Office) -> None:
    reference = office.case()
    browser = await enter("complaints_officer")
    answer = await browser.send(f"/cases/{reference}/message", f"/cases/{reference}", text="We have asked the team.")
    assert answer.status == 303
    assert "Not read yet" in await browser.read(f"/cases/{reference}")
    case = office.cases.get(reference)
    assert case
    office.desk.coming_back.correspondence.read(case)
    page = await browser.read(f"/cases/{reference}")
    assert "Read Monday 2 March 2026, 10:30" in page
    assert "We have asked the team." in page


async def test_an_empty_message_is_a_fault_beside_the_box(enter: Enter, office: Office) -> None:
    reference = office.case()
    browser = await enter("complaints_officer")
    answer = await browser.send(f"/cases/{reference}/message", f"/cases/{reference}", text=" ")
    assert answer.status == 422
    assert "Write something first" in await answer.text()


async def test_a_new_secret_is_shown_once_and_opens_the_case(enter: Enter, office: Office) -> None:
    reference = office.case()
    browser = await enter("complaints_officer")
    told = {"through": "person", "note": "They knew what nobody else does.", "task": ""}
    page = await (await browser.send(f"/cases/{reference}/secret", f"/cases/{reference}", **told)).text()
    [secret] = re.findall(r'class="secret">([^<]+)<', page)
    assert office.hasher.matches(receipts.plain_secret(secret), office.cases.secret_hash(reference))
    assert secret not in await browser.read(f"/cases/{reference}/secret")
    assert secret not in await browser.read(f"/cases/{reference}")


async def test_the_form_offers_nobody_but_the_person_and_their_advocate(enter: Enter, office: Office) -> None:
    reference = office.case()
    browser = await enter("complaints_officer")
    page = await browser.read(f"/cases/{reference}/secret")
    assert re.findall(r'name="through" value="(\w+)"', page) == ["person", "advocate"]
    answer = await browser.send(
        f"/cases/{reference}/secret", f"/cases/{reference}", through="parent", note="x", task=""
    )
    assert answer.status == 422
    assert "never given through a parent" in await answer.text()
    assert office.cases.secret_hash(reference) is None


async def test_who_waits_for_a_new_secret_is_a_task_that_leads_to_the_case(enter: Enter, office: Office) -> None:
    reference = office.case()
    waiting = a_task(id="lost_receipt-c9", kind="lost_receipt", case=None, conversation="c9", note=reference)
    office.work.add_task(waiting)
    browser = await enter("complaints_officer")
    assert f'href="/cases/{reference}/secret"' in await browser.read("/tasks/lost_receipt-c9")
    assert "lost_receipt-c9" in await browser.read(f"/cases/{reference}/secret")
