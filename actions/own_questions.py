"""The conversation's own questions, which ask for no fact: go on? shall I send it? what should change? a person?"""

from __future__ import annotations

from actions.hearing import ACCOUNT_WORDS, adds, chosen_by_words, is_account
from actions.named_facts import named_fact
from actions.people import call_person
from actions.plain_wishes import SEND, plain_wish
from actions.questions import agrees
from actions.safety import add_to_alert
from actions.turn import Turn

NOTHING_TO_CHANGE = ("deny", "skip", "dont_know", "affirm")


def hear_own(turn: Turn, value: str | None) -> bool:
    """Read the answer to one of them; False when it is none, or when something else was asked."""
    if turn.requested == "go_on":
        return _go_on(turn)
    if turn.requested == "confirm":
        return _confirm(turn, value)
    if turn.requested == "change":
        return _change(turn)
    return turn.requested == "person" and _person(turn, value)


def press_change(turn: Turn, value: str) -> None:
    """ "change:child_age" and the like, pressed; "go_on" means that all is right."""
    if value.startswith("change:"):
        turn.change(value.removeprefix("change:"))


def _go_on(turn: Turn) -> bool:
    """Free words after a disclosure answer the three prompts: they go to whoever reads the alert."""
    message = turn.message
    turn.by_the_way()
    goes_on = message.intent in ("skip", "affirm") and message.words <= ACCOUNT_WORDS
    if turn.tracker.get_slot("safety_open") and not goes_on:
        add_to_alert(turn.tracker, message)
        turn.account()
        turn.slots["safety_open"] = None
        turn.voice.say("utter_safety_added", kind="safety")
        turn.next_up = "go_on"
    elif is_account(message):
        turn.account()
    return True


def _confirm(turn: Turn, value: str | None) -> bool:
    message = turn.message
    if agrees(message, value) or plain_wish(message) == SEND:
        turn.sends, turn.slots["confirm"] = True, "yes"
    elif value == "no" or (message.intent in ("deny", "change_answer") and message.words < ACCOUNT_WORDS):
        turn.next_up = "change"
    elif is_account(message) or adds(message):
        turn.by_the_way()
        turn.account_too()
    else:
        return bool(message.facts()) and turn.correct()
    return True


def _change(turn: Turn) -> bool:
    """What is to change, named in words; "nothing" and the like lead back to the read-back."""
    named = chosen_by_words(turn.message.text, turn.changeable())
    if named:
        press_change(turn, named)
        return True
    fact = named_fact(turn.message.text)
    if fact and (fact == "what_happened" or turn.facts.get(fact) is not None):
        turn.change(fact)
        return True
    if turn.message.facts() or is_account(turn.message):
        return turn.correct()  # an account is kept beside what it corrects
    return turn.message.intent in NOTHING_TO_CHANGE


def _person(turn: Turn, value: str | None) -> bool:
    """A person is called on a yes only; whatever else is said is heard, and the questions go on."""
    if agrees(turn.message, value):
        call_person(turn.tracker, turn.voice, "offered")
        turn.slots["handoff_state"] = turn.tracker.get_slot("handoff_state") or "waiting"
    elif is_account(turn.message):
        turn.by_the_way()
        turn.account_too()
    else:
        turn.by_the_way()
    return True
