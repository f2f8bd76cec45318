"""Whole lives of cases, drawn at random: whatever is done in whatever order, the law holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.complaints.acts import ACTS
from bot.complaints.acts.act import live_points, points_to_answer, suspended_points
from bot.complaints.acts.discretion import grounds
from bot.complaints.assessment import PATHWAYS
from bot.complaints.case import STAGES
from bot.complaints.errors import NotAllowed
from bot.complaints.findings import FOUND, OUTCOMES
from bot.complaints.records import STATES
from bot.councils import codes
from tests.builders import a_point
from tests.complaints.life import TELLS, Life

FLAGS = ("standing", "late", "court", "duplicate", "anonymous", "imminent")
FINDS = {
    "answer_stage_1": "stage_1",
    "adjudicate": "stage_2",
    "answer_corporate_stage_2": "stage_2",
    "receive_panel_report": "stage_3",
}
EXTENDS = {
    "extend_stage_1": ("statutory_stage_1", "corporate_stage_1"),
    "extend_stage_2": ("statutory_stage_2",),
    "extend_corporate_stage_2": ("corporate_stage_2",),
}


# The way through the stages, in its order: a life may begin anywhere along it, and may go on along it.
MAIN_LINE = (
    "respond_to_panel", "receive_panel_report", "hold_panel", "appoint_panel", "request_stage_3", "adjudicate",
    "receive_reports", "agree_statement", "appoint_investigators", "request_stage_2", "answer_corporate_stage_2",
    "accept_corporate_stage_2", "request_corporate_stage_2", "answer_stage_1",
)  # fmt: skip


# How far along it a life begins: most often where the person has had an answer and may ask for the next stage.
ALONG = (0, 0, *[1] * 5, 2, 3, 4, 5, *[6] * 5, 7, 8, 9, 11)


class AnyLife(RuleBasedStateMachine):
    """One case; each rule is a day that passes, an act, or an officer who decides where it belongs."""

    never: tuple[str, ...] = ()  # acts that are left out of these lives

    @initialize(
        pathway=st.sampled_from([*PATHWAYS, *["statutory"] * 6, *["corporate"] * 3]),
        along=st.sampled_from(ALONG),
        council=st.sampled_from(codes()),
        on=st.dates(date(2020, 6, 1), date(2027, 12, 31)),
        flags=st.sets(st.sampled_from(FLAGS)),
        others=st.lists(st.sampled_from(["statutory", "corporate", "signposted"]), max_size=2),
    )
    def received(self, pathway: str, along: int, council: str, on: date, flags: set[str], others: list[str]) -> None:
        points = tuple(a_point(pathway=each) for each in (pathway, *others))
        self.life = Life(pathway, council, on, points=points, flags=tuple(sorted(flags)))
        self.links = 0
        if along and pathway != "officer_decision":
            self.life.confirmed()
        for _ in range(along):
            self._next_step("upheld")

    @rule(found=st.sampled_from(FOUND), chance=st.sampled_from([True, False, False, False]))
    def goes_on(self, found: str, chance: bool) -> None:
        """The next step of the main line, if there is one now; not always, so that much happens between two steps."""
        if chance:
            self._next_step(found)

    def _next_step(self, found: str) -> None:
        name = next((name for name in MAIN_LINE if name in self.life.allowed), None)
        if name in FINDS:
            count = len(points_to_answer(self.life.case, FINDS[name]))
            self.life.do(name, findings=(found,) * count)
        elif name:
            self.life.do(name)

    @rule(days=st.integers(1, 90))
    def days_pass(self, days: int) -> None:
        self.life.on(self.life.today + timedelta(days=days))

    @rule(pathway=st.sampled_from([each for each in PATHWAYS if each != "officer_decision"]))
    def an_officer_decides_where_it_belongs(self, pathway: str) -> None:
        due = {clock.name: clock.due for clock in self.life.case.clocks}
        try:
            self.life.confirmed(pathway)
        except NotAllowed:
            assert self.life.case.stage not in ("awaiting_officer", "stage_1") or self.life.case.last("stat_s2")
        assert due.items() <= {clock.name: clock.due for clock in self.life.case.clocks}.items()

    @rule(data=st.data())
    def what_is_allowed_can_be_done(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from([name for name in self.life.allowed if name not in self.never]))
        before = self.life.case
        self.life.do(name, **self._told(name, data))
        assert before.history == self.life.case.history[: len(before.history)]
        assert before.findings == self.life.case.findings[: len(before.findings)]
        assert len(before.records) <= len(self.life.case.records)
        assert [clock.due for clock in before.clocks] == [c.due for c in self.life.case.clocks][: len(before.clocks)]

    @rule(data=st.data())
    def what_is_not_allowed_raises_a_plain_sentence(self, data: st.DataObject) -> None:
        others = [name for name in ACTS if name not in self.life.allowed and name in TELLS]
        before = self.life.case
        with pytest.raises(NotAllowed, match=r"\.$"):
            self.life.do(data.draw(st.sampled_from(others)))
        assert before == self.life.case

    def _told(self, name: str, data: st.DataObject) -> dict[str, Any]:
        """What the act needs to be told just now."""
        case, today = self.life.case, self.life.today
        soon = today + timedelta(days=30)
        told: dict[str, Any] = {}
        if name in FINDS:
            count = len(points_to_answer(case, FINDS[name]))
            told["findings"] = tuple(data.draw(st.lists(st.sampled_from(FOUND), min_size=count, max_size=count)))
        elif name in EXTENDS:
            clock = next(clock for each in EXTENDS[name] if (clock := case.running(each)))
            told = {"until": clock.outer_limit, "reason": "r"} | (
                {"ground": "complex"} if name == "extend_stage_1" else {}
            )
        elif name == "suspend":
            free = sorted(live_points(case) - suspended_points(case))
            points = tuple(data.draw(st.sets(st.sampled_from(free), min_size=1)))
            told = {"proceedings": "court", "points": points, "decided_by": "J", "reason": "r", "look_again": soon}
        elif name == "withdraw_points":
            live = sorted(live_points(case))
            told["points"] = tuple(data.draw(st.sets(st.sampled_from(live), min_size=1, max_size=len(live) - 1)))
        elif name == "note_consent":
            self.links += 1
            told = {"until": soon, "who_for_them": f"Advocate {self.links}", "relation": "advocate"}
            told |= {"scope": ("get_letters",), "how_they_said_so": "h"}
        elif name == "end_consent":
            told["who_for_them"] = case.open_records("consent")[0].details["who_for_them"]
        elif name == "look_again":
            told = {"reason": "r", "look_again": soon}
        elif name == "limit_contact":
            told = {"decided_by": "J", "is_senior": True, "reason": "r", "arrangement": "a", "review_on": soon}
            told["appeal_to"] = "K"
        elif name == "review_contact":
            told = {"reviewed_by": "K", "reason": "r", "review_on": soon}
        elif name == "ombudsman_enquires":
            told["reply_by"] = soon
        elif name == "recommend":
            told["due"] = soon
        elif name == "book_team":
            told["team"] = self.life.profile.teams[0]
        elif name == "link_case":
            self.links += 1
            told["reference"] = f"CF-{self.links:04}-00"
        elif name == "refuse_to_consider":
            told["ground"] = data.draw(st.sampled_from(grounds(case)))
        elif name == "weigh_lateness":
            told["can_be_considered_fairly"] = data.draw(st.booleans())
        elif name == "decide_interest":
            told["has_sufficient_interest"] = data.draw(st.booleans())
        return told

    # --- what always holds ---

    @invariant()
    def no_clock_ends_before_it_starts(self) -> None:
        for clock in self.life.case.clocks:
            assert clock.started <= clock.due <= (clock.extended_due or clock.due)
            assert clock.first_limit <= clock.now_due <= clock.outer_limit
            assert clock.first_limit >= clock.due
            assert clock.met_on is None or clock.met_on >= clock.started
            assert not (clock.met_on and clock.stopped_on)
            assert clock.source and clock.profile_version

    @invariant()
    def no_two_clocks_measure_the_same(self) -> None:
        running = [clock.name for clock in self.life.case.clocks if clock.is_running]
        assert sorted(set(running)) == sorted(running)

    @invariant()
    def every_state_is_one_that_we_know(self) -> None:
        case = self.life.case
        assert case.stage in STAGES and case.outcome in OUTCOMES
        assert [record.number for record in case.records] == list(range(len(case.records)))
        assert all(record.state in STATES[record.kind] for record in case.records)
        assert (case.stage == "closed") == (case.ended is not None) == (case.ended_on is not None)

    @invariant()
    def stage_2_is_never_refused(self) -> None:
        case, today = self.life.case, self.life.today
        clock = case.running("statutory_stage_1")
        answered = any(finding.stage == "stage_1" for finding in case.findings)
        if case.is_statutory and (answered or (clock and clock.is_late(today))):
            assert case.last("stat_s2") or "request_stage_2" in self.life.allowed

    @invariant()
    def stage_3_is_never_refused(self) -> None:
        record = self.life.case.last("stat_s2")
        if record and record.state == "adjudicated":
            assert self.life.case.last("stat_s3") or "request_stage_3" in self.life.allowed

    @invariant()
    def what_has_begun_as_stage_2_stays_statutory(self) -> None:
        assert not self.life.case.last("stat_s2") or self.life.case.pathway == "statutory"

    @invariant()
    def a_closed_case_has_nothing_due_and_can_be_taken_up_again(self) -> None:
        if self.life.case.stage == "closed":
            assert self.life.case.clock is None
            assert "reopen_case" in self.life.allowed

    @invariant()
    def an_open_complaint_is_measured_until_it_is_answered(self) -> None:
        """No statutory case at a stage is without a clock, running or standing still for a stated reason."""
        case = self.life.case
        if case.is_statutory and case.stage in ("stage_1", "stage_2", "stage_3"):
            assert [clock for clock in case.clocks if clock.is_running and not clock.is_window]

    @precondition(lambda self: self.life.case.stage == "stage_2")
    @invariant()
    def nobody_investigates_alone(self) -> None:
        record = self.life.case.last("stat_s2")
        if record and record.state != "requested":
            assert record.details["independent_person"] and record.details["person_is_independent"]


class EntitledLife(AnyLife):
    """A statutory case that was answered, whose person has not asked for more: whatever else happens, they may."""

    never = ("request_stage_2", "request_stage_3")

    @initialize(along=st.sampled_from([1, 6]), council=st.sampled_from(codes()), others=st.booleans())
    def received(self, along: int, council: str, others: bool) -> None:  # type: ignore[override]
        points = (a_point(), *((a_point(text="Also this."),) if others else ()))
        self.life, self.links = Life(council=council, points=points, flags=FLAGS).confirmed(), 0
        for _ in range(along):
            self._next_step("upheld")

    @rule(found=st.sampled_from(FOUND), chance=st.just(False))
    def goes_on(self, found: str, chance: bool) -> None:
        """Nobody asks for more."""

    @invariant()
    def they_may_still_ask(self) -> None:
        assert set(self.never) & set(self.life.allowed)


AnyLife.TestCase.settings = settings(
    max_examples=100, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
EntitledLife.TestCase.settings = settings(AnyLife.TestCase.settings, max_examples=40)
TestAnyLife, TestEntitledLife = AnyLife.TestCase, EntitledLife.TestCase
