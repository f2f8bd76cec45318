"""The commands about years: import-year, demo-year and reproduction."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot import councils
from bot.bootstrap import Services
from bot.councils.calendar import england
from bot.rasa.written import WrittenConversations
from bot.reporting.period import year as year_from
from bot.words import words
from bot.years import import_page, importing, printed, reproduction_page
from bot.years.courses import Council
from bot.years.demo import DemoYear, nearest
from bot.years.importing import Import
from bot.years.sheets import Unusable

MOST_CASES = 1_000_000
Joined = Callable[[], Services]  # joins the parts when a command needs them


def add_to(commands: Any, joined: Joined) -> None:
    """Add the commands to those of the command line. Each prints what it did; what goes wrong raises Unusable."""
    brought = _command(commands, "import-year", "bring a past year along (docs/import.md)")
    brought.add_argument("file", type=Path, nargs="?", help="a CSV or XLSX file")
    brought.add_argument("--dry-run", action="store_true", help="check it and keep nothing")
    brought.add_argument("--columns", action="store_true", help="print which columns a file has, and do nothing else")
    brought.set_defaults(command=lambda given: _import_year(given, joined))
    made_up = _command(commands, "demo-year", "make up a year of cases after the shares that a council printed")
    made_up.add_argument("--council", required=True, help="the council's code")
    made_up.add_argument("--year", type=int, required=True, help="the year in which it begins: 2020 is 2020/21")
    made_up.add_argument("--cases", type=_number, help="how many cases (default: as many as were printed)")
    made_up.add_argument("--seed", type=int, default=1, help="another number makes other cases (default: 1)")
    made_up.set_defaults(command=lambda given: _demo_year(given, joined))
    again = _command(commands, "reproduction", "the councils' printed reports made again, as docs/reproduction.md")
    again.set_defaults(command=lambda _given: print(reproduction(), end=""))


def _command(commands: Any, name: str, about: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    return parser


def _import_year(given: argparse.Namespace, joined: Joined) -> None:
    if given.columns:
        return print(import_page.columns())
    if given.file is None:
        raise Unusable("Name a file, or ask for --columns.")
    services = joined()
    use_case = Import(
        services.store.cases, services.store.past_years, books(services.settings.council), services.intake.today()
    )
    plan = use_case.plan(given.file)
    told = "\n".join(importing.as_told(plan, dry=given.dry_run))
    if plan.faults:
        raise Unusable(told)
    if not given.dry_run:
        use_case.keep(plan)
    return print(told)


def _demo_year(given: argparse.Namespace, joined: Joined) -> None:
    council, services = books(given.council), joined()
    store = services.store
    talks = WrittenConversations(store.engine, services.keyring)
    demo = DemoYear(store.cases, store.past_years, talks, words(), services.intake.today())
    made = demo.make(council, given.year, given.cases, given.seed)
    label = year_from(given.year).label
    if not made:
        return print(f"There is a made-up {label} of {given.council} already; nothing was changed.")
    report = nearest(given.council, given.year).report
    return print(
        f"{made} cases of {label} were made up after {report}. They are marked; a report counts them only when asked."
    )


def _number(told: str) -> int:
    if not told.isdecimal() or not 1 <= int(told) <= MOST_CASES:
        raise argparse.ArgumentTypeError(f"a number from 1 to {MOST_CASES:,}")
    return int(told)


def reproduction() -> str:
    """The page docs/reproduction.md."""
    reports = [printed.load(key) for key in printed.names()]
    return reproduction_page.page(reports, {report.council: books(report.council) for report in reports})


def books(code: str) -> Council:
    """A council with all versions of its profile and England's calendar. Raises BadProfile."""
    return Council(councils.versions(code), england())
