"""That both reports of stage 2 are there is seen from the files, or a reason is asked for (SI 2006/1738 reg 17)."""

from __future__ import annotations

from bot.case_reports import Paper
from bot.complaints.records import Record
from tests.builders import AT
from tests.console.conftest import Browser, Enter
from tests.office import Office

REFERENCE = "CF-0B1C-2D"
CASE = f"/cases/{REFERENCE}"
ACT = f"{CASE}/acts/receive_reports"
AGREES = {"version": "1", "independent_person_agrees": "yes"}


async def investigated(enter: Enter, office: Office, *kinds: str) -> Browser:
    """A case whose statement is agreed, with these of the two reports brought, and the officer who looks at it."""
    stage_2 = Record(0, "stat_s2", "statement_agreed", AT.date(), details={"words": "Look again."})
    office.case(conversation=None, stage="stage_2", records=(stage_2,))
    for kind in kinds:
        office.papers.keep(Paper(f"d-{kind}", REFERENCE, kind, "pdf", AT, "o-else"), b"%PDF-")
    return await enter("complaints_officer")


def reported(office: Office) -> Record:
    case = office.cases.get(REFERENCE)
    assert case
    found = case.last("stat_s2")
    assert found
    return found


async def test_with_both_files_there_nothing_is_asked_about_them(enter: Enter, office: Office) -> None:
    officer = await investigated(enter, office, "investigation_report", "independent_report")
    page = await officer.read(ACT)
    assert 'name="investigation_report"' not in page and 'name="independent_report"' not in page
    assert "independent person’s report: File d-independent_report, brought on 2026-03-02" in page
    assert 303 == (await officer.send(ACT, CASE, **AGREES)).status
    assert "reported" == reported(office).state
    assert "File d-investigation_report, brought on 2026-03-02" == reported(office).details["investigation_report"]


async def test_without_a_file_and_without_a_reason_the_reports_are_not_received(enter: Enter, office: Office) -> None:
    officer = await investigated(enter, office, "investigation_report")
    answer = await officer.send(ACT, CASE, **AGREES, investigation_report="It is here.", independent_report=" ")
    text = await answer.text()
    assert 422 == answer.status and "statement_agreed" == reported(office).state
    assert '<a href="#independent_report">The independent person’s report is not here' in text
    assert 'id="independent_report-fault"' in text and "The investigating officer’s report is not here" not in text


async def test_why_a_report_is_missing_is_kept_in_the_history(enter: Enter, office: Office) -> None:
    officer = await investigated(enter, office, "investigation_report")
    await officer.send(ACT, CASE, **AGREES, independent_report="She died before she could write it.")
    assert "reported" == reported(office).state
    case = office.cases.get(REFERENCE)
    assert case and "Missing: She died before she could write it." == case.history[-1].detail["independent_report"]
    assert "Missing: She died before she could write it." in await officer.read(CASE)


async def test_a_file_counts_whatever_was_typed_in_its_place(enter: Enter, office: Office) -> None:
    officer = await investigated(enter, office, "investigation_report", "independent_report")
    await officer.send(ACT, CASE, **AGREES, investigation_report="Forged.")
    assert "Forged." not in str(reported(office).details)
