"""What a text tells of people by the way: of the right person, or not at all."""

from __future__ import annotations

import time

import pytest

from bot.rasa.personal_details import details


def told(text: str) -> dict[str, str]:
    return {detail.fact: detail.value for detail in details(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my son is 14 and he is out of school", {"reporter_role": "parent", "child_age": "14"}),
        ("my 9 year old daughter comes home crying", {"reporter_role": "parent", "child_age": "9"}),
        ("im 15 n nobody asks me", {"reporter_role": "child", "child_age": "15"}),
        ("I'm fourteen and nobody asks me", {"reporter_role": "child", "child_age": "14"}),
        (
            "im 12, ive been in care since i was 6",
            {"reporter_role": "child", "child_age": "12", "care_status": "in_care"},
        ),
        ("i have been in foster care all my life", {"reporter_role": "child", "care_status": "in_care"}),
        (
            "im 15 and my social worker keeps changing",
            {"reporter_role": "child", "child_age": "15", "care_status": "has_social_worker"},
        ),
        ("I am his social worker", {"reporter_role": "professional"}),
        ("I am mother of two childrens", {"reporter_role": "parent"}),
        ("im a lac", {"reporter_role": "child", "care_status": "in_care"}),
        ("shes been in care for two years", {"care_status": "in_care"}),
        ("We represent the young person in this matter", {"reporter_role": "solicitor"}),
        ("I write on behalf of a young person", {"reporter_role": "advocate"}),
        ("dudley council never answer", {"which_council": "Dudley"}),
        ("when i was 9 she hit me and im 15 now", {"reporter_role": "child", "child_age": "15"}),
        (
            "I'm 14 and in foster care in Leeds",
            {"reporter_role": "child", "child_age": "14", "care_status": "in_care", "which_council": "Leeds"},
        ),
        ("she has a social worker at kent", {"care_status": "has_social_worker", "which_council": "Kent"}),
        ("they took him into care in isle of wight", {"which_council": "Isle of Wight"}),
        ("we both live with foster carers", {"care_status": "in_care"}),
        ("I'm his nan and he is in foster care", {"reporter_role": "relative", "care_status": "in_care"}),
        ("I'm her gran and I foster her", {"reporter_role": "foster_carer"}),
        ("my social worker shouted at my mum", {"care_status": "has_social_worker"}),
        ("I'm his nan and I look after him", {"reporter_role": "relative"}),
        ("my foster kid never sees her", {"reporter_role": "foster_carer", "care_status": "in_care"}),
        ("I am a solicitor acting for the mother", {"reporter_role": "solicitor"}),
        ("I am an independent advocate for Kayleigh, who is 13", {"reporter_role": "advocate"}),
        ("Writing as an IRO I must raise this", {"reporter_role": "professional"}),
        ("I'm a care leaver and my PA has gone", {"reporter_role": "care_leaver", "care_status": "left_care"}),
        ("we are special guardians to two boys", {"reporter_role": "special_guardian"}),
        ("ring me on 07700 900123", {"phone": "07700 900123"}),
        ("mail sam.b@example.org please, SW1A 1AA", {"email": "sam.b@example.org", "postcode": "SW1A 1AA"}),
        ("My name is Sam Brook", {"name": "Sam Brook"}),
        ("My social worker Dana Price left", {"care_status": "has_social_worker", "team_or_worker": "Dana Price"}),
        ("the leaving care team never answer", {"team_or_worker": "leaving care team"}),
        ("we had the stage 1 response in May", {"already_answered": "stage_1"}),
        ("I have never complained before", {"already_answered": "no"}),
        ("there are care proceedings ongoing", {"court_involved": "yes"}),
        ("there's no court involvement", {"court_involved": "no"}),
        ("he goes to Oakfield Primary School", {"school": "Oakfield Primary School"}),
        ("I wrote to Exampleshire County Council", {"which_council": "Exampleshire County Council"}),
    ],
)
def test_what_is_told_need_not_be_asked(text: str, expected: dict[str, str]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "I was 14 when it happened",
        "I'm 15 minutes away",
        "im 12 weeks pregnant",
        "my friend's son is in a home",
        "explain it like I'm five",
        "nobody told me anything",
        "Dear council, please help",
        "she was in care for years",
        "it took 14 weeks",
        "call 0",
        "he has been in care for a year and he is home now",
        "i have been in care before",
        "some woman in Dudley told me",
        "we went to my nans in Leeds at easter",
        "meet me at Leeds Road",
        "i live in reading",
        "i go to the club at kent house",
        "",
    ],
)
def test_what_is_said_of_others_or_of_something_else_tells_nothing(text: str) -> None:
    assert {} == told(text)


def test_two_ages_are_no_age() -> None:
    assert "child_age" not in told("my son is 14 and my daughter is 9")


def test_a_mother_of_sixteen_is_asked_who_she_is() -> None:
    assert "reporter_role" not in told("I'm 16 and they took my baby")


def test_twenty_thousand_characters_are_read_at_once() -> None:
    for text in ("A" * 20_000, "my son " * 3_000, "A1 " * 7_000, "Aa " * 7_000, "@." * 10_000, "0 " * 10_000):
        started = time.perf_counter()
        details(text)
        assert time.perf_counter() - started < 2
