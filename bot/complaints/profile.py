"""A council's profile: everything that may differ between councils, each figure with its source.

A profile may be stricter than the law and never laxer (profile_checks.py). What a council printed that the law does
not allow is kept in `as_printed` for reports and comparison, and drives no live case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.complaints.layout import Layout

WORKING_DAYS, CALENDAR_DAYS, MONTHS = "working_days", "calendar_days", "months"
UNITS = (WORKING_DAYS, CALENDAR_DAYS, MONTHS)
CHECKED_FOR_DAYS = 180  # a number that nobody has looked at for longer may have changed hands
AUDIENCES = ("child", "adult", "everybody")


@dataclass(frozen=True)
class Limit:
    """One clock as data: how long, from which event, how far it may be extended and by whose agreement."""

    name: str
    length: int
    unit: str  # one of UNITS
    runs_from: str  # the event that starts it
    extendable_to: int | None  # the outer limit, in the same unit
    agreed_by: str | None  # who must agree to an extension, and on what ground
    source: str
    verified: bool


@dataclass(frozen=True)
class Contacts:
    """How the council is reached; None where nothing is set (the settings of the service may set it)."""

    duty_email: str | None
    escalation_email: str | None
    office_phone: str | None
    out_of_hours_phone: str | None
    office_hours: str | None  # of the complaints team, as bot.complaints.office_hours reads them
    complaints_email: str | None
    complaints_address: str | None


@dataclass(frozen=True)
class Helpline:
    """A number somebody can ring; `ways` are the silent ones: a chat, a text."""

    name: str
    number: str
    audience: str  # one of AUDIENCES
    hours: str
    ways: str | None
    source: str
    checked_on: date
    verified: bool


@dataclass(frozen=True)
class Signpost:
    """Somebody else's business: who decides it, how to ask them, and by when."""

    who: str
    how: str
    time_limit: str | None
    source: str
    checked_on: date
    verified: bool


@dataclass(frozen=True)
class Advocacy:
    """Who gives a child or care leaver an advocate (Children Act 1989 s26A)."""

    provider: str | None
    phone: str | None
    email: str | None
    source: str


@dataclass(frozen=True)
class SignedLanguage:
    """That a speaker has read our fixed phrases in a language and found them right; nothing else turns them on."""

    language: str  # ISO 639-1
    phrases: str  # the mark of the very words that were read (Words.mark); other words have another, and are not signed
    signed_by: str  # the speaker's name, and what they are to the council
    signed_on: date


@dataclass(frozen=True)
class Printed:
    """Something a council printed, kept as it stood because the law does not allow it or contradicts it."""

    about: str
    printed: str
    law: str
    source: str


@dataclass(frozen=True)
class Profile:
    """One version of one council's way of working."""

    code: str
    name: str
    version: str  # the day from which it holds, written 2026-04-01
    limits: Mapping[str, Limit]
    corporate_stages: int
    corporate_stage_2_discretionary: bool
    teams: tuple[str, ...]
    contacts: Contacts
    escalation_minutes: Mapping[str, int]  # emergency, at_risk
    erase_after_hours: int
    advocacy: Advocacy
    helplines: tuple[Helpline, ...]
    signed_languages: tuple[SignedLanguage, ...]
    signposts: Mapping[str, Signpost]
    closures: tuple[date, ...]
    natures: Mapping[str, str]  # ours to the council's own words
    complainant_groups: Mapping[str, tuple[str, ...]]  # the council's groups to our roles
    outcomes: Mapping[str, str]  # ours to the council's own words
    targets: Mapping[str, int]  # per cent of a stage that is to be on time
    signed_by: Mapping[str, str]  # who signs the answer to a stage
    as_printed: tuple[Printed, ...]
    report: Layout

    @property
    def timezone(self) -> ZoneInfo:
        """Where the council's days begin and end. The law that this service works by is England's."""
        return ZoneInfo("Europe/London")

    def has_signed(self, language: str, phrases: str) -> bool:
        """Whether a speaker has signed these very phrases in this language."""
        return any((signed.language, signed.phrases) == (language, phrases) for signed in self.signed_languages)

    def to_be_checked(self, on: date) -> tuple[str, ...]:
        """The numbers and signposts that nobody has looked at for CHECKED_FOR_DAYS before a day, or ever will have."""
        dated = [(line.name, line.checked_on) for line in self.helplines]
        dated += [(f"signpost {name}", signpost.checked_on) for name, signpost in self.signposts.items()]
        return tuple(name for name, checked in dated if not 0 <= (on - checked).days <= CHECKED_FOR_DAYS)
