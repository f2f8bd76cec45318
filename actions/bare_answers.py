"""Bare answers: "10", "im fourteen", "mum", "my sister", which mean something only beside the question."""

from __future__ import annotations

import re

CHILDRENS_AGES = range(4, 18)  # years; from eighteen on somebody who says "I'm" may be anybody

_NUMBERS = (
    "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_AGE = re.compile(
    rf"\W*(?:(?:i'?m|im|i am|he'?s|he is|she'?s|she is|hes|shes|me|just|only|nearly|almost|about|age|aged"
    r"|turned|a|boy|girl|lad),? )*"
    rf"(?P<age>\d{{1,2}}|{'|'.join(_NUMBERS)})"
    r"(?: ?(?:years?|yrs?|y/?o|yo)(?: ?-?old)?)?(?: now| today| (?:and a )?half| nearly \w+)?\W*",
    re.IGNORECASE,
)
_RELATION = re.compile(
    r"\W*(?:(?:it'?s|its|about|for|just|only|with|the|her|his|their|my|our|me) )*"
    r"(?:(?:little|big|older|younger|baby|twin|half|step|foster|great) )*(?:step|foster|grand)?-?"
    r"(?:mum(?:my)?|mam|mom|mother|dad(?:dy)?|father|parents?|sis(?:ter)?s?|bro(?:ther)?s?|siblings?|nan(?:a|na|ny)?"
    r"|gran(?:ny|ma|dad|dma|pa)?|aunt(?:ie|y)?|uncle|cousins?|son|daughter|child|kids?|niece|nephew|boy|girl|lad"
    r"|carers?|friend)\W*",
    re.IGNORECASE,
)


def bare_age(text: str) -> int | None:
    """The age in years that a text is and nothing else, or None."""
    met = _AGE.fullmatch(text.replace("’", "'"))
    if met is None:
        return None
    said = met["age"].lower()
    return int(said) if said.isdigit() else _NUMBERS.index(said) + 4


def is_relation(text: str) -> bool:
    """Whether a text names a person of the family and nothing else."""
    return _RELATION.fullmatch(text.replace("’", "'")) is not None
