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
# Whoever asks where a person is wants one; of one who was called already, the answer tells how that stands.
_WHO = r"(?:(?:the|a|that|any|real|actual) )*(?:person|human|officer|some ?(?:one|body)|any ?(?:one|body))(?: else)?"
_COMES = r"(?:there|here|around|available|coming|(?:going to|gonna) (?:come|answer|reply|be long)|on (?:the|their) way)"
_ASKS_FOR_PERSON = re.compile(
    rf"\W*(?:(?:so|ok|hey|hello|hi|and|but|um+)\W+)*(?:(?:is|are|will) {_WHO} {_COMES}"
    rf"|(?:where|when)(?:['’]?s| is| will) {_WHO}(?: (?:coming|come|answer|reply|be here|gone))?"
    rf"|how (?:long|much longer) (?:(?:till|until|before|for) {_WHO}(?: to)?"
    r" (?:comes?|answers?|repl(?:y|ies)|is here|gets here)"
    r"|(?:do|must|will) i (?:have to |need to )?wait for (?:a|the|some) ?\w+))(?: (?:yet|now|soon|or not))?\W*",
    re.IGNORECASE,
)
_TAKEN_FOR = ("ask_advocate", "talk_to_person", "withdraw", "escalate", "check_status")


def plain_intent(text: str, heard: str) -> str | None:
    """The intent that the words alone give a message which the ear `heard` as another, or None."""
    if fear_of(text) is not None:
        return "ask_privacy"
    if _ASKS_FOR_PERSON.fullmatch(text):
        return "talk_to_person"
    introduces = heard in _TAKEN_FOR and len(text.split()) <= MOST_WORDS and _ACTS_FOR.match(text) is not None
    return "raise_concern" if introduces else None
