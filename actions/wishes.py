"""Wishes: whether a message inside a form asks for something else, which a rule answers, or belongs to the form."""

from __future__ import annotations

import re

from actions.hearing import LONG_ANSWER_WORDS, Heard
from actions.questions import pressed
from bot.complaints.facts import CHOICES

# Wishes that a rule answers. Inside a question for free words only the first list counts, and only when short:
# "an apology" is an answer, whatever the ear takes it for.
ALWAYS_WISHES = {
    "talk_to_person", "ask_advocate", "ask_process", "ask_eligibility", "ask_privacy", "ask_ombudsman",
    "ask_accessible", "explain_question", "repeat", "restart", "stop", "bot_challenge", "hand_back",
}  # fmt: skip
DIGRESSIONS = ALWAYS_WISHES | {
    "greet", "goodbye", "thanks", "out_of_scope", "check_status", "add_information", "escalate", "withdraw",
    "change_contact", "case_advocate",
}  # fmt: skip
# "Close the case" answers what would put it right. Only plain words end or clear what was told.
ENDINGS = {
    "stop": re.compile(
        r"\b(stop|quit|exit|cancel|leave (it|this|me)|bye|enough|finish(ed)?|i'?m done)\b", re.IGNORECASE
    ),
    "restart": re.compile(r"\b(start (over|again|afresh|from)|restart|begin again|reset|scrap)\b", re.IGNORECASE),
}
# How a wish begins. "Talk to me nicely" and "fix it" answer a question; "can I talk to somebody" asks one.
WISH_OPENING = re.compile(
    r"((please|pls|sorry|wait|no|ok)[,. ]+)*"
    r"(can|could|may|who|what|whats|why|y|how|when|where|do|does|is|are|r|will|stop|quit|exit"
    r"|cancel|bye|start|restart|begin|reset|help|repeat|again|human|person|advocate|enough|i'?m done|get me"
    r"|(i (want|need|would like|'?d like)|let me) (to (talk|speak|chat|stop)|talk|speak|a|someone|somebody|an|help)"
    r"|(talk|speak|chat) to (a|an|some|the)|no(pe)?,? (stop|start))\b",
    re.IGNORECASE,
)
GENTLE = ("go_on", "confirm", "change", "person")  # questions of the conversation's own, no facts
SURE_OF_WISH = 0.5


def digresses(message: Heard, requested: str, audience: str | None) -> bool:
    """Whether a rule should answer this message instead of the concern form."""
    wish = message.intent
    if wish == "hand_back":
        return True
    if message.choice is not None:
        return message.choice.startswith("do:") and wish in DIGRESSIONS
    if message.page:
        return False  # what stands in a question's own field answers it, whatever it sounds like
    if pressed(requested, message, audience) or requested in message.facts() or message.sure < SURE_OF_WISH:
        return False
    if requested in GENTLE or CHOICES.get(requested) is not None:
        return wish in DIGRESSIONS and message.words <= 2 * LONG_ANSWER_WORDS
    return leaves_free_words(message)


def leaves_free_words(message: Heard) -> bool:
    """Whether a message is a wish although the question was for free words, in which much may sound like one."""
    wish = message.intent
    if not (WISH_OPENING.match(message.text.strip()) or message.text.rstrip().endswith("?")):
        return False
    if wish in ENDINGS and not ENDINGS[wish].search(message.text):
        return False
    return wish in ALWAYS_WISHES and (message.words <= LONG_ANSWER_WORDS or message.text.rstrip().endswith("?"))
