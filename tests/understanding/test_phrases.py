"""The phrases alone: how they are counted, and what they must not do while Rasa is up."""

from __future__ import annotations

from tests.understanding.phrases import Heard, development_messages, table, tally

MESSAGES = [
    ("at_risk", "my dad hits me"),
    ("at_risk", "my dad hits me lol"),
    ("at_risk", "it is quiet here"),
    ("ordinary", "nobody rings me back"),
]


def test_a_doubtful_sign_is_heard_but_not_surely() -> None:
    assert tally(MESSAGES) == [Heard("at_risk", 3, 1, 2), Heard("ordinary", 1, 0, 0)]


def test_the_table_has_shares() -> None:
    assert table("set", tally(MESSAGES)).splitlines()[2:] == [
        "| at_risk | 3 | 0.333 | 0.667 |",
        "| ordinary | 1 | 0.000 | 0.000 |",
    ]


def test_sure_signs_keep_within_the_false_alarms_that_the_whole_may_have() -> None:
    """At most one in twenty of the near misses and one in a hundred ordinary messages."""
    heard = {one.kind: one.surely / one.of for one in tally(development_messages())}
    assert heard["near miss"] <= 0.05
    assert heard["ordinary"] <= 0.01
