"""Beside the question: what people type that is no answer to it, and must not be kept as one.

Only a question for free words needs this: anything would do as its answer. Every test errs towards keeping words.
"""

from __future__ import annotations

import re

from actions.bare_answers import is_relation
from actions.hearing import ACCOUNT_WORDS, LONG_ANSWER_WORDS, Heard, is_account, point_from
from bot.complaints.facts import CHOICES

# What the answers to these are is for the person to say, at any length.
OWN_WORDS = ("wanted_outcome", "link_to_child", "tried_to_resolve", "safe_to_contact", "must_not_tell")
YES_OR_NO = ("tried_to_resolve", "deadline")  # may be answered so
NUMBERED = ("child_age", "when_happened", "phone", "postal_address", "deadline", "email", "child_name",
            "safe_to_contact")  # fmt: skip
PARTS_OF_A_WAY = ("phone", "email", "which_council", "name")  # to reach somebody: telling one answers how to
FEW_WORDS = 6
MOST_KEYS = 40  # characters: longer ones are read as words, to keep this quick
WORDS_OF_A_FACT = 4  # "she is nine now": as many words as one fact told by the way may take

_COMMAND = re.compile(r"\s*/\w")  # what is typed to a program, and means nothing here
_BARE_YES = re.compile(
    r"(?:(?:y|ye|yes|yeah|yea|yep|yup|k|ok|okay|sure|fine|cool|safe|alright)[ .,!]*)+", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYBOARD = (*_ROWS, *(row[::-1] for row in _ROWS))
_MOST_WITHOUT_VOWEL = 3  # letters: "tbh"; capitals are short for something, as "NSPCC"
_MOSTLY = 0.75  # of a word: "were" and "grew" lie so far side by side on the keyboard
_SWEARS = re.compile(
    r"\b(f+u+c+k+\w*|fck\w*|fuk\w*|ffs|wtf|stfu|shit\w*|bullshit|bollo(?:cks|x)|bastards?|twats?|wank\w*"
    r"|piss(?:ed)? ?off|crap|dickheads?|knobheads?|arse\w*|bitch\w*|cunts?|sod off|bugger off|prick|tosser\w*"
    r"|bloody (?:hell|useless)"
    r"|(?:u|ur|you|you'?re|this|it|it'?s|that'?s|bot)"
    r" (?:(?:is|are|r|so|just|all|a|bit|really|well|absolutely) )*"
    r"(?:useless|rubbish|stupid|pointless|pathetic|dumb|shite?|joke|trash|thick))\b",
    re.IGNORECASE,
)
# Said where a name, a number or an address was asked for: there is none, or it stays their own.
_HAS_NONE = re.compile(
    r"(?:no|nope|nah|none|n/?a|anon\w*|nothing|(?:i |we )?(?:don'?t|do not|dont|haven'?t|havent) (?:have|got|own|use)"
    r"(?: (?:one|any|an?|it|e-?mails?|phones?|numbers?|mobile|address|fixed))*"
    r"|(?:no|not got an?|without) (?:e-?mail|phone|mobile|number|address|name)"
    r"|(?:you|they) (?:(?:have|got|should have|already|have already|already have|know|don'?t need|dont need) ?)+"
    r"(?: ?(?:it|that|one|my \w+|this))?|(?:none of your|mind your own) (?:business|beeswax)"
    r"|(?:i(?:'?d| would)? )?(?:rather not|prefer not|not (?:telling|saying|giving|sharing))\b.*)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:no|nope|nah|none|nothing|not really|no thanks?)(?: (?:thanks?|really|else))?", re.IGNORECASE)
# Said at being asked, and to no question: "read what i wrote", "why do you keep asking", "absolute disgrace".
_PROTESTS = re.compile(
    r"\W*(?:(?:i|we)(?:['’]?ve)? (?:have )?(?:already|just) (?:told|said|answered|explained)\b.*"
    r"|(?:just )?read (?:what|it|my|the) (?:i|we|again|above|message)\b.*"
    r"|(?:why|stop) (?:do |are )?(?:you |u )?(?:keep |all )?(?:asking|ask|the questions)\b.*"
    r"|(?:you|u) (?:people|lot|guys) (?:never|don['’]?t|do not|are|just)\b.*"
    r"|(?:what an? |an? )?(?:(?:absolute(?:ly)?|total(?:ly)?|complete(?:ly)?|utter(?:ly)?) )?"
    r"(?:disgrace(?:ful)?|shambles|disgusting|unbelievable|ridiculous|pathetic|nonsense)"
    r"|(?:oh )?for (?:god|f\w*|christ|goodness|heaven)['’]?s? ?sakes?"
    r"|(?:so )?(?:are you |you )?(?:gonna|going to) do (?:something|anything)\b.*)\W*",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(where|how)( do| should| can| would)?( i| we)?( to)? (start|begin)\b|\blong story\b", re.IGNORECASE
)
_ANY = re.compile(r"(?:any|either|whichever|whatever|anything|any way|(?:i )?don'?t mind|up to you)(?: is fine)?", re.I)
DETAILS = ("name", "child_name", "email", "phone", "postal_address", "team_or_worker", "which_council", "child_age")
SURE_OF_NOT_KNOWING = 0.8
_WISHES_FOR = re.compile(
    r"\b(want\w*|wish\w*|like[ds]?|love|hope\w*|need\w*|should|must|have to|has to|ha(?:ve|s) got to|sorry|apolog\w+"
    r"|please|fix\w*|put \w+ right|let (?:me|us|him|her|them)|give|stop\w*|instead|ask\w* (?:for|that)"
    r"|expect\w*|so that"
    r"|pay\w*|paid|compensat\w+|chang\w+|someone to|somebody to|them to|to be|him to|her to|us to|me to|demand\w*"
    r"|request\w*|would help|return\w*|correct\w*|explain\w*|explanations?|new|different|better|back)\b",
    re.IGNORECASE,
)
# Where we asked how to answer somebody: what a way of reaching them is made of.
_WAYS_TO_REACH = re.compile(
    r"@|\d|\b(e-?mails?|texts? me|phone|mobile|by (?:post|letter)|what'?s ?app|safe\w*|trust\w*|through|via"
    r"|(?:ring|call|phone|message|tell|ask|speak to|talk to|write to) (?:me|us|my|him|her|them)"
    r"|(?:only|best|better|rather) (?:to )?(?:at|in|on|by|with|when|ring|call|phone|text|tell|ask|write|speak|talk))\b",
    re.IGNORECASE,
)
# "Text me", "ring me after 4" where something else was asked; a loop or large print is no way to be reached.
_REACH_ME = re.compile(
    r"\b(?:by|via|through) (?:text|phone|e-?mail|post|letter|message|what'?s ?app)\b"
    r"|\b(?:text|ring|call|phone|e-?mail|message|whats ?app|write to) (?:me|us|my)\b"
    r"|^\W*(?:text|e-?mail|whats ?app|post|letter)s?(?: (?:only|is \w+))?\W*$",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"\b(?:interpret\w*|language|sign|bsl|braille|large|big|easy|print|read\w*|deaf|blind|hearing|dyslexi\w*|autis\w*"
    r"|can'?t|cannot|slow\w*|simple)\b",
    re.IGNORECASE,
)
# Whom a child trusts, when it is safe, or that there is no way: all of it tells whoever answers what to do.
_SOMEBODY_OR_NONE = re.compile(
    r"\b(?:mum|mam|mom|dad|nan\w*|gran\w*|aunt\w*|uncle|sister|brother|cousin|carers?|teachers?|tutor|school|miss|mr"
    r"|mrs|ms|sir|friends?|mates?|advocate|worker|iro|nurse|coach|neighbour|somebody|someone|adult|grown ?up|club"
    r"|here|chat|insta\w*|snap\w*|discord|when|after|before|not|no|nope|nah|never|none|nobody|don'?t|weekends?"
    r"|\w+days?|morning|evening|night|lunch|break|home|post|letter|call|ring|text|phone|mail|message|write)\b"
    r"|^\W*[A-Z][a-z]+(?: [A-Z][a-z]+)*\W*$",
    re.IGNORECASE,
)


def beside(question: str, message: Heard) -> bool:
    """Whether a message is no answer to a question for free words."""
    if says_nothing(message.text, question) or only_swears(message) or protests(message.text):
        return True
    if question == "wanted_outcome" and is_relation(message.text):
        return True
    return tells_something_else(message, question) or (question not in YES_OR_NO and is_a_bare_yes(message))


def has_none(question: str, message: Heard) -> bool:
    """Whether somebody has, knows or gives nothing where free words were asked for."""
    plain = message.text.strip(" .!,").replace("’", "'")
    if question == "contact_preference":
        return _ANY.fullmatch(plain) is not None
    if CHOICES.get(question) is not None or question in ("matter", "nature", "what_happened"):
        return False
    if question == "wanted_outcome" and _NOTHING.fullmatch(plain):
        return True
    if message.intent == "dont_know" and message.sure >= SURE_OF_NOT_KNOWING and message.words <= FEW_WORDS:
        return True
    return question in DETAILS and message.words <= FEW_WORDS and _HAS_NONE.fullmatch(plain) is not None


def says_nothing(text: str, question: str) -> bool:
    """Whether a text has no words in it at all: signs, faces, keys pressed in a row, commands."""
    words = text.split()
    if question in NUMBERED and any(sign.isdigit() for sign in text):
        return False
    if len(_LETTERS.findall(text)) < 2 or _COMMAND.match(text):
        return True
    return len(words) <= FEW_WORDS // 2 and len(text) < MOST_KEYS and all(_is_no_word(word) for word in words)


def _is_no_word(word: str) -> bool:
    plain = "".join(_LETTERS.findall(word.lower()))
    if not plain.isascii() or len(plain) < 3 or word.isupper():
        return not plain
    if len(set(plain)) == 1 or (len(plain) > _MOST_WITHOUT_VOWEL and not set(plain) & set("aeiouy")):
        return True
    return _longest_run(plain) > _MOSTLY * len(plain)


def _longest_run(word: str) -> int:
    """The most letters running that lie side by side on a keyboard."""
    parts = {word[start:end] for start in range(len(word)) for end in range(start + 1, len(word) + 1)}
    return max(len(part) for part in parts if any(part in row for row in _KEYBOARD))


def only_swears(message: Heard) -> bool:
    """Whether somebody lets off steam, and says little more."""
    return message.words <= FEW_WORDS and not is_account(message) and _SWEARS.search(message.text) is not None


def protests(text: str) -> bool:
    """Whether somebody protests at being asked; whoever goes on for longer tells us something."""
    return len(text.split()) <= 2 * FEW_WORDS and _PROTESTS.fullmatch(text) is not None


def tells_something_else(message: Heard, question: str) -> bool:
    """Whether a message only tells other facts: "im her mum" answers neither what would help nor how to reply."""
    part = PARTS_OF_A_WAY if question == "safe_to_contact" else ()
    others = [name for name in message.facts() if name != question and name not in part]
    if not others or question in message.facts():
        return False
    return message.words <= WORDS_OF_A_FACT * len(others)


def goes_on_telling(message: Heard, question: str) -> bool:
    """Whether a long message adds to the account, although the question was for something else."""
    if message.words < LONG_ANSWER_WORDS or not is_account(message):
        return False
    return question not in OWN_WORDS or (question == "wanted_outcome" and not _WISHES_FOR.search(message.text))


def may_be_account_too(message: Heard, question: str) -> bool:
    """Whether what was written as a safe way to answer is a concern as well: then it is kept as both, to lose neither.

    An answer may be given again, and what it said before is then gone; an account only grows.
    """
    if question != "safe_to_contact" or message.words < LONG_ANSWER_WORDS or not is_account(message):
        return False
    return bool(point_from(message).matter) and not asks_how_to_reach(message.text)


def asks_how_to_reach(text: str) -> bool:
    """Whether a text names a way to reach somebody, so that it may be the safe one that was asked for."""
    return _WAYS_TO_REACH.search(text) is not None


def says_how_to_reach(text: str) -> bool:
    """Whether a text is about being written to, called or texted, and no more than that."""
    return _REACH_ME.search(text) is not None and not _NEEDS.search(text)


def reaches(text: str) -> bool:
    """Whether words may be a way to reach a child, or say that there is none: through whom, when, by what."""
    return asks_how_to_reach(text) or _SOMEBODY_OR_NONE.search(text) is not None


def has_no_beginning(message: Heard) -> bool:
    """Whether somebody wants to tell what happened and does not know how."""
    if message.intent in ("skip", "dont_know") and message.words <= LONG_ANSWER_WORDS // 2:
        return True
    return message.words <= FEW_WORDS + 2 and _BEGINS.search(message.text) is not None


def is_a_bare_yes(message: Heard) -> bool:
    """ "Yes" or "thanks" to a question that cannot be answered so."""
    short = message.words < ACCOUNT_WORDS
    sure = message.intent in ("affirm", "thanks", "greet") and message.sure >= 0.8
    return short and (sure or _BARE_YES.fullmatch(message.text.strip()) is not None)
