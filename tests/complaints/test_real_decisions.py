"""The table against decisions of the Ombudsman and the councils' own records; where we differ, we say why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.complaints.as_json import facts_from_json
from bot.complaints.assessment import Assessment
from bot.complaints.triage import assess
from tests.complaints.builders import NATIONAL, TODAY

CASES = yaml.safe_load((Path(__file__).parent / "real_decisions.yml").read_text(encoding="utf-8"))


def _agrees(right: dict[str, Any], assessed: Assessment) -> bool:
    return (
        right.get("pathway") in (None, assessed.pathway)
        and right.get("signposted_to") in (None, assessed.signposted_to)
        and ("flag" not in right or right["flag"] in assessed.flags)
        and ("task" not in right or right["task"] in assessed.tasks)
    )


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_table_decides_as_the_decision_did_or_says_why_not(case):
    assessed = assess(facts_from_json(case["facts"]), NATIONAL, TODAY)
    agrees = _agrees(case["right"], assessed)
    assert agrees != ("otherwise" in case), (case["right"], assessed)


def test_the_table_never_sends_to_the_corporate_procedure_what_was_found_to_be_statutory():
    for case in CASES:
        if case["evidence"] == "lgo_fault_wrong_route":
            assert assess(facts_from_json(case["facts"]), NATIONAL, TODAY).pathway == "statutory", case["id"]


def test_we_decide_otherwise_in_few_cases_and_in_none_that_found_fault_in_a_clear_route():
    otherwise = [case["id"] for case in CASES if "otherwise" in case]
    assert otherwise == ["R016", "R043", "R069", "R070", "R072", "R081"]
