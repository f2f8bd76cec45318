"""The second factor: set up at the first sign-in, asked at every later one, each code once."""

from __future__ import annotations

import pyotp
import pytest

from bot.ports import Officer
from bot.roles import BadEntry
from bot.sessions import SignedIn
from tests.office import PASSPHRASE, Office


@pytest.fixture
def office() -> Office:
    return Office()


def halfway(office: Office, officer: Officer) -> SignedIn:
    found = office.desk.sessions.halfway(office.desk.sign_in.sign_in(officer.email, PASSPHRASE))
    assert found
    return found


def begun(office: Office) -> SignedIn:
    """Somebody who has just chosen a passphrase."""
    administrator = office.officer("administrator")
    code = office.desk.sign_in.add(administrator, "Sam", "sam@council.test", ("complaints_officer",))
    found = office.desk.sessions.halfway(office.desk.sign_in.redeem("sam@council.test", code, PASSPHRASE))
    assert found
    return found


def shown(office: Office, secret: str, seconds: int = 0) -> str:
    """What an app with this secret shows so many seconds from now."""
    return pyotp.TOTP(secret).at(int(office.clock.now().timestamp()) + seconds)


def test_a_passphrase_alone_opens_nothing(office: Office) -> None:
    officer = office.officer("complaints_officer")
    token = office.desk.sign_in.sign_in(officer.email, PASSPHRASE)
    assert office.desk.sessions.who(token) is None
    assert office.desk.sessions.halfway(token)


def test_somebody_who_stops_halfway_is_out_after_ten_minutes(office: Office) -> None:
    officer = office.officer("complaints_officer")
    token = office.desk.sign_in.sign_in(officer.email, PASSPHRASE)
    office.clock.forward(minutes=10)
    assert office.desk.sessions.halfway(token) is None


def test_the_first_code_of_the_app_sets_it_up_and_lets_in(office: Office) -> None:
    new = begun(office)
    setup = office.desk.second_factor.setup(new)
    assert setup and setup.secret.replace(" ", "") in setup.address and max(map(len, setup.secret.split())) == 4
    done = office.desk.second_factor.enrol(new, shown(office, new.session.pending))
    who = office.desk.sessions.who(done.token)
    assert who and who.officer.totp_secret == new.session.pending
    assert len(set(done.recovery_codes)) == 10


def test_a_wrong_first_code_sets_nothing_up(office: Office) -> None:
    new = begun(office)
    with pytest.raises(BadEntry):
        office.desk.second_factor.enrol(new, shown(office, pyotp.random_base32()))
    kept = office.officers.get(new.officer.id)
    assert kept and not kept.totp_secret


def test_a_second_factor_is_not_set_up_over_another(office: Office) -> None:
    """Two windows that both began before there was one: only the first keeps its secret."""
    first = begun(office)
    second = halfway(office, first.officer)
    office.desk.second_factor.enrol(first, shown(office, first.session.pending))
    again = office.desk.sessions.halfway(office.desk.sign_in.sign_in(first.officer.email, PASSPHRASE))
    assert again and office.desk.second_factor.setup(again) is None
    assert second.session.pending != first.session.pending
    with pytest.raises(BadEntry):
        office.desk.second_factor.enrol(second, shown(office, second.session.pending, 30))
    kept = office.officers.get(first.officer.id)
    assert kept and kept.totp_secret == first.session.pending


@pytest.mark.parametrize(("seconds", "right"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_off_and_no_more(office: Office, seconds: int, right: bool) -> None:
    officer = office.officer("complaints_officer")
    code = shown(office, officer.totp_secret, seconds)
    if right:
        assert office.desk.second_factor.prove(halfway(office, officer), f"{code[:3]} {code[3:]}")
    else:
        with pytest.raises(BadEntry):
            office.desk.second_factor.prove(halfway(office, officer), code)


def test_a_code_counts_once(office: Office) -> None:
    officer = office.officer("complaints_officer")
    code = shown(office, officer.totp_secret)
    assert office.desk.second_factor.prove(halfway(office, officer), code)
    with pytest.raises(BadEntry):
        office.desk.second_factor.prove(halfway(office, officer), code)


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "١٢٣٤٥٦", "0" * 5000, "−12345"])
def test_what_is_no_code_is_refused(office: Office, code: str) -> None:
    officer = office.officer("complaints_officer")
    with pytest.raises(BadEntry):
        office.desk.second_factor.prove(halfway(office, officer), code)


def test_a_recovery_code_lets_in_once_however_it_is_typed(office: Office) -> None:
    new = begun(office)
    codes = office.desk.second_factor.enrol(new, shown(office, new.session.pending)).recovery_codes
    typed = codes[3].lower().replace("-", " ")
    officer = office.officers.get(new.officer.id)
    assert officer
    assert office.desk.sessions.who(office.desk.second_factor.prove(halfway(office, officer), typed))
    assert office.desk.second_factor.recovery_left(officer) == 9
    with pytest.raises(BadEntry):
        office.desk.second_factor.prove(halfway(office, officer), typed)


def test_new_recovery_codes_take_the_place_of_the_old_and_need_the_app(office: Office) -> None:
    new = begun(office)
    done = office.desk.second_factor.enrol(new, shown(office, new.session.pending))
    me = office.desk.sessions.who(done.token)
    assert me
    with pytest.raises(BadEntry):
        office.desk.second_factor.renew_recovery(me, done.recovery_codes[0])
    renewed = office.desk.second_factor.renew_recovery(me, shown(office, me.officer.totp_secret, 30))
    assert not set(renewed) & set(done.recovery_codes)
    with pytest.raises(BadEntry):
        office.desk.second_factor.prove(halfway(office, me.officer), done.recovery_codes[0])
    assert office.desk.second_factor.prove(halfway(office, me.officer), renewed[0])


def test_guessing_codes_gets_slower_and_is_in_the_audit(office: Office) -> None:
    officer, other = office.officer("complaints_officer"), office.officer("complaints_manager")
    waits = []
    for _ in range(6):
        waits.append(office.desk.second_factor.wait(officer))
        with pytest.raises(BadEntry):
            office.desk.second_factor.prove(halfway(office, officer), "000000")
    assert waits == [0, 0, 0, 1, 2, 4]
    assert office.desk.second_factor.wait(other) == 0
    assert office.acts(officer.id).count((officer.id, "second_factor_failed")) == 6


def test_whoever_lost_everything_starts_again_from_a_code_and_not_from_the_passphrase(office: Office) -> None:
    administrator, officer = office.officer("administrator"), office.officer("complaints_officer")
    token = office.signed_in(officer)
    code = office.desk.sign_in.start_again(administrator.id, officer)
    assert office.desk.sessions.who(token) is None
    assert office.desk.sign_in.sign_in(officer.email, PASSPHRASE) is None
    found = office.desk.sessions.halfway(office.desk.sign_in.redeem(officer.email, code, PASSPHRASE))
    assert found and office.desk.second_factor.setup(found)
    assert (administrator.id, "start_account_again") in office.acts(officer.id)


def test_changing_the_passphrase_ends_every_other_session(office: Office) -> None:
    officer = office.officer("complaints_officer")
    here, there = office.signed_in(officer), office.signed_in(officer)
    me = office.desk.sessions.who(here)
    assert me
    for wrong in (("not it at all, really", "seven lilac tractors hum"), (PASSPHRASE, "short")):
        with pytest.raises(BadEntry):
            office.desk.sign_in.change_passphrase(me, *wrong)
    assert office.desk.sessions.who(there)
    new = office.desk.sign_in.change_passphrase(me, PASSPHRASE, "seven lilac tractors hum")
    assert [bool(office.desk.sessions.who(token)) for token in (here, there, new)] == [False, False, True]


def test_signing_out_ends_the_sessions_on_every_machine(office: Office) -> None:
    officer = office.officer("complaints_officer")
    here, there = office.signed_in(officer), office.signed_in(officer)
    me = office.desk.sessions.who(here)
    assert me
    office.desk.sign_in.sign_out(me)
    assert [office.desk.sessions.who(token) for token in (here, there)] == [None, None]
