"""The form for an existing case: its reference, its secret, and what is wanted with it.

The secret itself never comes here: the door takes it and passes on a one-use token that opens the case, or nothing.
"""

from __future__ import annotations

import asyncio
import re

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions._base import Act, Events, services
from actions.hearing import Heard, coming_back, heard, is_account
from actions.questions import ways_to_reach
from actions.submit import in_words
from actions.voice import Voice
from actions.wishes import DIGRESSIONS, SURE_OF_WISH, leaves_free_words, only_seems_to_end
from bot import receipts
from bot.own_case import Asked, Status

FORM = "case_form"
JOBS = {
    "check_status": "status",
    "add_information": "added",
    "escalate": "asks_next_stage",
    "withdraw": "asks_withdrawal",
    "change_contact": "contact",
    "case_advocate": "advocate",
}
LOST = "lost"  # a quick reply: reference or secret cannot be found any more
SAYS_LOST = re.compile(
    r"\b(lost|forgot\w*|(can'?t|cannot) (find|remember)|(don'?t|do not) (have|know|remember)|no longer have"
    r"|haven'?t got|threw)\b",
    re.IGNORECASE,
)
WORDS_OF = {
    "added": "utter_question_words",
    "asks_next_stage": "utter_question_words_escalate",
    "asks_withdrawal": "utter_question_words_withdraw",
    "contact": "utter_question_words_contact",
}
NEEDS_NO_WORDS = ("asks_withdrawal", "asks_next_stage")  # nobody has to give a reason for these
MISSES_ALLOWED = 2
GOES_ON = ("go_on", "not_meant", "help_now")  # pressed under the safety words, which stand before any question
TELLS = ("raise_concern", "disclose_risk", "give_compliment", "request_service")  # something new, told instead
NO_SECRET = "none"  # noqa: S105  a token that opens nothing: whatever was typed was not even shaped like a secret
SLOTS = ("case_job", "case_reference", "case_token", "case_words", "misunderstood")


class ValidateCaseForm(Act):
    """Asks for what is missing: reference, secret, and words where the job needs some."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "validate_case_form"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Hear and ask; an empty answer tells Rasa that the message is a rule's business."""
        message, requested = heard(tracker), tracker.get_slot("requested_slot")
        known = {name: tracker.get_slot(name) for name in SLOTS}
        before = dict(known)
        if requested is None:
            known |= dict.fromkeys(SLOTS) | {"case_job": JOBS.get(message.intent, "status")}
            before = {**before, "case_job": None}
            _take(known, message)
        elif message.message_id != tracker.get_slot("last_heard") and not coming_back(tracker, FORM):
            if _says_lost(requested, message):
                known["case_job"] = LOST
            elif _digresses(requested, message):
                return []
            else:
                _hear(known, requested, message, voice)
        question = _next(known)
        if question is None:
            voice_events = [SlotSet("requested_slot", None)]
        else:
            _ask(voice, question, known)
            voice_events = [SlotSet("requested_slot", question)]
        changed = [SlotSet(name, value) for name, value in known.items() if tracker.get_slot(name) != value]
        return [*changed, SlotSet("last_heard", message.message_id), *voice_events]


def _take(known: dict[str, object], message: Heard) -> None:
    reference = receipts.read_reference(message.text)
    if reference:
        known["case_reference"] = reference
    if message.token:
        known["case_token"] = message.token


def _says_lost(requested: str, message: Heard) -> bool:
    """Whether somebody says, where reference or secret is asked for, that they do not have it."""
    if requested == "words" or message.token or receipts.read_reference(message.text):
        return False
    return message.choice == LOST or (message.choice is None and bool(SAYS_LOST.search(message.text)))


def _digresses(requested: str, message: Heard) -> bool:
    if message.token or receipts.read_reference(message.text):
        return False
    if message.choice is not None:
        return message.choice.startswith("do:") and message.choice != "do:skip"
    if requested != "words" and is_account(message):
        return message.intent in TELLS
    if message.sure < SURE_OF_WISH or only_seems_to_end(message):
        return False
    return leaves_free_words(message) if requested == "words" else message.intent in DIGRESSIONS - set(JOBS)


def _hear(known: dict[str, object], requested: str, message: Heard, voice: Voice) -> None:
    if message.choice in GOES_ON:
        return
    _take(known, message)
    if requested == "words":
        skipped = message.choice == "do:skip" or message.intent == "skip"
        known["case_words"] = "" if skipped else message.text.strip()
    elif requested == "secret" and not known["case_token"]:
        known["case_token"] = NO_SECRET
    elif requested == "reference" and not known["case_reference"]:
        known["misunderstood"] = int(str(known["misunderstood"] or 0)) + 1
        if known["misunderstood"] != MISSES_ALLOWED:
            voice.say("utter_not_a_reference")


def _next(known: dict[str, object]) -> str | None:
    """The next question, or None when the job can be done, or it is plain that it cannot."""
    if known["case_job"] == LOST:
        return None
    if not known["case_reference"]:
        return "reference" if int(str(known["misunderstood"] or 0)) < MISSES_ALLOWED else None
    if not known["case_token"]:
        return "secret"
    if known["case_job"] in WORDS_OF and known["case_words"] is None:
        return "words"
    return None


def _ask(voice: Voice, question: str, known: dict[str, object]) -> None:
    if question == "words":
        more = [(voice.text("utter_button_skip"), "do:skip")] if known["case_job"] in NEEDS_NO_WORDS else []
        voice.ask(WORDS_OF[str(known["case_job"])], "words", more=more)
    else:
        voice.ask(f"utter_question_{question}", question, custom={"reference": known["case_reference"]})


class CaseJob(Act):
    """Does what was wanted with the case that the token opens."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_case_job"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Show the status, or note a wish. Unknown reference and wrong secret get the same answer."""
        if tracker.get_slot("case_job") == LOST:
            await asyncio.to_thread(_lost, tracker, voice)
            waiting = tracker.get_slot("handoff_state") or "waiting"
            return [*(SlotSet(name, None) for name in SLOTS), SlotSet("handoff_state", waiting)]
        reference = await asyncio.to_thread(services().visits.redeem, tracker.get_slot("case_token"))
        if reference is None or reference != tracker.get_slot("case_reference"):
            voice.say("utter_case_not_found", kind="status")
        else:
            await asyncio.to_thread(_do, tracker, voice, reference)
        return [SlotSet(name, None) for name in SLOTS]


def _do(tracker: Tracker, voice: Voice, reference: str) -> None:
    own, job, words = services().intake.own, tracker.get_slot("case_job"), tracker.get_slot("case_words") or ""
    status = own.status(reference)
    assert status is not None  # its secret has just opened it
    voice = voice.for_audience("child" if status.young else "adult")
    if job == "status":
        say_status(voice, status)
        _say_letters(voice, reference)
        if own.ask_way(reference):
            voice.say("utter_case_ask_way", kind="status")
        voice.say("utter_after_status")
    elif job == "asks_next_stage":
        _say_next_stage(voice, own.ask_next_stage(reference, words))
    elif job == "contact":
        own.change_contact(reference, ways_to_reach(words))
        voice.say("utter_case_contact", kind="status")
    elif job == "advocate":
        own.want_advocate(reference)
        voice.say("utter_case_advocate", kind="status")
    else:
        (own.ask_withdrawal if job == "asks_withdrawal" else own.add)(reference, words)
        voice.say(f"utter_case_{job}", kind="status")


def _lost(tracker: Tracker, voice: Voice) -> None:
    """An officer finds out who this is; until then what is told here is a concern of its own."""
    services().intake.lost_receipt(tracker.sender_id, tracker.get_slot("case_reference"))
    voice.say("utter_case_lost", kind="handoff")


def _say_letters(voice: Voice, reference: str) -> None:
    """What the team wrote and the person has not read, and when the team read what the person wrote."""
    letters = services().correspondence.read(services().intake.own.case(reference))
    for letter in letters:
        if letter.is_new:
            voice.say("utter_case_message", kind="status", at=in_words(letter.at.date(), voice), words=letter.words)
    read = [letter.read_at for letter in letters if letter.sender == "person" and letter.read_at]
    if read:
        voice.say("utter_case_read_by_team", kind="status", at=in_words(max(read).date(), voice))


def _say_next_stage(voice: Voice, asked: Asked) -> None:
    """What the next stage is and that it has begun; or from when it can be asked for; or that an officer sees to it."""
    if asked.begun:
        voice.say(f"utter_begun_{asked.begun}", kind="status")
    elif asked.from_day:
        voice.say("utter_case_next_stage_from", kind="status", day=in_words(asked.from_day, voice))
    else:
        voice.say("utter_case_asks_next_stage", kind="status")


def say_status(voice: Voice, status: Status) -> None:
    """How a case is going, in plain words; what has not been confirmed is said to be so."""
    procedure = voice.text(f"utter_procedure_{status.pathway}")
    if not status.confirmed:
        procedure = voice.text("utter_not_yet_confirmed", procedure=procedure)
    voice.say(
        "utter_status",
        kind="status",
        reference=status.reference,
        received=in_words(status.received_on, voice),
        procedure=procedure,
        stage=voice.text(f"utter_stage_{status.stage}"),
        awaits=voice.text(f"utter_awaits_{status.awaits}", due=in_words(status.due, voice)),
    )
    if status.next_stage and status.awaits != "nothing":
        by = "utter_next_stage_by" if status.ask_by else "utter_next_stage"
        voice.say(by, kind="status", until=in_words(status.ask_by, voice))
