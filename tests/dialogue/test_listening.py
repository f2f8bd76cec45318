"""What a message is taken for against the open question: thanks or a complaint, an account or a noise."""

from __future__ import annotations

import pytest

from actions.hearing import Heard
from bot.complaints.facts import Facts, Point
from tests.dialogue.one_turn import turned

pytestmark = pytest.mark.usefixtures("joined")

PRAISE = "We would like to thank the family support team. She was patient and our home is calm again because of her."


def said(text: str, intent: str, sure: float = 0.95, **labels: float) -> Heard:
    """A message with natures that the ear heard in it, each this likely."""
    entities = [{"entity": "nature", "value": name, "confidence_entity": sure} for name, sure in labels.items()]
    return Heard(text, "m1", intent, sure, None, entities)


@pytest.mark.parametrize(
    ("text", "likely", "kind"),
    [
        (PRAISE, 0.55, "compliment"),
        ("Thank you for being kind but the team rings back late", 0.4, None),
        ("Brilliant service, ten months for one letter", 0.8, None),
    ],
)
def test_long_thanks_are_thanks_and_thanks_with_a_wrong_in_them_are_not(
    text: str, likely: float, kind: str | None
) -> None:
    assert turned(said(text, "give_compliment", level_of_support=likely))[0].facts.get("kind") == kind


@pytest.mark.parametrize(
    ("text", "intent", "sure", "kept"),
    [
        ("flurb the grobble", "out_of_scope", 0.42, False),
        ("thanks", "thanks", 0.95, False),
        ("bullying", "raise_concern", 0.48, True),
        ("she lied again", "raise_concern", 0.7, True),
    ],
)
def test_a_noise_is_no_account_and_one_plain_word_may_be(text: str, intent: str, sure: float, kept: bool) -> None:
    now, _ = turned(said(text, intent, sure), requested_slot="what_happened", started=True)
    assert bool(now.facts.points) is kept


@pytest.mark.parametrize(("sure", "left"), [(0.35, False), (0.9, True)])
def test_a_question_is_left_only_where_not_knowing_was_plainly_said(sure: float, left: bool) -> None:
    known = Facts({}, frozenset(), (Point("she lied in the meeting"),))
    now, _ = turned(said("wibble", "dont_know", sure), known, requested_slot="reporter_role", started=True)
    assert now.facts.settled("reporter_role") is left


@pytest.mark.parametrize(("asked", "missed"), [("go_on", False), ("wanted_outcome", True)])
def test_a_yes_to_a_question_that_was_left_open_asks_for_it_again_without_an_apology(asked: str, missed: bool) -> None:
    known = Facts({}, frozenset(), (Point("she lied in the meeting"),))
    before = [{"turn": "m0", "said": [], "asks": asked}]
    now, _ = turned(said("yes", "affirm"), known, requested_slot="wanted_outcome", started=True, lately=before)
    assert ("wanted_outcome" in now.misses) is missed
    assert not now.facts.settled("wanted_outcome")
