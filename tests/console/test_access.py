"""The pages of an access request, used by a manager and an officer."""

from __future__ import annotations

from tests.console.conftest import Enter
from tests.office import Office

PAGE = "/cases/CF-0B1C-2D/access"


def version(office: Office) -> str:
    case = office.cases.get("CF-0B1C-2D")
    assert case
    return str(case.version)


async def test_from_the_request_to_the_copy(enter: Enter, office: Office) -> None:
    office.case(
        facts={"reporter_role": "child", "must_not_tell": "My <mum>", "name": "Robin", "email": "robin@home.test"}
    )
    manager, officer = await enter("complaints_manager"), await enter("complaints_officer")
    assert PAGE in await manager.read("/cases/CF-0B1C-2D")
    wrong = await manager.send(PAGE, PAGE, version="1", asked_on="soon", known_by="Their secret.")
    assert wrong.status == 422 and 'id="asked_on-fault"' in await wrong.text()
    sent = await manager.send(PAGE, PAGE, version="1", asked_on="2026-03-02", known_by="Their secret.")
    assert sent.status == 303
    page = await manager.read(PAGE)
    assert "2 April 2026" in page and "My &lt;mum&gt;" in page and "who must not be told" in page
    early = await manager.send(f"{PAGE}/take", PAGE)
    assert early.status == 422 and "look at it first" in await early.text()
    assert (await manager.send(f"{PAGE}/prepare", PAGE, version=version(office), reason="")).status == 303
    assert "I have looked at all of it" not in await manager.read(PAGE)
    hidden = await officer.read(PAGE)
    assert "I have looked at all of it" not in hidden and "Show what is hidden first" in hidden
    assert "robin@home.test" not in hidden
    unsaid = await officer.send(f"{PAGE}/contact", PAGE, why="")
    assert unsaid.status == 422 and 'id="why-fault"' in await unsaid.text()
    early = await officer.send(f"{PAGE}/check", PAGE, version=version(office))
    assert early.status == 422 and "Show the contact details first" in await early.text()
    assert (await officer.send(f"{PAGE}/contact", PAGE, why="person_asked")).status == 303
    assert ("o-complaints-officer", "show_contact_person_asked") in office.acts("CF-0B1C-2D")
    shown = await officer.read(PAGE)
    assert "I have looked at all of it" in shown and "robin@home.test" in shown
    assert "robin@home.test" not in await manager.read(PAGE)
    assert (await officer.send(f"{PAGE}/prepare", PAGE, version=version(office), reason="")).status == 404
    assert (await officer.send(f"{PAGE}/check", PAGE, version=version(office))).status == 303
    answer = await manager.send(f"{PAGE}/take", PAGE)
    copy = await answer.text()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "Robin" in copy and "robin@home.test" in copy and "mum" not in copy
    assert "Taken" in await manager.read(PAGE)


async def test_an_old_page_is_told_so(enter: Enter, office: Office) -> None:
    office.case()
    manager = await enter("complaints_manager")
    answer = await manager.send(PAGE, PAGE, version="7", asked_on="2026-03-02", known_by="Their secret.")
    assert answer.status == 409 and "changed meanwhile" in await answer.text()
