"""Triage: facts in, and out come a proposed pathway for the case and for each point, flags, tasks and reasons.

The rows stand in rows_elsewhere.py, rows_subject.py and rows_person.py, in the order of the law's gates. The
assistant proposes and an officer confirms; nothing here refuses anybody. A row that looks at a fact that is not
settled wants it; the first wanted fact that may be asked of this person is the next question.
"""

from __future__ import annotations

from datetime import date

from bot.complaints.assessment import FLAGS, TASKS, Assessment, PointAssessment, Reason
from bot.complaints.facts import Facts
from bot.complaints.profile import Profile
from bot.complaints.questions import next_for_triage
from bot.complaints.rows import CaseRow, PointRow
from bot.complaints.rows_also import ALSO
from bot.complaints.rows_elsewhere import ELSEWHERE
from bot.complaints.rows_person import KINDS, PERSON
from bot.complaints.rows_subject import SUBJECTS
from bot.complaints.view import CaseView, PointView, views

_LEADS = ("statutory", "corporate", "officer_decision")  # gate 7: what a mixed concern goes by, first of these


def assess(facts: Facts, profile: Profile, today: date) -> Assessment:  # noqa: ARG001
    """Where these facts lead, and what to ask next. Never raises, whatever is known or unknown.

    `profile` is the council's; the table is the same for all of them, so nothing of it is read yet. `today` is the
    day from which lateness is counted.
    """
    case = CaseView(facts, today)
    rows = [_rows_for(point) for point in views(case, facts.points)]
    points = tuple(_where(passed) for passed in rows)
    kind = next((row for row in KINDS if row.applies(case)), None)
    pathway = kind.pathway if kind and kind.pathway else _lead(points)
    person = _person_rows(case, pathway, points)
    return Assessment(
        pathway=pathway,
        signposted_to=next((p.signposted_to for p in points if pathway == p.pathway == "signposted"), None),
        points=points,
        flags=tuple(flag for flag in FLAGS if any(flag in row.flags for row in person)),
        tasks=_tasks(person, rows),
        reasons=_reasons([kind, *person] if kind else person, rows),
        asks=next_for_triage(case),
    )


def _rows_for(point: PointView) -> list[PointRow]:
    """The row that decides where a point belongs, and those that name another body for a part of it."""
    row = next(row for row in (*ELSEWHERE, *SUBJECTS) if row.applies(point))
    return [row, *(also for also in ALSO if row.pathway != "signposted" and also.applies(point))]


def _where(passed: list[PointRow]) -> PointAssessment:
    return PointAssessment(passed[0].pathway, next((row.signposted_to for row in passed if row.signposted_to), None))


def _lead(points: tuple[PointAssessment, ...]) -> str:
    """Gate 7: one statutory point makes a mixed concern statutory; a signpost leads only when nothing else is left."""
    pathways = [point.pathway for point in points]
    return next((lead for lead in _LEADS if lead in pathways), pathways[0] if pathways else "officer_decision")


def _person_rows(case: CaseView, pathway: str, points: tuple[PointAssessment, ...]) -> list[CaseRow]:
    """The rows about person and time; whether somebody has sufficient interest is a question of the statutory one."""
    statutory = "statutory" in (pathway, *(point.pathway for point in points))
    return [row for row in PERSON if (statutory or "standing" not in row.flags) and row.applies(case)]


def _tasks(person: list[CaseRow], rows: list[list[PointRow]]) -> tuple[str, ...]:
    wanted = {"confirm_pathway", *(task for row in person for task in row.tasks)}
    wanted |= {task for passed in rows for row in passed for task in row.tasks}
    return tuple(task for task in TASKS if task in wanted)


def _reasons(case: list[CaseRow], rows: list[list[PointRow]]) -> tuple[Reason, ...]:
    of_case = [Reason(row.name, row.says, row.source) for row in case]
    of_points = [Reason(row.name, row.says, row.source, at) for at, passed in enumerate(rows) for row in passed]
    return (*of_case, *of_points)
