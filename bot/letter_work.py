"""Use cases of the officer, for letters: begin, write, hand in, vet, sign, send, send back, drop.

What a letter does to its case happens when it is sent, as whoever signed it, and never where the case does not allow
it. The case is saved with the act and the message to the person at once; a letter whose case was saved and that was
not marked as sent, because the machine stopped in between, is only marked when it is sent again.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.case_acts import SETTLES, CaseActs
from bot.casework import Casework
from bot.complaints.acts import told
from bot.complaints.acts.act import points_to_answer
from bot.complaints.case import Case, Event
from bot.complaints.errors import NotAllowed
from bot.complaints.step import Step
from bot.complaints.working_days import add_working_days
from bot.correspondence import MESSAGE
from bot.letters import paper, texts
from bot.letters.filling import Sheet, audience_of, begun, given_to, sheet
from bot.letters.kinds import KINDS
from bot.letters.letter import MOVES, Letter, Letters, Version
from bot.ports import Conflict, Officer, Task
from bot.roles import LETTER_NEEDS, LETTER_TASKS, BadEntry, NotThere, entered

LONGEST = 20_000  # letters; the longest answers of councils have about half of that
DUE_WORKING_DAYS = 1
# What somebody must be allowed for a step; drafting and signing depend on the kind besides (roles.LETTER_NEEDS).
NEEDS = {
    "hand_in": "draft_letter", "drop": "draft_letter", "vet": "vet_letter", "sign": "sign_letter",
    "send": "send_letter", "send_back": "send_back_letter",
}  # fmt: skip
# The task of whoever is next, by the state that the letter has come to.
NEXT_TASK = {"draft": "mend_letter", "drafted": "vet_letter", "vetted": "sign_letter", "signed": "send_letter"}


@dataclass(frozen=True)
class Opened:
    """A letter as an officer sees it: with its case, how it would go out now, and what they may do with it."""

    letter: Letter
    case: Case
    sheet: Sheet
    act: str | None
    fields: tuple[str, ...]
    may: tuple[str, ...]  # of MOVES, and "write"


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
    acts: CaseActs
    letters: Letters

    # --- reading ---

    def of_case(self, officer: Officer, reference: str) -> LettersOfCase:
        """The letters of a case. That they were read is noted; raises NotThere."""
        case = self._case(officer, reference, "read_letter")
        today, profile = self.casework.today(), self.casework.profile
        may = [kind for kind in KINDS.values() if self._is_theirs(officer, case, kind.name, "draft")]
        return LettersOfCase(
            case=self.casework.sight.of(officer).shown(case),
            letters=tuple(each for each in self.letters.of_case(reference) if self._may_see(officer, case, each)),
            kinds=tuple(kind.name for kind in may if kind.refusal(case, today, profile) is None),
        )

    def open(self, officer: Officer, reference: str, letter_id: str) -> Opened:
        """One letter. That it was read is noted; raises NotThere."""
        case = self._case(officer, reference, "read_letter")
        return self._opened(officer, case, self._letter(officer, case, letter_id))

    def as_docx(self, officer: Officer, reference: str, letter_id: str) -> bytes:
        """The letter as a Word document; one that was not sent says so. Raises NotThere."""
        case = self._case(officer, reference, "read_letter")
        letter = self._letter(officer, case, letter_id)
        shared, council = texts.words(audience_of(case)), self.casework.profile.name
        if letter.state == "sent":
            return paper.docx(letter.sent["heading"], letter.sent["text"], council, letter.sent["above"])
        now = self._sheet(case, letter)
        return paper.docx(now.heading, now.text, council, self._above(case), warning=shared["draft"])

    # --- drafting ---

    def begin(self, officer: Officer, reference: str, kind: str) -> Letter:
        """Begin a letter with its wording and the case's facts. Raises NotThere, and BadEntry for a kind."""
        case = self._case(officer, reference, "draft_letter", note="draft_letter")
        today, profile = self.casework.today(), self.casework.profile
        if kind not in KINDS or not self._is_theirs(officer, case, kind, "draft"):
            raise BadEntry(kind="missing")
        if KINDS[kind].refusal(case, today, profile):
            raise BadEntry(kind="not_now")
        now = self.casework.clock.now()
        version = Version(now, officer.id, begun(kind, case, profile), {})
        act = KINDS[kind].act_now(case, today, profile)
        letter = Letter(f"l-{secrets.token_hex(8)}", reference, kind, act, now, (version,))
        self.letters.add(letter)
        return letter

    def write(
        self, officer: Officer, reference: str, letter_id: str, revision: int, text: str, given: Mapping[str, str]
    ) -> Letter:
        """Keep a new version of a draft. Raises NotThere, BadEntry, NotAllowed and Conflict."""
        case = self._case(officer, reference, "draft_letter", note="draft_letter")
        letter = self._letter(officer, case, letter_id)
        if not self._is_theirs(officer, case, letter.kind, "draft"):
            raise NotThere(letter_id)
        _require_read(letter, revision)
        text = entered(text.replace("\r\n", "\n"), "text", LONGEST)
        fields = KINDS[letter.kind].fields(letter.act)
        kept = {name: given.get(name, "").replace("\r\n", "\n")[:LONGEST] for name in fields}
        written = letter.written(Version(self.casework.clock.now(), officer.id, text, kept))
        self.letters.save(written)
        return self._letter(officer, case, letter_id)

    # --- its way ---

    def move(
        self, officer: Officer, reference: str, letter_id: str, revision: int, move: str, reason: str = ""
    ) -> Letter:
        """Take a letter one step on, or back. Raises NotThere, NotAllowed with a plain sentence, and Conflict.

        `revision` is that of the letter as this officer read it: nobody vets, signs or sends what they have not seen.
        """
        case = self._case(officer, reference, NEEDS[move], note=NEEDS[move])
        letter = self._letter(officer, case, letter_id)
        if not self._may_move(officer, case, letter.kind, move):
            raise NotThere(letter_id)
        _require_read(letter, revision)
        if why := letter.refusal(move, officer.id):
            raise NotAllowed(why)
        if move in ("hand_in", "vet", "sign"):
            self._require_whole(case, letter, officer.name if move == "sign" else "")
        now = self.casework.clock.now()
        moved = self._sent(officer, case, letter) if move == "send" else letter.moved(move, officer.id, now, reason)
        self.letters.save(moved)
        self._pass_on(moved, officer)
        return moved

    def _sent(self, officer: Officer, case: Case, letter: Letter) -> Letter:
        """Do the letter's act, as who signed it, and write to the person, in one save of the case."""
        now = self.casework.clock.now()
        before = next((event for event in case.history if event.detail.get("letter") == letter.id), None)
        if before:
            return letter.going_out(officer.id, now, dict(before.detail["sent"]))
        signer = self._signer(letter)
        self._require_whole(case, letter, signer.name)
        whole = self._sheet(case, letter)
        sent = {"heading": whole.heading, "text": whole.text, "above": self._above(case)}
        changed = case
        if letter.act:
            act = told.act(letter.act, given_to(letter.latest.told, whole.text, signer.name))
            changed = case.doing(act, self._step(signer.id))
        words = f"{whole.heading}\n{paper.as_message(whole.text)}"
        detail = {"words": words, "heading": whole.heading, "letter": letter.id, "sent": sent}
        self.casework.cases.save(changed.noting(Event(now, officer.id, MESSAGE, detail)))
        self.acts.keep_diary(changed, officer.id)
        self._settle(letter, officer)
        return letter.going_out(officer.id, now, sent)

    def _require_whole(self, case: Case, letter: Letter, signer: str) -> None:
        now = self._sheet(case, letter, signer)
        if now.prompts:
            raise NotAllowed(f"Still to be written: {now.prompts[0]}")
        if now.fault:
            raise NotAllowed(now.fault)
        if now.missing:
            raise NotAllowed(f"Nothing is known yet of: {', '.join(now.missing)}.".replace("_", " "))

    # --- who may ---

    def _case(self, officer: Officer, reference: str, act: str, note: str = "read_letter") -> Case:
        """The whole case, for an officer who may see it and do this; noted first."""
        case = self.casework.seen(officer, reference, act)
        self.casework.audit.note(officer.id, note, reference, self.casework.clock.now())
        return case

    def _letter(self, officer: Officer, case: Case, letter_id: str) -> Letter:
        letter = self.letters.get(letter_id)
        if letter is None or letter.case != case.reference or not self._may_see(officer, case, letter):
            raise NotThere(letter_id)
        return letter

    def _may_see(self, officer: Officer, case: Case, letter: Letter) -> bool:
        """The team sees every letter; somebody to whom the case was given, what they draft or sign."""
        if self.casework.sight.of(officer).may("vet_letter", case):
            return True
        return any(self._is_theirs(officer, case, letter.kind, part) for part in ("draft", "sign"))

    def _may_move(self, officer: Officer, case: Case, kind: str, move: str) -> bool:
        if not self.casework.sight.of(officer).may(NEEDS[move], case):
            return False
        part = {"draft_letter": "draft", "sign_letter": "sign"}.get(NEEDS[move])
        return part is None or self._is_theirs(officer, case, kind, part)

    def _is_theirs(self, officer: Officer, case: Case, kind: str, part: str) -> bool:
        """Whether this officer drafts, or signs, letters of this kind about this case."""
        view = self.casework.sight.of(officer)
        if not view.may(LETTER_NEEDS[kind][part], case):
            return False
        given = [each for each in view.given.get(case.reference, ()) if each.capacity == "responding_manager"]
        if view.may("vet_letter", case) or not given:
            return True
        # A manager answers for their own points: a letter on others' is put together by the complaints team.
        points = {point for each in given for point in each.points}
        return points >= set(range(len(case.points))) or points >= set(points_to_answer(case, "stage_1"))

    # --- what they share ---

    def _opened(self, officer: Officer, case: Case, letter: Letter) -> Opened:
        may = [
            move
            for move in MOVES
            if letter.refusal(move, officer.id) is None and self._may_move(officer, case, letter.kind, move)
        ]
        if letter.state == "draft" and self._is_theirs(officer, case, letter.kind, "draft"):
            may.append("write")
        return Opened(
            letter=letter,
            case=self.casework.sight.of(officer).shown(case),
            sheet=self._sheet(case, letter),
            act=letter.act,
            fields=KINDS[letter.kind].fields(letter.act),
            may=tuple(may),
        )

    def _sheet(self, case: Case, letter: Letter, signer: str = "") -> Sheet:
        if letter.state == "sent":
            return Sheet(letter.sent["heading"], letter.sent["text"], (), (), None)
        name = signer or (self._signer(letter).name if letter.signed_by else "")
        step = self._step(letter.signed_by or letter.latest.who)
        return sheet(letter.kind, letter.act, letter.latest.text, letter.latest.told, case, step, name)

    def _signer(self, letter: Letter) -> Officer:
        signer = self.casework.officers.get(letter.signed_by or "")
        if signer is None:
            raise NotAllowed("Nobody has signed it.")
        return signer

    def _above(self, case: Case) -> str:
        line: str = texts.words(audience_of(case))["made"]
        today = self.casework.today()
        return line.format(council=self.casework.profile.name, reference=case.reference, today=_day(today))

    def _step(self, who: str) -> Step:
        return Step(self.casework.clock.now(), who, self.casework.profile, self.casework.calendar)

    # --- tasks ---

    def _pass_on(self, letter: Letter, officer: Officer) -> None:
        """Finish the tasks of the step that is done, and open that of whoever is next."""
        now, due = (
            self.casework.clock.now(),
            add_working_days(self.casework.today(), DUE_WORKING_DAYS, self.casework.calendar),
        )
        for task in self._tasks(letter.case):
            if task.kind in LETTER_TASKS and task.id.startswith(f"{letter.id}-"):
                self.casework.work.save_task(replace(task, done_at=now, done_by=officer.id))
        if kind := NEXT_TASK.get(letter.state):
            self.casework.work.add_task(Task(f"{letter.id}-{len(letter.marks)}", kind, now, due, letter.case))

    def _settle(self, letter: Letter, officer: Officer) -> None:
        for task in self._tasks(letter.case):
            if letter.act and task.kind == SETTLES.get(letter.act):
                done = replace(task, done_at=self.casework.clock.now(), done_by=officer.id)
                self.casework.work.save_task(done)

    def _tasks(self, reference: str) -> Sequence[Task]:
        return [task for task in self.casework.work.tasks() if task.case == reference]


def _require_read(letter: Letter, revision: int) -> None:
    if letter.revision != revision:
        raise Conflict(f"letter {letter.id} was changed since revision {revision} was read")


def _day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B %Y}"
