"""Roles: what each officer may do, declared in this one place. The console's routes and the use cases both ask here.

Which case or conversation they may do it to is another question, answered by bot/sight.py. docs/roles.md is the same
table for people, and a test holds it to this one.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.ports import Officer

COMPLAINTS_TEAM = frozenset({"complaints_officer", "complaints_manager"})
# Who alone sees an alerted conversation until one of them releases it (docs/safeguarding.md).
SAFEGUARDING = frozenset({"safeguarding_lead", "duty_worker", "complaints_manager"})
MANAGERS = frozenset({"complaints_manager"})
ADMINISTRATORS = frozenset({"administrator"})  # they keep the accounts and see no case
# The people of stages 2 and 3 (SI 2006/1738 regs 17 to 20): their access ends with a day.
TIME_BOXED = frozenset({"investigating_officer", "independent_person", "panel_member", "panel_clerk"})
# Who sees a case only when it was given to them.
ALLOCATED = TIME_BOXED | {"responding_manager", "adjudicating_officer", "director"}
# Who signs the answers of the stages, beside the complaints manager (SI 2006/1738 regs 14, 17 and 20).
SIGNATORIES = frozenset({"responding_manager", "adjudicating_officer", "director"})
HANDLING = "complaints_officer"  # in which capacity somebody of the complaints team works a case
REPORTERS = frozenset({"complaints_manager", "director", "reports_only"})
BY_CODE = frozenset({"duty_code"})  # a duty worker without an account, whose one-time code opened one alert

# What an administrator can give; the order is that of the page.
ROLES = (
    "complaints_officer", "complaints_manager", "responding_manager", "adjudicating_officer", "director",
    "investigating_officer", "independent_person", "panel_member", "panel_clerk", "safeguarding_lead", "duty_worker",
    "reports_only", "administrator",
)  # fmt: skip

# One person starts a service and can then add the others.
FIRST_OFFICER = ("complaints_manager", "complaints_officer", "safeguarding_lead", "administrator")

MAY: Mapping[str, frozenset[str]] = {
    "read_queue": COMPLAINTS_TEAM | SAFEGUARDING | ALLOCATED,
    "read_case": COMPLAINTS_TEAM | SAFEGUARDING | ALLOCATED,
    "show_contact": COMPLAINTS_TEAM | SAFEGUARDING | {"investigating_officer"},
    "declare_conflict": COMPLAINTS_TEAM | SAFEGUARDING | ALLOCATED,
    "search_cases": COMPLAINTS_TEAM | SAFEGUARDING,
    "give_case": COMPLAINTS_TEAM,
    "confirm_pathway": COMPLAINTS_TEAM,
    "work_case": COMPLAINTS_TEAM,
    "open_act": COMPLAINTS_TEAM | ALLOCATED,  # the page of an act; which acts, ACT_NEEDS says
    "decide_for_the_council": MANAGERS,  # what takes something from the person: refusing, declining, limiting contact
    "decide_on_time": MANAGERS,  # giving a stage more time, or letting it stand still
    "propose_decision": COMPLAINTS_TEAM,  # what of these two a manager is asked to do; PROPOSED says which
    "decide_proposal": MANAGERS,
    "read_access": COMPLAINTS_TEAM,
    "prepare_access": MANAGERS,  # noting an access request, putting the copy together, taking it once it is checked
    "check_access": COMPLAINTS_TEAM,  # the second look, which whoever prepared it never has
    "see_pool": COMPLAINTS_TEAM,
    "keep_pool": MANAGERS,
    "bring_report": COMPLAINTS_TEAM | {"investigating_officer", "independent_person"},
    "read_report": COMPLAINTS_TEAM | TIME_BOXED | {"adjudicating_officer", "director"},
    "report_on_stage_2": COMPLAINTS_TEAM | {"investigating_officer"},
    "adjudicate": MANAGERS | {"adjudicating_officer"},
    "minute_panel": COMPLAINTS_TEAM | {"panel_clerk"},
    "answer_panel": MANAGERS | {"director"},
    "read_letter": COMPLAINTS_TEAM | SIGNATORIES,  # which ones, LETTER_NEEDS says
    "draft_letter": COMPLAINTS_TEAM | SIGNATORIES,
    "draft_answer_1": COMPLAINTS_TEAM | {"responding_manager"},
    "draft_answer_2": COMPLAINTS_TEAM | {"adjudicating_officer"},
    "draft_answer_3": COMPLAINTS_TEAM | {"director"},
    "draft_for_the_team": COMPLAINTS_TEAM,
    "vet_letter": COMPLAINTS_TEAM,
    "sign_letter": COMPLAINTS_TEAM | SIGNATORIES,
    "sign_answer_1": MANAGERS | {"responding_manager"},
    "sign_answer_2": frozenset({"adjudicating_officer"}),
    "sign_answer_3": frozenset({"director"}),
    "sign_decision": MANAGERS,  # what refuses, closes or gives more time
    "sign_for_the_team": COMPLAINTS_TEAM,
    "send_letter": COMPLAINTS_TEAM,
    "send_back_letter": COMPLAINTS_TEAM | SIGNATORIES,
    "finish_task": COMPLAINTS_TEAM | SAFEGUARDING,
    "finish_safeguarding_task": SAFEGUARDING,
    "read_conversation": COMPLAINTS_TEAM | SAFEGUARDING | BY_CODE,
    "show_details": COMPLAINTS_TEAM | SAFEGUARDING | BY_CODE,
    "claim_conversation": COMPLAINTS_TEAM,
    "take_over_conversation": MANAGERS,
    "reply": COMPLAINTS_TEAM,
    "take_by_telephone": COMPLAINTS_TEAM,
    "hand_back": COMPLAINTS_TEAM,
    "close_conversation": COMPLAINTS_TEAM,
    "note_conversation": COMPLAINTS_TEAM | SAFEGUARDING,
    "keep_answers": MANAGERS,
    "give_new_secret": COMPLAINTS_TEAM,
    "read_alert": SAFEGUARDING | BY_CODE,
    "acknowledge_alert": SAFEGUARDING | BY_CODE,
    "note_alert": SAFEGUARDING | BY_CODE,
    "release_alert": SAFEGUARDING,
    "close_alert": SAFEGUARDING,
    "see_glance": COMPLAINTS_TEAM,
    "make_report": MANAGERS,
    "give_duty_code": SAFEGUARDING,
    "read_reports": REPORTERS,
    "ask_export": ADMINISTRATORS | MANAGERS,
    "approve_export": MANAGERS | {"director"},
    "see_exports": ADMINISTRATORS | MANAGERS | {"director"},
    "manage_officers": ADMINISTRATORS,
    "read_audit": ADMINISTRATORS | MANAGERS,
    "read_metrics": ADMINISTRATORS,
}

# What an act on a case asks for, where that is not "work_case".
# fmt: off
ACT_NEEDS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "refuse_to_consider", "decline_corporate_stage_2", "weigh_lateness", "decide_interest", "limit_contact",
            "review_contact", "lift_contact", "weigh_wishes",
        ),
        "decide_for_the_council",
    ),
    **dict.fromkeys(
        ("extend_stage_1", "extend_stage_2", "extend_corporate_stage_2", "suspend", "look_again", "resume"),
        "decide_on_time",
    ),
    # An outcome without a letter is the manager's alone: officers draft one, and whoever answers signs it.
    **dict.fromkeys(("answer_stage_1", "answer_corporate_stage_2"), "decide_for_the_council"),
    "receive_reports": "report_on_stage_2",
    "adjudicate": "adjudicate",
    "hold_panel": "minute_panel",
    "receive_panel_report": "minute_panel",
    "respond_to_panel": "answer_panel",
}
# fmt: on

# What an officer who may not do it proposes to somebody who may.
PROPOSED = ("decide_for_the_council", "decide_on_time")
# Who drafts a kind of letter and who signs it; the kinds are those of bot/letters/kinds.py.
_ANSWERS = {"stage_1_answer": "1", "stage_2_answer": "2", "stage_3_answer": "3", "corporate_stage_2_answer": "2"}
_DECISIONS = ("refusal", "corporate_stage_2_declined", "closure", "extension", "pause", "resumption")
_OF_THE_TEAM = (
    "acknowledgement", "pathway", "elsewhere", "joint_nhs", "stage_2_begins", "stage_3_panel",
    "corporate_stage_2_begins", "withdrawal",
)  # fmt: skip
LETTER_NEEDS: Mapping[str, Mapping[str, str]] = {
    **{kind: {"draft": f"draft_answer_{of}", "sign": f"sign_answer_{of}"} for kind, of in _ANSWERS.items()},
    **{kind: {"draft": "draft_for_the_team", "sign": "sign_decision"} for kind in _DECISIONS},
    **{kind: {"draft": "draft_for_the_team", "sign": "sign_for_the_team"} for kind in _OF_THE_TEAM},
}
LETTER_TASKS = ("mend_letter", "vet_letter", "sign_letter", "send_letter")

SAFEGUARDING_TASKS = ("safeguarding_screening", "lado")


class NotThere(Exception):
    """There is nothing of this name for this officer. Said alike of what does not exist and of what is not theirs."""


class BadEntry(Exception):
    """Something that was typed cannot be taken; `faults` gives for each field a word for what is wrong with it."""

    def __init__(self, **faults: str) -> None:
        super().__init__(f"cannot be taken: {faults}")
        self.faults = faults


def may(officer: Officer, act: str) -> bool:
    """Whether one of the officer's roles allows this act; raises KeyError for an act that is not declared."""
    return bool(MAY[act].intersection(officer.roles))


def require(officer: Officer, act: str) -> None:
    """Raise NotThere unless the officer may do this."""
    if not may(officer, act):
        raise NotThere(act)


def needed_for(act: str) -> str:
    """What somebody must be allowed who does this to a case; `act` is a name of complaints.acts.ACTS."""
    return ACT_NEEDS.get(act, "work_case")


def entered(text: str, field: str, most: int = 5000) -> str:
    """What an officer typed, without the blanks around it; raises BadEntry when it is empty or too long."""
    text = text.strip()
    if not text or len(text) > most:
        raise BadEntry(**{field: "too_long" if text else "missing"})
    return text
