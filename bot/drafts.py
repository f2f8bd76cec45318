"""Drafts: what a conversation has told so far and what it is asked next, with Rasa there or away.

Rasa's memory is the record. While Rasa is away the pages go on without it: their answers are held beside the record,
count at once, and are told to Rasa later, each under its own message id. A case that was sent meanwhile has the key
that Rasa's own sending will use, so the same answers never make a second one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.answers import free_answer
from bot.complaints.allegations import of_professional
from bot.complaints.facts import ALL_FACTS, CHOICES, Facts, Point
from bot.intake import Intake
from bot.ports import Held
from bot.told import ACCOUNT_AGAIN, audience_of, facts_from

ASIDES = ("go_on", "person")  # the conversation's own questions that come before the next fact
NO_ANSWERS = ("go_on", "help_now", "not_meant", "send_now", "yes")  # choices that tell no fact


@dataclass(frozen=True)
class Draft:
    """Where a conversation is."""

    facts: Facts
    question: str  # a fact, or one of the conversation's own: go_on, person, confirm
    guesses: tuple[str, ...] = ()  # the matters that the ear thought of
    missed: bool = False  # the last answer was not understood, and its question is asked again
    with_officer: bool = False
    held: tuple[Held, ...] = ()

    @property
    def pause(self) -> Held | None:
        """The held answer that the safety words have to follow now, where it is not Rasa that waits to go on."""
        last = self.held[-1] if self.held else None
        return last if last and self.question == "go_on" and _pauses(last) else None

    @property
    def audience(self) -> str | None:
        """Who reads the next question: child, adult, or None when nobody knows yet."""
        return audience_of(self.facts)


@dataclass(frozen=True)
class Drafts:
    """The person's side of what is not sent yet."""

    intake: Intake
    channel: str = "pages"  # or "telephone": then an officer has the person already

    def of(self, conversation: str) -> Draft:
        """Where this conversation is. Raises StoreBusy."""
        held = tuple(self.intake.transcripts.held(conversation))
        slots = self.intake.transcripts.slots(conversation)
        facts = self._with(facts_from(slots), held)
        requested = str(slots.get("requested_slot") or "")
        return Draft(
            facts=facts,
            question=self._question(facts, requested, held),
            guesses=tuple(slots.get("matter_guesses") or ()),
            missed=bool(slots.get("misunderstood")) and not held,
            with_officer=slots.get("handoff_state") == "with_officer",
            held=held,
        )

    def _question(self, facts: Facts, requested: str, held: Sequence[Held]) -> str:
        if requested in ASIDES and not any(answer.page == requested for answer in held):
            return requested
        if held and _pauses(held[-1]):
            return "go_on"
        if not held and requested in (*ALL_FACTS, "confirm"):
            return requested
        return self.intake.next_question(facts) or "confirm"

    def hold(self, answer: Held) -> str | None:
        """Keep an answer while Rasa is away, and do at once what cannot wait for it.

        Returns the reference of the case when the answer sends one. The same answer again does nothing new. Raises
        StoreBusy: then the person must be told that it is not saved.
        """
        conversation, transcripts = answer.conversation, self.intake.transcripts
        transcripts.hold(answer)
        earlier = takewhile(lambda each: each.message_id != answer.message_id, transcripts.held(conversation))
        before = self._with(facts_from(transcripts.slots(conversation)), tuple(earlier))
        self._see_to(answer, before)
        if not (sends(answer) and before.points):
            return None
        key = f"{conversation}:{answer.message_id}"
        return self.intake.submit(conversation, key, before, self.channel).case.reference

    def _see_to(self, answer: Held, before: Facts) -> None:
        """What must not wait until Rasa is back: people are called, and harm is screened."""
        conversation, after = answer.conversation, self._with(before, (answer,))
        if answer.harm and before.get("harm") != "yes":
            by_professional = after.get("harm_by_professional") == "yes"
            self.intake.screen(conversation, answer.message_id, by_professional=by_professional)
        if "imminent" in self.intake.assess(after).flags:
            self.intake.hold_or_not(conversation)
        if self.channel == "pages" and (answer.risk or answer.choice == "do:talk_to_person"):
            self.intake.ask_for_person(conversation, "disclosure" if answer.risk else "offered")
        if answer.choice == "do:ask_advocate":
            self.intake.want_advocate(conversation)

    def _with(self, facts: Facts, answers: Sequence[Held]) -> Facts:
        for answer in answers:
            facts = _told(_in_danger(facts, answer), answer, free_answer(answer.page, answer.text, self.intake.today()))
        return facts


def sends(answer: Held) -> bool:
    """Whether an answer sends what was told."""
    return answer.choice == "send_now" or (answer.page, answer.choice) == ("confirm", "yes")


def _pauses(answer: Held) -> bool:
    """After a danger sign, and after whatever was said about it, the person decides whether to go on."""
    return bool(answer.risk) or answer.choice == "not_meant" or (answer.page == "go_on" and answer.choice is None)


def _in_danger(facts: Facts, answer: Held) -> Facts:
    if answer.harm and facts.get("harm") != "yes":
        told = "\n".join([*(point.what_happened for point in facts.points), answer.text])
        facts = facts.telling("harm", "yes")
        facts = facts.telling("harm_by_professional", "yes" if of_professional(told) else "not_sure")
    return facts.telling("risk", answer.risk) if answer.risk and answer.choice is None else facts


def _told(facts: Facts, answer: Held, free: str | None) -> Facts:
    """These facts with what one answer tells; the account that was sent is told, and the next begins afresh."""
    if sends(answer) and facts.points:
        return Facts()
    if answer.choice is not None:
        return _chosen(facts, answer.page, answer.choice)
    if answer.page == ACCOUNT_AGAIN:
        return replace(facts, points=(Point(answer.text),))
    if answer.page in ("matter", "nature"):  # told in their own way: asking again would find no other words
        return _added(facts.refusing(answer.page), answer.text)
    if answer.page in ("what_happened", "go_on") or answer.risk:
        return _added(facts, answer.text)
    return facts if free is None or CHOICES.get(answer.page, ()) is not None else facts.telling(answer.page, free)


def _chosen(facts: Facts, page: str, choice: str) -> Facts:
    if choice == "do:ask_advocate":
        return facts.telling("wants_advocate", "yes")
    if choice == "do:skip":
        return facts.refusing(page)
    if choice in NO_ANSWERS or choice.startswith("do:"):
        return facts if page not in CHOICES or choice != "yes" else facts.telling(page, choice)
    return _labelled(facts, page, choice) if page in ("matter", "nature") else facts.telling(page, choice)


def _labelled(facts: Facts, label: str, value: str) -> Facts:
    """The matter or nature goes to the first point that lacks one; "something else" is not asked about again."""
    points = list(facts.points)
    for index, point in enumerate(points):
        if not getattr(point, label):
            points[index] = Point(**{**vars(point), label: (value,)})
            break
    asked = {label} if value == "other" else set()
    return Facts(facts.known, facts.refused | asked, tuple(points))


def _added(facts: Facts, text: str) -> Facts:
    if not facts.points:
        return replace(facts, points=(Point(text),))
    last = facts.points[-1]
    joined = replace(last, what_happened=f"{last.what_happened}\n{text}")
    return replace(facts, points=(*facts.points[:-1], joined))
