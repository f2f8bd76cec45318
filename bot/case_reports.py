"""Use cases of stage 2, for its two reports: the investigating officer's and the independent person's, as files.

Both are due before anybody adjudicates (SI 2006/1738 reg 17), so the step that says so looks for the files itself, and
asks for a reason where one is missing. Each brings their own; the complaints team may bring either. A newer one stands
beside the older, which stays. What is taken is a PDF or a Word document without macros, of at most five megabytes; it
is kept sealed and given out under a name of ours, as something to be saved and never to be opened in the page.
"""

from __future__ import annotations

import io
import secrets
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.casework import Casework
from bot.complaints.case import Case
from bot.complaints.errors import WrongFields
from bot.ports import Officer
from bot.roles import COMPLAINTS_TEAM, BadEntry, NotThere

KINDS = {"investigation_report": "investigating_officer", "independent_report": "independent_person"}
RECEIVES = "receive_reports"  # the act of bot/complaints that says that both are there
NOT_BROUGHT = {
    "investigation_report": "The investigating officer’s report is not here: bring it, or say why it is missing.",
    "independent_report": "The independent person’s report is not here: bring it, or say why it is missing.",
}
MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 50 * 1024 * 1024
TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True)
class Paper:
    """One report, without what stands in it."""

    id: str
    case: str
    kind: str  # of KINDS
    form: str  # of TYPES
    at: datetime
    who: str


class Papers(Protocol):
    """The reports that were brought. Every method raises StoreBusy."""

    def keep(self, paper: Paper, content: bytes) -> None:
        """Keep a new report."""
        ...

    def of_case(self, reference: str) -> Sequence[Paper]:
        """The reports of a case, oldest first."""
        ...

    def content(self, paper_id: str) -> bytes | None:
        """What stands in a report, or None."""
        ...


@dataclass(frozen=True)
class CaseReports:
    """Brings and gives out the reports of stage 2."""

    casework: Casework
    papers: Papers

    def of(self, officer: Officer, case: Case) -> Sequence[Paper]:
        """The reports that this officer may read, oldest first."""
        may = self.casework.sight.of(officer).may("read_report", case)
        return self.papers.of_case(case.reference) if may else ()

    def may_bring(self, officer: Officer, case: Case) -> tuple[str, ...]:
        """Which of the two this officer may bring now."""
        stage = case.last("stat_s2")
        view = self.casework.sight.of(officer)
        if stage is None or not stage.is_open or not view.may("bring_report", case):
            return ()
        capacities = {each.capacity for each in view.given.get(case.reference, ())}
        team = bool(COMPLAINTS_TEAM & set(officer.roles))
        return tuple(kind for kind, whose in KINDS.items() if team or whose in capacities)

    def bring(self, officer: Officer, reference: str, kind: str, content: bytes) -> Paper:
        """Keep a report. Raises BadEntry and NotThere."""
        case = self.casework.seen(officer, reference, "bring_report")
        form = form_of(content)
        faults = {} if kind in self.may_bring(officer, case) else {"kind": "not_theirs"}
        if form is None:
            faults["report"] = "too_large" if len(content) > MOST_BYTES else "no_report"
        if faults or form is None:
            raise BadEntry(**faults)
        now = self.casework.clock.now()
        paper = Paper(f"d-{secrets.token_hex(8)}", reference, kind, form, now, officer.id)
        self.casework.audit.note(officer.id, "bring_report", reference, now)
        self.papers.keep(paper, content)
        return paper

    def brought(self, case: Case, act: str) -> Mapping[str, str]:
        """What this act need not be told, because the file is there: by kind, the newest file with its day."""
        if act != RECEIVES:
            return {}
        zone = self.casework.profile.timezone
        papers = self.papers.of_case(case.reference)
        return {paper.kind: f"File {paper.id}, brought on {paper.at.astimezone(zone).date()}" for paper in papers}

    def told(self, case: Case, act: str, given: Mapping[str, str]) -> Mapping[str, str]:
        """What was typed for an act, with the files that are there and the reason for each that is not.

        Raises WrongFields, with a sentence for each report that is neither there nor excused.
        """
        if act != RECEIVES:
            return given
        files = self.brought(case, act)
        why = {kind: given.get(kind, "").strip() for kind in KINDS if kind not in files}
        if faults := {kind: NOT_BROUGHT[kind] for kind, reason in why.items() if not reason}:
            raise WrongFields(faults)
        return {**given, **files, **{kind: f"Missing: {reason}" for kind, reason in why.items()}}

    def read(self, officer: Officer, reference: str, paper_id: str) -> tuple[Paper, bytes]:
        """One report with what stands in it. That it was read is noted; raises NotThere."""
        case = self.casework.seen(officer, reference, "read_report")
        paper = next((each for each in self.of(officer, case) if each.id == paper_id), None)
        content = self.papers.content(paper_id) if paper else None
        if paper is None or content is None:
            raise NotThere(paper_id)
        self.casework.audit.note(officer.id, "read_report", reference, self.casework.clock.now())
        return paper, content


def form_of(content: bytes) -> str | None:
    """What a file is by what stands in it, whatever it is called: pdf, docx, or None for what is not taken."""
    if len(content) > MOST_BYTES:
        return None
    if content.startswith(b"%PDF-"):
        return "pdf"
    return "docx" if content.startswith(b"PK\x03\x04") and _is_document(content) else None


def _is_document(content: bytes) -> bool:
    """Whether a packed file is a Word document, not a bomb, and without macros."""
    try:
        inside = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    names = {each.filename for each in inside}
    if sum(each.file_size for each in inside) > MOST_UNPACKED:
        return False
    return {"[Content_Types].xml", "word/document.xml"} <= names and not any("vbaProject" in name for name in names)
