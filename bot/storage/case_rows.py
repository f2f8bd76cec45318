"""A case to rows of four tables and back, by hand; nothing here knows a connection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import RowMapping

from bot.case_list import Listed, paused_until
from bot.complaints.assessment import Reason
from bot.complaints.case import Advocacy, Case, CasePoint, Event
from bot.complaints.clocks import RunningClock
from bot.storage.course_rows import course_from, course_values
from bot.storage.sealing import Keyring, bound_to_row

# Who somebody is and how to reach them lies apart from what they said.
IDENTITY = ("name", "child_name", "email", "phone", "postal_address", "safe_to_contact", "must_not_tell")

Values = dict[str, Any]

# What lists go by, all of it in clear.
LISTED = (
    "reference", "conversation", "received_at", "pathway", "confirmed", "flags", "risk", "stage", "clock_due",
    "paused_until", "team",
)  # fmt: skip
LISTING = 1  # which form of what lists go by a row has; an older one is brought to this by bot/storage/listing.py


def case_values(case: Case, keyring: Keyring) -> Values:
    """The row of `cases`, without the submission's key and the secret's hash."""
    return {
        "reference": case.reference,
        "conversation": case.conversation,
        "council": case.council,
        "profile_version": case.profile_version,
        "received_at": case.received_at,
        "channel": case.channel,
        "pathway": case.pathway,
        "signposted_to": case.signposted_to,
        "confirmed": case.confirmed,
        "flags": list(case.flags),
        "risk": case.risk,
        "stage": case.stage,
        "advocate_offered": case.advocacy.offered,
        "advocate_wanted": case.advocacy.wanted,
        "advocate_status": case.advocacy.status,
        "demonstration": case.demonstration,
        "team": case.team,
        "paused_until": paused_until(case),
        "listing": LISTING,
        "version": case.version,
        "sealed": keyring.seal_json(_told(case), bound_to_row("cases", case.reference)),
        **_clock_values(case.clock),
    }


def person_values(case: Case, keyring: Keyring) -> Values:
    """The row of `people`."""
    person = {name: value for name, value in case.facts.items() if name in IDENTITY}
    return {"case": case.reference, "sealed": keyring.seal_json(person, bound_to_row("people", case.reference))}


def point_values(case: Case, keyring: Keyring) -> list[Values]:
    """The rows of `points`, counted from 0."""
    return [
        {
            "case": case.reference,
            "number": number,
            "matter": list(point.matter),
            "nature": list(point.nature),
            "pathway": point.pathway,
            "signposted_to": point.signposted_to,
            "sealed": keyring.seal_json(
                {"text": point.text, "wanted_outcome": point.wanted_outcome}, _bound("points", case.reference, number)
            ),
        }
        for number, point in enumerate(case.points)
    ]


def history_values(case: Case, keyring: Keyring) -> list[Values]:
    """The rows of `history`, counted from 0."""
    return [
        {
            "case": case.reference,
            "number": number,
            "at": event.at,
            "who": event.who,
            "sealed": keyring.seal_json(
                {"what": event.what, "detail": dict(event.detail)}, _bound("history", case.reference, number)
            ),
        }
        for number, event in enumerate(case.history)
    ]


def to_listed(row: RowMapping) -> Listed:
    """The case as lists show it; nothing is opened for that."""
    shown = {name: row[name] for name in LISTED if name not in ("flags", "clock_due")}
    return Listed(**shown, flags=tuple(row["flags"]), due=row["clock_due"])


def to_case(
    row: RowMapping,
    person: RowMapping,
    points: Iterable[RowMapping],
    history: Iterable[RowMapping],
    keyring: Keyring,
) -> Case:
    """The case that these rows make; points and history in order. Raises Unreadable."""
    told = keyring.open_json(row["sealed"], bound_to_row("cases", row["reference"]))
    identity = keyring.open_json(person["sealed"], bound_to_row("people", row["reference"]))
    return Case(
        reference=row["reference"],
        council=row["council"],
        profile_version=row["profile_version"],
        received_at=row["received_at"],
        channel=row["channel"],
        conversation=row["conversation"],
        pathway=row["pathway"],
        signposted_to=row["signposted_to"],
        confirmed=row["confirmed"],
        flags=tuple(row["flags"]),
        reasons=tuple(Reason(**reason) for reason in told["reasons"]),
        facts=told["facts"] | identity,
        points=tuple(_point(point, keyring) for point in points),
        advocacy=Advocacy(row["advocate_offered"], row["advocate_wanted"], row["advocate_status"]),
        risk=row["risk"],
        stage=row["stage"],
        demonstration=row["demonstration"],
        **(course_from(told["course"]) if "course" in told else {"clocks": _first_clock(row)}),
        history=tuple(_event(event, keyring) for event in history),
        version=row["version"],
    )


def _told(case: Case) -> Values:
    facts = {name: value for name, value in case.facts.items() if name not in IDENTITY}
    reasons = [asdict(reason) for reason in case.reasons]
    return {"facts": facts, "reasons": reasons, "course": course_values(case)}


def _clock_values(clock: RunningClock | None) -> Values:
    """The clock that the queue goes by; all of them are in the sealed course."""
    return {
        "clock_name": clock.name if clock else None,
        "clock_started": clock.started if clock else None,
        "clock_due": clock.now_due if clock else None,
        "clock_extended_due": clock.extended_due if clock else None,
        "clock_source": clock.source if clock else None,
    }


def _first_clock(row: RowMapping) -> tuple[RunningClock, ...]:
    """The one clock of a case that was kept before cases had a course."""
    if row["clock_name"] is None:
        return ()
    names = ("name", "started", "due", "extended_due", "source")
    return (RunningClock(**{name: row[f"clock_{name}"] for name in names}),)


def _point(row: RowMapping, keyring: Keyring) -> CasePoint:
    told = keyring.open_json(row["sealed"], _bound("points", row["case"], row["number"]))
    return CasePoint(
        text=told["text"],
        matter=tuple(row["matter"]),
        nature=tuple(row["nature"]),
        pathway=row["pathway"],
        signposted_to=row["signposted_to"],
        wanted_outcome=told["wanted_outcome"],
    )


def _event(row: RowMapping, keyring: Keyring) -> Event:
    told = keyring.open_json(row["sealed"], _bound("history", row["case"], row["number"]))
    return Event(row["at"], row["who"], told["what"], told["detail"])


def _bound(table: str, reference: str, number: int) -> str:
    return bound_to_row(table, f"{reference}\0{number}")
