"""The arrows between the rooms, read from the imports of every module."""

from __future__ import annotations

import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from bot.settings import ROOT
from bot.training import imports_of

# What the modules of bot/ itself that belong to no room are called together: the use cases and what they share.
PERSON = (
    "bot.intake",
    "bot.own_case",
    "bot.helpers",
    "bot.visits",
    "bot.shared_screens",
    "bot.safeguarding",
    "bot.housekeeping",
    "bot.drafts",
    "bot.asking",
    "bot.unread",
)
OFFICER = (
    "bot.casework",
    "bot.case_acts",
    "bot.proposals",
    "bot.pool",
    "bot.appointments",
    "bot.case_reports",
    "bot.access_items",
    "bot.access_requests",
    "bot.access_sight",
    "bot.fact_words",
    "bot.telephone",
    "bot.kept_from",
    "bot.links",
    "bot.contact",
    "bot.case_people",
    "bot.case_queue",
    "bot.case_search",
    "bot.coming_back",
    "bot.letter_work",
    "bot.letter_sending",
    "bot.letter_sight",
    "bot.alert_work",
    "bot.talks",
    "bot.officers",
    "bot.sessions",
    "bot.second_factor",
    "bot.duty_codes",
    "bot.single_sign_on",
    "bot.exports",
    "bot.audit_reading",
    "bot.figures",
    "bot.glance",
    "bot.kept_answers",
    "bot.no_silence",
    "bot.notice_kinds",
    "bot.notifying",
    "bot.sight",
    "bot.transcript",
    "bot.roles",
)
SHARED = (
    "bot.ports",
    "bot.allocations",
    "bot.messages",
    "bot.correspondence",
    "bot.receipts",
    "bot.words",
    "bot.languages",
    "bot.passphrases",
    "bot.settings",
    "bot.answers",
    "bot.told",
    "bot.after_sending",
    "bot.team_hours",
    "bot.talk_notes",
    "bot.reading_age",
    "bot.outbox",
)
ASKED = ("bot.asking", "bot.drafts", "bot.intake")  # what somebody is asked, at a door or on the telephone
LETTERS = ("bot.letters", "bot.letters.*")
LAW = ("bot.complaints", "bot.complaints.*")
REPORTS = ("bot.reporting", "bot.reporting.*", "bot.reports", "bot.reports.*")

# room -> what of ours its modules may import. A room may always import itself; libraries are the next table's matter.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "bot.complaints": (),
    "bot.councils": LAW,
    "bot.settings": (),
    "bot.words": ("bot.settings",),
    "bot.languages": ("bot.words", *LAW),
    "bot.receipts": (),
    "bot.passphrases": (),
    "bot.answers": (),
    "bot.told": LAW,
    "bot.after_sending": LAW,
    "bot.case_list": LAW,
    "bot.ports": ("bot.case_list", *LAW),
    "bot.messages": ("bot.ports",),
    "bot.roles": ("bot.ports",),
    "bot.allocations": (),
    "bot.given": ("bot.allocations", *LAW),
    "bot.sight": ("bot.allocations", "bot.case_list", "bot.given", "bot.ports", "bot.roles", *LAW),
    "bot.safeguarding": ("bot.ports", *LAW),
    "bot.own_case": ("bot.ports", *LAW),
    "bot.intake": ("bot.ports", "bot.own_case", "bot.receipts", "bot.safeguarding", *LAW),
    "bot.correspondence": ("bot.ports", "bot.messages", *LAW),
    "bot.unread": ("bot.ports", "bot.correspondence", *LAW),
    "bot.housekeeping": ("bot.ports", "bot.correspondence"),
    "bot.team_hours": ("bot.words", *LAW),
    "bot.no_silence": (
        "bot.messages",
        "bot.ports",
        "bot.roles",
        "bot.sight",
        "bot.team_hours",
        "bot.words",
        *LAW,
    ),
    "bot.tries": ("bot.ports",),
    "bot.shared_screens": ("bot.ports", "bot.intake", "bot.receipts", "bot.tries"),
    "bot.helpers": ("bot.ports", "bot.intake", "bot.receipts", *LAW),
    "bot.visits": ("bot.ports", "bot.intake", "bot.receipts", "bot.shared_screens", "bot.tries"),
    "bot.drafts": ("bot.ports", "bot.intake", "bot.answers", "bot.told", *LAW),
    "bot.asking": ("bot.answers", "bot.drafts", "bot.messages", "bot.told", "bot.words", *LAW),
    "bot.telephone": ("bot.casework", "bot.drafts", "bot.intake", "bot.ports", "bot.roles", *LAW),
    "bot.case_queue": (
        "bot.allocations",
        "bot.case_list",
        "bot.ports",
        "bot.roles",
        "bot.safeguarding",
        "bot.sight",
        *LAW,
    ),
    "bot.case_search": ("bot.case_list", "bot.ports", "bot.receipts", "bot.roles", "bot.sight"),
    "bot.casework": ("bot.allocations", "bot.ports", "bot.roles", "bot.sight", "bot.figures", *LAW),
    "bot.case_people": ("bot.allocations", "bot.casework", "bot.ports", "bot.roles", "bot.sight", *LAW),
    "bot.links": ("bot.casework", "bot.ports", *LAW),
    "bot.kept_from": ("bot.ports", "bot.told", *LAW),
    "bot.contact": ("bot.casework", "bot.links", "bot.given", "bot.ports", "bot.roles", "bot.talks"),
    "bot.proposals": ("bot.case_acts", "bot.letters.kinds", "bot.ports", "bot.roles", *LAW),
    "bot.letters": LAW,
    "bot.pool": ("bot.casework", "bot.ports", "bot.roles"),
    "bot.appointments": ("bot.case_people", "bot.casework", "bot.pool", "bot.ports", *LAW),
    "bot.fact_words": ("bot.words", *LAW),
    "bot.access_items": (
        "bot.correspondence",
        "bot.fact_words",
        "bot.hidden.numbers",
        "bot.links",
        "bot.messages",
        "bot.talk_notes",
        "bot.words",
        *LAW,
    ),
    "bot.access_sight": ("bot.access_items", "bot.contact", "bot.hidden", "bot.hidden.*"),
    "bot.access_requests": (
        "bot.access_items",
        "bot.access_sight",
        "bot.contact",
        "bot.case_acts",
        "bot.messages",
        "bot.ports",
        "bot.roles",
        "bot.talk_notes",
        "bot.words",
        *LAW,
    ),
    "bot.case_reports": ("bot.casework", "bot.ports", "bot.roles", *LAW),
    "bot.case_acts": (
        "bot.appointments",
        "bot.case_reports",
        "bot.casework",
        "bot.links",
        "bot.letters.kinds",
        "bot.ports",
        "bot.roles",
        *LAW,
    ),
    "bot.letter_sight": ("bot.ports", "bot.roles", "bot.sight", *LETTERS, *LAW),
    "bot.letter_sending": (
        "bot.case_acts",
        "bot.casework",
        "bot.correspondence",
        "bot.ports",
        "bot.roles",
        *LETTERS,
        *LAW,
    ),
    "bot.letter_work": (
        "bot.casework",
        "bot.letter_sending",
        "bot.letter_sight",
        "bot.ports",
        "bot.roles",
        *LETTERS,
        *LAW,
    ),
    "bot.coming_back": (
        "bot.casework",
        "bot.correspondence",
        "bot.intake",
        "bot.ports",
        "bot.receipts",
        "bot.roles",
        *LAW,
    ),
    "bot.figures": ("bot.ports", *LAW),
    "bot.glance": ("bot.casework", "bot.ports", "bot.reporting", "bot.reporting.*", "bot.roles", *LAW),
    "bot.reporting": ("bot.ports", "bot.roles", "bot.hidden", *LAW),
    "bot.reports": ("bot.reporting", "bot.reporting.*", *LAW),
    "bot.years": ("bot.ports", "bot.receipts", "bot.words", "bot.reporting", "bot.reporting.*", *LAW),
    "bot.alert_work": ("bot.ports", "bot.roles", "bot.sight", *LAW),
    "bot.talks": (
        "bot.correspondence",
        "bot.ports",
        "bot.roles",
        "bot.sight",
        "bot.talk_notes",
        "bot.told",
        "bot.transcript",
        "bot.words",
        *LAW,
    ),
    "bot.transcript": ("bot.messages", "bot.ports", "bot.hidden", "bot.hidden.conversation", *LAW),
    "bot.talk_notes": (),
    "bot.outbox": (),
    "bot.notice_kinds": ("bot.outbox", "bot.ports", "bot.roles"),
    "bot.notifying": (
        "bot.case_list",
        "bot.letter_sight",
        "bot.notice_kinds",
        "bot.outbox",
        "bot.ports",
        "bot.roles",
        "bot.sight",
        *LETTERS,
        *LAW,
    ),
    "bot.reading_age": (),
    "bot.kept_answers": ("bot.ports", "bot.reading_age", "bot.roles"),
    "bot.hidden": (),
    "bot.sessions": ("bot.ports", "bot.visits"),
    "bot.officers": (
        "bot.ports",
        "bot.intake",
        "bot.passphrases",
        "bot.receipts",
        "bot.roles",
        "bot.sessions",
        "bot.visits",
    ),
    "bot.audit_reading": ("bot.ports", "bot.roles"),
    "bot.single_sign_on": ("bot.ports", "bot.sessions"),
    "bot.sso": ("bot.settings", "bot.single_sign_on"),
    "bot.exports": ("bot.ports", "bot.roles", *LAW),
    "bot.duty_codes": ("bot.alert_work", "bot.ports", "bot.receipts", "bot.roles", "bot.sessions", "bot.visits"),
    "bot.second_factor": ("bot.intake", "bot.officers", "bot.ports", "bot.receipts", "bot.roles", "bot.sessions"),
    "bot.export": LAW,
    "bot.report_command": REPORTS,
    "bot.notices": ("bot.ports", "bot.settings"),
    "bot.storage": (
        "bot.allocations",
        "bot.case_reports",
        "bot.pool",
        "bot.case_list",
        "bot.exports",
        "bot.kept_answers",
        "bot.letters.letter",
        "bot.outbox",
        "bot.ports",
        "bot.settings",
        "bot.talk_notes",
        *LAW,
    ),
    # The tracker's rows are sealed as the store's are.
    "bot.rasa": ("bot.ports", "bot.settings", "bot.storage", "bot.storage.sealing", *LAW),
    "bot.widget": (*PERSON, *SHARED, *LAW),
    "bot.console": (*OFFICER, *SHARED, *REPORTS, *LETTERS, *ASKED, "bot.export", "bot.visits", *LAW),
    "actions": (*PERSON, *SHARED, *LAW),
    # These join the rooms and may see whatever they join.
    "actions._base": ("actions", "actions.lately", "actions.voice", "bot.bootstrap"),
    "actions.server": ("actions", "bot.bootstrap", "bot.settings"),
    "bot.bootstrap": ("bot.*",),
    "bot.doors": ("bot.*",),
    "bot.__main__": ("bot.*",),
    "bot.year_commands": ("bot.*",),
    "bot.training": ("bot.settings", "bot.rasa", "bot.rasa.encoder"),
    "bot.supervisor": ("bot.settings",),
    "bot.one_machine": ("bot.settings",),
    "bot": (),
}

NO_DOOR_NO_STORE = ("aiohttp", "sqlalchemy", "rasa", "rasa_sdk", "sanic")
# room -> the libraries that it may never import.
NEVER_LIBRARIES = {
    "bot.widget": ("sqlalchemy", "alembic", "rasa", "rasa_sdk", "bot.storage"),
    "bot.console": ("sqlalchemy", "alembic", "rasa", "rasa_sdk", "bot.storage"),
    "bot.storage": ("aiohttp", "rasa", "rasa_sdk"),
    "bot.councils": ("aiohttp", "sqlalchemy", "rasa"),
    "actions": ("sqlalchemy", "aiohttp", "rasa"),
    **dict.fromkeys((*PERSON, *OFFICER, "bot.letters", "bot.ports", "bot.reporting", "bot.reports"), NO_DOOR_NO_STORE),
}  # fmt: skip
# The law has no clock, no input or output, no log and no process.
NEVER_IN_THE_LAW = (
    "asyncio", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil",
    "socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib",
)  # fmt: skip
MAY_IMPORT_BOOTSTRAP = {"bot.__main__", "bot.year_commands", "bot.doors", "actions._base", "actions.server"}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for top in ("bot", "actions") for path in sorted((ROOT / top).rglob("*.py"))}
IMPORTS = {name: imports_of(path) for name, path in MODULES.items()}


def room_of(module: str) -> str:
    """The most particular room of the table that a module belongs to."""
    return max((room for room in MAY_IMPORT if within(module, room)), key=len)


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def ours(names: set[str]) -> set[str]:
    """The imported names that are modules of ours; what is taken from inside a module is dropped."""
    return {name for name in names if name in MODULES}


def allowed(name: str, room: str) -> bool:
    patterns = ("bot", f"{room}.*" if room != "bot" else room, room, *MAY_IMPORT[room])
    return any(fnmatchcase(name, pattern) for pattern in patterns)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    forbidden = {name for name in ours(IMPORTS[module]) if not allowed(name, room_of(module))}
    assert set() == forbidden


@pytest.mark.parametrize("room", NEVER_LIBRARIES)
def test_a_room_never_imports_a_library_that_belongs_elsewhere(room: str) -> None:
    of_room = {module for module in MODULES if within(module, room)}
    found = {
        (module, name)
        for module in of_room
        for name in IMPORTS[module]
        for library in NEVER_LIBRARIES[room]
        if within(name, library)
    }
    assert set() == found


def test_the_law_imports_nothing_but_the_standard_library_and_itself() -> None:
    of_law = [module for module in MODULES if within(module, "bot.complaints")]
    found = {(module, name) for module in of_law for name in IMPORTS[module] if not within(name, "bot.complaints")}
    tops = {(module, name.split(".")[0]) for module, name in found}
    assert set() == {(module, top) for module, top in tops if top not in sys.stdlib_module_names}
    assert set() == {(module, top) for module, top in tops if top in NEVER_IN_THE_LAW}


def test_only_the_command_line_the_doors_and_the_base_action_import_bootstrap() -> None:
    importers = {module for module, names in IMPORTS.items() if "bot.bootstrap" in ours(names)}
    assert importers <= MAY_IMPORT_BOOTSTRAP


def test_every_room_of_the_table_exists() -> None:
    missing = [room for room in MAY_IMPORT if not any(within(module, room) for module in MODULES)]
    assert missing == []


def test_every_module_has_a_room_of_its_own_in_the_table() -> None:
    strays = {module for module in MODULES if room_of(module) == "bot" and module != "bot"}
    assert set() == strays


def test_the_actions_lie_flat() -> None:
    """The action server imports every module below actions/ without a prefix: a sub-package would shadow ours."""
    assert [path for path in (ROOT / "actions").iterdir() if path.is_dir() and path.name != "__pycache__"] == []
