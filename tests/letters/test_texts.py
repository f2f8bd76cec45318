"""The letters' wordings: every kind has its own for both audiences, every brace is known, a child can read theirs."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from bot.complaints.acts import ACTS
from bot.complaints.findings import FOUND
from bot.letters import texts
from bot.letters.filling import BRACE, PROMPT
from bot.letters.kinds import KINDS, ONLY_BY_LETTER, THE_SIGNER, THE_TEXT, of_act
from bot.roles import LETTER_NEEDS, MAY
from tests.reading import filled_in, grade, sentences, unglossed

CHILDREN_GRADE, MOST_WORDS = 4.0, 20
# What filling.py puts in for every case and letter; the fields of an act and what a kind asks come on top.
KNOWN = {
    "greeting", "reference", "council", "received_on", "procedure", "stage", "told_us", "next_stage", "ombudsman",
    "advocate", "contact", "elsewhere", "investigating_officer", "independent_person", "panel", "stage_2_days",
    "stage_2_outer_days", "report_days", "response_days", "today", "due", "next_due", "ask_by", "findings", "signed_by",
}  # fmt: skip


def lines(value: Any) -> list[str]:
    """Every text of a wording, a paragraph each; what a writer has to write anew is not for the person."""
    if isinstance(value, str):
        parts = [part for paragraph in value.split("\n\n") for part in paragraph.split("\n")]
        return [part for part in (PROMPT.sub("", part).strip("# -") for part in parts) if BRACE.sub("", part).strip()]
    return [line for each in value.values() for line in lines(each)]


def for_children() -> list[tuple[str, str]]:
    told = [("words", line) for line in lines(texts.words("child"))]
    for kind in KINDS:
        wording = texts.wording(kind, "child")
        told += [(kind, line) for line in [wording.heading, *lines(wording.text), *lines(wording.choices)]]
    return told


def test_every_file_is_of_a_kind_and_every_kind_has_its_file() -> None:
    assert {path.stem for path in texts.HERE.glob("*.yml")} == {*KINDS, "words"}
    assert len({texts.label(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("audience", texts.AUDIENCES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_brace_of_a_wording_stands_for_something(kind: str, audience: str) -> None:
    wording = texts.wording(kind, audience)
    asked = {name for act in KINDS[kind].acts or (None,) for name in KINDS[kind].fields(act)}
    assert set(BRACE.findall(wording.heading + wording.text)) <= KNOWN | asked
    for name, choices in wording.choices.items():
        allowed = {choice for act in KINDS[kind].acts for choice in ACTS[act].choices.get(name, ())}
        assert set(choices) == allowed


@pytest.mark.parametrize("audience", texts.AUDIENCES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_names_procedure_and_stage_and_is_signed(kind: str, audience: str) -> None:
    wording = texts.wording(kind, audience)
    assert wording.heading.startswith("{procedure}, ") and ("{stage}" in wording.heading or "stage " in wording.heading)
    assert wording.text.endswith("{signed_by}") and "{contact}" in wording.text


@pytest.mark.parametrize("kind", ["refusal", "corporate_stage_2_declined", "stage_3_answer", "stage_1_answer"])
def test_whoever_is_refused_or_answered_is_told_of_the_ombudsman(kind: str) -> None:
    assert all("{ombudsman}" in texts.wording(kind, audience).text for audience in texts.AUDIENCES)


@pytest.mark.parametrize("shared", ["procedure", "outcome", "stage", "next_stage"])
def test_children_and_adults_have_the_same_words_to_choose_from(shared: str) -> None:
    adult, child = (texts.words(audience)[shared] for audience in texts.AUDIENCES)
    assert set(adult) == set(child)
    assert shared != "outcome" or set(adult) == set(FOUND)


@pytest.mark.parametrize(("kind", "line"), for_children())
def test_a_child_of_nine_can_read_a_letter_to_children(kind: str, line: str) -> None:
    assert grade(line) <= CHILDREN_GRADE, f"{grade(line)}: {line}"
    assert [each for each in sentences(filled_in(line)) if len(each.split()) > MOST_WORDS] == []
    beside = " ".join(text for of, text in for_children() if of in (kind, "words"))
    assert unglossed(f"{line} {beside}") == []


def test_what_the_letter_knows_by_itself_is_asked_by_no_form() -> None:
    known = {*THE_TEXT, *THE_SIGNER}
    assert not [kind for kind in KINDS.values() for act in kind.acts if known & set(kind.fields(act))]
    assert known <= {field.name for act in ACTS.values() for field in fields(act)}


def test_every_kind_says_who_drafts_and_who_signs_it() -> None:
    assert set(LETTER_NEEDS) == set(KINDS)
    assert {act for needs in LETTER_NEEDS.values() for act in needs.values()} <= set(MAY)


def test_what_only_a_letter_does_has_a_letter() -> None:
    assert all(of_act(act) for act in ONLY_BY_LETTER)
