"""Listening: one message read against the open question of the concern form, or as the first of all."""

from __future__ import annotations

import re
from dataclasses import replace

from actions._base import services
from actions.beside import (
    beside,
    goes_on_telling,
    has_no_beginning,
    has_none,
    may_be_account_too,
    only_swears,
    protests,
    reaches,
    says_nothing,
)  # fmt: skip
from actions.corrections import corrects
from actions.half_said import asks_for_the_rest, explain, tells_an_age, tells_how_to_reach
from actions.hearing import ACCOUNT_WORDS, LONG_ANSWER_WORDS, Heard, adds, is_account, only_announces
from actions.own_questions import hear_own, press_change
from actions.plain_wishes import EXPLAIN, SEND, TAKES_BACK, WAIT, plain_wish
from actions.questions import agrees, answer, named_value, pressed
from actions.read_back import understood
from actions.safety import add_to_alert, help_now
from actions.told_before import told_before
from actions.turn import Turn
from actions.wanted import says_wish, wants
from actions.wishes import GENTLE, goes_on
from bot.complaints.facts import CHOICES, MATTERS, NATURES

KIND_BY_INTENT = {"give_compliment": "compliment", "request_service": "service_request"}
SURE_OF_KIND = 0.8  # a complaint taken for thanks would get no clock
# Thanks with a wrong in them are a complaint. Long thanks sound a little like one too, so the ear alone must be sure.
SURE_OF_WRONG = 0.7
GRUMBLES = re.compile(
    r"\b(but|however|although|except|complain\w*|wrong|never|nobody|no one|late|wait\w*|still|unfortunately)\b",
    re.IGNORECASE,
)
TELLS = ("raise_concern", "disclose_risk", "give_compliment", "request_service")
NO_BEGINNING = ("affirm", "deny", "greet", "thanks")


def open_with(turn: Turn) -> None:
    """The first message: it may already be the account, and it may tell who is speaking."""
    page = turn.message.page
    turn.slots["misunderstood"] = 0
    if not turn.tracker.get_slot("started"):
        if not page:  # a page has said it already, above its first field
            turn.voice.say("utter_start")
        turn.slots["started"] = turn.begins = True
    if page:
        _kind(turn)
        hear(turn)
        return
    turn.offer_interpreter()
    _kind(turn)
    if turn.message.choice == "do:raise_concern" and (message := told_before(turn.tracker)):
        turn.message = replace(message, message_id=turn.message.message_id)
        turn.by_the_way()
        turn.account()
        turn.voice.say("utter_kept_from_before")
        return
    if turn.message.choice is not None or (turn.facts.points and corrects(turn.message, turn.facts) and turn.correct()):
        return
    turn.by_the_way()
    if is_account(turn.message):
        turn.account()


def _kind(turn: Turn) -> None:
    """Whether somebody comes to say thank you or to ask for something, and not to complain."""
    kind = KIND_BY_INTENT.get(turn.message.intent) if turn.message.page in (None, "what_happened") else None
    if kind == "compliment" and _grumbles(turn.message):
        return
    if kind and turn.message.sure >= SURE_OF_KIND and not turn.facts.get("kind"):
        turn.facts = turn.facts.telling("kind", kind)


def _grumbles(message: Heard) -> bool:
    natures = message.labels("nature")
    return bool(natures) and (natures[0][1] >= SURE_OF_WRONG or GRUMBLES.search(message.text) is not None)


def hear(turn: Turn) -> None:
    """Read the message against the open question."""
    assert turn.requested is not None
    turn.offer_interpreter()
    value = pressed(turn.requested, turn.message, turn.voice.audience)
    if _command(turn, value) or _plain_wish(turn) or _correction(turn) or _answered(turn, value):
        turn.misses.pop("person", None)
        turn.slots |= {"misunderstood": 0, "misses": turn.misses}
    else:
        _not_understood(turn)


def told_beside(turn: Turn) -> None:
    """What was told along with a wish or a question that another action has just answered."""
    turn.by_the_way()
    if goes_on_telling(turn.message, "") and not turn.message.text.rstrip().endswith("?"):
        turn.account_too()


def _command(turn: Turn, value: str | None) -> bool:
    """Quick replies that mean the same at every question."""
    if value == "send_now":
        turn.sends = bool(turn.facts.points)
        turn.slots["send_now"] = turn.sends
    elif value in ("go_on", "do:raise_concern") or _goes_on(turn, value):
        pass
    elif turn.message.intent == "stop" and goes_on(turn.message):
        turn.next_up = turn.requested  # "forget it, I'll carry on here" ends nothing and answers nothing
    elif value == "help_now":
        turn.next_up = "go_on"
        help_now(turn.tracker, turn.voice, turn.message)
    elif value == "not_meant" or _takes_back(turn):
        add_to_alert(turn.tracker, turn.message)
        turn.voice.say("utter_not_meant", kind="safety")
        turn.next_up = "go_on"
    elif value == "do:change_answer":
        turn.next_up = "change"
    elif value and value.startswith("change:"):
        press_change(turn, value)
    else:
        return False
    return True


def _takes_back(turn: Turn) -> bool:
    """ "Jk, I'm fine", typed after words of danger, is what the button says: whoever reads them hears that too."""
    told = turn.requested == "go_on" and turn.tracker.get_slot("safety_count")
    return bool(told) and plain_wish(turn.message) == TAKES_BACK


def _goes_on(turn: Turn, value: str | None) -> bool:
    """A yes to a question that was left open means that it may be asked again, unless yes is an answer to it."""
    left_open = turn.voice.lately.left_open() and turn.requested not in GENTLE
    return left_open and "yes" not in (CHOICES.get(str(turn.requested)) or ()) and agrees(turn.message, value)


def _plain_wish(turn: Turn) -> bool:
    """ "Send it", "hang on", "I don't get it", typed at any question; what is sent so is read back before."""
    wish = plain_wish(turn.message)
    if wish != EXPLAIN and named_value(str(turn.requested), turn.message):
        return False  # "no understand" is no "no"; "not yet" may well be one
    if wish == SEND and turn.requested != "confirm" and turn.facts.points:
        turn.next_up = "confirm"
    elif wish in (WAIT, EXPLAIN):
        turn.next_up, turn.waits = turn.requested, wish == WAIT
        if wish == EXPLAIN:
            explain(turn)
    else:
        return False
    return True


def _correction(turn: Turn) -> bool:
    """A correction of something told earlier; never the answer to what is asked now."""
    if turn.message.page or not corrects(turn.message, turn.facts):
        return False
    answers_it = turn.requested in turn.message.facts() and not turn.facts.settled(str(turn.requested))
    return not answers_it and turn.correct()


def _answered(turn: Turn, value: str | None) -> bool:
    fact, message = str(turn.requested), turn.message
    if value is None and wants(message, fact):
        turn.by_the_way()
        turn.wanted_too()
        return True
    if fact == "person" and value is None and (waiting := _answers_what_waits(turn)):
        fact = waiting
    if fact in GENTLE:
        return hear_own(turn, value)
    if fact == "what_happened":
        return _account_answer(turn, value)
    if value == "do:skip" or (value is None and _passes(fact, message)):
        turn.refuse(fact)
        return True
    if value is None and not message.page and goes_on_telling(message, fact):
        turn.by_the_way()
        turn.account_too()
        return True
    told = _told(turn, fact, value)
    others = turn.by_the_way()
    if value is None and tells_an_age(turn, fact):
        return True
    if value is None and fact == "accessible_needs" and tells_how_to_reach(turn):
        return True
    if told is not None and may_be_account_too(message, fact):
        turn.account_too()
    if told is None and message.means("dont_know") and message.words <= LONG_ANSWER_WORDS:
        turn.refuse(fact)
        return True
    return turn.keep(fact, told) or _as_account(turn, fact) or others or _said_again(turn)


def _answers_what_waits(turn: Turn) -> str | None:
    """The question behind the offer of a person, when that is answered instead: "in care" turns nobody down."""
    waiting = services().intake.next_question(turn.facts)
    bare = turn.message.intent in ("affirm", "deny", "skip", "talk_to_person") or agrees(turn.message, None)
    return None if waiting is None or bare or named_value(waiting, turn.message) is None else waiting


def _passes(fact: str, message: Heard) -> bool:
    """Whether somebody would rather leave this one, or has nothing to tell: "no" and "anonymous" are nobody's name."""
    if message.means("skip") and message.words <= LONG_ANSWER_WORDS:
        return not (fact == "wanted_outcome" and says_wish(message.text))
    return not message.page and has_none(fact, message)


def _told(turn: Turn, fact: str, value: str | None) -> str | None:
    allowed = MATTERS if fact == "matter" else NATURES if fact == "nature" else CHOICES.get(fact)
    if value is not None and not value.startswith("do:") and (allowed is None or value in allowed):
        return value
    if allowed is None and not turn.message.page and beside(fact, turn.message):
        return None
    if fact == "safe_to_contact" and turn.facts.is_young and not turn.message.page and not reaches(turn.message.text):
        return None  # a child who gives no way would wait for an answer that cannot come
    return answer(fact, turn.message, services().intake.today())


def _said_again(turn: Turn) -> bool:
    """Whether somebody only says what we know already: that was plain, so nobody apologises."""
    facts = turn.message.facts()
    return bool(facts) and all(turn.facts.get(name) == value for name, value in facts.items())


def _as_account(turn: Turn, fact: str) -> bool:
    about = fact in ("matter", "nature") and turn.message.words >= ACCOUNT_WORDS
    if not about and not is_account(turn.message) and not adds(turn.message):
        return False
    if about:
        turn.refuse(fact)  # they have told it in their own way
    turn.account_too()
    return True


def _account_answer(turn: Turn, value: str | None) -> bool:
    turn.by_the_way()
    message = turn.message
    if value is not None:
        return value != "do:skip"
    if has_no_beginning(message) or says_nothing(message.text, "what_happened") or only_swears(message):
        return False
    if message.words < ACCOUNT_WORDS and (message.intent in NO_BEGINNING or _tells_nothing_known(message)):
        return False
    if not only_announces(message.text):
        turn.account()
    return True


def _tells_nothing_known(message: Heard) -> bool:
    """Whether the ear makes nothing of a few words: no wish, no matter, no fact."""
    return not message.means(message.intent) and message.intent not in TELLS and not message.entities


def _not_understood(turn: Turn) -> None:
    """Say what was understood so far and ask again; the second time running offer a person, and do not insist."""
    assert turn.requested is not None
    turn.next_up = turn.requested
    if only_swears(turn.message) or protests(turn.message.text):
        turn.voice.say("utter_sworn")
        return
    if asks_for_the_rest(turn):
        return
    turn.misses[turn.requested] = turn.misses.get(turn.requested, 0) + 1
    in_a_row = int(turn.tracker.get_slot("misunderstood") or 0) + 1
    if in_a_row >= 2 and not turn.misses.get("person") and not turn.tracker.get_slot("handoff_state"):
        turn.next_up, in_a_row, turn.misses["person"] = "person", 0, 1
    elif turn.requested == "what_happened" and has_no_beginning(turn.message):
        turn.voice.say("utter_where_to_begin")
    elif lines := understood(turn.voice, turn.facts):
        turn.voice.say("utter_pardon_known", lines=lines)
    else:
        turn.voice.say("utter_pardon")
    turn.slots |= {"misses": turn.misses, "misunderstood": in_a_row}
