"""The encoder as a network that can learn, in PyTorch, which only tuning needs. Its weights keep their published names.

It is the lower half of all-mpnet-base-v2 (Apache-2.0): six of twelve layers, which for telling labels apart lose
little of the whole and take half its time. The word table stays as it was published: words that our examples do not
have would be left behind if those that they do have moved.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import parametrize

from bot.rasa.encoder_pack import LEAST_SCALE, RUN, STEPS
from bot.rasa.encoder_shape import (
    EPSILON,
    FAR_BELOW,
    FIRST_PLACE,
    HEADS,
    INNER,
    LAYERS,
    WIDTH,
    Arrays,
    Weights,
    buckets,
)

DROPPED = 0.1
SHARPNESS = 12.0  # what a vector of length one is multiplied by before the labels are read from it
_PARTS = {  # ours: the published name
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "out": "attention.attn.o",
    "attended": "attention.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "done": "output.LayerNorm",
}


class AsKept(nn.Module):
    """A table of weights as it will be kept: its rounding is not learned through, so the weights behind it move on."""

    def forward(self, weight: Tensor) -> Tensor:
        """The rounded weights, in the shape of `weight`."""
        runs = weight.detach().view(-1, RUN)
        scale = (runs.abs().amax(1, keepdim=True) / STEPS).clamp(min=LEAST_SCALE).half().float()
        kept = (runs / scale).round_().clamp_(-STEPS, STEPS).mul_(scale).view(weight.shape)
        return weight + (kept - weight.detach())


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attended, self.done = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, hidden: Tensor, leaning: Tensor) -> Tensor:
        """Words in, words out, both [texts, pieces, 768]; `leaning` [texts, 12, pieces, pieces] adds to scores."""
        query, key, value = (self._heads(part(hidden)) for part in (self.query, self.key, self.value))
        mixed = functional.scaled_dot_product_attention(query, key, value, leaning.to(query.dtype))
        together = mixed.transpose(1, 2).reshape(hidden.shape)
        hidden = self.attended(hidden + self.drop(self.out(together)))
        return self.done(hidden + self.drop(self.narrow(functional.gelu(self.wide(hidden)))))

    def named(self, number: int) -> dict[str, nn.Module]:
        """Its parts by their published names."""
        return {f"encoder.layer.{number}.{published}": getattr(self, ours) for ours, published in _PARTS.items()}

    @staticmethod
    def _heads(value: Tensor) -> Tensor:
        texts, pieces, _ = value.shape
        return value.view(texts, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)


class Network(nn.Module):
    """The encoder, and one linear reading of all labels from its vector."""

    def __init__(self, published: Weights, labels: int) -> None:
        super().__init__()
        weights = {name: torch.from_numpy(np.array(value)) for name, value in published.items()}
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        places = weights["embeddings.position_embeddings.weight"][FIRST_PLACE:]
        self.register_buffer("places", places, persistent=False)
        self.register_buffer("near", weights["encoder.relative_attention_bias.weight"], persistent=False)
        self.first = nn.LayerNorm(WIDTH, EPSILON)
        self.drop, self.layers = nn.Dropout(DROPPED), nn.ModuleList(Layer() for _ in range(LAYERS))
        self.labels = nn.Linear(WIDTH, labels)
        for name, module in self._named().items():
            module.load_state_dict({part: weights[f"{name}.{part}"] for part in ("weight", "bias")})
        if weights.get("labels.bias", torch.empty(0)).shape == self.labels.bias.shape:
            self.labels.load_state_dict({part: weights[f"labels.{part}"] for part in ("weight", "bias")})

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The labels' scores, [texts, labels]."""
        pieces = ids.shape[1]
        hidden = self.drop(self.first(self.words(ids) + self.places[:pieces]))
        leaning = self.near[torch.from_numpy(buckets(pieces))].permute(2, 0, 1).unsqueeze(0)
        leaning = leaning + ((1 - mask) * FAR_BELOW)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, leaning)
        present = mask.unsqueeze(-1)
        mean = (hidden.float() * present).sum(1) / present.sum(1)
        return self.labels(self.drop(functional.normalize(mean, dim=-1) * SHARPNESS))

    def as_kept(self) -> None:
        """From now on read with the layers' weights rounded as they are kept, so that learning makes up for it."""
        for module in self.layers.modules():
            if isinstance(module, nn.Linear):
                parametrize.register_parametrization(module, "weight", AsKept())

    def groups(self, rate: float, fall: float, labels_rate: float) -> list[dict[str, object]]:
        """Parameters with their rates of learning: each layer learns `fall` times as fast as the one above it."""
        layers = [
            {"params": list(layer.parameters()), "lr": rate * fall ** (LAYERS - 1 - number)}
            for number, layer in enumerate(self.layers)
        ]
        first = {"params": list(self.first.parameters()), "lr": rate * fall**LAYERS}
        return [*layers, first, {"params": list(self.labels.parameters()), "lr": labels_rate}]

    def learned(self) -> Arrays:
        """Everything that reading takes, by published names, and the labels' reading as tuning goes on from it."""
        found = {
            f"{name}.{part}": getattr(module, part).detach().numpy()
            for name, module in (self._named() | {"labels": self.labels}).items()
            for part in ("weight", "bias")
        }
        return found | {
            "embeddings.word_embeddings.weight": self.words.weight.numpy(),
            "embeddings.position_embeddings.weight": functional.pad(self.places, (0, 0, FIRST_PLACE, 0)).numpy(),
            "encoder.relative_attention_bias.weight": self.near.numpy(),
        }

    def _named(self) -> dict[str, nn.Module]:
        named: dict[str, nn.Module] = {"embeddings.LayerNorm": self.first}
        for number, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            named |= layer.named(number)
        return named
