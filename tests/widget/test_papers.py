"""The papers of the door: who reads what, other ways in, the accessibility statement; and help on every page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import yaml

from bot.settings import Settings
from bot.widget import pages as door_pages
from bot.widget import statement
from bot.widget.app import create_app
from bot.widget.statement import LIST, BadStatement, Problem
from bot.words import words
from tests.widget.conftest import House, Open, Person
from tests.written import PHRASES_IN

NOWHERE = "/there-is-no-such-page"
A_PROBLEM = Problem(
    "The map has no words.", "people who use a screen reader", "WCAG 2.2, 1.1.1", date(2027, 1, 31), "Call."
)


async def every_page(person: Person, house: House) -> dict[str, str]:
    """Every address of the door that answers with a page, by what it shows; found in the table of routes."""
    app = create_app(house.door(demonstration=False), Settings())
    paths = {route.resource.canonical for route in app.router.routes() if route.resource and route.method == "GET"}
    answers = {path: await person.http.get(path, allow_redirects=False) for path in sorted(paths) if "{" not in path}
    answers[NOWHERE] = await person.http.get(NOWHERE)
    return {path: await found.text() for path, found in answers.items() if found.content_type == "text/html"}


def header_of(html: str) -> str:
    [header] = re.findall(r"<header>(.*?)</header>", html, re.DOTALL)
    return str(header)


async def test_help_is_in_sight_and_in_the_same_place_on_every_page_there_is(person: Person, house: House) -> None:
    found = await every_page(person, house)
    assert set(door_pages.PAGES) | {NOWHERE} <= set(found)
    headers = {header_of(html) for html in found.values()}
    assert len(headers) == 1
    first_link = re.search(r"<nav.*?<a ([^>]+)>(.*?)</a>", headers.pop(), re.DOTALL)
    assert first_link
    assert first_link[1] == 'class="help" href="/help-now"'
    assert first_link[2] == "I need help now"


async def test_every_page_there_is_says_which_language_it_is_in(person: Person, house: House) -> None:
    found = await every_page(person, house)
    assert [path for path, html in found.items() if not html.startswith('<!DOCTYPE html>\n<html lang="en-GB">')] == []


async def test_every_page_there_is_leads_to_the_privacy_notice_the_statement_and_the_other_ways(
    person: Person, house: House
) -> None:
    for html in (await every_page(person, house)).values():
        for path in ("/privacy", "/accessibility", "/other-ways"):
            assert f'<a href="{path}">' in html


async def test_looking_at_the_papers_sets_no_cookie(person: Person) -> None:
    for path in door_pages.PAGES:
        assert not (await person.http.get(path)).cookies


async def test_who_reads_it_and_when_it_is_passed_on_is_one_sentence_each_for_everybody(person: Person) -> None:
    told = words().say("utter_door_widget_who_reads")
    assert len(re.findall(r"[.]", told)) == 2
    assert "reads what you send" in told
    assert "have to tell" in told
    assert told in await (await person.http.get("/")).text()


async def test_the_childrens_notice_says_who_reads_it_when_it_is_passed_on_and_for_how_long(
    person: Person,
) -> None:
    html = await (await person.http.get("/privacy")).text()
    for said in ("Who reads it", "When it is passed on", "they must tell people who keep children safe", "24 hours",
                 "What you can ask for", 'href="/privacy/adults"'):  # fmt: skip
        assert said in html


async def test_the_adults_notice_says_all_that_article_13_asks_for(person: Person) -> None:
    html = " ".join((await (await person.http.get("/privacy/adults")).text()).split())
    for said in ("is the controller", "data protection officer", "article 6(1)(e)", "article 9(2)(g)", "Who gets it",
                 "another country", "24 hours", "ask for a copy", "Information Commissioner", "do not have to tell",
                 "by a computer alone"):  # fmt: skip
        assert said in html, said


async def test_other_ways_names_every_language_in_itself_and_every_format(person: Person) -> None:
    html = await (await person.http.get("/other-ways")).text()
    for code in PHRASES_IN:
        own = words().say(f"utter_language_name_{code}").split(", ")[1]
        assert f'<li><bdi lang="{code}">{own}</bdi></li>' in html
    for way in ("British Sign Language", "Easy read", "Large print", "interpreter", "On the phone"):
        assert way in html
    assert 'href="tel:02079460000"' in html


async def test_a_demonstration_names_no_number_of_a_council_that_is_not_there(open_door: Open) -> None:
    person = await open_door(duty_email="", council_phone="", out_of_hours_phone="")
    assert "tel:0207" not in await (await person.http.get("/other-ways")).text()


async def test_without_known_problems_the_statement_says_so_and_what_nobody_has_tried(person: Person) -> None:
    html = await (await person.http.get("/accessibility")).text()
    listed = statement.read()
    assert ("fully compliant" in html) == (not listed.known)
    assert html.count("<li>") >= len(listed.not_tried)
    for untried in listed.not_tried:
        assert untried in html
    assert "Accessibility Regulations 2018" in " ".join(html.split())
    assert not re.search(r"\d{4}-\d\d-\d\d", html), "a day is written in words"


async def test_a_known_problem_is_told_with_whom_it_affects_and_what_to_do_meanwhile(
    open_door: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = replace(statement.read(), known=(A_PROBLEM,))
    monkeypatch.setattr(statement, "read", lambda: listed)
    html = await (await (await open_door()).http.get("/accessibility")).text()
    assert "partially compliant" in html
    assert "fully compliant" not in html
    for said in (
        "The map has no words.",
        "people who use a screen reader",
        "1.1.1",
        "Sunday 31 January 2027",
        "Until then: Call.",
    ):
        assert said in html


@pytest.mark.parametrize(
    "change",
    [
        {"known": [{"problem": "The map has no words."}]},
        {"known": [{**vars(A_PROBLEM), "until_then": ""}]},
        {"colour": "blue"},
    ],
)
def test_a_problem_that_is_not_told_whole_stops_the_door_from_opening(tmp_path, change: dict) -> None:
    raw = yaml.safe_load(LIST.read_text(encoding="utf-8")) | change
    file = tmp_path / "list.yml"
    file.write_text(yaml.safe_dump(raw), encoding="utf-8")
    with pytest.raises(BadStatement, match=r"list\.yml"):
        statement.read(file)


def test_no_problem_is_known_past_the_day_by_which_it_was_to_be_put_right() -> None:
    assert [one.problem for one in statement.read().known if one.fixed_by < date.today()] == []


def test_the_statement_was_looked_at_within_a_year() -> None:
    listed = statement.read()
    assert 0 <= (date.today() - listed.tested_on).days <= 365
    assert listed.tested_on <= date.today()
