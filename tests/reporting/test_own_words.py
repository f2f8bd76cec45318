"""What people wrote in the listings is published without the details that tell who somebody is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot import councils
from bot.reporting.books import open_books
from bot.reporting.catalogue import CATALOGUE
from bot.reporting.drafting import Draft, Drafting
from bot.reporting.own_words import ENDS, NOTE, naming_lines
from bot.reporting.period import year
from bot.reporting.publication import for_publication
from tests.complaints.life import Life
from tests.fakes import FixedClock, InMemoryAudit, InMemoryCases, InMemoryReports, InMemoryWork

ADVICE = "Apologise to Mrs Grant and her son Tariq, aged 9."
PLAIN = "Ring back within two days."


@pytest.fixture(scope="module")
def draft() -> Draft:
    life = Life("statutory", "harrow", date(2025, 6, 2), team="First Response").confirmed().after(3)
    life.do("answer_stage_1").do("recommend", text=PLAIN, owner="Zyxwen")
    life.do("recommend", text=ADVICE).do("recommend", text="Write to Zyxwen.", owner="Mrs Zyxwen")
    cases = InMemoryCases(InMemoryWork())
    cases.add(replace(life.case, council="harrow"), "key", ())
    of = Drafting(cases, InMemoryReports(), InMemoryAudit(), FixedClock(), lambda day: councils.load("harrow", day))
    return of.made(year(2025))


def texts(draft: Draft, key: str, column: str, *, published: bool) -> list[object]:
    table = draft.tables(published=published)[key]
    return [row.cells[table.place(column)] for row in table.rows]


def test_a_name_in_a_recommendation_is_not_published(draft):
    published = texts(draft, "recommendations", "text", published=True)
    assert published[1] == "Apologise to [name] and her [relation] [name], aged [age]."
    assert published[0] == PLAIN


def test_a_name_that_one_cell_tells_is_hidden_in_the_others_of_its_line(draft):
    assert texts(draft, "recommendations", "text", published=True)[2] == "Write to [name]."
    assert texts(draft, "recommendations", "owner", published=True)[2] == "[name]"


def test_what_the_ombudsman_agreed_names_nobody_either():
    life = Life("statutory", "harrow", date(2020, 6, 1), team="First Response").confirmed().do("ombudsman_enquires")
    life.do("reply_to_ombudsman").do("ombudsman_decides", remedies=("apology to Mrs Grant", "£150"))
    of = open_books([life.case], councils.load("harrow", date(2021, 3, 31)), year(2020), date(2021, 3, 31), {}, {})
    table = CATALOGUE["ombudsman_cases"](of)
    assert table.at("1", "remedy") == "apology to Mrs Grant; £150"
    assert for_publication({"t": table})["t"].at("1", "remedy") == "apology to [name]; £150"
    assert naming_lines(table).notes == (f"Line 1: {ENDS}",)


def test_the_manager_sees_every_word_and_is_told_which_lines_are_hidden(draft):
    seen = draft.tables(published=False)
    assert texts(draft, "recommendations", "text", published=False)[1] == ADVICE
    assert any(note.endswith(ENDS) and note.startswith("Lines 2 and 3:") for note in seen["recommendations"].notes)


def test_what_was_hidden_is_explained_under_its_table_and_under_no_other(draft):
    explained = {key for key, table in draft.tables(published=True).items() if NOTE in table.notes}
    assert explained == {"recommendations"}
