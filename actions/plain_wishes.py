"""Plain wishes: "send it", "hang on", "I don't get it", "only joking": short words with one meaning wherever said.

The ear has no intent for them, or an uncertain one, and a question for free words would take them for its answer.
"""

from __future__ import annotations

import re

from actions.hearing import Heard

SEND, WAIT, EXPLAIN, TAKES_BACK = "send", "wait", "explain", "takes_back"
MOST_WORDS = 8

_BEFORE = r"(?:(?:ok|okay|please|pls|just|so|oh|um+|er+|sorry|and|but|well|hey|now) )*"
_AFTER = r"(?: (?:please|pls|plz|now|then|off|a bit|for me|ok|thanks|thank you|tho|though|yet|mate|lol))*"
_LITTLE = (
    r"(?P<little>(?:(?:i|me|my) )?(?:no|not|don'?t|dont|little|bad|no good|not good|poor|only little) "
    r"(?:speak |know |have |write |read |well )*(?:good |much |well )?english(?: (?:good|well|much|no good|very well))?"
    r"|(?:my )?english (?:is )?(?:not|no|bad|poor|little|so)(?: \w+){0,2}|(?:i )?no speak(?: english)?"
    r"|(?:(?:i|me) )?(?:no|not) (?:understand|understanding|understood|get)(?: \w+){0,3})"
)
_SAID = {
    SEND: r"(?:(?:can|could|will) (?:you|we|i) |(?:i|we)(?: wanna| want to| would like to|'d like to|'ll) |let'?s )?"
    r"(?:(?:send|submit) (?:it|this|that|everything|my complaint|what i (?:said|have said|wrote|told you))"
    r"(?: (?:in|off|as it is|like that))?|send now|submit)",
    WAIT: r"(?:wait|(?:hang|hold) on|brb|be right back|(?:just )?(?:a|one|1|two|2|give me a|give us a)"
    r" (?:sec\w*|mins?|minutes?|moments?)|let me think|(?:i'?m |im |still )?thinking|hmm+"
    r"|i need (?:a )?(?:sec|minute|moment|time)(?: to think)?|give me time|not yet"
    r"|(?:wait|(?:hang|hold) on) (?:a|one|1) (?:sec\w*|mins?|minutes?|moments?)"
    r"|(?:someone|somebody|(?:my )?(?:mum|mam|mom|dad|stepdad|carer|nan|brother|sister|teacher))(?:'?s| is) coming)",
    EXPLAIN: r"(?:huh|eh|what|wot|wdym|pardon|come again|confused|i'?m (?:lost|confused)|that makes no sense"
    r"|what (?:do you|does that|does this|d'?you|u|you) mean(?: by that)?"
    r"|i (?:don'?t|do not|dont|didn'?t|didnt) (?:get|understand|follow|know what (?:that|this|you) means?)"
    r"(?: (?:it|that|this|you|the question|what you mean|what that means|what you'?re asking|any of (?:it|this)))?"
    rf"|{_LITTLE}|what (?:is |does |do |it )*(?:this |that |it )?(?:mean|means|meaning)(?: (?:this|that|it))?"
    r"|(?:what|wat|wot) (?:is )?(?:mean|means|meaning)(?: (?:of )?(?P<word>\w[\w ]{1,30}))?"
    r"|what (?:does|do) (?P<term>\w[\w ]{1,30}) means?|meaning"
    r"|what(?:'?s| is) (?:this|that)(?: question)?|(?:this|that|question) (?:is )?(?:hard|difficult|confusing))",
    TAKES_BACK: r"(?:(?:lol|haha\w*|nah|no) )*(?:(?:(?:i'?m|im|i was|it'?s|it was|that was) )?(?:(?:only|just|all) )*"
    r"(?:joking|kidding|messing(?: about| around)?|mucking about|(?:a )?joke|jokes|banter)|jks?"
    r"|(?:i )?(?:didn'?t|did not|dont|don'?t) (?:really )?mean (?:it|that|any of (?:it|that))|i made (?:it|that) up"
    r"|(?:i'?m|im) (?:really |actually )?(?:fine|ok|okay|alright|safe|all right)(?: really| honest(?:ly)?)?"
    r"|(?:please )?forget (?:i (?:said|told you) (?:it|that|anything)|what i said))(?: (?:lol|honest(?:ly)?|haha\w*))?",
}  # fmt: skip
_READY = {wish: re.compile(rf"{_BEFORE}(?:{said}){_AFTER}", re.IGNORECASE) for wish, said in _SAID.items()}


def plain_wish(message: Heard) -> str | None:
    """Which of them a message is and nothing else, or None. What stands in a page's own field is an answer."""
    if message.choice is not None or message.page or not message.text or message.words > MOST_WORDS:
        return None
    return next((wish for wish, said in _READY.items() if said.fullmatch(_plain(message.text))), None)


def knows_little_english(text: str) -> bool:
    """Whether somebody who asks what is meant says that the language is what is hard: "no english good"."""
    asked = _READY[EXPLAIN].fullmatch(_plain(text))
    return asked is not None and asked["little"] is not None


def asks_of_advocates(text: str) -> bool:
    """Whether the word that somebody asks the meaning of is the advocate's: "what is mean advocate"."""
    asked = _READY[EXPLAIN].fullmatch(_plain(text))
    return asked is not None and "advocate" in f"{asked['word']} {asked['term']}".lower()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w'’]+", " ", text).split()).replace("’", "'")
