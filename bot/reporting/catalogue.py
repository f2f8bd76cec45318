"""The catalogue: every table that a council's profile may choose, by its name.

A name that begins with statutory_ or corporate_ is the same table for that procedure alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bot.reporting import listings, rates, shapes
from bot.reporting.books import Books
from bot.reporting.grid import What
from bot.reporting.table import Table

Maker = Callable[[Books], Table]
Spec = tuple[Callable[..., Table], What, dict[str, Any]]
PROCEDURES = ("statutory", "corporate")
_WHOLE = {"stage_1": "Stage 1 complaints", "stage_2": "Stage 2 complaints", "stage_3": "Stage 3 complaints"}


def _activity() -> Iterator[Spec]:
    """What came, and how it went from stage to stage."""
    yield shapes.by_kind, What("activity_by_service", "What came, by service", chart="stacked"), {"rows": "service"}
    yield shapes.periods_by_kind, What("activity_by_period", "What came, over three periods"), {"periods": 3}
    yield (
        shapes.stages_by_period,
        What("stages_by_period", "The stages over three periods", chart="line"),
        {"periods": 3},
    )
    users = What(
        "complaints_per_service_user", "Complaints as a share of those who use the services", {"kind": "stage_1"}
    )
    yield shapes.per_service_user, users, {}
    yield shapes.transactions, What("transactions", "Transactions", definition="transactions"), {"periods": 2}
    yield shapes.feedback, What("feedback", "Everything that was recorded", chart="bars"), {"periods": 2}
    for stage, name in _WHOLE.items():
        yield from _of_stage(stage, name)
    yield from _going_on()


def _of_stage(stage: str, name: str) -> Iterator[Spec]:
    """The tables that every stage can have."""
    where = {"kind": stage}

    def what(key: str, says: str, **more: Any) -> What:
        return What(f"{stage}_{key}", f"{name}{says}", where, **more)

    over, three, two = shapes.over_periods, {"periods": 3}, {"periods": 2}
    yield shapes.totals_over_periods, what("totals", ", over three periods", chart="bars"), three
    yield over, what("by_service", " received, by service", chart="bars"), {"rows": "service", **three}
    yield over, what("by_team", " received, by team", chart="bars"), {"rows": "team", "only_found": True, **two}
    yield over, what("by_lead", " received, by operational lead", chart="bars"), {"rows": "lead", **two}
    yield (
        shapes.cross,
        what("by_month", " received, by team and month", chart="stacked"),
        {"rows": "team", "columns": "month"},
    )
    for by in ("nature", "group"):
        says = {"nature": ": what they were about", "group": ": who complained"}[by]
        yield shapes.by_share, what(by, says, chart="bars"), {"rows": by}
        compared = what(f"{by}_compared", f"{says}, compared", chart="bars")
        yield over, compared, {"rows": by, "shares": True, "only_found": True, **two}
    yield shapes.nature_by_group, what("nature_by_group", ": what they were about, by who complained"), {}
    outcome = what("outcomes", ": outcomes, over three periods", definition="outcomes", chart="bars")
    yield over, outcome, {"rows": "outcome", "shares": True, "only_found": True, **three}
    by_service = what("outcomes_by_service", ": outcomes by service", definition="outcomes")
    yield shapes.outcomes_over_periods, by_service, {"rows": "service", **three}
    by_lead = what("outcomes_by_lead", ": outcomes by operational lead", definition="outcomes", chart="stacked")
    yield shapes.cross, by_lead, {"rows": "lead", "columns": "outcome"}
    this = what("outcomes_this", ": outcomes in this period", definition="outcomes")
    yield shapes.cross, this, {"rows": "service", "columns": "outcome"}
    late: dict[str, Any] = {"definition": "in_time", "denominator": "in_time"}
    yield (
        rates.in_time_by_period,
        what("in_time", ": answered in time, over three periods", chart="line", **late),
        three,
    )
    yield rates.in_time, what("in_time_by_service", ": answered in time, by service", **late), {"rows": "service"}
    compared = what("in_time_compared", ": within and over timescale", **late)
    yield rates.in_time_over_periods, compared, {"rows": "service", **two}
    yield (
        over,
        what("timeliness", ": when they were answered", definition="in_time"),
        {"rows": "timely", "shares": True, **three},
    )
    for by, says in (
        ("gender", "gender"),
        ("ethnicity", "ethnic origin"),
        ("disability", "disability"),
        ("age_band", "age"),
    ):
        equal = what(f"{by}", f": {says} of the child")
        yield over, equal, {"rows": by, "shares": True, "only_found": True, **two}
    points = What(
        f"{stage}_findings", f"{name}: findings by point", {"kind": "finding", "stage": stage}, "by_point", chart="bars"
    )
    yield shapes.by_share, points, {"rows": "outcome"}


def _going_on() -> Iterator[Spec]:
    """From stage to stage."""
    base: dict[str, Any] = {"definition": "escalation", "denominator": "escalation"}
    yield (
        rates.escalation,
        What("escalation", "Stage 1 complaints that went on to stage 2", **base),
        {"rows": "service"},
    )
    trend = What("escalation_trend", "Going on to stage 2, over three periods", **base)
    yield rates.escalation_over_periods, trend, {"rows": "service", "periods": 3}
    years = What("escalation_by_period", "Going on to stage 2, over five periods", chart="line", **base)
    yield rates.escalation_by_period, years, {"periods": 5}


def _beside() -> Iterator[Spec]:
    """What is beside the stages."""
    over, two = shapes.over_periods, {"periods": 2}
    yield (
        shapes.by_share,
        What("representations_nature", "Nature of representations", {"kind": "representation"}, chart="bars"),
        {"rows": "nature"},
    )
    yield shapes.by_share, What("duty", "Duty matters", {"kind": "duty"}, chart="bars"), {"rows": "sort"}
    yield (
        shapes.by_share,
        What("duty_by_lead", "Duty matters, by operational lead", {"kind": "duty"}, chart="bars"),
        {"rows": "lead"},
    )
    yield over, What("compliments", "Compliments", {"kind": "compliment"}, chart="bars"), {"rows": "service", **two}
    yield (
        over,
        What("compliments_by_team", "Compliments, by team", {"kind": "compliment"}, chart="bars"),
        {"rows": "team", "only_found": True, **two},
    )
    yield shapes.totals_over_periods, What("compliments_total", "Compliments", {"kind": "compliment"}), two
    yield over, What("member_enquiries", "Members' enquiries", {"kind": "member_enquiry"}), {"rows": "member", **two}
    ombudsman = {"kind": "ombudsman"}
    yield (
        shapes.cross,
        What("ombudsman", "Complaints to the Ombudsman, by decision", ombudsman),
        {"rows": "service", "columns": "decision"},
    )
    yield over, What("ombudsman_decisions", "The Ombudsman's decisions", ombudsman), {"rows": "decision", "periods": 3}
    yield listings.ombudsman_cases, What("ombudsman_cases", "Each matter before the Ombudsman", ombudsman), {}
    advice = {"kind": "recommendation"}
    yield listings.recommendations, What("recommendations", "Recommendations and learning", advice), {}
    yield (
        shapes.cross,
        What("recommendations_by_lead", "Recommendations, by operational lead", advice),
        {"rows": "lead", "columns": "stage"},
    )
    yield shapes.by_share, What("remedies", "Remedies", advice, chart="bars"), {"rows": "remedy"}
    yield listings.payments, What("payments", "Payments that were agreed", {"kind": "payment"}), {}
    mediation = What("mediation", "Mediation and other ways to settle", {"kind": "mediation"})
    yield shapes.cross, mediation, {"rows": "service", "columns": "status"}
    yield shapes.totals_over_periods, What("joint_nhs", "Answered together with the NHS", {"kind": "joint_nhs"}), two
    yield shapes.by_share, What("advocacy", "Advocates for those who came", {"kind": "case"}), {"rows": "advocate"}
    yield (
        over,
        What("complainants", "Who came", {"kind": "case"}, chart="bars"),
        {"rows": "group", "shares": True, **two},
    )


def _explaining() -> Iterator[Spec]:
    """How complaints are handled, for readers who do not know it."""
    for procedure in PROCEDURES:
        limits = What(f"{procedure}_limits", f"The {procedure} procedure: steps and time limits", about_people=False)
        yield listings.time_limits, limits, {"procedure": procedure}


def _made() -> Iterator[tuple[str, Maker]]:
    for maker, what, told in _activity():
        yield what.key, partial(maker, what=what, **told)
        for procedure in PROCEDURES:
            if what.key.startswith(("stage_", "escalation")) and what.key != "stages_by_period":
                title = f"{what.title} ({procedure} procedure)"
                where = {**what.where, "procedure": procedure}
                own = replace(what, key=f"{procedure}_{what.key}", title=title, where=where)
                yield own.key, partial(maker, what=own, **told)
    for maker, what, told in (*_beside(), *_explaining()):
        yield what.key, partial(maker, what=what, **told)


CATALOGUE: Mapping[str, Maker] = dict(_made())
