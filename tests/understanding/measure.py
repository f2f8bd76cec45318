"""Measures the trained assistant and writes docs/understanding.md: `make evaluate`.

`python -m tests.understanding.measure [--model FILE] [--rounds N]`. Every message goes through Rasa's own parse. The
sets were written apart from the training data, from nothing but the labels' definitions and a persona.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog

from bot.rasa import server
from bot.settings import ROOT
from tests.understanding import comparison, personal
from tests.understanding.cross_validation import cross_validate
from tests.understanding.data_check import shared_short
from tests.understanding.examples import NLU, SETS, TUNING, measured, readings, training, written
from tests.understanding.figures import Heard, Pair, Written
from tests.understanding.groups import behind, kinds_of, persona
from tests.understanding.page import NO_EXAM, Measured, Told, page, summary
from tests.understanding.readings import SAME, agreement

HERE = Path(__file__).parent
MODEL = ROOT / "models" / "have-your-say.tar.gz"
PAGE = ROOT / "docs" / "understanding.md"
APPROACHES = HERE / "approaches.md"
ROUNDS = 1  # DIET's epochs: each takes twelve minutes, and the page says how much it has learned by the last


def hear(texts: Sequence[str], model: Path) -> tuple[list[Heard], float]:
    """What the trained model makes of each text, and the median milliseconds of one."""
    server.import_rasa()
    # Rasa would write every message into its log.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))

    async def parsed() -> list[tuple[Heard, float]]:
        found = []
        for text in texts:
            started = time.perf_counter()
            reply = await agent.parse_message(text)
            found.append((Heard.of(reply), 1000 * (time.perf_counter() - started)))
        return found

    heard = asyncio.run(parsed())
    return [one for one, _ in heard], statistics.median(took for _, took in heard)


def main() -> None:
    """Measure, write the page, print what comes first in it and what is to be looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="epochs of the plain project that is compared with")
    given = parser.parse_args()
    told = measure(given.model, given.rounds)
    PAGE.write_text(page(told), encoding="utf-8")
    print("\n".join(summary(told)))
    print(f"median {told.milliseconds:.1f} ms; the whole page is {PAGE.relative_to(ROOT)}")
    for warning in warnings(told):
        print(f"*** {warning}", file=sys.stderr)


def measure(model: Path, rounds: int) -> Told:
    """Everything that the page tells."""
    known, sets = training(NLU, TUNING), {name: told for name in SETS if (told := written(name))}
    texts = [one.text for told in sets.values() for one in told]
    heard, milliseconds = hear(texts, model)
    plain = _plain(texts, rounds)
    theirs = iter(plain.heard) if isinstance(plain, comparison.Plain) else None
    ours, found = iter(heard), []
    for name, told in sets.items():
        shared = len(shared_short(known, measured(name)))
        found.append(Measured(name, _pairs(told, ours), theirs and _pairs(told, theirs), shared))
    approaches = APPROACHES.read_text("utf-8").strip()
    return Told(found, milliseconds, plain, cross_validate(training(NLU)), personal.tables(), approaches, _agreement())


def _agreement() -> dict[str, list[float]]:
    """How far the exam's readers agree, each pair of them in turn."""
    given = readings()
    pairs = [agreement(given, *pair) for pair in ((0, 1), (0, 2), (1, 2))]
    return {name: [pair[name] for pair in pairs] for name in SAME}


def _plain(texts: Sequence[str], rounds: int) -> comparison.Plain | str:
    """What the plain project heard, or why it could not be asked."""
    print(f"Asking a plain Rasa, trained for {rounds} x 12 minutes or so if it was not before.", flush=True)
    try:
        return comparison.plain(texts, rounds)
    except comparison.NoComparison as why:
        return str(why)


def _pairs(told: Sequence[Written], heard: Iterator[Heard]) -> list[Pair]:
    """Each message with what was heard of it; takes as many from `heard`."""
    return [(one, next(heard)) for one in told]


def warnings(told: Told) -> list[str]:
    """What is not to be overlooked: no exam, no comparison, groups that are understood worse."""
    found = [] if any(one.name == "exam" for one in told.sets) else [NO_EXAM]
    if isinstance(told.plain, str):
        found.append(f"NO COMPARISON WITH A PLAIN RASA PROJECT: {told.plain}.")
    for one in told.sets:
        worse = [line for kind in (kinds_of(one.pairs), persona) for line in behind(one.pairs, kind)]
        found += [f"understood worse, {one.name} set: {line}" for line in worse]
    return found


if __name__ == "__main__":
    main()
