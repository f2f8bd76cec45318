"""The printed examples themselves: enough of them, each with its place in a report, labelled from our lists."""

from __future__ import annotations

from bot.complaints.assessment import FLAGS, PATHWAYS, SIGNPOSTS
from bot.complaints.facts import CHOICES, MATTERS, NATURES, ROLES, check
from tests.journeys.printed_examples import Example, Outcome, read_examples
from tests.journeys.printed_page import page

EXAMPLES = read_examples()
REPORTS = {"Harrow 2017/18", "Harrow 2020/21", "Westminster 2020/21", "Staffordshire 2019/20", "Council D 2019/20"}
LABELS = {"matter": MATTERS, "nature": NATURES}


def outcome(example: Example, **case: object) -> Outcome:
    """What became of an example, with a case that went where it belongs unless something else is given."""
    where = {"pathway": example.belongs["pathway"], "signposted_to": example.belongs.get("signposted_to")}
    kept = {"flags": example.belongs.get("flags", []), "risk": "none", "reporter_role": example.role, "points": []}
    return Outcome(example, ("reporter_role",), {**where, **kept, **case}, helped=False)


def test_there_are_at_least_thirty_six_from_every_report_that_we_have() -> None:
    assert len(EXAMPLES) >= 36
    assert {example.source.split(",")[0] for example in EXAMPLES} == REPORTS


def test_each_has_an_id_and_words_of_its_own_and_says_where_it_is_printed() -> None:
    assert len({example.id for example in EXAMPLES}) == len(EXAMPLES)
    assert len({example.says for example in EXAMPLES}) == len(EXAMPLES)
    assert [example.id for example in EXAMPLES if ", " not in example.source] == []


def test_each_is_labelled_from_our_lists() -> None:
    for example in EXAMPLES:
        belongs = example.belongs
        assert example.role in ROLES, example.id
        assert belongs["pathway"] in PATHWAYS and belongs["because"], example.id
        assert (belongs["pathway"] == "signposted") == (belongs.get("signposted_to") in SIGNPOSTS), example.id
        assert set(belongs.get("flags", ())) <= set(FLAGS), example.id
        assert example.matter in (None, *MATTERS) and example.nature in (None, *NATURES), example.id


def test_each_answer_is_one_that_may_be_given() -> None:
    for example in EXAMPLES:
        for name, value in example.told().items():
            if name in LABELS:
                assert value[0] in LABELS[name], example.id
            elif name != "what_happened" and CHOICES[name] is not None:
                check(name, value)


def test_what_went_elsewhere_is_counted_and_stays_on_the_page() -> None:
    first, second = EXAMPLES[:2]
    written = page([outcome(first, pathway="corporate"), outcome(second)])

    assert "| Pathway, signpost and flags as we say | 1 of 2 |" in written
    assert f"| [{first.id}](#{first.id}) | statutory | corporate |" in written
    assert first.says in written and second.says in written


def test_a_missing_flag_or_another_signpost_is_not_right() -> None:
    flagged = next(example for example in EXAMPLES if example.belongs.get("flags"))
    signposted = next(example for example in EXAMPLES if example.belongs["pathway"] == "signposted")

    assert outcome(flagged).went_right and not outcome(flagged, flags=[]).went_right
    assert outcome(signposted).went_right and not outcome(signposted, signposted_to="school").went_right


def test_an_example_without_a_receipt_says_what_went_wrong() -> None:
    lost = Outcome(EXAMPLES[0], (), None, helped=False, trouble="Stuck: nothing more was said")

    assert not lost.went_right
    assert "no receipt: Stuck: nothing more was said" in page([lost])
