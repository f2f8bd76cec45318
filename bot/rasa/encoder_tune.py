"""Tune the sentence encoder on our own examples: every label learned at once, so that each helps the others.

`make tune` runs it in an environment of its own, as PyTorch is needed for nothing else. It writes models/tuned/, which
`make train` takes up. Half an hour on two cores: first on most examples, to choose where lines lie on the others by
what a network that never saw them says; then it goes on with all of them.
"""

from __future__ import annotations

import argparse
import json
import random
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

from bot.rasa.tune_examples import RISKS, Example, Labels, fingerprint, held_out, read, round_of
from bot.rasa.tune_network import Network
from bot.rasa.tuned_lines import Floats, choose, parts

ROUNDS, BATCH, MOST_PIECES = 6, 32, 96
RATE, FALL, LABELS_RATE, WARM = 1.8e-4, 0.9, 3e-3, 0.06
GENTLER = 0.7  # of these rates, when all examples follow
SMOOTHED, RISK_SMOOTHED = 0.1, 0.03  # how far from certain the network is taught to be
WEIGHTS = {"intent": 1.0, "matter": 1.0, "nature": 0.7, "risk": 1.0, "harm": 0.5}
RARE = 5  # a label counts for more the rarer it is, but not below this many examples
AT_ONCE = 24  # batches within which texts of like length are put together

Batch = list[tuple[list[int], Example]]


class Tuning:
    """A network, and the examples that it learns from; a run ends by rounds or by the clock."""

    def __init__(
        self, source: Path, examples: Sequence[Example], labels: Labels, minutes: float, seed: int = 0
    ) -> None:
        torch.manual_seed(seed)
        self.chance = random.Random(seed)  # noqa: S311  disturbs examples
        self.examples, self.labels, self.seconds = examples, labels, 60 * minutes
        self.tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.places = parts(labels.__dict__)
        self.network = Network(load_file(source / "model.safetensors"), sum(map(len, labels.__dict__.values())))
        self.rarity = {kind: self._rarity(kind) for kind in ("intent", "matter", "nature", "risk")}

    def run(self, share: float = 1.0) -> None:
        """Learn at a share of the usual rates, and say how it goes after every round."""
        groups = self.network.groups(RATE * share, FALL, LABELS_RATE * share)
        optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        rates = [group["lr"] for group in optimiser.param_groups]
        started, step, steps = time.monotonic(), 0, 0
        for number in range(ROUNDS):
            batches = list(self._batches())
            steps = steps or len(batches) * ROUNDS
            lost = 0.0
            for batch in batches:
                done = max(step / steps, (time.monotonic() - started) / self.seconds)
                if done >= 1:
                    return
                for group, rate in zip(optimiser.param_groups, rates, strict=True):
                    group["lr"] = rate * min(1.0, (step + 1) / (WARM * steps)) * max(0.02, 1 - done)
                lost += self._learn(batch, optimiser)
                step += 1
            print(f"round {number + 1}: {lost / len(batches):.3f} {time.monotonic() - started:.0f} s", flush=True)

    def scores(self, texts: Sequence[str]) -> Floats:
        """The labels' scores of texts, [texts, labels]."""
        self.network.eval()
        with torch.no_grad():
            found = [self.network(*_padded([self._pieces(text)])).numpy()[0] for text in texts]
        self.network.train()
        return np.array(found, dtype=np.float32)

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
        told = [(self._pieces(one.text, MOST_PIECES), one) for one in round_of(self.examples, self.chance)]
        self.chance.shuffle(told)
        batches = []
        for start in range(0, len(told), BATCH * AT_ONCE):
            alike = sorted(told[start : start + BATCH * AT_ONCE], key=lambda one: len(one[0]))
            batches += [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
        self.chance.shuffle(batches)
        yield from batches

    def _pieces(self, text: str, most: int = 192) -> list[int]:
        ids: list[int] = self.tokenizer.encode(text).ids
        return ids if len(ids) <= most else [*ids[: most - 1], ids[-1]]


def _padded(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, texts))
    ids = torch.tensor([[*pieces, *[0] * (longest - len(pieces))] for pieces in texts])
    return ids, torch.tensor([[1.0] * len(pieces) + [0.0] * (longest - len(pieces)) for pieces in texts])


def tuned(
    source: Path, examples: Sequence[Example], labels: Labels, minutes: float
) -> tuple[Tuning, dict[str, object]]:
    """Tune on most examples, choose the lines on the others, and go on with all."""
    out = held_out(examples)
    others = [one for one, left in zip(examples, out, strict=True) if left]
    tuning = Tuning(source, [one for one, left in zip(examples, out, strict=True) if not left], labels, minutes)
    tuning.run()
    lines = choose(tuning.scores([one.text for one in others]), others, labels.__dict__)
    tuning.examples = examples
    tuning.run(GENTLER)
    return tuning, lines


def main() -> None:
    """Tune, and write what was learned, the lines, and what it was learned from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="folder with the published model.safetensors and tokenizer.json")
    parser.add_argument("--data", type=Path, default=Path("data/nlu"))
    parser.add_argument("--out", type=Path, default=Path("models/tuned"))
    parser.add_argument("--minutes", type=float, default=14.0, help="of each of the two runs, at most")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    examples, learned_from = read(given.data), fingerprint(given.data)
    tuning, lines = tuned(given.source, examples, Labels.of(examples), given.minutes)
    given.out.mkdir(parents=True, exist_ok=True)
    halved = {name: np.ascontiguousarray(value, dtype=np.float16) for name, value in tuning.network.learned().items()}
    save_file(halved, given.out / "layers.safetensors")
    told = {"data": learned_from, "examples": len(examples), "labels": tuning.labels.__dict__, "lines": lines}
    (given.out / "tuned.json").write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
