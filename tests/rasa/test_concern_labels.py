"""What likeness learns of messages: labels with honest probabilities, from a handful of examples."""

from __future__ import annotations

import pytest

from bot.rasa.concern_labels import ConcernLabels, Told
from bot.rasa.encoder import Encoder
from bot.rasa.encoder_shape import WIDTH

BUSES = ["the school bus never came", "no taxi to school again", "school transport stopped", "bus pass for school gone"]
CALLS = ["nobody rings me back", "she never answers my calls", "no reply to my letter", "they do not return my calls"]
HARM = ["he hits me every night", "dad beats my brother", "she burns him with cigarettes", "he kicks my little sister"]
THANKS = ["thank you so much", "cheers", "thanks for that", "ta very much"]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="module")
def labels(encoder: Encoder) -> ConcernLabels:
    bus = Told("raise_concern", ("school_transport",), ("level_of_support",))
    call = Told("raise_concern", ("communication",), ("communication",))
    harm = Told("disclose_risk", (), (), "at_risk", harm=True)
    told = [*[bus] * 4, *[call] * 4, *[harm] * 4, *[Told("thanks")] * 4]
    texts = [*BUSES, *CALLS, *HARM, *THANKS]
    return ConcernLabels.learn(texts, encoder.rows(texts)[:, :WIDTH], told)


def test_an_example_tells_one_name_or_several() -> None:
    assert Told("raise_concern", ("contact",), ("delays", "bias"), None, True) == Told.of(
        "raise_concern", {"matter": "contact", "nature": ["delays", "bias"], "harm": True, "persona": "child"}
    )


def test_what_was_never_seen_gets_the_labels_of_what_it_is_like(labels: ConcernLabels, encoder: Encoder) -> None:
    text = "the taxi that takes her to school did not come"

    likely = labels.likely(text, encoder.rows([text])[0][:WIDTH])

    assert "raise_concern" == max(likely.intent, key=likely.intent.__getitem__)
    assert "school_transport" == max(likely.matter, key=likely.matter.__getitem__)


def test_probabilities_of_intents_add_up_to_one(labels: ConcernLabels, encoder: Encoder) -> None:
    likely = labels.likely("hello", encoder.rows(["hello"])[0][:WIDTH])

    assert 1 == pytest.approx(sum(likely.intent.values()), abs=1e-4)


def test_what_is_like_accounts_of_harm_is_likelier_to_be_one(labels: ConcernLabels, encoder: Encoder) -> None:
    harmed, bused = (
        labels.likely(text, encoder.rows([text])[0][:WIDTH])
        for text in ("mum slaps my brother at night", "the bus to school was late")
    )

    assert harmed.risk > bused.risk and harmed.harm > bused.harm


def test_left_out_scores_are_not_kept_in_the_model(labels: ConcernLabels) -> None:
    assert labels.likeness.left_out is None
