"""The desk: everything that the console's pages ask of the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.access_requests import AccessRequests
from bot.alert_work import AlertWork
from bot.allocations import Allocations
from bot.appointments import Appointments
from bot.audit_reading import AuditReading
from bot.case_acts import CaseActs
from bot.case_people import CasePeople
from bot.case_queue import CaseQueue
from bot.case_reports import CaseReports, Papers
from bot.case_search import CaseSearch
from bot.casework import Casework
from bot.coming_back import ComingBack
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar
from bot.console.report_jobs import Jobs
from bot.contact import ContactDetails
from bot.correspondence import Correspondence
from bot.duty_codes import DutyCodes
from bot.exports import BreakGlass, Exports
from bot.glance import AtAGlance
from bot.intake import Hasher, Intake
from bot.kept_answers import AnswerKeeping, KeptAnswers
from bot.kept_from import KeptFrom
from bot.letter_sending import LetterSending
from bot.letter_work import LetterWork
from bot.letters.letter import Letters
from bot.notice_kinds import NoticeChoosing
from bot.officers import SignIn
from bot.outbox import NoticeChoices
from bot.pool import Pool, PoolWork
from bot.ports import Audit, Cases, Chats, Clock, Conversations, Officers, Spool, Transcripts, Work
from bot.proposals import Proposals
from bot.reporting.drafting import Drafting
from bot.second_factor import SecondFactor
from bot.sessions import Sessions
from bot.single_sign_on import Provider, SingleSignOn
from bot.talk_notes import TalkNotes
from bot.talks import Talks
from bot.telephone import Telephone
from bot.words import Words


@dataclass(frozen=True)
class Desk:
    """The officers' use cases, the sentences, the council's profile, and how the watch over alerts is."""

    casework: Casework
    queue: CaseQueue
    search: CaseSearch
    acts: CaseActs
    proposals: Proposals
    contact: ContactDetails
    letters: LetterWork
    people: CasePeople
    appointments: Appointments
    pool: PoolWork
    papers: CaseReports
    access: AccessRequests
    coming_back: ComingBack
    kept_from: KeptFrom
    alerts: AlertWork
    telephone: Telephone
    talks: Talks
    answers: AnswerKeeping
    own_notices: NoticeChoosing
    sign_in: SignIn
    drafting: Drafting
    reports: Jobs
    glance: AtAGlance
    second_factor: SecondFactor
    duty_codes: DutyCodes
    break_glass: BreakGlass
    audit: AuditReading
    single_sign_on: SingleSignOn
    sessions: Sessions
    clock: Clock
    words: Words
    profile: Profile
    watched_at: Callable[[], datetime | None] | None = None  # when alerts were last gone round; None: not known here

    def offers(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """What may be chosen for a field of an act, where the office knows: value and what it reads."""
        return {"team": tuple((team, team) for team in self.profile.teams), **self.appointments.choices()}


def desk_of(
    *,
    cases: Cases,
    work: Work,
    spool: Spool,
    transcripts: Transcripts,
    conversations: Conversations,
    notes: TalkNotes,
    kept_answers: KeptAnswers,
    notice_choices: NoticeChoices,
    officers: Officers,
    audit: Audit,
    correspondence: Correspondence,
    allocations: Allocations,
    exports: Exports,
    tries: Chats,
    letters: Letters,
    pool: Pool,
    papers: Papers,
    hasher: Hasher,
    drafting: Drafting,
    clock: Clock,
    profile: Profile,
    calendar: Calendar,
    words: Words,
    provider: Provider | None = None,
    demonstration: bool = False,
    watched_at: Callable[[], datetime | None] | None = None,
) -> Desk:
    """The desk on these ports.

    `tries` counts wrong tries for both doors; in a `demonstration` nobody is told of an alert; without a `provider`
    there is no single sign-on.
    """
    casework = Casework(cases, work, spool, officers, audit, clock, profile, calendar, allocations)
    people = CasePeople(casework)
    appointments = Appointments(casework, people, pool)
    case_reports = CaseReports(casework, papers)
    acts = CaseActs(casework, appointments, case_reports)
    intake = Intake(cases, work, transcripts, spool, clock, hasher, profile, calendar, demonstration)
    sessions = Sessions(officers, clock)
    alerts = AlertWork(work, casework.sight, cases, audit, clock, profile)
    queue = CaseQueue(cases, work, spool, allocations, casework.sight, clock, profile, casework.today)
    return Desk(
        casework=casework,
        queue=queue,
        search=CaseSearch(cases, casework.sight, audit, clock),
        acts=acts,
        proposals=Proposals(acts),
        contact=ContactDetails(casework),
        letters=LetterWork(casework, letters, LetterSending(casework, acts)),
        people=people,
        appointments=appointments,
        pool=PoolWork(casework, pool),
        papers=case_reports,
        access=AccessRequests(acts, transcripts, notes, words),
        coming_back=ComingBack(casework, correspondence, hasher),
        drafting=drafting,
        reports=Jobs(clock),
        glance=AtAGlance(casework),
        kept_from=KeptFrom(cases, transcripts),
        alerts=alerts,
        telephone=Telephone(intake, tries, audit, clock),
        talks=Talks(
            work=work,
            sight=casework.sight,
            cases=cases,
            transcripts=transcripts,
            conversations=conversations,
            audit=audit,
            clock=clock,
            correspondence=correspondence,
            notes=notes,
            words=words,
        ),
        answers=AnswerKeeping(kept_answers, audit, clock),
        own_notices=NoticeChoosing(notice_choices, audit, clock),
        sign_in=SignIn(officers, sessions, tries, hasher, audit, clock),
        second_factor=SecondFactor(officers, sessions, tries, hasher, audit, clock),
        duty_codes=DutyCodes(alerts, officers, sessions, audit, clock),
        audit=AuditReading(audit, clock),
        break_glass=BreakGlass(exports, cases, audit, clock),
        single_sign_on=SingleSignOn(provider, officers, sessions, audit, clock),
        sessions=sessions,
        clock=clock,
        words=words,
        profile=profile,
        watched_at=watched_at,
    )
