"""What the actions find behind them when no Rasa runs."""

from __future__ import annotations

import pytest

from actions import answers, interpreter, listening, turn
from tests.dialogue.one_turn import Joined


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """The use cases on a store in memory, in every module that asks for them."""
    services = Joined()
    for module in (answers, interpreter, listening, turn):
        monkeypatch.setattr(module, "services", lambda: services)
