"""The pages of the pool, of an appointment, and of the reports of stage 2."""

from __future__ import annotations

import io
import zipfile

import pytest
from aiohttp import ClientResponse, FormData

from bot.allocations import Allocation
from bot.case_reports import MOST_BYTES, form_of
from bot.complaints.records import Record
from tests.builders import AT, a_pool_person
from tests.console.conftest import Browser, Enter
from tests.office import Office

CASE = "/cases/CF-0B1C-2D"
STAGE_2 = Record(0, "stat_s2", "statement_agreed", AT.date(), details={"words": "Look again."})
PERSON = {"name": "Investigator <C>", "kinds": "investigating_officer", "dbs_on": "2025-01-06", "until": "2027-01-06"}


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


DOCX = packed("[Content_Types].xml", "word/document.xml")


async def bring(browser: Browser, content: bytes, kind: str, name: str = "report.pdf") -> ClientResponse:
    form = FormData({"csrf": await browser.token(f"{CASE}/reports"), "kind": kind})
    form.add_field("report", content, filename=name)
    return await browser.http.post(f"{CASE}/reports", data=form, allow_redirects=False)


# --- the pool ---


async def test_a_manager_adds_changes_and_takes_out(enter: Enter, office: Office) -> None:
    manager, officer = await enter("complaints_manager"), await enter("complaints_officer")
    assert 303 == (await manager.send("/pool", "/pool", person="", **PERSON)).status
    page = await officer.read("/pool")
    assert "Investigator &lt;C&gt;" in page and "Add somebody" not in page
    [person] = office.pool.all()
    assert 'value="Investigator &lt;C&gt;"' in await manager.read(f"/pool?person={person.id}")
    await manager.send("/pool", "/pool", **{**PERSON, "person": person.id, "name": "Investigator C"})
    assert ["Investigator C"] == [each.name for each in office.pool.all()]
    assert 404 == (await officer.send(f"/pool/{person.id}/leave", "/pool")).status
    await manager.send(f"/pool/{person.id}/leave", "/pool")
    assert "Nobody is in the pool yet." in await officer.read("/pool")


async def test_what_is_wrong_is_said_beside_its_field(enter: Enter) -> None:
    manager = await enter("complaints_manager")
    wrong = await manager.send("/pool", "/pool", **{**PERSON, "dbs_on": "soon", "until": ""})
    text = await wrong.text()
    assert (422, True, True) == (
        wrong.status, "Give the day of the certificate" in text, 'value="Investigator &lt;C&gt;"' in text,
    )  # fmt: skip


async def test_the_form_of_an_appointment_offers_those_of_the_pool_and_nobody_else(
    enter: Enter, office: Office
) -> None:
    office.case(conversation=None, stage="stage_2", records=(Record(0, "stat_s2", "requested", AT.date()),))
    office.pool.keep(a_pool_person(other_work="Trains foster carers"))
    office.pool.keep(a_pool_person(id="p-2", name="Long Gone", until=AT.date().replace(day=1)))
    officer = await enter("complaints_officer")
    page = await officer.read(f"{CASE}/acts/appoint_investigators")
    assert "other work for the council: Trains foster carers" in page
    assert "Long Gone" not in page
    for field in ("no_conflict_declared", "access_until"):
        assert f'name="{field}"' in page


# --- the reports ---


async def test_each_brings_their_own_report_and_whoever_decides_reads_both(enter: Enter, office: Office) -> None:
    office.case(conversation=None, stage="stage_2", records=(STAGE_2,))
    for role in ("investigating_officer", "independent_person", "adjudicating_officer"):
        given = Allocation(f"g-{role}", "CF-0B1C-2D", f"o-{role.replace('_', '-')}", role, AT, "o-else", (), AT.date())
        office.allocations.give(given)
    investigator, independent = await enter("investigating_officer"), await enter("independent_person")
    adjudicator = await enter("adjudicating_officer")
    assert 303 == (await bring(investigator, b"%PDF-1.7 what I found", "investigation_report")).status
    assert 422 == (await bring(investigator, b"%PDF-1.7", "independent_report")).status
    assert 303 == (await bring(independent, DOCX, "independent_report", "../../etc/passwd")).status
    assert 404 == (await bring(adjudicator, DOCX, "independent_report")).status
    papers = office.papers.of_case("CF-0B1C-2D")
    assert [("investigation_report", "pdf"), ("independent_report", "docx")] == [
        (p.kind, p.form) for p in sorted(papers, key=lambda each: each.kind, reverse=True)
    ]
    [pdf] = [paper for paper in papers if paper.form == "pdf"]
    answer = await adjudicator.get(f"{CASE}/reports/{pdf.id}")
    assert (b"%PDF-1.7 what I found", "application/pdf") == (await answer.read(), answer.content_type)
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="CF-0B1C-2D-investigation_report-2026-03-02.pdf"'
    )
    assert ("o-adjudicating-officer", "read_report") in office.acts("CF-0B1C-2D")


async def test_a_responding_manager_reads_no_report_of_stage_2(enter: Enter, office: Office) -> None:
    office.case(conversation=None, stage="stage_2", records=(STAGE_2,))
    manager = await enter("responding_manager")
    office.allocations.give(Allocation("g", "CF-0B1C-2D", "o-responding-manager", "responding_manager", AT, "o", (0,)))
    assert 404 == (await manager.get(f"{CASE}/reports")).status


async def test_a_report_of_another_case_is_not_there(enter: Enter, office: Office) -> None:
    office.case(conversation=None, stage="stage_2", records=(STAGE_2,))
    office.case(reference="CF-1111-11", conversation=None)
    officer = await enter("complaints_officer")
    await bring(officer, DOCX, "independent_report")
    [paper] = office.papers.of_case("CF-0B1C-2D")
    assert 404 == (await officer.get(f"/cases/CF-1111-11/reports/{paper.id}")).status


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>%PDF-",
        b"PK\x03\x04 broken",
        packed("word/document.xml"),
        packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        b"MZ\x90\x00",
    ],
    ids=["nothing", "a page", "a broken pack", "another pack", "with macros", "a program"],
)
async def test_what_is_no_report_is_refused_by_what_stands_in_it(enter: Enter, office: Office, content: bytes) -> None:
    office.case(conversation=None, stage="stage_2", records=(STAGE_2,))
    officer = await enter("complaints_officer")
    answer = await bring(officer, content, "independent_report")
    assert (422, True) == (answer.status, "without macros" in await answer.text())
    assert [] == list(office.papers.of_case("CF-0B1C-2D"))


async def test_one_that_is_too_large_is_refused_and_one_that_is_nearly_so_is_taken(
    enter: Enter, office: Office
) -> None:
    office.case(conversation=None, stage="stage_2", records=(STAGE_2,))
    officer = await enter("complaints_officer")
    assert 422 == (await bring(officer, b"%PDF-".ljust(MOST_BYTES + 1), "independent_report")).status
    assert 413 == (await bring(officer, b"%PDF-".ljust(2 * MOST_BYTES), "independent_report")).status
    assert 303 == (await bring(officer, b"%PDF-".ljust(MOST_BYTES), "independent_report")).status
    assert ("o-complaints-officer", "bring_report") in office.acts("CF-0B1C-2D")


async def test_a_report_that_cannot_be_noted_is_not_kept(enter: Enter, office: Office) -> None:
    office.case(conversation=None, stage="stage_2", records=(STAGE_2,))
    officer = await enter("complaints_officer")
    form = FormData({"csrf": await officer.token(f"{CASE}/reports"), "kind": "independent_report"})
    form.add_field("report", DOCX, filename="report.docx")
    office.audit.busy = True
    assert 503 == (await officer.http.post(f"{CASE}/reports", data=form, allow_redirects=False)).status
    assert [] == list(office.papers.of_case("CF-0B1C-2D"))


def test_a_bomb_is_no_document() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "x")
        made.writestr("word/document.xml", b"0" * (60 * 1024 * 1024))
    assert form_of(file.getvalue()) is None
    assert form_of(DOCX) == "docx"


async def test_no_other_form_takes_a_file(enter: Enter, office: Office) -> None:
    office.case(conversation=None)
    officer = await enter("complaints_officer")
    form = FormData({"csrf": await officer.token(CASE)})
    form.add_field("text", b"%PDF-", filename="report.pdf")
    assert 400 == (await officer.http.post(f"{CASE}/message", data=form, allow_redirects=False)).status


# --- their independence ---


async def test_independence_to_check_stands_in_the_queue_until_it_is_checked(enter: Enter, office: Office) -> None:
    office.case(conversation=None, stage="stage_2", records=(Record(0, "stat_s2", "requested", AT.date()),))
    office.pool.keep(a_pool_person(name="C", kinds=("investigating_officer",)))
    office.pool.keep(a_pool_person(id="p-2", name="D", kinds=("independent_person",)))
    officer = await enter("complaints_officer")
    told = {"investigating_officer": "C", "officer_had_no_part_in_it": "yes", "independent_person": "D",
            "person_is_independent": "yes", "no_conflict_declared": "yes", "access_until": "2026-05-01"}  # fmt: skip
    form = f"{CASE}/acts/appoint_investigators"
    text = await (await officer.send(form, CASE, version="1", shown="", **told)).text()
    assert "Check the independence of somebody who was appointed" in text and "Nothing was done yet." in text
    assert 303 == (await officer.send(form, CASE, version="1", **told)).status
    assert "Check the independence of somebody who was appointed" in await officer.read("/")
    form = f"{CASE}/acts/check_independence"
    assert "selected>Independent person: D</option>" in await officer.read(form)
    checked = {"appointment": "1", "declared_on": "2026-03-02", "what_was_checked": "The staff list."}
    assert 303 == (await officer.send(form, CASE, version="2", **checked)).status
    assert "Check the independence of somebody who was appointed" not in await officer.read("/")
    assert [] == office.work.tasks()
