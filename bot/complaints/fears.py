"""Fears: what somebody asks before they dare to tell: that it stays a secret, or that they get into trouble for it.

A true answer comes before the first word of an account, so these are known by their words alone. Only a short message
counts: "he promised not to tell and told my mum" is an account, and so is whatever goes on for long.
"""

from __future__ import annotations

import re

SECRECY, TROUBLE = "secrecy", "trouble"
MOST_WORDS = 16

_WE = r"(?:i|we|me|us)"
_YOU = r"(?:you|u|ya|they|someone|somebody|anyone|anybody|people)"
_NOT = r"(?:can'?t|cannot|can not|won'?t|will not|don'?t|do not|never|not|mustn'?t|must not)"
_ANYBODY = (
    r"(?:any ?one|any ?body|no ?one|nobody|every ?one|(?:my )?(?:mum|mam|mom|dad|parents?|carers?|family|teacher"
    r"|social worker|school|police|foster (?:mum|dad|carers?)))"
)
_LEAD = r"(?:(?:ok|okay|but|and|so|please|pls|well|yeah|hi|hey|hello|um+|sorry|do|cross your heart|pinky)[ ,]*)*"
_SAID = {
    SECRECY: (
        rf"{_LEAD}(?:you |u |do you |will you |can you |you have to |pinky |you must )*promise"
        rf"(?: me)?(?: that)?(?: (?:{_YOU} )?(?:{_NOT}|not to|to keep|to never|it|this|you).{{0,60}})?",
        rf"{_LEAD}(?:you |u |do you )?swear(?: (?:down|on .{{1,20}}|(?:that )?{_YOU} .{{0,40}}|not to .{{0,40}}))?",
        rf".{{0,60}}\b(?:you|u|ya) {_NOT} (?:(?:to|ever|gonna|going to) )*(?:tell|say (?:it |this |anything )?to"
        rf"|let on to|grass to) {_ANYBODY}\b.{{0,20}}",
        rf"{_LEAD}(?:don'?t|do not|never) (?:you )?(?:tell|say (?:it |this |anything )?to) {_ANYBODY}\b.{{0,25}}",
        rf"{_LEAD}(?:will|are|would|do|gonna) {_YOU} (?:(?:be|going to|gonna|have to|ever) )*"
        rf"(?:tell|telling|say|call|ring|phone) (?:.{{0,20}} to )?{_ANYBODY}\b.{{0,20}}",
        r".{0,50}\bkeep (?:it |this |that )?(?:an? |my |our )?secrets?\b.{0,25}",
        r".{0,30}\b(?:it'?s|its|this is|is this|is it|that'?s) (?:an? |like a |our |my )?(?:big |real )?"
        r"secret\b.{0,20}",
        r".{0,40}\b(?:just|stays?|keep (?:it|this)|only) between (?:us|you and me|me and you)\b.{0,20}",
        r".{0,30}\b(?:no ?one|nobody)(?: else)? (?:can|will|must) (?:ever )?(?:know|find out)"
        r"(?: about (?:this|it))?\b.{0,4}",
    ),
    TROUBLE: (
        rf".{{0,40}}\b(?:can|could|will|would|might|am|are|do|if) {_WE} (?:\w+ ){{0,3}}"
        r"(?:in(?:to)? (?:\w+ )?trouble|told off|grounded|punished|done for|kicked out|arrested)\b.{0,40}",
        rf".{{0,40}}\b(?:get|gets|getting|put|land) (?:{_WE} )?(?:in(?:to)?|in to) (?:\w+ )?trouble"
        r" (?:for|if|because|cos|coz|by) (?:\w+ )?(?:this|telling|saying|complain|say|tell|i|we|it)\w*\b.{0,40}",
        r".{0,30}\b(?:will|would|can|could|are|what if) (?:they|he|she|it|you|the \w+|my \w+(?: \w+)?) "
        rf"(?:\w+ ){{0,2}}(?:take it out on|hate|punish|get back at|pick on|be (?:angry|mad|cross) (?:with|at)) {_WE}\b"
        r".{0,30}",
        r".{0,40}\b(?:be|get) (?:held|used) against (?:me|us)\b.{0,40}",
        r".{0,30}\b(?:will|would|could|can) (?:this|it|that|complaining) make (?:it|things|everything) worse"
        r"(?: for (?:me|us))?\b.{0,20}",
    ),
}  # fmt: skip
_READY = {fear: tuple(re.compile(rf"\W*(?:{one})\W*", re.IGNORECASE) for one in said) for fear, said in _SAID.items()}
# Where it is told what others did, it is an account: "she promised not to tell and then told my mum".
_TELLS = re.compile(r"\b(?:promised|told(?! off)|said|was|were|did|had|got (?:me|us) in)\b", re.IGNORECASE)


def fear_of(text: str) -> str | None:
    """What a short message is afraid of, SECRECY or TROUBLE, or None where it asks for neither."""
    if len(text.split()) > MOST_WORDS or _TELLS.search(text):
        return None
    plain = " ".join(text.replace("’", "'").split())
    return next((fear for fear, said in _READY.items() if any(one.fullmatch(plain) for one in said)), None)
