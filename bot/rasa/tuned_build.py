"""Write the tuned encoder as ONNX: the published graph with our layers, and one more multiplication for the labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

from bot.rasa import encoder_build

READING = ("labels.weight", "labels.bias")


def write(learned: Path, path: Path) -> Path:
    """Write the ONNX file for what was learned; its output `labels` [sentences, labels] holds the scores.

    Raises WrongWeights when the package with the published weights is missing or changed.
    """
    layers = {name: value.astype(np.float32) for name, value in load_file(learned).items()}
    reading = {name: layers.pop(name) for name in READING}
    published = load_file(encoder_build._source() / "model.safetensors")
    model = encoder_build.graph_of(published | layers)
    graph = model.graph
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in reading.items())
    # Gemm, not MatMul: the quantiser leaves it alone, and the lines for danger lie on exact scores.
    graph.node.append(helper.make_node("Gemm", ["vectors", *READING], ["labels"], transB=1))
    width = reading["labels.bias"].shape[0]
    graph.output.append(helper.make_tensor_value_info("labels", TensorProto.FLOAT, ["sentences", width]))
    encoder_build._write_quantised(model, path)
    return path
