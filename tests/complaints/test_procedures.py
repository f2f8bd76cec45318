"""Which clock a pathway starts."""

from __future__ import annotations

from datetime import date

import pytest

from bot.complaints.assessment import PATHWAYS
from bot.complaints.procedures import first_clocks
from bot.councils import load
from bot.councils.calendar import england
from tests.complaints.builders import NATIONAL

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("pathway", "name", "due", "extended"),
    [
        ("statutory", "statutory_stage_1", date(2026, 12, 4), date(2026, 12, 18)),
        ("officer_decision", "statutory_stage_1", date(2026, 12, 4), date(2026, 12, 18)),
        ("member_enquiry", "statutory_stage_1", date(2026, 12, 4), date(2026, 12, 18)),
        ("corporate", "corporate_acknowledge", date(2026, 11, 27), None),
        ("signposted", "corporate_acknowledge", date(2026, 11, 27), None),
    ],
)
def test_receipt_starts_the_clock_of_the_pathway(pathway, name, due, extended):
    (clock,) = first_clocks(pathway, FRIDAY, NATIONAL, england())
    assert (name, FRIDAY, due, extended) == (clock.name, clock.started, clock.due, clock.extended_due)
    assert clock.source


def test_a_compliment_starts_no_clock():
    assert first_clocks("compliment", FRIDAY, NATIONAL, england()) == ()


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_no_clock_ends_before_it_starts(pathway):
    for clock in first_clocks(pathway, FRIDAY, NATIONAL, england()):
        assert clock.started < clock.due <= (clock.extended_due or clock.due)


@pytest.mark.parametrize("council", ["national", "harrow", "staffordshire", "council_d", "westminster"])
def test_every_council_answers_stage_1_in_ten_days_whatever_it_printed(council):
    (clock,) = first_clocks("statutory", FRIDAY, load(council, FRIDAY), england())
    assert (date(2026, 12, 4), date(2026, 12, 18)) == (clock.due, clock.extended_due)
