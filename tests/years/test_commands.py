"""The commands about years, from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import report_command
from bot.bootstrap import join
from bot.reporting.drafting import OF_MADE_UP
from bot.reporting.period import year as year_from
from bot.reporting.report import Report
from bot.reporting.table import Value
from bot.settings import read
from tests.test_command_line import A_SERVICE, Terminal, refused
from tests.years.conftest import Written, a_row, a_total


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    monkeypatch.setenv("COUNCIL", "harrow")
    return Terminal(tmp_path / "data", monkeypatch, capsys)


def at_harrow(terminal: Terminal, *arguments: str, **settings: str) -> str:
    done = terminal(*arguments, COUNCIL="harrow", **settings)
    assert done.code == 0, done.complained
    return done.printed


def test_a_dry_run_says_what_would_be_imported_and_keeps_nothing(terminal: Terminal, written: Written) -> None:
    path = str(written([a_row()]))
    told = at_harrow(terminal, "import-year", path, "--dry-run")
    assert told == "1 cases and 0 totals would be imported; 0 rows were there already.\n"
    assert at_harrow(terminal, "cases", "export") == ""


def test_importing_says_what_was_kept_and_the_second_time_that_it_was_there(
    terminal: Terminal, written: Written
) -> None:
    path = str(written([a_row()]))
    assert at_harrow(terminal, "import-year", path).startswith("1 cases and 0 totals were imported;")
    assert at_harrow(terminal, "import-year", path) == (
        "0 cases and 0 totals were imported; 1 rows were there already.\n"
    )


def test_faults_are_printed_line_by_line_and_nothing_is_kept(terminal: Terminal, written: Written) -> None:
    done = terminal("import-year", str(written([a_row(who="mum"), a_row(reference="")])), COUNCIL="harrow")
    assert done.code == 2
    first, second, last = done.complained.splitlines()
    assert first.startswith("line 2, who: ") and second.startswith("line 3, reference: must not be empty")
    assert last == "2 faults: nothing was imported."


def test_a_file_that_is_not_there_is_said_plainly(terminal: Terminal) -> None:
    assert refused(terminal("import-year", "nowhere.csv")) == "nowhere.csv cannot be read: No such file or directory."


def test_without_a_file_the_command_says_what_it_wants(terminal: Terminal) -> None:
    assert refused(terminal("import-year")) == "Name a file, or ask for --columns."


def test_imported_totals_are_last_year_in_the_report_of_the_service(terminal: Terminal, written: Written) -> None:
    at_harrow(terminal, "import-year", str(written([a_row()])))
    at_harrow(terminal, "import-year", str(written([a_total()])))
    assert stage_1() == (None, 31, 1)


def test_a_made_up_year_counts_in_a_report_only_when_asked(terminal: Terminal) -> None:
    made = at_harrow(terminal, "demo-year", "--council", "harrow", "--year", "2020", "--cases", "186")
    assert made.startswith("186 cases of 2020/21 were made up after Harrow's annual report for 2020/21.")
    assert (stage_1()[-1], report().warnings) == (0, ())
    assert (stage_1(made_up=True)[-1], report(made_up=True).warnings) == (10, (OF_MADE_UP,))


def test_the_report_command_takes_the_made_up_cases_only_with_its_flag(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(report_command, "write", lambda drafting, *_, **__: asked.append(drafting.made_up) or [])
    for flags in ((), ("--made-up",)):
        at_harrow(terminal, "report", "2020", "--out", str(tmp_path / "out"), *flags)
    assert asked == [False, True]


def stage_1(*, made_up: bool = False) -> tuple[Value, ...]:
    """How many stage 1 complaints the service's report of 2020/21 has, in each of its three years."""
    return report(made_up=made_up).tables["stage_1_by_service"].row("total").cells


def report(*, made_up: bool = False) -> Report:
    return join(read()).drafting("harrow", made_up=made_up).made(year_from(2020)).report


def test_a_year_is_never_made_up_beside_a_real_case(terminal: Terminal, written: Written) -> None:
    at_harrow(terminal, "import-year", str(written([a_row()])))
    done = terminal("demo-year", "--council", "harrow", "--year", "2020", COUNCIL="harrow", **A_SERVICE)
    assert refused(done) == "The store holds 1 real cases: nothing is made up beside them."
