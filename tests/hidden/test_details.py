"""What is hidden of a text, and what is left."""

from __future__ import annotations

import time

import pytest

from bot.hidden import hide
from tests.understanding.personal import counted, labelled
from tests.written import RESPONSES


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my sw donna left", "my sw [name] left"),
        ("MY SON TYLER IS NINE AND SAD", "MY [relation] [name] IS [age] AND SAD"),
        ("Will said he will call", "[name] said he will call"),
        ("mr t and mrs oyelaran know", "[name] and [name] know"),
        ("I write for D. Achebe", "I write for [name]. [name]"),
        ("ring 07700 900123 or 020 7946 0018", "ring [phone] or [phone]"),
        ("sam.b@example.org, SW1A 1AA", "[email], [postcode]"),
        ("hes fourteen, dob 3/4/2011", "hes [age], dob [date]"),
        ("we live at 44 bramble close", "we live at [address]"),
        ("he goes to st cuthberts primary", "he goes to [school]"),
        ("the leaving care team lost it", "the [team] lost it"),
        ("im her nan", "im her [relation]"),
    ],
)
def test_what_tells_who_somebody_is_is_hidden(text: str, left: str) -> None:
    assert left == hide(text)


@pytest.mark.parametrize(
    "text",
    [
        "it took 14 weeks and 2 meetings",
        "i will be there in May",
        "the mark on the wall is there still",
        "may i have an advocate",
        "Childline is on 0800 1111",
        "the school shut and the team changed",
        "I rang 9 times since Monday",
        "CAMHS said no to the EHCP",
        "nobody rings back, by the way",
        "miss a go",
        "",
    ],
)
def test_what_tells_nobody_stays(text: str) -> None:
    assert text == hide(text)


@pytest.mark.parametrize(
    "text",
    [
        "i live in my children's home",
        "they moved me to my new childrens home",
        "my kids' home has no wifi",
        "our kids home is closing",
        "the staff at our children’s home shout",
        "my foster home is cold",
        "i like my boys' home and not the girls' home",
        "his children's home never rang",
        "all their children's homes are full",
        "back at my secure children's home",
        "my mother and baby unit is far away",
        "my parent and child placement ended",
        "I have a child protection plan",
        "my child in need meeting was late",
        "my children's services worker never calls",
        "your children's centre shut",
        "my children's hospital letter came",
        "my child benefit stopped",
        "your children's rights officer was nice",
        "my parents' evening was missed",
        "I have a parent support worker",
    ],
)
def test_a_kind_of_place_or_help_is_nobodys_family(text: str) -> None:
    assert text == hide(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my mum's home is damp", "my [relation]'s home is damp"),
        ("my nan's home", "my [relation]'s home"),
        ("my foster mum's home", "my [relation]'s home"),
        ("i want my children home", "i want my [relation] home"),
        ("my child was home alone", "my [relation] was home alone"),
        ("my boy's home is cold", "my [relation]'s home is cold"),
        ("my parents support me", "my [relation] support me"),
        ("my kids home from school", "my [relation] home from school"),
        ("my children are in a children's home", "my [relation] are in a children's home"),
        ("my daughter's children's home", "my [relation]'s children's home"),
        ("in my brother's foster home", "in my [relation]'s foster home"),
        ("my children's social worker", "my [relation]'s social worker"),
        ("my kids' school won't listen", "my [relation]' school won't listen"),
        ("I have a child with autism", "I have a [relation] with autism"),
    ],
)
def test_somebodys_family_stays_hidden_beside_a_home_or_a_school(text: str, left: str) -> None:
    assert left == hide(text)


def test_what_was_a_name_once_is_one_everywhere() -> None:
    assert hide("my brother called zunk. zunk hit me, zunks mean").count("[name]") >= 2


@pytest.mark.parametrize(("name", "share", "wasted"), [("unread", 0.90, 0.01), ("looked_at", 0.98, 0.01)])
def test_of_labelled_messages_this_much_is_hidden_and_this_little_for_nothing(
    name: str, share: float, wasted: float
) -> None:
    counts = counted(labelled(name))
    assert counts.hidden.total() >= share * counts.told.total()
    assert counts.for_nothing.total() <= wasted * counts.plain


@pytest.mark.parametrize("kind", ["phone", "email", "postcode", "date"])
def test_what_has_a_form_is_never_missed(kind: str) -> None:
    for name in ("unread", "looked_at"):
        counts = counted(labelled(name))
        assert counts.told[kind] == counts.hidden[kind] > 0


def test_no_number_of_a_helpline_is_hidden() -> None:
    sentences = [response["text"] for said in RESPONSES.values() for response in said if response.get("text")]
    assert [text for text in sentences if "[phone]" in hide(text)] == []


@pytest.mark.parametrize(
    "text",
    ["A" * 40_000, "my son " * 3_000, "Aa " * 7_000, "x close " * 2_500, "7 the " * 3_500, "1/" * 10_000, "'" * 20_000],
    ids=lambda text: text[:8],
)
def test_twenty_thousand_letters_are_read_at_once(text: str) -> None:
    started = time.process_time()
    hide(text)
    assert time.process_time() - started < 4


def test_what_is_not_read_is_hidden_whole() -> None:
    assert hide("a " * 10_000 + "kai lives here").endswith("[rest]")
