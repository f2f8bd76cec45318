"""A case worked in Chromium: proposed and decided, people appointed from the pool, a concern taken by telephone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, expect

from bot.complaints.records import Record
from tests.browser.test_console import address, faults_of, office, sign_in
from tests.builders import AT, a_clock, a_point
from tests.office import Office

__all__ = ["address", "office"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

CASE, INVESTIGATED = "CF-3333-33", "CF-4444-44"
FACTS = {"reporter_role": "parent", "name": "Ash", "email": "ash@home.test", "must_not_tell": "The other parent"}


@pytest.fixture(autouse=True)
def cases(office: Office) -> None:
    two = (a_point(), a_point(text="And nobody rang back."))
    main = Record(0, "stat_s1", "open", AT.date(), is_main=True)
    office.case(
        reference=CASE, conversation=None, points=two, confirmed=True, records=(main,), facts=FACTS, flags=(),
    )  # fmt: skip
    requested = Record(0, "stat_s2", "requested", AT.date(), details={"words": "Look again."})
    preparing = a_clock(name="appoint_stage_2", due=AT.date().replace(day=9), extended_due=None)
    office.case(
        reference=INVESTIGATED, conversation=None, stage="stage_2", confirmed=True, records=(requested,),
        clock=preparing, facts=FACTS, flags=(),
    )  # fmt: skip


async def _second(context: BrowserContext) -> Page:
    assert context.browser
    other = await context.browser.new_context(viewport={"width": 1100, "height": 800})
    return await other.new_page()


async def _is_fine(page: Page, axe: str, shot: Path) -> None:
    """Clean by axe, fits a telephone, and is pictured."""
    assert await faults_of(page, axe) == []
    await page.screenshot(path=shot, full_page=True)
    size = page.viewport_size
    await page.set_viewport_size({"width": 320, "height": 700})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    assert size
    await page.set_viewport_size(size)


async def test_an_officer_proposes_more_time_sees_the_date_first_and_a_manager_gives_it(
    page: Page, context: BrowserContext, address: str, office: Office, axe: str, shots: Path
) -> None:
    await sign_in(page, address, office, "colleague")
    await page.goto(f"{address}/cases/{CASE}")
    await page.get_by_role("link", name="Propose: Give stage 1 more time").click()
    await expect(page.get_by_text("Must not be told about this:")).to_be_visible()
    await page.get_by_label("Until").fill("2026-03-20")
    await page.get_by_label("Ground").select_option("complex")
    await page.get_by_label("Reason").fill("Two teams have to be asked.")
    await page.get_by_role("button", name="Propose this").click()
    await expect(page.get_by_text("Nothing was done yet.")).to_be_visible()
    await expect(page.get_by_text("Friday 20 March 2026")).to_be_visible()
    await _is_fine(page, axe, shots / "console-act-dates.png")
    await page.get_by_role("button", name="Propose this").click()
    await expect(page.get_by_text("To be decided by Tuesday 3 March 2026")).to_be_visible()
    manager = await _second(context)
    await sign_in(manager, address, office, "manager")
    await manager.goto(f"{address}/cases/{CASE}")
    await _is_fine(manager, axe, shots / "console-case-proposal.png")
    await manager.get_by_role("link", name="Give stage 1 more time", exact=True).first.click()
    await expect(manager.get_by_label("Until")).to_have_value("2026-03-20")
    await _is_fine(manager, axe, shots / "console-act-proposal.png")
    await manager.get_by_role("button", name="Do this").click()
    await manager.get_by_role("button", name="Do this").click()
    await expect(manager.locator("dl.list").first).to_contain_text("Friday 20 March 2026")
    case = office.cases.get(CASE)
    assert case and case.clock and case.clock.now_due.isoformat() == "2026-03-20"
    await manager.context.close()


async def test_each_point_gets_its_finding_from_a_list_and_contact_details_are_shown_with_a_reason(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    await sign_in(page, address, office)
    await page.goto(f"{address}/cases/{CASE}")
    await expect(page.get_by_text("ash@home.test")).to_have_count(0)
    await page.get_by_label("Why do you need to see this?").select_option("to_answer")
    await page.get_by_role("button", name="Show for an hour").click()
    await expect(page.get_by_text("ash@home.test")).to_be_visible()
    await page.goto(f"{address}/cases/{CASE}/acts/answer_stage_1")
    await expect(page.get_by_text("The person may ask for stage 2 until: Monday 30 March 2026")).to_be_visible()
    await page.get_by_label("Finding on point 1").select_option("upheld")
    await page.get_by_label("Finding on point 2").select_option("not_upheld")
    await page.get_by_label("Answered by").fill("Manager B")
    await _is_fine(page, axe, shots / "console-act-findings.png")
    await page.get_by_role("button", name="Do this").click()
    await expect(page.locator("#summary")).to_contain_text("Please say: answer")
    await expect(page.get_by_label("Finding on point 2")).to_have_value("not_upheld")
    await page.get_by_label("Answer", exact=True).fill("We looked into both.")
    await page.get_by_role("button", name="Do this").click()
    await expect(page.get_by_text("Not upheld", exact=False).first).to_be_visible()
    case = office.cases.get(CASE)
    assert case and [finding.outcome for finding in case.findings] == ["upheld", "not_upheld"]


async def test_somebody_joins_the_pool_is_appointed_and_brings_their_report(
    page: Page, context: BrowserContext, address: str, office: Office, axe: str, shots: Path
) -> None:
    office.officer("investigating_officer", name="investigator")
    await sign_in(page, address, office)
    for name, kind, account in (("Investigator C", "Investigating officer", "Investigator"),
                                ("Independent D", "Independent person", None)):  # fmt: skip
        await page.goto(f"{address}/pool")
        await page.get_by_label("Name").fill(name)
        await page.get_by_label(kind).check()
        await page.get_by_label("Day of the DBS certificate").fill("2025-06-02")
        await page.get_by_label("Last day of the agreement").fill("2027-06-02")
        if account:
            await page.get_by_label("Their account in the console").select_option(label=account)
        await page.get_by_role("button", name="Add to the pool").click()
    await expect(page.get_by_text("Independent D").first).to_be_visible()
    await _is_fine(page, axe, shots / "console-pool.png")
    await page.goto(f"{address}/cases/{INVESTIGATED}/acts/appoint_investigators")
    await page.get_by_label("Investigating officer", exact=True).select_option("Investigator C")
    await page.get_by_label("Independent person", exact=True).select_option("Independent D")
    for box in await page.get_by_role("checkbox").all():
        await box.check()
    await page.get_by_label("Their declaration of independence").fill("2026-02-02")
    await page.get_by_label("They see the case until").fill("2026-06-01")
    await _is_fine(page, axe, shots / "console-appoint.png")
    await page.get_by_role("button", name="Do this").click()
    await expect(page.get_by_text("Declared no conflict of interest").first).to_be_visible()
    investigator = await _second(context)
    await sign_in(investigator, address, office, "investigator")
    await investigator.goto(f"{address}/cases/{INVESTIGATED}/reports")
    report = {"name": "report.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 what I found"}
    await investigator.get_by_label("The report", exact=True).set_input_files(report)  # type: ignore[arg-type]
    await investigator.get_by_role("button", name="Bring the report").click()
    await expect(investigator.get_by_role("link", name="The investigating officer’s report (PDF)")).to_be_visible()
    await _is_fine(investigator, axe, shots / "console-reports.png")
    assert [paper.kind for paper in office.papers.of_case(INVESTIGATED)] == ["investigation_report"]
    await investigator.context.close()


async def test_a_concern_is_taken_by_telephone_danger_included(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    await sign_in(page, address, office, "colleague")
    await page.get_by_role("link", name="Telephone").click()
    await _is_fine(page, axe, shots / "console-telephone.png")
    await page.get_by_role("button", name="Begin").click()
    await page.get_by_label("In their words").fill("My foster dad is hitting me right now")
    await page.get_by_role("button", name="Continue").click()
    await expect(page.get_by_text("An alert was raised")).to_be_visible()
    await expect(page.get_by_text("0800 1111")).to_be_visible()
    await _is_fine(page, axe, shots / "console-telephone-danger.png")
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_label("I am a child").or_(page.get_by_role("radio").first).first.check()
    await _is_fine(page, axe, shots / "console-telephone-question.png")
    await page.get_by_role("button", name="Continue").click()
    while await page.get_by_role("button", name="Skip").count():
        await page.get_by_role("button", name="Skip").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Read it back")
    await _is_fine(page, axe, shots / "console-telephone-check.png")
    await page.locator("button[value=yes]").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("It is sent")
    await _is_fine(page, axe, shots / "console-telephone-sent.png")
    [case] = [case for case in office.cases.all() if case.channel == "telephone"]
    await expect(page.get_by_text(case.reference)).to_be_visible()
    assert [alert.risk for alert in office.spool.waiting()] == ["emergency"]
