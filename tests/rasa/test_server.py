"""The launcher: what it adds to Rasa's commands, and what it leaves behind of its stand-ins."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import jsonschema
import pytest
import ruamel.yaml
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.training_data.story_reader.yaml_story_reader import CORE_SCHEMA_FILE as CORE_SCHEMA
from rasa.shared.utils import io, validation

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
    monkeypatch.setattr(io, "read_yaml", io.read_yaml)
    monkeypatch.setattr(validation, "validate_yaml_schema", validation.validate_yaml_schema)


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


RULES = """version: "3.1"
rules:
- rule: says who it is
  steps:
  - intent: bot_challenge
  - action: utter_bot
"""


def test_a_training_file_that_is_right_passes(stock: None) -> None:
    changes.training_files_are_read_once()

    validation.validate_yaml_schema(RULES, CORE_SCHEMA)

    assert io.read_yaml(RULES)["rules"][0]["rule"] == "says who it is"


def test_a_training_file_that_is_wrong_is_refused_with_its_line(stock: None) -> None:
    changes.training_files_are_read_once()

    for _ in range(2):
        with pytest.raises(validation.YamlValidationException, match="Line 3"):
            validation.validate_yaml_schema(RULES.replace("steps:", "step:"), CORE_SCHEMA)


def test_what_is_read_twice_is_never_shared(stock: None) -> None:
    changes.training_files_are_read_once()

    io.read_yaml(RULES)["rules"].clear()

    assert len(io.read_yaml(RULES)["rules"]) == 1


def test_yaml_is_read_in_c() -> None:
    assert ruamel.yaml.YAML(typ="safe").Parser is ruamel.yaml.cyaml.CParser
