"""Every change that we make to Rasa 3.6, each with its reason. tests/rasa/ holds one test for each."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from typing import Any

import jsonschema
import rasa.shared.utils.io
import rasa.shared.utils.validation
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.exceptions import YamlException


class TurnFailed(BaseException):
    """An action could not be run, so this turn must leave no trace and be sent again.

    Derives from BaseException because Rasa swallows every Exception of an action and goes on as if it had run.
    """


def apply() -> None:
    """Make all the changes. Workers inherit them, as they are forked."""
    store_failures_are_told()
    failed_actions_end_the_turn()
    answers_are_checked_by_a_compiled_schema()
    event_types_are_looked_up_once()
    training_files_are_read_once()


def store_failures_are_told() -> None:
    """Rasa wraps every tracker store so that a failed read looks like a new conversation and a failed save is lost.

    We leave ours bare: the failure reaches the channel, which answers 503, and the same message may be sent again.
    """

    def create(store: TrackerStore | None, domain: Domain) -> TrackerStore:
        if store is None:
            return InMemoryTrackerStore(domain)
        store.domain = domain
        return store

    Agent._create_tracker_store = staticmethod(create)


def failed_actions_end_the_turn() -> None:
    """With the action server down Rasa logs the failure and goes on to the next rule, which may be "submit"."""
    stock = RemoteAction.run

    async def run(self: RemoteAction, *args: Any, **kwargs: Any) -> Any:
        try:
            return await stock(self, *args, **kwargs)
        except ActionExecutionRejection:
            raise
        except Exception as error:
            raise TurnFailed(self.name()) from error

    RemoteAction.run = run


def answers_are_checked_by_a_compiled_schema() -> None:
    """Rasa compiles the same JSON schema again for every answer of the action server: a fifth of its time."""
    validator = jsonschema.Draft7Validator(RemoteAction.action_response_format_spec())

    def validate(_: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate


def event_types_are_looked_up_once() -> None:
    """Rasa walks all subclasses of Event for each stored event: a third of a long conversation's time."""
    Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))


def training_files_are_read_once() -> None:
    """Rasa parses and checks every training file twice in one training: with ours that was half of its time.

    It checks with line numbers, which only its slowest parser gives: those are for a file in which something is wrong.
    """
    files, checks = rasa.shared.utils.io, rasa.shared.utils.validation
    stock, check, parsed = files.read_yaml, checks.validate_yaml_schema, lru_cache(maxsize=256)(files.read_yaml)

    def read_yaml(content: str, reader_type: str | list[str] = "safe") -> Any:
        return deepcopy(parsed(content)) if reader_type == "safe" else stock(content, reader_type)

    @lru_cache(maxsize=256)
    def validate(content: str, *schema: str) -> None:
        files.read_yaml = lambda content, *_, **__: read_yaml(content)
        try:
            check(content, *schema)
        except YamlException:
            files.read_yaml = read_yaml
            check(content, *schema)
        finally:
            files.read_yaml = read_yaml

    files.read_yaml = read_yaml
    checks.validate_yaml_schema = validate
