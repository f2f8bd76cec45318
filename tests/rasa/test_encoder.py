"""The encoder says the same of a text whatever stands beside it, reads all of a long one, and is made once."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from bot.rasa import encoder_pack
from bot.rasa.encoder import KEPT, Encoder, made, version
from bot.rasa.encoder_pack import STEPS, WORDS, pack, unpack
from bot.rasa.encoder_shape import WIDTH, buckets
from bot.rasa.tuned_labels import shares

MOST_BYTES = 40_000_000  # what is kept in git for it


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder()


def test_a_row_is_a_vector_of_length_one_and_a_score_for_every_label(encoder: Encoder) -> None:
    rows = encoder.rows(["nobody rings me back", ""])

    assert (2, WIDTH + sum(map(len, encoder.labels.values()))) == rows.shape and rows.dtype == np.float32
    assert [1.0, 1.0] == pytest.approx(np.linalg.norm(rows[:, :WIDTH], axis=1).tolist(), abs=1e-4)


def test_a_text_has_the_same_row_whatever_stands_beside_it(encoder: Encoder) -> None:
    alone = encoder.rows(["my social worker changed again"])
    among = encoder.rows(["hi", "my social worker changed again", "they moved my brother. " * 30])

    assert (alone[0] == among[1]).all()
    assert (encoder.rows(["hi"] * 70)[69] == encoder.rows(["hi"])[0]).all()


def test_danger_in_the_last_line_of_a_very_long_account_is_heard(encoder: Encoder) -> None:
    account = "They came on Tuesday and had tea, and nobody said when the next visit would be. " * 30
    told = encoder.rows([account, account + "And last night he hit my brother with a belt again."])
    calm, alarming = 1 - shares(told[:, WIDTH:][:, encoder.places["risk"]])[:, 0]

    assert calm < 0.5 < alarming


def test_the_scores_are_those_of_the_labels_in_their_order(encoder: Encoder) -> None:
    scores = encoder.rows(["thank you so much"])[0][WIDTH:]

    assert "thanks" == encoder.labels["intent"][int(scores[encoder.places["intent"]].argmax())]


def test_what_is_kept_stays_small() -> None:
    assert MOST_BYTES > sum(path.stat().st_size for path in KEPT.iterdir())


def test_the_file_for_reading_is_made_once_for_each_tuning(tmp_path: Path) -> None:
    there = tmp_path / f"encoder-{version()}.onnx"
    there.touch()

    assert there == made(folder=tmp_path)
    assert "none" == version(tmp_path)


def test_near_words_are_told_apart_one_by_one_and_far_ones_by_logarithm() -> None:
    places = buckets(192)

    assert [0, 1, 2, 7] == places[[0, 1, 2, 7], 0].tolist()  # behind
    assert [17, 18, 23] == places[0, [1, 2, 7]].tolist()  # ahead
    assert places[100, 0] == places[105, 0] and 31 == places[0, 191]


def test_packing_loses_less_than_a_step_and_pieces_outside_our_alphabet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder_pack, "LEAST", 100)
    _tokenizer_of(["<s>", "<pad>", "</s>", "[UNK]", "cat", "猫", "##s", "[unused7]"]).save(str(tmp_path / "whole.json"))
    dense = np.random.default_rng(5).normal(size=(64, 64)).astype(np.float32)
    upper = {"encoder.layer.11.output.dense.weight": dense, "pooler.dense.weight": dense}

    pack({WORDS: dense[:8], "labels.weight": dense, **upper}, tmp_path / "whole.json", tmp_path)
    found = unpack(tmp_path)

    assert {WORDS, "labels.weight"} == found.keys()
    assert np.abs(found["labels.weight"] - dense).max() <= np.abs(dense).max() / STEPS
    assert found[WORDS][4] == pytest.approx(dense[4], abs=0.4) and found[WORDS][5] == pytest.approx(dense[6], abs=0.4)
    kept = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    assert [0, 4, 5, 2] == kept.encode("cats").ids


def _tokenizer_of(pieces: list[str]) -> Tokenizer:
    plain = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    told = {
        "version": "1.0",
        "added_tokens": [plain | {"id": at, "content": piece, "special": True} for at, piece in enumerate(pieces[:4])],
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "RobertaProcessing",
            "sep": ["</s>", 2],
            "cls": ["<s>", 0],
            "trim_offsets": True,
            "add_prefix_space": False,
        },
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": {piece: at for at, piece in enumerate(pieces)},
        },
    }
    return Tokenizer.from_str(json.dumps(told))
