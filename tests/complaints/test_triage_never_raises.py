"""Every combination of facts decides, and what it decides holds together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.complaints.assessment import FLAGS, PATHWAYS, SIGNPOSTS, TASKS
from bot.complaints.facts import ALL_FACTS, CHOICES, MATTERS, NATURES, Facts, Point
from bot.complaints.to_answer import next_question
from bot.complaints.trace import trace
from bot.complaints.triage import assess
from tests.complaints.builders import NATIONAL, TODAY

_ACCOUNTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "my dad hits me",
            "The court hearing is next week and we complained before.",
            "It was in 1975 and I want compensation.",
            "We were deregistered and the children were removed.",
            "They are moving me tomorrow.",
            "nowhere to sleep tonight",
        ]
    ),
)
_POINTS = st.builds(
    Point,
    _ACCOUNTS,
    st.lists(st.sampled_from(MATTERS), max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from(NATURES), max_size=2, unique=True).map(tuple),
)


@st.composite
def _facts(draw: st.DrawFn) -> Facts:
    known = {}
    for name, choices in CHOICES.items():
        if draw(st.booleans()):
            known[name] = draw(st.sampled_from(choices) if choices else st.text(max_size=12))
    refused = draw(st.frozensets(st.sampled_from([name for name in ALL_FACTS if name not in known]), max_size=8))
    return Facts(known, refused, tuple(draw(st.lists(_POINTS, max_size=4))))


@settings(max_examples=250, deadline=None)
@given(_facts())
def test_any_facts_decide_without_raising_and_in_the_words_of_the_contract(facts):
    assessed = assess(facts, NATIONAL, TODAY)
    assert assessed.pathway in PATHWAYS
    assert set(assessed.flags) <= set(FLAGS)
    assert set(assessed.tasks) <= set(TASKS)
    assert assessed.signposted_to in (None, *SIGNPOSTS)
    assert len(facts.points) == len(assessed.points)
    assert "confirm_pathway" in assessed.tasks
    assert assessed.asks is None or not facts.settled(assessed.asks)
    assert all(any(reason.point == at for reason in assessed.reasons) for at in range(len(facts.points)))


@settings(max_examples=200, deadline=None)
@given(_facts())
def test_the_rows_that_are_shown_as_applying_are_those_that_decided(facts):
    shown = [(row.row, row.point) for row in trace(facts, TODAY) if row.applies]
    assert [(reason.row, reason.point) for reason in assess(facts, NATIONAL, TODAY).reasons] == shown


@settings(max_examples=150, deadline=None)
@given(_facts())
def test_a_statutory_point_is_never_lost(facts):
    assessed = assess(facts, NATIONAL, TODAY)
    if any(point.pathway == "statutory" for point in assessed.points):
        own_records = ("compliment", "service_request", "information_request", "member_enquiry")
        assert assessed.pathway == "statutory" or assessed.pathway in own_records


@settings(max_examples=100, deadline=None)
@given(_facts())
def test_the_next_question_is_never_one_that_is_settled(facts):
    name = next_question(facts, NATIONAL, TODAY)
    assert name is None or not facts.settled(name)
