"""The councils: one YAML file each, every figure with its source, versioned by the day from which it holds.

A file names what it is `based_on` and states only what differs; the first version starts from the other council's
profile of that day, every later one from the version before it. What comes out is checked as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.complaints.errors import BadProfile
from bot.complaints.profile import Profile
from bot.complaints.profile_checks import read

FOLDER = Path(__file__).parent
_FILE_KEYS = {"code", "name", "based_on", "versions"}
_MERGED = (
    "limits",
    "signposts",
    "contacts",
    "natures",
    "outcomes",
    "escalation_minutes",
    "report",
)  # stated one key at a time


class _StrictLoader(yaml.SafeLoader):
    """YAML that refuses a key written twice; PyYAML would silently take the last."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]  # type: ignore[no-untyped-call]
    repeated = sorted({str(key) for key in keys if keys.count(key) > 1})
    if repeated:
        file = Path(node.start_mark.name).name
        line = node.start_mark.line + 1
        raise BadProfile([f"{file}: {key}: line {line}: the key is written more than once" for key in repeated])
    return loader.construct_mapping(node, deep=True)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def codes(folder: Path = FOLDER) -> tuple[str, ...]:
    """The councils that there are."""
    return tuple(sorted(path.stem for path in folder.glob("*.yml")))


def load(code: str, on: date, folder: Path = FOLDER) -> Profile:
    """The profile of a council that holds on a day.

    Raises BadProfile with every fault, also when there is no such council or it has no version for that day.
    """
    holding = [profile for profile in versions(code, folder) if profile.version <= on.isoformat()]
    if not holding:
        raise BadProfile([f"{code}.yml: versions: no version holds on {on.isoformat()}"])
    return holding[-1]


@cache
def versions(code: str, folder: Path = FOLDER) -> tuple[Profile, ...]:
    """Every version of a council's profile, oldest first. Raises BadProfile with all their faults."""
    profiles: list[Profile] = []
    faults: list[str] = []
    for raw in _raw_versions(code, folder):
        try:
            profiles.append(read(raw, f"{code}.yml {raw.get('version')}"))
        except BadProfile as bad:
            faults += bad.faults
    if faults:
        raise BadProfile(faults)
    return tuple(profiles)


def _raw_versions(code: str, folder: Path) -> list[dict[str, Any]]:
    """Each version as one whole mapping."""
    file = _file(code, folder)
    base = file.get("based_on")
    wholes: list[dict[str, Any]] = []
    for stated in sorted(file["versions"], key=lambda version: str(version.get("from"))):
        start = str(stated.get("from"))
        before = wholes[-1] if wholes else (_raw_on(base, start, folder) if base else {})
        wholes.append({**_merged(before, stated), "code": file["code"], "name": file["name"], "version": start})
    return wholes


def _raw_on(code: str, day: str, folder: Path) -> dict[str, Any]:
    """The version of another council that held on a day, or its first."""
    known = _raw_versions(code, folder)
    return next((raw for raw in reversed(known) if raw["version"] <= day), known[0])


def _merged(before: Mapping[str, Any], stated: Mapping[str, Any]) -> dict[str, Any]:
    whole = {**before, **{key: value for key, value in stated.items() if key != "from"}}
    for key in _MERGED:
        if isinstance(before.get(key), Mapping) and isinstance(stated.get(key), Mapping):
            whole[key] = {**before[key], **stated[key]}
    return whole


def _file(code: str, folder: Path) -> dict[str, Any]:
    path = folder / f"{code}.yml"
    if code not in codes(folder):
        raise BadProfile([f"{path.name}: there is no such council; there are: {', '.join(codes(folder))}"])
    with path.open(encoding="utf-8") as stream:
        file: dict[str, Any] = yaml.load(stream, _StrictLoader)  # noqa: S506  (a SafeLoader, only stricter)
    faults = [f"{path.name}: {key}: there is no such key" for key in sorted(file.keys() - _FILE_KEYS)]
    faults += [f"{path.name}: {key}: is missing" for key in sorted(_FILE_KEYS - {"based_on"} - file.keys())]
    if faults:
        raise BadProfile(faults)
    return file
