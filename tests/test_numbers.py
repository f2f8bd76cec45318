"""Telephone numbers: all come from the councils' profiles, were looked at lately, and ring in this country."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot import councils
from bot.complaints.profile import CHECKED_FOR_DAYS, Profile
from bot.settings import ROOT
from tests.reading import TEMPLATES, written_in
from tests.written import RESPONSES, text_of

CHECKED = date(2026, 11, 22)
TODAY = datetime.now(UTC).date()
HOW_TO_RENEW = "look each of them up at its source and write the day into checked_on (bot/councils/national.yml)"

EMERGENCY = {"999", "55"}  # 55 is pressed when a mobile's call to 999 cannot be spoken in
# References, ages, years, a standard, and where something stands in the law.
NO_NUMBER = re.compile(
    r"CF-[\w-]+|under \d+|WCAG 2\.\d|(?:19|20)\d\d|\b\d+%"
    r"|\bSI \d+/\d+|\b(?:sections?|articles?|paragraphs?|schedule|regulation) \d+\w*(?:\(\w\))*(?: and \d+\w*)?"
)
NUMBER = re.compile(r"\b\d[\d ]*\d\b")
# Numbers that turn up in guidance copied from elsewhere: the United States', Australia's, and any with a prefix.
FOREIGN = re.compile(r"(?<!\d\.)\b(?:988|911|741 ?741|000 000|1[- ]?800[- ]\d{3}|13 11 14|112)\b|\+(?!44)\d")
CODE_AND_WORDS = [
    path
    for top in ("bot", "actions", "docs", "data")
    for path in sorted((ROOT / top).rglob("*"))
    if path.suffix in (".yml", ".html", ".js", ".md", ".txt") or (path.suffix == ".py" and top == "actions")
]


def profile_of(code: str) -> Profile:
    return councils.load(code, TODAY)


def verified_by(profile: Profile) -> set[str]:
    """The numbers that somebody has read at their source, helplines' and signposts'."""
    told = [line.number for line in profile.helplines if line.verified]
    told += [sign.how for sign in profile.signposts.values() if sign.verified]
    return {number for text in told for number in NUMBER.findall(text)} | EMERGENCY


def numbers_in(text: str) -> set[str]:
    return set(NUMBER.findall(NO_NUMBER.sub("", text)))


@pytest.mark.parametrize("code", councils.codes())
def test_every_number_was_looked_at_within_half_a_year(code: str) -> None:
    assert profile_of(code).to_be_checked(TODAY) == (), HOW_TO_RENEW


def test_a_number_is_good_for_half_a_year_and_no_day_longer() -> None:
    profile = councils.load("national", CHECKED)
    names = {line.name for line in profile.helplines} | {f"signpost {name}" for name in profile.signposts}
    assert profile.to_be_checked(CHECKED + timedelta(days=CHECKED_FOR_DAYS)) == ()
    assert set(profile.to_be_checked(CHECKED + timedelta(days=CHECKED_FOR_DAYS + 1))) == names


def test_one_old_number_is_named() -> None:
    profile = councils.load("national", CHECKED)
    old = replace(profile.helplines[1], checked_on=date(2026, 1, 2))
    assert replace(profile, helplines=(profile.helplines[0], old)).to_be_checked(CHECKED) == ("Childline",)


def test_a_day_that_is_still_to_come_is_no_day_on_which_somebody_looked() -> None:
    profile = councils.load("national", CHECKED)
    ahead = replace(profile.helplines[1], checked_on=CHECKED + timedelta(days=1))
    assert replace(profile, helplines=(ahead,)).to_be_checked(CHECKED) == ("Childline",)


@pytest.mark.parametrize("code", councils.codes())
def test_no_number_is_said_that_the_councils_profile_has_not_verified(code: str) -> None:
    said = {number for name in RESPONSES for number in numbers_in(text_of(name))}
    assert {"999", "0800 1111", "116 123", "111"} <= said
    assert said - verified_by(profile_of(code)) == set()


@pytest.mark.parametrize("code", councils.codes())
def test_no_number_stands_on_a_page_or_in_a_signpost_that_the_councils_profile_has_not_verified(code: str) -> None:
    written = {number for page in TEMPLATES.glob("*.html") for text in written_in(page) for number in numbers_in(text)}
    written |= {number for sign in profile_of(code).signposts.values() for number in numbers_in(sign.how)}
    assert written - verified_by(profile_of(code)) == set()


def test_a_number_that_is_no_longer_verified_would_be_found() -> None:
    profile = profile_of("national")
    doubtful = [replace(line, verified=line.name != "Samaritans") for line in profile.helplines]
    assert "116 123" in verified_by(profile)
    assert "116 123" not in verified_by(replace(profile, helplines=tuple(doubtful)))


def test_every_safety_answer_names_999_and_childline() -> None:
    safety = [name for name in RESPONSES if re.fullmatch(r"utter_safety(_again|_child|_adult)?", name)]
    assert len(safety) == 4
    assert [name for name in safety if not {"999", "0800 1111"} <= numbers_in(text_of(name))] == []


def test_no_number_rings_in_another_country() -> None:
    said = {name: text_of(name) for name in RESPONSES}
    said |= {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in CODE_AND_WORDS}
    # What people write is not what we say: the training data may hold any number.
    ours = {name: text for name, text in said.items() if not name.startswith(("data/nlu", "data/tuning"))}
    assert len(ours) > 300
    assert {name: FOREIGN.findall(text) for name, text in ours.items() if FOREIGN.search(text)} == {}


@pytest.mark.parametrize("text", ["Call 988.", "ring 911 now", "text HOME to 741741", "1-800-422-4453", "+1 202 55"])
def test_a_number_of_another_country_would_be_found(text: str) -> None:
    assert FOREIGN.search(text)
    assert not FOREIGN.search("Call 999, 0800 1111, 116 123, 111 or +44 20 7946 0000.")
