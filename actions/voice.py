"""The voice: sentences of domain.yml in the wording for whoever is speaking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.lately import Lately
from bot.words import Words, words

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Voice:
    """Says responses of domain.yml to a child, an adult, or somebody not yet known."""

    dispatcher: CollectingDispatcher
    audience: str | None = None
    lately: Lately = field(default_factory=lambda: Lately(""))
    demonstration: bool = False  # where nobody reads what is written

    @property
    def words(self) -> Words:
        """The sentences, as they may be said here."""
        return words(demonstration=self.demonstration)

    def say(
        self, name: str, kind: str = "text", *, more: Choices = (), lang: str | None = None, **values: object
    ) -> None:
        """Say a response with its quick replies, and `more` of them behind; `lang` when it is not in English."""
        choices = [*self.words.choices(name, self.audience, **values), *more]
        self._utter(self._fresh(name, **values), kind, choices, {"lang": lang} if lang else {})

    def ask(
        self,
        name: str,
        asks: str,
        *,
        kind: str = "question",
        more: Choices = (),
        custom: Mapping[str, Any] | None = None,
        **values: object,
    ) -> None:
        """Ask a question; `asks` is the fact that an answer would fill."""
        choices = [*self.words.choices(name, self.audience), *more]
        self._utter(self._fresh(name, **values), kind, choices, {"asks": asks, **(custom or {})})

    def tell(self, text: str, kind: str, **custom: Any) -> None:
        """Say a text that was put together from several responses."""
        self._utter(text, kind, [], custom)

    def text(self, name: str, **values: object) -> str:
        """The text of a response, without saying it."""
        return self.words.say(name, self.audience, **values)

    @staticmethod
    def plain(name: str, **values: object) -> str:
        """The text of a response that reads the same for everybody."""
        return words().say(name, None, **values)

    def for_audience(self, audience: str | None) -> Voice:
        """The same voice for somebody else."""
        return replace(self, audience=audience)

    def _fresh(self, name: str, **values: object) -> str:
        """The text of a response in the first wording that was not said in both turns before."""
        wordings = self.words.wordings(name, self.audience, **values)
        return next((text for text in wordings if not self.lately.wears(text)), wordings[0])

    def _utter(self, text: str, kind: str, choices: Choices, custom: dict[str, Any]) -> None:
        buttons = [{"title": label, "payload": value} for label, value in choices]
        self.dispatcher.utter_message(text=text, buttons=buttons, json_message={"kind": kind, **custom})
