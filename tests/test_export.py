"""The export has the promised keys, whatever the case."""

from __future__ import annotations

import json

from bot.complaints.case import Advocacy
from bot.export import as_json_lines, as_mapping
from tests.builders import a_case, a_clock, a_point
from tests.complaints.life import Life

KEYS = [
    "reference", "pathway", "flags", "confirmed", "signposted_to", "reasons", "reporter_role", "points", "advocacy",
    "risk", "stage", "clock", "channel", "received_at", "council", "profile_version", "outcome", "ended", "ended_on",
    "clocks", "records", "findings",
]  # fmt: skip
POINT_KEYS = ["matter", "nature", "matters", "natures", "text", "pathway", "signposted_to", "wanted_outcome"]


def test_a_case_has_exactly_the_promised_keys() -> None:
    told = as_mapping(a_case())
    assert list(told) == KEYS
    assert list(told["points"][0]) == POINT_KEYS
    assert list(told["advocacy"]) == ["offered", "wanted", "status"]
    assert list(told["clock"]) == ["started", "due", "extended_due"]


def test_a_line_holds_the_case_as_json_keeps_it() -> None:
    case = a_case(
        signposted_to="police",
        points=(a_point(text="“Nie”, he said.\nTwice.", matter=("police", "other"), signposted_to="police"),),
        advocacy=Advocacy(offered=True, wanted=None, status="offered"),
        clock=a_clock(extended_due=None),
    )
    (line,) = as_json_lines([case])
    told = json.loads(line)
    assert "\n" not in line
    assert told["points"] == [
        {
            "matter": "police",
            "nature": "communication",
            "matters": ["police", "other"],
            "natures": ["communication", "delays"],
            "text": "“Nie”, he said.\nTwice.",
            "pathway": "statutory",
            "signposted_to": "police",
            "wanted_outcome": "I want her to come",
        }
    ]
    assert told["clock"] == {"started": "2026-03-02", "due": "2026-03-16", "extended_due": None}
    assert told["received_at"] == "2026-03-02T10:30:00+00:00"
    assert told["reasons"][0]["source"] == "CA 1989 s26(3)"


def test_a_point_that_nobody_could_name_has_null_there() -> None:
    (point,) = as_mapping(a_case(points=(a_point(matter=(), nature=()),)))["points"]
    assert (point["matter"], point["nature"]) == (None, None)


def test_a_case_without_a_clock_or_a_role_has_null_there() -> None:
    told = as_mapping(a_case(clock=None, facts={}))
    assert told["clock"] is None
    assert told["reporter_role"] is None


def test_a_case_with_a_whole_life_behind_it_is_one_line_with_its_clocks_records_and_findings() -> None:
    life = Life().confirmed().do("answer_stage_1").do("request_stage_2").do("ask_withdrawal").do("confirm_withdrawal")
    (line,) = as_json_lines([life.case])
    told = json.loads(line)
    assert ("withdrawn", "withdrawn", "2026-06-01") == (told["outcome"], told["ended"], told["ended_on"])
    assert ["stat_s1", "stat_s2", "withdrawal"] == [record["kind"] for record in told["records"]]
    assert ("2026-06-15", "2026-06-01") == (told["clocks"][0]["due"], told["clocks"][0]["met_on"])
    assert ["upheld"] == [finding["outcome"] for finding in told["findings"]]


def test_no_cases_are_no_lines() -> None:
    assert list(as_json_lines([])) == []
