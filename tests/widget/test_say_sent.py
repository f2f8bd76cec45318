"""The receipt on its page: five words or a code, as the person chooses, and a file that leaves nothing behind."""

from __future__ import annotations

import re

import pytest

from bot.words import words
from tests.widget.browser_without_script import SAY, Plain
from tests.widget.conftest import House, Open

ACCOUNT = "My social worker never calls back and has cancelled four visits since Easter."
SENT, FILE = f"{SAY}/sent", f"{SAY}/sent/receipt.txt"
SHOWN = re.compile(r'<dd class="secret">([^<]+)</dd>')


@pytest.fixture
async def plain(open_door: Open, house: House) -> Plain:
    """A browser without JavaScript that has just sent a concern, and has the receipt before it."""
    house.rasa.down = True
    plain = Plain((await open_door()).http)
    await (await plain.goes()).sends(answer=ACCOUNT)
    return await plain.sends(do="send_now")


def secret_of(plain: Plain) -> str:
    [shown] = SHOWN.findall(plain.page)
    return str(shown)


def opens(house: House, secret: str) -> bool:
    [case] = house.cases.all()
    return house.door(demonstration=False).intake.opens(case.reference, secret)


async def test_a_code_can_be_had_in_place_of_the_words_and_words_again_and_only_the_last_one_opens_the_case(
    plain: Plain, house: House
) -> None:
    five_words = secret_of(plain)
    await plain.posts({**plain.hidden, "form": "code"}, SENT)
    code = secret_of(plain)
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}", code)
    assert words().say("utter_door_widget_other_form_given") in plain.text
    assert (opens(house, five_words), opens(house, code)) == (False, True)
    await plain.posts({**plain.hidden, "form": "words"}, SENT)
    assert re.fullmatch(r"[a-z]+( [a-z]+){4}", secret_of(plain))
    assert (opens(house, code), opens(house, secret_of(plain))) == (False, True)


async def test_choosing_leads_on_by_a_redirect_whose_address_holds_no_secret(plain: Plain) -> None:
    told = {**plain.hidden, "form": "code"}
    async with plain.http.post(SENT, data=told, allow_redirects=False) as answer:
        assert answer.status == 303
        to = answer.headers["Location"]
    secret = secret_of(await plain.goes(to))
    assert secret not in to and secret not in plain.address
    assert SHOWN.findall((await plain.goes(to)).page) == []


async def test_whoever_comes_later_to_the_same_screen_gets_no_new_secret(plain: Plain, house: House) -> None:
    secret = secret_of(plain)
    await plain.goes(SENT)
    for told in ({"form": "code"}, {"form": "code", "once": "made-up"}):
        await plain.posts(told, SENT)
        assert (plain.status, SHOWN.findall(plain.page)) == (409, [])
    assert opens(house, secret)


async def test_where_no_other_form_can_be_given_any_more_the_secret_stays_in_sight_and_valid(
    plain: Plain, house: House
) -> None:
    secret = secret_of(plain)
    house.clock.forward(minutes=16)
    await plain.posts({**plain.hidden, "form": "code"}, SENT)
    assert plain.status == 409
    assert words().say("utter_door_widget_other_form_failed") in plain.text
    assert secret_of(plain) == secret
    assert opens(house, secret)


async def test_the_receipt_is_a_file_that_no_cache_keeps_and_its_address_holds_no_secret(
    plain: Plain, house: House
) -> None:
    [case] = house.cases.all()
    async with plain.http.post(FILE, data=plain.hidden) as answer:
        text = await answer.text()
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{case.reference}.txt"'
        assert answer.content_type == "text/plain"
        assert answer.url.path_qs == FILE
    assert case.reference in text and secret_of(plain) in text
    assert opens(house, secret_of(plain))


@pytest.mark.parametrize("secret", ["", "a story of my own", "CF-W6GS-4N", "<b>one two three four five</b>"])
async def test_what_has_not_the_shape_of_a_secret_becomes_no_file(plain: Plain, secret: str) -> None:
    async with plain.http.post(FILE, data={"secret": secret}) as answer:
        assert answer.status == 400


async def test_the_file_does_not_say_whether_a_secret_is_right(plain: Plain) -> None:
    async with plain.http.post(FILE, data={"secret": "R84T-H829-M789"}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("path", [SENT, FILE])
async def test_nobody_else_gets_anything_there(open_door: Open, plain: Plain, path: str) -> None:
    other = Plain((await open_door()).http)
    await other.posts({**plain.hidden, "form": "code"}, path)
    assert other.status == 404


async def test_an_unknown_form_is_refused(plain: Plain) -> None:
    await plain.posts({**plain.hidden, "form": "picture"}, SENT)
    assert plain.status == 400
