"""An alert's way: spooled before anything, delivered, mailed, escalated until a human acknowledges it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.complaints.danger_signs import Danger
from bot.councils.calendar import england
from bot.duty_codes import by_mail
from bot.safeguarding import HELD_FOR, truth
from bot.settings import Settings
from tests.fakes import InMemoryOfficers
from tests.people import Service

DANGER = Danger("emergency", "sexual_abuse", harm=True)
ON_DUTY = "duty@council.example"
NEXT_UP = "manager@council.example"
NIGHT = "night@council.example"


def raised(service: Service, message: str = "m1", danger: Danger = DANGER) -> str:
    return service.intake.raise_alert("c1", message, "the words", danger).id


async def test_an_alert_waits_in_the_spool_until_the_store_has_it() -> None:
    service = Service()
    raised(service)
    assert service.work.alerts() == []
    await service.watch.round()
    [alert] = service.work.alerts()
    assert (alert.risk, alert.words) == ("emergency", "the words")
    assert service.spool.waiting() == []


async def test_the_same_message_alerts_once() -> None:
    service = Service()
    assert raised(service) == raised(service)
    await service.watch.round()
    raised(service)
    await service.watch.round()
    assert len(service.work.alerts()) == 1


def held(service: Service) -> str:
    return service.intake.hold_alert("c1", "m1", "the words", replace(DANGER, sure=False)).id


async def test_an_alert_that_is_held_waits_for_its_answer() -> None:
    service = Service()
    held(service)
    await service.watch.round()
    assert service.work.alerts() == []
    service.intake.let_go("c1", "m1")
    service.clock.forward(minutes=5)
    await service.watch.round()
    assert service.work.alerts() == []


async def test_an_alert_that_is_held_too_long_is_raised_as_if_nobody_had_doubted_it() -> None:
    service = Service()
    alert = held(service)
    service.clock.forward(seconds=HELD_FOR.total_seconds())
    await service.watch.round()
    assert [(one.id, one.risk, one.words) for one in service.work.alerts()] == [(alert, "emergency", "the words")]
    assert [kind for _, kind, _ in service.notices.sent] == ["alert"]
    assert service.spool.held() == []


async def test_an_alert_that_is_held_and_raised_acts_once() -> None:
    service = Service()
    assert held(service) == raised(service)
    service.clock.forward(seconds=HELD_FOR.total_seconds())
    await service.watch.round()
    await service.watch.round()
    assert len(service.work.alerts()) == 1
    assert (service.spool.waiting(), service.spool.held()) == ([], [])


async def test_a_locked_store_loses_no_alert() -> None:
    service = Service()
    raised(service)
    service.work.busy = True
    with pytest.raises(Exception, match="locked"):
        await service.watch.round()
    assert len(service.spool.waiting()) == 1
    service.work.busy = False
    await service.watch.round()
    assert len(service.work.alerts()) == 1


async def test_the_duty_route_is_mailed_once_and_without_the_words() -> None:
    service = Service()
    alert = raised(service)
    await service.watch.round()
    await service.watch.round()
    [(to, kind, facts)] = service.notices.sent
    assert (to, kind) == (ON_DUTY, "alert")
    assert facts == {"alert": alert, "risk": "emergency", "link": f"https://console.example/alerts/{alert}"}


async def test_where_a_council_wants_it_the_mail_brings_a_code_that_opens_this_alert() -> None:
    service, codes = Service(), InMemoryOfficers()
    alert = raised(service)
    watch = replace(service.watch, code_for_mail=by_mail(codes, service.audit, service.clock))
    await watch.round()
    await watch.round()
    [(to, kind, facts)] = service.notices.sent
    assert (to, kind, facts["door"]) == (ON_DUTY, "alert_with_code", "https://console.example/duty")
    assert [owner for owner, _ in codes._codes.values()] == [f"mail:{alert}"]
    assert [(line.who, line.what) for line in service.audit.about(alert)] == [("machine", "give_duty_code")]


@pytest.mark.parametrize(("hours_later", "first"), [(0, ON_DUTY), (8, NIGHT), (120, NIGHT)])
async def test_while_nobody_reads_the_duty_route_the_one_for_out_of_hours_is_told(hours_later: int, first: str) -> None:
    service = Service()  # half past ten on a Monday; five days later it is Saturday
    service.clock.forward(hours=hours_later)
    raised(service)
    watch = replace(service.watch, duty_hours="09:00-17:00", out_of_hours_email=NIGHT)
    await watch.round()
    service.clock.forward(minutes=10)
    await watch.round()
    assert [to for to, _, _ in service.notices.sent] == [first, NEXT_UP]


async def test_with_nobody_further_up_it_escalates_to_whoever_is_there() -> None:
    service = Service()
    service.clock.forward(hours=8)
    raised(service)
    watch = replace(service.watch, duty_hours="09:00-17:00", out_of_hours_email=NIGHT, escalation_email="")
    await watch.round()
    service.clock.forward(minutes=10)
    await watch.round()
    assert [to for to, _, _ in service.notices.sent] == [NIGHT] * 2


def test_who_is_told_out_of_hours_makes_it_true_that_somebody_reads_it_always() -> None:
    assert Settings(duty_hours="09:00-17:00").alert_hours == "09:00-17:00"
    assert Settings(duty_hours="09:00-17:00", out_of_hours_email=NIGHT).alert_hours == "always"


async def test_a_mail_server_that_is_down_is_tried_again() -> None:
    service = Service()
    raised(service)
    service.notices.failing = True
    await service.watch.round()
    service.notices.failing = False
    await service.watch.round()
    assert [to for to, _, _ in service.notices.sent] == [ON_DUTY]


@pytest.mark.parametrize(("risk", "minutes"), [("emergency", 10), ("at_risk", 60)])
async def test_an_alert_that_nobody_acknowledges_escalates_again_and_again(risk: str, minutes: int) -> None:
    service = Service()
    raised(service, danger=replace(DANGER, risk=risk))
    await service.watch.round()
    service.clock.forward(minutes=minutes - 1)
    await service.watch.round()
    assert [to for to, _, _ in service.notices.sent] == [ON_DUTY]
    for _ in range(2):
        service.clock.forward(minutes=minutes)
        await service.watch.round()
    assert [to for to, _, _ in service.notices.sent] == [ON_DUTY, NEXT_UP, NEXT_UP]


async def test_an_acknowledged_alert_does_not_escalate() -> None:
    service = Service()
    alert = raised(service)
    await service.watch.round()
    kept = service.work.alert(alert)
    assert kept
    service.work.save_alert(replace(kept, acknowledged_at=service.clock.now(), acknowledged_by="o1"))
    service.clock.forward(hours=5)
    await service.watch.round()
    assert [to for to, _, _ in service.notices.sent] == [ON_DUTY]


async def test_an_alert_opens_one_screening_task_for_today() -> None:
    service = Service()
    raised(service)
    raised(service, "m2")
    await service.watch.round()
    [task] = service.work.tasks()
    assert (task.kind, task.due, task.conversation) == ("safeguarding_screening", service.intake.today(), "c1")


def test_an_allegation_against_a_professional_opens_a_lado_task_for_the_next_working_day() -> None:
    service = Service()  # a Monday
    service.intake.screen("c1", "m1", by_professional=True)
    assert [(task.kind, task.due.day) for task in service.work.tasks()] == [("safeguarding_screening", 2), ("lado", 3)]


MONDAY_NIGHT = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)
EASTER_SATURDAY = datetime(2026, 4, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "hours", "says"),
    [
        (MONDAY_NIGHT, "always", ("utter_told_passed_on", "")),
        (MONDAY_NIGHT, "09:00-17:00", ("utter_told_not_before", "Tuesday 09:00")),
        (MONDAY_NIGHT.replace(hour=8), "09:00-17:00", ("utter_told_not_before", "Monday 09:00")),
        (MONDAY_NIGHT.replace(hour=12), "09:00-17:00", ("utter_told_passed_on", "")),
        (EASTER_SATURDAY, "09:00-17:00", ("utter_told_not_before", "Tuesday 09:00")),
    ],
)
def test_what_is_told_of_an_alert_is_true(now: datetime, hours: str, says: tuple[str, str]) -> None:
    told = truth(now, hours, england(), demonstration=False, spooled=True)
    assert (told.response, told.time) == says


def test_nobody_is_told_that_something_was_passed_on_when_it_was_not() -> None:
    told = truth(MONDAY_NIGHT, "always", england(), demonstration=False, spooled=False)
    assert told.response == "utter_told_not_passed_on"
    told = truth(MONDAY_NIGHT, "always", england(), demonstration=True, spooled=True)
    assert told.response == "utter_told_demonstration"
