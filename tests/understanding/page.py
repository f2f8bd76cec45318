"""docs/understanding.md: what it says first, and the long tables after. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.understanding.comparison import DANGER, Plain
from tests.understanding.cross_validation import RINGING, CrossValidated
from tests.understanding.figures import (
    FIRST_MATTER,
    MATTER_OFFERED,
    NATURE_OFFERED,
    Figure,
    Heard,
    Pair,
    Written,
    alarmed,
    confusions,
    first_matter_fair,
    matter_confusions,
    matter_offered,
    missed,
    nature_offered,
    of_a_matter,
    of_a_nature,
    recall,
    right_intent,
    table,
)
from tests.understanding.groups import behind, groups, kinds_of, persona

SHOWN = 25  # confusions listed
DEFAULT_EPOCHS = 300  # of DIET in Rasa 3.6
OUT_OF_REACH = (FIRST_MATTER, MATTER_OFFERED, NATURE_OFFERED)  # of an assistant that hears intents only
NO_EXAM = "**THE EXAM IS MISSING**: there is no `exam_*.jsonl`, so these figures are of messages that were looked at."


@dataclass(frozen=True)
class Measured:
    """One set, as the assistant heard it and as the plain project did."""

    name: str  # exam or development
    pairs: Sequence[Pair]
    plain: Sequence[Pair] | None
    shared: int  # short messages ("hello") that stand in the training data too

    @property
    def looked_at(self) -> bool:
        """Whether whoever writes training data may read it."""
        return self.name != "exam"


@dataclass(frozen=True)
class Told:
    """Everything that the page tells."""

    sets: Sequence[Measured]  # the most telling first
    milliseconds: float  # of one message, at the median
    plain: Plain | str  # how it was trained, or why there is no comparison
    crossed: CrossValidated
    details: str  # the tables of personal details
    approaches: str
    readers: Mapping[str, Sequence[float]]  # on what they agree: the exam's author with each of the others, those two


def page(told: Told) -> str:
    """The whole page."""
    parts = [*_summary(told), *_who_is_behind(told.sets), *_dangers(told.sets), "## Personal details", told.details]
    parts += [told.approaches, *_crossed(told.crossed)]
    parts += [part for one in told.sets for part in _in_full(one)]
    return "\n\n".join(["# How well it understands", *parts]) + "\n"


def summary(told: Told) -> list[str]:
    """The lines of the first table."""
    columns = [(one.name, table(one.pairs)) for one in told.sets]
    columns += [(f"plain Rasa, {one.name}", table(one.plain)) for one in told.sets if one.plain]
    head = "| figure | bar | " + " | ".join(name for name, _ in columns) + " |"
    rows = zip(*(figures for _, figures in columns), strict=True)
    return [head, "|---|---|" + "---:|" * len(columns), *(_row(row, len(told.sets)) for row in rows)]


def _row(row: Sequence[Figure], ours: int) -> str:
    first = row[0]
    cells = [_share(one, marked=True) for one in row[:ours]]
    cells += ["—" if first.name in OUT_OF_REACH else _share(one) for one in row[ours:]]
    return f"| {first.name} | {'≤' if first.at_most else '≥'} {first.bar:.2f} | {' | '.join(cells)} |"


def _share(one: Figure, *, marked: bool = False) -> str:
    if not one.of:
        return "—"
    share = f"{one.share:.3f} of {one.of}"
    return f"**{share}**" if marked and not one.reached else share


def _summary(told: Told) -> list[str]:
    sizes = ", ".join(f"{len(one.pairs)} in the {one.name} set" for one in told.sets)
    shared = ", ".join(f"{one.shared} in the {one.name} set" for one in told.sets)
    return [
        "Written by `make evaluate`: do not edit. The messages were written apart from the training data, from nothing "
        f"but the labels' definitions and a persona, and are never trained on: {sizes}. Nobody who works on the "
        "assistant reads the exam; the development set was looked at and choices were made on it, so its figures are "
        "a little kind. `make test` refuses training data that repeats either. Only messages of up to three words "
        f'("good morning") may stand in the training data too: {shared}.',
        *([] if any(one.name == "exam" for one in told.sets) else [NO_EXAM]),
        f"A share in bold misses its bar. A message takes {told.milliseconds:.1f} ms at the median.",
        "\n".join(summary(told)),
        _about_plain(told.plain),
        "## How far the labels are sound",
        "Two more readers labelled the exam from its messages and the labels' definitions alone. What two of the three "
        "say is counted as right; what only one says is a fair reading. A share of messages:",
        "\n".join(_agreement(told.readers)),
    ]


def _agreement(readers: Mapping[str, Sequence[float]]) -> list[str]:
    head = "| they agree on | author and first reader | author and second reader | the two readers |"
    return [head, "|---|---:|---:|---:|", *(_cells(name, shares) for name, shares in readers.items())]


def _cells(name: str, shares: Sequence[float]) -> str:
    return f"| {name} | " + " | ".join(f"{one:.3f}" for one in shares) + " |"


def _about_plain(plain: Plain | str) -> str:
    if isinstance(plain, str):
        return f"**THE COMPARISON WITH A PLAIN RASA PROJECT IS MISSING**: {plain}."
    epochs = "1 epoch" if plain.rounds == 1 else f"{plain.rounds} epochs"
    hours = plain.minutes / plain.rounds * DEFAULT_EPOCHS / 60
    return (
        "Plain Rasa is the pipeline of `rasa init` (whitespace tokens, lexical and syntactic features, counts of words "
        "and of pieces of one to four letters, DIET with its defaults), trained on the same data in the same run for "
        f"{epochs}, {plain.minutes:.0f} minutes; it then hears {plain.learned:.1%} of the intents of its own examples, "
        f"and takes {plain.milliseconds:.1f} ms a message. DIET's default of {DEFAULT_EPOCHS} epochs would take "
        f"{hours:.0f} hours at that pace. Matters, natures and risk are labels of a whole message, several at once, "
        f"which it has no way of learning; its alarm is the intent `{DANGER}`."
    )


def _who_is_behind(sets: Sequence[Measured]) -> list[str]:
    """Groups that are understood worse than the others."""
    parts = ["## Who is understood worse", "Groups that are further below all the others than chance explains."]
    for one in sets:
        found = [*(f"kind {line}" for line in behind(one.pairs, kinds_of(one.pairs))), *behind(one.pairs, persona)]
        parts.append("\n".join([f"In the {one.name} set:", "", *(f"- {line}" for line in found or ["nobody"])]))
    return parts


def _dangers(sets: Sequence[Measured]) -> list[str]:
    """Every danger that was missed; of the exam only where it stands, so that it stays unread."""
    parts = ["## Dangers missed"]
    for one in sets:
        lines = [_missed(*pair, looked_at=one.looked_at) for pair in missed(one.pairs)]
        why = "" if one.looked_at else ", by file and line only, so that nobody learns from its words"
        parts.append("\n".join([f"In the {one.name} set{why}:", "", *(lines or ["None."])]))
    return parts


def _missed(written: Written, heard: Heard, *, looked_at: bool) -> str:
    text = " ".join(written.text.split()) if looked_at else f"`{written.place}`"
    return f"- ({written.risk}, heard as {heard.intent}) {text}"


def _crossed(crossed: CrossValidated) -> list[str]:
    about = (
        f"{crossed.folds} folds of {crossed.examples} examples, drawn by lot: each example is heard by what learned "
        "from the other folds alone. Only likeness is cross-validated, as it learns in seconds: by spelling alone, and "
        "with the encoder's vectors. The encoder's own labels are not, as tuning takes an hour; and as it was tuned on "
        "examples that are here, the second column is kind. Neither are the phrases, which learn from nothing, nor the "
        "plain project. Authors are in several folds, which is kind too. The best score counts, uncalibrated; an alarm "
        f"is counted above the line where {RINGING:.0%} of the examples without risk would ring."
    )
    parts = ["## Cross-validated on the training data", about]
    for kind, spelt in crossed.by_spelling.items():
        parts.append(
            "\n".join(_side_by_side(kind, ("spelling", "with the encoder"), spelt, crossed.with_encoder[kind]))
        )
    return parts


def _in_full(one: Measured) -> Iterable[str]:
    pairs = one.pairs
    yield f"## The {one.name} set in full"
    for title, kind in (("By kind of persona", kinds_of(pairs)), ("By persona", persona)):
        yield f"### {title}"
        yield "\n".join(_groups(pairs, kind))
    yield "### By intent"
    yield "\n".join(_lines("intent", recall(pairs, lambda w: w.intent, right_intent)))
    yield "### By matter"
    concerns = [pair for pair in pairs if of_a_matter(pair)]
    by_matter = (recall(concerns, lambda w: w.matter[0], right) for right in (first_matter_fair, matter_offered))
    yield "\n".join(_side_by_side("matter", ("first is fair", "among three"), *by_matter))
    yield "### By nature"
    natures = [pair for pair in pairs if of_a_nature(pair)]
    yield "\n".join(_lines("nature, among three", recall(natures, lambda w: w.nature[0], nature_offered)))
    yield "### By risk"
    yield "\n".join(_lines("risk, share that raises an alarm", recall(pairs, _kind_of_risk, alarmed)))
    yield "### Confusions that hurt"
    yield "\n".join(f"- {a} heard as {b}: {times}" for a, b, times in confusions(pairs)[:SHOWN])
    yield "Matters:"
    yield "\n".join(f"- {a} heard as {b}: {times}" for a, b, times in matter_confusions(pairs)[:SHOWN])


def _kind_of_risk(written: Written) -> str:
    return "none, but looks like it" if written.risk == "none" and written.near_miss else written.risk


def _groups(pairs: Sequence[Pair], kind: Callable[[Written], str]) -> list[str]:
    found = groups(pairs, kind)
    names = list(found[0].figures)
    head = f"| persona | messages | {' | '.join(names)} |"
    rows = (f"| {one.name} | {one.messages} | {' | '.join(_share(one.figures[n]) for n in names)} |" for one in found)
    return [head, "|---|---:|" + "---:|" * len(names), *rows]


def _lines(first: str, figures: Sequence[Figure]) -> list[str]:
    rows = (f"| {one.name} | {one.share:.3f} | {one.of} |" for one in figures)
    return [f"| {first} | share | of |", "|---|---:|---:|", *rows]


def _side_by_side(first: str, names: Sequence[str], *columns: Sequence[Figure]) -> list[str]:
    others = [{one.name: one for one in column} for column in columns[1:]]
    rows = []
    for one in columns[0]:
        shares = [one.share, *(other[one.name].share for other in others)]
        rows.append(f"| {one.name} | {' | '.join(f'{share:.3f}' for share in shares)} | {one.of} |")
    return [f"| {first} | {' | '.join(names)} | of |", "|---|" + "---:|" * (len(names) + 1), *rows]
