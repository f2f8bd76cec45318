"""The desk: everything that the console's pages ask of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.alert_work import AlertWork
from bot.case_acts import CaseActs
from bot.casework import Casework
from bot.coming_back import ComingBack
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar
from bot.console.report_jobs import Jobs
from bot.correspondence import Correspondence
from bot.intake import Hasher
from bot.officers import SignIn, Tries
from bot.ports import Audit, Cases, Clock, Conversations, Officers, Spool, Transcripts, Work
from bot.reporting.drafting import Drafting
from bot.talks import Talks
from bot.words import Words


@dataclass(frozen=True)
class Desk:
    """The officers' use cases, the sentences, the council's profile, and how the watch over alerts is."""

    casework: Casework
    acts: CaseActs
    coming_back: ComingBack
    alerts: AlertWork
    talks: Talks
    sign_in: SignIn
    drafting: Drafting
    reports: Jobs
    clock: Clock
    words: Words
    profile: Profile
    watched_at: Callable[[], datetime | None] | None = None  # when alerts were last gone round; None: not known here


def desk_of(
    *,
    cases: Cases,
    work: Work,
    spool: Spool,
    transcripts: Transcripts,
    conversations: Conversations,
    officers: Officers,
    audit: Audit,
    correspondence: Correspondence,
    tries: Tries,
    hasher: Hasher,
    drafting: Drafting,
    clock: Clock,
    profile: Profile,
    calendar: Calendar,
    words: Words,
    watched_at: Callable[[], datetime | None] | None = None,
) -> Desk:
    """The desk on these ports. `tries` is ports.Chats, which counts wrong tries for both doors."""
    casework = Casework(cases, work, spool, officers, audit, clock, profile, calendar)
    return Desk(
        casework=casework,
        acts=CaseActs(casework),
        coming_back=ComingBack(casework, correspondence, hasher),
        alerts=AlertWork(work, cases, audit, clock, profile),
        talks=Talks(work, spool, cases, transcripts, conversations, audit, clock),
        sign_in=SignIn(officers, tries, hasher, audit, clock),
        drafting=drafting,
        reports=Jobs(clock),
        clock=clock,
        words=words,
        profile=profile,
        watched_at=watched_at,
    )
