"""The commands about years: import-year, demo-year and reproduction."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot import councils
from bot.bootstrap import Services
from bot.councils.calendar import england
from bot.years import import_page, importing, printed, reproduction_page
from bot.years.courses import Council
from bot.years.importing import Import
from bot.years.sheets import Unusable

Joined = Callable[[], Services]  # joins the parts when a command needs them


def add_to(commands: Any, joined: Joined) -> None:
    """Add the commands to those of the command line. Each prints what it did; what goes wrong raises Unusable."""
    brought = _command(commands, "import-year", "bring a past year along (docs/import.md)")
    brought.add_argument("file", type=Path, nargs="?", help="a CSV or XLSX file")
    brought.add_argument("--dry-run", action="store_true", help="check it and keep nothing")
    brought.add_argument("--columns", action="store_true", help="print which columns a file has, and do nothing else")
    brought.set_defaults(command=lambda given: _import_year(given, joined))
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


def reproduction() -> str:
    """The page docs/reproduction.md."""
    reports = [printed.load(key) for key in printed.names()]
    return reproduction_page.page(reports, {report.council: books(report.council) for report in reports})


def books(code: str) -> Council:
    """A council with all versions of its profile and England's calendar. Raises BadProfile."""
    return Council(councils.versions(code), england())
