"""A plain Rasa project, trained on our data: the pipeline that `rasa init` writes, with nothing of ours.

Runs in an environment of its own, which has TensorFlow (`make evaluate` makes it in .plain/), so it imports nothing of
the assistant's: `.plain/bin/python -m tests.understanding.plain_rasa --rounds N DATA KEPT TEXTS HEARD` trains on the
folder DATA (or takes up the model in the folder KEPT, when it was trained from just the same), reads a JSON list of
texts from TEXTS, and writes to HEARD what was made of each.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

CONFIG = """
recipe: default.v1
language: en
assistant_id: plain
pipeline:
- name: WhitespaceTokenizer
- name: LexicalSyntacticFeaturizer
- name: CountVectorsFeaturizer
- name: CountVectorsFeaturizer
  analyzer: char_wb
  min_ngram: 1
  max_ngram: 4
- name: DIETClassifier
  epochs: {rounds}
  random_seed: 1
  constrain_similarities: true
"""


def main() -> None:
    """Train, parse every text, write intents and times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, required=True, help="DIET's epochs")
    for name in ("data", "kept", "texts", "heard"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    _quiet()
    model = trained(given.data, given.kept, CONFIG.format(rounds=given.rounds))
    told = json.loads(model.with_suffix(".json").read_text("utf-8"))
    heard = parse(model, json.loads(given.texts.read_text("utf-8")))
    given.heard.write_text(json.dumps({**told, **heard}), encoding="utf-8")


def trained(data: Path, kept: Path, config: str) -> Path:
    """The model trained from this data with this configuration; beside it, how many seconds that took."""
    total = hashlib.sha256(config.encode())
    for path in sorted(data.rglob("*.yml")):
        total.update(path.read_bytes())
    model = kept / f"{total.hexdigest()[:16]}.tar.gz"
    if not model.with_suffix(".json").is_file():
        kept.mkdir(exist_ok=True)
        written = kept / "config.yml"
        written.write_text(config, encoding="utf-8")
        _train(written, data, model)
    return model


def _train(config: Path, data: Path, model: Path) -> None:
    from rasa.model_training import train_nlu

    started = time.monotonic()
    train_nlu(str(config), str(data), str(model.parent), fixed_model_name=model.name)
    seconds = time.monotonic() - started
    model.with_suffix(".json").write_text(json.dumps({"seconds": seconds}), encoding="utf-8")


def parse(model: Path, texts: Sequence[str]) -> dict[str, Any]:
    """The intent of each text, and the median milliseconds of one."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))

    async def heard() -> list[tuple[str, float]]:
        found = []
        for text in texts:
            started = time.perf_counter()
            parsed = await agent.parse_message(text)
            found.append((str(parsed["intent"]["name"]), 1000 * (time.perf_counter() - started)))
        return found

    found = asyncio.run(heard())
    return {"intents": [intent for intent, _ in found], "milliseconds": statistics.median(took for _, took in found)}


def _quiet() -> None:
    """Rasa would report to its makers, and write every message into its log."""
    os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "LOG_LEVEL": "ERROR"}
    import logging

    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


if __name__ == "__main__":
    main()
