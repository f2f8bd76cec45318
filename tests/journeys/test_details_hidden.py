"""What tells who somebody is: in no log and not in clear on disk, whatever fails, and hidden from officers at first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.journeys.officer import officer_at
from tests.journeys.person import Person
from tests.journeys.stack import PARTS, Stack

# Made up, and so rare that nothing else on the disk says them.
NAME, CHILD, STREET, PHONE, EMAIL, POSTCODE = (
    "Quentavia", "jebbuliah", "44 mizzlethorn close", "07700 900417", "q.mizzle@example.org", "ZE3 9JW",
)  # fmt: skip
PLANTED = (NAME, CHILD, "mizzlethorn", "900417", EMAIL, POSTCODE)
ACCOUNT = (
    f"My name is {NAME} and my son {CHILD} is nine. We live at {STREET}, {POSTCODE}, ring {PHONE} or mail {EMAIL}. "
    "Nobody has told us why his review was cancelled."
)
DANGER = f"my name is {NAME} and he is hitting {CHILD} right now at {STREET}"


async def tell_and_break(person: Person, stack: Stack) -> None:
    """Tell it in a conversation that goes well, and again with each part down and with the store locked."""
    await person.say(ACCOUNT)
    for part in ("actions", "rasa"):
        stack.end(part)
        assert (await person.say(f"{ACCOUNT} {part}")).status == 503
        stack.begin(part)
    with stack.locked_store():
        await person.say(f"{ACCOUNT} locked")
    await person.say(f"/raise_concern {ACCOUNT}")
    await person.say(DANGER)


async def test_no_log_and_no_file_holds_a_detail_in_clear_whatever_fails(person: Person, stack: Stack) -> None:
    await tell_and_break(person, stack)
    written = {path.name: path.read_bytes().decode("utf-8", "replace") for path in files(stack)}
    assert {f"{part}.log" for part in PARTS} <= set(written)
    assert [
        (name, word) for name, text in written.items() for word in PLANTED if word.casefold() in text.casefold()
    ] == []


def files(stack: Stack) -> Iterator[Path]:
    """The logs, the store with what was not yet moved into it, and the spool."""
    return (path for path in sorted(stack.folder.rglob("*")) if path.is_file())


async def test_an_officer_sees_details_only_after_saying_why(person: Person, stack: Stack) -> None:
    async with officer_at(stack) as officer:
        before = await officer.waiting()
        await person.say(ACCOUNT)
        await person.say("can I talk to a person please")
        (conversation,) = await officer.waiting() - before
        page = f"/conversations/{conversation}"

        hidden = await officer.read(page)
        status, shown = await officer.send(f"{page}/details", page, reason="to_answer")

    assert "Nobody has told us why" in hidden
    assert [word for word in PLANTED if word.casefold() in hidden.casefold()] == []
    assert status == 200 and f"my son {CHILD} is nine" in shown
