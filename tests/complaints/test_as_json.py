"""Facts from plain data, assessments to plain data."""

from __future__ import annotations

import json

import pytest

from bot.complaints.as_json import assessment_as_json, facts_from_json
from bot.complaints.errors import UnknownFact, UnknownValue
from bot.complaints.triage import assess
from tests.complaints.builders import NATIONAL, TODAY


def test_names_may_be_one_or_several():
    told = {
        "reporter_role": "parent",
        "points": [{"matter": "placement", "nature": ["delays", "communication"], "what_happened": "They waited."}],
    }
    facts = facts_from_json(told)
    assert facts.points[0].matter == ("placement",)
    assert facts.points[0].nature == ("delays", "communication")
    assert facts.get("reporter_role") == "parent"


def test_a_null_was_refused():
    assert facts_from_json({"name": None}).settled("name")


def test_a_concern_of_one_point_may_be_written_flat():
    facts = facts_from_json({"matter": "placement", "what_happened": "I had to move."})
    assert facts.points[0].matter == ("placement",)


@pytest.mark.parametrize("told", [{"shoe_size": "9"}, {"points": [{"shoe_size": "9"}]}, {"shoe_size": None}])
def test_an_unknown_fact_is_refused_by_name(told):
    with pytest.raises(UnknownFact, match="shoe_size"):
        facts_from_json(told)


@pytest.mark.parametrize("told", [{"reporter_role": "king"}, {"points": [{"matter": "king"}]}])
def test_an_unknown_value_is_refused_with_the_choices(told):
    with pytest.raises(UnknownValue, match="king"):
        facts_from_json(told)


def test_an_assessment_is_plain_data_with_the_keys_of_the_command_line():
    facts = facts_from_json({"reporter_role": "child", "points": [{"matter": "school_conduct"}]})
    printed = json.loads(json.dumps(assessment_as_json(assess(facts, NATIONAL, TODAY))))
    assert {"pathway", "signposted_to", "asks", "flags", "tasks", "reasons", "points"} == printed.keys()
    assert printed["asks"] == "care_status"
    assert printed["points"] == [{"pathway": "signposted", "signposted_to": "school"}]
    assert {"row", "says", "source", "point"} == printed["reasons"][0].keys()
