"""What every answer must say: Westminster was at fault when a carer had five answers and could not tell the stage.

These are contents, not sentences: whoever writes the letter, or a template, puts them into words.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.complaints.profile import Profile


def of_answer(procedure: str, stage: str, profile: Profile, *, then: str, until: date | None) -> dict[str, Any]:
    """The contents of an answer: which procedure and stage it is of, what may be asked next and by when, and by whom
    it is signed. The Ombudsman may be told of in any answer, because anybody may go there at any time.
    """
    return {
        "procedure": procedure,
        "stage": stage,
        "next": then,
        "ask_by": until.isoformat() if until else None,
        "signed_by": profile.signed_by.get(f"{procedure}_{stage}"),
        "ombudsman": ombudsman(profile),
    }


def of_refusal(decision: str, reason: str, instead: str, decided_by: str, profile: Profile) -> dict[str, Any]:
    """The contents of a letter that declines something: decision, reason in plain words, what there is instead, who
    decided, whom to ask, and that the Ombudsman may be asked to review it, with the address.
    """
    contacts = profile.contacts
    return {
        "decision": decision,
        "reason": reason,
        "instead": instead,
        "decided_by": decided_by,
        "contact": contacts.complaints_email or contacts.office_phone or contacts.complaints_address,
        "ombudsman": ombudsman(profile),
    }


def ombudsman(profile: Profile) -> dict[str, Any]:
    """Who the Ombudsman is, how to ask there, and the usual time limit."""
    to = profile.signposts["lgsco"]
    return {"who": to.who, "how": to.how, "time_limit": to.time_limit}
