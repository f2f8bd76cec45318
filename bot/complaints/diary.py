"""The diary of a case: what somebody must do by a day, beside the clocks of the stages.

It is read from the case, so that nothing has to be remembered when an act is done: whoever keeps the tasks opens those
that are in the diary and finishes those that are in it no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.complaints.case import Case
from bot.complaints.records import Record

# An open record in this state -> the task that it makes, and where its day stands in the record.
_FROM_RECORDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("suspension", "suspended"): ("look_again", "look_again"),
    ("contact_policy", "in_force"): ("review_contact", "review_on"),
    ("contact_policy", "reviewed"): ("review_contact", "review_on"),
    ("contact_policy", "appealed"): ("review_contact", "review_on"),
    ("lgsco", "enquiry"): ("reply_to_ombudsman", "reply_by"),
    ("lgsco", "decided"): ("show_remedies", "remedies_due"),
    ("learning_action", "to_do"): ("carry_out_action", "due"),
    ("consent", "given"): ("renew_consent", "until"),
    ("independence", "to_check"): ("check_independence", "check_by"),
    ("wishes", "against"): ("weigh_wishes", "weigh_by"),
    ("proposal", "proposed"): ("decide_proposal", "decide_by"),
    ("access_request", "asked"): ("answer_access_request", "due"),  # UK GDPR art. 12(3)
    ("access_request", "prepared"): ("answer_access_request", "due"),
    ("access_request", "checked"): ("answer_access_request", "due"),
}
_FROM_CLOCKS = ("appoint_stage_2", "agree_statement")
KINDS = (*dict.fromkeys(kind for kind, _ in _FROM_RECORDS.values()), *_FROM_CLOCKS, "confirm_withdrawal")


@dataclass(frozen=True)
class Entry:
    """One entry: the kind of task, its day, and a name that is the case's own and stays the same."""

    kind: str  # one of KINDS
    due: date
    name: str


def diary(case: Case, within: Callable[[date, int], date]) -> tuple[Entry, ...]:
    """Everything in the case's diary. `within` adds working days to a day: a withdrawal is talked over in two."""
    return tuple(_entries(case, within))


def _entries(case: Case, within: Callable[[date, int], date]) -> Iterator[Entry]:
    for record in case.records:
        if record.is_open and (record.kind, record.state) in _FROM_RECORDS:
            kind, day = _FROM_RECORDS[record.kind, record.state]
            due = date.fromisoformat(str(record.details[day]))
            yield Entry(kind, due, f"{kind}-{record.number}-{due.isoformat()}")
        elif _waits(record, case):
            yield Entry("confirm_withdrawal", within(record.opened_on, 2), f"confirm_withdrawal-{record.number}")
    for clock in case.clocks:
        if clock.is_running and clock.name in _FROM_CLOCKS and clock.pause is None:
            yield Entry(clock.name, clock.now_due, f"{clock.name}-{clock.started.isoformat()}")


def _waits(record: Record, case: Case) -> bool:
    return record.kind == "withdrawal" and record.is_open and case.stage != "closed"
