"""What the public door does without: criteria about such things are met for as long as these tests pass."""

from __future__ import annotations

import re
from datetime import date

from bot import councils
from bot.settings import ROOT
from bot.widget.pages import PAGES
from tests.widget.conftest import Person
from tests.written import RESPONSES, text_of

WIDGET = ROOT / "bot" / "widget"
SOURCES = {
    path.name: path.read_text(encoding="utf-8")
    for folder, kind in (("static", "*.js"), ("static", "*.css"), ("pages", "*.html"))
    for path in sorted((WIDGET / folder).rglob(kind))
}
LEAST_HOURS = 20  # the exception of WCAG 2.2, 2.2.1: a limit that is longer than this need not be adjustable
VAGUE_LINKS = {"here", "click here", "more", "read more", "link", "this page"}


def using(pattern: str, kinds: str = "js|css|html") -> dict[str, list[str]]:
    """The files of these kinds in which something is used, with what was found."""
    some = {name: text for name, text in SOURCES.items() if re.search(rf"\.(?:{kinds})$", name)}
    assert len(some) > 1
    return {name: found for name, text in some.items() if (found := re.findall(pattern, text))}


def test_there_is_no_picture_sound_or_film() -> None:
    made = (
        r"<(?:img|video|audio|canvas|object|embed|picture|svg)\b|make\(\s*\"(?:img|video|audio|canvas|svg)\"|new Audio"
    )
    assert using(made) == {}
    assert using(r"url\((?!data:,)", "css") == {}


def test_no_sentence_goes_by_shape_colour_or_side() -> None:
    pattern = r"\b(?:round|square|red|green|blue|on the (?:left|right)|to the (?:left|right)) (?:button|box|link)\b"
    assert [name for name in RESPONSES if re.search(pattern, text_of(name), re.IGNORECASE)] == []
    assert using(pattern, "html") == {}


def test_nothing_locks_the_screen_or_listens_to_movement_or_a_drag() -> None:
    assert using(r"orientation\.lock|devicemotion|deviceorientation|draggable|dragstart|touchmove|pointermove") == {}


def test_nothing_acts_when_it_is_only_pressed_down() -> None:
    assert using(r"\bon?(?:mousedown|pointerdown|touchstart)\b|\"(?:mousedown|pointerdown|touchstart)\"") == {}


def test_nothing_appears_on_hover() -> None:
    assert using(r":hover[^{]*\{[^}]*(?:display|visibility|opacity|content)\s*:", "css") == {}
    assert using(r"mouseover|mouseenter|\btitle=\"|title:") == {}


def test_no_field_asks_for_one_kind_of_personal_detail() -> None:
    for name, fields in using(r"<input\b[^>]*>", "html").items():
        personal = [field for field in fields if re.search(r"type=\"(?:email|tel)\"", field)]
        assert [field for field in personal if "autocomplete=" not in field] == [], name


def test_the_only_thing_that_moves_is_the_typing_dots() -> None:
    assert using(r"@keyframes\s+([\w-]+)", "css") == {"widget.css": ["wait"]}
    assert set(using(r"\.animate\(|setInterval", "js")) == set()
    assert re.search(r"prefers-reduced-motion: reduce\) \{[^@]*\.dots i \{ animation: none", SOURCES["widget.css"])


def test_the_page_scrolls_clear_of_the_bar_at_its_top() -> None:
    [bar] = re.findall(r"\.exit \{[^}]*position: sticky[^}]*\}", SOURCES["page.css"])
    [room] = re.findall(r"scroll-padding: ([\d.]+)rem", SOURCES["page.css"])
    assert "top: 0" in bar
    assert float(room) * 16 >= 48 + 2 * 8  # the button's height and the bar's padding, in pixels


def test_no_council_erases_sooner_than_after_twenty_hours() -> None:
    hours = {code: councils.load(code, date.today()).erase_after_hours for code in councils.codes()}
    assert {code: of for code, of in hours.items() if of < LEAST_HOURS} == {}


async def test_every_page_has_a_title_of_its_own(person: Person) -> None:
    pages = [await (await person.http.get(path)).text() for path in PAGES]
    titles = [re.findall(r"<title>(.*?)</title>", page)[0] for page in pages]
    assert len(set(titles)) == len(PAGES)
    assert all(title.endswith(" – A council in England") for title in titles)


async def test_every_link_says_where_it_leads(person: Person) -> None:
    for path in PAGES:
        html = await (await person.http.get(path)).text()
        links = [
            re.sub(r"<[^>]+>|\s+", " ", text).strip() for text in re.findall(r"<a\b[^>]*>(.*?)</a>", html, re.DOTALL)
        ]
        assert len(links) >= 5
        assert [link for link in links if not link or link.lower() in VAGUE_LINKS] == []
