"""Half said: messages that answer another question than the open one, only begin to answer it, or ask what it means."""

from __future__ import annotations

from actions.bare_answers import CHILDRENS_AGES, bare_age, is_relation
from actions.beside import says_how_to_reach, says_nothing
from actions.plain_wishes import asks_of_advocates, knows_little_english
from actions.questions import named_value
from actions.turn import Turn

# Questions for free words of which people often type only the first, and what then asks for the rest.
THE_REST = {"wanted_outcome": "utter_more_of_the_wish", "safe_to_contact": "utter_way_to_reach"}


def explain(turn: Turn) -> None:
    """Say what is meant; whoever finds English hard is offered somebody who speaks their language, once."""
    text = turn.message.text
    if knows_little_english(text) and not turn.facts.settled("accessible_needs"):
        turn.facts = turn.facts.telling("accessible_needs", text.strip())
        turn.voice.say("utter_little_english")
    turn.voice.say("utter_advocate_explained" if asks_of_advocates(text) else f"utter_why_{turn.requested}")


def tells_an_age(turn: Turn, fact: str) -> bool:
    """ "10", where we asked who somebody is or how they stand to us: a child has told their age."""
    age = None if turn.message.page or fact not in ("reporter_role", "care_status") else bare_age(turn.message.text)
    if age is None or age not in CHILDRENS_AGES:
        return False
    if fact == "reporter_role":
        turn.facts = turn.facts.telling("reporter_role", "child")
    turn.facts = turn.facts.telling("child_age", str(age))
    return True


def tells_how_to_reach(turn: Turn) -> bool:
    """ "Text me", where we asked what would make it easier: kept as the way to reach them, and asked again."""
    text, channel = turn.message.text.strip(), named_value("contact_preference", turn.message)
    if channel in (None, "none") or turn.message.page or not says_how_to_reach(text):
        return False
    if not turn.facts.settled("contact_preference"):
        turn.facts = turn.facts.telling("contact_preference", channel)
    before = turn.facts.get("safe_to_contact")
    turn.facts = turn.facts.telling("safe_to_contact", f"{before}\n{text}" if before else text)
    turn.voice.say("utter_contact_noted")
    return True


def asks_for_the_rest(turn: Turn) -> bool:
    """ "Mum", "yes": the beginning of an answer, whose rest is asked for rather than an apology made."""
    question, text = str(turn.requested), turn.message.text
    if question not in THE_REST or says_nothing(text, question):
        return False
    if question == "wanted_outcome" and not is_relation(text):
        return False
    turn.misses[question] = turn.misses.get(question, 0) + 1
    turn.slots |= {"misses": turn.misses}
    turn.voice.say(THE_REST[question])
    return True
