"""The service at a glance: what the manager finds on the page, takes away as CSV, and what is not counted for whom."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.allocations import Interest
from tests.builders import AT, a_clock, a_point
from tests.console.conftest import Browser, Enter
from tests.office import Office


def some_cases(office: Office, count: int = 3, **changes) -> None:
    """Cases of this quarter without a conversation, one reference after the other."""
    first = len(office.cases.all())
    for number in range(first, first + count):
        office.case(**{"reference": f"CF-{number:04}-00", "conversation": None, "confirmed": True, **changes})


async def sheet(browser: Browser, table: str, **asked: str) -> list[list[str]]:
    """A table as CSV, by its lines."""
    told = "&".join(f"{name}={value}" for name, value in asked.items())
    answer = await browser.get(f"/glance/{table}/csv?{told}")
    assert answer.status == 200
    return list(csv.reader(io.StringIO((await answer.read()).decode("utf-8-sig"))))


async def test_the_page_says_what_came_what_is_open_and_late_and_what_was_in_time(enter: Enter, office: Office) -> None:
    some_cases(office, 2, team="Fostering")
    some_cases(office, 3, team="Fostering", clock=a_clock(met_on=date(2026, 3, 16)))
    some_cases(office, 1, team="Fostering", clock=a_clock(met_on=date(2026, 3, 17)))
    office.clock.forward(days=15)  # the 17th: two are a day late
    page = " ".join((await (await enter("complaints_manager")).read("/glance")).split())
    for words in (
        "<dt>Received</dt><dd>6</dd>",
        "<dt>Open today</dt><dd>6</dd>",
        '<div class="late"><dt>Late today</dt><dd>2</dd>',
        "<dt>Stage 1 in time</dt><dd>100%</dd>",
        "The council has set no target",
    ):
        assert words in page


async def test_in_time_is_told_within_the_first_limit_and_within_the_extended_one(enter: Enter, office: Office) -> None:
    for met in (date(2026, 3, 16), date(2026, 3, 17), date(2026, 3, 30), date(2026, 3, 31)):
        some_cases(office, 1, team="Fostering", clock=a_clock(met_on=met))
    office.clock.forward(days=60)
    manager = await enter("complaints_manager")
    [_, fostering, total] = await sheet(manager, "in_time", period="2025-q4")
    assert fostering == ["Fostering", "4", "4", "1", "2", "1", "3", "25.0", "75.0"]
    assert fostering[1:] == total[1:]


async def test_a_team_a_quarter_and_a_breakdown_are_chosen_without_a_script(enter: Enter, office: Office) -> None:
    some_cases(office, 2, team="Fostering", points=(a_point(nature=("delays",)),))
    some_cases(office, 1, team="Youth justice", points=(a_point(nature=("bias",)),))
    some_cases(office, 1, team="Fostering", received_at=datetime(2025, 11, 3, 12, tzinfo=UTC))
    manager = await enter("complaints_manager")
    by_nature = await sheet(manager, "received", team="Fostering", by="nature")
    assert by_nature == [
        ["Nature of the complaint", "Stage 1", "Total", "2024/25 quarter 4"],
        ["Delays", "2", "2", ""],
        ["Total", "2", "2", ""],
    ]
    months = await sheet(manager, "received", period="2025-q3", by="month")
    assert [line[0] for line in months] == ["Month", "October 2025", "November 2025", "December 2025", "Total"]
    assert [line[-1] for line in months[1:]] == ["0", "1", "0", "1"]
    page = await manager.read("/glance?period=2025-q3&team=Fostering&by=month")
    for chosen in ('value="2025-q3" selected', 'value="Fostering" selected', 'value="month" selected'):
        assert chosen in page


async def test_every_table_has_its_chart_in_words_and_as_a_picture_and_its_csv(enter: Enter, office: Office) -> None:
    for team in ("Fostering", "Youth justice"):
        some_cases(office, 2, team=team, clock=a_clock(met_on=AT.date()))
    manager = await enter("complaints_manager")
    page = await manager.read("/glance")
    for table in ("received", "open", "in_time", "went_on"):
        picture = await manager.get(f"/glance/{table}/chart?by=team")
        assert (picture.status, picture.content_type) == (200, "image/svg+xml"), table
        assert f'src="/glance/{table}/chart?period=2025-q4&amp;team=&amp;by=team" alt="' in page
        assert f'href="/glance/{table}/csv?period=2025-q4&amp;team=&amp;by=team" download' in page
    assert "Bar chart. Stage 1 answered in time, received in 2025/26 quarter 4." in page


async def test_what_somebody_may_not_see_is_not_counted_for_them(enter: Enter, office: Office) -> None:
    some_cases(office, 3)
    office.case(reference="CF-HELD-00")
    office.alerted()
    manager, officer = await enter("complaints_manager"), await enter("complaints_officer")
    office.allocations.declare(Interest("CF-0000-00", "o-complaints-officer", AT, "o-complaints-officer"))
    totals = [(await sheet(browser, "open"))[-1][-1] for browser in (manager, officer)]
    assert totals == ["4", "2"]


async def test_an_officer_of_one_team_has_that_teams_figures(enter: Enter, office: Office) -> None:
    some_cases(office, 2, team="Fostering")
    some_cases(office, 3, team="Youth justice")
    officer = await enter("complaints_officer")
    kept = office.officers.get("o-complaints-officer")
    assert kept
    office.officers.save(replace(kept, teams=("Fostering",)))
    assert [line[0] for line in await sheet(officer, "open")] == ["Team", "Fostering", "Total"]


async def test_another_councils_cases_and_made_up_ones_are_not_counted(enter: Enter, office: Office) -> None:
    some_cases(office, 1)
    some_cases(office, 1, council="harrow")
    some_cases(office, 1, made_up=True)
    assert (await sheet(await enter("complaints_manager"), "open"))[-1][-1] == "1"


async def test_a_choice_that_there_is_not_is_not_found(enter: Enter) -> None:
    manager = await enter("complaints_manager")
    for asked in ("period=2040", "period=yesterday", "team=Catering", "by=colour"):
        assert (await manager.get(f"/glance?{asked}")).status == 404
    assert (await manager.get("/glance/nothing/csv")).status == 404
    assert (await manager.get("/glance/open/chart")).status == 404  # nothing is open, so nothing is drawn


async def test_a_quarter_without_any_case_is_shown_as_nothing(enter: Enter) -> None:
    page = await (await enter("complaints_manager")).read("/glance")
    assert "<dt>Received</dt><dd>0</dd>" in page
    assert "<img" not in page


async def test_the_charts_show_what_the_page_has_shown_and_are_not_noted_again(enter: Enter, office: Office) -> None:
    for team in ("Fostering", "Leaving care"):
        some_cases(office, 1, team=team)
    manager = await enter("complaints_manager")
    await manager.read("/glance")
    some_cases(office, 1, team="Youth justice")
    chart = "/glance/open/chart?period=2025-q4&by=team"
    assert "Youth justice" not in await manager.read(chart)
    assert office.acts("2025-q4") == [("o-complaints-manager", "see_glance")]
    office.clock.forward(seconds=61)
    assert "Youth justice" in await manager.read(chart)
    assert len(office.acts("2025-q4")) == 2


async def test_a_chart_is_not_somebody_elses(enter: Enter, office: Office) -> None:
    office.case(reference="CF-HELD-00", team="Fostering")
    office.alerted()
    manager, officer = await enter("complaints_manager"), await enter("complaints_officer")
    await manager.read("/glance")
    assert (await officer.get("/glance/open/chart?period=2025-q4&by=team")).status == 404
