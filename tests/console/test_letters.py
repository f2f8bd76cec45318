"""The pages of a case's letters: what they offer, what they refuse, and that nothing typed is lost or let through."""

from __future__ import annotations

import io

from docx import Document

from bot.console.letter_pages import DOCX
from tests.builders import a_letter
from tests.console.conftest import Browser, Enter
from tests.console.test_hardening import SCRIPT
from tests.office import Office

CASE = "/cases/CF-0B1C-2D"
LETTERS = f"{CASE}/letters"


async def an_officer(enter: Enter, office: Office, *roles: str) -> Browser:
    """At a confirmed case, with the acknowledgement l1 that somebody else began."""
    office.case(conversation=None, flags=())
    browser = await enter(*(roles or ("complaints_officer",)), name="one")
    await browser.send(f"{CASE}/pathway", CASE, version="1", pathway="statutory", reason="In care.")
    office.letters.add(a_letter())
    return browser


async def test_only_letters_of_this_step_of_the_case_are_offered(enter: Enter, office: Office) -> None:
    page = await (await an_officer(enter, office)).read(LETTERS)
    assert 'value="stage_1_answer"' in page and 'value="extension"' in page
    assert 'value="closure"' not in page and 'value="stage_2_answer"' not in page
    assert "Being written" in page


async def test_a_letter_that_is_not_offered_is_not_begun(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    for kind, says in (("closure", "The case is not at that step"), ("love_letter", "Choose which letter")):
        answer = await officer.send(LETTERS, CASE, kind=kind)
        assert (answer.status, says in await answer.text()) == (422, True)


async def test_who_writes_reads_what_is_still_open_and_what_it_will_say(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    begun = await officer.send(LETTERS, CASE, kind="extension")
    page = await officer.read(begun.headers["Location"])
    for words in (
        "Not known yet: until",
        "Must not be told about this:",
        "To: A child or young person, aged 14.",
        'name="ground"',
    ):
        assert words in page


async def test_what_is_typed_while_somebody_else_writes_stays_and_can_be_kept_after_looking(
    enter: Enter, office: Office
) -> None:
    officer = await an_officer(enter, office)
    await officer.send(f"{LETTERS}/l1/text", CASE, revision="1", text="Theirs.", handled_by="A")
    answer = await officer.send(f"{LETTERS}/l1/text", CASE, revision="1", text="Mine, with care.", handled_by="B")
    page = await answer.text()
    assert answer.status == 409 and "Mine, with care." in page and "Theirs." in page
    assert 'name="revision" value="2"' in page
    assert (await officer.send(f"{LETTERS}/l1/text", CASE, revision="2", text="Mine.", handled_by="B")).status == 303


async def test_a_letter_is_not_sent_back_without_a_reason(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    await officer.send(f"{LETTERS}/l1/hand-in", CASE, revision="1")
    answer = await officer.send(f"{LETTERS}/l1/send-back", CASE, revision="2", reason="  ")
    assert (answer.status, "Say what has to be mended." in await answer.text()) == (422, True)


async def test_no_step_is_skipped(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    for step in ("vet", "sign", "send"):
        answer = await officer.send(f"{LETTERS}/l1/{step}", CASE, revision="1")
        assert (answer.status, "not at that step" in await answer.text()) == (422, True)
    letter = office.letters.get("l1")
    assert letter and (letter.state, letter.revision) == ("draft", 1)


async def test_an_empty_letter_is_not_kept(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    answer = await officer.send(f"{LETTERS}/l1/text", CASE, revision="1", text=" ")
    assert (answer.status, "Write something first" in await answer.text()) == (422, True)


async def test_what_is_typed_is_never_more_than_text(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    await officer.send(f"{LETTERS}/l1/text", CASE, revision="1", text=SCRIPT, handled_by=SCRIPT)
    page = await officer.read(f"{LETTERS}/l1")
    assert "<script>alert" not in page and "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page and "{{ 7*7 }}" in page


async def test_the_word_document_is_a_download(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    answer = await officer.get(f"{LETTERS}/l1/letter.docx")
    assert (answer.status, answer.content_type) == (200, DOCX)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="CF-0B1C-2D-l1.docx"'
    assert "The team deals with it." in Document(io.BytesIO(await answer.read())).paragraphs[-1].text


async def test_a_letter_of_another_case_is_not_there(enter: Enter, office: Office) -> None:
    officer = await an_officer(enter, office)
    office.letters.add(a_letter(id="l2", case="CF-OTHER"))
    assert (await officer.get(f"{LETTERS}/l2")).status == 404
