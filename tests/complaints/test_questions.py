"""What is asked, of whom, in which order, and when it is enough."""

from __future__ import annotations

import itertools

import pytest

from bot.complaints.facts import CHOICES, MATTERS, ROLES, Facts
from bot.complaints.to_answer import next_question, wanted_to_answer
from tests.complaints.builders import NATIONAL, TODAY, decided, facts, point

_WORDS = "in my own words"
_NEVER_OF_A_CHILD = {
    "has_parental_responsibility", "court_involved", "child_consent", "postal_address", "already_answered",
    "on_behalf_of_child", "link_to_child", "must_not_tell", "when_happened", "which_council",
}  # fmt: skip


def _asked(start: Facts, answers: dict[str, str] | None = None, refuse: bool = False) -> list[str]:
    """Every question in turn, each answered with the given answer, its first choice, or a refusal."""
    told, asked = start, []
    while (name := next_question(told, NATIONAL, TODAY)) is not None:
        asked.append(name)
        assert len(asked) <= 20
        if name == "what_happened":
            told = Facts(told.known, told.refused, (point("placement"),))
        elif refuse or name in ("matter", "nature"):
            told = told.refusing(name)
        else:
            told = told.telling(name, (answers or {}).get(name, (CHOICES[name] or (_WORDS,))[0]))
    return asked


def test_the_account_comes_first():
    assert next_question(Facts(), NATIONAL, TODAY) == "what_happened"
    assert decided().asks == "what_happened"


def test_an_account_that_was_told_is_never_asked_for_again():
    assert next_question(facts(point()), NATIONAL, TODAY) == "reporter_role"


def test_a_child_is_asked_in_a_childs_order():
    asked = _asked(facts(point("placement")), {"reporter_role": "child", "care_status": "in_care"})
    assert asked == ["reporter_role", "care_status", "wanted_outcome", "safe_to_contact"]


def test_a_care_leaver_is_not_asked_whether_they_left_care():
    asked = _asked(facts(point("leaving_care")), {"reporter_role": "care_leaver"})
    assert asked == ["reporter_role", "wanted_outcome", "safe_to_contact"]


@pytest.mark.parametrize("matter", [*MATTERS, ()])
@pytest.mark.parametrize("role", ["child", "care_leaver"])
def test_a_child_is_never_asked_what_a_child_is_not_asked(role, matter):
    told = "The court decided years ago, they answered my complaint, the hearing is next week."
    start = facts(point(matter, (), told), reporter_role=role)
    assert not _NEVER_OF_A_CHILD & set(_asked(start))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("refuse", [True, False])
def test_nobody_is_asked_more_than_six_or_ten_questions_after_the_account(role, refuse):
    told = "The court decided years ago, they answered my complaint at stage one, the hearing is next week."
    most = 6 if role in ("child", "care_leaver") else 10
    for matter in [*MATTERS, ()]:
        asked = _asked(facts(point(matter, (), told), reporter_role=role), {"contact_preference": "email"}, refuse)
        assert len(asked) + 1 <= most, (matter, asked)
        assert len(set(asked)) == len(asked)


def test_how_to_answer_an_adult_is_always_asked_within_the_ten():
    told = "The court decided years ago, they answered my complaint at stage one, the hearing is next week."
    for role, matter in itertools.product([r for r in ROLES if r not in ("child", "care_leaver")], [*MATTERS, ()]):
        asked = _asked(facts(point(matter, (), told), reporter_role=role), {"contact_preference": "email"})
        assert "contact_preference" in asked
        assert "email" in asked


def test_an_advocate_is_asked_about_consent_and_about_an_advocate_for_the_child():
    asked = _asked(facts(point("placement"), reporter_role="advocate"))
    assert "child_consent" in asked
    assert "wants_advocate" in asked


def test_a_relative_is_asked_how_they_are_linked_to_the_child():
    asked = _asked(facts(point("placement"), reporter_role="relative"))
    assert asked[:2] == ["on_behalf_of_child", "child_consent"]
    assert "link_to_child" in _asked(facts(point("placement"), reporter_role="relative", on_behalf_of_child="no"))


def test_a_question_is_asked_only_where_the_account_makes_it_live():
    plain = _asked(facts(point("placement", "communication", "Nobody rang."), reporter_role="parent"))
    assert not {"court_involved", "already_answered", "when_happened", "which_council", "nature"} & set(plain)
    about_court = _asked(facts(point("placement", (), "The judge said so."), reporter_role="parent"))
    assert "court_involved" in about_court
    answered = _asked(facts(point("placement", (), "I complained before and got an answer."), reporter_role="parent"))
    assert "already_answered" in answered
    long_ago = _asked(facts(point("placement", (), "It was three years ago."), reporter_role="parent"))
    assert "when_happened" in long_ago


def test_at_most_two_questions_clear_up_the_matter_and_then_an_officer_does():
    start = facts(point(told="It isn't fair."), reporter_role="parent", care_status="none")
    asked = _asked(start)
    assert asked.count("matter") == 1
    assert asked.count("nature") <= 1
    settled = decided(point(told="It isn't fair."), reporter_role="parent", refused=("matter", "nature", "care_status"))
    assert settled.pathway == "officer_decision"
    assert "clear_matter" in settled.tasks


def test_after_a_disclosure_nothing_is_asked_about_what_happened_how_who_or_why():
    forbidden = {"matter", "nature", "when_happened", "link_to_child"}
    for role in ROLES:
        start = facts(point(told="years ago he hurt me"), reporter_role=role, risk="at_risk", harm="yes")
        assert not forbidden & set(_asked(start)), role


def test_praise_asks_nothing_more():
    assert _asked(facts(point(), kind="compliment")) == []


def test_a_request_asks_only_how_to_answer():
    asked = _asked(facts(point(), kind="information_request"), {"reporter_role": "parent"})
    assert asked == ["reporter_role", "contact_preference", "email"]


def test_everything_can_be_refused_and_there_is_still_a_pathway():
    told = facts(point("communication"))
    while (name := next_question(told, NATIONAL, TODAY)) is not None:
        told = told.refusing(name)
    assert decided(*told.points, refused=tuple(told.refused)).pathway == "corporate"


def test_parental_responsibility_is_asked_of_a_parent_for_what_may_be_shared_and_decides_nothing_else() -> None:
    parent = facts(point("placement"), reporter_role="parent", care_status="in_care")
    assert "has_parental_responsibility" in wanted_to_answer(parent)
    carer = facts(point("fostering"), reporter_role="foster_carer")
    assert "has_parental_responsibility" not in wanted_to_answer(carer)
    told = [decided(point("placement"), reporter_role="parent", has_parental_responsibility=pr) for pr in ("yes", "no")]
    assert told[0].pathway == told[1].pathway == "statutory"
