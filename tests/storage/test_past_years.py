"""Past years on both databases: many at once, all of them or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.complaints.case import Case
from bot.ports import PastTotal, ReferenceTaken
from bot.storage.store import Store
from tests.builders import a_case

TOTAL = PastTotal("harrow", 2019, {"kind": "stage_1", "service": "Fostering"}, 31, None, "report 2020/21, table 2")
MONEY = PastTotal("harrow", 2018, {"kind": "payment"}, None, 560_000, "report 2020/21")


def some_cases(count: int) -> list[Case]:
    return [a_case(reference=f"H-{number:04}", clock=None) for number in range(count)]


def test_many_cases_and_totals_are_kept_at_once(store: Store) -> None:
    cases = some_cases(1_203)  # more than two statements take
    store.past_years.keep(cases, [TOTAL, MONEY])
    assert {case.reference: case for case in store.cases.all()} == {case.reference: case for case in cases}
    assert list(store.past_years.totals("harrow")) == [MONEY, TOTAL]
    assert list(store.past_years.totals("westminster")) == []


def test_one_case_that_is_there_already_and_nothing_is_kept(store: Store) -> None:
    [first, second] = some_cases(2)
    store.past_years.keep([second], [])
    with pytest.raises(ReferenceTaken):
        store.past_years.keep([first, second], [TOTAL])
    assert [case.reference for case in store.cases.all()] == [second.reference]
    assert list(store.past_years.totals("harrow")) == []


def test_a_total_of_the_same_figure_is_refused_whatever_the_order_of_its_words(store: Store) -> None:
    store.past_years.keep([], [TOTAL])
    turned = replace(TOTAL, where=dict(reversed(TOTAL.where.items())), number=32)
    with pytest.raises(ReferenceTaken):
        store.past_years.keep([], [turned])


def test_a_kept_past_case_can_be_worked_on_like_any_other(store: Store) -> None:
    [case] = some_cases(1)
    store.past_years.keep([case], [])
    store.cases.save(replace(case, stage="closed"))
    assert store.cases.get(case.reference) == replace(case, stage="closed", version=2)
