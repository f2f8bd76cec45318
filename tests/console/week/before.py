"""The months before the week: complaints on their way through the stages, from November 2025 to March 2026."""

from __future__ import annotations

from datetime import date

from tests.console.week.story import (
    ADJUDICATION,
    ANSWER,
    IN_CARE,
    INVESTIGATORS,
    PANEL,
    PARENT,
    REPORTS,
    STATEMENT,
    Week,
)


async def autumn_and_winter(week: Week) -> None:
    """One complaint in each council goes through stages 1 and 2, from November to January."""
    for team in week.teams:
        team.comes("panel", "placement", "placement_issue", **IN_CARE)
        await team.confirms("panel", "statutory", team.intake().profile.teams[2])
    await week.until(date(2025, 11, 14))
    await week.all_do("panel", "answer_stage_1", who="manager", findings="not_upheld", **ANSWER)
    await week.until(date(2025, 11, 24))
    await week.all_do("panel", "request_stage_2", words="No.")
    await week.all_do("panel", "appoint_investigators", access_until="2026-01-31", **INVESTIGATORS)
    await week.until(date(2025, 12, 8))
    await week.all_do("panel", "agree_statement", **STATEMENT)
    await week.until(date(2026, 1, 15))
    await week.all_do("panel", "receive_reports", **REPORTS)
    for team in week.teams:
        await team.gives("panel", "adjudicator", until=date(2026, 1, 15))
        await team.sends_letter("panel", "stage_2_answer", "adjudicator", **ADJUDICATION)


async def february(week: Week) -> None:
    """Two more complaints in each council are answered, and the first goes on to a panel."""
    await week.until(date(2026, 2, 2))
    for team in week.teams:
        for name in ("investigated", "adjudicated"):
            team.comes(name, "social_worker", "communication", **IN_CARE)
            await team.confirms(name, "statutory", team.intake().profile.teams[0])
    await week.until(date(2026, 2, 12))
    await week.all_do("panel", "request_stage_3", words="A panel, please.")
    await week.all_do("panel", "appoint_panel", access_until="2026-04-30", **PANEL)
    await week.until(date(2026, 2, 13))
    for name in ("investigated", "adjudicated"):
        await week.all_do(name, "answer_stage_1", who="manager", findings="not_upheld", **ANSWER)
    await week.until(date(2026, 2, 16))
    await week.all_do("adjudicated", "request_stage_2", words="No.")
    await week.all_do("adjudicated", "appoint_investigators", access_until="2026-04-02", **INVESTIGATORS)
    await week.until(date(2026, 2, 26))
    await week.all_do("adjudicated", "agree_statement", **STATEMENT)


async def march(week: Week) -> None:
    """Stage 2 of one more, three new ones, and the panel meets."""
    await week.until(date(2026, 3, 2))
    await week.all_do("investigated", "request_stage_2", words="No.")
    await week.all_do("investigated", "appoint_investigators", access_until="2026-06-30", **INVESTIGATORS)
    await week.until(date(2026, 3, 12))
    await week.all_do("investigated", "agree_statement", **STATEMENT)
    await week.until(date(2026, 3, 17))
    for team in week.teams:
        team.comes("extended", "leaving_care", "delays", reporter_role="care_leaver", care_status="left_care")
        await team.confirms("extended", "statutory", team.intake().profile.teams[3])
    await week.until(date(2026, 3, 18))
    for team in week.teams:
        team.comes("answered", "contact", "communication", **IN_CARE)
        await team.confirms("answered", "statutory", team.intake().profile.teams[0])
        team.comes("corporate", "send_service", "delays", **PARENT)
        await team.confirms("corporate", "corporate", team.intake().profile.teams[1])
    await week.until(date(2026, 3, 20))
    await week.all_do("corporate", "acknowledge", handled_by="Officer")
    await week.until(date(2026, 3, 26))
    for team in week.teams:
        await team.gives("panel", "clerk", until=date(2026, 4, 30))
        await team.does("clerk", "panel", "hold_panel", person_was_invited="yes")
    await week.until(date(2026, 3, 27))
    await week.staffordshire.sends_letter("corporate", "stage_1_answer", "manager", findings="not_upheld")
