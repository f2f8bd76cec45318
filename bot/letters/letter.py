"""A letter and its way: drafted, vetted, signed, sent. It knows no case, no clock and no store.

Whoever wrote any word of it does not vet it. From every step before sending it can be sent back, with a reason; then it
is a draft again, and needs vetting and a signature anew. Every version that anybody kept stays readable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.complaints.errors import NotAllowed

# What may be done in which state, and the state after it.
MOVES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "hand_in": (("draft",), "drafted"),
    "vet": (("drafted",), "vetted"),
    "sign": (("vetted",), "signed"),
    "send": (("signed",), "sent"),
    "send_back": (("drafted", "vetted", "signed"), "draft"),
    "drop": (("draft", "drafted", "vetted", "signed"), "dropped"),
}
STATES = ("draft", "drafted", "vetted", "signed", "sent", "dropped")
OVER = ("sent", "dropped")
WAITING = ("drafted", "vetted")  # for somebody else than whoever took the last step: to be vetted, to be signed


@dataclass(frozen=True)
class Version:
    """What somebody wrote: the text with its braces, and what the act that goes out with it needs to be told."""

    at: datetime
    who: str  # the officer's id
    text: str
    told: Mapping[str, str]


@dataclass(frozen=True)
class Mark:
    """A step on its way: who did what of MOVES, when, to which version (counted from 1), and why."""

    at: datetime
    who: str
    what: str
    version: int
    reason: str = ""


@dataclass(frozen=True)
class Letter:
    """One letter about one case. `revision` counts every change, so that of two at once one has to look again."""

    id: str
    case: str  # the case's reference
    kind: str  # one of kinds.KINDS
    pathway: str  # the case's when it was begun: its rights are those of that procedure
    act: str | None  # what is done to the case when it is sent, a name of complaints.acts.ACTS
    begun_at: datetime
    versions: tuple[Version, ...]
    marks: tuple[Mark, ...] = ()
    state: str = "draft"  # one of STATES
    sent: Mapping[str, str] = field(default_factory=dict)  # heading and text as they went out, no braces left
    revision: int = 1

    @property
    def latest(self) -> Version:
        """The version that counts."""
        return self.versions[-1]

    @property
    def writers(self) -> frozenset[str]:
        """The ids of everybody who wrote any version."""
        return frozenset(version.who for version in self.versions)

    @property
    def is_over(self) -> bool:
        """Whether nothing can be done with it any more."""
        return self.state in OVER

    @property
    def signed_by(self) -> str | None:
        """The id of who signed the version that counts, or None."""
        signed = self.state in ("signed", "sent")
        return next((mark.who for mark in reversed(self.marks) if signed and mark.what == "sign"), None)

    def refusal(self, move: str, who: str) -> str | None:
        """Why this officer may not do this now, in a plain sentence; None when nothing here forbids it."""
        states, _ = MOVES[move]
        if self.state not in states:
            return "The letter is not at that step, or no longer."
        if move == "vet" and who in self.writers:
            return "Nobody vets what they have written."
        return None

    def written(self, version: Version) -> Letter:
        """This letter with a new version. Raises NotAllowed unless it is a draft."""
        if self.state != "draft":
            raise NotAllowed("Only a draft can be changed: send the letter back first.")
        return replace(self, versions=(*self.versions, version))

    def moved(self, move: str, who: str, at: datetime, reason: str = "") -> Letter:
        """This letter one step on. Raises NotAllowed with a plain sentence."""
        why = self.refusal(move, who)
        if move == "send_back" and not reason:
            why = why or "Say what has to be mended."
        if why:
            raise NotAllowed(why)
        mark = Mark(at, who, move, len(self.versions), reason)
        return replace(self, marks=(*self.marks, mark), state=MOVES[move][1])

    def going_out(self, who: str, at: datetime, sent: Mapping[str, str]) -> Letter:
        """This letter sent, with its heading and text as they went out. Raises NotAllowed."""
        return replace(self.moved("send", who, at), sent=sent)


class Letters(Protocol):
    """Where letters are kept. Every method raises StoreBusy."""

    def add(self, letter: Letter) -> None:
        """Keep a new letter."""
        ...

    def get(self, letter_id: str) -> Letter | None:
        """One letter, or None."""
        ...

    def of_case(self, reference: str) -> Sequence[Letter]:
        """The letters of a case, oldest first."""
        ...

    def waiting(self) -> Sequence[Letter]:
        """The letters in one of the states of WAITING, oldest first."""
        ...

    def save(self, letter: Letter) -> None:
        """Keep a changed letter with the next revision; raises Conflict when it was changed since it was read."""
        ...
