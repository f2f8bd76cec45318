"""Runs every conversation and prints the table: `python -m tests.journeys.conversations [id …]`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.journeys.conversations.outcome import Outcome, hold
from tests.journeys.conversations.told import Conversation, read_all
from tests.journeys.stack import Stack, running


async def hold_all(conversations: Sequence[Conversation], stack: Stack) -> list[Outcome]:
    """Hold them one after the other."""
    return [await hold(conversation, stack) for conversation in conversations]


def table(outcomes: Sequence[Outcome]) -> str:
    """A line for each conversation, and how many came true."""
    lines = [
        f"{'true ' if outcome.came_true else 'WRONG'}  {outcome.conversation.group:24} {outcome.conversation.id:26} "
        f"{'; '.join(outcome.wrong)}".rstrip()
        for outcome in outcomes
    ]
    return "\n".join([*lines, f"{sum(one.came_true for one in outcomes)} of {len(outcomes)} conversations came true"])


def main() -> int:
    """Start a stack, hold the conversations that were named (all, when none was), and print the table."""
    wanted = [one for one in read_all() if not sys.argv[1:] or one.id in sys.argv[1:]]
    with tempfile.TemporaryDirectory(prefix="conversations-") as folder, running(Path(folder)) as stack:
        outcomes = asyncio.run(hold_all(wanted, stack))
    if sys.argv[1:]:
        print("\n".join(line for outcome in outcomes for line in outcome.shown))
    print(table(outcomes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
