"""The safety policy: a message with a danger sign is answered first, in a form or out of one, with an officer or not.

It also keeps the bot silent while an officer has the conversation, gives what was answered on a page to the concern's
form, and rolls a long conversation over before every turn of it becomes slow.
"""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

LISTEN, ROLL_OVER = str(ACTION_LISTEN_NAME), str(ACTION_SESSION_START_NAME)
RISKS = ("emergency", "at_risk")
FORM = "concern_form"
MOST_EVENTS = 80  # about twelve turns; the whole transcript stays in the table


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False)
class SafetyPolicy(Policy):
    """Six rows, the first that fits wins; where none does, the other policies decide."""

    @staticmethod
    def supported_data() -> SupportedData:
        """It learns nothing, so it may be listed beside rules and stories alike."""
        return SupportedData.ML_AND_RULE_DATA

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Above RulePolicy (4), which would otherwise let an open form answer first."""
        return {"priority": 10}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> None:
        super().__init__(config, model_storage, resource, execution_context)

    def train(self, training_trackers: list[TrackerWithCachedStates], domain: Domain, **kwargs: Any) -> Resource:
        """Nothing to learn; Rasa gives every policy a place in the training graph."""
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """The next action, or no opinion."""
        action = next_action(tracker)
        if action is None:
            return self._prediction(self._default_predictions(domain))
        probabilities = self._default_predictions(domain)
        probabilities[domain.index_for_action(action)] = 1.0
        return self._prediction(probabilities, is_no_user_prediction=True)  # without the flag an open form would win


def next_action(tracker: DialogueStateTracker) -> str | None:
    """The table: danger, silence with an officer, answers of pages, rolling over; None leaves it to the rules."""
    said, since = _latest_message(tracker)
    if said is not None and _in_danger(said):
        # The form's question never follows the safety words in the same turn.
        return LISTEN if _ran("action_safety", since) else "action_safety"
    if tracker.get_slot("handoff_state") == "with_officer" and _intent(said) != "hand_back":
        return ROLL_OVER if _is_long(tracker) else LISTEN
    if _answers_a_page(said) and tracker.active_loop_name != FORM:
        return _opened_for_a_page(tracker, since)
    if _has_just_asked(tracker) and _is_long(tracker):
        return ROLL_OVER
    return None


def _latest_message(tracker: DialogueStateTracker) -> tuple[UserUttered | None, list[Event]]:
    """What the person said last, and the events since."""
    since: list[Event] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return event, since
        since.append(event)
    return None, since


def _in_danger(said: UserUttered) -> bool:
    """Either detector is enough: ours on hearing, or the door's before Rasa heard anything."""
    heard = any(entity.get("entity") == "risk" and entity.get("value") in RISKS for entity in said.entities)
    return heard or (said.metadata or {}).get("risk") in RISKS


def _answers_a_page(said: UserUttered | None) -> bool:
    """A field of a page was filled in, or its question skipped; the wishes that pages have buttons for are rules'."""
    told = (said.metadata or {}) if said else {}
    choice = str(told.get("choice") or "")
    return "page" in told and (choice == "do:skip" or not choice.startswith("do:"))


def _opened_for_a_page(tracker: DialogueStateTracker, since: list[Event]) -> str | None:
    """Whatever the first account sounds like, it opens the form; a form that has ended at once leads to sending."""
    if not _ran(FORM, since):
        return FORM
    if _ran("action_submit", since):
        return LISTEN
    return "action_submit" if tracker.latest_action_name == FORM else None


def _ran(action: str, events: list[Event]) -> bool:
    return any(isinstance(event, ActionExecuted) and event.action_name == action for event in events)


def _intent(said: UserUttered | None) -> str | None:
    return said.intent.get("name") if said and said.intent else None


def _has_just_asked(tracker: DialogueStateTracker) -> bool:
    """An open form has asked its next question, so that listening is all that is left of the turn."""
    loop = tracker.active_loop_name
    return loop is not None and tracker.latest_action_name == loop and not tracker.is_active_loop_rejected


def _is_long(tracker: DialogueStateTracker) -> bool:
    return len(tracker.events) > MOST_EVENTS
