"""Tune the sentence encoder on our own examples: every label learned at once, so that each helps the others.

`make tune` runs it in an environment of its own, as PyTorch is needed for nothing else. It writes models/tuned/, which
`make train` takes up, and keeps the weights beside the published ones, so that a later tuning can go on from them when
examples have been added. The last round learns with the weights rounded as they are kept. About an hour on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from bot.rasa.encoder_pack import pack
from bot.rasa.tune_examples import RISKS, Example, Labels, fingerprint, read, round_of
from bot.rasa.tune_network import SHARPNESS, Network
from bot.rasa.tuned_labels import parts

ROUNDS, BATCH, MOST_PIECES = 5, 32, 96
RATE, FALL, LABELS_RATE, WARM = 9e-5, 0.9, 3e-3, 0.06
SMOOTHED, RISK_SMOOTHED = 0.1, 0.03  # how far from certain the network is taught to be
WEIGHTS = {"intent": 1.0, "matter": 1.0, "nature": 0.7, "risk": 1.0, "harm": 0.5}
RARE = 5  # a label counts for more the rarer it is, but not below this many examples
AT_ONCE = 24  # batches within which texts of like length are put together

Batch = list[tuple[list[int], Example]]


class Tuning:
    """A network, and the examples that it learns from."""

    def __init__(self, source: Path, examples: Sequence[Example], labels: Labels, rounds: int, seed: int = 0) -> None:
        torch.manual_seed(seed)
        self.chance = random.Random(seed)  # noqa: S311  disturbs examples
        self.examples, self.labels, self.rounds = examples, labels, rounds
        self.tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.places = parts(labels.__dict__)
        self.network = Network(load_file(source / "model.safetensors"), sum(map(len, labels.__dict__.values())))
        self.rarity = {kind: self._rarity(kind) for kind in ("intent", "matter", "nature", "risk")}

    def run(self, share: float = 1.0) -> Iterator[str]:
        """Learn at a share of the usual rates; says how it goes after every round."""
        groups = self.network.groups(RATE * share, FALL, LABELS_RATE * share)
        optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        rates = [group["lr"] for group in optimiser.param_groups]
        started, step, steps = time.monotonic(), 0, 0
        for number in range(self.rounds):
            if number == self.rounds - 1:
                self.network.as_kept()
            batches = list(self._batches())
            steps = steps or len(batches) * self.rounds
            lost = 0.0
            for batch in batches:
                for group, rate in zip(optimiser.param_groups, rates, strict=True):
                    group["lr"] = rate * min(1.0, (step + 1) / (WARM * steps)) * max(0.02, 1 - step / steps)
                lost += self._learn(batch, optimiser)
                step += 1
            yield f"round {number + 1}: loss {lost / len(batches):.3f}, {time.monotonic() - started:.0f} s"

    def _learn(self, batch: Batch, optimiser: torch.optim.Optimizer) -> float:
        ids, mask = _padded([pieces for pieces, _ in batch])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.network(ids, mask)
        loss = self._loss(scores.float(), [example for _, example in batch])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        optimiser.step()
        return float(loss.item())

    def _loss(self, scores: Tensor, told: Sequence[Example]) -> Tensor:
        """All labels' losses together; a text without matters (or natures) says nothing about them."""
        risk = torch.tensor([RISKS.index(one.risk) for one in told])
        harm = torch.tensor([float(one.harm) for one in told])
        intents = [{one.intent: 1.0} for one in told]
        losses = {
            "intent": self._shared_loss("intent", scores, intents),
            "matter": self._shared_loss("matter", scores, [one.matter for one in told]),
            "nature": self._shared_loss("nature", scores, [one.nature for one in told]),
            "risk": functional.cross_entropy(
                scores[:, self.places["risk"]], risk, self.rarity["risk"], label_smoothing=RISK_SMOOTHED
            ),
            "harm": functional.binary_cross_entropy_with_logits(scores[:, self.places["harm"]][:, 0], harm),
        }
        return torch.stack([WEIGHTS[kind] * loss for kind, loss in losses.items()]).sum()

    def _shared_loss(self, kind: str, scores: Tensor, wanted: Sequence[object]) -> Tensor:
        """Cross entropy against shares of labels, rare ones weighing more."""
        names = getattr(self.labels, kind)
        shares = torch.tensor([[shared.get(name, 0.0) for name in names] for shared in wanted])  # type: ignore[attr-defined]
        some = shares.sum(1) > 0
        if not some.any():
            return scores.sum() * 0
        shares, guessed = shares[some], functional.log_softmax(scores[some][:, self.places[kind]], -1)
        smooth = shares * (1 - SMOOTHED) + SMOOTHED / len(names)
        weights = (shares * self.rarity[kind]).sum(1)
        return -((smooth * guessed).sum(1) * weights).mean()

    def _rarity(self, kind: str) -> Tensor:
        """A weight a label, by the root of its rarity; one on average over the examples."""
        told = [getattr(one, kind) for one in self.examples]
        counts = Counter(name for names in told for name in ([names] if isinstance(names, str) else names))
        times = torch.tensor([float(max(counts[name], 1)) for name in getattr(self.labels, kind)])
        weights = times.clamp(min=RARE) ** -0.5
        return weights * (times.sum() / (weights * times).sum())

    def _batches(self) -> Iterator[Batch]:
        """One round in batches of like length, in any order."""
        told = [(self._pieces(one.text), one) for one in round_of(self.examples, self.chance)]
        self.chance.shuffle(told)
        batches = []
        for start in range(0, len(told), BATCH * AT_ONCE):
            alike = sorted(told[start : start + BATCH * AT_ONCE], key=lambda one: len(one[0]))
            batches += [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
        self.chance.shuffle(batches)
        yield from batches

    def _pieces(self, text: str) -> list[int]:
        ids: list[int] = self.tokenizer.encode(text).ids
        return ids if len(ids) <= MOST_PIECES else [*ids[: MOST_PIECES - 1], ids[-1]]


def _padded(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, texts))
    ids = torch.tensor([[*pieces, *[1] * (longest - len(pieces))] for pieces in texts])
    return ids, torch.tensor([[1.0] * len(pieces) + [0.0] * (longest - len(pieces)) for pieces in texts])


def keep(tuning: Tuning, source: Path, kept: Path) -> None:
    """Write what was learned exactly, for a tuning that goes on from it."""
    weights = {name: np.ascontiguousarray(value) for name, value in tuning.network.learned().items()}
    kept.mkdir(parents=True, exist_ok=True)
    save_file(weights, kept / "model.safetensors")
    if kept != source:
        shutil.copyfile(source / "tokenizer.json", kept / "tokenizer.json")


def write(tuning: Tuning, kept: Path, out: Path, learned_from: str) -> None:
    """Write what was learned in few bytes, with its labels, as the ear reads it."""
    weights = load_file(kept / "model.safetensors")
    out.mkdir(parents=True, exist_ok=True)
    pack(weights | {"labels.weight": weights["labels.weight"] * SHARPNESS}, kept / "tokenizer.json", out)
    told = {"data": learned_from, "examples": len(tuning.examples), "labels": tuning.labels.__dict__}
    (out / "tuned.json").write_text(json.dumps(told, indent=1) + "\n")


def main() -> None:
    """Tune, keep the exact weights after every round, and write what the ear reads at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="folder with model.safetensors and tokenizer.json to begin with")
    parser.add_argument("kept", type=Path, help="folder for the exact weights, to go on from another time")
    parser.add_argument("--data", type=Path, nargs="+", default=[Path("data/nlu"), Path("data/tuning")])
    parser.add_argument("--out", type=Path, default=Path("models/tuned"))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--share", type=float, default=1.0, help="of the usual rates of learning")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    examples, learned_from = read(*given.data), fingerprint(*given.data)
    tuning = Tuning(given.source, examples, Labels.of(examples), given.rounds)
    for told in tuning.run(given.share):
        print(told, flush=True)
        keep(tuning, given.source, given.kept)
    write(tuning, given.kept, given.out, learned_from)


if __name__ == "__main__":
    main()
