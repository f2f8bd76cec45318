"""Which letters there are: when each may be begun, what must be told for it, and which act goes out with it.

Who drafts and who signs each of them stands in bot/roles.py, the wordings in texts/.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from bot.complaints.acts import ACTS
from bot.complaints.case import Case
from bot.complaints.profile import Profile

# What an act is told that the letter knows by itself: its text, and who signed it.
THE_TEXT = ("answer",)
THE_SIGNER = ("answered_by", "adjudicated_by", "responded_by", "decided_by")
# Done by a signed letter and in no other way: what takes something from the person (SI 2006/1738 regs 8, 9 and 17; the
# Ombudsman finds fault where somebody is refused or closed without being told why and where to go), and the answers
# that one office alone gives, in its own name: the adjudication (reg 17) and the answer to a panel (reg 20).
ONLY_BY_LETTER = ("refuse_to_consider", "decline_corporate_stage_2", "close_case", "adjudicate", "respond_to_panel")


@dataclass(frozen=True)
class Kind:
    """One kind of letter. `acts` are what may go out with it; of these at most one is allowed at a time."""

    name: str
    acts: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()  # where it may be begun without an act
    record: tuple[str, tuple[str, ...]] | None = None  # which of the case's records must stand, and in which states
    asks: tuple[str, ...] = ()  # what it asks beyond what its act does
    confirmed: bool = False  # whether an officer must have confirmed where the case belongs

    def act_now(self, case: Case, today: date, profile: Profile) -> str | None:
        """The act that goes out with it now, or None."""
        return next((name for name in self.acts if ACTS[name].refusal(case, today, profile) is None), None)

    def refusal(self, case: Case, today: date, profile: Profile) -> str | None:
        """Why it may not be begun now, in a plain sentence; None when it may."""
        if self.act_now(case, today, profile):
            return None
        if not self._fits(case):
            return "The case is not at that step."
        return None

    def _fits(self, case: Case) -> bool:
        if case.stage not in self.stages or (self.confirmed and not case.confirmed):
            return False
        if self.record is None:
            return True
        kept = case.last(self.record[0])
        return kept is not None and kept.state in self.record[1]

    def fields(self, act: str | None) -> tuple[str, ...]:
        """The names of what must be told for it, beside its text."""
        of_act = [field.name for field in fields(ACTS[act])] if act else []
        told = [name for name in of_act if name not in (*THE_TEXT, *THE_SIGNER)]
        return tuple(dict.fromkeys([*self.asks, *told]))


_BEFORE_AN_ANSWER = ("awaiting_officer", "stage_1")
_KINDS = (
    Kind("acknowledgement", ("acknowledge",), _BEFORE_AN_ANSWER, asks=("handled_by",)),
    Kind("pathway", stages=_BEFORE_AN_ANSWER, asks=("why",), confirmed=True),
    Kind("elsewhere", ("close_duty",)),
    Kind("extension", ("extend_stage_1", "extend_stage_2", "extend_corporate_stage_2")),
    Kind("pause", ("suspend",)),
    Kind("resumption", ("resume",)),
    Kind("joint_nhs", ("propose_joint_nhs",)),
    Kind("stage_1_answer", ("answer_stage_1",)),
    Kind("stage_2_begins", stages=("stage_2",), record=("stat_s2", ("appointed", "statement_agreed"))),
    Kind("stage_2_answer", ("adjudicate",)),
    Kind("stage_3_panel", stages=("stage_3",), record=("stat_s3", ("panel_appointed",)), asks=("when_and_where",)),
    Kind("stage_3_answer", ("respond_to_panel",)),
    Kind("corporate_stage_2_begins", ("accept_corporate_stage_2",)),
    Kind("corporate_stage_2_declined", ("decline_corporate_stage_2",)),
    Kind("corporate_stage_2_answer", ("answer_corporate_stage_2",)),
    Kind("refusal", ("refuse_to_consider",)),
    Kind("withdrawal", ("confirm_withdrawal",)),
    Kind("closure", ("close_case",)),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _KINDS}


def of_act(act: str) -> Kind | None:
    """The letter with which an act goes out, or None."""
    return next((kind for kind in _KINDS if act in kind.acts), None)
