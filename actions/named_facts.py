"""Named facts: "my age", "the e-mail", "what I want": which of the things that were told somebody means to change."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_WORDS = 6
# The first that fits counts: "her name" is the child's, "the phone number" is no way to reply.
_CALLED: Mapping[str, str] = {
    "child_name": r"(child'?s|her|his|their|kids?|son'?s|daughter'?s) names?",
    "name": r"(my |the |your )?names?",
    "child_age": r"(how )?old|age|birthday",
    "wanted_outcome": r"(what )?(i|we) want(ed)?|outcome|put (it|things) right",
    "reporter_role": r"(who|what) i am|who (is|was) (speaking|writing)|role|relationship",
    "which_council": r"council",
    "team_or_worker": r"team|which (social )?worker|worker'?s name",
    "care_status": r"in care|care status|(has|have) a social worker",
    "email": r"e-?mail( address)?",
    "phone": r"(phone|mobile|telephone)( number)?|number",
    "postal_address": r"address",
    "contact_preference": r"how (you|to) (reply|answer|contact|reach)( to)?( me| us)?|contact|reply",
    "when_happened": r"when|date|day",
    "court_involved": r"court",
    "must_not_tell": r"who (must|should) ?n[o']t know|not (to )?tell",
    "what_happened": r"^(what happened|(my |the )?(story|account|complaint)|what i (wrote|said|told you))$",
}
_READY = {fact: re.compile(rf"\b(?:{called})\b", re.IGNORECASE) for fact, called in _CALLED.items()}


def named_fact(text: str) -> str | None:
    """The fact that a few words name; None for a longer text, which tells more than what is to change."""
    plain = text.replace("’", "'").strip(" .!,?")
    if len(plain.split()) > MOST_WORDS or any(sign.isdigit() for sign in plain):
        return None
    return next((fact for fact, called in _READY.items() if called.search(plain)), None)
