"""What a manager does about reports, beyond the pages: who may, whose cases, and the command line's files."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest

from bot import councils, report_command
from bot.reporting.drafting import Drafting, read, written
from bot.reporting.period import year
from bot.roles import BadEntry, NotThere
from bot.settings import ROOT
from tests.builders import AT, a_case, an_officer
from tests.fakes import FixedClock, InMemoryAudit, InMemoryCases, InMemoryReports, InMemoryWork

MANAGER = an_officer(roles=("complaints_manager",))
PERIOD = year(2025)


@pytest.fixture
def drafting() -> Drafting:
    cases = InMemoryCases(InMemoryWork())
    return Drafting(cases, InMemoryReports(), InMemoryAudit(), FixedClock(), lambda day: councils.load("national", day))


def test_whoever_is_no_manager_makes_writes_quotes_and_issues_nothing(drafting):
    officer = an_officer(roles=("complaints_officer", "administrator"))
    draft = drafting.draft(MANAGER, PERIOD)
    for act in (
        lambda: drafting.draft(officer, PERIOD),
        lambda: drafting.write(officer, PERIOD, "what_came", "x"),
        lambda: drafting.quote(officer, PERIOD, "x", checked=True),
        lambda: drafting.unquote(officer, PERIOD, 0),
        lambda: drafting.issue(officer, draft),
    ):
        with pytest.raises(NotThere):
            act()


def test_that_a_report_was_made_and_issued_is_in_the_audit(drafting):
    drafting.issue(MANAGER, drafting.draft(MANAGER, PERIOD))
    assert [line.what for line in drafting.audit.about("2025")] == ["make_report", "issue_report"]


def test_cases_of_another_council_are_not_counted(drafting):
    for number, council in enumerate(("national", "harrow")):
        drafting.cases.add(a_case(reference=f"CF-{number}", council=council, confirmed=True), str(number), ())
    assert drafting.made(PERIOD).report.tables["stage_1_by_service"].at("total", "back_0") == 1


def test_a_period_to_come_is_refused(drafting):
    with pytest.raises(BadEntry):
        drafting.made(year(2030))


def test_a_number_of_service_users_is_a_number(drafting):
    with pytest.raises(BadEntry):
        drafting.write(MANAGER, PERIOD, "service_users", "about 900")


def test_a_checked_quotation_stays_as_it_was_written(drafting):
    said = "Mrs Grant was kind."
    assert drafting.quote(MANAGER, PERIOD, said, checked=False) == "[name] was kind."
    assert drafting.quote(MANAGER, PERIOD, said, checked=True) == said
    assert drafting.quotations(PERIOD) == ("[name] was kind.", said)


def test_how_far_it_is_is_told_table_by_table(drafting):
    told: list[tuple[int, int]] = []
    draft = drafting.made(PERIOD, lambda done, of: told.append((done, of)))
    count = len(draft.report.tables)
    assert told == [(done, count) for done in range(1, count + 1)]


def test_the_name_of_a_figure_can_be_written_and_read_back():
    name = frozenset({("kind", "stage_1"), ("service", "Children's Social Care"), ("period", "2020/21")})
    assert read(written(name)) == name


def test_the_command_writes_every_form(drafting, tmp_path):
    drafting.cases.add(a_case(received_at=AT - timedelta(days=30), confirmed=True), "key", ())
    files = report_command.write(drafting, PERIOD, tmp_path / "out", published=True)
    assert {"".join(file.suffixes) for file in files} >= {".html", ".docx", ".xlsx", ".csv.zip"}
    assert all(file.stat().st_size > 500 for file in files)
    assert date(2026, 3, 2) == drafting.made(PERIOD).report.as_of


def test_taking_a_report_out_is_noted_and_small_numbers_are_the_managers(drafting: Drafting) -> None:
    reader = an_officer(id="o-reader", roles=("reports_only",))
    drafting.taking(reader, PERIOD, published=True)
    with pytest.raises(NotThere):
        drafting.taking(reader, PERIOD, published=False)
    drafting.taking(MANAGER, PERIOD, published=False)
    assert [(line.who, line.what) for line in drafting.audit.about("2025")] == [
        ("o-reader", "take_report_publication"),
        (MANAGER.id, "take_report_small_numbers"),
    ]


def test_a_file_that_cannot_be_written_whole_leaves_the_one_that_was_there(tmp_path):
    path = tmp_path / "harrow-2020.pdf"
    report_command.put(path, b"the old one")
    limited = """
import resource, signal, sys
from pathlib import Path
from bot.report_command import put
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # as on a disk that is full
put(Path(sys.argv[1]), b"n" * 5000)
"""
    done = subprocess.run([sys.executable, "-c", limited, str(path)], capture_output=True, cwd=ROOT, check=False)
    assert b"OSError" in done.stderr
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(path.name, b"the old one")]
