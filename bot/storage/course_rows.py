"""The course of a case to plain data and back: its clocks, records and findings, kept sealed with what was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.complaints.case import Case
from bot.complaints.clocks import Pause, RunningClock
from bot.complaints.findings import Finding
from bot.complaints.records import Record

_DAYS = {  # the fields that hold a day, or nothing
    RunningClock: (
        "started", "due", "extended_due", "extended_to", "resumed_due", "resumed_outer", "met_on", "stopped_on",
    ),
    Pause: ("since", "until", "ended_on"),
    Record: ("opened_on", "closed_on"),
    Finding: ("on",),
}  # fmt: skip


def course_values(case: Case) -> dict[str, Any]:
    """Plain data for JSON; days are written 2026-04-01."""
    return {
        "clocks": [_plain(asdict(clock)) for clock in case.clocks],
        "records": [_plain(asdict(record)) for record in case.records],
        "findings": [_plain(asdict(finding)) for finding in case.findings],
        "ended": case.ended,
        "ended_on": case.ended_on.isoformat() if case.ended_on else None,
        "team": case.team,
        "equalities": dict(case.equalities),
        "made_up": case.made_up,
    }


def course_from(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a case that were kept so."""
    return {
        "clocks": tuple(map(_clock, kept["clocks"])),
        "records": tuple(Record(**_with_days(Record, record)) for record in kept["records"]),
        "findings": tuple(Finding(**_with_days(Finding, finding)) for finding in kept["findings"]),
        "ended": kept["ended"],
        "ended_on": date.fromisoformat(kept["ended_on"]) if kept["ended_on"] else None,
        "team": kept.get("team"),  # cases kept before reports were made from them have neither
        "equalities": kept.get("equalities", {}),
        "made_up": kept.get("made_up", False),
    }


def _clock(kept: Mapping[str, Any]) -> RunningClock:
    pauses = tuple(Pause(**_with_days(Pause, pause)) for pause in kept["pauses"])
    return RunningClock(**{**_with_days(RunningClock, kept), "pauses": pauses})


def _with_days(kind: type, kept: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: date.fromisoformat(kept[name]) for name in _DAYS[kind] if kept[name]}
    return {**kept, **days}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
