"""A year of cases for tests: the same every time, with everything in it that a report counts."""

from __future__ import annotations

import random
from datetime import date, timedelta

from bot.complaints.case import Case
from bot.complaints.facts import NATURES, ROLES
from bot.complaints.findings import FOUND
from bot.complaints.profile import Profile
from tests.builders import a_point
from tests.complaints.life import Life

PATHWAYS = ("statutory", "statutory", "statutory", "corporate", "compliment", "service_request", "signposted")


def a_year(profile: Profile, start: int, count: int, seed: int = 1) -> list[Case]:
    """So many cases received in the year from 1 April of `start`, each with a part of a life behind it."""
    dice = random.Random(seed)
    return [_case(dice, profile, date(start, 4, 1) + timedelta(days=dice.randrange(365)), at) for at in range(count)]


def _case(dice: random.Random, profile: Profile, day: date, number: int) -> Case:
    pathway = dice.choice(PATHWAYS)
    points = tuple(a_point(pathway=pathway, nature=(dice.choice(NATURES),)) for _ in range(dice.randint(1, 3)))
    life = Life(
        pathway,
        profile.code if profile.code != "harrow" or day >= date(2017, 4, 1) else "national",
        day,
        points=points,
        reference=f"CF-{number:04}-00",
        team=dice.choice([*profile.teams, None]),
        facts={"reporter_role": dice.choice(ROLES)},
        equalities={
            "gender": dice.choice(["female", "male"]),
            "ethnicity": dice.choice(["african", "british", "indian"]),
        },
    ).confirmed()
    if pathway in ("statutory", "corporate"):
        _live(dice, life)
    elif pathway == "compliment":
        life.do("pass_on_compliment")
    return life.case


def _live(dice: random.Random, life: Life) -> None:
    """Settled, answered or not, and sometimes on to stage 2, the Ombudsman and what follows."""
    if dice.random() < 0.2:
        life.do("offer_settlement").do("agree_settlement")
        return
    if life.case.pathway == "corporate" and life.case.running("corporate_acknowledge"):
        life.do("acknowledge")
    if dice.random() < 0.9:
        life.after(dice.choice([3, 9, 14, 30]))
        life.do("answer_stage_1", findings=tuple(dice.choice(FOUND) for _ in life.case.points))
        if life.case.pathway == "statutory" and dice.random() < 0.4:
            life.do("request_stage_2").do("appoint_investigators").do("agree_statement").after(dice.choice([20, 40]))
            life.do("receive_reports").do("adjudicate", findings=tuple(dice.choice(FOUND) for _ in life.case.points))
            life.do("recommend").do("agree_payment", stage="stage_2")
    if dice.random() < 0.2:
        life.do("ombudsman_enquires").do("reply_to_ombudsman").do("ombudsman_decides")
    if dice.random() < 0.2:
        life.do("open_member_enquiry").do("open_duty")
    if dice.random() < 0.1:
        life.do("agree_payment", stage="stage_1", pence=dice.choice([10_000, 25_000])).do("offer_mediation")
