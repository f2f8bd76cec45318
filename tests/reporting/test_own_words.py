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
from bot.reporting.publication import HIDDEN, TOO_FEW, for_publication
from tests.complaints.life import Life
from tests.fakes import FixedClock, InMemoryAudit, InMemoryCases, InMemoryReports, InMemoryWork

ADVICE = "Apologise to Mrs Grant and her son Tariq, aged 9."
PLAIN = "Ring back within two days."


@pytest.fixture(scope="module")
def draft() -> Draft:
    life = Life("statutory", "harrow", date(2025, 6, 2), team="First Response").confirmed().after(3)
    life.do("answer_stage_1").do("recommend", text=PLAIN, owner="Zyxwen")
    life.do("recommend", text=ADVICE).do("recommend", text="Write to Zyxwen.", owner="Mrs Zyxwen")
    for text in ("Keep a log.", "Train the team.", PLAIN):
        life.do("recommend", text=text)
    cases = InMemoryCases(InMemoryWork())
    cases.add(replace(life.case, council="harrow"), "key", ())
    of = Drafting(cases, InMemoryReports(), InMemoryAudit(), FixedClock(), lambda day: councils.load("harrow", day))
    return of.made(year(2025))


def texts(draft: Draft, key: str, column: str, *, published: bool) -> list[object]:
    table = draft.tables(published=published)[key]
    return [row.cells[table.place(column)] for row in table.rows]


def test_a_name_in_a_recommendation_is_not_published(draft):
    published = texts(draft, "recommendations", "text", published=True)
    assert published[0] == "Apologise to [name] and her [relation] [name], aged [age]."
    assert published.count(PLAIN) == 1


def test_a_name_that_one_cell_tells_is_hidden_in_the_others_of_its_line(draft):
    assert texts(draft, "recommendations", "text", published=True)[-1] == "Write to [name]."


def test_a_published_listing_cannot_be_counted_by_team_stage_or_decision(draft):
    ours, theirs = (draft.tables(published=published)["recommendations"] for published in (False, True))
    assert [column.key for column in ours.columns] == ["service", "stage", "text", "owner", "status"]
    assert [column.key for column in theirs.columns] == ["text"]
    assert len(ours.rows) == 6
    assert [row.cells[0] for row in theirs.rows] == sorted({row.cells[0] for row in theirs.rows})


def test_too_few_to_be_counted_are_not_listed():
    life = Life("statutory", "harrow", date(2020, 6, 1), team="First Response").confirmed().after(3)
    life.do("answer_stage_1").do("recommend", text=PLAIN).do("recommend", text="Train the team.")
    of = open_books([life.case], councils.load("harrow", date(2021, 3, 31)), year(2020), date(2021, 3, 31), {}, {})
    table = for_publication({"t": CATALOGUE["recommendations"](of)})["t"]
    assert [(row.label, row.cells) for row in table.rows] == [(HIDDEN, (HIDDEN,))]
    assert table.notes == (TOO_FEW,)


def test_a_listing_without_a_word_says_so():
    life = Life("statutory", "harrow", date(2020, 6, 1), team="First Response").confirmed().do("ombudsman_enquires")
    of = open_books([life.case] * 6, councils.load("harrow", date(2021, 3, 31)), year(2020), date(2021, 3, 31), {}, {})
    table = for_publication({"t": CATALOGUE["ombudsman_cases"](of)})["t"]
    assert [row.cells for row in table.rows] == [("Nothing was written down",)]


def test_what_the_ombudsman_agreed_names_nobody_either():
    life = Life("statutory", "harrow", date(2020, 6, 1), team="First Response").confirmed().do("ombudsman_enquires")
    life.do("reply_to_ombudsman").do("ombudsman_decides", remedies=("apology to Mrs Grant", "£150"))
    of = open_books([life.case] * 5, councils.load("harrow", date(2021, 3, 31)), year(2020), date(2021, 3, 31), {}, {})
    table = CATALOGUE["ombudsman_cases"](of)
    assert table.at("1", "remedy") == "apology to Mrs Grant; £150"
    assert for_publication({"t": table})["t"].at("1", "remedy") == "apology to [name]; £150"
    assert naming_lines(table).notes == (f"Lines 1, 2, 3, 4 and 5: {ENDS}",)


def test_the_manager_sees_every_word_and_is_told_which_lines_are_hidden(draft):
    seen = draft.tables(published=False)
    assert texts(draft, "recommendations", "text", published=False)[1] == ADVICE
    assert any(note.endswith(ENDS) and note.startswith("Lines 2 and 3:") for note in seen["recommendations"].notes)


def test_what_was_hidden_is_explained_under_its_table_and_under_no_other(draft):
    explained = {key for key, table in draft.tables(published=True).items() if NOTE in table.notes}
    assert explained == {"recommendations"}
