"""Use cases of the officer, for letters: begin, write, hand in, vet, sign, send, send back, drop.

What may be done by whom is in letter_sight.py, what sending does in letter_sending.py. Whatever is read or changed goes
into the audit first.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from bot.casework import Casework
from bot.complaints.case import Case
from bot.complaints.errors import NotAllowed
from bot.letter_sending import LetterSending
from bot.letter_sight import DRAFT, NEEDS, LetterSight
from bot.letters.filling import Sheet, begun
from bot.letters.kinds import KINDS
from bot.letters.letter import MOVES, Letter, Letters, Version
from bot.ports import Conflict, Officer
from bot.roles import BadEntry, NotThere, entered

LONGEST = 20_000  # characters; the longest answers of councils have about half of that
WRITE = "write"


@dataclass(frozen=True)
class Opened:
    """A letter as an officer sees it: with its case, how it would go out now, and what they may do with it."""

    letter: Letter
    case: Case
    sheet: Sheet
    fields: tuple[str, ...]  # what must be told beside its text
    may: tuple[str, ...]  # of MOVES, and WRITE


@dataclass(frozen=True)
class LettersOfCase:
    """A case's letters, and the kinds that this officer may begin now."""

    case: Case
    letters: tuple[Letter, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class LetterWork:
    """What officers do with letters."""

    casework: Casework
    letters: Letters
    sending: LetterSending

    @property
    def sight(self) -> LetterSight:
        """Who may do what."""
        return LetterSight(self.casework.sight)

    # --- reading ---

    def of_case(self, officer: Officer, reference: str) -> LettersOfCase:
        """The letters of a case. That they were read is noted; raises NotThere."""
        case = self._case(officer, reference, "read_letter")
        today, profile = self.casework.today(), self.casework.profile
        theirs = [kind for kind in KINDS.values() if self.sight.is_theirs(officer, case, kind.name, DRAFT)]
        return LettersOfCase(
            case=self.casework.sight.of(officer).shown(case),
            letters=tuple(each for each in self.letters.of_case(reference) if self.sight.may_see(officer, case, each)),
            kinds=tuple(kind.name for kind in theirs if kind.refusal(case, today, profile) is None),
        )

    def open(self, officer: Officer, reference: str, letter_id: str) -> Opened:
        """One letter. That it was read is noted; raises NotThere."""
        case = self._case(officer, reference, "read_letter")
        letter = self._letter(officer, case, letter_id)
        may = [
            move
            for move in MOVES
            if letter.refusal(move, officer.id) is None and self.sight.may_move(officer, case, letter.kind, move)
        ]
        if letter.state == "draft" and self.sight.is_theirs(officer, case, letter.kind, DRAFT):
            may.append(WRITE)
        return Opened(
            letter=letter,
            case=self.casework.sight.of(officer).shown(case),
            sheet=self.sending.sheet(case, letter),
            fields=KINDS[letter.kind].fields(letter.act),
            may=tuple(may),
        )

    def as_docx(self, officer: Officer, reference: str, letter_id: str) -> bytes:
        """The letter as a Word document; one that was not sent says so. That it was read is noted; raises NotThere."""
        case = self._case(officer, reference, "read_letter")
        return self.sending.docx(case, self._letter(officer, case, letter_id))

    # --- drafting ---

    def begin(self, officer: Officer, reference: str, kind: str) -> Letter:
        """Begin a letter with its wording and the case's facts. Raises NotThere, and BadEntry for a kind."""
        case = self._case(officer, reference, "draft_letter")
        today, profile = self.casework.today(), self.casework.profile
        if kind not in KINDS or not self.sight.is_theirs(officer, case, kind, DRAFT):
            raise BadEntry(kind="missing")
        if KINDS[kind].refusal(case, today, profile):
            raise BadEntry(kind="not_now")
        now = self.casework.clock.now()
        version = Version(now, officer.id, begun(kind, case, profile), {})
        act = KINDS[kind].act_now(case, today, profile)
        letter = Letter(f"l-{secrets.token_hex(8)}", reference, kind, case.pathway, act, now, (version,))
        self.letters.add(letter)
        return letter

    def write(
        self, officer: Officer, reference: str, letter_id: str, revision: int, text: str, given: Mapping[str, str]
    ) -> None:
        """Keep a new version of a draft, with what its act must be told.

        Raises NotThere, BadEntry, NotAllowed, and Conflict when the letter is no longer the `revision` that was read.
        """
        case = self._case(officer, reference, "draft_letter")
        letter = self._letter(officer, case, letter_id)
        if not self.sight.is_theirs(officer, case, letter.kind, DRAFT):
            raise NotThere(letter_id)
        _require_read(letter, revision)
        text = entered(_lines(text), "text", LONGEST)
        kept = {name: _lines(given.get(name, ""))[:LONGEST] for name in KINDS[letter.kind].fields(letter.act)}
        self.letters.save(letter.written(Version(self.casework.clock.now(), officer.id, text, kept)))

    # --- its way ---

    def move(
        self, officer: Officer, reference: str, letter_id: str, revision: int, move: str, reason: str = ""
    ) -> Letter:
        """Take a letter one step on, or back. Raises NotThere, NotAllowed with a plain sentence, and Conflict.

        `revision` is that of the letter as this officer read it: nobody vets, signs or sends what they have not seen.
        """
        case = self._case(officer, reference, NEEDS[move])
        letter = self._letter(officer, case, letter_id)
        if not self.sight.may_move(officer, case, letter.kind, move):
            raise NotThere(letter_id)
        _require_read(letter, revision)
        if why := letter.refusal(move, officer.id):
            raise NotAllowed(why)
        if move in ("hand_in", "vet", "sign"):
            self.sending.require_whole(case, letter, officer.name if move == "sign" else "")
        now = self.casework.clock.now()
        sends = move == "send"
        moved = self.sending.send(officer, case, letter) if sends else letter.moved(move, officer.id, now, reason)
        self.letters.save(moved)
        self.sending.pass_on(moved, officer)
        return moved

    # --- what they share ---

    def _case(self, officer: Officer, reference: str, act: str) -> Case:
        """The whole case, for an officer who may see it and do this; noted first."""
        case = self.casework.seen(officer, reference, act)
        self.casework.audit.note(officer.id, act, reference, self.casework.clock.now())
        return case

    def _letter(self, officer: Officer, case: Case, letter_id: str) -> Letter:
        letter = self.letters.get(letter_id)
        if letter is None or letter.case != case.reference or not self.sight.may_see(officer, case, letter):
            raise NotThere(letter_id)
        return letter


def _require_read(letter: Letter, revision: int) -> None:
    if letter.revision != revision:
        raise Conflict(f"letter {letter.id} was changed since revision {revision} was read")


def _lines(text: str) -> str:
    """What was typed, with the ends of lines that browsers send made plain."""
    return text.replace("\r\n", "\n")
