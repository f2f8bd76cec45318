"""An act from texts, as a page or a command line gives them: days, numbers, lists and yes or no are read here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date

from bot.complaints.acts import ACTS
from bot.complaints.acts.act import Act
from bot.complaints.errors import NotAllowed, WrongFields
from bot.complaints.plain import headed

YES = ("yes", "true", "on", "1")


def act(name: str, given: Mapping[str, str]) -> Act:
    """The act of this name with what was given; a list has one entry a line.

    Raises WrongFields when a field cannot be read, with a sentence for each such field and for each that was left
    empty, and NotAllowed for a name that is no act.
    """
    if name not in ACTS:
        raise NotAllowed("There is no such act.")
    kind, values, empty, faults = ACTS[name], {}, {}, {}
    for field in fields(kind):
        text = given.get(field.name, "").strip()
        if not text and field.name not in kind.needed():
            continue
        if not text and (field.type == "str" or field.name in kind.picks):
            empty[field.name] = kind.asks_for(field.name)
        try:
            values[field.name] = _READERS[str(field.type)](text)
        except ValueError:
            faults[field.name] = empty.get(field.name, f"{headed(field.name)} must be {_SAYS[str(field.type)]}.")
    if faults:
        said = {**empty, **faults}
        raise WrongFields({field.name: said[field.name] for field in fields(kind) if field.name in said})
    return kind(**values)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


_READERS: Mapping[str, Callable[[str], object]] = {
    "str": str,
    "bool": lambda text: text.casefold() in YES,
    "int": int,
    "date": date.fromisoformat,
    "date | None": date.fromisoformat,
    "tuple[str, ...]": _lines,
    "tuple[int, ...]": lambda text: tuple(int(line) - 1 for line in text.replace(",", "\n").split()),
}
_SAYS = {
    "int": "a whole number",
    "date": "a day",
    "date | None": "a day, or nothing",
    "tuple[int, ...]": "numbers of points, counted from 1",
}
