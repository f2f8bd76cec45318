"""Wishes: whether a message inside a form asks for something else, which a rule answers, or belongs to the form."""

from __future__ import annotations

import re

from actions.beside import DETAILS, has_none, only_swears, says_nothing
from actions.hearing import ACCOUNT_WORDS, LONG_ANSWER_WORDS, Heard
from actions.named_facts import named_fact
from actions.plain_wishes import TAKES_BACK, plain_wish
from actions.questions import named_value, pressed
from bot.complaints.facts import CHOICES
from bot.complaints.fears import fear_of

# Wishes that a rule answers. Inside a question for free words only the first list counts, and only when short:
# "an apology" is an answer, whatever the ear takes it for.
ALWAYS_WISHES = {
    "talk_to_person", "ask_advocate", "ask_process", "ask_eligibility", "ask_privacy", "ask_ombudsman",
    "ask_accessible", "explain_question", "repeat", "restart", "stop", "bot_challenge", "hand_back",
}  # fmt: skip
QUESTIONS = ("ask_process", "ask_eligibility", "ask_privacy", "ask_ombudsman", "ask_accessible")
OF_A_CASE = {"check_status", "add_information", "escalate", "withdraw", "change_contact", "case_advocate"}
DIGRESSIONS = ALWAYS_WISHES | OF_A_CASE | {"greet", "goodbye", "thanks", "out_of_scope"}
# What ends or clears what was told needs plain words, or an ear that is all but certain: "close the case" answers
# what would put it right.
ENDINGS = {
    "stop": re.compile(
        r"\b(stop|quit|exit|cancel|leave (it|this|me)|bye|enough|finish(ed)?|i'?m (done|out)|forget (it|this)"
        r"|never ?mind"
        r"|no more|give up|shut up|(don'?t|do not|dont) want to (do|carry|go|talk|say|continue|answer|speak|chat))\b",
        re.IGNORECASE,
    ),
    "restart": re.compile(
        r"\b(start(ing)? (all )?(over|again|afresh|anew|from)|restart|begin (again|afresh)|reset|scrap"
        r"|(go )?back to the (start|beginning)|(forget|delete|clear|wipe|erase) (everything|all|that|it|what)"
        r"|(new|fresh) (start|chat|conversation))\b",
        re.IGNORECASE,
    ),
    "goodbye": re.compile(
        r"\b((good)?bye\w*|ciao|cya|(see|talk to|speak to|catch) (you|ya|u)|^laters?|good ?night|gtg|g2g"
        r"|(got|have|need|gotta) (to )?go)\b",
        re.IGNORECASE,
    ),
}
# Said at the end of whatever else, this leaves: "mums back gotta go". "She has got to go" is an answer.
LEAVES = re.compile(
    r"\b((gotta|gtg|g2g|bye+)( now)?|(gotta|i('?ve| have)? (got|have|need) to|ive got to) go( now)?)\W*$", re.IGNORECASE
)
# What others should stop would put it right; it does not stop the conversation.
STOPS_OTHERS = re.compile(
    r"\bstop (them|him|her|you|people|the|my|our|his|their|all|lying|coming|moving|changing|cancell?ing|ignoring"
    r"|blaming|(it|this|that) (from|happening|going))\b"
    r"|\bstop (?!(everything|anything|(ask|talk|chatt|typ|text|messag|writ|answer|question|bother|bugg|annoy|go)ing)\b)"
    r"\w{3,}ing\b"
    r"|\b(make|get|tell|want|need|ask) (him|her|them|it|this|that|my \w+|the \w+|people|everyone) (to )?stop\b",
    re.IGNORECASE,
)
# "Forget it, I'll carry on here" and "no don't stop" end nothing, unless carrying on is what somebody will not do.
GOES_ON = re.compile(
    r"\b(carry(ing)? on|continue|keep going|(don'?t|do not|not) stop|(ok|lets?|let'?s|i'?ll|please) go on)\b",
    re.IGNORECASE,
)
NOT_ON = re.compile(
    r"\b(don'?t|do not|can'?t|cannot|won'?t|not|no longer|rather not)\b.{0,15}\b(carry(ing)? on|continue|keep going)\b",
    re.IGNORECASE,
)
SURE_OF_ENDING = 0.9
# "And another thing" adds to what is being told; only what was sent before has a reference to be asked for.
SENT_BEFORE = re.compile(
    r"\b(ref|reference|receipt|case|secret|(sent|submitted|reported|complained)|(last|earlier|other|old|existing|previous)"
    r" complaint|my complaint|you (already )?have)\b",
    re.IGNORECASE,
)
# Small talk that asks the computer about itself answers no question, not even one for free words.
ASKS_US = re.compile(r"\b(do|are|have|did) (you|u|ya) (?!think|know)\w+", re.IGNORECASE)
# Courtesies are no answer to any question, where they are all that is said.
COURTESIES = ("greet", "thanks", "goodbye", "bot_challenge")
SURE_OF_COURTESY, COURTEOUS_WORDS = 0.8, 3
# How a wish begins. "Talk to me nicely" and "fix it" answer a question; "can I talk to somebody" asks one.
WISH_OPENING = re.compile(
    r"((please|pls|sorry|wait|no|ok|okay|so|and|but|well|just|um+|er+|actually|hi|hey|also|yeah|yes)[,. ]+)*"
    r"(can|could|may|who|what|whats|why|y|how|when|where|do|does|is|are|r|will|stop|quit|exit"
    r"|cancel|bye|start|restart|begin|reset|help|repeat"
    r"|put me|connect me|transfer|again|human|person|advocate|enough|i'?m (done|out)|get me"
    r"|forget (it|this)|never ?mind|no more|i? ?(don'?t|do not|dont) want to"
    r"|(i (want|need|would like|'?d like)|let me) (to (talk|speak|chat|stop|quit)|talk|speak|a|someone|somebody"
    r"|an|help)"
    r"|(talk|speak|chat) to (a|an|some|the)|no(pe)?,? (stop|start))\b",
    re.IGNORECASE,
)
# Where a message names a value of what was asked, it must ask for more: "a young person" asks for nobody.
ASKS = re.compile(
    r"((please|pls|sorry|wait|no|ok|okay|so|and|but|well|just|hi|hey|actually)[,. ]+)*"
    r"(can|could|may|who|what|whats|why|how|when|where|do|does|is|are|will|put me|connect me|get me|let me"
    r"|i(['’]?d| would)? (want|need|like)|(talk|speak) to)\b",
    re.IGNORECASE,
)
SOMEBODY = re.compile(r"\b(person|human|some(one|body)|officer|manager|real|adult|staff)\b", re.IGNORECASE)
# "Don't tell my dad" is their answer. Asked at any other question, it wants one of ours first.
ASKS_WHOM_TO_TELL = ("must_not_tell", "safe_to_contact")
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
    if pressed(requested, message, audience) or _is_plain(message, requested):
        return False
    if requested == "change" and named_fact(message.text):
        return False
    if fear_of(message.text):
        return requested not in ASKS_WHOM_TO_TELL or message.text.rstrip().endswith("?")
    if _leaves(message):
        return True
    if wish == "add_information" and not SENT_BEFORE.search(message.text):
        return False
    if message.sure < SURE_OF_WISH:
        return False
    if requested in message.facts() and not (wish in QUESTIONS and message.text.rstrip().endswith("?")):
        return False
    if says_nothing(message.text, requested) or only_swears(message) or has_none(requested, message):
        return False
    if named_value(requested, message) and not _wishes_all_the_same(requested, message):
        return False
    if wish == "out_of_scope" and message.words <= COURTEOUS_WORDS:
        return False  # not understood, rather than somebody else's business
    if requested in GENTLE or CHOICES.get(requested) is not None:
        return wish in DIGRESSIONS and message.words <= 2 * LONG_ANSWER_WORDS and not only_seems_to_end(message)
    if requested in DETAILS and wish in OF_A_CASE and message.sure >= SURE_OF_ENDING:
        return message.words >= ACCOUNT_WORDS or leaves_free_words(message)  # "I am not happy" is nobody's name
    if requested == "what_happened" and wish in ALWAYS_WISHES and message.sure >= SURE_OF_ENDING:
        return message.words <= LONG_ANSWER_WORDS and (message.intent not in ENDINGS or ends_plainly(message))
    return leaves_free_words(message)


def _is_plain(message: Heard, requested: str) -> bool:
    """Whether it is a wish that the form itself sees to; "only joking" is one where danger may have been told."""
    wish = plain_wish(message)
    return wish is not None and (wish != TAKES_BACK or requested == "go_on")


def _wishes_all_the_same(requested: str, message: Heard) -> bool:
    """Whether words that name a value of what was asked are a wish; "ring me" asks for no person to talk to now."""
    if message.intent not in ALWAYS_WISHES:
        return False
    if requested == "contact_preference":
        return SOMEBODY.search(message.text) is not None
    return ends_plainly(message) or ASKS.match(message.text.strip()) is not None or message.text.rstrip().endswith("?")


def _leaves(message: Heard) -> bool:
    return message.intent in ENDINGS and message.words <= LONG_ANSWER_WORDS and LEAVES.search(message.text) is not None


def _sounds_asked(message: Heard) -> bool:
    return WISH_OPENING.match(message.text.strip()) is not None or message.text.rstrip().endswith("?")


def only_seems_to_end(message: Heard) -> bool:
    """Whether the ear heard "stop", "start over" or "goodbye" in words that are none of them, and is not certain."""
    if message.intent == "stop" and (STOPS_OTHERS.search(message.text) or goes_on(message)):
        return True
    plainly = ENDINGS.get(message.intent)
    return plainly is not None and message.sure < SURE_OF_ENDING and not plainly.search(message.text)


def goes_on(message: Heard) -> bool:
    """Whether somebody says that they go on: "actually no, carry on", "don't stop"."""
    plain = message.text.replace("’", "'")
    return message.words <= LONG_ANSWER_WORDS and GOES_ON.search(plain) is not None and not NOT_ON.search(plain)


def ends_plainly(message: Heard) -> bool:
    """Whether a wish to stop, to start over or to say goodbye is said in plain words."""
    return message.intent in ENDINGS and ENDINGS[message.intent].search(message.text) is not None


def leaves_free_words(message: Heard) -> bool:
    """Whether a message is a wish although the question was for free words, in which much may sound like one."""
    wish = message.intent
    if wish == "stop" and only_seems_to_end(message):
        return False
    if wish in COURTESIES and message.sure >= SURE_OF_COURTESY and message.words <= COURTEOUS_WORDS:
        return not only_seems_to_end(message)
    if wish == "out_of_scope" and message.sure >= SURE_OF_ENDING and message.words <= LONG_ANSWER_WORDS:
        return ASKS_US.search(message.text) is not None
    if not _sounds_asked(message):
        return False
    return (
        wish in ALWAYS_WISHES
        and (message.intent not in ENDINGS or ends_plainly(message))
        and (message.words <= LONG_ANSWER_WORDS or message.text.rstrip().endswith("?"))
    )
