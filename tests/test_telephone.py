"""A concern taken by telephone: the same questions and the same case as at the doors, and danger is heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.complaints.case import Case
from bot.complaints.facts import Facts, Point
from bot.intake import Intake
from bot.ports import Held, Officer
from bot.roles import NotThere
from bot.telephone import Telephone
from tests.builders import AT
from tests.office import Office

CHILDS = [
    ("what_happened", "She never comes when she says.", None),
    ("reporter_role", "", "child"),
    ("care_status", "", "in_care"),
    ("matter", "", "social_worker"),
    ("wanted_outcome", "I want her to come", None),
    ("safe_to_contact", "Only at school", None),
]


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def officer(office: Office) -> Officer:
    return office.officer("complaints_officer")


def held(call: str, number: int, page: str, text: str = "", choice: str | None = None) -> Held:
    return Held(call, f"m-{number}", AT, page, text, choice)


def tell(telephone: Telephone, officer: Officer, call: str, told: list[tuple[str, str, str | None]]) -> None:
    for number, (page, text, choice) in enumerate(told):
        telephone.answer(officer, call, held(call, number, page, text, choice))


def sent(telephone: Telephone, officer: Officer, call: str) -> Case:
    case = telephone.answer(officer, call, held(call, 99, "confirm", "", "yes"))
    assert case
    return case


def test_every_question_is_the_one_that_the_law_asks_next(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call, asked = telephone.begin(officer), []
    for number, (page, text, choice) in enumerate(CHILDS):
        asked.append(telephone.draft(officer, call).question)
        telephone.answer(officer, call, held(call, number, page, text, choice))
    assert asked == [page for page, _, _ in CHILDS]
    assert telephone.draft(officer, call).question == "confirm"


def test_the_case_is_that_of_the_chat_but_for_how_it_came_and_who_took_it(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    tell(telephone, officer, call, CHILDS)
    by_telephone = sent(telephone, officer, call)
    known = {name: text or choice for name, text, choice in CHILDS if name not in ("what_happened", "matter")}
    facts = Facts(known, points=(Point("She never comes when she says.", ("social_worker",)),))
    intake: Intake = telephone.intake
    by_chat = intake.submit("c-chat", "key", facts).case
    own = {"reference": "", "conversation": "", "channel": "", "history": (), "version": 1}
    assert replace(by_telephone, **own) == replace(by_chat, **own)
    assert ("telephone", "chat") == (by_telephone.channel, by_chat.channel)
    assert (officer.id, "taken_by_telephone") == (by_telephone.history[-1].who, by_telephone.history[-1].what)
    assert by_telephone.history[:-1] == by_chat.history


def test_sending_twice_makes_one_case_and_one_line(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    tell(telephone, officer, call, CHILDS)
    first, second = sent(telephone, officer, call), sent(telephone, officer, call)
    assert (first.reference, 1) == (second.reference, len(office.cases.all()))
    assert ["taken_by_telephone"] == [e.what for e in second.history if e.what == "taken_by_telephone"]


def test_the_caller_gets_a_secret_that_opens_the_case(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    tell(telephone, officer, call, CHILDS)
    case = sent(telephone, officer, call)
    secret = telephone.secret(officer, call, case.reference)
    assert secret and telephone.intake.opens(case.reference, secret)


def test_danger_raises_an_alert_at_once_and_nobody_else_is_called_to_the_telephone(
    office: Office, officer: Officer
) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    telephone.answer(officer, call, held(call, 1, "what_happened", "My foster dad is hitting me right now"))
    (alert,) = office.spool.waiting()
    assert (call, "emergency") == (alert.conversation, alert.risk)
    draft = telephone.draft(officer, call)
    assert ("go_on", True) == (draft.question, draft.pause is not None and draft.pause.spooled)
    assert [] == office.work.handoffs()
    assert {"safeguarding_screening"} <= {task.kind for task in office.work.tasks()}
    telephone.answer(officer, call, held(call, 2, "go_on", "", "go_on"))
    assert telephone.draft(officer, call).question == "reporter_role"


def test_an_alert_that_could_not_be_written_is_said_to_the_officer(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    office.spool.full = True
    telephone.answer(officer, call, held(call, 1, "what_happened", "I am going to kill myself tonight"))
    pause = telephone.draft(officer, call).pause
    assert pause and not pause.spooled


def test_a_case_in_which_danger_was_told_is_safeguardings_until_it_is_released(
    office: Office, officer: Officer
) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    telephone.answer(officer, call, held(call, 1, "what_happened", "My foster dad is hitting me right now"))
    case = telephone.answer(officer, call, held(call, 2, "go_on", "", "send_now"))
    assert case
    with pytest.raises(NotThere):
        office.desk.casework.case(officer, case.reference)
    assert office.desk.casework.case(office.officer("safeguarding_lead"), case.reference)


def test_a_call_is_its_officers_alone(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    for other in (office.officer("complaints_manager"), office.officer("safeguarding_lead")):
        with pytest.raises(NotThere):
            telephone.draft(other, call)
    with pytest.raises(NotThere):
        telephone.draft(officer, "telephone-made-up")


def test_what_the_caller_wants_nothing_of_is_erased_and_its_alert_stays(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    telephone.answer(officer, call, held(call, 1, "what_happened", "My foster dad is hitting me right now"))
    telephone.stop(officer, call)
    assert () == tuple(office.transcripts.held(call))
    assert 1 == len(office.spool.waiting())


def test_rasa_is_never_told_what_was_said_on_the_telephone(office: Office, officer: Officer) -> None:
    telephone = office.desk.telephone
    call = telephone.begin(officer)
    telephone.answer(officer, call, held(call, 1, "what_happened", "She never comes."))
    assert [] == list(office.transcripts.waiting())
