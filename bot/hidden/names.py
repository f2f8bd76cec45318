"""Names: who is called what, written with capitals or without.

A word is taken for a name when it is one that is given to people; when what stands before it says that a name comes
("my name is", "mrs", "my brother") and it is no word that we know; when it stands after a name; or when it has a
capital inside a sentence and is no word that we know. Names that are words too ("will", "rose") need more than one
sign. What was a name once is one everywhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.hidden.span import Span
from bot.hidden.words import given_names, names_that_are_words, plain_words, word_set

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]|\d+")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_ENDS = frozenset(".!?:;\n•-–—")

_TITLES = word_set(
    """
    mr mrs miss ms dr pc sgt sir cllr councillor sister father uncle auntie aunty aunt nurse judge prof
    """
)
_SOFT_TITLES = word_set("miss sister father nurse judge auntie aunty aunt uncle sir")  # words by themselves too
_CALLED = (
    ("name", "is"), ("names",), ("name's",), ("name",), ("surname",), ("called",), ("named",), ("known", "as"),
    ("call", "me"), ("calls", "me"), ("call", "him"), ("call", "her"), ("ask", "for"), ("contact",), ("dear",),
    ("on", "behalf", "of"), ("act", "for"), ("acting", "for"), ("client", ","), ("re", ":"), ("signed",),
    ("regards", ","), ("sincerely", ","), ("thanks", ","),
)  # fmt: skip
_PERSON = word_set(
    """
    son daughter brother sister bro sis child kid boy girl lad baby twin cousin nephew niece grandson granddaughter
    husband wife partner ex boyfriend girlfriend mate friend bestie mum mam dad nan nana nanny gran grandma grandad
    uncle auntie aunty stepdad stepmum sw worker pa carer iro manager advocate teacher officer keyworker guardian
    advisor adviser neighbour solicitor barrister therapist
    """
)
_SPOKEN_OF = word_set(
    """
    said says sed told tells rang came hit shouted promised left keeps kept went wants knows hates lives goes took
    grabbed asked thinks wrote emailed texted visited laughed bullies bullied pushed kicked turned looked
    """
)
_WHO = (["is", "my"], ["is", "our"], ["was", "my"], ["my", "key"], ["my", "social"], ["my", "worker"], ["in", "the"])
_SAYS = word_set("said says sed told")
_GOES_ON = frozenset(
    (".", ",", "!", "?", "and", "n", "he", "she", "they", "he's", "she's", "hes", "shes", "but", "who")
)
_NO_NAME_FOLLOWS = word_set(
    """
    the a an my your his her our their this that no any some every phone gas of in
    """
)
_VERBS = word_set("may will hope mark drew chase chance")
_GREETINGS = word_set("thanks thankyou ta cheers hi hello hiya bye love")
_BEFORE_MONTHS = word_set(
    """
    in since the not by until till last next of from early late mid this between every before after during april
    """
)
_JOINS = word_set("and n & , or")


@dataclass(frozen=True)
class Word:
    """One word or mark of a text."""

    text: str
    start: int
    end: int
    opens: bool  # stands where a sentence begins

    @cached_property
    def small(self) -> str:
        """In small letters, with a plain apostrophe."""
        return self.text.casefold().replace("’", "'")

    @cached_property
    def bare(self) -> str:
        """Without the s of whose it is, where that leaves a name."""
        for ending in ("'s", "s'", "'", "s"):
            if self.small.endswith(ending) and self.small.removesuffix(ending) in given_names():
                return self.small.removesuffix(ending)
        return self.small.removesuffix("'s")

    @property
    def is_word(self) -> bool:
        """Whether it has letters."""
        return self.text[0].isalpha()

    @property
    def is_given(self) -> bool:
        """Whether it is a name and nothing else; of two names joined, the first decides."""
        return self.bare in given_names() or self.small.split("-")[0] in given_names()

    @property
    def may_be_given(self) -> bool:
        """Whether it is a name and a word."""
        return self.bare in names_that_are_words()

    @property
    def is_inflected(self) -> bool:
        """Whether it is small and ends as verbs and adverbs do, which names hardly do."""
        return not self.text[0].isupper() and self.small.endswith(("s", "ed", "ing", "ly"))

    @property
    def is_known(self) -> bool:
        """Whether it is a word that we know, with or without an ending."""
        known = plain_words()
        plain = self.small.replace("'", "")
        return (
            plain in known
            or self.bare in known
            or any(
                plain.endswith(e) and plain.removesuffix(e) in known for e in ("s", "ed", "ing", "ly", "er", "d", "es")
            )
        )


def names(text: str, taken: Iterable[Span] = (), known: Iterable[str] = ()) -> Iterator[Span]:
    """The names in a text, but for what is `taken` by other details; `known` are names that were told elsewhere."""
    words = _words(text, list(taken))
    shouted = sum(map(str.isupper, text)) > sum(map(str.islower, text))  # then capitals say nothing
    found: set[int] = set()
    for _ in range(2):  # a name tells of the word before it too
        found |= {place for place in range(len(words)) if _is_name(words, place, found, shouted=shouted)}
    told = {word.casefold() for name in known for word in name.split()} | {words[place].bare for place in found}
    told -= plain_words()
    for place, word in enumerate(words):
        if place in found or (word.bare in told and len(word.bare) > 1):
            title = words[place - 1] if place and words[place - 1].small in _TITLES else word
            yield Span("name", title.start, word.end)


def _words(text: str, taken: list[Span]) -> list[Word]:
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        if any(span.start < match.end() and match.start() < span.end for span in taken if span.kind != "relation"):
            continue
        before = text[: match.start()].rstrip(" \t\"'“”‘(")
        initial = bool(_INITIAL.search(before[-3:]))
        words.append(Word(match[0], match.start(), match.end(), not before or (before[-1] in _ENDS and not initial)))
    return words


def _is_name(words: Sequence[Word], place: int, found: set[int], *, shouted: bool) -> bool:
    word = words[place]
    if not word.is_word:
        return False
    if word.is_given:
        return True
    capital, follows = word.text[0].isupper() and not shouted, place - 1 in found
    if word.may_be_given and _is_a_month(words, place):
        return False
    if word.may_be_given:
        signs = (_called, _of_a_person, _is_a_person, _thanked)
        return (
            any(sign(words, place) for sign in signs)
            or _in_a_name(words, place, found, capital)
            or _acts(words, place, capital)
        )
    if len(word.text) == 1:
        return _is_initial(words, place, found)
    if _title(words, place, soft=not word.is_known):
        return True
    if word.is_known:
        return capital and not word.opens and follows
    if any(sign(words, place) for sign in (_called, _of_a_person, _is_a_person, _is_told, _is_spoken_of)) or follows:
        return True
    if words[place - 1].text != "," and _joined(words, place, found):
        return True
    return capital and not word.opens and not word.text.isupper()


def _called(words: Sequence[Word], place: int) -> bool:
    """Whether the words before say that a name comes."""
    return _preceded(words, place, _CALLED) or _title(words, place, soft=False)


def _preceded(words: Sequence[Word], place: int, by: Iterable[tuple[str, ...]]) -> bool:
    before = [word.small for word in words[max(0, place - 3) : place]]
    return any(before[-len(cue) :] == list(cue) for cue in by)


def _title(words: Sequence[Word], place: int, *, soft: bool) -> bool:
    """Whether a title stands before it; "miss" and "sister" are titles only to what may be a name."""
    before, word = words[place - 1].small if place else "", words[place]
    if word.is_known and not word.may_be_given and not word.text[0].isupper():
        return False
    if before in _SOFT_TITLES and word.is_inflected:
        return False
    return before in _TITLES and (soft or before not in _SOFT_TITLES)


def _of_a_person(words: Sequence[Word], place: int) -> bool:
    """Whether a brother, a worker or a carer stands before it: "my brother ted", "social worker, ted"."""
    before = [word.small for word in words[max(0, place - 2) : place] if word.text not in (",", "(")]
    return bool(before) and before[-1] in _PERSON and not words[place].is_inflected and words[place].small not in _VERBS


def _is_a_person(words: Sequence[Word], place: int) -> bool:
    """Whether it says who somebody is, and then goes on: "my pa is mark and he"."""
    before = [word.small for word in words[max(0, place - 2) : place]]
    after = words[place + 1].small if place + 1 < len(words) else "."
    is_one = len(before) == 2 and before[0] in _PERSON and before[1] in ("is", "was", "'s") and after in _GOES_ON
    return is_one and (words[place].may_be_given or words[place].text[0].isupper())


def _is_told(words: Sequence[Word], place: int) -> bool:
    """Whether somebody is told something, or asked: "tell zunk that"."""
    before = words[place - 1].small if place else ""
    return before in ("tell", "told", "ask", "asked", "met", "phoned") and not words[place].is_inflected


def _is_spoken_of(words: Sequence[Word], place: int) -> bool:
    """Whether a sentence begins with who somebody is, or what they said: "zunk is my worker"."""
    after = [word.small for word in words[place + 1 : place + 3]]
    return words[place].opens and bool(after) and (after[0] in _SAYS or after in _WHO[:3])


def _thanked(words: Sequence[Word], place: int) -> bool:
    """Whether somebody is thanked or greeted, and nothing follows: "thanks sue"."""
    before = words[place - 1].small if place else ""
    return before in _GREETINGS and (place + 1 == len(words) or not words[place + 1].is_word)


def _in_a_name(words: Sequence[Word], place: int, found: set[int], capital: bool) -> bool:
    """Whether a name stands just before or after it, or beside it with an "and"."""
    if capital and (place - 1 in found or place + 1 in found):
        return True
    after = place + 2 in found and words[place + 1].small in _JOINS
    return _joined(words, place, found) or (after and words[place + 1].small != ",")


def _acts(words: Sequence[Word], place: int, capital: bool) -> bool:
    """Whether it has a capital inside a sentence, or does what only people do: "Will said", "rose hit me"."""
    before, after = words[place - 1].small if place else "", [word.small for word in words[place + 1 : place + 3]]
    if before in _NO_NAME_FOLLOWS and not capital:
        return False
    if capital and not words[place].opens:
        return True
    spoke = bool(after) and after[0] in _SAYS
    does = bool(after) and (after[0] in _SPOKEN_OF or after[0] == "from" or after in _WHO)
    return spoke or (does and (capital or words[place].small not in _VERBS))


def _is_initial(words: Sequence[Word], place: int, found: set[int]) -> bool:
    """Whether one letter is a name: after a title ("mr t"), or a capital beside a name ("D. Achebe")."""
    if _title(words, place, soft=False):
        return True
    beside = (
        {place - 1, place + 1, place + 2} if place + 1 < len(words) and words[place + 1].text == "." else {place - 1}
    )
    return words[place].text.isupper() and words[place].small not in ("i", "a") and bool(beside & found)


def _is_a_month(words: Sequence[Word], place: int) -> bool:
    """Whether "May" is the month, or "miles" are miles."""
    before = words[place - 1].small if place else ""
    return before in _BEFORE_MONTHS or before.isdigit()


def _joined(words: Sequence[Word], place: int, found: set[int]) -> bool:
    """Whether it is the second of two: "maya and noor"."""
    return place > 1 and words[place - 1].small in _JOINS and place - 2 in found
