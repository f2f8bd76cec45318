"""Past years come in: whole or not at all, with every fault told, and the same file twice changes nothing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.complaints.case import Case
from bot.ports import ReferenceTaken
from bot.reporting.report import Facts, year
from bot.settings import ROOT
from bot.storage.store import Store
from bot.years import import_page
from bot.years.courses import Council
from bot.years.importing import Import, as_told
from bot.years.sheets import LARGEST_WORKBOOK_BYTES, Unusable
from bot.years.totals import tallies
from tests.builders import a_case
from tests.years.conftest import Written, a_row, a_total


def test_a_file_of_cases_is_kept_with_records_clocks_and_findings(
    bring: Import, store: Store, written: Written
) -> None:
    later = {"stage_2_asked": "2020-06-01", "stage_2_answered": "2020-09-30", "stage_2_found": "partially_upheld"}
    bring.keep(bring.plan(written([a_row(**later)])))
    [case] = store.cases.all()
    assert [record.kind for record in case.records] == ["stat_s1", "stat_s2"]
    assert [(finding.stage, finding.outcome) for finding in case.findings] == [
        ("stage_1", "upheld"),
        ("stage_2", "partially_upheld"),
    ]
    first, *second = case.clocks
    assert (first.due, first.met_on) == (date(2020, 5, 19), date(2020, 5, 15))  # 8 May 2020 was a bank holiday
    assert {clock.met_on for clock in second} == {date(2020, 9, 30)}
    assert (case.stage, case.ended, case.channel, case.conversation) == ("closed", "not_escalated", "imported", None)


def test_the_same_file_twice_changes_nothing(bring: Import, store: Store, written: Written) -> None:
    path = written([a_row(), a_row(reference="H-0002", stage_1_found="upheld; not_upheld")])
    bring.keep(bring.plan(path))
    before = [store.cases.get(case.reference) for case in store.cases.all()]
    again = bring.plan(path)
    assert (again.cases, again.faults, again.there_already) == ((), (), 2)
    bring.keep(again)
    assert before == [store.cases.get(case.reference) for case in store.cases.all()]


def test_a_row_that_is_there_with_other_contents_is_a_fault(bring: Import, written: Written) -> None:
    bring.keep(bring.plan(written([a_row()])))
    [fault] = bring.plan(written([a_row(stage_1_found="not_upheld")])).faults
    assert str(fault) == (
        "line 2, reference: H-0001 was imported before with other contents; nothing that is kept is changed"
    )


def test_one_fault_anywhere_and_nothing_is_imported(bring: Import, store: Store, written: Written) -> None:
    plan = bring.plan(written([a_row(), a_row(reference="H-0002", received="31/02/2020")]))
    assert as_told(plan, dry=False)[-1] == "1 fault: nothing was imported."
    with pytest.raises(ValueError, match="faults"):
        bring.keep(plan)
    assert store.cases.all() == []


def test_what_the_store_refuses_halfway_leaves_nothing_behind(store: Store, bring: Import, written: Written) -> None:
    plan = bring.plan(written([a_row(), a_row(reference="H-0002")]))
    [_, second] = plan.cases
    store.cases.add(second, "another key", [])  # somebody was faster
    with pytest.raises(ReferenceTaken):
        bring.keep(plan)
    assert [case.reference for case in store.cases.all()] == ["H-0002"]


FAULTY = {
    "an unknown choice": ({"who": "mum"}, "who", "'mum' is none of child, care_leaver"),
    "an unknown finding among several": ({"stage_1_found": "upheld; lost"}, "stage_1_found", "'lost' is none of"),
    "a day that is no day": ({"received": "soon"}, "received", "'soon' is no day: write 2020-04-01 or 01/04/2020"),
    "a day that is not in the calendar": ({"received": "2021-02-29"}, "received", "is no day of the calendar"),
    "a needed cell that is empty": ({"received": ""}, "received", "must not be empty"),
    "a team that the council does not have": ({"team": "Parks"}, "team", "'Parks' is none of Harrow's teams"),
    "an answer before it came": ({"stage_1_answered": "2020-05-01"}, "stage_1_answered", "lies before received"),
    "a finding without an answer": ({"stage_1_answered": ""}, "stage_1_found", "needs stage_1_answered"),
    "a day in the future": ({"stage_1_answered": "2030-01-01"}, "stage_1_answered", "lies in the future"),
    "a stage of a compliment": ({"booked_as": "compliment"}, "stage_1_answered", "a compliment has none"),
    "a panel of the corporate procedure": (
        {
            "booked_as": "corporate", "stage_2_asked": "2020-06-01", "stage_2_answered": "2020-07-01",
            "stage_3_asked": "2020-08-01",
        },
        "stage_3_asked",
        "the corporate procedure has no panel",
    ),
    "different numbers of points": (
        {
            "stage_1_found": "upheld;upheld", "stage_2_asked": "2020-06-01", "stage_2_answered": "2020-07-01",
            "stage_2_found": "upheld;upheld;upheld",
        },
        "stage_3_found",
        "different numbers of points",
    ),
    "a number that is none": ({"recommendations": "two"}, "recommendations", "'two' is no whole number"),
    "a sum that is none": ({"paid": "1.005"}, "paid", "'1.005' is no sum in pounds and pence"),
    "a sum less than nothing": ({"paid": "-5"}, "paid", "is no sum in pounds and pence"),
    "a purpose without a payment": ({"paid_for": "distress"}, "paid_for", "needs paid"),
    "a reference that could not be found again": ({"reference": "H/1"}, "reference", "'H/1' may have letters"),
    "a reference of ours": ({"reference": "CF-0B1C-2G"}, "reference", "one of this service's own references"),
    "somebody's words": ({"team": "She told me that " * 10}, "team", "past years carry nobody's words"),
    "an ethnicity that is not on the list": ({"ethnicity": "Martian"}, "ethnicity", "'Martian' is none of afghani"),
    "a duty kind of a complaint": ({"duty_kind": "query"}, "duty_kind", "only what is booked as duty has one"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_cell_is_told_by_line_column_and_reason(name: str, bring: Import, written: Written) -> None:
    changes, column, reason = FAULTY[name]
    faults = bring.plan(written([a_row(reference="H-0000"), a_row(**changes)])).faults
    assert [fault for fault in faults if fault.line == 3 and fault.column == column and reason in fault.reason], faults


def test_every_fault_of_a_file_is_told_at_once_in_its_order(bring: Import, written: Written) -> None:
    path = written([a_row(who="mum", received="soon"), a_row(reference="H-0002", team="Parks")])
    told = [(fault.line, fault.column) for fault in bring.plan(path).faults]
    assert told == [(2, "received"), (2, "who"), (3, "team")]


def test_a_reference_that_stands_twice_is_told_with_both_lines(bring: Import, written: Written) -> None:
    [fault] = bring.plan(written([a_row(), a_row(stage_1_found="not_upheld")])).faults
    assert str(fault) == "line 3, reference: stands on line 2 already"


def test_a_case_of_this_service_is_never_taken_for_a_past_one(bring: Import, store: Store, written: Written) -> None:
    store.cases.add(a_case(reference="H-0001"), "key", [])
    [fault] = bring.plan(written([a_row()])).faults
    assert fault.reason == "H-0001 is a case of this service already"


UNUSABLE = {
    "no such column": ("reference,received,booked_as,colour\n", "there is no column called 'colour'"),
    "a missing column": ("reference,booked_as\n", "the column received is missing"),
    "a column twice": ("reference,received,received,booked_as\n", "the column received stands there twice"),
    "no headings": ("H-1,2020-05-04,statutory\n", "the first line must name the columns"),
    "nothing": ("", "is empty"),
    "an open quote": ('reference,received,booked_as\n"H-1,2020-05-04,statutory\n', "this is no CSV"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_is_no_file_of_past_years_is_refused_as_a_whole(name: str, bring: Import, tmp_path: Path) -> None:
    text, reason = UNUSABLE[name]
    path = tmp_path / "year.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unusable, match=reason):
        bring.plan(path)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("year.csv", b"\xff\xfereference", "UTF-8"),
        ("year.xlsx", b"no workbook", "no Excel workbook"),
        ("year.pdf", b"%PDF", "neither .csv nor .xlsx"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    name: str, content: bytes, reason: str, bring: Import, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unusable, match=reason):
        bring.plan(tmp_path / name)


def test_a_cell_under_no_heading_is_told(bring: Import, tmp_path: Path) -> None:
    path = tmp_path / "year.csv"
    path.write_text("reference,received,booked_as\nH-1,2020-05-04,statutory,left over\n", encoding="utf-8")
    [fault] = bring.plan(path).faults
    assert str(fault) == "line 2, after the last column: 'left over' stands under no heading"


def test_a_workbook_with_both_sheets_comes_in_as_the_csv_would(
    bring: Import, store: Store, written: Written, tmp_path: Path
) -> None:
    [expected] = bring.plan(written([a_row()])).cases
    bring.keep(bring.plan(_workbook(tmp_path)))
    [case] = store.cases.all()
    assert case == expected
    [total] = store.past_years.totals("harrow")
    assert (total.year, total.where, total.number) == (2019, {"kind": "stage_1"}, 31)


def _workbook(folder: Path) -> Path:
    """Days as a spreadsheet keeps them, headings as people write them, and a sheet that is empty."""
    book = Workbook()
    row = {**a_row(), "received": date(2020, 5, 4), "stage_1_answered": date(2020, 5, 15)}
    book.active.append([name.replace("_", " ").capitalize() for name in row])
    book.active.append(list(row.values()))
    totals = book.create_sheet("Totals")
    totals.append(list(a_total()))
    totals.append(["2019/20", "stage_1", 31, "report 2020/21, table 2"])
    book.create_sheet("Notes")
    book.save(folder / "year.xlsx")
    return folder / "year.xlsx"


CASES_IN_SEMICOLONS = "reference;received;booked_as;team;paid;stage_2_asked\nH-1;04/05/2020;statutory;{team};{paid};\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_with_semicolons_comes_in_whichever_letters_excel_wrote(
    encoding: str, bring: Import, tmp_path: Path, harrow: Council
) -> None:
    path = tmp_path / "year.csv"
    team = harrow.profile(date(2020, 5, 4)).teams[0]
    path.write_bytes(CASES_IN_SEMICOLONS.format(team=team, paid="£1,250.50").encode(encoding))
    plan = bring.plan(path)
    assert plan.faults == ()
    [case] = plan.cases
    assert [record.details["pence"] for record in case.records if record.kind == "remedy_payment"] == [125_050]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_csv_in_letters_that_nobody_can_tell_is_refused(encoding: str, bring: Import, tmp_path: Path) -> None:
    (tmp_path / "year.csv").write_bytes("reference,received,booked_as\n".encode(encoding))
    with pytest.raises(Unusable, match="UTF-8"):
        bring.plan(tmp_path / "year.csv")


def _saved(folder: Path, change: Callable[[Any], None]) -> Path:
    """A workbook with one case, changed and saved."""
    book = Workbook()
    book.active.append(list(a_row()))
    book.active.append(list(a_row().values()))
    change(book.active)
    book.save(folder / "year.xlsx")
    return folder / "year.xlsx"


def test_merged_cells_are_told_and_not_taken_for_empty_ones(bring: Import, tmp_path: Path) -> None:
    path = _saved(tmp_path, lambda sheet: sheet.merge_cells("A2:A3"))
    with pytest.raises(Unusable, match="A2:A3 are merged"):
        bring.plan(path)


def test_a_formula_that_was_never_worked_out_is_told_and_not_taken_for_an_empty_cell(
    bring: Import, tmp_path: Path
) -> None:
    place = list(a_row()).index("stage_1_answered") + 1
    path = _saved(tmp_path, lambda sheet: sheet.cell(2, place, "=B2+11"))
    with pytest.raises(Unusable, match=r"the formula in [A-Z]+2 has come to nothing"):
        bring.plan(path)


def test_a_formula_counts_as_what_it_came_to(bring: Import, tmp_path: Path) -> None:
    place = list(a_row()).index("reference") + 1
    path = _saved(tmp_path, lambda sheet: sheet.cell(2, place, "=3+4"))
    with zipfile.ZipFile(path) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    with zipfile.ZipFile(path, "w") as worked_out:  # as Excel saves it: the formula, and what it came to
        for name, part in parts.items():
            told = re.sub(rb"(</f>)<v ?/?>(</v>)?", rb"\1<v>7</v>", part)
            worked_out.writestr(name, told)
    assert [case.reference for case in bring.plan(path).cases] == ["7"]


def test_a_day_of_a_workbook_is_a_day_however_it_is_shown_and_a_time_of_day_is_left_out(
    bring: Import, tmp_path: Path
) -> None:
    place = list(a_row()).index("received") + 1

    def fill(sheet: Any) -> None:
        sheet.cell(2, place, datetime(2020, 5, 4, 16, 45)).number_format = "d mmm yy"

    [case] = bring.plan(_saved(tmp_path, fill)).cases
    assert case.received_at.date() == date(2020, 5, 4)


def test_a_day_that_is_only_a_number_in_the_workbook_is_told(bring: Import, tmp_path: Path) -> None:
    place = list(a_row()).index("received") + 1
    [fault] = bring.plan(_saved(tmp_path, lambda sheet: sheet.cell(2, place, 43955))).faults
    assert str(fault) == "line 2, received: '43955' is no day: write 2020-04-01 or 01/04/2020"


def test_a_workbook_that_is_too_large_is_refused_before_it_is_opened(bring: Import, tmp_path: Path) -> None:
    (tmp_path / "year.xlsx").write_bytes(b"\0" * (LARGEST_WORKBOOK_BYTES + 1))
    with pytest.raises(Unusable, match="save each sheet as CSV"):
        bring.plan(tmp_path / "year.xlsx")


def test_one_file_with_every_kind_of_fault_tells_each_of_them_and_keeps_nothing(
    bring: Import, store: Store, written: Written
) -> None:
    rows = [a_row(**{"reference": f"H-1{at:03}", **changes}) for at, (changes, _, _) in enumerate(FAULTY.values())]
    plan = bring.plan(written([a_row(), *rows]))
    told = {(fault.line, fault.column): fault.reason for fault in plan.faults}
    for line, (_, column, reason) in enumerate(FAULTY.values(), start=3):
        assert reason in told.get((line, column), ""), (line, column)
    with pytest.raises(ValueError, match="faults"):
        bring.keep(plan)
    assert store.cases.all() == []


TOTALS_FAULTY = {
    "neither number nor pounds": ({"number": ""}, "number", "a row has either a number or pounds"),
    "both": ({"pounds": "5"}, "number", "a row has either a number or pounds"),
    "pounds of what is no payment": ({"number": "", "pounds": "5"}, "pounds", "sums of money are of payments"),
    "a year that is none": ({"year": "2019/21"}, "year", "'2019/21' is no year: write 2020/21"),
    "a year that is not over": ({"year": "2026/27"}, "year", "is not over yet"),
    "a service that no table shows": ({"service": "Parks"}, "service", "'Parks' is none of"),
    "something that no report counts": ({"counted": "smiles"}, "counted", "'smiles' is none of"),
}


@pytest.mark.parametrize("name", TOTALS_FAULTY)
def test_a_faulty_total_is_told(name: str, bring: Import, written: Written) -> None:
    changes, column, reason = TOTALS_FAULTY[name]
    faults = bring.plan(written([a_total(**changes)])).faults
    assert [fault for fault in faults if fault.column == column and reason in fault.reason], faults


def test_a_total_that_is_there_with_another_number_is_a_fault(bring: Import, store: Store, written: Written) -> None:
    bring.keep(bring.plan(written([a_total()])))
    assert bring.plan(written([a_total()])).there_already == 1
    [fault] = bring.plan(written([a_total(number="33")])).faults
    assert fault.reason == "this figure was imported before as 31, from report 2020/21, table 2"


def test_imported_totals_stand_as_last_year_in_the_report(
    bring: Import, store: Store, written: Written, harrow: Council
) -> None:
    bring.keep(bring.plan(written([a_row()])))
    service = {"service": "Children's Social Care"}
    bring.keep(bring.plan(written([a_total(service=""), a_total(**service, number="22")])))
    facts = Facts(past=tallies(store.past_years.totals("harrow")))
    table = year(_cases(store), harrow.profiles[-1], 2020, facts).tables["stage_1_by_service"]
    assert table.row("total").cells == (None, 31, 1)  # of 2018/19 nobody has stated anything
    assert table.row("Children's Social Care").cells == (None, 22, 1)


def _cases(store: Store) -> list[Case]:
    return list(store.cases.all())


def test_the_page_shows_the_columns_that_the_checks_go_by() -> None:
    page = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
    assert page.partition("<!-- columns -->\n")[2].strip() == import_page.columns()
