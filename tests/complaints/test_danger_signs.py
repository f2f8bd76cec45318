"""Danger signs: what must be caught, what must not, and that a long message cannot hold them up."""

from __future__ import annotations

import random
import time
import timeit
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.complaints.danger_signs import _SPELLING, harm_told, look
from bot.complaints.danger_table import SIGNS
from bot.complaints.plain_words import STOP

HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def test_the_first_regression():
    seen = look("I am forced to have sex and I am only 12 years old")
    assert seen is not None
    assert (seen.risk, seen.harm) == ("emergency", True)


@pytest.mark.parametrize("line", _lines("danger_must_catch.txt"))
def test_it_is_caught(line):
    seen = look(line.lstrip("!~"))
    assert seen is not None
    assert seen.sure or line.startswith("~")
    if line.startswith("!"):
        assert seen.risk == "emergency"


@pytest.mark.parametrize("line", _lines("danger_near_misses.txt"))
def test_a_near_miss_raises_no_alert(line):
    assert look(line) is None


@pytest.mark.parametrize("line", _lines("danger_doubtful.txt"))
def test_what_is_reported_played_over_or_explained_is_no_sure_sign(line):
    seen = look(line)
    assert seen is None or not seen.sure


@pytest.mark.parametrize("line", _lines("danger_hints.txt"))
def test_danger_told_sideways_is_a_doubtful_sign(line):
    name, text = line.split(": ", 1)
    seen = look(text)
    assert seen is not None
    assert (seen.sign, seen.sure) == (name, False)
    assert not harm_told(text)


@pytest.mark.parametrize(
    "doubted", ["{} lol", "they wrote that {}", "the school thinks {}", "in the game {}", "years ago {}"]
)
def test_words_beside_a_sign_make_it_doubtful_and_never_take_it_away(doubted):
    plain = "my stepdad punches me and i am 12"
    assert look(plain).sure
    seen = look(doubted.format(plain))
    assert seen is not None and not seen.sure


def test_what_stands_far_from_a_sign_makes_it_no_less_sure():
    far = "The queue was long and the worker was late and the office was shut. " * 4
    assert look("lol. " + far + "My dad punches me in the face.").sure


def test_at_most_one_benign_message_in_twenty_raises_an_alert():
    lines = _lines("danger_benign.txt")
    alarms = [line for line in lines if look(line)]
    assert len(lines) >= 200
    assert len(alarms) <= 0.05 * len(lines), alarms


@pytest.mark.parametrize(
    "word", ["paused", "strange", "tables", "mattered", "brushes", "hopeless", "amused", "shhh", "s47"]
)
def test_a_word_that_looks_like_one_of_danger_stays_itself(word):
    assert look(f"the meeting {word} him and me") is None
    assert _SPELLING.words(word) == [STOP, word, STOP]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("h i t", "my dad {} me"),
        ("hit\N{ZERO WIDTH SPACE}s", "my dad {} me"),
        ("h1ts", "my dad {} me"),
        ("HIIIITS", "my dad {} me"),
        ("hitts", "my dad {} me"),
        ("hïts", "my dad {} me"),
        ("hіts", "my dad {} me"),  # with a Cyrillic letter
        ("f***ing hits", "my dad {} me"),
        ("hittin", "my dad keeps {} me"),
        ("s.u.i.c.i.d.a.l", "i feel {}"),
        ("suicdal", "i feel {}"),
        ("su*cidal", "i feel {}"),
        ("ｓｕｉｃｉｄａｌ", "i feel {}"),
        ("r@ped", "he {} me"),
    ],
)
def test_a_word_is_heard_however_it_is_written(written, plain):
    assert look(plain.format(written)) is not None


def test_a_danger_sign_is_found_in_the_middle_of_a_long_complaint():
    complaint = "The worker was late and the letter had the wrong date. " * 40
    seen = look(complaint + "My dad hits me. " + complaint)
    assert seen is not None


def test_now_makes_an_emergency_of_harm():
    assert look("my dad hits my mum").risk == "at_risk"
    assert look("my dad is hitting my mum right now").risk == "emergency"


def test_a_denial_is_heard_but_a_harm_that_does_not_stop_is_not_one():
    assert look("he never hit me") is None
    assert look("he doesn't stop hitting me") is not None


def test_harm_that_is_long_over_is_no_danger_now_but_is_told():
    told = "When I was little my foster dad hit me. It was thirty years ago and I want to see my file."
    assert look(told) is None
    assert harm_told(told)


def test_a_child_who_tells_of_the_past_is_heard_as_in_danger():
    assert look("im 13, when i was 11 my uncle touched me down there") is not None


def test_self_harm_is_no_harm_by_somebody():
    seen = look("i cut myself")
    assert seen is not None
    assert not seen.harm
    assert not harm_told("i cut myself")


def test_the_same_fear_is_harmless_as_a_figure_and_not_when_it_is_a_threat():
    assert look("my mum will kill me if i miss the bus") is None
    assert look("he said he will kill me if i tell anyone") is not None


def test_every_sign_is_caught_by_some_message():
    lines = [line.lstrip("!~") for line in _lines("danger_must_catch.txt")]
    lines += [line.split(": ", 1)[1] for line in _lines("danger_hints.txt")]
    caught = {seen.sign for line in lines if (seen := look(line))}
    assert {sign.name for sign in SIGNS} - caught <= {"harmful_substances_at_home", "domestic_abuse", "despair"}


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "hit ",
        "he hits me ",
        "k.i.l.l ",
        "aaaaaaaaaa",
        "!",
        "🔪",
        "suicid ",
        "i want to ",
        "..",
        "\n",
        "f*** ",
        "é",
    ],
)
def test_sixteen_thousand_characters_of_anything_take_time_in_proportion(piece):
    assert_in_proportion(piece * (16_000 // len(piece)))


def test_different_words_take_time_in_proportion():
    draw = random.Random(7)
    words = ["".join(draw.choices("abcdehiklmnorstu", k=draw.randint(3, 12))) for _ in range(2000)]
    assert_in_proportion(" ".join(words)[:16_000])


def assert_in_proportion(text):
    """Four times the text takes about four times as long; were it the square, it would be sixteen times."""
    assert _took(text) < 8 * max(_took(text[: len(text) // 4]), 0.002)


def _took(text):
    """Processor seconds, the least of three: a machine that is busy takes longer now and then."""
    return min(timeit.repeat(lambda: look(text), number=1, repeat=3, timer=time.process_time))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text):
    look(text)
    harm_told(text)
