"""Bare facts: "14", "she's 7", "the dad", "yesterday" answer a question and tell of nothing that happened.

The ear knows dangers from whole messages; of two words it can only guess, and a guess at "14" would alarm somebody.
Whatever has another word in it is not bare: no verb, no thing and no "on me" is ever left out.
"""

from __future__ import annotations

import re

from bot.rasa.language_words import word_set

MOST_WORDS = 5
_SAID_ALONE = word_set(
    """
    a an the i im i'm am is was are he he's hes she she's shes they they're theyre we it's its it his her their my our
    age aged year years yr yrs y/o yo old nearly almost about around both and or
    month months mth mths half
    child kid kids boy girl son daughter baby teenager parent parents mum mam mom mummy mother dad daddy father
    step stepmum stepdad stepmother stepfather nan nana nanny gran granny grandma grandmother grandad grandfather
    grandpa aunt auntie aunty uncle cousin brother sister sibling twin carer carers foster guardian adopter advocate
    solicitor councillor teacher neighbour friend relative professional
    yesterday today tomorrow day days week weeks weekend ago last next this since in morning afternoon
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december spring summer autumn winter christmas easter
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
    """
)
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|yo|yrs?|[/.-]\d{1,4}(?:[/.-]\d{2,4})?)?")


def is_bare(text: str) -> bool:
    """Whether a text is nothing but a person, an age or a day."""
    words = [word.strip('.,!?;:()"“”') for word in text.lower().replace("’", "'").split()[: MOST_WORDS + 1]]
    said = [word for word in words if word]
    return (
        len(said) > 0
        and len(words) <= MOST_WORDS
        and all(word in _SAID_ALONE or _NUMBER.fullmatch(word) for word in said)
    )
