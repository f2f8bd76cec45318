"""The running stacks: one demonstration for the session, one service with a real mail server for its own tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack

import pytest

from tests.journeys.mail import Letterbox, mail_server
from tests.journeys.person import Person, person_at
from tests.journeys.stack import Stack, running

Newcomer = Callable[[Stack], Awaitable[Person]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What uses a running stack is marked so, in this one place."""
    for item in items:
        if {"demonstration", "service"}.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.stack)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The stack as `make run` starts it out of the box."""
    with running(tmp_path_factory.mktemp("demonstration")) as started:
        yield started


@pytest.fixture
def stack(demonstration: Stack) -> Iterator[Stack]:
    """The demonstration with all its parts; what a test ended is started again after it."""
    demonstration.start()
    yield demonstration
    demonstration.start()


@pytest.fixture(scope="module")
def letterbox() -> Iterator[Letterbox]:
    """A mail server and what it took."""
    with mail_server() as box:
        yield box


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, letterbox: Letterbox) -> Iterator[Stack]:
    """The stack with a duty route and the council's numbers."""
    settings = {
        "DUTY_EMAIL": "duty@council.test",
        "SMTP_URL": f"smtp://127.0.0.1:{letterbox.port}",
        "COUNCIL_PHONE": "01632 960001",
        "OUT_OF_HOURS_PHONE": "01632 960002",
    }
    with running(tmp_path_factory.mktemp("service"), **settings) as started:
        yield started


@pytest.fixture
async def newcomer() -> AsyncIterator[Newcomer]:
    """Brings somebody new to a stack's door, as often as it is called."""
    async with AsyncExitStack() as visits:

        async def come(stack: Stack) -> Person:
            return await visits.enter_async_context(person_at(stack.address))

        yield come


@pytest.fixture
async def person(stack: Stack, newcomer: Newcomer) -> Person:
    """Somebody new at the demonstration's door."""
    return await newcomer(stack)
