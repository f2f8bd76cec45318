"""What happens, day by day, from Monday 30 March to Tuesday 7 April 2026.

Easter lies in it, and so does 1 April, on which the councils take up the complaint handling code. What was received
before keeps its dates, what comes after has new ones.
"""

from __future__ import annotations

from datetime import date

from tests.console.week.before import autumn_and_winter, february, march
from tests.console.week.story import IN_CARE, PARENT, REPORTS, Week


async def everything(week: Week) -> None:
    """The months before, and then the week."""
    await autumn_and_winter(week)
    await february(week)
    await march(week)
    await monday(week)
    await tuesday(week)
    await wednesday(week)
    await thursday(week)
    await tuesday_after_easter(week)


async def monday(week: Week) -> None:
    """30 March: new ones come, a child writes that somebody hurts them, the investigators' reports are there."""
    await week.until(date(2026, 3, 30))
    for team in week.teams:
        team.comes("new", "placement", "level_of_support", **IN_CARE)
        await team.confirms("new", "statutory", team.intake().profile.teams[2])
        await team.does("investigator", "adjudicated", "receive_reports", **REPORTS)
    await _what_is_no_complaint(week)
    await week.council_d.sends_letter("corporate", "stage_1_answer", "manager", findings="upheld")
    await week.staffordshire.does("officer", "corporate", "request_corporate_stage_2", words="Look again.")
    await _a_child_is_in_danger(week)
    week.clock.forward(hours=2)
    await _the_child_is_answered(week)


async def _what_is_no_complaint(week: Week) -> None:
    """Each council has something else besides complaints."""
    week.harrow.comes("other", "fostering", "communication", kind="compliment", **PARENT)
    await week.harrow.confirms("other", "compliment")
    week.staffordshire.comes("other", "disability_support", "service_request", kind="service_request", **PARENT)
    await week.staffordshire.confirms("other", "service_request")
    week.council_d.comes("other", "data_request", "information_request", kind="information_request", **PARENT)
    await week.council_d.confirms("other", "information_request")
    week.westminster.comes("other", "school_transport", "delays", reporter_role="councillor")
    await week.westminster.confirms("other", "member_enquiry")
    week.staffordshire.comes("last", "social_worker", "bias", **IN_CARE)
    await week.staffordshire.confirms("last", "statutory")
    week.council_d.comes("last", "contact", "raising_concerns", reporter_role="relative")
    week.westminster.comes(
        "last", "placement", "communication", reporter_role="care_leaver", when_happened="2023-05-01"
    )
    await week.westminster.confirms("last", "statutory")


async def _a_child_is_in_danger(week: Week) -> None:
    """Harrow: the child's words are an alert at once; the team sees nothing until the lead has released it."""
    team, child = week.harrow, week.child
    await child.says("Hello, can I talk to somebody?")
    await child.says("My foster carer hits me with a belt.")
    await child.door_goes_round()
    [alert] = team.store.work.alerts_of(child.conversation)
    officer, lead = team.colleagues["officer"], team.colleagues["lead"]
    talk, page = f"/conversations/{child.conversation}", f"/alerts/{alert.id}"
    assert [(await officer.opens(path))[0] for path in (talk, page)] == [404, 404]
    assert child.conversation not in (await officer.opens("/"))[1]
    week.clock.forward(minutes=5)
    assert page in (await lead.opens("/"))[1]
    assert await lead.sends(f"{page}/acknowledge", page) == 303
    assert await lead.sends(f"{page}/note", page, note="Rang the duty team: she is seen today.") == 303
    assert await lead.sends(f"{page}/release", page) == 303
    assert (await officer.opens(talk))[0] == 200


async def _the_child_is_answered(week: Week) -> None:
    """One officer takes the conversation, another cannot; the child reads the answer, and then sends a complaint."""
    team, child = week.harrow, week.child
    talk = f"/conversations/{child.conversation}"
    officer, second = team.colleagues["officer"], team.colleagues["second officer"]
    assert await officer.sends(f"{talk}/claim", talk) == 303
    assert await second.sends(f"{talk}/reply", talk, text="Me too.") != 303
    assert await officer.sends(f"{talk}/reply", talk, text="Thank you for telling us. You are not in trouble.") == 303
    assert "Thank you for telling us. You are not in trouble." in await child.reads()
    assert await officer.sends(f"{talk}/hand-back", talk) == 303
    team.comes("last", "placement", "placement_issue", conversation=child.conversation, **IN_CARE)
    await team.confirms("last", "statutory")


async def tuesday(week: Week) -> None:
    """31 March: the manager decides on time, the clerk brings the panel's report."""
    await week.until(date(2026, 3, 31))
    for team in week.teams:
        more = {"until": "2026-04-14", "ground": "complex", "reason": "Two teams have to be asked."}
        await team.does("officer", "extended", "extend_stage_1", **more)
        assert [clock.extended_to for clock in team.case("extended").clocks] == [None]  # it was only proposed
        await team.does("manager", "extended", "extend_stage_1", **more)
        await team.does("clerk", "panel", "receive_panel_report", findings="upheld", report="c")
    told = {"reason": "Nothing new.", "evidence_considered": "The file.", "instead": "The Ombudsman."}
    await week.staffordshire.sends_letter("corporate", "corporate_stage_2_declined", "manager", **told)
    await week.staffordshire.does("officer", "last", "ask_withdrawal", words="Please stop.")
    lateness = {
        "waiting_was_reasonable": "",
        "can_be_considered_fairly": "",
        "decided_by": "Manager",
        "reason": "Gone.",
    }
    await week.westminster.does("manager", "last", "weigh_lateness", **lateness)


async def wednesday(week: Week) -> None:
    """1 April: new profiles hold; what was due today is answered, except at Westminster."""
    await week.until(date(2026, 4, 1))
    for team, finding in zip(week.teams, ("upheld", "not_upheld", "partially_upheld", "no_finding"), strict=True):
        await team.sends_letter("answered", "stage_1_answer", "manager", findings=finding)
        team.comes("corporate new", "send_service", "delays", **PARENT)
        await team.confirms("corporate new", "corporate", team.intake().profile.teams[1])
    await week.harrow.sends_letter("corporate", "stage_1_answer", "manager", findings="partially_upheld")
    await week.council_d.does("officer", "corporate", "request_corporate_stage_2", words="Look again.")
    told = {"ground": "too_late", "reason": "It was three years ago.", "instead": "The Ombudsman."}
    await week.westminster.sends_letter("last", "refusal", "manager", **told)


async def thursday(week: Week) -> None:
    """2 April, before Good Friday: stage 2 is adjudicated or extended, and small things are done."""
    await week.until(date(2026, 4, 2))
    for team in week.teams:
        await team.gives("adjudicated", "adjudicator", until=date(2026, 4, 30))
        await team.sends_letter(
            "adjudicated", "stage_2_answer", "adjudicator", findings="upheld", both_reports_sent="yes"
        )
        await team.does("manager", "investigated", "extend_stage_2", until="2026-05-29", reason="A witness was ill.")
    thanks = {"to_team": "Fostering", "person_thanked": "yes"}
    await week.harrow.does("officer", "other", "pass_on_compliment", **thanks)
    await week.staffordshire.does(
        "officer", "other", "decide_service_request", decision="Yes.", told_may_complain="yes"
    )
    await week.council_d.does("officer", "other", "answer_information_request", answer="Like this.")
    lead, alert = week.harrow.colleagues["lead"], week.harrow.store.work.alerts_of(week.child.conversation)[0]
    page = f"/alerts/{alert.id}"
    assert await lead.sends(f"{page}/close", page, reason="She is safe, and has somebody to talk to.") == 303


async def tuesday_after_easter(week: Week) -> None:
    """7 April: the first working day after Easter."""
    await week.until(date(2026, 4, 7))
    await week.all_do("corporate new", "acknowledge", handled_by="Officer")
    await week.council_d.does("officer", "corporate", "accept_corporate_stage_2", reviewed_by="Reviewer")
    spoken = {"spoken_with": "The child", "asked_in_private": "yes", "own_idea": "yes"}
    await week.staffordshire.does("officer", "last", "confirm_withdrawal", **spoken)
    await week.westminster.gives("panel", "director", until=date(2026, 4, 30))
    await week.westminster.sends_letter("panel", "stage_3_answer", "director", independent_person_heard="yes")
