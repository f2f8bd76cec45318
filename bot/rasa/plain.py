"""Plain: a component of Rasa's pipeline that has nothing to set up and nothing to learn."""

from __future__ import annotations

from typing import Any, Self

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage


class Plain(GraphComponent):
    """What Rasa asks of every component; those that stand on it say what they do with messages."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """Nothing to set up."""
        return cls()
