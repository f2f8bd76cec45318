"""The encoder gives the vectors that its authors published, whatever stands beside a text or how long it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.rasa import encoder_build
from bot.rasa.encoder import WINDOW_WORDS, SentenceEncoder, windows_of
from bot.rasa.encoder_build import WrongWeights


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    encoder_build.build()
    return SentenceEncoder()


def test_sentences_are_as_alike_as_their_authors_say(encoder: SentenceEncoder) -> None:
    """The three figures are those of the model's page, "Today is a sunny day" the last."""
    happy, *others = encoder.encode(
        ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    )

    assert [0.695, 0.943, 0.257] == pytest.approx([float(happy @ other) for other in others], abs=0.03)


def test_a_vector_has_length_one_and_an_empty_text_none(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(["nobody rings me back", ""])

    assert (2, 384) == vectors.shape and vectors.dtype == np.float32
    assert [1.0, 0.0] == pytest.approx(np.linalg.norm(vectors, axis=1).tolist(), abs=1e-5)


def test_a_text_has_the_same_vector_whatever_stands_beside_it(encoder: SentenceEncoder) -> None:
    alone = encoder.encode(["my social worker changed again"])
    among = encoder.encode(["hi", "my social worker changed again", "they moved my brother. " * 30])

    assert (alone[0] == among[1]).all()
    assert (encoder.depths(["hi"] * 70)[69] == encoder.depths(["hi"])[0]).all()


def test_the_last_line_of_a_long_account_counts(encoder: SentenceEncoder) -> None:
    account = "They came on Tuesday and had tea. " * 20
    told = encoder.encode([account, account + "And then he hit my brother with a belt."], pool="max")
    question = encoder.encode(["he hit my brother"])[0]

    assert told[1] @ question > told[0] @ question + 0.05


def test_a_run_on_text_is_cut_and_none_of_a_usual_length_lost() -> None:
    assert [WINDOW_WORDS, WINDOW_WORDS, 20] == [len(w.split()) for w in windows_of("word " * (2 * WINDOW_WORDS + 20))]
    assert ["One. Two! Three?"] == windows_of("One.  Two!\nThree?")
    assert [] == windows_of("  \n ")
    assert 48 == len(windows_of("word " * 20_000))


def test_the_build_is_done_once(tmp_path: Path) -> None:
    (tmp_path / "VERSION").write_text(encoder_build.VERSION)

    assert not encoder_build.build(tmp_path)


def test_changed_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(encoder_build, "WEIGHTS_SHA256", "0" * 64)

    with pytest.raises(WrongWeights):
        encoder_build.build(tmp_path)


def test_a_missing_encoder_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"python -m bot\.rasa\.encoder_build"):
        SentenceEncoder(tmp_path).encode(["hello"])
