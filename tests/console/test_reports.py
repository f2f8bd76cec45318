"""The pages of reports: what a manager finds, writes, quotes and takes away, and who else sees nothing of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from bot.complaints.case import Event
from bot.console import report_pages
from tests.builders import AT, a_clock
from tests.console.conftest import Enter
from tests.office import Office

REPORT = "/reports/2025"


@pytest.fixture(autouse=True)
def page_waits_for_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a report says is asked here; on a slow machine its page would say how far it is instead."""
    monkeypatch.setattr(report_pages, "_PATIENCE_SECONDS", None)


def busy(office: Office, cases: int = 7) -> None:
    """Cases of 2025/26, all about the same team, some answered in time."""
    for number in range(cases):
        met = AT.date() if number < cases - 1 else None
        office.case(
            reference=f"CF-{number:04}-00",
            conversation=None,
            confirmed=True,
            team="Fostering",
            clock=a_clock(met_on=met),
        )


async def test_the_reports_of_years_quarters_and_weeks_are_listed(enter: Enter) -> None:
    page = await (await enter("complaints_manager")).read("/reports")
    for label, address in (
        ("2025/26", "2025"),
        ("2025/26 quarter 4", "2025-q4"),
        ("week from 2 March 2026", "week-2026-03-02"),
    ):
        assert f'<a href="/reports/{address}">{label}</a>' in page


async def test_only_a_manager_makes_reports(enter: Enter) -> None:
    for role in ("complaints_officer", "safeguarding_lead", "duty_worker", "administrator"):
        browser = await enter(role, name=role)
        assert (await browser.get(REPORT)).status == 404
        assert 'href="/reports"' not in await browser.read("/officers" if role == "administrator" else "/")


async def test_a_report_shows_its_tables_with_how_they_are_counted(enter: Enter, office: Office) -> None:
    busy(office)
    page = await (await enter("complaints_manager")).read(REPORT)
    assert "<caption>Stage 1 complaints received, by service</caption>" in page
    assert '<th scope="row">Fostering</th>' in page
    assert "How it is counted: In time, version" in page
    assert "Shares are of: all complaints answered." in page


async def test_small_numbers_are_hidden_until_the_manager_asks_for_them(enter: Enter, office: Office) -> None:
    busy(office, 3)
    manager = await enter("complaints_manager")
    assert "[c]" in await manager.read(REPORT)
    shown = await manager.read(f"{REPORT}?copy=manager")
    assert "Not for publication" in shown
    assert '<td class="number">[c]</td>' not in shown


async def test_commentary_stays_when_the_report_is_made_anew(enter: Enter, office: Office) -> None:
    busy(office)
    manager = await enter("complaints_manager")
    assert (await manager.send(f"{REPORT}/text", REPORT, box="what_came", text="Fewer came.\nWhy?")).status == 303
    assert (await manager.send(f"{REPORT}/anew", REPORT)).status == 303
    assert "Fewer came.\nWhy?" in await manager.read(REPORT)


async def test_a_quotation_that_tells_somebody_is_asked_about_first(enter: Enter, office: Office) -> None:
    manager = await enter("complaints_manager")
    told = "Thank you to Priya, she came every week."
    asked = await manager.send(f"{REPORT}/quotations", REPORT, quotation=told)
    assert asked.status == 422
    assert "This may tell who somebody is: name" in await asked.text()
    assert (await manager.send(f"{REPORT}/quotations", REPORT, quotation=told, choice="hidden")).status == 303
    assert "<blockquote>Thank you to [name], she came every week.</blockquote>" in await manager.read(REPORT)
    assert (await manager.send(f"{REPORT}/quotations/out", REPORT, place="0")).status == 303
    assert "<blockquote>" not in await manager.read(REPORT)


async def test_a_file_is_the_same_content_for_publication_and_for_the_manager(enter: Enter, office: Office) -> None:
    busy(office, 3)
    manager = await enter("complaints_manager")
    for copy, number in (("publication", "[c]"), ("manager", "3")):
        answer = await manager.get(f"{REPORT}/{copy}/csv")
        assert answer.status == 200
        archive = zipfile.ZipFile(io.BytesIO(await answer.read()))
        name = next(name for name in archive.namelist() if "stage_1_by_service" in name)
        assert archive.read(name).decode("utf-8-sig").splitlines()[-1].endswith(f",{number}")
    assert (await manager.get(f"{REPORT}/everything/csv")).status == 404


async def test_a_chart_is_a_picture_and_one_without_numbers_is_not_there(enter: Enter, office: Office) -> None:
    busy(office)
    manager = await enter("complaints_manager")
    answer = await manager.get(f"{REPORT}/publication/charts/stage_1_by_service")
    assert (answer.status, answer.content_type) == (200, "image/svg+xml")
    assert (await manager.get(f"{REPORT}/publication/charts/nothing")).status == 404


async def test_what_was_issued_is_compared_with_next_year(enter: Enter, office: Office) -> None:
    busy(office, 6)
    manager = await enter("complaints_manager")
    assert (await manager.send(f"{REPORT}/issue", REPORT)).status == 303
    assert "Issued Monday 2 March 2026" in await manager.read(REPORT)
    sent = Event(office.clock.forward(days=1), "person", "submitted")
    office.case(reference="CF-9999-99", conversation=None, confirmed=True, team="Fostering", history=(sent,))
    office.clock.forward(days=60)
    later = await enter("complaints_manager", name="later")
    page = await later.read("/reports/2026")
    assert "It was issued as 6." in page
    assert "<li>Transactions: Stage 1, 2025/26: 7</li>" in page
    assert "1 case of that period came in and 0 others changed since." in page


async def test_a_year_to_come_and_an_address_that_is_no_period_are_not_there(enter: Enter) -> None:
    manager = await enter("complaints_manager")
    for address in ("/reports/2040", "/reports/2025-q9", "/reports/yesterday", "/reports/week-2026-13-45"):
        assert (await manager.get(address)).status == 404


async def test_the_page_of_a_draft_under_way_says_how_far_it_is(enter: Enter, office: Office) -> None:
    manager = await enter("complaints_manager")
    await manager.read(REPORT)
    assert "The report is ready." in await manager.read(f"/live{REPORT}")


async def test_made_up_cases_are_left_out_until_the_manager_asks_for_them(enter: Enter, office: Office) -> None:
    busy(office, 6)
    for number in range(9):
        office.case(reference=f"CF-8{number:03}-00", conversation=None, confirmed=True, team="Adoption", made_up=True)
    manager = await enter("complaints_manager")
    page = await manager.read(REPORT)
    assert "The store holds 9 made-up cases of demonstration years. They are left out here." in page
    assert '<td class="number">15</td>' not in page
    assert (await manager.send(f"{REPORT}/text", REPORT, box="made_up", text="counted")).status == 303
    page = await manager.read(REPORT)
    assert "Made-up cases are counted here." in page
    assert '<td class="number">15</td>' in page
    refused = await manager.send(f"{REPORT}/issue", REPORT)
    assert refused.status == 422
    assert "A report that counts made-up cases is not issued" in await refused.text()
    assert (await manager.send(f"{REPORT}/text", REPORT, box="made_up", text="")).status == 303
    assert "They are left out here." in await manager.read(REPORT)
    assert (await manager.send(f"{REPORT}/issue", REPORT)).status == 303


async def test_a_store_without_made_up_cases_has_no_switch_for_them(enter: Enter, office: Office) -> None:
    busy(office)
    assert "made-up" not in await (await enter("complaints_manager")).read(REPORT)


async def test_the_file_of_a_report_with_made_up_cases_says_so_in_its_name(enter: Enter, office: Office) -> None:
    office.case(conversation=None, confirmed=True, made_up=True)
    manager = await enter("complaints_manager")
    for choice, name in (("counted", "-made-up"), ("", "")):
        await manager.send(f"{REPORT}/text", REPORT, box="made_up", text=choice)
        answer = await manager.get(f"{REPORT}/publication/csv")
        assert answer.headers["Content-Disposition"] == f'attachment; filename="national-2025{name}.zip"'
