"""A duty worker without an account: one code, one alert, half a day, and their name in its notes."""

from __future__ import annotations

import pytest

from bot.duty_codes import by_mail
from bot.roles import BadEntry, NotThere
from tests.console.conftest import Enter
from tests.office import CONVERSATION, Office


def code_for(office: Office, alert: str = "a1") -> str:
    lead = office.officers.get("o-lead") or office.officer("safeguarding_lead", name="lead")
    return office.desk.duty_codes.give(lead, alert)


async def test_a_code_opens_one_alert_with_its_transcript_and_nothing_else(enter: Enter, office: Office) -> None:
    office.alerted()
    office.alerted(conversation="c-another-one", id="a2")
    office.case()
    office.person_says("he is hurting me at home")
    browser = await enter()
    told = {"code": code_for(office).lower().replace("-", " "), "name": "Night Worker"}
    answer = await browser.send("/duty", "/duty", **told)
    assert (answer.status, answer.headers["Location"]) == (303, "/alerts/a1")
    page = await browser.read("/alerts/a1")
    assert "Night Worker: Came in with a one-time code." in page
    assert "Release to the complaints team" not in page and "CF-0B1C-2D" not in page
    assert "hurting me" in await browser.read(f"/conversations/{CONVERSATION}")
    assert (await browser.send("/alerts/a1/acknowledge", "/alerts/a1")).status == 303
    assert (await browser.get("/")).headers["Location"] == "/alerts/a1"
    for path in (
        "/alerts/a2",
        "/conversations/c-another-one",
        "/cases/CF-0B1C-2D",
        "/live/queue",
        "/officers",
        "/account",
    ):
        assert (await browser.get(path)).status == 404, path


async def test_the_page_of_an_alert_gives_a_code_once(enter: Enter, office: Office) -> None:
    office.alerted()
    lead = await enter("safeguarding_lead")
    page = await (await lead.send("/alerts/a1/duty-code", "/alerts/a1")).text()
    code = page.split('<p class="secret">')[1].split("<")[0]
    assert code not in await lead.read("/alerts/a1")
    browser = await enter()
    assert (await browser.send("/duty", "/duty", code=code, name="Night Worker")).status == 303


@pytest.mark.parametrize("field", ["code", "name"])
async def test_what_is_wrong_is_said_beside_its_field(enter: Enter, office: Office, field: str) -> None:
    office.alerted()
    browser = await enter()
    told = {"code": code_for(office), "name": "Night Worker", field: " "}
    answer = await browser.send("/duty", "/duty", **told)
    assert answer.status == 422 and f'id="{field}-fault"' in await answer.text()


def test_a_code_counts_once_and_the_newest_by_the_same_way(office: Office) -> None:
    office.alerted()
    old, mailed = code_for(office), by_mail(office.officers, office.audit, office.clock)("a1")
    new = code_for(office)
    for code, opens in ((old, False), (new, True), (new, False), (mailed, True)):
        if opens:
            assert office.desk.duty_codes.enter(code, "Night Worker")[1] == "a1"
        else:
            with pytest.raises(BadEntry):
                office.desk.duty_codes.enter(code, "Night Worker")


def test_a_name_that_is_missing_does_not_use_the_code_up(office: Office) -> None:
    office.alerted()
    code = code_for(office)
    with pytest.raises(BadEntry):
        office.desk.duty_codes.enter(code, "")
    assert office.desk.duty_codes.enter(code, "Night Worker")


def test_a_code_ends_with_the_night_and_its_session_after_two_hours(office: Office) -> None:
    office.alerted()
    code, late = code_for(office), by_mail(office.officers, office.audit, office.clock)("a1")
    token, _ = office.desk.duty_codes.enter(code, "Night Worker")
    for _ in range(5):
        office.clock.forward(minutes=20)
        assert office.desk.sessions.who(token)
    office.clock.forward(minutes=20)
    assert office.desk.sessions.who(token) is None
    office.clock.forward(hours=11)
    with pytest.raises(BadEntry):
        office.desk.duty_codes.enter(late, "Night Worker")


def test_a_code_of_an_account_opens_no_alert_and_the_other_way_round(office: Office) -> None:
    office.alerted()
    administrator = office.officer("administrator")
    account = office.desk.sign_in.add(administrator, "Sam", "sam@council.test", ("complaints_officer",))
    with pytest.raises(BadEntry):
        office.desk.duty_codes.enter(account, "Night Worker")
    with pytest.raises(BadEntry):
        office.desk.sign_in.redeem("sam@council.test", code_for(office), "seven lilac tractors hum")


def test_only_who_sees_an_alert_gives_its_code_and_that_is_in_the_audit(office: Office) -> None:
    office.alerted()
    with pytest.raises(NotThere):
        office.desk.duty_codes.give(office.officer("complaints_officer"), "a1")
    code_for(office)
    assert ("o-lead", "give_duty_code") in office.acts("a1")
