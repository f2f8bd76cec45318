"""Access items: what the record of a case consists of, piece by piece, and why a piece is left out of a copy of it.

Somebody who asks for their data gets their own, and a copy must not harm the rights of others (UK GDPR art. 15(1),
(3) and (4); Data Protection Act 2018 Sch. 2 para. 16). So what an officer has not said is theirs stays out: a kind of
record or an entry that nobody thought of when this was written is left out, and never let through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.complaints.acts import ACTS
from bot.complaints.acts.voices import OF_WISHES
from bot.complaints.case import Case, Event
from bot.complaints.facts import CHILD_ROLES
from bot.complaints.plain import day, headed
from bot.complaints.records import Record
from bot.complaints.written import written
from bot.correspondence import FROM_PERSON, MESSAGE
from bot.fact_words import in_words
from bot.hidden.numbers import numbers
from bot.links import EVENTS as OF_LINKS
from bot.messages import Message
from bot.talk_notes import TalkNote
from bot.words import Words

OWN_WAYS = ("email", "phone", "postal_address")  # what is the person's own contact detail
# Records that are about the person's own representation; the wishes of a child are the child's.
OWN_RECORDS = frozenset({
    "representation", "resolved_at_first_contact", "stat_s1", "stat_s2", "stat_s3", "corp_s1", "corp_s2", "duty",
    "member_enquiry", "compliment", "service_request", "information_request", "remedy_payment", "lgsco", "withdrawal",
    "point_withdrawal", "suspension", "discretion", "refusal", "contact_policy",
})  # fmt: skip
OF_CHILDREN = frozenset({"wishes"})
# Entries of officers that say what was decided about the person; notes for each other are none of them.
OWN_ENTRIES = frozenset({MESSAGE, "pathway_proposed", "pathway_confirmed", "pathway_changed", *ACTS}) - set(OF_LINKS)
# Of the person's doing, or of the assistant's: what it proposed about them is theirs to read.
OF_PERSON = frozenset({
    *FROM_PERSON, "wants_advocate", "changes_contact", "pathway_proposed", *ACTS,
}) - {"added_by_helper"} - set(OF_LINKS)  # fmt: skip
BY_OFFICERS = ("by", "decided_by", "letter", "given")  # who of the team did it, and what is kept elsewhere
NEVER = frozenset({"linked"})  # that there is another case is told to nobody who is not working on both
REQUEST = "access_request"


@dataclass(frozen=True)
class Item:
    """One piece of the record. `left_out` is why it stays out unless an officer says otherwise, or None."""

    id: str  # the same as long as the case only grows
    kind: str  # fact | point | decision | entry | record | said | note
    name: str
    at: datetime | None
    text: str
    left_out: str | None = None  # somebody_else | linked | must_not_tell | third_contact | officers_note | unsorted

    @property
    def may_go_in(self) -> bool:
        """Whether an officer may put it in after all."""
        return self.left_out not in NEVER


def items(case: Case, said: Sequence[Message], notes: Sequence[TalkNote], words: Words) -> tuple[Item, ...]:
    """Every piece of the record of a case, each with why it is left out, if it is.

    `said` is its conversation and `notes` what officers noted about that. Everything is written as the person may read
    it, who gets the copy: choices as the quick reply with which they were made, days in words.
    """
    own = {_digits(str(case.facts.get(name) or "")) for name in OWN_WAYS}
    found = [*_facts(case, words), *_points(case), *_entries(case), *_records(case), *_said(said), *_noted(notes)]
    kept_from = str(case.facts.get("must_not_tell") or "").strip().lower()
    return tuple(_looked_at(item, own, kept_from) for item in found if item.text)


def _facts(case: Case, words: Words) -> Iterator[Item]:
    for name, value in case.facts.items():
        if value is not None:
            kept_from = "must_not_tell" if name == "must_not_tell" else None
            yield Item(f"fact-{name}", "fact", name, None, in_words(words, value, name), kept_from)


def _points(case: Case) -> Iterator[Item]:
    for at, point in enumerate(case.points):
        text = "\n".join(part for part in (point.text, point.wanted_outcome) if part)
        yield Item(f"point-{at}", "point", "what_happened", case.received_at, text)
    for at, reason in enumerate(case.reasons):
        yield Item(f"reason-{at}", "decision", "reason", case.received_at, reason.says)
    for at, finding in enumerate(case.findings):
        yield Item(f"finding-{at}", "decision", finding.stage, None, written(finding.outcome, "outcome"))


def _entries(case: Case) -> Iterator[Item]:
    young = case.reporter_role in CHILD_ROLES
    for at, event in enumerate(case.history):
        if not event.what.startswith(REQUEST):
            text = "\n".join(str(event.detail[name]) for name in ("words", "reason", "note") if event.detail.get(name))
            yield Item(f"entry-{at}", "entry", event.what, event.at, text or _where(event), _whose_entry(event, young))


def _where(event: Event) -> str:
    return str(event.detail.get("reference") or written(event.detail.get("pathway") or "", "pathway"))


def _whose_entry(event: Event, young: bool) -> str | None:
    if event.what in OF_LINKS:
        return "linked"
    if event.what == "added_by_helper" or (event.what in OF_WISHES and not young):
        return "somebody_else"
    theirs = OF_PERSON if event.who in ("person", "assistant") else OWN_ENTRIES
    return None if event.what in theirs else "officers_note"


def _records(case: Case) -> Iterator[Item]:
    young = case.reporter_role in CHILD_ROLES
    for record in case.records:
        if record.kind != REQUEST:
            yield Item(
                f"record-{record.number}", "record", record.kind, None, _entered(record), _whose_record(record, young)
            )


def _whose_record(record: Record, young: bool) -> str | None:
    if record.kind == "link":
        return "linked"
    if record.kind == "proposal":
        return "officers_note"
    if record.kind in OF_CHILDREN:
        return None if young else "somebody_else"
    return None if record.kind in OWN_RECORDS else "unsorted"


def _entered(record: Record) -> str:
    entered = {name: value for name, value in record.details.items() if value not in ("", None, [], ())}
    told = [f"{headed(name)}: {written(value, name)}" for name, value in entered.items() if name not in BY_OFFICERS]
    return "\n".join([f"{headed(record.state)}, {day(record.opened_on)}", *told])


def _said(said: Sequence[Message]) -> Iterator[Item]:
    for message in said:
        yield Item(f"said-{message.seq}-{message.kind}", "said", message.sender, message.at, message.text)


def _noted(notes: Sequence[TalkNote]) -> Iterator[Item]:
    for at, note in enumerate(notes):
        yield Item(f"note-{at}", "note", "note", note.at, note.text, "officers_note")


def _looked_at(item: Item, own: set[str], kept_from: str) -> Item:
    """Left out where it says who must not be told, or holds a number or an address that is not the person's own.

    Who must not be told was said in the conversation too, and a copy may be read by whoever opens the post.
    """
    if item.left_out or item.name in OWN_WAYS:
        return item
    if kept_from and kept_from in item.text.lower():
        return replace(item, left_out="must_not_tell")
    found = {_digits(item.text[span.start : span.end]) for span in numbers(item.text)}
    others = {one for one in found if not any(one in mine for mine in own)}
    return replace(item, left_out="third_contact") if others else item


def _digits(text: str) -> str:
    """A number or an address as it is compared: without blanks, and in small letters."""
    return "".join(text.lower().split())
