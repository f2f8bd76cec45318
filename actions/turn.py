"""One turn of the concern form: the facts, what is to be remembered, and the changes that a message can make to them.

How a message is read against the open question stands in listening.py and own_questions.py.
"""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions._base import Events, services
from actions.corrections import TAKES_BACK, corrected, only_wants_to
from actions.hearing import ACCOUNT_WORDS, LONG_ANSWER_WORDS, Heard, is_account, with_account
from actions.interpreter import OFFERED, offer_interpreter
from actions.memory import audience_of, remember
from actions.safety import screen
from actions.voice import Choices, Voice
from bot.complaints.facts import CHOICES, Facts
from bot.told import ACCOUNT_AGAIN, READ_BACK


class Turn:
    """What a message changes. Nothing is kept until `events` is returned to Rasa."""

    def __init__(self, tracker: Tracker, voice: Voice, message: Heard, facts: Facts) -> None:
        self.tracker, self.message = tracker, message
        self.before = self.facts = facts
        self._voice = voice
        # A page names its question: it may be another than the open one, as when an answer is changed.
        asked = "what_happened" if message.page == ACCOUNT_AGAIN else message.page
        self.requested: str | None = asked or tracker.get_slot("requested_slot")
        self.guesses: list[str] = tracker.get_slot("matter_guesses") or []
        self.misses: dict[str, int] = dict(tracker.get_slot("misses") or {})
        self.next_up: str | None = None
        self.sends = False
        self.waits = False  # the person wants a moment, and is not pressed
        self.begins = False  # the conversation has just begun, and an advocate is offered with the first question
        self.slots: dict[str, Any] = {}

    @property
    def voice(self) -> Voice:
        """The voice for whoever we now know is speaking."""
        return self._voice.for_audience(audience_of(self.facts) or self.tracker.get_slot("audience"))

    def events(self) -> Events:
        """Everything that this turn remembers."""
        slots = {**self.slots, "last_heard": self.message.message_id}
        return [*remember(self.before, self.facts), *(SlotSet(name, value) for name, value in slots.items())]

    def offer_interpreter(self) -> None:
        """Offer an interpreter to whoever writes in another language, once."""
        if self.message.writes_otherwise and not self.tracker.get_slot(OFFERED):
            offer_interpreter(self.voice, str(self.message.language))
            self.slots[OFFERED] = self.message.language

    # --- what is told ---

    def by_the_way(self) -> bool:
        """Keep facts told along with something else, if any; what is known already only a correction changes."""
        told = False
        for name, value in self.message.facts().items():
            if not self.facts.settled(name):
                told, self.facts = True, self.facts.telling(name, value)
        return told

    def keep(self, fact: str, told: str | None) -> bool:
        """Keep the answer to a question, if there is one."""
        if told is None:
            return False
        if fact in ("matter", "nature"):
            self._label(fact, told)
        else:
            self.facts = self.facts.telling(fact, told)
        return True

    def _label(self, fact: str, told: str) -> None:
        """Give the matter or nature that was asked for to the first point that lacks one."""
        points = list(self.facts.points)
        for index, point in enumerate(points):
            if not getattr(point, fact):
                points[index] = type(point)(**{**vars(point), fact: (told,)})
                break
        asked = {fact} if told == "other" else set()  # asking again would not find it either
        self.facts = Facts(self.facts.known, self.facts.refused | asked, tuple(points))

    def account(self) -> None:
        """Put the message to the account, and have harm in it screened before any complaint step."""
        if self.message.page == ACCOUNT_AGAIN:
            self.facts = Facts(self.facts.known, self.facts.refused, ())
        self.facts = with_account(self.facts, self.message)
        if self.facts.get("kind") == "compliment" and self._tells_of_a_wrong():
            self.facts = Facts({**self.facts.known, "kind": "complaint"}, self.facts.refused, self.facts.points)
        self.guesses = [name for name, _ in self.message.labels("matter")] or self.guesses
        self.slots["matter_guesses"] = self.guesses
        if self.message.harm and self.facts.get("harm") != "yes":
            self.facts = screen(self.tracker, self.message, self.facts)
            self.voice.say("utter_screening", kind="safety")
            self.next_up = "go_on"
        if "imminent" in services().intake.assess(self.facts).flags:
            services().intake.hold_or_not(self.tracker.sender_id)

    def _tells_of_a_wrong(self) -> bool:
        """Whether somebody who came to say thank you complains: a complaint taken for thanks would get no clock."""
        return self.message.intent == "raise_concern" and bool(self.message.labels("nature"))

    def account_too(self) -> None:
        """Put the message to the account although something else was asked, and say so."""
        self.account()
        self.voice.say("utter_kept_as_account")

    def wanted_too(self) -> None:
        """Keep what somebody wants although something else was asked; what they take back makes room for it."""
        before, text = self.facts.get("wanted_outcome"), self.message.text.strip()
        if is_account(self.message) and not all(point.matter for point in self.facts.points):
            self.account()  # it may say what the concern is about
        replaced = before is None or TAKES_BACK.match(text) is not None
        self.facts = self.facts.telling("wanted_outcome", text if replaced else f"{before}\n{text}")
        self.voice.say("utter_changed" if before is not None and replaced else "utter_kept_as_account")

    # --- what is taken back ---

    def correct(self) -> bool:
        """Change what the message corrects; what we cannot place is kept in the person's words, or chosen by them."""
        done = corrected(self.message, self.facts, services().intake.today())
        if done and done.about:
            self.facts = with_account(done.facts, self.message)
            self.voice.say("utter_changed_about", whom=done.about)
        elif done:
            self.facts = done.facts
            self.voice.say("utter_changed")
            if self.message.words >= LONG_ANSWER_WORDS and is_account(self.message):
                self.account()
        elif not self.facts.points:
            return False
        elif self.message.words < ACCOUNT_WORDS or only_wants_to(self.message):
            self.next_up = "change"
        else:
            self.account_too()
        return True

    def changeable(self) -> Choices:
        """What was told and may be changed, as quick replies."""
        told = [name for name in READ_BACK if self.facts.get(name) is not None]
        names = [(self.voice.text(f"utter_summary_{name}", value="").rstrip(" :"), f"change:{name}") for name in told]
        account = (self.voice.text("utter_button_change_account"), "change:what_happened")
        return [account, *names, (self.voice.text("utter_button_change_nothing"), "go_on")]

    def change(self, name: str) -> None:
        """Forget one thing that was told, and ask for it next."""
        if name == "what_happened":
            self.facts = Facts(self.facts.known, self.facts.refused - {name}, ())
        elif name in CHOICES:
            known = {key: value for key, value in self.facts.known.items() if key != name}
            self.facts = Facts(known, self.facts.refused, self.facts.points)
        self.next_up = name
        self.misses.pop(name, None)

    # --- what is left ---

    def refuse(self, fact: str) -> None:
        """Leave a fact that the person would rather not tell."""
        self.facts = self.facts.refusing(fact)

    def leave(self, question: str) -> None:
        """Leave a question that was twice not answered."""
        self.refuse(question)
        self.voice.say("utter_moving_on")
