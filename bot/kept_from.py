"""Kept from: the concerns that a page is about, so that it can say who must not be told before anybody is told.

A page may be about a case, about a conversation that has become none yet, or about a task or an alert of either. It
asks here, and shows what it is given with one piece of template (console/templates/warning.html).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.complaints.facts import Facts
from bot.complaints.records import Record
from bot.ports import Cases, Transcripts
from bot.told import facts_from


class Concern(Protocol):
    """What the warning is made from: a case, or what was told so far."""

    @property
    def reporter_role(self) -> str | None: ...  # noqa: D102

    @property
    def facts(self) -> Mapping[str, Any]: ...  # noqa: D102

    @property
    def records(self) -> Sequence[Record]: ...  # noqa: D102


@dataclass(frozen=True)
class SoFar:
    """What somebody has told who has not sent it."""

    told: Facts
    records: tuple[Record, ...] = ()

    @property
    def facts(self) -> Mapping[str, Any]:
        """What is known."""
        return self.told.known

    @property
    def reporter_role(self) -> str | None:
        """Who tells it, where they said so."""
        role: str | None = self.told.get("reporter_role")
        return role


@dataclass(frozen=True)
class KeptFrom:
    """Finds the concerns of whoever may see the page already: it asks nobody's leave."""

    cases: Cases
    transcripts: Transcripts

    def about(self, reference: str | None, conversation: str | None) -> Sequence[Concern]:
        """The case; or else the cases of the conversation; or else what was told in it so far."""
        case = self.cases.get(reference) if reference else None
        if case is not None:
            return (case,)
        if conversation is None:
            return ()
        return self.cases.of_conversation(conversation) or (SoFar(facts_from(self.transcripts.slots(conversation))),)

    def among(self, references: Collection[str]) -> frozenset[str]:
        """Those of these cases of which somebody must not be told. Each is opened, so this is for short lists."""
        return frozenset(case.reference for case in self.cases.some(references) if somebody_must_not_be_told(case))


def somebody_must_not_be_told(concern: Concern) -> bool:
    """Whether its pages have a warning."""
    return child_is_against(concern) or is_kept_from_somebody(concern)


def child_is_against(concern: Concern) -> bool:
    """Whether the child does not want it, by what was noted last of their wishes."""
    wishes = [record for record in concern.records if record.kind == "wishes"]
    return bool(wishes) and wishes[-1].details["wishes"] == "does_not_want_it"


def is_kept_from_somebody(concern: Concern) -> bool:
    """Whether somebody is named who must not be told, or it is a child's own."""
    return bool(concern.facts.get("must_not_tell")) or concern.reporter_role == "child"
