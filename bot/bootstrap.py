"""Bootstrap: which concrete thing keeps which port. Joined once a process, on first use; importing opens nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from bot import councils, settings
from bot.correspondence import Correspondence
from bot.councils.calendar import england
from bot.duty_codes import by_mail
from bot.housekeeping import Housekeeping
from bot.intake import Intake
from bot.no_silence import NoSilence
from bot.notices import MailNotices, NoNotices
from bot.notices.notify import NotifyNotices
from bot.notifying import Notifying
from bot.ports import Conversations, Notices
from bot.rasa.conversations import RasaConversations
from bot.reporting.drafting import Drafting
from bot.safeguarding import Watch
from bot.settings import Settings
from bot.sight import Sight
from bot.storage.sealing import Keyring, open_keyring
from bot.storage.secrets import Argon2Hasher
from bot.storage.spool import SealedSpool
from bot.storage.store import Store, open_store
from bot.unread import UnreadReplies
from bot.visits import Visits
from bot.words import words
from bot.years.totals import tallies


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class Services:
    """Everything that a door, an action or a command may use."""

    settings: Settings
    keyring: Keyring
    store: Store
    intake: Intake
    visits: Visits
    watch: Watch
    housekeeping: Housekeeping
    correspondence: Correspondence
    unread: UnreadReplies
    notices: Notices
    conversations: Conversations
    no_silence: NoSilence
    notifying: Notifying

    def drafting(self, council: str | None = None, *, made_up: bool = False) -> Drafting:
        """The reports of a council, or of the one that the settings name; `made_up` cases count only when asked for."""
        code = council or self.settings.council
        return Drafting(
            cases=self.store.cases,
            kept=self.store.reports,
            audit=self.store.audit,
            clock=self.intake.clock,
            profile_on=lambda day: councils.load(code, day),
            past=lambda: tallies(self.store.past_years.totals(code)),
            made_up=made_up,
        )


@cache
def services() -> Services:
    """The services of this process, by the environment's settings.

    Raises BadSetting, BadProfile or StoreBusy with a plain sentence.
    """
    return join(settings.read())


def join(chosen: Settings) -> Services:
    """Join the parts for these settings."""
    clock, keyring = SystemClock(), open_keyring(chosen.data_dir / "secrets" / "keys.json")
    store = open_store(chosen, keyring)
    profile = councils.load(chosen.council, clock.now().date())
    calendar = england(profile.closures)
    spool = SealedSpool(chosen.data_dir / "spool", keyring)
    notices = _notices(chosen)
    intake = Intake(
        cases=store.cases,
        work=store.work,
        transcripts=store.transcripts,
        spool=spool,
        clock=clock,
        hasher=Argon2Hasher(),
        profile=profile,
        calendar=calendar,
        demonstration=chosen.demonstration,
        duty_hours=chosen.alert_hours,
    )
    watch = Watch(
        spool=spool,
        work=store.work,
        notices=notices,
        clock=clock,
        profile=profile,
        calendar=calendar,
        duty_email=chosen.duty_email,
        escalation_email=chosen.escalation_email,
        console_address=chosen.console_address,
        code_for_mail=by_mail(store.officers, store.audit, clock) if chosen.duty_code == "mail" else None,
        duty_hours=chosen.duty_hours,
        out_of_hours_email=chosen.out_of_hours_email,
    )
    visits = Visits(store.chats, clock, intake)
    correspondence = Correspondence(store.transcripts, store.chats, store.audit, clock)
    housekeeping = Housekeeping(
        cases=store.cases,
        work=store.work,
        chats=store.chats,
        transcripts=store.transcripts,
        spool=spool,
        correspondence=correspondence,
        clock=clock,
        erase_after_hours=profile.erase_after_hours,
    )
    unread = UnreadReplies(store.cases, store.work, store.chats, correspondence, clock, profile, calendar)
    conversations = RasaConversations(chosen.rasa_address, chosen.rasa_token)
    no_silence = NoSilence(
        work=store.work,
        sight=Sight(store.work, spool, store.cases, store.allocations, intake.today),
        officers=store.officers,
        transcripts=store.transcripts,
        conversations=conversations,
        audit=store.audit,
        clock=clock,
        profile=profile,
        calendar=calendar,
        words=words(demonstration=chosen.demonstration),
    )
    notifying = Notifying(
        work=store.work,
        cases=store.cases,
        sight=no_silence.sight,
        officers=store.officers,
        outbox=store.outbox,
        choices=store.notice_choices,
        letters=store.letters,
        notices=notices,
        clock=clock,
        calendar=calendar,
        console_address=chosen.console_address,
    )
    return Services(
        settings=chosen,
        keyring=keyring,
        store=store,
        intake=intake,
        visits=visits,
        watch=watch,
        housekeeping=housekeeping,
        correspondence=correspondence,
        unread=unread,
        notices=notices,
        conversations=conversations,
        no_silence=no_silence,
        notifying=notifying,
    )


def _notices(chosen: Settings) -> Notices:
    if chosen.notify_api_key:
        return NotifyNotices(chosen)
    return MailNotices(chosen) if chosen.smtp_url else NoNotices()
