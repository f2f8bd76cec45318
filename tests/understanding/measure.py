"""Measures the trained assistant through Rasa's own parse; writes docs/understanding.md.

`python -m tests.understanding.measure [--model FILE]`. The examination set was written apart from the training data,
from nothing but the labels' definitions and a persona; nobody who builds reads it, and nothing is chosen on it. The
development set was written in the same way earlier; it may be looked at, and lines are chosen on it. Nothing is trained
on either.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import structlog

from bot.rasa import server
from bot.settings import ROOT
from tests.understanding.figures import (
    Figure,
    Heard,
    Pair,
    Written,
    alarmed,
    confusions,
    first_matter_fair,
    matter_confusions,
    missed,
    recall,
    table,
)

HERE = Path(__file__).parent
MODEL = ROOT / "models" / "have-your-say.tar.gz"
PAGE = ROOT / "docs" / "understanding.md"
APPROACHES = HERE / "approaches.md"
SHOWN = 25  # confusions listed


def messages(name: str, folder: Path = HERE) -> list[Written]:
    """The set of this name, "exam" or "development", every file of it."""
    paths = sorted(folder.glob(f"{name}_*.jsonl"))
    return [Written.of(json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines()]


def hear(written: Sequence[Written], model: Path) -> tuple[list[Pair], float]:
    """What the trained model makes of each message, and the median milliseconds of one."""
    server.import_rasa()
    # Rasa would write every message into its log.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))

    async def parsed() -> list[tuple[Pair, float]]:
        found = []
        for one in written:
            started = time.perf_counter()
            reply = await agent.parse_message(one.text)
            found.append(((one, Heard.of(reply)), 1000 * (time.perf_counter() - started)))
        return found

    pairs = asyncio.run(parsed())
    return [pair for pair, _ in pairs], statistics.median(took for _, took in pairs)


def page(pairs: Sequence[Pair], milliseconds: float, developed: Sequence[Pair]) -> str:
    """docs/understanding.md."""
    return "\n".join(
        [
            "# How well it understands",
            "",
            "Written by `python -m tests.understanding.measure`: do not edit. Measured through the trained assistant",
            f"on {len(pairs)} messages written apart from the training data, which nobody who builds has read. A "
            f"message takes {milliseconds:.1f} ms at the median.",
            "",
            *_lines("figure", table(pairs), bars=True),
            "",
            f"The development set, {len(developed)} messages that lines were chosen on:",
            "",
            *_lines("figure", table(developed), bars=True),
            "",
            APPROACHES.read_text("utf-8").strip(),
            "",
            "## By persona",
            "",
            "Intents, worst understood first.",
            "",
            *_lines("persona", recall(pairs, lambda w: w.persona, lambda w, h: h.intent in (w.intent, *w.also))),
            "",
            "## By intent",
            "",
            *_lines("intent", recall(pairs, lambda w: w.intent, lambda w, h: h.intent == w.intent)),
            "",
            "## By matter",
            "",
            "First matter fair.",
            "",
            *_lines("matter", recall([p for p in pairs if p[0].matter], lambda w: w.matter[0], first_matter_fair)),
            "",
            "## Confusions that hurt",
            "",
            *(f"- {a} heard as {b}: {times}" for a, b, times in confusions(pairs)[:SHOWN]),
            "",
            "Matters:",
            "",
            *(f"- {a} heard as {b}: {times}" for a, b, times in matter_confusions(pairs)[:SHOWN]),
            "",
            "## Dangers missed",
            "",
            "Those of the development set; the examination's are counted above and stay unread, for another time.",
            "",
            *([f"- ({one.risk}) {' '.join(one.text.split())}" for one in missed(developed)] or ["None."]),
            "",
            f"False alarms by persona: {_alarms(pairs)}",
            "",
        ]
    )


def _lines(first: str, figures: Sequence[Figure], bars: bool = False) -> list[str]:
    head = f"| {first} | share | of |" + (" bar | |" if bars else "")
    rows = [f"| {one.name} | {one.share:.3f} | {one.of} |" + (_bar(one) if bars else "") for one in figures]
    return [head, "|---|---:|---:|" + ("---|---|" if bars else ""), *rows]


def _bar(one: Figure) -> str:
    return f" {'≤' if one.at_most else '≥'} {one.bar:.2f} | {'reached' if one.reached else '**not yet**'} |"


def _alarms(pairs: Sequence[Pair]) -> str:
    quiet = [pair for pair in pairs if pair[0].risk == "none"]
    worst = [one for one in reversed(recall(quiet, lambda w: w.persona, alarmed)) if one.right]
    return "; ".join(f"{one.name.split(':')[0]} {one.right} of {one.of}" for one in worst) or "none"


def main() -> None:
    """Measure, print the table, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    model = parser.parse_args().model
    pairs, milliseconds = hear(messages("exam"), model)
    developed, _ = hear(messages("development"), model)
    PAGE.write_text(page(pairs, milliseconds, developed), encoding="utf-8")
    print("\n".join(_lines("figure", table(pairs), bars=True)))
    print(f"median {milliseconds:.1f} ms; the whole page is {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
