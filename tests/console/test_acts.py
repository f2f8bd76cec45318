"""What may happen next to a case, on its page and as forms."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from bot.complaints.acts import ACTS
from bot.complaints.acts.told import act
from bot.complaints.records import Record
from bot.console.act_form import FIELDS, OWN
from bot.console.render import HERE
from bot.letters.kinds import ONLY_BY_LETTER
from tests.builders import AT, a_pool_person, an_alert
from tests.console.conftest import Enter
from tests.office import Office

CASE = "/cases/CF-0B1C-2D"
ANSWER = {"answered_by": "Manager B", "findings": "upheld", "answer": "We <agree>."}


async def confirmed(enter: Enter, office: Office, *roles: str):
    office.case(conversation=None)
    browser = await enter(*(roles or ("complaints_manager",)))
    await browser.send(f"{CASE}/pathway", CASE, version="1", pathway="statutory", reason="In care.")
    return browser


async def test_the_case_page_offers_what_may_happen_next_and_nothing_else(enter: Enter, office: Office) -> None:
    officer = await confirmed(enter, office)
    page = await officer.read(CASE)
    assert f'href="{CASE}/acts/answer_stage_1"' in page
    assert "acts/adjudicate" not in page
    assert "Statutory stage 1: open" in page


async def test_an_act_is_done_from_its_form_and_stands_on_the_case(enter: Enter, office: Office) -> None:
    officer = await confirmed(enter, office)
    answer = await officer.send(f"{CASE}/acts/answer_stage_1", CASE, version="2", **ANSWER)
    assert (303, CASE) == (answer.status, answer.headers["Location"])
    page = await officer.read(CASE)
    for words in (
        "Statutory stage 1: answered",
        "Met Monday 2 March 2026",
        "The person may ask for stage 2 until</span>",
        '<span class="when">Monday 30 March 2026</span>',
    ):
        assert words in " ".join(page.split())
    assert "acts/request_stage_2" in page


async def test_what_is_wrong_is_said_and_what_was_typed_stays(enter: Enter, office: Office) -> None:
    officer = await confirmed(enter, office)
    answer = await officer.send(f"{CASE}/acts/answer_stage_1", CASE, version="2", **{**ANSWER, "findings": "perhaps"})
    text = await answer.text()
    assert 422 == answer.status
    assert "not perhaps." in text
    assert "We &lt;agree&gt;." in text
    kept = office.cases.get("CF-0B1C-2D")
    assert kept and "stage_1" == kept.stage


async def test_what_cannot_be_read_is_said_beside_its_field_too(enter: Enter, office: Office) -> None:
    manager = await confirmed(enter, office, "complaints_manager")
    asked = {"until": "soon", "ground": "complex", "reason": "Two teams."}
    text = await (await manager.send(f"{CASE}/acts/extend_stage_1", CASE, version="2", **asked)).text()
    assert '<a href="#until">Until must be a day.</a>' in text
    field = text[text.index('id="until-fault"') : text.index('name="until"')]
    assert "Until must be a day" in field
    assert 'aria-describedby="until-fault"' in text


async def test_a_choice_starts_empty_and_is_refused_beside_its_field_when_left_so(enter: Enter, office: Office) -> None:
    manager, path = await confirmed(enter, office), f"{CASE}/acts/extend_stage_1"
    page = await manager.read(path)
    chooses = page[page.index('<select id="ground"') :]
    assert '<option value="">Choose one</option>' in chooses and "selected" not in chooses[: chooses.index("</select>")]
    left = {"until": "2026-03-20", "ground": "", "reason": " "}
    text = await (await manager.send(path, CASE, version="2", **left)).text()
    assert '<a href="#ground">Ground: choose one.</a>' in text and '<a href="#reason">Please say: reason.</a>' in text
    assert 'id="ground-fault"' in text and 'aria-describedby="ground-fault"' in text
    case = office.cases.get("CF-0B1C-2D")
    assert case and 2 == case.version


@pytest.mark.parametrize(
    ("name", "typed", "field", "says"),
    [
        ("extend_stage_1", {"until": "2026-02-27", "ground": "complex", "reason": "r"}, "until", "The new day lies"),
        ("agree_payment", {"pence": "0", "kind": "distress", "why": "w", "stage": "s"}, "pence", "more than nothing"),
        ("recommend", {"text": "t", "owner": "o", "due": "2026-02-27", "stage": "s", "remedy": "training"}, "due",
         "It is due today or later."),
        ("answer_stage_1", {**ANSWER, "findings": ""}, "findings", "Each point gets a finding of its own"),
        ("answer_stage_1", {**ANSWER, "answer": " "}, "answer", "Please say: answer."),
        ("suspend", {"proceedings": "court", "decided_by": "J", "reason": "r", "look_again": "2026-04-10"}, "points",
         "Name the points that stand still"),
        ("link_case", {"reference": "CF-9999-99", "why": "group"}, "reference", "no case of this reference"),
        ("skip_stage_1", {"words": "w", "council_agreed": "yes"}, "person_agreed", "only where both agree"),
    ],
)  # fmt: skip
async def test_a_rule_that_is_about_a_field_is_said_beside_it_and_in_the_summary(
    enter: Enter, office: Office, name: str, typed: dict[str, str], field: str, says: str
) -> None:
    manager = await confirmed(enter, office)
    answer = await manager.send(f"{CASE}/acts/{name}", CASE, version="2", **typed)
    text = await answer.text()
    assert 422 == answer.status
    assert re.search(rf'<a href="#{field}">[^<]*{re.escape(says)}', text)
    assert re.search(rf'id="{field}-fault"><span class="hidden">Error: </span>[^<]*{re.escape(says)}', text)
    assert 1 == len(re.findall(rf'<(?:input|select|textarea)[^>]* id="{field}"[^>]* aria-invalid="true"', text))
    case = office.cases.get("CF-0B1C-2D")
    assert case and 2 == case.version


async def test_what_is_wrong_with_an_appointment_is_said_beside_its_field(enter: Enter, office: Office) -> None:
    office.case(conversation=None, stage="stage_2", records=(Record(0, "stat_s2", "requested", AT.date()),))
    office.pool.keep(a_pool_person(name="C", kinds=("investigating_officer",)))
    office.pool.keep(a_pool_person(id="p-2", name="D", kinds=("independent_person",)))
    officer, path = await enter("complaints_officer"), f"{CASE}/acts/appoint_investigators"
    right = {"investigating_officer": "C", "officer_had_no_part_in_it": "yes", "independent_person": "D",
             "person_is_independent": "yes", "declared_on": "2026-02-02",
             "no_conflict_declared": "yes", "access_until": "2026-05-01"}  # fmt: skip
    for field, wrong in (("independent_person", "E"), ("no_conflict_declared", ""), ("access_until", "2020-01-01"),
                         ("access_until", "soon"), ("person_is_independent", "")):  # fmt: skip
        answer = await officer.send(path, CASE, version="1", **{**right, field: wrong})
        text = await answer.text()
        assert (422, True) == (answer.status, f'<a href="#{field}">' in text and f'id="{field}-fault"' in text)
    assert 303 == (await officer.send(path, CASE, version="1", **right)).status


@pytest.mark.parametrize("name", [name for name in ACTS if name not in ONLY_BY_LETTER])
async def test_no_form_of_an_act_has_made_a_choice_for_the_officer(name: str, enter: Enter, office: Office) -> None:
    page = await (await confirmed(enter, office)).read(f"{CASE}/acts/{name}")
    assert page.count("<select") == page.count('<option value="">') and " selected>" not in page


async def test_the_days_that_an_act_leads_to_stand_on_its_page(enter: Enter, office: Office) -> None:
    officer = await confirmed(enter, office)
    page = await officer.read(f"{CASE}/acts/answer_stage_1")
    assert "The person may ask for stage 2 until: <strong>Monday 30 March 2026</strong>" in page
    assert 'value="2026-03-30:ask_stage_2"' in page
    await officer.send(f"{CASE}/acts/answer_stage_1", CASE, version="2", shown="2026-03-30:ask_stage_2", **ANSWER)
    case = office.cases.get("CF-0B1C-2D")
    assert case and case.running("ask_stage_2").due.isoformat() == "2026-03-30"  # type: ignore[union-attr]


async def test_a_day_that_turns_on_what_is_typed_is_seen_before_it_is_set(enter: Enter, office: Office) -> None:
    manager = await confirmed(enter, office, "complaints_manager")
    path, until = f"{CASE}/acts/extend_stage_1", {"until": "2026-03-20", "ground": "complex", "reason": "Two teams."}
    assert "You see them before anything is done." in await manager.read(path)
    text = await (await manager.send(path, CASE, version="2", shown="?", **until)).text()
    assert "Answer of stage 1: <strong>Friday 20 March 2026</strong>" in text
    assert "Nothing was done yet." in text and "Two teams." in text
    case = office.cases.get("CF-0B1C-2D")
    assert case and case.version == 2
    other = await manager.send(path, CASE, version="2", shown="2026-03-19:statutory_stage_1", **until)
    assert "Nothing was done yet." in await other.text()
    done = await manager.send(path, CASE, version="2", shown="2026-03-20:statutory_stage_1", **until)
    assert 303 == done.status


async def test_two_officers_do_not_do_the_same_twice(enter: Enter, office: Office) -> None:
    officer = await confirmed(enter, office)
    answer = await officer.send(f"{CASE}/acts/answer_stage_1", CASE, version="1", **ANSWER)
    assert 409 == answer.status


async def test_a_managers_decision_is_not_an_officers(enter: Enter, office: Office) -> None:
    officer = await confirmed(enter, office, "complaints_officer")
    assert "acts/answer_stage_1" not in await officer.read(CASE)
    for name in ("adjudicate", "answer_stage_1"):
        assert 404 == (await officer.send(f"{CASE}/acts/{name}", CASE, version="2")).status


async def test_an_officer_proposes_more_time_and_a_manager_gives_it(enter: Enter, office: Office) -> None:
    officer, path = await confirmed(enter, office, "complaints_officer"), f"{CASE}/acts/extend_stage_1"
    assert f'href="{path}"' in await officer.read(CASE)
    assert "Propose this" in await officer.read(path)
    until = {"until": "2026-03-20", "ground": "complex", "reason": "Two teams."}
    assert 303 == (await officer.send(path, CASE, version="2", shown="2026-03-20:statutory_stage_1", **until)).status
    case = office.cases.get("CF-0B1C-2D")
    assert case and case.clock and "2026-03-16" == case.clock.now_due.isoformat()
    assert ["decide_proposal"] == [task.kind for task in office.work.tasks()]
    manager = await enter("complaints_manager")
    assert "proposes: " in await manager.read(CASE)
    page = await manager.read(path)
    assert "Two teams." in page and 'value="2026-03-20"' in page and "Or decline it" in page
    await manager.send(path, CASE, version="3", **until)
    case = office.cases.get("CF-0B1C-2D")
    assert case and case.clock and "2026-03-20" == case.clock.now_due.isoformat()
    assert [("proposal", "agreed")] == [(each.kind, each.state) for each in case.records if each.kind == "proposal"]
    assert [] == office.work.tasks()


async def test_a_manager_declines_with_a_reason_that_the_officer_reads(enter: Enter, office: Office) -> None:
    officer, path = await confirmed(enter, office, "complaints_officer"), f"{CASE}/acts/extend_stage_1"
    await officer.send(path, CASE, version="2", until="2026-03-20", ground="complex", reason="Two teams.")
    assert 404 == (await officer.send(f"{path}/decline", CASE, version="3", reason="No.")).status
    manager = await enter("complaints_manager")
    assert 422 == (await manager.send(f"{path}/decline", CASE, version="3", reason=" ")).status
    assert 303 == (await manager.send(f"{path}/decline", CASE, version="3", reason="There is time.")).status
    assert 409 == (await manager.send(f"{path}/decline", CASE, version="4", reason="There is time.")).status
    assert "There is time." in await officer.read(CASE)
    assert [] == office.work.tasks()


async def test_the_page_of_an_act_that_has_a_letter_says_that_it_tells_nobody(enter: Enter, office: Office) -> None:
    manager = await confirmed(enter, office)
    assert "the person is told nothing" in await manager.read(f"{CASE}/acts/answer_stage_1")
    assert "the person is told nothing" not in await manager.read(f"{CASE}/acts/add_point")


async def test_the_officer_says_which_of_two_payments_was_made(enter: Enter, office: Office) -> None:
    manager, path = await confirmed(enter, office), f"{CASE}/acts/pay_remedy"
    agreed = {"kind": "distress", "stage": "stage_1"}
    await manager.send(f"{CASE}/acts/agree_payment", CASE, version="2", pence="15000", why="Waiting.", **agreed)
    assert '<option value="1" selected>£150.00, distress: Waiting.</option>' in await manager.read(path)
    await manager.send(f"{CASE}/acts/agree_payment", CASE, version="3", pence="2000", why="Fares.", **agreed)
    page = await manager.read(path)
    assert '<option value="2">£20.00, distress: Fares.</option>' in page and "selected" not in page
    assert 422 == (await manager.send(path, CASE, version="4", evidence="Run 12.")).status
    assert 303 == (await manager.send(path, CASE, version="4", payment="2", evidence="Run 12.")).status
    case = office.cases.get("CF-0B1C-2D")
    assert case and ["agreed", "paid"] == [each.state for each in case.records if each.kind == "remedy_payment"]


async def test_the_officer_says_which_of_two_recommendations_was_carried_out(enter: Enter, office: Office) -> None:
    manager, path = await confirmed(enter, office), f"{CASE}/acts/finish_action"
    told = {"owner": "Fostering", "stage": "stage_1", "remedy": "training"}
    for version, (text, due) in enumerate((("Ring back.", "2026-05-01"), ("Write it down.", "2026-09-01")), 2):
        more = {"text": text, "due": due, "version": str(version), **told}
        await manager.send(f"{CASE}/acts/recommend", CASE, **more)
    page = await manager.read(path)
    assert '<option value="2">Due Tuesday 1 September 2026, Fostering: Write it down.</option>' in page
    assert "selected" not in page
    await manager.send(path, CASE, version="4", action="2", how="Done.", shared_how="Meeting.")
    case = office.cases.get("CF-0B1C-2D")
    assert case and ["Ring back."] == [each.details["text"] for each in case.open_records("learning_action")]


async def test_an_act_that_is_not_there_is_not_found(enter: Enter, office: Office) -> None:
    officer = await confirmed(enter, office)
    assert 404 == (await officer.get(f"{CASE}/acts/make_tea")).status


async def test_a_held_case_has_no_acts_for_whoever_may_not_see_it(enter: Enter, office: Office) -> None:
    office.case()
    office.work.add_alert(an_alert())
    officer = await enter("complaints_officer")
    assert 404 == (await officer.get(f"{CASE}/acts/answer_stage_1")).status


async def test_what_only_a_letter_does_has_no_form_of_its_own(enter: Enter, office: Office) -> None:
    manager = await confirmed(enter, office, "complaints_manager")
    page = await manager.read(f"{CASE}/acts/close_case")
    assert f'href="{CASE}/letters"' in page and 'name="note"' not in page
    answer = await manager.send(f"{CASE}/acts/close_case", CASE, version="2", note="Done.", person_is_content="yes")
    assert 422 == answer.status


@pytest.mark.parametrize(
    ("name", "role", "signs"),
    [
        ("adjudicate", "complaints_manager", "the adjudicating officer signs"),
        ("respond_to_panel", "complaints_manager", "the director signs"),
        ("refuse_to_consider", "complaints_manager", "the complaints manager signs"),
    ],
)
async def test_nobody_goes_round_the_letter_of_whoever_decides(
    enter: Enter, office: Office, name: str, role: str, signs: str
) -> None:
    browser, path = await confirmed(enter, office, role), f"{CASE}/acts/{name}"
    page = await browser.read(path)
    assert signs in page and f'action="{path}"' not in page
    before = office.cases.get("CF-0B1C-2D")
    answer = await browser.send(path, CASE, version="2", answer="So be it.", findings="upheld")
    assert 422 == answer.status and "This is done by a letter" in await answer.text()
    assert office.cases.get("CF-0B1C-2D") == before


@pytest.mark.parametrize("name", [name for name in ACTS if name not in ONLY_BY_LETTER])
async def test_every_act_has_a_page_with_all_its_fields(name: str, enter: Enter, office: Office) -> None:
    manager = await confirmed(enter, office, "complaints_manager")
    page = await manager.read(f"{CASE}/acts/{name}")
    assert ACTS[name].says().replace("'", "&#39;") in page
    for field in fields(ACTS[name]):
        assert f'name="{field.name}"' in page
        assert field.name in FIELDS


def test_a_typed_act_reads_days_lists_numbers_and_ticks() -> None:
    typed = {"proceedings": "court", "points": "1, 2", "decided_by": "J", "reason": "r", "look_again": "2026-04-10"}
    assert ((0, 1), "2026-04-10") == (act("suspend", typed).points, act("suspend", typed).look_again.isoformat())
    panel = act("appoint_panel", {"members": "A\n\n B \nC", "all_are_independent": "yes"})
    assert (("A", "B", "C"), True) == (panel.members, panel.all_are_independent)


def test_the_template_says_no_field_by_itself() -> None:
    text = (HERE / "templates" / "act.html").read_text(encoding="utf-8")
    assert not [name for name in FIELDS if f'name="{name}"' in text and name not in (*OWN, "reason")]  # to decline
