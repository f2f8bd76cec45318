"""Builders: whole records with sensible contents; a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from bot.complaints.assessment import Reason
from bot.complaints.case import Advocacy, Case, CasePoint, Event
from bot.complaints.clocks import RunningClock
from bot.complaints.facts import Facts, Point
from bot.complaints.records import Record
from bot.letters.letter import Letter, Version
from bot.pool import KINDS, PoolPerson
from bot.ports import Alert, Chat, Handoff, Officer, OfficerSession, Task

AT = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)  # a Monday
CONVERSATION = "c-0123456789abcdef"
ACCOUNT = "My social worker never comes when she says she will."


def some_facts(*, what_happened: str = ACCOUNT, matter: str = "social_worker", **known: Any) -> Facts:
    """What a child in care might have told: one point, and who they are."""
    told = {"reporter_role": "child", "care_status": "in_care", **known}
    return Facts(known=told, points=(Point(what_happened, (matter,), ("communication",)),))


def a_point(**changes: Any) -> CasePoint:
    """One point about a social worker."""
    contents: dict[str, Any] = {
        "text": ACCOUNT,
        "matter": ("social_worker",),
        "nature": ("communication", "delays"),
        "pathway": "statutory",
        "wanted_outcome": "I want her to come",
    }
    return CasePoint(**contents | changes)


def a_clock(**changes: Any) -> RunningClock:
    """Stage 1's clock, started on AT's day."""
    contents: dict[str, Any] = {
        "name": "statutory_stage_1",
        "started": date(2026, 3, 2),
        "due": date(2026, 3, 16),
        "extended_due": date(2026, 3, 30),
        "source": "SI 2006/1738 reg 14",
    }
    return RunningClock(**contents | changes)


def a_case(**changes: Any) -> Case:
    """A child's statutory case, just submitted; `clock` names the only one that runs, or None."""
    contents: dict[str, Any] = {
        "reference": "CF-0B1C-2D",
        "council": "national",
        "profile_version": "2026-01-01",
        "received_at": AT,
        "channel": "chat",
        "conversation": CONVERSATION,
        "pathway": "statutory",
        "signposted_to": None,
        "confirmed": False,
        "flags": ("late",),
        "reasons": (Reason("child in care", "A child in care complains about a service.", "CA 1989 s26(3)", 0),),
        "facts": {"reporter_role": "child", "care_status": "in_care", "child_age": 14, "name": "Robin"},
        "points": (a_point(),),
        "advocacy": Advocacy(offered=True, wanted="yes", status="to_arrange"),
        "risk": "none",
        "stage": "stage_1",
        "clocks": (a_clock(),),
        "demonstration": True,
        "history": (Event(AT, "person", "submitted", {"refused": []}),),
    }
    if "clock" in changes:
        clock = changes.pop("clock")
        changes["clocks"] = (clock,) if clock else ()
    return Case(**contents | changes)


def a_proposal(**changes: Any) -> Record:
    """An officer's proposal to give stage 1 more time, which nobody has decided."""
    given = {"until": "2026-03-20", "ground": "complex", "reason": "Two teams."}
    details = {"act": "extend_stage_1", "given": given, "by": "o1", "decide_by": "2026-03-03"}
    return Record(
        **{"number": 0, "kind": "proposal", "state": "proposed", "opened_on": AT.date(), "details": details} | changes
    )


def a_pool_person(**changes: Any) -> PoolPerson:
    """Somebody who may be appointed as anything."""
    contents: dict[str, Any] = {
        "id": "p-1",
        "name": "Investigator C",
        "kinds": KINDS,
        "dbs_on": date(2025, 1, 6),
        "until": date(2027, 1, 6),
    }
    return PoolPerson(**contents | changes)


def an_alert(**changes: Any) -> Alert:
    """An emergency, just raised."""
    contents: dict[str, Any] = {
        "id": "a1",
        "conversation": CONVERSATION,
        "message_id": "m1",
        "risk": "emergency",
        "sign": "hurt_now",
        "words": "he is hurting me",
        "raised_at": AT,
    }
    return Alert(**contents | changes)


def a_task(**changes: Any) -> Task:
    """An open task on a case."""
    contents: dict[str, Any] = {
        "id": "t1",
        "kind": "confirm_pathway",
        "opened_at": AT,
        "due": date(2026, 3, 4),
        "case": "CF-0B1C-2D",
    }
    return Task(**contents | changes)


def a_handoff(**changes: Any) -> Handoff:
    """A conversation that waits for a person."""
    contents: dict[str, Any] = {"conversation": CONVERSATION, "asked_at": AT, "reason": "asked"}
    return Handoff(**contents | changes)


def a_chat(**changes: Any) -> Chat:
    """A conversation that has just begun."""
    contents: dict[str, Any] = {
        "conversation": CONVERSATION,
        "token_mark": "mark-of-the-browser",
        "started_at": AT,
        "seen_at": AT,
    }
    return Chat(**contents | changes)


def an_officer(**changes: Any) -> Officer:
    """A complaints officer."""
    contents: dict[str, Any] = {
        "id": "o1",
        "name": "Complaints officer",
        "email": "officer@council.example",
        "roles": ("complaints_officer",),
        "passphrase_hash": "$argon2id$…",
        "totp_secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    }
    return Officer(**contents | changes)


def a_session(**changes: Any) -> OfficerSession:
    """An officer who has just signed in."""
    contents: dict[str, Any] = {
        "token_mark": "mark-of-the-cookie",
        "officer": "o1",
        "started_at": AT,
        "seen_at": AT,
        "csrf": "against-forgery",
        "proved": True,
    }
    return OfficerSession(**contents | changes)


def a_letter(**changes: Any) -> Letter:
    """An acknowledgement that was just begun by somebody else than whoever the test is about."""
    contents: dict[str, Any] = {
        "id": "l1",
        "case": "CF-0B1C-2D",
        "kind": "acknowledgement",
        "pathway": "statutory",
        "act": None,
        "begun_at": AT,
        "versions": (Version(AT, "o-else", "We have it. {handled_by} deals with it.", {"handled_by": "The team"}),),
    }
    return Letter(**contents | changes)
