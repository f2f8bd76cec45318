"""A case's life in tests: a case that acts are done to on days, under a council's profile."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from bot.complaints.acts import ACTS
from bot.complaints.case import Case, Event
from bot.complaints.procedures import first_clocks
from bot.complaints.profile import Profile
from bot.complaints.step import Step
from bot.complaints.working_days import Calendar, add_working_days
from bot.councils import load
from bot.councils.calendar import england
from tests.builders import a_case, a_point

MONDAY = date(2026, 6, 1)
ENGLAND = england()

# What an act may be told when the test is not about it.
TELLS: dict[str, dict[str, Any]] = {
    "acknowledge": {"handled_by": "Officer A"},
    "answer_stage_1": {"answered_by": "Manager B", "answer": "We looked into it."},
    "offer_settlement": {"terms": "A visit every week."},
    "agree_settlement": {"person_agreed": True, "how_they_said_so": "By telephone."},
    "decline_settlement": {"words": "I want an answer."},
    "resolve_at_first_contact": {"how": "Rang the worker.", "person_agreed": True},
    "skip_stage_1": {"words": "Straight to stage 2.", "person_agreed": True, "council_agreed": True},
    "request_stage_2": {"words": "I am not happy with the answer."},
    "appoint_investigators": {
        "investigating_officer": "Investigator C",
        "officer_had_no_part_in_it": True,
        "independent_person": "Independent D",
        "person_is_independent": True,
    },
    "check_independence": {"declared_on": MONDAY, "what_was_checked": "Asked the council's own staff list."},
    "agree_statement": {"statement": "She did not come.", "person_agreed": True},
    "receive_reports": {"investigation_report": "a", "independent_report": "b", "independent_person_agrees": True},
    "adjudicate": {"adjudicated_by": "Director E", "answer": "We agree.", "both_reports_sent": True},
    "request_stage_3": {"words": "I want a panel."},
    "appoint_panel": {"members": ("Panel F", "Panel G", "Panel H"), "all_are_independent": True},
    "hold_panel": {"person_was_invited": True},
    "receive_panel_report": {"report": "c"},
    "respond_to_panel": {"responded_by": "Director E", "independent_person_heard": True, "answer": "We will."},
    "request_corporate_stage_2": {"words": "Please look again."},
    "accept_corporate_stage_2": {"reviewed_by": "Reviewer I"},
    "decline_corporate_stage_2": {
        "decided_by": "Manager J", "reason": "Nothing new.", "evidence_considered": "The file.", "instead": "LGSCO.",
    },
    "answer_corporate_stage_2": {"answer": "We looked again."},
    "pass_on_compliment": {"to_team": "Fostering", "person_thanked": True},
    "decide_service_request": {"decision": "Yes.", "told_may_complain": True},
    "answer_information_request": {"answer": "Like this."},
    "answer_member": {"member": "mp", "constituent_consents": True, "answer": "This is being looked into."},
    "open_member_enquiry": {"member": "councillor", "asked": "How is it going?"},
    "open_duty": {"kind": "query", "about": "Who is my worker?"},
    "close_duty": {"done": "Told them.", "person_told": True},
    "ombudsman_sends_back": {"their_reference": "26 000 001"},
    "refer_early": {"report_is_robust": True, "person_agrees": True, "council_agrees": True, "reason": "Upheld."},
    "ombudsman_enquires": {"their_reference": "26 000 001", "asks": "The file.", "reply_by": date(2027, 6, 1)},
    "reply_to_ombudsman": {"replied_by": "Manager J", "bundle": ("file.pdf",)},
    "ombudsman_investigates": {"their_reference": "26 000 001"},
    "ombudsman_decides": {
        "decision": "fault_with_injustice", "remedies": ("apology", "£150"), "remedies_due": date(2027, 6, 1),
    },
    "show_remedies": {"evidence": ("letter.pdf", "receipt.pdf")},
    "offer_mediation": {"by_whom": "A mediator"},
    "answer_mediation_offer": {"person_agrees": True},
    "hold_mediation": {"result": "They talked.", "settled": False},
    "propose_joint_nhs": {"nhs_body": "The trust"},
    "answer_joint_nhs": {"person_consents": True, "leads": "the_council"},
    "close_joint_nhs": {"answer": "One letter.", "has_both_parts": True},
    "agree_payment": {"pence": 15000, "kind": "time_trouble", "why": "Delay.", "stage": "stage_1"},
    "pay_remedy": {"evidence": "Payment run 12."},
    "recommend": {
        "text": "Ring back.", "owner": "Team B", "due": date(2027, 6, 1), "stage": "stage_1", "remedy": "training",
    },
    "finish_action": {"how": "All trained.", "shared_how": "Team meeting."},
    "note_equalities": {
        "gender": "female", "ethnicity": "prefer_not_to_say", "disability": "no", "age_band": "11_15",
    },
    "link_case": {"reference": "CF-AAAA-AA", "why": "group"},
    "resume": {"reason": "The hearing is over."},
    "ask_withdrawal": {"words": "Please stop."},
    "confirm_withdrawal": {"spoken_with": "Robin", "asked_in_private": True, "own_idea": True},
    "keep_going": {"note": "They did not mean it."},
    "weigh_lateness": {
        "waiting_was_reasonable": True, "can_be_considered_fairly": True, "decided_by": "J", "reason": "He was ill.",
    },
    "decide_interest": {
        "has_sufficient_interest": True, "child_was_asked_or_why_not": "She said yes.", "decided_by": "J",
        "reason": "He brought her up.",
    },
    "refuse_to_consider": {
        "ground": "too_late", "decided_by": "Manager J", "reason": "Nine years ago.", "instead": "Records.",
    },
    "add_point": {"text": "And she was rude.", "matter": "social_worker"},
    "withdraw_points": {"points": (0,), "spoken_with": "Robin", "asked_in_private": True, "own_idea": True},
    "make_statutory": {"decided_by": "Manager J", "reason": "She is in care."},
    "end_consent": {"who_for_them": "Advocate K", "why": "She asked for somebody else."},
    "note_wishes": {"wishes": "does_not_want_it", "how_they_were_asked": "Her worker, at school."},
    "weigh_wishes": {
        "decision": "goes_on_without_what_the_child_told", "decided_by": "Manager J", "reason": "His own contact.",
        "child_was_told": True,
    },
    "close_case": {"note": "They are content.", "person_is_content": True},
    "reopen_case": {"reason": "They wrote again."},
    "lift_contact": {"reason": "All is well."},
    "appeal_contact": {"words": "That is not fair."},
}  # fmt: skip


class Life:
    """One case, the day that it is, and the council that it is in."""

    def __init__(
        self, pathway: str = "statutory", council: str = "national", on: date = MONDAY, **changes: Any
    ) -> None:
        self.today, self.council, self.calendar = on, council, ENGLAND
        clocks = first_clocks(pathway, on, self.profile, self.calendar)
        stage = "stage_1" if pathway in ("statutory", "corporate") else "awaiting_officer"
        contents = {"points": (a_point(pathway=pathway),), "clocks": clocks, "stage": stage, "flags": (), "history": ()}
        self.case: Case = a_case(**{**contents, "pathway": pathway, "received_at": self.at, **changes})

    @property
    def profile(self) -> Profile:
        """The profile that holds on the day that it is."""
        return load(self.council, self.today)

    @property
    def at(self) -> datetime:
        return datetime.combine(self.today, time(11), UTC)

    @property
    def allowed(self) -> tuple[str, ...]:
        return self.case.allowed(self.today, self.profile)

    def step(self, who: str = "o1") -> Step:
        return Step(self.at, who, self.profile, Calendar(self.calendar.is_bank_holiday))

    def confirmed(self, pathway: str | None = None, **changes: Any) -> Life:
        """An officer confirms where it belongs."""
        to = pathway or self.case.pathway
        received = self.case.received_at.date()
        event = Event(self.at, "o1", "pathway_confirmed", {})
        clocks = first_clocks(to, received, self.profile, self.calendar)
        self.case = self.case.confirming(to, event, received, clocks=clocks, **changes)
        return self

    def on(self, day: date) -> Life:
        assert day >= self.today
        self.today = day
        return self

    def after(self, working_days: int) -> Life:
        return self.on(add_working_days(self.today, working_days, self.calendar))

    def do(self, name: str, **told: Any) -> Life:
        """Do an act with what TELLS says, and what the test says."""
        contents = {**TELLS.get(name, {}), **told}
        if name in ("answer_stage_1", "adjudicate", "receive_panel_report", "answer_corporate_stage_2"):
            contents.setdefault("findings", ("upheld",) * len(self.case.points))
        for field, kind in ACTS[name].picks.items():
            contents.setdefault(field, next((record.number for record in self.case.open_records(kind)), 0))
        if name in ("appoint_investigators", "appoint_panel"):
            contents.setdefault("declared_on", self.today)
        self.case = self.case.doing(ACTS[name](**contents), self.step())
        return self

    def kinds(self) -> list[tuple[str, str, bool]]:
        """Every record: kind, state, and whether it is open."""
        return [(record.kind, record.state, record.is_open) for record in self.case.records]
