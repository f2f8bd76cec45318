"""The four councils through the same twelve stories, and the page that shows them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.councils.stories import STORIES, Story
from bot.councils.tell import COUNCILS, PAGE, RECEIVED, page, tell

# The only steps that a council may not have: what is declined where everybody has a right to it.
MAY_BE_MISSING = {"decline_corporate_stage_2"}


def story(words: str) -> Story:
    (found,) = [one for one in STORIES if words in one.title]
    return found


def day_of(told: Story, council: str, received: date, act: str) -> date | None:
    return dict(zip((beat.act for beat in told.beats), tell(told, council, received).days, strict=True))[act]


def test_there_are_twelve_stories_and_four_councils() -> None:
    assert (12, 4) == (len(STORIES), len(COUNCILS))


@pytest.mark.parametrize("received", RECEIVED)
@pytest.mark.parametrize("council", COUNCILS)
@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.title)
def test_every_step_of_every_story_is_allowed_everywhere(told: Story, council: str, received: date) -> None:
    missing = {
        beat.act for beat, day in zip(told.beats, tell(told, council, received).days, strict=True) if day is None
    }
    assert missing <= MAY_BE_MISSING


@pytest.mark.parametrize("received", RECEIVED)
def test_statutory_dates_are_the_same_in_all_councils_whatever_they_printed(received: date) -> None:
    for told in STORIES:
        if told.pathway == "statutory":
            assert 1 == len({tell(told, council, received).days for council in COUNCILS}), told.title


def test_corporate_dates_differ_under_the_reports_and_agree_under_the_code() -> None:
    told = story("slow plan")
    then, now = RECEIVED
    answers = [day_of(told, council, then, "answer_stage_1") for council in COUNCILS]
    assert [date(2021, 6, 15), date(2021, 6, 29), date(2021, 6, 22), date(2021, 6, 15)] == answers
    assert 1 == len({day_of(told, council, now, "answer_stage_1") for council in COUNCILS})


def test_only_staffordshire_declined_a_corporate_stage_2_and_no_longer_does() -> None:
    told = story("without anything new")
    declined = [
        [council for council in COUNCILS if day_of(told, council, received, "decline_corporate_stage_2")]
        for received in RECEIVED
    ]
    assert [["staffordshire"], []] == declined


def test_the_page_is_what_the_command_writes() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run: python -m bot.councils.tell"
