"""The comparison: what a plain Rasa project, trained on the same data, makes of the same messages.

It is trained and asked in its own environment; tests/understanding/plain_rasa.py is what runs there.
"""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.settings import ROOT
from tests.understanding.examples import DATA, NLU, TUNING, training
from tests.understanding.figures import Heard

ENVIRONMENT = ROOT / ".plain"
OWN = 300  # of its own examples it is asked too: whether it has learned what it was taught
DANGER = "disclose_risk"  # the intent that stands for risk where there is nothing else


@dataclass(frozen=True)
class Plain:
    """What the plain project heard of each text, and how it was trained."""

    heard: tuple[Heard, ...]
    rounds: int
    minutes: float  # of training
    learned: float  # the share of its own examples whose intent it hears
    milliseconds: float  # of one message, at the median


class NoComparison(Exception):
    """The plain project could not be trained or asked; the message says why."""


def plain(texts: Sequence[str], rounds: int, environment: Path = ENVIRONMENT) -> Plain:
    """Train it on all our examples for so many rounds, and ask it for every text. Raises NoComparison.

    A model that was trained before from the very same data, pipeline and rounds is taken up again.
    """
    if not (environment / ".made").is_file():
        raise NoComparison("the environment with TensorFlow could not be made; `make evaluate` said why")
    known = training(NLU, TUNING)
    own = random.Random(0).sample(known, min(OWN, len(known)))
    told = _asked([*texts, *(one.text for one in own)], rounds, environment)
    intents = told["intents"]
    right = sum(one.intent == intent for one, intent in zip(own, intents[len(texts) :], strict=True))
    heard = tuple(_heard(intent) for intent in intents[: len(texts)])
    return Plain(heard, rounds, told["seconds"] / 60, right / len(own), told["milliseconds"])


def _asked(texts: Sequence[str], rounds: int, environment: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "texts.json"), Path(folder, "heard.json")
        asked.write_text(json.dumps(list(texts)), encoding="utf-8")
        run = [environment / "bin" / "python", "-m", "tests.understanding.plain_rasa", "--rounds", rounds]
        command = [str(part) for part in (*run, DATA, environment / "models", asked, answered)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if ended.returncode:
            raise NoComparison(f"it failed: {(ended.stderr.strip().splitlines() or ['it said nothing'])[-1]}")
        told: dict[str, Any] = json.loads(answered.read_text(encoding="utf-8"))
        return told


def _heard(intent: str) -> Heard:
    """Matters and natures are out of its reach, and danger is only what it takes for a disclosure."""
    return Heard(intent, (), (), "at_risk" if intent == DANGER else "none", False)
