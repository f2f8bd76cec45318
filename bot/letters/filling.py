"""Filling: what the braces of a wording stand for.

What a case already is goes in when a letter is begun, so that it can be edited. What depends on the day of sending,
on the signature or on what is told with the letter stays in braces until then: a deadline is counted from the day on
which the person gets the answer, and a finding in the letter is the finding in the books.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.complaints.acts import ACTS, told
from bot.complaints.acts.act import points_to_answer
from bot.complaints.case import Case
from bot.complaints.errors import NotAllowed
from bot.complaints.facts import CHILD_ROLES
from bot.complaints.findings import FOUND
from bot.complaints.plain import day, plainly
from bot.complaints.profile import Profile
from bot.complaints.step import Step
from bot.letters.kinds import THE_SIGNER, THE_TEXT
from bot.letters.texts import wording, words

BRACE = re.compile(r"\{(\w+)\}")
PROMPT = re.compile(r"\[[^\]]+\]")  # what the wording leaves to whoever writes the letter
LONGEST_QUOTE = 400
NOT_KNOWN = "not known yet"
# The clocks that measure a step on the way to an answer, and not the answer.
BEFORE_AN_ANSWER = ("corporate_acknowledge", "appoint_stage_2", "agree_statement")
STAGE_OF_FINDINGS = {"answer_stage_1": "stage_1", "adjudicate": "stage_2", "answer_corporate_stage_2": "stage_2"}


@dataclass(frozen=True)
class Sheet:
    """A letter as it would go out now, and what keeps it from going."""

    heading: str
    text: str
    missing: tuple[str, ...]  # braces that nothing stands for yet
    prompts: tuple[str, ...]  # what still has to be written
    fault: str | None  # what the act that goes out with it says of what was told, in a plain sentence

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left open."""
        return not (self.missing or self.prompts or self.fault)


def audience_of(case: Case) -> str:
    """Who reads the letters of a case."""
    return "child" if case.reporter_role in CHILD_ROLES else "adult"


def begun(kind: str, case: Case, profile: Profile) -> str:
    """The text with which a letter begins: the wording with the case's facts in it."""
    return _filled(wording(kind, audience_of(case)).text, dict(_fixed(case, profile)))


def sheet(
    kind: str, act: str | None, text: str, given: Mapping[str, str], case: Case, step: Step, signer: str
) -> Sheet:
    """A letter as it would go out at this step. `signer` is the name under it, empty as long as nobody signed."""
    audience = audience_of(case)
    after, fault = _after(act, given, case, step, signer or words(audience)["unsigned"])
    values = {**dict(_fixed(case, step.profile)), **dict(_living(kind, act, given, case, after, step))}
    values["signed_by"] = signer or words(audience)["unsigned"]
    heading, filled = _filled(wording(kind, audience).heading, values), _filled(text, values)
    missing = tuple(dict.fromkeys(BRACE.findall(f"{heading}\n{filled}")))
    return Sheet(_open(heading), _open(filled), missing, tuple(PROMPT.findall(text)), fault)


def _open(text: str) -> str:
    """The text with what is not known yet said in words: a draft is read by people who fill in no braces."""
    return BRACE.sub(lambda brace: f"({NOT_KNOWN}: {plainly(brace[1])})", text)


def given_to(given: Mapping[str, str], text: str, signer: str) -> dict[str, str]:
    """What the act is told that goes out with a letter: what was typed, the letter's text, and who signed it."""
    return {**given, **dict.fromkeys(THE_TEXT, text), **dict.fromkeys(THE_SIGNER, signer)}


def _after(act: str | None, given: Mapping[str, str], case: Case, step: Step, signer: str) -> tuple[Case, str | None]:
    """The case as the letter leaves it, which has the new dates; or the case as it is, and what is wrong."""
    if act is None:
        return case, None
    try:
        return case.doing(told.act(act, given_to(given, "-", signer)), step), None
    except NotAllowed as no:
        return case, str(no)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """A text with what its braces stand for; those of which nothing is known stay."""
    return BRACE.sub(lambda found: values.get(found[1], found[0]), text)


# --- what stands already when a letter is begun ---


def _fixed(case: Case, profile: Profile) -> Iterator[tuple[str, str]]:
    shared = words(audience_of(case))
    name = str(case.facts.get("name") or "")
    yield "greeting", _filled(shared["greeting" if name else "greeting_without_a_name"], {"name": _said(name)})
    yield "reference", case.reference
    yield "council", profile.name
    yield "received_on", day(case.received_at.astimezone(profile.timezone).date())
    yield "procedure", shared["procedure"][case.pathway]
    yield "stage", shared["stage"][_stage(case)]
    yield "told_us", "\n\n".join(_points(case, shared))
    yield "next_stage", shared["next_stage"][_next_stage(case)]
    yield "ombudsman", _filled(shared["ombudsman"], _ombudsman(profile))
    yield "advocate", _advocate(profile, shared)
    yield "contact", _contact(profile, shared)
    yield "elsewhere", "\n\n".join(_elsewhere(case, profile, shared)) or shared["nowhere"]
    yield from _people(case)
    yield from _lengths(profile)


def _stage(case: Case) -> str:
    return "none" if case.stage in ("awaiting_officer", "closed") else case.stage.removesuffix("_answered")


def _next_stage(case: Case) -> str:
    """What may be asked for after the answer of the stage that the case is at (SI 2006/1738 regs 17 and 18)."""
    procedure = "statutory" if case.is_statutory else case.pathway
    name = f"{procedure}_{_stage(case)}"
    return name if name in ("statutory_stage_1", "statutory_stage_2", "corporate_stage_1") else "ombudsman"


def _points(case: Case, shared: Mapping[str, Any]) -> Iterator[str]:
    for number, point in enumerate(case.points, start=1):
        quoted = _said(point.text)
        quoted = quoted if len(quoted) <= LONGEST_QUOTE else f"{quoted[:LONGEST_QUOTE].rsplit(' ', 1)[0]}…"
        yield _filled(shared["point"], {"number": str(number), "words": quoted})


def _said(text: str) -> str:
    """A person's own words on one line, without the signs that mean something in a draft."""
    return " ".join(text.translate(str.maketrans("{}[]", "()()")).split())


def _ombudsman(profile: Profile) -> dict[str, str]:
    to = profile.signposts["lgsco"]
    number = next((line.number for line in profile.helplines if "Ombudsman" in line.name), "")
    return {"who": to.who, "how": to.how, "time_limit": to.time_limit or "", "number": number}


def _advocate(profile: Profile, shared: Mapping[str, Any]) -> str:
    ours = profile.advocacy
    if not ours.provider:
        return _filled(shared["advocate"], {"provider": shared["advocate_by_us"]})
    phone = f", {ours.phone}" if ours.phone else ""
    named = _filled(shared["advocate_provider"], {"provider": ours.provider, "phone": phone})
    return _filled(shared["advocate"], {"provider": named})


def _contact(profile: Profile, shared: Mapping[str, Any]) -> str:
    reached = profile.contacts
    ways = [way for way in (reached.complaints_email, reached.office_phone, reached.complaints_address) if way]
    return _filled(shared["contact"], {"ways": ", ".join(ways)}) if ways else str(shared["contact_without_ways"])


def _elsewhere(case: Case, profile: Profile, shared: Mapping[str, Any]) -> Iterator[str]:
    posts = dict.fromkeys(filter(None, (case.signposted_to, *(point.signposted_to for point in case.points))))
    for name in posts:
        post = profile.signposts[name]
        limit = post.time_limit or shared["no_time_limit"]
        who = post.who[0].upper() + post.who[1:]
        yield _filled(shared["elsewhere"], {"who": who, "how": post.how, "time_limit": limit})


def _people(case: Case) -> Iterator[tuple[str, str]]:
    for kind, names in (("stat_s2", ("investigating_officer", "independent_person")), ("stat_s3", ("members",))):
        record = case.last(kind)
        for name in names if record else ():
            value = record.details.get(name) if record else None
            if value:
                yield ("panel", ", ".join(value)) if name == "members" else (name, str(value))


def _lengths(profile: Profile) -> Iterator[tuple[str, str]]:
    """How many working days the profile gives to what comes next."""
    stage_2 = profile.limits["statutory_stage_2"]
    yield "stage_2_days", str(stage_2.length)
    yield "stage_2_outer_days", str(stage_2.extendable_to)
    yield "report_days", str(profile.limits["panel_reports"].length)
    yield "response_days", str(profile.limits["authority_responds"].length)


# --- what is known only when it goes out ---


def _living(
    kind: str, act: str | None, given: Mapping[str, str], case: Case, after: Case, step: Step
) -> Iterator[tuple[str, str]]:
    shared, choices = words(audience_of(case)), wording(kind, audience_of(case)).choices
    yield "today", day(step.today)
    running = [clock for clock in after.clocks if clock.is_running and not clock.is_window and clock.pause is None]
    answers = [clock.now_due for clock in running if clock.name not in BEFORE_AN_ANSWER]
    yield "due", day(min(answers)) if answers else shared["no_date"]
    yield "next_due", day(after.clock.now_due) if after.clock else shared["no_date"]
    windows = [clock.due for clock in after.clocks if clock.is_window and clock.is_running]
    if windows:
        yield "ask_by", day(max(windows))
    for name, value in given.items():
        if value.strip() and name != "findings":
            yield name, choices.get(name, {}).get(value.strip(), _as_said(name, act, value.strip()))
    yield from _findings(act, given, case, shared)


def _as_said(name: str, act: str | None, value: str) -> str:
    """What was typed, with a day written out as a letter does."""
    types = {field: str(kind) for field, kind in (ACTS[act].__annotations__.items() if act else ())}
    try:
        return day(date.fromisoformat(value)) if types.get(name, "").startswith("date") else value
    except ValueError:
        return value


def _findings(
    act: str | None, given: Mapping[str, str], case: Case, shared: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Each point with what was found of it: what is typed now, or for an answer to the panel what the panel found."""
    if act == "respond_to_panel":
        found = {each.point: each.outcome for each in case.findings if each.stage == "stage_3"}
    elif act in STAGE_OF_FINDINGS:
        typed = [line.strip() for line in given.get("findings", "").splitlines() if line.strip()]
        points = points_to_answer(case, STAGE_OF_FINDINGS[act])
        if len(typed) != len(points) or not set(typed) <= set(FOUND):
            return
        found = dict(zip(points, typed, strict=True))
    else:
        return
    lines = [
        _filled(shared["finding"], {"number": str(point + 1), "outcome": shared["outcome"][outcome]})
        for point, outcome in sorted(found.items())
    ]
    yield "findings", "\n".join(lines) or shared["no_findings"]
