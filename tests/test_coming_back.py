"""A new secret for a lost one goes to the person or their advocate and nobody else; officers write to the person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot import receipts
from bot.coming_back import NEVER_THROUGH, PARENTS_AND_CARERS
from bot.complaints.acts.voices import SCOPES
from bot.complaints.case import Advocacy, Case
from bot.complaints.records import Record
from bot.ports import Task
from bot.roles import BadEntry, NotThere
from tests.builders import a_task
from tests.office import AT, Office

OLD = "kettle otter walnut violin pebble"
CHECKS = "Asked what they had called their worker's car; they knew."
NEW_CHAT = "c-new"


@pytest.fixture
def office() -> Office:
    return Office()


def lost(office: Office, **changes: Any) -> str:
    """A case whose person lost the secret; its reference."""
    reference = office.case(**changes)
    office.cases.set_secret_hash(reference, office.hasher.hash(receipts.plain_secret(OLD)))
    return reference


def asks_in_new_chat(office: Office, role: str = "child") -> Task:
    """Somebody says in a new conversation that they lost it, and tells something new there."""
    task = a_task(id="lost_receipt-c-new", kind="lost_receipt", case=None, conversation=NEW_CHAT)
    office.work.add_task(task)
    office.case(reference="CF-9999-9X", conversation=NEW_CHAT, facts={"reporter_role": role})
    return task


def opens(office: Office, reference: str, secret: str) -> bool:
    return office.hasher.matches(receipts.plain_secret(secret), office.cases.secret_hash(reference))


def kept(office: Office, reference: str) -> Case:
    case = office.cases.get(reference)
    assert case
    return case


def test_a_new_secret_opens_the_case_and_the_old_one_dies(office: Office) -> None:
    officer, reference = office.officer("complaints_officer"), lost(office)
    secret = office.desk.coming_back.new_secret(officer, reference, "person", CHECKS)
    assert opens(office, reference, secret)
    assert not opens(office, reference, OLD)
    assert (officer.id, "give_new_secret") in office.acts(reference)
    assert secret not in str(kept(office, reference).history)


@pytest.mark.parametrize("through", NEVER_THROUGH)
def test_never_through_a_parent_a_carer_or_the_team_complained_about(office: Office, through: str) -> None:
    officer, reference = office.officer("complaints_manager"), lost(office)
    with pytest.raises(BadEntry) as bad:
        office.desk.coming_back.new_secret(officer, reference, through, CHECKS)
    assert bad.value.faults == {"through": "never"}
    assert opens(office, reference, OLD)


@pytest.mark.parametrize("role", PARENTS_AND_CARERS)
def test_a_parent_or_carer_who_asks_in_a_new_chat_does_not_get_a_childs_secret(office: Office, role: str) -> None:
    officer, reference, task = office.officer("complaints_officer"), lost(office), asks_in_new_chat(office, role)
    with pytest.raises(BadEntry) as bad:
        office.desk.coming_back.new_secret(officer, reference, "person", CHECKS, task.id)
    assert bad.value.faults == {"task": "not_theirs"}
    assert opens(office, reference, OLD)


def test_an_officer_whom_the_complaint_names_gives_none(office: Office) -> None:
    officer = office.officer("complaints_officer", name="pat_example")
    reference = lost(office, facts={"reporter_role": "child", "team_or_worker": "Pat Example's team"})
    with pytest.raises(NotThere):
        office.desk.coming_back.new_secret(officer, reference, "person", CHECKS)
    assert opens(office, reference, OLD)


def consent(**changes: Any) -> Record:
    """The person's consent, to an advocate, for everything, until the end of the day that it is."""
    told = {"who_for_them": "Advocate K", "relation": "advocate", "scope": list(SCOPES), "until": AT.date().isoformat()}
    state = {name: changes.pop(name) for name in ("state", "closed_on") if name in changes}
    return Record(0, "consent", **{"state": "given", "opened_on": AT.date(), **state}, details={**told, **changes})


@pytest.mark.parametrize("status", ["arranged", "has_one", "not_offered"])
def test_through_an_advocate_who_has_the_persons_consent_for_all_of_it(office: Office, status: str) -> None:
    officer, advocacy = office.officer("complaints_officer"), Advocacy(offered=True, wanted="yes", status=status)
    reference = lost(office, advocacy=advocacy, records=(consent(),))
    assert opens(office, reference, office.desk.coming_back.new_secret(officer, reference, "advocate", CHECKS))


@pytest.mark.parametrize(
    "records",
    [
        (),
        (consent(until="2026-03-01"),),
        (consent(state="ended", closed_on=AT.date()),),
        (consent(relation="relative"),),
        (consent(scope=["hear_how_it_goes", "get_letters"]),),
        (consent(scope=SCOPES[:2]), replace(consent(who_for_them="Advocate L", scope=SCOPES[2:]), number=1)),
    ],
    ids=["none", "over", "taken back", "no advocate", "for less", "two, each for a part"],
)
def test_never_through_an_advocate_without_that_consent_though_one_is_arranged(
    office: Office, records: tuple[Record, ...]
) -> None:
    officer, advocacy = office.officer("complaints_officer"), Advocacy(offered=True, wanted="yes", status="arranged")
    reference = lost(office, advocacy=advocacy, records=records)
    with pytest.raises(BadEntry) as bad:
        office.desk.coming_back.new_secret(officer, reference, "advocate", CHECKS)
    assert bad.value.faults == {"through": "no_consent"}
    assert opens(office, reference, OLD)


@pytest.mark.parametrize("checks", ["", "  ", "x" * 5001])
def test_none_without_saying_what_was_checked(office: Office, checks: str) -> None:
    officer, reference = office.officer("complaints_officer"), lost(office)
    with pytest.raises(BadEntry):
        office.desk.coming_back.new_secret(officer, reference, "person", checks)
    assert opens(office, reference, OLD)


def test_until_then_the_new_concern_is_a_case_of_its_own_and_afterwards_linked_for_officers(office: Office) -> None:
    officer, reference, task = office.officer("complaints_officer"), lost(office), asks_in_new_chat(office)
    assert [event.what for event in kept(office, "CF-9999-9X").history] == ["submitted"]
    office.desk.coming_back.new_secret(officer, reference, "person", CHECKS, task.id)
    for one, other in ((reference, "CF-9999-9X"), ("CF-9999-9X", reference)):
        assert (kept(office, one).history[-1].what, kept(office, one).history[-1].detail["reference"]) == (
            "linked",
            other,
        )
    done = office.work.task(task.id)
    assert done
    assert (done.done_by, done.done_at) == (officer.id, AT)


@pytest.mark.parametrize("role", ["safeguarding_lead", "duty_worker", "administrator"])
def test_only_the_complaints_team_gives_secrets_and_writes(office: Office, role: str) -> None:
    officer, reference = office.officer(role), lost(office)
    with pytest.raises(NotThere):
        office.desk.coming_back.new_secret(officer, reference, "person", CHECKS)
    with pytest.raises(NotThere):
        office.desk.coming_back.write(officer, reference, "Hello")


def test_what_an_officer_writes_is_unread_until_the_person_opens_the_case(office: Office) -> None:
    officer, reference = office.officer("complaints_officer"), lost(office)
    office.desk.coming_back.write(officer, reference, " We have asked the team. ")
    [_, letter] = office.desk.coming_back.letters(kept(office, reference))
    assert (letter.words, letter.sender, letter.read_at) == ("We have asked the team.", "team", None)
    read = office.clock.forward(minutes=3)
    office.desk.coming_back.correspondence.read(kept(office, reference))
    assert office.desk.coming_back.letters(kept(office, reference))[1].read_at == read
