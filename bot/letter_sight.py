"""Who sees, drafts, vets and signs which letter. The table of permissions is bot/roles.py; here it meets the case.

The complaints team sees every letter of a case that it sees. Somebody to whom a case was given sees the letters that
they draft or sign, and a responding manager only where the letter is about nobody else's points.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.complaints.acts.act import points_to_answer
from bot.complaints.case import Case
from bot.letters.letter import Letter
from bot.ports import Officer
from bot.roles import LETTER_NEEDS
from bot.sight import Sight, View

# What somebody must be allowed for a step; drafting and signing depend on the kind besides (roles.LETTER_NEEDS).
NEEDS = {
    "hand_in": "draft_letter", "drop": "draft_letter", "vet": "vet_letter", "sign": "sign_letter",
    "send": "send_letter", "send_back": "send_back_letter",
}  # fmt: skip
DRAFT, SIGN = "draft", "sign"
_PART = {"draft_letter": DRAFT, "sign_letter": SIGN}


@dataclass(frozen=True)
class LetterSight:
    """Which letters an officer may see, and which steps they may take."""

    sight: Sight

    def may_see(self, officer: Officer, case: Case, letter: Letter) -> bool:
        """Whether this officer may see a letter of a case that they may see."""
        if self.sight.of(officer).may("vet_letter", case):
            return True
        return any(self.is_theirs(officer, case, letter.kind, part) for part in (DRAFT, SIGN))

    def may_move(self, officer: Officer, case: Case, kind: str, move: str) -> bool:
        """Whether this officer may take letters of this kind a step on: a name of letters.letter.MOVES."""
        return may_move(self.sight.of(officer), case, kind, move)

    def is_theirs(self, officer: Officer, case: Case, kind: str, part: str) -> bool:
        """Whether this officer drafts (DRAFT), or signs (SIGN), letters of this kind about this case."""
        return _is_theirs(self.sight.of(officer), case, kind, part)


def may_move(view: View, case: Case, kind: str, move: str) -> bool:
    """Whether whoever has this view may take letters of this kind a step on, where the view was made anyway."""
    if not view.may(NEEDS[move], case):
        return False
    part = _PART.get(NEEDS[move])
    return part is None or _is_theirs(view, case, kind, part)


def _is_theirs(view: View, case: Case, kind: str, part: str) -> bool:
    if not view.may(LETTER_NEEDS[kind][part], case):
        return False
    return view.may("vet_letter", case) or _all_points_are_theirs(view, case)


def _all_points_are_theirs(view: View, case: Case) -> bool:
    """A manager answers for the points that they were given; a letter on others' is put together by the team."""
    given = [each for each in view.given.get(case.reference, ()) if each.capacity == "responding_manager"]
    points = {point for each in given for point in each.points}
    return not given or points >= set(range(len(case.points))) or points >= set(points_to_answer(case, "stage_1"))
