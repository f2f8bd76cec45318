"""Use cases of the officer, for access requests: a copy of their data for the person whose case it is.

A manager notes the request, looks through every piece of the record and may put in, with a reason, what is left out by
itself; another officer looks at exactly what would go out; only then may it be taken. What the second one saw is kept,
so that nothing that comes into the case meanwhile goes out unseen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.access_items import REQUEST, Item, items
from bot.access_sight import text_without_contact, without_contact
from bot.case_acts import CaseActs
from bot.complaints.case import Case, Event
from bot.complaints.procedures import months_later
from bot.complaints.records import Record
from bot.contact import ContactDetails
from bot.messages import from_rows
from bot.ports import Conflict, Officer, Transcripts
from bot.roles import BadEntry, entered
from bot.talk_notes import TalkNotes
from bot.words import Words

ANSWERED_WITHIN = 1  # month of receipt of the request: UK GDPR art. 12(3), first sentence
LONGER_BY = 2  # further months, for complex or many requests, told within the first month: art. 12(3), second sentence
Piece = Mapping[str, Any]  # what goes out of one item: kind, name, text and, where it has one, the moment


@dataclass(frozen=True)
class AccessFile:
    """A case's newest access request with every piece of the record; `items` is empty when nobody has asked.

    `pieces` are what goes out, once that was put together. Both are without the ways to reach the person while
    `contact_hidden`: this officer has not said yet why they need them.
    """

    case: Case
    request: Record | None
    items: tuple[Item, ...]
    pieces: tuple[Piece, ...]
    contact_hidden: bool
    may_extend: bool
    may_check: bool


@dataclass(frozen=True)
class AccessRequests:
    """Notes, prepares, checks and gives out."""

    acts: CaseActs
    transcripts: Transcripts
    notes: TalkNotes
    words: Words

    def of(self, officer: Officer, reference: str) -> AccessFile:
        """The request and the pieces. That it was read is noted; raises NotThere."""
        case = self.acts.casework.seen(officer, reference, "read_access")
        self._note(officer, "read_access", reference)
        request, today = case.last(REQUEST), self.acts.casework.today()
        hidden = not self._reaches(officer, reference)
        found = self._shown(officer, case) if request else ()
        pieces: Sequence[Piece] = request.details.get("pieces", ()) if request else ()
        return AccessFile(
            case=case,
            request=request,
            items=tuple(map(without_contact, found)) if hidden else found,
            pieces=tuple(map(_without_contact, pieces)) if hidden else tuple(pieces),
            contact_hidden=hidden,
            may_extend=request is not None and _may_extend(request, today),
            may_check=request is not None and request.state == "prepared" and request.details["by"] != officer.id,
        )

    def ask(self, officer: Officer, reference: str, version: int, asked_on: date | None, known_by: str) -> Case:
        """Note a request of the person's that came on a day, and how it is known that it is they who ask.

        Raises BadEntry, NotThere and Conflict, also while another is not answered.
        """
        case = self.acts.casework.seen_at(officer, reference, version, "prepare_access")
        today = self.acts.casework.today()
        known_by = entered(known_by, "known_by", 1000)
        received = case.received_at.astimezone(self.acts.casework.profile.timezone).date()
        if asked_on is None or not received <= asked_on <= today:
            raise BadEntry(asked_on="wrong")
        if case.open_records(REQUEST):
            raise Conflict(f"an access request for case {reference} is open")
        due = months_later(asked_on, ANSWERED_WITHIN)
        details = {"asked_on": asked_on.isoformat(), "known_by": known_by, "due": due.isoformat()}
        return self._kept(officer, case.opening(REQUEST, "asked", today, details), "access_requested", "prepare_access")

    def extend(self, officer: Officer, reference: str, version: int, reason: str) -> Case:
        """Two months more, once and within the first month, with the reason. Raises BadEntry, NotThere and Conflict."""
        case = self.acts.casework.seen_at(officer, reference, version, "prepare_access")
        request, today = _open(case), self.acts.casework.today()
        reason = entered(reason, "extend_reason", 1000)
        if not _may_extend(request, today):
            raise BadEntry(extend_reason="too_late")
        due = months_later(date.fromisoformat(str(request.details["asked_on"])), ANSWERED_WITHIN + LONGER_BY)
        details = {"due": due.isoformat(), "extended_because": reason}
        changed = case.moving(request, request.state, today, details)
        return self._kept(officer, changed, "access_request_extended", "prepare_access")

    def prepare(self, officer: Officer, reference: str, version: int, also: Collection[str], reason: str) -> Case:
        """Put together what goes out: what is theirs, and `also` these left-out pieces, for a reason.

        It replaces what was prepared before, and any second look at that. Raises BadEntry, NotThere and Conflict.
        """
        case = self.acts.casework.seen_at(officer, reference, version, "prepare_access")
        request, found = _open(case), self._items(case)
        if not set(also) <= {item.id for item in found if item.left_out and item.may_go_in}:
            raise BadEntry(also="not_theirs")
        details = {
            "by": officer.id,
            "checked_by": "",
            "also": sorted(also),
            "because": entered(reason, "reason", 1000) if also else "",
            "pieces": [_piece(item) for item in found if item.left_out is None or item.id in also],
        }
        for _ in also:
            self._note(officer, "put_into_access", reference)
        changed = case.moving(request, "prepared", self.acts.casework.today(), details)
        return self._kept(officer, changed, "access_request_prepared", "prepare_access")

    def check(self, officer: Officer, reference: str, version: int) -> Case:
        """A second officer has looked at all of it and lets it go out. Raises BadEntry, NotThere and Conflict."""
        case = self.acts.casework.seen_at(officer, reference, version, "check_access")
        request = _open(case)
        if request.state != "prepared":
            raise BadEntry(check="not_prepared")
        if request.details["by"] == officer.id:
            raise BadEntry(check="own")
        if not self._reaches(officer, reference):
            raise BadEntry(check="hidden")
        changed = case.moving(request, "checked", self.acts.casework.today(), {"checked_by": officer.id})
        return self._kept(officer, changed, "access_request_checked", "check_access")

    def take(self, officer: Officer, reference: str) -> Sequence[Piece]:
        """What was checked, to be given to the person; the first time answers the request.

        Raises NotThere, and BadEntry before the second look.
        """
        case = self.acts.casework.seen(officer, reference, "prepare_access")
        request = case.last(REQUEST)
        if request is None or request.state not in ("checked", "given"):
            raise BadEntry(take="not_checked")
        self._note(officer, "take_access", reference)
        if request.is_open:
            changed = case.moving(request, "given", self.acts.casework.today(), close=True)
            self._kept(officer, changed, "access_request_given", "prepare_access")
        pieces: Sequence[Piece] = request.details["pieces"]
        return pieces

    def show_contact(self, officer: Officer, reference: str, reason: str) -> None:
        """Show this officer the ways to reach the person, here and on the case, for an hour.

        Raises BadEntry and NotThere.
        """
        self.acts.casework.seen(officer, reference, "read_access")
        ContactDetails(self.acts.casework).show(officer, reference, reason)

    def _reaches(self, officer: Officer, reference: str) -> bool:
        return ContactDetails(self.acts.casework).is_shown(officer, reference)

    def _items(self, case: Case) -> tuple[Item, ...]:
        if case.conversation is None:
            return items(case, (), (), self.words)
        said = from_rows(self.transcripts.rows(case.conversation))
        return items(case, said, self.notes.of(case.conversation), self.words)

    def _shown(self, officer: Officer, case: Case) -> tuple[Item, ...]:
        """The pieces that this officer may see: not even that there is a link to a case that is not theirs to see."""
        seen = self.acts.links.shown(officer, case)
        kept = {f"record-{record.number}" for record in seen.records}
        kept |= {f"entry-{at}" for at, event in enumerate(case.history) if event in seen.history}
        return tuple(item for item in self._items(case) if item.left_out != "linked" or item.id in kept)

    def _kept(self, officer: Officer, case: Case, what: str, act: str) -> Case:
        self._note(officer, act, case.reference)
        changed = case.noting(Event(self.acts.casework.clock.now(), officer.id, what, {}))
        self.acts.casework.cases.save(changed)
        self.acts.keep_diary(changed, officer.id)
        return changed

    def _note(self, officer: Officer, what: str, reference: str) -> None:
        self.acts.casework.audit.note(officer.id, what, reference, self.acts.casework.clock.now())


def _open(case: Case) -> Record:
    """The request that is not answered; raises BadEntry when there is none."""
    found = case.open_records(REQUEST)
    if not found:
        raise BadEntry(asked_on="none")
    return found[-1]


def _may_extend(request: Record, today: date) -> bool:
    told = request.details
    return request.is_open and "extended_because" not in told and today <= date.fromisoformat(str(told["due"]))


def _without_contact(piece: Piece) -> Piece:
    return {**piece, "text": text_without_contact(str(piece["id"]), str(piece["text"]))}


def _piece(item: Item) -> Piece:
    return {
        "id": item.id,
        "kind": item.kind,
        "name": item.name,
        "at": item.at.isoformat() if item.at else "",
        "text": item.text,
    }
