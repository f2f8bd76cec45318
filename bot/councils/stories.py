"""Twelve stories that every council's procedure must be able to tell, as data: who does what, and when.

A day is said as the story would: on the same day, so many working days later, or on the last day that is allowed. So
the dates differ where the councils' limits do, and a step that a council does not have is left out of its story.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SAME_DAY, LAST_DAY, OUTER_DAY, DAY_AFTER = "same day", "last day", "outer day", "day after"


@dataclass(frozen=True)
class Beat:
    """One step of a story: an act, what is told with it, and when. `confirm` is the officer's first decision."""

    act: str
    when: str | int = SAME_DAY  # or so many working days later
    told: Mapping[str, Any] = field(default_factory=dict)
    of: str = ""  # the clock whose last day is meant


@dataclass(frozen=True)
class Story:
    """One story, and what was printed about it: words that such an entry of a profile has."""

    title: str
    pathway: str
    role: str
    beats: tuple[Beat, ...]
    printed: tuple[str, ...] = ()
    points: int = 1


CONFIRM = Beat("confirm", 2)
ANSWER = {"answered_by": "the team manager", "answer": "the letter"}
ON_STAGE_1 = Beat("answer_stage_1", LAST_DAY, {**ANSWER, "findings": ("partially_upheld",)})
ASK = {"words": "I am not content with the answer."}
INVESTIGATED = (
    Beat(
        "appoint_investigators",
        LAST_DAY,
        {
            "investigating_officer": "the investigating officer",
            "officer_had_no_part_in_it": True,
            "independent_person": "the independent person",
            "person_is_independent": True,
        },
        "appoint_stage_2",
    ),
    Beat("agree_statement", LAST_DAY, {"statement": "the statement", "person_agreed": True}, "agree_statement"),
)
REPORTS = {"investigation_report": "report", "independent_report": "report", "independent_person_agrees": True}
ADJUDICATES = {
    "adjudicated_by": "the adjudicating officer",
    "findings": ("upheld",),
    "answer": "the letter",
    "both_reports_sent": True,
}
STAGE_2 = (
    *INVESTIGATED,
    Beat("receive_reports", 15, REPORTS),
    Beat("adjudicate", LAST_DAY, ADJUDICATES, "statutory_stage_2_from_request"),
)
PANEL = (
    Beat("request_stage_3", LAST_DAY, ASK, "ask_stage_3"),
    Beat("appoint_panel", 10, {"members": ("chair", "second", "third"), "all_are_independent": True}),
    Beat("hold_panel", LAST_DAY, {"person_was_invited": True}, "panel_meets"),
    Beat("receive_panel_report", LAST_DAY, {"findings": ("upheld",), "report": "report"}, "panel_reports"),
    Beat(
        "respond_to_panel",
        LAST_DAY,
        {"responded_by": "the director", "independent_person_heard": True, "answer": "the letter"},
        "authority_responds",
    ),
)
ACKNOWLEDGED = Beat("acknowledge", LAST_DAY, {"handled_by": "the team manager"}, "corporate_acknowledge")
CONTENT = {"note": "", "person_is_content": False}

STORIES: tuple[Story, ...] = (
    Story(
        "A child in care is answered on the last day of stage 1",
        "statutory",
        "child",
        (CONFIRM, ON_STAGE_1, Beat("close_case", DAY_AFTER, {**CONTENT, "note": "not asked for more"}, "ask_stage_2")),
        ("statutory stage 1", "start of statutory"),
    ),
    Story(
        "A parent's complaint is complex and extended as far as it can be",
        "statutory",
        "parent",
        (CONFIRM, Beat("extend_stage_1", OUTER_DAY, {"ground": "complex", "reason": "three teams"}), ON_STAGE_1),
        ("statutory stage 1",),
    ),
    Story(
        "Nobody answers, and a care leaver goes straight to stage 2",
        "statutory",
        "care_leaver",
        (CONFIRM, Beat("request_stage_2", DAY_AFTER, ASK, "statutory_stage_1")),
        ("statutory stage 1", "recorded as not statutory"),
    ),
    Story(
        "Stage 2 is asked for on the last day and adjudicated in time",
        "statutory",
        "parent",
        (CONFIRM, ON_STAGE_1, Beat("request_stage_2", LAST_DAY, ASK, "ask_stage_2"), *STAGE_2),
        ("statutory stage 2", "independent person", "who is independent"),
    ),
    Story(
        "Stage 2 needs all the time that the law gives",
        "statutory",
        "foster_carer",
        (
            CONFIRM,
            ON_STAGE_1,
            Beat("request_stage_2", 1, ASK),
            *INVESTIGATED,
            Beat("extend_stage_2", OUTER_DAY, {"reason": "two people are abroad"}, "statutory_stage_2"),
            Beat("receive_reports", 40, REPORTS),
            Beat("adjudicate", LAST_DAY, ADJUDICATES, "statutory_stage_2_from_request"),
        ),
        ("statutory stage 2",),
    ),
    Story(
        "A review panel hears a special guardian",
        "statutory",
        "special_guardian",
        (
            CONFIRM,
            ON_STAGE_1,
            Beat("request_stage_2", 3, ASK),
            *STAGE_2,
            *PANEL,
            Beat("close_case", 1, {**CONTENT, "note": "nothing more can be asked here"}),
        ),
        ("statutory stage 3", "answer to a panel", "the Ombudsman"),
    ),
    Story(
        "It is settled informally inside stage 1",
        "statutory",
        "adopter",
        (
            CONFIRM,
            Beat("offer_settlement", 1, {"terms": "weekly calls"}),
            Beat("agree_settlement", 2, {"person_agreed": True, "how_they_said_so": "by letter"}),
        ),
        ("transaction",),
    ),
    Story(
        "A complaint about a slow plan goes through the corporate procedure",
        "corporate",
        "parent",
        (
            Beat("confirm", 1),
            ACKNOWLEDGED,
            Beat("answer_stage_1", LAST_DAY, {**ANSWER, "findings": ("not_upheld",)}, "corporate_stage_1"),
            Beat("request_corporate_stage_2", 5, ASK),
            Beat("accept_corporate_stage_2", 3, {"reviewed_by": "the reviewer"}),
            Beat(
                "answer_corporate_stage_2",
                LAST_DAY,
                {"findings": ("upheld",), "answer": "the letter"},
                "corporate_stage_2",
            ),
        ),
        ("corporate",),
    ),
    Story(
        "Corporate stage 2 is asked for without anything new",
        "corporate",
        "relative",
        (
            Beat("confirm", 1),
            ACKNOWLEDGED,
            Beat("answer_stage_1", LAST_DAY, {**ANSWER, "findings": ("not_upheld",)}, "corporate_stage_1"),
            Beat("request_corporate_stage_2", 5, ASK),
            Beat(
                "decline_corporate_stage_2",
                2,
                {
                    "decided_by": "the manager",
                    "reason": "nothing new",
                    "evidence_considered": "the file",
                    "instead": "the Ombudsman",
                },
            ),
        ),
        ("corporate",),
    ),
    Story(
        "A child asks to stop, and is spoken with in private",
        "statutory",
        "child",
        (
            CONFIRM,
            Beat("ask_withdrawal", 3, {"words": "Please stop."}),
            Beat("confirm_withdrawal", 2, {"spoken_with": "the child", "asked_in_private": True, "own_idea": True}),
        ),
    ),
    Story(
        "A hearing stops one of two points, and the other goes on",
        "statutory",
        "parent",
        (
            CONFIRM,
            Beat(
                "suspend",
                1,
                {
                    "proceedings": "court",
                    "points": (1,),
                    "decided_by": "the manager",
                    "reason": "contact is before it",
                    "look_again": None,
                },
            ),
            ON_STAGE_1,
            Beat("resume", 10, {"reason": "the order was made"}),
            ON_STAGE_1,
        ),
        ("statutory stage 1",),
        points=2,
    ),
    Story(
        "The Ombudsman sends it back, asks, decides, and gets the evidence of the remedy",
        "statutory",
        "parent",
        (
            CONFIRM,
            Beat("ombudsman_sends_back", 1, {"their_reference": "as given"}),
            ON_STAGE_1,
            Beat("ombudsman_enquires", 30, {"their_reference": "as given", "asks": "the file", "reply_by": None}),
            Beat("reply_to_ombudsman", 15, {"replied_by": "the manager", "bundle": ("file",)}),
            Beat("ombudsman_investigates", 10, {"their_reference": "as given"}),
            Beat(
                "ombudsman_decides",
                60,
                {"decision": "fault_with_injustice", "remedies": ("apology",), "remedies_due": None},
            ),
            Beat("show_remedies", 15, {"evidence": ("letter",)}),
        ),
        ("the Ombudsman",),
    ),
)
