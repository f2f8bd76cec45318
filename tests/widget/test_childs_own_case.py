"""A child's own case and a grown-up who writes about the same child: nothing of the one is ever shown to the other."""

from __future__ import annotations

import re

import pytest

from bot import receipts
from bot.words import words
from tests.builders import a_case
from tests.fakes import InMemoryTranscripts
from tests.widget.browser_without_script import SAY, Plain
from tests.widget.conftest import House, Open, Person, doors
from tests.widget.stub_rasa import StubRasa

ACCOUNT = "Mia Harding of 12 Mill Lane is not allowed to see her nan and nobody at the council says why."
CHILD = {"name": "Mia Harding", "child_name": "Mia Harding", "postal_address": "12 Mill Lane", "reporter_role": "child"}
SECRET = "kettle otter walnut violin pebble"


@pytest.fixture
def reference(house: House) -> str:
    """A child's own case, kept in the same store."""
    own = receipts.new_reference()
    house.cases.add(a_case(reference=own, conversation="c-of-the-child", facts=CHILD), "key", ())
    house.cases.set_secret_hash(own, f"kept:{receipts.plain_secret(SECRET)}")
    return own


@pytest.fixture
async def plain(open_door: Open, house: House) -> Plain:
    house.rasa.down = True
    return Plain((await open_door()).http)


async def as_relative(plain: Plain, agrees: str) -> list[str]:
    """A relative tells it for the child, with the child's name and address; everything that they are shown."""
    answers = {
        "reporter_role": {"choice": "relative"},
        "on_behalf_of_child": {"choice": "yes"},
        "child_consent": {"choice": agrees},
        "child_name": {"answer": CHILD["child_name"]},
        "contact_preference": {"choice": "post"},
        "postal_address": {"answer": CHILD["postal_address"]},
    }
    shown = [(await plain.goes()).text, (await plain.sends(answer=ACCOUNT)).text]
    while plain.asks != "confirm":
        shown.append((await plain.sends(**answers.get(plain.asks, {"do": "do:skip"}))).text)
    return [*shown, (await plain.sends(do="yes")).text, (await plain.goes(SAY)).text]


async def test_nothing_that_a_relative_is_shown_depends_on_the_childs_own_case(
    plain: Plain, house: House, reference: str
) -> None:
    with_childs_case = await as_relative(plain, "yes")
    transcripts = InMemoryTranscripts()
    without = House(StubRasa(transcripts), transcripts)
    without.rasa.down = True
    async with doors(without) as opened:
        shown = await as_relative(Plain((await opened()).http), "yes")
    own_receipt = re.compile(r"CF-\S+ Your secret (?:[a-z]+ ){5}")
    assert len(shown) > 8
    assert [own_receipt.sub("", text) for text in with_childs_case] == [own_receipt.sub("", text) for text in shown]
    assert sorted(str(case.reporter_role) for case in house.cases.all()) == ["child", "relative"]


@pytest.mark.parametrize(
    ("agrees", "said"),
    [("no", "utter_childs_wishes_against"), ("not_known", "utter_childs_wishes"), ("too_young", "utter_childs_wishes")],
)
async def test_whoever_speaks_for_a_child_is_asked_whether_the_child_agrees_and_told_what_happens_then(
    plain: Plain, house: House, agrees: str, said: str
) -> None:
    await as_relative(plain, agrees)
    assert "child_consent" in plain.visited
    await plain.goes(f"{SAY}/sent")
    assert words().say(said) in plain.text
    assert words().say("utter_childs_own_case") in plain.text
    [case] = house.cases.all()
    assert "check_consent" in {task.kind for task in house.work.tasks_of(case.conversation or "")}


async def test_where_the_child_agrees_it_is_not_said_that_they_might_not(plain: Plain) -> None:
    await as_relative(plain, "yes")
    await plain.goes(f"{SAY}/sent")
    assert words().say("utter_childs_wishes") not in plain.text
    assert words().say("utter_childs_own_case") in plain.text


async def test_a_child_is_told_nothing_of_that(plain: Plain) -> None:
    await (await plain.goes()).sends(answer=ACCOUNT)
    await plain.sends(choice="child")
    await plain.sends(do="send_now")
    assert words().say("utter_childs_own_case") not in plain.text


async def test_a_parent_who_asks_about_a_childs_case_learns_not_even_that_there_is_one(
    person: Person, house: House, reference: str
) -> None:
    told = []
    for asked in (reference, receipts.new_reference()):
        opened = await person.http.post("/status", data={"reference": asked, "secret": "Harding 12 Mill Lane"})
        lost = await person.http.post("/status/lost", data={"reference": asked})
        told.append([(answer.status, (await answer.text()).replace(asked, "")) for answer in (opened, lost)])
    assert told[0] == told[1]
    assert (await person.http.get("/status/case", allow_redirects=False)).headers["Location"] == "/status"
