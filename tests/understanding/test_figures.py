"""How the figures are counted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.understanding.figures import Figure, Heard, Written, confusions, missed, table

ROW: dict[str, Any] = {
    "text": "my sw never comes",
    "intent": "raise_concern",
    "also": ["request_service"],
    "matter": ["social_worker"],
    "matter_fair": ["communication"],
    "nature": ["communication"],
    "nature_fair": [],
    "risk": "none",
    "harm": False,
    "near_miss": False,
    "persona": "c1: somebody",
}


def figure(name: str, written: dict[str, Any], heard: Heard) -> Figure:
    pairs = [(Written.of({**ROW, **written}), heard)]
    return next(one for one in table(pairs) if one.name == name)


def heard(intent: str = "raise_concern", matter: tuple[str, ...] = (), risk: str = "none") -> Heard:
    return Heard(intent, matter, (), risk, False)


def test_a_fair_second_reading_counts_as_fair_only() -> None:
    other = heard("request_service")
    assert (0, 1) == (figure("intent", {}, other).right, figure("intent, or a fair second reading", {}, other).right)


@pytest.mark.parametrize(("first", "right"), [("social_worker", 1), ("communication", 1), ("police", 0)])
def test_the_first_matter_may_be_right_or_fair(first: str, right: int) -> None:
    assert right == figure("first matter is fair", {}, heard(matter=(first,))).right


def test_only_the_first_three_matters_are_offered() -> None:
    late = heard(matter=("police", "health", "contact", "social_worker"))
    assert 0 == figure("right matter among the first three", {}, late).right


def test_a_missed_emergency_is_listed() -> None:
    written = Written.of({**ROW, "risk": "emergency"})
    assert [(written, heard())] == missed([(written, heard()), (Written.of(ROW), heard())])


def test_an_alarm_on_a_near_miss_is_a_false_alarm_there_and_nowhere_else() -> None:
    alarm = heard(risk="at_risk")
    near = figure("false alarms on near misses", {"near_miss": True}, alarm)
    ordinary = figure("false alarms on ordinary messages", {"near_miss": True}, alarm)
    assert (1, 1, False) == (near.right, near.of, near.reached)
    assert 0 == ordinary.of


def test_what_is_neither_right_nor_fair_is_a_confusion() -> None:
    pairs = [(Written.of(ROW), heard(name)) for name in ("raise_concern", "request_service", "stop", "stop")]
    assert [("raise_concern", "stop", 2)] == confusions(pairs)


def test_labels_are_read_from_rasas_reply() -> None:
    entities = [{"entity": "matter", "value": "health"}, {"entity": "risk", "value": "at_risk"}]
    reply = {"intent": {"name": "raise_concern"}, "entities": entities}
    assert Heard("raise_concern", ("health",), (), "at_risk", False) == Heard.of(reply)
