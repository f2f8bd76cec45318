"""The page docs/printed-examples.md, from what became of the printed examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.journeys.printed_examples import Outcome

INTRODUCTION = """# Printed examples

Written by `make examples` (`python -m tests.journeys.printed_examples`); do not edit it by hand.

Councils print in their annual reports what people complained about. Each of these concerns was said to the running
assistant as the person would have said it who had it: the words are ours, the concern is the council's, and its place
in the report stands with it. *Belongs* is our own reading of the law, written down before anything was run: the
Children Act 1989, the regulations of 2006, and what the Ombudsman has decided since. It is not how the council itself
sorted the concern, which in several of these cases the Ombudsman would not accept. The assistant only proposes; an
officer confirms.

What came out wrong stays here. A pathway counts as right when it, its signpost and the flags named are all there.
"Understood" is what the assistant made of the account; a label marked *asked* was chosen by the person when the
assistant asked for it.
"""


def page(outcomes: Sequence[Outcome]) -> str:
    """The whole page."""
    parts = [INTRODUCTION, _counts(outcomes), _wrong(outcomes), _alarms(outcomes), _summary(outcomes)]
    parts.append("## The examples\n")
    for report, found in groupby(outcomes, key=_report):
        parts.append(f"### {report}\n")
        parts.extend(_example(outcome) for outcome in found)
    return "\n".join(parts)


def _report(outcome: Outcome) -> str:
    return outcome.example.source.split(",")[0]


def _counts(outcomes: Sequence[Outcome]) -> str:
    rows = [
        ("Came to a receipt", _share(outcomes, lambda o: o.case is not None)),
        ("Pathway, signpost and flags as we say", _share(outcomes, lambda o: o.went_right)),
        ("Who is speaking understood without asking", _share(outcomes, lambda o: "reporter_role" not in o.asked)),
        ("Matter understood without asking", _share(outcomes, lambda o: "matter" not in o.asked)),
        ("Of those with one: the main matter as we say", _labelled_right(outcomes, "matter")),
        (
            "Nature understood without asking: the main one as the council printed it",
            _labelled_right(outcomes, "nature"),
        ),
        ("Safety words shown", _share(outcomes, lambda o: o.helped)),
        ("Questions asked, on average", f"{sum(len(_asked(o)) for o in outcomes) / len(outcomes):.1f}"),
    ]
    return "## In figures\n\n" + _table(("What", "How many"), rows)


def _labelled_right(outcomes: Sequence[Outcome], kind: str) -> str:
    """Only what the ear made of it counts, not what the person chose when asked."""
    unasked = [o for o in outcomes if getattr(o.example, kind) and kind not in o.asked]
    return _share(unasked, lambda o: o.took(kind))


def _share(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> str:
    return f"{sum(map(holds, outcomes))} of {len(outcomes)}"


def _wrong(outcomes: Sequence[Outcome]) -> str:
    rows = [
        (f"[{o.example.id}](#{o.example.id})", _belongs(o.example.belongs), _went(o), str(o.example.belongs["because"]))
        for o in outcomes
        if not o.went_right
    ]
    if not rows:
        return "## Went elsewhere than we say\n\nNone in this run.\n"
    return "## Went elsewhere than we say\n\n" + _table(("Example", "Belongs", "Went", "Why we say so"), rows)


def _alarms(outcomes: Sequence[Outcome]) -> str:
    rows = [(f"[{o.example.id}](#{o.example.id})", o.example.says) for o in outcomes if o.helped]
    if not rows:
        return "## Safety words were shown\n\nTo nobody in this run.\n"
    about = "These were taken for somebody who may be at risk. Most are plain complaints, so most are false alarms.\n"
    return f"## Safety words were shown\n\n{about}\n" + _table(("Example", "What was said"), rows)


def _summary(outcomes: Sequence[Outcome]) -> str:
    rows = [
        (
            f"[{o.example.id}](#{o.example.id})",
            o.example.role,
            ", ".join(o.first_point("matter")) or "—",
            ", ".join(o.first_point("nature")) or "—",
            _went(o),
            "yes" if o.went_right else "**no**",
        )
        for o in outcomes
    ]
    return "## All of them\n\n" + _table(("Example", "Who", "Matter", "Nature", "Went", "As we say"), rows)


def _example(outcome: Outcome) -> str:
    example = outcome.example
    role = outcome.case["reporter_role"] if outcome.case else None
    rows = [
        ("Who", f"{example.role}; taken for {role or 'nobody known'}{_mark(outcome, 'reporter_role')}"),
        ("Matter", _label(outcome, "matter")),
        ("Nature", _label(outcome, "nature")),
        ("Asked", ", ".join(_asked(outcome)) or "nothing"),
        ("Went", _went(outcome)),
        ("Belongs", f"{_belongs(example.belongs)}: {example.belongs['because']}"),
    ]
    if outcome.helped:
        rows.append(("Safety", f"safety words were shown; risk {outcome.case['risk'] if outcome.case else 'unknown'}"))
    if len(outcome.case["points"] if outcome.case else ()) > 1:
        rows.append(("Points", _points(outcome)))
    right = "" if outcome.went_right else " (not where we say)"
    heading = f'#### <a id="{example.id}"></a>{example.source.split(", ", 1)[1]}{right}'
    return f"{heading}\n\n> {example.says}\n\n{_table(('', ''), rows)}"


def _points(outcome: Outcome) -> str:
    assert outcome.case is not None
    told = [f"{', '.join(p['matter']) or '—'} to {p['signposted_to'] or p['pathway']}" for p in outcome.case["points"]]
    return f"{len(told)}: " + "; ".join(told)


def _label(outcome: Outcome, kind: str) -> str:
    found = ", ".join(outcome.first_point(kind)) or "not known"
    ours = getattr(outcome.example, kind)
    return f"{found}{_mark(outcome, kind)}" + (f"; we would say {ours}" if ours and not outcome.took(kind) else "")


def _mark(outcome: Outcome, fact: str) -> str:
    return " (asked)" if fact in outcome.asked else ""


def _asked(outcome: Outcome) -> list[str]:
    return [asked for asked in outcome.asked if asked not in ("confirm", "go_on")]


def _went(outcome: Outcome) -> str:
    if outcome.case is None:
        return f"no receipt: {outcome.trouble}"
    return _belongs(outcome.case)


def _belongs(where: Mapping[str, Any]) -> str:
    to = f", {where['signposted_to']}" if where.get("signposted_to") else ""
    flags = f" ({', '.join(where['flags'])})" if where.get("flags") else ""
    return f"{where['pathway']}{to}{flags}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines) + "\n"
