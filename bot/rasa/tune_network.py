"""The encoder as a network that can learn, in PyTorch, which only tuning needs. Its weights keep their published names.

The word table stays as it was published: it is by far the largest part, and words that our examples do not have
would be left behind if those that they do have moved.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

LAYERS, HEADS, WIDTH, INNER = 6, 12, 384, 1536
EPSILON = 1e-12
FAR_BELOW = -10_000.0
DROPPED = 0.1
SHARPNESS = 12.0  # what a vector of length one is multiplied by before the labels are read from it

Arrays = dict[str, npt.NDArray[np.float32]]
_PARTS = {  # ours: the published name
    "out": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "done": "output.LayerNorm",
}


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attended, self.done = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, hidden: Tensor, padding: Tensor) -> Tensor:
        """Words in, words out, both [texts, pieces, 384]."""
        query, key, value = (self._heads(part(hidden)) for part in (self.query, self.key, self.value))
        dropped = DROPPED if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=padding, dropout_p=dropped)
        together = mixed.transpose(1, 2).reshape(hidden.shape)
        hidden = self.attended(hidden + self.drop(self.out(together)))
        return self.done(hidden + self.drop(self.narrow(functional.gelu(self.wide(hidden)))))

    def named(self, number: int) -> dict[str, nn.Module]:
        """Its parts by their published names."""
        at = f"encoder.layer.{number}."
        attention = {f"{at}attention.self.{name}": getattr(self, name) for name in ("query", "key", "value")}
        return attention | {at + published: getattr(self, ours) for ours, published in _PARTS.items()}

    @staticmethod
    def _heads(value: Tensor) -> Tensor:
        texts, pieces, _ = value.shape
        return value.view(texts, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)


class Network(nn.Module):
    """The encoder, and one linear reading of all labels from its vector."""

    def __init__(self, published: Mapping[str, npt.NDArray[np.float32]], labels: int) -> None:
        super().__init__()
        weights = {name: torch.from_numpy(np.array(value)) for name, value in published.items()}
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self.register_buffer("places", places, persistent=False)
        self.first = nn.LayerNorm(WIDTH, EPSILON)
        self.drop, self.layers = nn.Dropout(DROPPED), nn.ModuleList(Layer() for _ in range(LAYERS))
        self.labels = nn.Linear(WIDTH, labels)
        for name, module in self._named().items():
            module.load_state_dict({part: weights[f"{name}.{part}"] for part in ("weight", "bias")})

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The labels' scores, [texts, labels]."""
        hidden = self.drop(self.first(self.words(ids) + self.places[: ids.shape[1]]))
        padding = ((1 - mask) * FAR_BELOW)[:, None, None, :].to(hidden.dtype)
        for layer in self.layers:
            hidden = layer(hidden, padding)
        present = mask.unsqueeze(-1)
        mean = (hidden.float() * present).sum(1) / present.sum(1)
        return self.labels(self.drop(functional.normalize(mean, dim=-1) * SHARPNESS))

    def groups(self, rate: float, fall: float, labels_rate: float) -> list[dict[str, object]]:
        """Parameters with their rates of learning: each layer learns `fall` times as fast as the one above it."""
        layers = [
            {"params": list(layer.parameters()), "lr": rate * fall ** (LAYERS - 1 - number)}
            for number, layer in enumerate(self.layers)
        ]
        first = {"params": list(self.first.parameters()), "lr": rate * fall**LAYERS}
        return [*layers, first, {"params": list(self.labels.parameters()), "lr": labels_rate}]

    def learned(self) -> Arrays:
        """What tuning changed, by published names; and `labels.weight` and `labels.bias` for a vector of length one."""
        found = {
            f"{name}.{part}": getattr(module, part).detach().numpy()
            for name, module in self._named().items()
            for part in ("weight", "bias")
        }
        reading = {"labels.weight": self.labels.weight * SHARPNESS, "labels.bias": self.labels.bias}
        return found | {name: value.detach().numpy() for name, value in reading.items()}

    def _named(self) -> dict[str, nn.Module]:
        named: dict[str, nn.Module] = {"embeddings.LayerNorm": self.first}
        for number, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            named |= layer.named(number)
        return named
