"""Write the tuned encoder as one ONNX file, which onnxruntime reads.

The graph is written by hand, as neither PyTorch nor TensorFlow is installed: words and places, six layers, the mean
over the words, and the labels read from it. The wide multiplications are done in eight bits a channel, which takes a
third of the time; models/README.md has the figures.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from bot.rasa.encoder_pack import unpack
from bot.rasa.encoder_shape import (
    EPSILON,
    FIRST_PLACE,
    HEAD_WIDTH,
    HEADS,
    LAYERS,
    MOST_PIECES,
    WIDTH,
    Weights,
    buckets,
)

READING = ("labels.weight", "labels.bias")


def write(kept: Path, path: Path) -> Path:
    """Write the ONNX file for what lies packed in `kept`.

    Its input is `ids` [1, pieces]; its outputs are `vector` [1, 768], of length one, and `labels` [1, labels].
    """
    with tempfile.TemporaryDirectory() as draft:
        plain = Path(draft) / "fp32.onnx"
        onnx.save(graph_of(unpack(kept)), str(plain))
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,  # seven bits: the same on processors whose eight-bit sums overflow
            weight_type=QuantType.QInt8,
        )
    return path


def graph_of(weights: Weights) -> onnx.ModelProto:
    """The whole encoder as an ONNX model. One text at a time, so that nothing is padded."""
    graph = _Graph()
    hidden, pieces = _words_and_places(graph, weights)
    leaning = _leaning(graph, weights, pieces)
    for layer in range(LAYERS):
        hidden = _layer(graph, weights, f"encoder.layer.{layer}.", hidden, leaning)
    mean = graph.node("ReduceMean", hidden, axes=[1], keepdims=0)
    graph.node("LpNormalization", mean, output="vector", axis=-1, p=2)
    weight, bias = (graph.constant(name, weights[name]) for name in READING)
    # Gemm, not MatMul: the quantiser leaves it alone, and the lines for danger lie on exact scores.
    graph.node("Gemm", "vector", weight, bias, output="labels", transB=1)
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"])
    widths = {"vector": WIDTH, "labels": len(weights["labels.bias"])}
    outs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, width]) for name, width in widths.items()]
    made = helper.make_graph(graph.nodes, "sentence-encoder", [ids], outs, graph.initializers)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


class _Graph:
    """Nodes and constants as they are added; every node's output gets the next free name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def node(self, kind: str, *inputs: str, output: str | None = None, **attributes: Any) -> str:
        output = output or f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **attributes))
        return output

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        if all(name != known.name for known in self.initializers):
            self.initializers.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def scalar(self, name: str, value: float) -> str:
        return self.constant(name, np.array(value, dtype=np.float32))

    def normalised(self, weights: Weights, name: str, value: str) -> str:
        scale = self.constant(f"{name}.weight", weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        return self.node("LayerNormalization", value, scale, bias, axis=-1, epsilon=EPSILON)

    def linear(self, name: str, value: str, weight: npt.NDArray[np.float32], bias: npt.NDArray[np.float32]) -> str:
        product = self.node("MatMul", value, self.constant(f"{name}.weight", weight.T))
        return self.node("Add", product, self.constant(f"{name}.bias", bias))

    def dense(self, weights: Weights, name: str, value: str) -> str:
        return self.linear(name, value, weights[f"{name}.weight"], weights[f"{name}.bias"])


def _words_and_places(graph: _Graph, weights: Weights) -> tuple[str, str]:
    """Word and position vectors added up, and how many pieces there are. The word table is kept in 16 bits."""
    words = graph.constant("words", weights["embeddings.word_embeddings.weight"].astype(np.float16))
    word = graph.node("Cast", graph.node("Gather", words, "ids"), to=TensorProto.FLOAT)
    pieces = graph.node("Gather", graph.node("Shape", "ids"), graph.constant("second", np.array([1])))
    start, axis = graph.constant("start", np.array([0])), graph.constant("axis", np.array([0]))
    table = weights["embeddings.position_embeddings.weight"][FIRST_PLACE : FIRST_PLACE + MOST_PIECES]
    place = graph.node("Slice", graph.constant("places", table), start, pieces, axis)
    return graph.normalised(weights, "embeddings.LayerNorm", graph.node("Add", word, place)), pieces


def _leaning(graph: _Graph, weights: Weights, pieces: str) -> str:
    """How much each head leans from each word towards each other one by their distance, [1, heads, pieces, pieces]."""
    table = weights["encoder.relative_attention_bias.weight"][buckets(MOST_PIECES)].transpose(2, 0, 1)[None]
    starts, axes = graph.constant("corner", np.array([0, 0])), graph.constant("both", np.array([2, 3]))
    ends = graph.node("Concat", pieces, pieces, axis=0)
    return graph.node("Slice", graph.constant("leaning", table.astype(np.float32)), starts, ends, axes)


def _layer(graph: _Graph, weights: Weights, at: str, hidden: str, leaning: str) -> str:
    """One transformer layer: attention, then the two wide multiplications, each added to what came in."""
    attended = graph.dense(weights, f"{at}attention.attn.o", _attention(graph, weights, at, hidden, leaning))
    hidden = graph.normalised(weights, f"{at}attention.LayerNorm", graph.node("Add", attended, hidden))
    wide = _gelu(graph, graph.dense(weights, f"{at}intermediate.dense", hidden))
    narrow = graph.dense(weights, f"{at}output.dense", wide)
    return graph.normalised(weights, f"{at}output.LayerNorm", graph.node("Add", narrow, hidden))


def _attention(graph: _Graph, weights: Weights, at: str, hidden: str, leaning: str) -> str:
    """Twelve heads at once. Query, key and value are one multiplication, and the query's scale is in its weights."""
    parts = [f"{at}attention.attn.{part}" for part in ("q", "k", "v")]
    scales = (HEAD_WIDTH**-0.5, 1.0, 1.0)
    weight = np.concatenate([weights[f"{p}.weight"] * np.float32(s) for p, s in zip(parts, scales, strict=True)])
    bias = np.concatenate([weights[f"{p}.bias"] * np.float32(s) for p, s in zip(parts, scales, strict=True)])
    together = graph.linear(f"{at}attention.attn", hidden, weight, bias)
    heads = graph.node("Reshape", together, graph.constant("as_heads", np.array([0, 0, 3, HEADS, HEAD_WIDTH])))
    query, key, value = (graph.node("Gather", heads, graph.constant(f"part{i}", np.array(i)), axis=2) for i in range(3))
    query, value = (graph.node("Transpose", part, perm=[0, 2, 1, 3]) for part in (query, value))
    scores = graph.node("MatMul", query, graph.node("Transpose", key, perm=[0, 2, 3, 1]))
    shares = graph.node("Softmax", graph.node("Add", scores, leaning), axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", shares, value), perm=[0, 2, 1, 3])
    return graph.node("Reshape", mixed, graph.constant("as_one", np.array([0, 0, WIDTH])))


def _gelu(graph: _Graph, value: str) -> str:
    """x/2 * (1 + erf(x / sqrt 2)), in the shape that onnxruntime knows and runs as one operation."""
    bent = graph.node("Erf", graph.node("Div", value, graph.scalar("sqrt_two", 2**0.5)))
    return graph.node(
        "Mul", graph.node("Mul", value, graph.node("Add", bent, graph.scalar("one", 1.0))), graph.scalar("half", 0.5)
    )
