"""Reading the report's part of a profile: every fault is told to whoever reads the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from bot.complaints.layout import ANSWERED, COUNTED, COUNTED_AS, KINDS, RECEIVED, Layout, Section

Fault = Callable[[str, object, str], None]


def read_layout(key: str, raw: Any, fault: Fault) -> Layout:
    """The layout of one version's plain data; what is wrong is told to `fault` by key, value and reason."""
    if not isinstance(raw, Mapping):
        fault(key, raw, "must be a mapping of keys to values")
        return Layout()
    names = tuple(field.name for field in fields(Layout))
    for name in raw:
        if name not in names:
            fault(f"{key}.{name}", raw[name], "there is no such key")
    for name in names:
        if name not in raw:
            fault(f"{key}.{name}", None, "is missing")
    return Layout(
        services=_groups(f"{key}.services", raw.get("services", {}), fault),
        leads=_groups(f"{key}.leads", raw.get("leads", {}), fault),
        outside=tuple(raw.get("outside", ())),
        counted_as=_counted_as(f"{key}.counted_as", raw.get("counted_as", {}), fault),
        transactions=_of(f"{key}.transactions", raw.get("transactions", ()), KINDS, fault),
        in_time_of=_one(f"{key}.in_time_of", raw.get("in_time_of", ANSWERED), (ANSWERED, RECEIVED), fault),
        sections=tuple(
            _section(f"{key}.sections[{at}]", each, fault) for at, each in enumerate(raw.get("sections", ()))
        ),
    )


def _groups(key: str, raw: Mapping[str, Any], fault: Fault) -> dict[str, tuple[str, ...]]:
    """Names to lists of teams; a team belongs to one of them."""
    groups = {name: tuple(teams) for name, teams in raw.items()}
    teams = [team for each in groups.values() for team in each]
    for team in dict.fromkeys(team for team in teams if teams.count(team) > 1):
        fault(key, team, "a team belongs to one of them only")
    return groups


def _counted_as(key: str, raw: Mapping[str, str], fault: Fault) -> dict[str, str]:
    for form, kind in raw.items():
        if form not in COUNTED:
            fault(f"{key}.{form}", kind, "there is no such form")
        _one(f"{key}.{form}", kind, COUNTED_AS, fault)
    return dict(raw)


def _section(key: str, raw: Mapping[str, Any], fault: Fault) -> Section:
    for name in raw:
        if name not in ("title", "tables", "commentary"):
            fault(f"{key}.{name}", raw[name], "there is no such key")
    if not raw.get("title"):
        fault(f"{key}.title", raw.get("title"), "must be a text")
    return Section(str(raw.get("title", "")), tuple(raw.get("tables", ())), bool(raw.get("commentary", True)))


def _of(key: str, raw: Sequence[str], allowed: tuple[str, ...], fault: Fault) -> tuple[str, ...]:
    return tuple(_one(f"{key}[{at}]", one, allowed, fault) for at, one in enumerate(raw))


def _one(key: str, value: str, allowed: tuple[str, ...], fault: Fault) -> str:
    if value not in allowed:
        fault(key, value, f"must be one of: {', '.join(allowed)}")
    return value
