"""Languages: our fixed phrases in others than English, and which of them a council's speakers have signed.

Nobody here reads these languages well enough to answer for the words. So each is off until somebody whom the council
names has read them, and any change of a word turns it off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.complaints.profile import Profile
from bot.words import Words

_CODE = "([a-z]{2})"
_PHRASES = re.compile(f"utter_language_{_CODE}")


def written(words: Words) -> tuple[str, ...]:
    """The languages, as ISO 639-1 codes, that there are phrases in."""
    return tuple(found[1] for found in map(_PHRASES.fullmatch, words.responses) if found)


def is_signed(language: str, words: Words, profile: Profile) -> bool:
    """Whether the phrases in a language, word for word as they stand, are signed in a council's profile."""
    name = f"utter_language_{language}"
    return words.has(name) and profile.has_signed(language, words.mark(name))


def lines(words: Words, profile: Profile) -> Iterator[str]:
    """A line for each language: its mark, its name, and who signed it."""
    for language in written(words):
        mark = words.mark(f"utter_language_{language}")
        yield f"{language}  {mark}  {words.say(f'utter_language_name_{language}')}: {_state(language, mark, profile)}"


def _state(language: str, mark: str, profile: Profile) -> str:
    rows = [signed for signed in profile.signed_languages if signed.language == language]
    for row in rows:
        if row.phrases == mark:
            return f"signed by {row.signed_by} on {row.signed_on}"
    return "off: other words were signed" if rows else "off: nobody has signed it"
