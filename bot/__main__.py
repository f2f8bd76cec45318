"""The command line: python -m bot run | doors | officer | triage | cases | profiles | languages | train and others.

What goes wrong in a known way becomes a plain sentence on the error output, and exit code 2.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot import councils, export, languages, one_machine, settings, supervisor, training, year_commands
from bot.complaints import triage
from bot.complaints.as_json import assessment_as_json, facts_from_json, signposts_as_json, trace_as_json
from bot.complaints.errors import BadProfile, ComplaintsError
from bot.complaints.trace import trace
from bot.councils import side_by_side
from bot.ports import ReferenceTaken, StoreBusy
from bot.reporting import period as periods
from bot.roles import BadEntry, NotThere, may
from bot.storage.sealing import Unreadable
from bot.words import words
from bot.years.demo import CannotMakeUp
from bot.years.sheets import Unusable


class Refused(Exception):
    """The command cannot do what was asked; the message says why and what to do."""


PLAIN_ERRORS = (
    Refused, settings.BadSetting, ComplaintsError, StoreBusy, ReferenceTaken, Unreadable, Unusable,
    CannotMakeUp, training.TrainingFailed, one_machine.AlreadyRunning, supervisor.NotReady,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    given = _parser().parse_args(arguments)
    try:
        given.command(given)
    except PLAIN_ERRORS as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m bot", description="Have Your Say, from the command line.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _command(commands, "run", "start everything and keep it running until Ctrl-C", _run)
    for name, about in {
        "doors": "open both doors in one process",
        "widget": "open the public door alone",
        "console": "open the officers' door alone",
    }.items():
        _command(commands, name, about, _doors).set_defaults(doors=[name] if name != "doors" else ["widget", "console"])
    officer = _command(commands, "officer", "officers' accounts").add_subparsers(required=True, metavar="WHAT")
    _command(officer, "code", "a new one-time code for the first officer", _officer_code)
    again = _command(officer, "recover", "a one-time code for an administrator who cannot get in", _officer_recover)
    again.add_argument("email", help="the address of the administrator's account")
    asked = _command(commands, "triage", "where these facts lead, and what to ask next", _triage)
    asked.add_argument("file", help='JSON of facts and "points"; - reads standard input')
    asked.add_argument("--council", help="the council's code (default: the setting COUNCIL)")
    cases = _command(commands, "cases", "the complaints store").add_subparsers(required=True, metavar="WHAT")
    exported = _command(
        cases, "export", "print every case, decrypted; outside a demonstration this must be approved", _cases_export
    )
    exported.add_argument(
        "--approved", metavar="EXPORT", help="the approved request, as its address in the console ends"
    )
    exported.add_argument("--format", choices=["jsonl"], default="jsonl")
    _command(cases, "index", "make what cases are found by again, after a new key for it", _cases_index)
    compared = _command(commands, "profiles", "check the councils' profiles and show what differs", _profiles)
    compared.add_argument("--on", type=date.fromisoformat, help="the day on which they hold (default: today)")
    report = _command(
        commands, "report", "make a period's report as page, PDF, Word document, workbook and CSV", _report
    )
    report.add_argument("period", type=periods.read, help="a year (2020 is 2020/21), 2020-q3, or week-2020-10-05")
    report.add_argument("--council", help="the council's code (default: the setting COUNCIL)")
    report.add_argument("--out", type=Path, default=Path("reports"), help="the folder to write into (default: reports)")
    report.add_argument("--small-numbers", action="store_true", help="show small numbers: not for publication")
    report.add_argument("--made-up", action="store_true", help="count the made-up cases of demo-year too")
    _command(commands, "languages", "our phrases in other languages, and who has signed them", _languages)
    year_commands.add_to(commands, _services)
    _command(commands, "train", "make the encoder and train the model, where that is needed", _train)
    return parser


def _command(commands: Any, name: str, about: str, does: Any = None) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    parser.set_defaults(command=does)
    return parser


def _services() -> Any:
    from bot.bootstrap import services

    return services()


def _say(sentence: str) -> None:
    print(sentence, flush=True)


# --- running ---


def _run(_given: argparse.Namespace) -> None:
    chosen = settings.read()
    if not training.model_file().is_file():
        raise Refused("There is no trained model yet. Make one with: make train")
    with one_machine.only_one(chosen.data_dir):
        one_machine.check_ports(chosen)
        from bot import bootstrap, doors

        services = bootstrap.services()  # a bad profile or a store that cannot be had is told before anything starts
        logs = chosen.data_dir / "logs"
        addresses = [_reached_at(*doors.where(chosen, name)) for name in doors.NAMES]
        parts = supervisor.parts(training.model_file(), chosen.rasa_address, chosen.actions_address, *addresses)
        environment = {**os.environ, "DATA_DIR": str(chosen.data_dir)}  # parts run in another folder
        _say("Starting Rasa, the action server and both doors…")
        keeping = supervisor.Supervisor(parts, logs, _say, environment, ready_within=chosen.start_seconds)
        asyncio.run(keeping.run(lambda: _welcome(chosen, doors.desk(services).sign_in.first_code())))
        _say("Everything is stopped.")


def _reached_at(host: str, port: int) -> str:
    """The address under which this machine itself reaches a door."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _welcome(chosen: settings.Settings, code: str | None) -> None:
    _say("")
    if chosen.demonstration:
        _say("This is a DEMONSTRATION: nobody reads what is written, and no alert reaches anybody.")
    _say(f"The widget, for everybody:  {chosen.widget_address}")
    _say(f"The console, for officers:  {chosen.console_address}")
    if code:
        _say(f"The first officer opens an account at {chosen.console_address}/first with the one-time code {code}")
    _say(f"Logs are in {chosen.data_dir / 'logs'}. Ctrl-C stops everything.")


def _doors(given: argparse.Namespace) -> None:
    from bot import doors
    from bot.bootstrap import services

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        asyncio.run(doors.serve(services(), given.doors))
    except OSError as error:
        raise Refused(f"A door cannot be opened: {error.strerror or error}") from error


def _train(_given: argparse.Namespace) -> None:
    logging.disable(logging.WARNING)  # advice of the libraries to those who develop them
    training.prepare(settings.read(), _say)


# --- asking ---


def _officer_code(_given: argparse.Namespace) -> None:
    from bot import doors
    from bot.bootstrap import services

    code = doors.desk(services()).sign_in.first_code()
    if code is None:
        raise Refused("There is an officer already. An administrator gives codes to others, in the console.")
    _say(f"{services().settings.console_address}/first opens the first account with the one-time code {code}")


def _officer_recover(given: argparse.Namespace) -> None:
    """For the last administrator, who has nobody in the console to ask: who may do this holds the keys anyway."""
    from bot import doors
    from bot.bootstrap import services

    desk = doors.desk(services())
    officer = desk.sign_in.officers.by_email(given.email)
    if officer is None or not may(officer, "manage_officers"):
        raise Refused("No administrator has this address. Administrators give codes to others, in the console.")
    code = desk.sign_in.start_again("machine", officer)
    _say("Passphrase and second factor of this account are gone, and this stands in the audit.")
    _say(f"{services().settings.console_address}/code sets both up again with the one-time code {code}")


def _triage(given: argparse.Namespace) -> None:
    told = _json_object(given.file)
    now = datetime.now(UTC)
    profile = councils.load(given.council or settings.read().council, now.date())
    facts, today = facts_from_json(told), now.astimezone(profile.timezone).date()
    assessed = triage.assess(facts, profile, today)
    answer = assessment_as_json(assessed)
    answer |= {"signposts": signposts_as_json(assessed, profile), "rows": trace_as_json(trace(facts, today))}
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str))


def _json_object(file: str) -> dict[str, Any]:
    try:
        told = json.loads(sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise Refused(f"{file} holds no JSON: {error}.") from error
    if not isinstance(told, dict) or not all(isinstance(point, dict) for point in _list(told.get("points", []))):
        raise Refused(f'{file} must hold one JSON object of facts; its "points" are a list of objects.')
    return told


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [None]


def _cases_export(given: argparse.Namespace) -> None:
    from bot import doors
    from bot.bootstrap import services

    cases = services().store.cases.all
    if given.approved:
        cases = partial(doors.desk(services()).break_glass.take_at_the_machine, given.approved)
    elif not services().settings.demonstration:
        raise Refused(
            "An export takes a reason and a second person's approval: ask for it in the console, under Exports, and "
            "name it here with --approved."
        )
    try:
        taken = cases()
    except (NotThere, BadEntry) as no:
        raise Refused(f"No export {given.approved} is approved: it may be taken already, or its hour over.") from no
    for line in export.as_json_lines(taken):
        print(line)


def _cases_index(_given: argparse.Namespace) -> None:
    from bot.bootstrap import services
    from bot.storage import listing

    _say(f"{listing.anew(services().store.cases)} cases are found by the key of now.")


def _profiles(given: argparse.Namespace) -> None:
    faults: list[str] = []
    for code in councils.codes():
        try:
            versions = councils.versions(code)
        except BadProfile as bad:
            faults += bad.faults
        else:
            _say(f"{code}: {versions[-1].name}; versions from {', '.join(version.version for version in versions)}")
    if faults:
        raise BadProfile(faults)
    day = given.on or datetime.now(UTC).date()
    for line in side_by_side.lines([councils.load(code, day) for code in councils.codes()], day):
        _say(line)


def _report(given: argparse.Namespace) -> None:
    from bot import report_command
    from bot.bootstrap import services

    drafting = services().drafting(given.council, made_up=given.made_up)
    try:
        for file in report_command.write(drafting, given.period, given.out, published=not given.small_numbers):
            _say(str(file))
    except BadEntry as bad:
        raise Refused(f"{given.period.label} has not begun yet.") from bad


def _languages(_given: argparse.Namespace) -> None:
    profile = councils.load(settings.read().council, datetime.now(UTC).date())
    for line in languages.lines(words(), profile):
        _say(line)


if __name__ == "__main__":
    sys.exit(main())
