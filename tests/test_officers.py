"""The console's own door: first account, one-time codes, passphrases, sessions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.passphrases import fault
from bot.roles import FIRST_OFFICER, BadEntry
from tests.office import PASSPHRASE, Office

NAMED = ("Robin Example", "robin@council.test")


@pytest.fixture
def office() -> Office:
    return Office()


# --- the first account ---


def test_the_first_account_has_every_role_it_takes_to_start(office: Office) -> None:
    code = office.desk.sign_in.first_code()
    assert code
    token = office.desk.sign_in.open_first(code.lower().replace("-", " "), *NAMED, PASSPHRASE)
    halfway = office.desk.sessions.halfway(token)
    assert halfway and halfway.officer.roles == FIRST_OFFICER


def test_when_there_is_an_officer_there_is_no_first_code(office: Office) -> None:
    office.officer("complaints_officer")
    assert office.desk.sign_in.first_code() is None


def test_a_first_code_works_once_and_the_newest_counts(office: Office) -> None:
    old, new = office.desk.sign_in.first_code(), office.desk.sign_in.first_code()
    assert old and new
    with pytest.raises(BadEntry) as bad:
        office.desk.sign_in.open_first(old, *NAMED, PASSPHRASE)
    assert bad.value.faults == {"code": "wrong"}
    office.desk.sign_in.open_first(new, *NAMED, PASSPHRASE)
    with pytest.raises(BadEntry):
        office.desk.sign_in.open_first(new, "Another", "another@council.test", PASSPHRASE)
    assert len(office.officers.all()) == 1


def test_a_first_code_is_not_used_up_by_a_passphrase_that_is_too_short(office: Office) -> None:
    code = office.desk.sign_in.first_code()
    assert code
    with pytest.raises(BadEntry) as bad:
        office.desk.sign_in.open_first(code, "", "nowhere", "short")
    assert bad.value.faults == {"name": "missing", "email": "wrong", "passphrase": "too_short"}
    assert office.desk.sign_in.open_first(code, *NAMED, PASSPHRASE)


def test_a_code_of_last_week_opens_nothing(office: Office) -> None:
    code = office.desk.sign_in.first_code()
    assert code
    office.clock.forward(hours=73)
    with pytest.raises(BadEntry):
        office.desk.sign_in.open_first(code, *NAMED, PASSPHRASE)


# --- passphrases ---


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("fourteen chars", "too_short"),
        ("x" * 257, "too_long"),
        ("passwordpassword", "common"),
        ("Password-123456789", "common"),
        ("correct horse battery staple", "common"),
        ("aaaaaaaaaaaaaaaaaaaaaa", "common"),
        ("123456789012345678", "common"),
        ("robin example robin example", "common"),
        ("haveyoursay council 2026", "common"),
        (PASSPHRASE, None),
        ("Grüne Kessel singen abends", None),
    ],
)
def test_a_passphrase_is_long_and_not_what_is_tried_first(passphrase: str, expected: str | None) -> None:
    assert fault(passphrase, NAMED) == expected


# --- signing in ---


def test_the_right_passphrase_opens_a_new_session_each_time(office: Office) -> None:
    officer = office.officer("complaints_officer")
    first, second = (office.signed_in(replace(officer, email=officer.email.upper())) for _ in range(2))
    assert first and second and first != second
    signed_in = office.desk.sessions.who(first)
    assert signed_in and signed_in.officer == officer


def test_unknown_shut_and_not_yet_opened_accounts_take_the_same_work_and_answer(office: Office) -> None:
    shut = office.officer("complaints_officer", name="shut")
    office.officers.save(replace(shut, disabled_at=office.clock.now()))
    office.officers.add(replace(shut, id="o-new", email="new@council.test", passphrase_hash=""))
    for email in ("nobody@council.test", shut.email, "new@council.test"):
        assert office.desk.sign_in.sign_in(email, PASSPHRASE) is None
    assert len(office.hasher.checked) == 3
    assert not any(office.hasher.checked)


def test_guessing_gets_slower_for_that_account_only_and_ends_with_time(office: Office) -> None:
    officer = office.officer("complaints_officer")
    waits = []
    for _ in range(12):
        waits.append(office.desk.sign_in.wait(officer.email))
        office.desk.sign_in.sign_in(officer.email, "wrong wrong wrong")
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30]
    assert office.desk.sign_in.wait("other@council.test") == 0
    assert office.desk.sign_in.sign_in(officer.email, PASSPHRASE)
    office.clock.forward(hours=2)
    assert office.desk.sign_in.wait(officer.email) == 0


def test_a_failed_try_is_in_the_audit_without_the_address(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.desk.sign_in.sign_in(officer.email, "wrong wrong wrong")
    [line] = [line for line in office.audit._lines if line.what == "sign_in_failed"]
    assert line.who == officer.id
    assert officer.email not in line.about


# --- sessions ---


def test_a_session_ends_after_half_an_hour_without_an_act(office: Office) -> None:
    officer = office.officer("complaints_officer")
    token = office.signed_in(officer)
    for _ in range(3):
        office.clock.forward(minutes=29)
        assert office.desk.sessions.who(token)
    office.clock.forward(minutes=29)
    assert office.desk.sessions.who(token, acting=False)
    office.clock.forward(minutes=1)
    assert office.desk.sessions.who(token) is None


def test_a_session_ends_after_eight_hours_whatever_is_done(office: Office) -> None:
    officer = office.officer("complaints_officer")
    token = office.signed_in(officer)
    for _ in range(24):
        assert office.desk.sessions.who(token)
        office.clock.forward(minutes=20)
    assert office.desk.sessions.who(token) is None


def test_signing_out_ends_the_session_on_the_server(office: Office) -> None:
    officer = office.officer("complaints_officer")
    token = office.signed_in(officer)
    signed_in = office.desk.sessions.who(token)
    assert signed_in
    office.desk.sign_in.sign_out(signed_in)
    assert office.desk.sessions.who(token) is None


@pytest.mark.parametrize("token", [None, "", "made up"])
def test_a_made_up_token_is_nobodys(office: Office, token: str | None) -> None:
    assert office.desk.sessions.who(token) is None


# --- other accounts ---


def test_somebody_else_begins_with_a_code_and_no_passphrase_of_ours(office: Office) -> None:
    administrator = office.officer("administrator")
    code = office.desk.sign_in.add(administrator, "Sam", "sam@council.test", ("safeguarding_lead",))
    assert office.desk.sign_in.sign_in("sam@council.test", "") is None
    token = office.desk.sign_in.redeem("Sam@council.test", code, PASSPHRASE)
    halfway = office.desk.sessions.halfway(token)
    assert halfway and halfway.officer.roles == ("safeguarding_lead",)
    with pytest.raises(BadEntry):
        office.desk.sign_in.redeem("sam@council.test", code, PASSPHRASE)


def test_a_code_goes_with_its_own_address_only(office: Office) -> None:
    administrator, other = office.officer("administrator"), office.officer("complaints_officer")
    code = office.desk.sign_in.add(administrator, "Sam", "sam@council.test", ("safeguarding_lead",))
    faults = []
    for email in (other.email, "nobody@council.test"):
        with pytest.raises(BadEntry) as bad:
            office.desk.sign_in.redeem(email, code, PASSPHRASE)
        faults.append(bad.value.faults)
    assert faults == [{"code": "wrong"}, {"code": "wrong"}]
    assert office.desk.sign_in.wait(other.email) == 0.0
    assert office.desk.sign_in.redeem("sam@council.test", code, PASSPHRASE)


def test_a_new_passphrase_ends_the_sessions_of_before(office: Office) -> None:
    administrator, officer = office.officer("administrator"), office.officer("complaints_officer")
    old = office.signed_in(officer)
    code = office.desk.sign_in.new_code(administrator, officer)
    assert office.desk.sessions.who(old)
    office.desk.sign_in.redeem(officer.email, code, "seven lilac tractors hum")
    assert office.desk.sessions.who(old) is None
    assert office.desk.sign_in.sign_in(officer.email, PASSPHRASE) is None
    assert office.desk.sign_in.sign_in(officer.email, "seven lilac tractors hum")


def test_a_shut_account_is_signed_out_at_once_and_its_code_opens_nothing(office: Office) -> None:
    administrator, officer = office.officer("administrator"), office.officer("complaints_officer")
    token = office.signed_in(officer)
    code = office.desk.sign_in.new_code(administrator, officer)
    office.desk.sign_in.disable(administrator, officer)
    assert office.desk.sessions.who(token) is None
    with pytest.raises(BadEntry):
        office.desk.sign_in.redeem(officer.email, code, PASSPHRASE)


def test_nobody_shuts_their_own_account(office: Office) -> None:
    administrator = office.officer("administrator")
    with pytest.raises(BadEntry):
        office.desk.sign_in.disable(administrator, administrator)


@pytest.mark.parametrize(
    ("told", "faults"),
    [
        (("", "sam@council.test", ("administrator",)), {"name": "missing"}),
        (("Sam", "", ("administrator",)), {"email": "missing"}),
        (("Sam", "sam at council", ("administrator",)), {"email": "wrong"}),
        (("Sam", "sam@council.test", ()), {"roles": "missing"}),
        (("Sam", "ADMINISTRATOR@council.test", ("administrator",)), {"email": "taken"}),
    ],
)
def test_an_account_needs_a_name_an_address_of_its_own_and_a_role(
    office: Office, told: tuple[str, str, tuple[str, ...]], faults: dict[str, str]
) -> None:
    administrator = office.officer("administrator")
    with pytest.raises(BadEntry) as bad:
        office.desk.sign_in.add(administrator, *told)
    assert bad.value.faults == faults
