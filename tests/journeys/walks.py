"""Random walks through the real assistant: `python -m tests.journeys.walks --turns N --seed S` for long ones.

A walker does anything at any time: presses what is offered, answers in words, answers something else, corrects, asks
back, types nonsense, tells of danger, stops, starts over. After every turn the checks of walk_checks.py must hold, and
at its end every walk must still find its way to a receipt. The same seed draws the same lines.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.journeys.person import Answer, Person, person_at
from tests.journeys.stack import PARTS, Stack, running
from tests.journeys.walk_checks import Checks, Line

LINES: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("walk_lines.yml").read_text(encoding="utf-8"))
TURNS_OF_A_WALK = 25
WALKERS = 4  # at a time
MOST_TO_A_RECEIPT = 30
TAIL = 8  # turns shown of a walk that went wrong
LONG = 4_000  # characters of a very long message
TROUBLE = ("Traceback", "ERROR", "turn failed", "failed in conversation")
# How likely each kind of line is. What is offered is pressed most often, as people do.
WEIGHTS = {
    "press": 30, "answer": 16, "other_answer": 5, "account": 8, "fact": 4, "correction": 5, "aside": 14, "junk": 8,
    "long": 1, "swearing": 3, "unsure": 6, "danger": 2, "person": 2, "advocate": 1, "help": 1, "stop": 2, "over": 1,
    "bye": 1, "case": 2, "plain": 4,
}  # fmt: skip
PLURAL = {"account": "accounts", "fact": "facts", "correction": "corrections", "danger": "dangers"}
RARELY_PRESSED = {"send_now": 0.1, "do:stop": 0.2, "help_now": 0.3, "do:talk_to_person": 0.3, "do:ask_advocate": 0.3}
WISHES = {"do:stop": "stop", "help_now": "help"}


class WentWrong(AssertionError):
    """A walk broke a rule. The message names the seed, the rule and the last turns."""


@dataclass
class Walk:
    """One conversation of somebody who does anything."""

    person: Person
    draw: Random
    checks: Checks = field(default_factory=Checks)
    tail: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    turns: int = 0

    async def run(self, turns: int) -> None:
        """Walk, and then find the way to a receipt. Raises WentWrong."""
        for _ in range(turns):
            await self.step(self.next_line())
        for _ in range(MOST_TO_A_RECEIPT):
            if self.person.last.receipt:
                return
            await self.step(self.way_on())
        raise WentWrong(f"no receipt after {MOST_TO_A_RECEIPT} turns of going on\n{self.shown()}")

    async def step(self, line: Line) -> None:
        """Do one thing and check what came of it."""
        answer = await (self.person.choose(line.choice) if line.choice else self.person.say(line.text))
        self.turns += 1
        self.tail.append(_shown(line, answer))
        wrong = self.checks.seen(line, answer)
        if wrong:
            raise WentWrong("; ".join(wrong) + f"\n{self.shown()}")

    def shown(self) -> str:
        """The last turns of this walk."""
        return "\n".join(self.tail[-TAIL:])

    # --- what comes next ---

    def next_line(self) -> Line:
        """Draw a line; nobody does the same kind of thing more than twice running, except pressing and answering."""
        kind = self._kind()
        self.kinds.append(kind)
        if kind == "press":
            return self._press(self.person.last)
        if kind in ("answer", "other_answer"):
            asked = self.person.last.asks if kind == "answer" else self.draw.choice(list(LINES["answers"]))
            return self._answer(str(asked))
        if kind == "long":
            return Line("junk", (self.draw.choice(("a", "why ", "😡")) * LONG)[:LONG])
        if kind == "aside":
            return Line("aside", self.draw.choice(LINES["asides"][self.draw.choice(list(LINES["asides"]))]))
        told = self.draw.choice(LINES[PLURAL.get(kind, kind)])
        return (
            Line(kind, told["text"], tells=tuple(told.get("tells", ()))) if isinstance(told, dict) else Line(kind, told)
        )

    def _kind(self) -> str:
        tired = self.kinds[-1] if self.kinds and len(set(self.kinds[-2:])) == 1 else None
        last = self.person.last
        able = {
            kind: weight
            for kind, weight in WEIGHTS.items()
            if (len(self.kinds) < 2 or kind != tired or kind in ("press", "answer"))
            and (kind != "press" or last.choices)
            and (kind != "answer" or last.asks in LINES["answers"])
        }
        return self.draw.choices(list(able), list(able.values()))[0]

    def _press(self, answer: Answer) -> Line:
        weights = [RARELY_PRESSED.get(value, 1.0) for value in answer.choices]
        value = self.draw.choices(answer.choices, weights)[0]
        kind = "yes" if value == "yes" else WISHES.get(value, "press")
        return Line(kind, value, choice=value)

    def _answer(self, asked: str) -> Line:
        text = self.draw.choice(LINES["answers"][asked])
        return Line("yes" if text.startswith(("yes", "send")) else "answer", text)

    def way_on(self) -> Line:
        """What somebody does who only wants to get to the end."""
        last = self.person.last
        for value in ("yes",) if last.asks == "confirm" else ("send_now", "go_on", "do:skip", "do:raise_concern"):
            if value in last.choices:
                return Line("yes" if value == "yes" else "press", value, choice=value)
        return Line("account", LINES["accounts"][0]["text"])


def _shown(line: Line, answer: Answer) -> str:
    said = " | ".join(_message(message) for message in answer.messages)
    return f"  > {line}\n      {said or answer.body}"


def _message(message: Mapping[str, Any]) -> str:
    asks = f"/{message['asks']}" if message["asks"] else ""
    return f"{message['kind']}{asks}: {' '.join(message['text'].split())[:110]}"


# --- many of them ---


async def walk_many(stack: Stack, turns: int, seed: int, *, first_only: bool = True) -> list[str]:
    """Walk about this many turns, several walkers at a time; what went wrong, by seed. Empty when all is well."""
    wrong: list[str] = []
    before = {part: len(stack.log_of(part)) for part in PARTS}
    waiting = list(range(seed, seed + max(1, turns // TURNS_OF_A_WALK)))
    await asyncio.gather(*(_walker(stack, waiting, wrong, first_only) for _ in range(WALKERS)))
    return wrong + trouble(stack, before)


async def _walker(stack: Stack, waiting: list[int], wrong: list[str], first_only: bool) -> None:
    while waiting and not (wrong and first_only):
        seed = waiting.pop(0)
        async with person_at(stack.address) as person:
            try:
                await Walk(person, Random(seed)).run(TURNS_OF_A_WALK)
            except WentWrong as found:
                wrong.append(f"seed {seed}: {found}")


def trouble(stack: Stack, before: Mapping[str, int]) -> list[str]:
    """What the logs of the parts tell, behind these numbers of characters, of things gone wrong."""
    parts = {part: stack.log_of(part)[since:] for part, since in before.items()}
    return [f"{part}.log has {sign}" for part, text in parts.items() for sign in TROUBLE if sign in text]


def main() -> int:
    """Walk as far as was asked, print every walk that went wrong; 1 when any did."""
    parser = argparse.ArgumentParser(description="Random walks through the running assistant.")
    parser.add_argument("--turns", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1, help="the first walk's; the next ones count up from it")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="walks-") as folder, running(Path(folder)) as stack:
        wrong = asyncio.run(walk_many(stack, asked.turns, asked.seed, first_only=False))
    print("\n\n".join(wrong) or "every walk held")
    print(f"{len(wrong)} of {max(1, asked.turns // TURNS_OF_A_WALK)} walks went wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
