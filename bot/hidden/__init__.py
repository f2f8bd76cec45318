"""Hidden details: which words of a text tell who somebody is, and the text without them.

Names, ages, dates, relationships, telephone numbers, e-mail addresses, postcodes, addresses, schools and teams are
hidden in what officers read until they say why they need them. To hide a word too many costs a click, to show one too
many tells somebody's secret: so this leans the other way from bot/rasa/personal_details.py, which fills facts and takes
only what is sure.

names.py     who is named, in capitals or not        numbers.py   numbers, ages, dates and addresses on the net
places.py    schools, streets and teams              people.py    whose mother, brother or friend
words.py     the names and words that are known
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.hidden.names import names
from bot.hidden.numbers import ages, ages_of, dates, numbers
from bot.hidden.people import relations
from bot.hidden.places import places
from bot.hidden.span import Span, joined

MOST_READ = 20_000  # characters; what follows is hidden whole
REST = "rest"


def details(text: str, known: Iterable[str] = ()) -> list[Span]:
    """Every detail in a text, in order and not overlapping; `known` are names that were told elsewhere."""
    read = text[:MOST_READ]
    found = [*numbers(read), *dates(read), *places(read), *relations(read), *ages(read)]
    found += names(read, found, known)
    found += ages_of(read, [span for span in found if span.kind in ("name", "relation")])
    if len(text) > MOST_READ:
        found.append(Span(REST, MOST_READ, len(text)))
    return joined(found)


def hide(text: str, known: Iterable[str] = ()) -> str:
    """The text with a word in square brackets, saying what it is, for each detail: "my [relation] is [age]"."""
    return without(text, details(text, known))


def without(text: str, found: Iterable[Span]) -> str:
    """The text with these details hidden."""
    parts, end = [], 0
    for span in found:
        parts += [text[end : span.start], f"[{span.kind}]"]
        end = span.end
    return "".join([*parts, text[end:]])
