"""One turn of the concern form: the message against the open question, and what is to be remembered of it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions._base import Events, services
from actions.hearing import ACCOUNT_WORDS, LONG_ANSWER_WORDS, Heard, is_account, with_account
from actions.interpreter import OFFERED, offer_interpreter
from actions.memory import audience_of, remember
from actions.people import call_person
from actions.questions import answer, pressed
from actions.safety import add_to_alert, help_now, screen
from actions.voice import Choices, Voice
from actions.wishes import GENTLE
from bot.complaints.facts import CHOICES, MATTERS, NATURES, Facts
from bot.told import ACCOUNT_AGAIN, READ_BACK

KIND_BY_INTENT = {"give_compliment": "compliment", "request_service": "service_request"}
SURE_OF_KIND = 0.8  # a complaint taken for thanks would get no clock


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
        self.begins = False  # the conversation has just begun, and an advocate is offered with the first question
        self._slots: dict[str, Any] = {}

    @property
    def voice(self) -> Voice:
        """The voice for whoever we now know is speaking."""
        return self._voice.for_audience(audience_of(self.facts) or self.tracker.get_slot("audience"))

    def events(self) -> Events:
        """Everything that this turn remembers."""
        slots = {**self._slots, "last_heard": self.message.message_id}
        return [*remember(self.before, self.facts), *(SlotSet(name, value) for name, value in slots.items())]

    # --- opening ---

    def open(self) -> None:
        """The first message: it may already be the account, and it may tell who is speaking."""
        if not self.tracker.get_slot("started"):
            if not self.message.page:  # a page has said it already, above its first field
                self._voice.say("utter_start")
            self._slots["started"] = self.begins = True
        self._other_language()
        kind = KIND_BY_INTENT.get(self.message.intent) if self.message.page in (None, "what_happened") else None
        wronged = kind == "compliment" and self.message.labels("nature")
        if kind and not wronged and self.message.sure >= SURE_OF_KIND and not self.facts.get("kind"):
            self.facts = self.facts.telling("kind", kind)
        if self.message.page:
            self.hear()
        elif self.message.choice is None:
            self._by_the_way(correcting=False)
            if is_account(self.message):
                self._account()

    # --- hearing ---

    def hear(self) -> None:
        """Read the message against the open question."""
        assert self.requested is not None
        self._other_language()
        value = pressed(self.requested, self.message, self.voice.audience)
        heard = self._command(value) or self._corrected() or self._own_question(value) or self._fact(value)
        if heard:
            self._slots["misunderstood"] = 0
        else:
            self._not_understood()

    def _other_language(self) -> None:
        """Offer an interpreter to whoever writes in another language, once."""
        if self.message.writes_otherwise and not self.tracker.get_slot(OFFERED):
            offer_interpreter(self.voice, str(self.message.language))
            self._slots[OFFERED] = self.message.language

    def _command(self, value: str | None) -> bool:
        """Quick replies that mean the same at every question."""
        if value == "send_now":
            self.sends = bool(self.facts.points)
            self._slots["send_now"] = self.sends
        elif value in ("go_on", "do:raise_concern"):
            pass
        elif value == "help_now":
            self.next_up = "go_on"
            help_now(self.tracker, self.voice, self.message)
        elif value == "not_meant":
            add_to_alert(self.tracker, self.message)
            self.voice.say("utter_not_meant", kind="safety")
            self.next_up = "go_on"
        elif value == "do:change_answer":
            self.next_up = "change"
        elif value and value.startswith("change:"):
            self._change(value.removeprefix("change:"))
        else:
            return False
        return True

    def _corrected(self) -> bool:
        """A correction of something told earlier; never the answer to what is asked now."""
        if self.message.choice or self.message.page or self.message.intent != "change_answer":
            return False
        if not self._by_the_way(correcting=True):
            return False
        self.voice.say("utter_changed")
        return True

    def _own_question(self, value: str | None) -> bool:
        """The conversation's own questions: go on, is this right, what to change, a person."""
        if self.requested not in GENTLE:
            return False
        yes = value == "yes" or self.message.intent == "affirm"
        if self.requested == "go_on":
            self._after_safety()
        elif self.requested == "confirm":
            self._confirm(yes)
        elif self.requested == "person" and yes:
            call_person(self.tracker, self.voice, "offered")
            self._slots["handoff_state"] = self.tracker.get_slot("handoff_state") or "waiting"
        elif is_account(self.message):
            self._account()
        return True

    def _after_safety(self) -> None:
        """Free words after a disclosure answer the three prompts: they go to whoever reads the alert."""
        if not self.tracker.get_slot("safety_open") or self.message.intent == "skip":
            if is_account(self.message):
                self._account()
            return
        add_to_alert(self.tracker, self.message)
        self.facts = with_account(self.facts, self.message)
        self._slots["safety_open"] = None
        self.voice.say("utter_safety_added", kind="safety")
        self.next_up = "go_on"

    def _confirm(self, yes: bool) -> None:
        if yes:
            self.sends = True
            self._slots["confirm"] = "yes"
        elif self._by_the_way(correcting=True):
            self.voice.say("utter_changed")
        elif is_account(self.message) and self.message.intent != "deny":
            self._account()
        else:
            self.next_up = "change"

    def changeable(self) -> Choices:
        """What was told and may be changed, as quick replies."""
        told = [name for name in READ_BACK if self.facts.get(name) is not None]
        names = [(self.voice.text(f"utter_summary_{name}", value="").rstrip(" :"), f"change:{name}") for name in told]
        account = (self.voice.text("utter_button_change_account"), "change:what_happened")
        return [account, *names, (self.voice.text("utter_button_change_nothing"), "go_on")]

    def _change(self, name: str) -> None:
        if name == "what_happened":
            self.facts = Facts(self.facts.known, self.facts.refused - {name}, ())
        elif name in CHOICES:
            known = {key: value for key, value in self.facts.known.items() if key != name}
            self.facts = Facts(known, self.facts.refused, self.facts.points)
        self.next_up = name
        self.misses.pop(name, None)

    # --- facts ---

    def _fact(self, value: str | None) -> bool:
        fact, message = self.requested, self.message
        assert fact is not None
        if fact == "what_happened":
            return self._account_answer(value)
        if value == "do:skip" or (message.intent == "skip" and message.words <= LONG_ANSWER_WORDS):
            self.facts = self.facts.refusing(fact)
            return True
        told = self._told(fact, value)
        others = self._by_the_way(correcting=False)
        if told is None and message.intent == "dont_know" and message.words <= LONG_ANSWER_WORDS:
            self.facts = self.facts.refusing(fact)
            return True
        return self._keep(fact, told) or self._as_account() or others

    def _told(self, fact: str, value: str | None) -> str | None:
        allowed = MATTERS if fact == "matter" else NATURES if fact == "nature" else CHOICES.get(fact)
        if value is not None and not value.startswith("do:") and (allowed is None or value in allowed):
            return value
        return answer(fact, self.message, services().intake.today())

    def _keep(self, fact: str, told: str | None) -> bool:
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

    def _as_account(self) -> bool:
        about = self.requested in ("matter", "nature") and self.message.words >= ACCOUNT_WORDS
        if not about and not is_account(self.message):
            return False
        if about:
            self.facts = self.facts.refusing(str(self.requested))  # they have told it in their own way
        self._account()
        self.voice.say("utter_kept_as_account")
        return True

    def _account_answer(self, value: str | None) -> bool:
        self._by_the_way(correcting=False)
        if value is not None or not self.message.text.strip():
            return value is not None
        if self.message.intent in ("skip", "dont_know", "affirm", "deny") and self.message.words < 4:
            return False
        if self.message.page == ACCOUNT_AGAIN:
            self.facts = Facts(self.facts.known, self.facts.refused, ())
        self._account()
        return True

    def _account(self) -> None:
        """Put the message to the account, and have harm in it screened before any complaint step."""
        self.facts = with_account(self.facts, self.message)
        self.guesses = [name for name, _ in self.message.labels("matter")] or self.guesses
        self._slots["matter_guesses"] = self.guesses
        if self.message.harm and self.facts.get("harm") != "yes":
            self.facts = screen(self.tracker, self.message, self.facts)
            self.voice.say("utter_screening", kind="safety")
            self.next_up = "go_on"
        if "imminent" in services().intake.assess(self.facts).flags:
            services().intake.hold_or_not(self.tracker.sender_id)

    def _by_the_way(self, *, correcting: bool) -> bool:
        """Facts that were told along with something else; only a correction changes what is known already."""
        told = False
        for name, value in self.message.facts().items():
            if correcting or not self.facts.settled(name):
                told = told or self.facts.get(name) != value
                self.facts = self.facts.telling(name, value)
        return told

    # --- nothing heard ---

    def leave(self, question: str) -> None:
        """Leave a question that was twice not answered."""
        self.facts = self.facts.refusing(question)
        self.voice.say("utter_moving_on")

    def _not_understood(self) -> None:
        assert self.requested is not None
        self.misses[self.requested] = self.misses.get(self.requested, 0) + 1
        in_a_row = int(self.tracker.get_slot("misunderstood") or 0) + 1
        self._slots |= {"misses": self.misses, "misunderstood": in_a_row}
        if in_a_row >= 2:
            self.next_up = "person"
            self._slots["misunderstood"] = 0
        else:
            self.voice.say("utter_pardon")
            self.next_up = self.requested
