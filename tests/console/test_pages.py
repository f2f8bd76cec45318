"""What officers find on the pages, and what their forms do."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest
from jinja2 import Environment, FileSystemLoader

from bot.allocations import Allocation
from bot.complaints.assessment import FLAGS, PATHWAYS, SIGNPOSTS, TASKS
from bot.complaints.diary import KINDS as DIARY_KINDS
from bot.complaints.facts import CHOICES
from bot.console.render import HERE, lasting
from bot.roles import LETTER_TASKS, ROLES
from bot.talks import WHY_SHOWN
from tests.builders import AT, a_clock, a_point, a_task
from tests.console.conftest import Enter
from tests.office import CONVERSATION, Office

TALK = f"/conversations/{CONVERSATION}"

# --- the queue ---


async def test_the_queue_has_alerts_before_everything_with_how_long_they_wait(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    office.alerted()
    office.case()
    office.clock.forward(minutes=12)
    page = await lead.read("/")
    assert "Raised 12 minutes ago" in page
    assert "Nobody has acknowledged it" in page
    assert page.index("Emergency") < page.index("CF-0B1C-2D")


async def test_an_alert_shows_its_words_on_its_own_page_only(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    office.alerted()
    assert "he is hurting me" not in await lead.read("/")
    assert "he is hurting me" in await lead.read("/alerts/a1")


async def test_the_live_part_of_the_queue_is_the_queue(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.case(clock=a_clock(due=date(2026, 2, 27)))
    part = await officer.read("/live/queue")
    assert "<html" not in part
    assert "Late: was due Friday 27 February 2026" in part
    first, rest = part.split('<div data-part="list">')
    page = await officer.read("/")
    assert first.strip() in page and rest.strip() in page


async def test_an_empty_queue_says_so(enter: Enter) -> None:
    page = await (await enter("complaints_manager")).read("/")
    for sentence in ("No alert is open.", "Nobody is waiting.", "No case is open.", "Nothing else is to be done."):
        assert sentence in page


# --- alerts ---


async def test_an_alert_is_acknowledged_noted_released_and_closed(enter: Enter, office: Office) -> None:
    duty = await enter("duty_worker")
    office.alerted()
    assert (await duty.send("/alerts/a1/acknowledge", "/")).status == 303
    assert (await duty.send("/alerts/a1/note", "/", note="Rang the school.")).status == 303
    assert (await duty.send("/alerts/a1/release", "/")).status == 303
    assert (await duty.send("/alerts/a1/close", "/", reason="")).status == 422
    assert (await duty.send("/alerts/a1/close", "/", reason="Seen by a doctor.")).status == 303
    page = await duty.read("/alerts/a1")
    for trace in ("Closed Monday 2 March 2026, 10:30 by Duty worker", "Rang the school.", "Seen by a doctor."):
        assert trace in page
    assert "Acknowledge" not in page
    assert office.work.alerts() == []


# --- conversations ---


async def test_of_two_officers_who_claim_at_once_one_gets_it_and_the_other_is_told(
    enter: Enter, office: Office
) -> None:
    office.waiting()
    two = [await enter("complaints_officer", name=name) for name in ("first", "second")]
    answers = await asyncio.gather(*(browser.send(f"{TALK}/claim", "/") for browser in two))
    assert sorted(answer.status for answer in answers) == [303, 409]
    loser = next(answer for answer in answers if answer.status == 409)
    assert "somebody else has it" in await loser.text()


async def test_an_officer_reads_takes_answers_and_hands_back(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    page = await officer.read(TALK)
    assert "Can I talk to somebody?" in page and "talk to person (93 %)" in page and "social worker (81 %)" in page
    assert 'name="text"' not in page
    await officer.send(f"{TALK}/claim", "/")
    assert 'name="text"' in await officer.read(TALK)
    assert (await officer.send(f"{TALK}/reply", "/", text="Hello, I am here.")).status == 303
    assert "Hello, I am here." in await officer.read(TALK)
    assert (await officer.send(f"{TALK}/hand-back", "/")).headers["Location"] == "/"
    assert office.conversations.handed_back == [CONVERSATION]


async def test_new_messages_come_by_the_number_of_the_last(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    seq = office.person_says("Are you there?")
    assert "Are you there?" in await officer.read(f"/live{TALK}?after={seq - 1}")
    assert (await officer.read(f"/live{TALK}?after={seq}")).strip() == ""
    assert "Are you there?" in await officer.read(f"/live{TALK}?after=nonsense")


async def test_when_the_assistant_is_not_reached_the_words_stay_in_the_box(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    await officer.send(f"{TALK}/claim", "/")
    office.conversations.down = True
    answer = await officer.send(f"{TALK}/reply", "/", text="A long and careful answer")
    page = await answer.text()
    assert answer.status == 503
    assert "A long and careful answer</textarea>" in page and "nothing was sent" in page


# --- cases ---


async def test_a_case_shows_what_was_told_what_is_proposed_and_by_when(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.case()
    page = await officer.read("/cases/CF-0B1C-2D")
    for trace in (
        "My social worker never comes", "Statutory procedure", "Monday 16 March 2026", "Monday 30 March 2026",
        "CA 1989 s26(3)", "Robin", "Over twelve months old", "Wanted: to be arranged", "Sent in",
    ):  # fmt: skip
        assert trace in page


async def test_a_lead_finds_the_alert_reads_the_conversation_and_asks_the_team_to_answer(
    enter: Enter, office: Office
) -> None:
    office.waiting()
    alert, talk = office.alerted(), f"/conversations/{CONVERSATION}"
    lead, officer = await enter("safeguarding_lead"), await enter("complaints_officer")
    assert f"/alerts/{alert}" in await lead.read("/") and talk in await lead.read(f"/alerts/{alert}")
    page = await lead.read(talk)
    assert "Can I talk to somebody?" in page and "Take this conversation" not in page
    assert (await lead.send(f"{talk}/claim", talk)).status == 404
    assert (await lead.send(f"{talk}/note", talk, note="Please answer: it is safe to write now.")).status == 303
    assert (await officer.get(talk)).status == 404
    assert (await lead.send(f"/alerts/{alert}/release", talk)).status == 303
    assert talk in await officer.read("/")
    asked = await officer.read(talk)
    assert "Please answer: it is safe to write now." in asked and "Take this conversation" in asked


@pytest.mark.parametrize(
    ("facts", "trace"),
    [
        ({"reporter_role": "child"}, "parents and carers. This is a child"),
        ({"reporter_role": "parent", "must_not_tell": "my ex-husband"}, "my ex-husband"),
        ({"reporter_role": "parent"}, None),
    ],
)
async def test_who_must_not_be_told_stands_at_the_top(
    enter: Enter, office: Office, facts: dict[str, str], trace: str | None
) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    office.case(facts=facts)
    for path in ("/cases/CF-0B1C-2D", TALK):
        before_the_heading = (await officer.read(path)).split("<h1")[0]
        assert ("Must not be told" in before_the_heading) is (trace is not None)
        assert trace is None or trace in before_the_heading


async def test_confirming_keeps_the_due_date_and_shows_who_did_it(enter: Enter, office: Office) -> None:
    office.case()
    office.clock.forward(days=5)
    officer = await enter("complaints_officer")
    told = {"version": "1", "pathway": "corporate", "signposted_to": "", "reason": "About a school bus."}
    assert (await officer.send("/cases/CF-0B1C-2D/pathway", "/", **told)).status == 303
    page = await officer.read("/cases/CF-0B1C-2D")
    assert "Procedure, confirmed" in page and "Monday 16 March 2026" in page
    assert "About a school bus." in page and "Pathway changed" in page
    kept = office.cases.get("CF-0B1C-2D")
    assert kept and kept.clock == a_clock()


async def test_a_case_that_changed_meanwhile_is_shown_again(enter: Enter, office: Office) -> None:
    first, second = await enter("complaints_officer"), await enter("complaints_manager")
    office.case()
    told = {"version": "1", "pathway": "statutory", "reason": "A child in care."}
    await first.send("/cases/CF-0B1C-2D/pathway", "/", **told)
    answer = await second.send("/cases/CF-0B1C-2D/pathway", "/", **told)
    assert answer.status == 409
    assert "Somebody else changed this case" in await answer.text()


@pytest.mark.parametrize("version", ["", "x", "-1", "²", "9" * 40])
async def test_a_made_up_version_changes_nothing(enter: Enter, office: Office, version: str) -> None:
    officer = await enter("complaints_officer")
    office.case()
    told = {"version": version, "pathway": "statutory", "reason": "A child in care."}
    assert (await officer.send("/cases/CF-0B1C-2D/pathway", "/", **told)).status == 409


async def test_a_task_is_finished_from_its_page(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.case()
    office.work.add_task(a_task(kind="arrange_advocate"))
    assert (await officer.send("/tasks/t1", "/", note="Rang.")).status == 422
    answer = await officer.send("/tasks/t1", "/", note="Rang.", outcome="arranged")
    assert answer.headers["Location"] == "/cases/CF-0B1C-2D"
    page = await officer.read("/cases/CF-0B1C-2D")
    assert "Task done" in page and "<dd>Arranged</dd>" in page


async def test_a_task_that_is_another_teams_to_do_says_so(enter: Enter, office: Office) -> None:
    office.alerted(released_at=AT)
    case = office.case(conversation=CONVERSATION)
    office.work.add_task(a_task(id="t9", case=case))
    page = await (await enter("safeguarding_lead")).read("/tasks/t9")
    assert "The complaints team does this" in page
    assert "It is done by confirming" not in page


async def test_who_answers_points_is_told_nothing_of_messages_history_and_tasks_that_they_do_not_see(
    enter: Enter, office: Office
) -> None:
    case = office.case()
    manager = await enter("responding_manager")
    office.allocations.give(Allocation("g", case, "o-responding-manager", "responding_manager", AT, "o-else", (0,)))
    page = await manager.read(f"/cases/{case}")
    assert not any(head in page for head in (">Messages<", ">History<", ">Tasks<", "Nothing is to be done"))


async def test_what_was_told_is_shown_without_our_own_names_for_it(enter: Enter, office: Office) -> None:
    told = {"harm": "yes", "harm_by_professional": "not_sure", "must_not_tell": "parents_and_carers"}
    case = office.case(facts={"reporter_role": "child", **told})
    page = await (await enter("complaints_officer")).read(f"/cases/{case}")
    assert "not sure" in page and "parents and carers" in page
    assert not any(raw in page for raw in ("not_sure", "parents_and_carers"))


async def test_strange_and_long_data_is_shown(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.case(
        facts={"unheard_of": {"a": ["b"]}, "child_age": 0, "team_or_worker": "ش" * 300, "deadline": None},
        points=(a_point(text="", matter=(), nature=()), a_point(text="x" * 20_000)),
        clock=None,
        reasons=(),
        history=(),
        conversation=None,
    )
    page = await officer.read("/cases/CF-0B1C-2D")
    assert "Nothing was written." in page and "unheard of" in page and "No clock is running" in page


# --- personal details ---


async def test_personal_details_are_hidden_until_an_officer_says_why(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    office.person_says("my brother kai is nine, ring 07700 900123")
    hidden = await officer.read(TALK)
    assert "[name]" in hidden and "[phone]" in hidden and "kai" not in hidden and "900123" not in hidden
    live = await officer.read(f"/live{TALK}?after=1")
    assert "[name]" in live and "kai" not in live
    assert (await officer.send(f"{TALK}/details", TALK, reason="to_answer")).status == 303
    shown = await officer.read(TALK)
    assert "my brother kai is nine, ring 07700 900123" in shown
    assert "07700 900123" in await officer.read(f"/live{TALK}?after=1")
    assert ("o-complaints-officer", "show_details_to_answer") in office.acts(CONVERSATION)


async def test_a_reason_must_be_chosen(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    office.person_says("im kai")
    for reason in ("", "because"):
        answer = await officer.send(f"{TALK}/details", TALK, reason=reason)
        assert answer.status == 422
        page = await answer.text()
        assert "Say what you need to see them for" in page and "kai" not in page


def test_every_reason_has_its_sentence() -> None:
    labels = (HERE / "templates" / "labels.html").read_text(encoding="utf-8")
    assert {reason for reason in WHY_SHOWN if f'"{reason}"' not in labels} == set()


# --- words ---


def test_everything_that_officers_may_meet_has_a_label() -> None:
    labels = (HERE / "templates" / "labels.html").read_text(encoding="utf-8")
    names = {*PATHWAYS, *SIGNPOSTS, *TASKS, *FLAGS, *ROLES, *CHOICES} - {"postal_address"}
    assert {name for name in names if f'"{name}"' not in labels} == set()


def test_every_kind_of_task_has_its_label_among_the_tasks() -> None:
    labels = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True)
    labels.filters["plainly"] = str
    told = labels.get_template("labels.html").module.tasks  # type: ignore[attr-defined]
    assert {*TASKS, *DIARY_KINDS, *LETTER_TASKS, "confirm_pathway"} - set(told) == set()


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(-3, "0 minutes"), (1, "1 minute"), (59, "59 minutes"), (60, "1 hour"), (1439, "23 hours"), (2880, "2 days")],
)
def test_how_long_something_lasts_is_said_in_its_largest_unit(minutes: int, said: str) -> None:
    assert lasting(timedelta(minutes=minutes)) == said


async def test_when_the_watch_over_alerts_stands_still_those_who_answer_for_them_are_warned(
    enter: Enter, office: Office
) -> None:
    lead = await enter("safeguarding_lead")
    object.__setattr__(office.desk, "watched_at", lambda: AT - timedelta(minutes=5))
    assert "Alerts are not being passed on" in await lead.read("/")
    object.__setattr__(office.desk, "watched_at", lambda: AT)
    assert "Alerts are not being passed on" not in await lead.read("/")


# --- what belongs to a conversation besides ---

EASY = "I have read what you wrote. I will ask the team today. I will write to you here by Friday."


async def test_a_kept_answer_is_put_into_the_box_behind_what_was_typed_and_is_not_sent(
    enter: Enter, office: Office
) -> None:
    manager = await enter("complaints_manager")
    await manager.send("/answers", "/answers", title="Read it", text=EASY, for_children="yes")
    office.waiting()
    await manager.send(f"{TALK}/claim", TALK)
    said = len(office.transcripts.rows(CONVERSATION))
    [answer] = office.kept_answers.all()
    draft = await manager.send(f"{TALK}/draft", TALK, text="Hello.", answer=answer.id)
    page = await draft.text()
    assert draft.status == 200
    assert f"Hello.\n\n{EASY}</textarea>" in page
    assert len(office.transcripts.rows(CONVERSATION)) == said


async def test_nothing_is_put_into_the_box_that_was_not_offered(enter: Enter, office: Office) -> None:
    manager = await enter("complaints_manager")
    await manager.send("/answers", "/answers", title="Hard", text="Investigations are undertaken accordingly.")
    office.waiting()
    await manager.send(f"{TALK}/claim", TALK)
    [answer] = office.kept_answers.all()
    for chosen in ("", "k-unknown", answer.id):  # nobody knows yet whether it is a child
        page = await manager.send(f"{TALK}/draft", TALK, text="Hello.", answer=chosen)
        assert page.status == 422
        assert "Hello.</textarea>" in await page.text()


async def test_the_manager_is_told_beside_the_field_what_a_child_could_not_read(enter: Enter, office: Office) -> None:
    manager = await enter("complaints_manager")
    hard = "Your representation is undergoing investigation in accordance with the applicable regulations."
    answer = await manager.send("/answers", "/answers", title="Hard", text=hard, for_children="yes")
    page = await answer.text()
    assert answer.status == 422
    assert "A child of nine could not read this" in page and hard in page
    assert office.kept_answers.all() == []


async def test_an_answer_is_changed_and_removed(enter: Enter, office: Office) -> None:
    manager = await enter("complaints_manager")
    await manager.send("/answers", "/answers", title="Read it", text=EASY, for_children="yes")
    [kept] = office.kept_answers.all()
    assert f"Change “{kept.title}”" in await manager.read(f"/answers?change={kept.id}")
    await manager.send("/answers", "/answers", answer=kept.id, title="Read", text=EASY)
    assert [(each.id, each.title, each.for_children) for each in office.kept_answers.all()] == [
        (kept.id, "Read", False)
    ]
    await manager.send(f"/answers/{kept.id}/remove", "/answers")
    assert office.kept_answers.all() == []


async def test_notes_stand_on_the_page_with_who_wrote_them(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    empty = await officer.send(f"{TALK}/note", TALK, note=" ")
    assert (empty.status, "Write a note" in await empty.text()) == (422, True)
    await officer.send(f"{TALK}/note", TALK, note="Rings <after> school.")
    page = await officer.read(TALK)
    assert "Rings &lt;after&gt; school." in page and "<strong>Complaints officer</strong>" in page


async def test_closing_asks_how_it_ended_and_leads_to_the_queue(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    await officer.send(f"{TALK}/claim", TALK)
    empty = await officer.send(f"{TALK}/close", TALK, how="")
    assert (empty.status, "Say how it ended" in await empty.text()) == (422, True)
    answer = await officer.send(f"{TALK}/close", TALK, how="They rang.")
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert "Nobody is waiting." in await officer.read("/")


async def test_the_page_says_why_the_assistant_did_what_it_did(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.waiting()
    office.transcripts.say(CONVERSATION, "action", {"name": "action_safety", "policy": "policy_0_SafetyPolicy"})
    office.transcripts.say(CONVERSATION, "slot", {"name": "child_name", "value": "Robin"})
    point = {"what_happened": "She never comes.", "matter": ["social_worker"], "nature": []}
    office.transcripts.say(CONVERSATION, "slot", {"name": "points", "value": [point]})
    page = await officer.read(TALK)
    assert "Said the safety words and raised an alert: safety comes first" in page
    assert "Robin" not in page
    assert "Where this leads so far, and why" in page and "social worker" in page


async def test_the_state_says_who_has_it_and_what_was_read_and_no_word(enter: Enter, office: Office) -> None:
    officer, manager = await enter("complaints_officer"), await enter("complaints_manager")
    office.waiting()
    await officer.send(f"{TALK}/claim", TALK)
    await officer.send(f"{TALK}/reply", TALK, text="Hello, Sam.")
    part = await manager.read(f"/live{TALK}/state")
    assert "Complaints officer has it" in part and "has not read the last answer" in part
    assert "Sam" not in part and "talk to somebody" not in part and "<html" not in part


async def test_an_officer_chooses_their_notices_and_a_lead_cannot_turn_alerts_off(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    await lead.send("/account/notices", "/account/notices", kind="task_given")
    page = await lead.read("/account/notices?kept")
    assert page.count("disabled") == 2 and page.count("checked") == 3
    await lead.send("/account/notices", "/account/notices")
    page = await lead.read("/account/notices")
    assert page.count("disabled") == 2 and page.count("checked") == 2
