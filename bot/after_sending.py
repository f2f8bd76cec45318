"""After sending: what the person is told of where their case went, in chat and on the pages alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bot.complaints.case import Case
from bot.complaints.facts import CHILD_ROLES, SPEAKS_FOR_CHILD
from bot.complaints.plain import day
from bot.complaints.profile import Profile

SHORT_PART = 60  # characters of a part that are quoted when it goes another way
# What an officer has to decide beside the procedure, and the person should know of; nothing waits for it.
FLAGS_SAID = ("late", "standing", "court")

Say = Callable[..., str]  # a response's name and what stands in its braces -> its text for this person


def where_it_went(case: Case, profile: Profile, say: Say) -> Iterator[str]:
    """The sentences about a case that was just opened: its way, what is to be decided, and who else must be asked.

    Nothing of any other case is said in them, a child's own least of all: whoever writes about the child reads them.
    """
    due, extended = (case.clock.due, case.clock.extended_due) if case.clock else (None, None)
    passed_on = case.pathway == "signposted" and case.signposted_to is None
    name = "utter_submitted_passed_on" if passed_on else f"utter_submitted_{case.pathway}"
    yield say(name, due=in_words(due, say), extended=in_words(extended or due, say))
    yield from (say(f"utter_flag_{flag}") for flag in FLAGS_SAID if flag in case.flags)
    yield from _childs_wishes(case, say)
    if case.signposted_to:
        yield _signpost(case.signposted_to, profile, say)
    for point in case.points:
        if point.signposted_to and point.signposted_to != case.signposted_to:
            yield say("utter_part", part=_short(point.text))
            yield _signpost(point.signposted_to, profile, say)


def _childs_wishes(case: Case, say: Say) -> Iterator[str]:
    """To whoever speaks for a child: what the child wants is asked for, and goes before what others want for them.

    Children Act 1989 s22(4) and (5), s26(3); Getting the Best from Complaints (DfES 2006) on representatives.
    """
    speaks = case.reporter_role in SPEAKS_FOR_CHILD or case.facts.get("on_behalf_of_child") == "yes"
    if not speaks or case.reporter_role in CHILD_ROLES:
        return
    agrees = case.facts.get("child_consent")
    if agrees != "yes":
        yield say("utter_childs_wishes_against" if agrees == "no" else "utter_childs_wishes")
    yield say("utter_childs_own_case")


def in_words(on: date | None, say: Say) -> str:
    """A day as people say it, or that there is none yet."""
    return day(on) if on else say("utter_no_due_date")


def _signpost(name: str, profile: Profile, say: Say) -> str:
    post = profile.signposts[name]
    return say("utter_signpost", who=post.who, how=post.how, limit=post.time_limit or say("utter_no_time_limit"))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT_PART else f"{plain[:SHORT_PART].rsplit(' ', 1)[0]}…"
