"""What somebody wants, told at another question: "I want my boys", where we asked who is speaking."""

from __future__ import annotations

import re

from actions.beside import asks_how_to_reach
from actions.hearing import ACCOUNT_WORDS, LONG_ANSWER_WORDS, Heard
from actions.questions import named_value

MOST_WORDS = 2 * LONG_ANSWER_WORDS
# Questions that "I want…" does not answer; to the others, such as who must not know, it may well be the answer.
ASKED = (
    "reporter_role", "care_status", "on_behalf_of_child", "child_consent", "has_parental_responsibility",
    "contact_preference", "email", "phone", "child_name", "name", "team_or_worker", "which_council",
    "safe_to_contact", "confirm",
)  # fmt: skip
_LEAD = r"(?:^|[,.;!]|\b(?:and|but|so|just|yeah|yes|no|ok|well|actually|really|all))[\s]*(?:i|we)[ ]?"
_WANTS = re.compile(
    rf"{_LEAD}(?:(?:(?:just|really|only|still|do) )*(?:want|need)|['’]?d (?:really |just )?(?:like|love)"
    r"|would (?:really |just )?(?:like|love)|(?:don['’]?t|do not) want)\b"
    r"(?! (?:(?:to|2) (?:talk|speak|chat|complain|make|raise|report|say|tell|know|ask|stop|quit|send|answer|carry"
    r"|change (?:something|that|it|what|my answer|an answer)|see (?:my|the) case|(?:stay|remain|be) anonymous)"
    r"|(?:a|an|some) (?:person|human|advocate|interpreter)|no reply|you to (?:reply|ring|call|email|text|write)"
    r"|help now|it (?:by|in)|nothing|none)\b)",
    re.IGNORECASE,
)


def says_wish(text: str) -> bool:
    """Whether a text says "I want…" of something other than the conversation itself."""
    return _WANTS.search(text) is not None


def wants(message: Heard, asked: str) -> bool:
    """Whether a message tells what would put it right, although something else was asked."""
    if asked not in ASKED or message.choice or message.page or not ACCOUNT_WORDS <= message.words <= MOST_WORDS:
        return False
    if message.text.rstrip().endswith("?") or not says_wish(message.text) or named_value(asked, message):
        return False
    return asked not in message.facts() and not (asked == "safe_to_contact" and asks_how_to_reach(message.text))
