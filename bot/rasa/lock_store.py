"""One message of a conversation at a time: locks inside the one process, or in Redis for several.

Rasa's own are polled once a second, and its Redis ones lose messages when two workers meet.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

import redis.asyncio
from rasa.core.lock_store import LockError, LockStore
from rasa.utils.endpoints import EndpointConfig
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as RedisGone
from redis.exceptions import LockError as RedisLockError

LIFETIME_SECONDS = 60  # a worker that dies in a turn frees the conversation after this
POLL_SECONDS = 0.02


class ConversationLocks(LockStore):
    """Locks by conversation: in Redis when endpoints.yml gives its address, else in this process."""

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        address = endpoint_config.url if endpoint_config else None
        if not address and int(os.environ.get("SANIC_WORKERS", "1")) > 1:
            raise LockError(
                "Several Rasa workers (SANIC_WORKERS) need REDIS_URL: locks in one process do not see them."
            )
        self._redis = _client(address) if address else None
        self._local: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(self, conversation_id: str, *_: Any, **__: Any) -> AsyncIterator[None]:
        """Hold the conversation's lock; raises LockError when Redis cannot be reached."""
        if self._redis is None:
            async with self._local.setdefault(conversation_id, asyncio.Lock()):
                yield
            return
        lock = self._redis.lock(f"conversation:{conversation_id}", timeout=LIFETIME_SECONDS, sleep=POLL_SECONDS)
        try:
            await lock.acquire(blocking_timeout=LIFETIME_SECONDS)
        except (RedisGone, RedisLockError) as error:
            raise LockError("The locks in Redis cannot be reached.") from error
        try:
            yield
        finally:
            await _released(lock)


async def _released(lock: Any) -> None:
    """Let go; a lock that ran out, or a Redis that went away meanwhile, has let go already."""
    try:
        await lock.release()
    except (RedisGone, RedisLockError):
        return


def _client(address: str) -> Any:
    """A client that tries a stale connection again: the first use after Redis was restarted would fail."""
    retry = Retry(ConstantBackoff(0.05), 3)
    return redis.asyncio.Redis.from_url(address, retry=retry, retry_on_error=[RedisGone], socket_timeout=5)
