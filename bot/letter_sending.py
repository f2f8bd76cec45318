"""Sending a letter: what it does to its case, as whoever signed it, and the message to the person, in one save.

A letter whose case was saved and that was not marked as sent, because the machine stopped in between, is only marked
when it is sent again. Whoever is next has a task, from the first hand-in to the sending.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.case_acts import SETTLES, CaseActs
from bot.casework import Casework
from bot.complaints.acts import told
from bot.complaints.case import Case, Event
from bot.complaints.errors import NotAllowed
from bot.complaints.plain import day
from bot.complaints.step import Step
from bot.complaints.working_days import add_working_days
from bot.correspondence import MESSAGE
from bot.letters import paper, texts
from bot.letters.filling import Sheet, audience_of, given_to, sheet
from bot.letters.letter import Letter
from bot.ports import Officer, Task
from bot.roles import LETTER_TASKS

DUE_WORKING_DAYS = 1
# The task of whoever is next, by the state that the letter has come to.
NEXT_TASK = {"draft": "mend_letter", "drafted": "vet_letter", "vetted": "sign_letter", "signed": "send_letter"}


@dataclass(frozen=True)
class LetterSending:
    """Shows a letter as it would go out, and sends it."""

    casework: Casework
    acts: CaseActs

    def sheet(self, case: Case, letter: Letter, signer: str = "") -> Sheet:
        """The letter as it went out, or as it would go out now; `signer` is the name of who is about to sign."""
        if letter.state == "sent":
            return Sheet(letter.sent["heading"], letter.sent["text"], (), (), None)
        name = signer or (self._signer(letter).name if letter.signed_by else "")
        step = self._step(letter.signed_by or letter.latest.who)
        return sheet(letter.kind, letter.act, letter.latest.text, letter.latest.told, case, step, name)

    def docx(self, case: Case, letter: Letter) -> bytes:
        """The letter as a Word document; one that was not sent says so."""
        shared, council, now = texts.words(audience_of(case)), self.casework.profile.name, self.sheet(case, letter)
        if letter.state == "sent":
            return paper.docx(now.heading, now.text, council, letter.sent["above"])
        return paper.docx(now.heading, now.text, council, self._above(case), warning=shared["draft"])

    def require_whole(self, case: Case, letter: Letter, signer: str = "") -> Sheet:
        """The letter as it would go out now. Raises NotAllowed with what is still open, in a plain sentence."""
        if case.pathway != letter.pathway:
            raise NotAllowed("The case has moved to another procedure since: drop this letter and begin it anew.")
        now = self.sheet(case, letter, signer)
        if now.prompts:
            raise NotAllowed(f"Still to be written: {now.prompts[0]}")
        if now.fault:
            raise NotAllowed(now.fault)
        if now.missing:
            raise NotAllowed(f"Nothing is known yet of: {', '.join(now.missing)}.".replace("_", " "))
        return now

    def send(self, officer: Officer, case: Case, letter: Letter) -> Letter:
        """Do the letter's act and write to the person; the letter as it was sent. Raises NotAllowed and Conflict."""
        now = self.casework.clock.now()
        if before := next((event for event in case.history if event.detail.get("letter") == letter.id), None):
            return letter.going_out(officer.id, now, dict(before.detail["sent"]))
        signer = self._signer(letter)
        whole = self.require_whole(case, letter)
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

    def pass_on(self, letter: Letter, officer: Officer) -> None:
        """Finish the tasks of the step that is done, and open that of whoever is next."""
        casework = self.casework
        self._finish(
            officer, letter.case, lambda task: task.kind in LETTER_TASKS and task.id.startswith(f"{letter.id}-")
        )
        if kind := NEXT_TASK.get(letter.state):
            due = add_working_days(casework.today(), DUE_WORKING_DAYS, casework.calendar)
            casework.work.add_task(
                Task(f"{letter.id}-{len(letter.marks)}", kind, casework.clock.now(), due, letter.case)
            )

    def _settle(self, letter: Letter, officer: Officer) -> None:
        """The act finishes the task that triage opened for it, as it would without a letter."""
        if kind := SETTLES.get(letter.act or ""):
            self._finish(officer, letter.case, lambda task: task.kind == kind)

    def _finish(self, officer: Officer, reference: str, wanted: Callable[[Task], bool]) -> None:
        now = self.casework.clock.now()
        for task in self.casework.work.tasks_of_case(reference):
            if task.done_at is None and wanted(task):
                self.casework.work.save_task(replace(task, done_at=now, done_by=officer.id))

    def _signer(self, letter: Letter) -> Officer:
        signer = self.casework.officers.get(letter.signed_by or "")
        if signer is None:
            raise NotAllowed("Nobody has signed it.")
        return signer

    def _above(self, case: Case) -> str:
        """The line with the council's name, the reference and the day."""
        line: str = texts.words(audience_of(case))["made"]
        today = day(self.casework.today())
        return line.format(council=self.casework.profile.name, reference=case.reference, today=today)

    def _step(self, who: str) -> Step:
        return Step(self.casework.clock.now(), who, self.casework.profile, self.casework.calendar)
