"""Said plainly: a few messages that mean one thing by their words alone, whatever the ear takes them for.

The ear knows them too little: "promise?" sounds to it like somebody who comes back to a case, and "we represent the
young person" like somebody who wants an advocate.
"""

from __future__ import annotations

import re

from bot.complaints.fears import fear_of

MOST_WORDS = 16
# Whoever acts for somebody introduces themselves, and asks for nobody to act.
_ACTS_FOR = re.compile(
    r"\W*(?:(?:hi|hello|good \w+|dear \w+|to whom it may concern)\W+)?(?:i|we)(?:['’]?m| am|['’]?re| are)? "
    r"(?:act(?:ing)? (?:for|on)|represent(?:ing)?|(?:writing|complaining|contacting you|instructed)(?: by| on)"
    r" (?:behalf )?(?:of )?)",
    re.IGNORECASE,
)
_TAKEN_FOR = ("ask_advocate", "talk_to_person", "withdraw", "escalate", "check_status")


def plain_intent(text: str, heard: str) -> str | None:
    """The intent that the words alone give a message which the ear `heard` as another, or None."""
    if fear_of(text) is not None:
        return "ask_privacy"
    introduces = heard in _TAKEN_FOR and len(text.split()) <= MOST_WORDS and _ACTS_FOR.match(text) is not None
    return "raise_concern" if introduces else None
