"""The export: a case as one plain mapping, with the keys that the command line promises."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from bot.complaints.case import Case, CasePoint
from bot.complaints.clocks import RunningClock


def as_json_lines(cases: Sequence[Case]) -> Iterator[str]:
    """One JSON object a case, each on a line of its own."""
    for case in cases:
        yield json.dumps(as_mapping(case), ensure_ascii=False, default=str)  # days as 2026-04-01


def as_mapping(case: Case) -> dict[str, Any]:
    """A case with its words, as `cases export` prints it; days and moments are in ISO 8601."""
    return {
        "reference": case.reference,
        "pathway": case.pathway,
        "flags": list(case.flags),
        "confirmed": case.confirmed,
        "signposted_to": case.signposted_to,
        "reasons": [asdict(reason) for reason in case.reasons],
        "reporter_role": case.reporter_role,
        "points": [_point(point) for point in case.points],
        "advocacy": asdict(case.advocacy),
        "risk": case.risk,
        "stage": case.stage,
        "clock": _clock(case.clock),
        "channel": case.channel,
        "received_at": case.received_at.isoformat(),
        "council": case.council,
        "profile_version": case.profile_version,
        "outcome": case.outcome,
        "ended": case.ended,
        "ended_on": case.ended_on.isoformat() if case.ended_on else None,
        "clocks": [asdict(clock) for clock in case.clocks],
        "records": [asdict(record) for record in case.records],
        "findings": [asdict(finding) for finding in case.findings],
    }


def _point(point: CasePoint) -> dict[str, Any]:
    return {
        "matter": next(iter(point.matter), None),  # the main one
        "nature": next(iter(point.nature), None),
        "matters": list(point.matter),  # all, best first
        "natures": list(point.nature),
        "text": point.text,
        "pathway": point.pathway,
        "signposted_to": point.signposted_to,
        "wanted_outcome": point.wanted_outcome,
    }


def _clock(clock: RunningClock | None) -> dict[str, Any] | None:
    if clock is None:
        return None
    extended = clock.extended_due.isoformat() if clock.extended_due else None
    return {"started": clock.started.isoformat(), "due": clock.due.isoformat(), "extended_due": extended}
