"""Whether a group of people is understood worse than the others is told from chance."""

from __future__ import annotations

from typing import Any

from tests.understanding.figures import Heard, Pair, Written
from tests.understanding.groups import behind, groups, kinds_of, persona

ROW: dict[str, Any] = {
    "text": "no", "intent": "deny", "also": [], "matter": [], "matter_fair": [], "nature": [], "nature_fair": [],
    "risk": "none", "harm": False, "near_miss": False, "persona": "a1: somebody",
}  # fmt: skip


def said(who: str, times: int, right: int, **labels: Any) -> list[Pair]:
    """So many messages of somebody, so many of them heard rightly."""
    written = Written.of({**ROW, "persona": who, **labels})
    return [(written, Heard("deny" if one < right else "stop", (), (), "none", False)) for one in range(times)]


def test_a_group_far_below_the_others_is_named() -> None:
    pairs = [*said("a1: Girl, 9", 40, 20), *said("d1: Father", 200, 195)]
    assert ["a1: Girl, 9: intent 0.500 of 40, the others 0.975"] == behind(pairs, persona)
    assert ["a, such as Girl, 9: intent 0.500 of 40, the others 0.975"] == behind(pairs, kinds_of(pairs))


def test_a_group_a_little_below_is_not_named() -> None:
    assert [] == behind([*said("a1: Girl, 9", 40, 38), *said("d1: Father", 200, 195)], persona)


def test_of_few_messages_nothing_is_said() -> None:
    assert [] == behind([*said("a1: Girl, 9", 10, 2), *said("d1: Father", 200, 195)], persona)


def test_dangers_that_are_missed_in_one_group_alone_are_named() -> None:
    missed, quiet = said("a1: Girl, 9", 20, 20, risk="at_risk"), said("d1: Father", 20, 20)
    heard = [(one, Heard("deny", (), (), "at_risk", False)) for one, _ in said("d1: Father", 60, 60, risk="at_risk")]
    assert ["a1: Girl, 9: danger heard 0.000 of 20, the others 1.000"] == behind([*missed, *quiet, *heard], persona)


def test_groups_come_worst_first_with_all_that_is_counted_of_them() -> None:
    found = groups([*said("b2: Boy", 10, 10), *said("a1: Girl", 10, 5)], persona)
    assert ["a1: Girl", "b2: Boy"] == [group.name for group in found]
    assert (5, 10) == (found[0].figures["intent"].right, found[0].figures["intent"].of)
    assert 0 == found[0].figures["danger heard"].of
