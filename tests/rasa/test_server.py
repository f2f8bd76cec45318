"""The launcher: what it adds to Rasa's commands, and what it leaves behind of its stand-ins."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered

from bot.rasa import changes
from bot.rasa.server import environment, with_defaults
from bot.rasa.without_tensorflow import STOOD_IN_FOR
from bot.settings import Settings


def test_rasa_runs_on_loopback_with_its_token() -> None:
    arguments = with_defaults(["run", "--model", "m"], Settings(rasa_token="-dash", rasa_port=7))

    assert ["run", "--interface", "127.0.0.1", "--port", "7"] == arguments[:5]
    assert "--auth-token=-dash" in arguments and ["--model", "m"] == arguments[-2:]


def test_other_commands_are_left_as_they_are() -> None:
    assert ["test", "nlu"] == with_defaults(["test", "nlu"], Settings())
    assert [] == with_defaults([], Settings())


def test_nothing_is_reported_to_rasas_maker(tmp_path: Path) -> None:
    told = environment(Settings(data_dir=tmp_path))

    assert "false" == told["RASA_TELEMETRY_ENABLED"]
    assert f"sqlite:///{tmp_path / 'have-your-say.db'}" == told["DATABASE_URL"]


def test_no_stand_in_is_left_when_rasa_is_imported() -> None:
    assert not [name for name in sys.modules if name.split(".")[0] in STOOD_IN_FOR]
    assert importlib.util.find_spec("tensorflow") is None


@pytest.fixture
def stock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test changes in Rasa is put back after it."""
    monkeypatch.setattr(Agent, "_create_tracker_store", staticmethod(Agent._create_tracker_store))
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    monkeypatch.setattr(Event, "resolve_by_type", staticmethod(Event.resolve_by_type))


def test_our_tracker_store_is_left_bare(stock: None) -> None:
    store = InMemoryTrackerStore(Domain.empty())

    changes.store_failures_are_told()

    assert store is Agent._create_tracker_store(store, Domain.empty())


def test_an_answer_that_is_none_is_still_refused(stock: None) -> None:
    changes.answers_are_checked_by_a_compiled_schema()
    action = RemoteAction("action_safety", None)

    assert action._validate_action_result({"events": [], "responses": []})
    with pytest.raises(jsonschema.ValidationError):
        action._validate_action_result({"events": "none"})


def test_event_types_are_still_found(stock: None) -> None:
    changes.event_types_are_looked_up_once()

    assert [UserUttered, UserUttered] == [Event.resolve_by_type("user"), Event.resolve_by_type("user")]
