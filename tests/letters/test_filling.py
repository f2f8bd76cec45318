"""Filling: every kind of letter comes out whole for children and adults, and its days are those of the case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.letters.filling import begun, sheet
from bot.letters.kinds import KINDS, ONLY_BY_LETTER
from tests.builders import a_point
from tests.complaints.life import TELLS, Life

TO_STAGE_2 = ("answer_stage_1", "request_stage_2", "appoint_investigators")
TO_REPORTS = (*TO_STAGE_2, "agree_statement", "receive_reports")
TO_PANEL = (*TO_REPORTS, "adjudicate", "request_stage_3", "appoint_panel")
TO_CORPORATE_2 = ("acknowledge", "answer_stage_1", "request_corporate_stage_2")
SUSPENDED = {"proceedings": "court", "points": (0,), "reason": "A hearing.", "look_again": date(2026, 7, 1)}
# For each kind: the pathway, what was done before, and what else the case is.
BEFORE: dict[str, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "acknowledgement": ("corporate", (), {}),
    "pathway": ("statutory", (), {}),
    "elsewhere": ("signposted", (), {"signposted_to": "school"}),
    "extension": ("statutory", (), {}),
    "pause": ("statutory", (), {}),
    "resumption": ("statutory", ("suspend",), {}),
    "joint_nhs": ("statutory", (), {}),
    "stage_1_answer": ("statutory", (), {}),
    "stage_2_begins": ("statutory", TO_STAGE_2, {}),
    "stage_2_answer": ("statutory", TO_REPORTS, {}),
    "stage_3_panel": ("statutory", TO_PANEL, {}),
    "stage_3_answer": ("statutory", (*TO_PANEL, "hold_panel", "receive_panel_report"), {}),
    "corporate_stage_2_begins": ("corporate", TO_CORPORATE_2, {}),
    "corporate_stage_2_declined": ("corporate", TO_CORPORATE_2, {"council": "staffordshire", "on": date(2020, 6, 1)}),
    "corporate_stage_2_answer": ("corporate", (*TO_CORPORATE_2, "accept_corporate_stage_2"), {}),
    "refusal": ("statutory", (), {"flags": ("court",)}),
    "withdrawal": ("statutory", ("ask_withdrawal",), {}),
    "closure": ("statutory", ("answer_stage_1",), {}),
}
TYPED = {
    "extension": {"until": "2026-06-22", "ground": "complex", "reason": "Two teams are asked."},
    "pause": {"proceedings": "court", "points": "1", "reason": "A hearing.", "look_again": "2026-07-01"},
    "refusal": {"ground": "prejudices_proceedings", "reason": "A hearing.", "instead": "Ask us again."},
    "acknowledgement": {"handled_by": "The complaints team"},
    "pathway": {"why": "You are in care."},
    "stage_3_panel": {"when_and_where": "2 July, 4pm, Town Hall."},
}


def a_life(kind: str, role: str, **changes: Any) -> Life:
    """A case at the step of this letter."""
    pathway, acts, more = BEFORE[kind]
    facts = {"reporter_role": role, "name": "Robin"}
    contents = {"facts": facts, "points": (a_point(pathway=pathway),), **more, **changes}
    signposted_to = contents.pop("signposted_to", None)
    life = Life(pathway, **contents).confirmed(signposted_to=signposted_to)
    for act in acts:
        life.do(act, **({**SUSPENDED, "decided_by": "J"} if act == "suspend" else {}))
    return life


def typed(kind: str, act: str | None) -> dict[str, str]:
    """What a form gives: what TELLS says, as it is typed."""
    told = {**TELLS.get(act or "", {}), "findings": "upheld"}
    plain = {name: "yes" if value is True else str(value) for name, value in told.items()}
    return {name: plain[name] for name in KINDS[kind].fields(act) if name in plain} | TYPED.get(kind, {})


def test_the_way_to_every_kind_is_known() -> None:
    assert set(BEFORE) == set(KINDS)


@pytest.mark.parametrize("role", ["child", "parent"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_out_whole_at_its_step(kind: str, role: str) -> None:
    life = a_life(kind, role)
    assert KINDS[kind].refusal(life.case, life.today, life.profile) is None
    act = KINDS[kind].act_now(life.case, life.today, life.profile)
    assert bool(act) == bool(KINDS[kind].acts)
    text = begun(kind, life.case, life.profile).replace("[", "").replace("]", "")
    found = sheet(kind, act, text, typed(kind, act), life.case, life.step(), "Manager B")
    assert (found.missing, found.prompts, found.fault) == ((), (), None)
    assert "stage" in found.heading and "{" not in found.heading + found.text
    assert found.text.endswith("Manager B") and "Robin" in found.text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("acknowledgement", "joint_nhs")])
def test_no_kind_is_begun_where_the_case_is_not(kind: str) -> None:
    """A case that is closed has had its letter."""
    life = a_life("withdrawal", "child").do("confirm_withdrawal")
    assert KINDS[kind].refusal(life.case, life.today, life.profile)


def test_what_is_not_known_yet_is_said_in_words() -> None:
    life = a_life("acknowledgement", "parent")
    text = begun("acknowledgement", life.case, life.profile)
    one = sheet("acknowledgement", None, text, {}, life.case, life.step(), "B")
    assert "(not known yet: handled by)" in one.text and "{" not in one.text + one.heading
    assert "handled_by" in one.missing


def test_a_deadline_counts_from_the_day_on_which_the_letter_goes_out() -> None:
    life = a_life("stage_1_answer", "parent")
    text = begun("stage_1_answer", life.case, life.profile)

    def says() -> str:
        return sheet("stage_1_answer", "answer_stage_1", text, {"findings": "upheld"}, life.case, life.step(), "B").text

    assert "Please ask by Monday 29 June 2026" in says()
    life.after(3)
    assert "Please ask by Thursday 2 July 2026" in says()


@pytest.mark.parametrize(
    ("kind", "pathway", "says"),
    [
        ("acknowledgement", "corporate", "answer by Monday 15 June 2026"),  # ten working days from this letter
        ("pathway", "corporate", "answer by a day that we will tell you"),  # its clock starts when it is acknowledged
        ("pathway", "statutory", "answer by Monday 15 June 2026"),
    ],
)
def test_the_day_of_an_answer_is_never_that_of_a_step_before_it(kind: str, pathway: str, says: str) -> None:
    life = Life(pathway).confirmed()
    act = KINDS[kind].act_now(life.case, life.today, life.profile)
    found = sheet(kind, act, begun(kind, life.case, life.profile), TYPED[kind], life.case, life.step(), "B")
    assert says in found.text


def test_an_extension_says_the_very_day_that_is_kept() -> None:
    life = a_life("extension", "child")
    text = begun("extension", life.case, life.profile)
    late = {**TYPED["extension"], "until": "2026-09-01"}
    found = sheet("extension", "extend_stage_1", text, TYPED["extension"], life.case, life.step(), "B")
    assert "Monday 22 June 2026" in found.text and "There is a lot to look at." in found.text
    assert "not after Monday 29 June 2026" in str(
        sheet("extension", "extend_stage_1", text, late, life.case, life.step(), "").fault
    )


def test_a_finding_in_the_letter_is_the_one_in_the_books() -> None:
    points = (a_point(), a_point(text="And she was rude."), a_point(pathway="signposted", signposted_to="school"))
    life = a_life("stage_1_answer", "parent", points=points)
    text = begun("stage_1_answer", life.case, life.profile)
    told = {"findings": "upheld\nnot_upheld"}
    found = sheet("stage_1_answer", "answer_stage_1", text, told, life.case, life.step(), "B")
    assert "- Point 1: upheld." in found.text and "- Point 2: not upheld." in found.text and "Point 3" not in found.text
    one = sheet("stage_1_answer", "answer_stage_1", text, {"findings": "upheld"}, life.case, life.step(), "B")
    assert "findings" in one.missing and "needed 2, given 1" in str(one.fault)


def test_what_a_person_wrote_fills_no_brace_and_leaves_nothing_to_be_written() -> None:
    points = (a_point(text="They said {signed_by} and [nothing]\n\n# at all"),)
    life = a_life("stage_1_answer", "parent", points=points, facts={"reporter_role": "parent", "name": "{due}[x]"})
    text = begun("stage_1_answer", life.case, life.profile)
    assert "“They said (signed_by) and (nothing) # at all”" in text
    assert "Dear (due)(x)" in text


def test_somebody_who_gave_no_name_is_greeted_all_the_same() -> None:
    life = a_life("pathway", "child", facts={"reporter_role": "child"})
    assert begun("pathway", life.case, life.profile).startswith("Hello\n")


def test_who_decides_something_else_is_named_with_how_to_ask_and_the_time_limit() -> None:
    life = a_life("elsewhere", "parent")
    to, text = life.profile.signposts["school"], begun("elsewhere", life.case, life.profile)
    assert to.how in text and str(to.time_limit) in text


def test_what_only_a_letter_does_is_carried_by_one() -> None:
    assert {act for kind in KINDS.values() for act in kind.acts} >= set(ONLY_BY_LETTER)
