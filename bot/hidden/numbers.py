"""Numbers that tell who somebody is: telephone, e-mail, postcode, ages in figures or words, and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.hidden.span import Span

_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = rf"(?:\d{{1,2}}|(?:{_TENS})(?:[\s-](?:{_SMALL}))?|{_SMALL})"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_OF_MONTH = r"(?:[0-3]?\d)(?:\s?(?:st|nd|rd|th))?"

_NUMBERS = {
    "email": r"(?P<is>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4})",
    # Freephone and 03 numbers are never a person's own: helplines and offices have them.
    "phone": r"(?<![\d£])(?P<is>(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0)[127](?:[\s-]?\d){8,9})(?!\d)",
    "postcode": r"\b(?P<is>[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b",
}
_DATES = (
    r"\b(?P<is>[0-3]?\d(?P<dot>[/.-])[01]?\d(?P=dot)(?:19|20)?\d\d)\b",
    rf"\b(?P<is>(?:{_DAY}\s+)?{_OF_MONTH}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?:19|20)\d\d)?)\b",
    rf"\b(?P<is>{_MONTH}\s+{_OF_MONTH}(?:,?\s+(?:19|20)\d\d)?)\b(?!\s*(?:hours|days|weeks|people|of us))",
    rf"\b(?P<is>(?:{_MONTH}|christmas eve|christmas|easter|boxing day|new years? eve)\s+(?:19|20)\d\d)\b",
    rf"\b(?P<is>{_DAY}\s+(?:the\s+)?[0-3]?\d(?:st|nd|rd|th))\b",
)
_NOT_YEARS = (
    r"(?!\s*(?:%|percent|stone|st\b|pounds?|quid|miles?|min|mins|minutes?|hours?|hrs?|times?|o'?clock|am\b|pm\b|kids|children|"
    r"sessions?|pages?|of\b|to\b|more|different|other|people|nights?|days?|weeks?|months?|social|schools?|years?\s+(?:ago|in)|"
    r"in\s+the\s+morning|past|:\d|\d|/|\.\d|th\b|foot|metres?|meetings?|letters?|placements?|houses|homes|on\s+the\s+list))"
)
_IS = r"(?:['’]?s|\s+is|\s+was|\s+were|\s+be|\s+are|['’]?re|\s+turned|\s+turns)"
_WHO_IS = rf"(?:i['’]?m|i\s+(?:am|was|turned)|(?:he|she|they|we|who){_IS})"
_AGES = (
    rf"\b(?P<is>{_NUMBER}(?:\s?(?:years?|yrs?|y)[\s-]?(?:old|o)\b|\s?yo\b|\s?yr[\s-]old))",
    rf"\b(?P<is>{_NUMBER}\s?(?:weeks?|wks?|months?|mths?)[\s-]old)\b",
    rf"\b(?:aged?|turning|turned|turns|nearly|almost|just turned)\s+(?P<is>{_NUMBER})\b{_NOT_YEARS}",
    rf"\b{_WHO_IS}\s+(?:only\s+|just\s+|nearly\s+|now\s+|still\s+|about\s+|like\s+)*(?P<is>{_NUMBER})\b{_NOT_YEARS}",
    rf"\b(?:im|hes|shes|whos|she|he|i)\s+(?:only\s+|just\s+|nearly\s+|now\s+)*(?P<is>{_NUMBER})\b{_NOT_YEARS}(?=\s*(?:[,.;!?)]|$|\s(?:n|and|now|when|but|so|years?|yrs?|in|on|she|he|they|i|next|not)\b))",
    rf"[A-Za-z]\s\((?P<is>{_NUMBER})\)",
    rf"^\s*(?P<is>{_NUMBER}),\s",
    r",\s+(?P<is>1?\d),\s",
    rf"\bnot\s+(?P<is>{_NUMBER})(?=\s*[,.!?]?\s*$)",
)
_GOES_ON = r"(?=\s*(?:[,.;!?)]|$|\s(?:and|n|is|who|years?|yrs?|she|he|has|so|but|when|now)\b))"
_AFTER_SOMEBODY = re.compile(  # "Zara was three", "my son, 14, ..."
    rf"(?:(?:['’]s)?{_IS}\s+(?:only\s+|just\s+|nearly\s+|now\s+)?(?P<is>{_NUMBER})\b{_NOT_YEARS}|"
    rf",?\s+\(?(?:aged?\s+)?(?P<bare>{_NUMBER})\b{_NOT_YEARS}{_GOES_ON})",
    re.IGNORECASE,
)
_READY = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _NUMBERS.items()}
_DATES_READY = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DATES)
_AGES_READY = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _AGES)


def numbers(text: str) -> Iterator[Span]:
    """Telephone numbers, e-mail addresses and postcodes."""
    for kind, pattern in _READY.items():
        yield from _spans(kind, pattern, text)


def dates(text: str) -> Iterator[Span]:
    """Days and months of a year; not "Tuesday" or "last week", which anybody has."""
    for pattern in _DATES_READY:
        yield from _spans("date", pattern, text)


def ages(text: str) -> Iterator[Span]:
    """How old somebody is, was or will be."""
    for pattern in _AGES_READY:
        yield from _spans("age", pattern, text)


def ages_of(text: str, people: Iterable[Span]) -> Iterator[Span]:
    """The ages that stand behind those who are named, or told of as somebody's."""
    for person in people:
        match = _AFTER_SOMEBODY.match(text, person.end)
        if match:
            yield Span("age", *match.span("is" if match["is"] else "bare"))


def _spans(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(kind, match.start("is"), match.end("is")) for match in pattern.finditer(text))
