"""Profiles: what a council's file may say, and that every fault in it is found at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.complaints.assessment import SIGNPOSTS
from bot.complaints.errors import BadProfile
from bot.complaints.law import CORPORATE, STATUTORY
from bot.councils import FOLDER, codes, load, versions

TODAY = date(2026, 11, 22)
ALL = [(code, profile) for code in codes() for profile in versions(code)]


def test_there_are_the_national_profile_and_four_councils():
    assert codes() == ("council_d", "harrow", "national", "staffordshire", "westminster")


@pytest.mark.parametrize(("code", "profile"), ALL, ids=[f"{code} {profile.version}" for code, profile in ALL])
def test_no_profile_is_laxer_than_the_law(code, profile):
    for name, outer in STATUTORY.items():
        assert profile.limits[name].length <= outer.length
        assert (profile.limits[name].extendable_to or 0) <= (outer.extendable_to or 0)
    assert profile.escalation_minutes["emergency"] <= 10
    assert profile.escalation_minutes["at_risk"] <= 60


@pytest.mark.parametrize("code", codes())
def test_every_signpost_and_figure_has_its_source(code):
    profile = load(code, TODAY)
    assert set(SIGNPOSTS) == set(profile.signposts)
    for signpost in profile.signposts.values():
        assert signpost.who
        assert signpost.how
        assert signpost.source
    assert all(limit.source for limit in profile.limits.values())


def test_the_national_profile_names_no_contact_of_a_council():
    contacts = load("national", TODAY).contacts
    assert (
        contacts.duty_email,
        contacts.escalation_email,
        contacts.office_phone,
        contacts.out_of_hours_phone,
    ) == (None, None, None, None)


def test_a_version_holds_from_its_day():
    before, after = load("staffordshire", date(2026, 3, 31)), load("staffordshire", date(2026, 4, 1))
    assert tuple(before.limits[f"corporate_stage_{n}"].length for n in (1, 2)) == (20, 25)
    assert tuple(after.limits[f"corporate_stage_{n}"].length for n in (1, 2)) == (10, 20)
    assert (before.version, after.version) == ("2019-04-01", "2026-04-01")


def test_what_was_printed_and_is_not_lawful_drives_no_case():
    staffordshire = load("staffordshire", date(2020, 1, 1))
    assert "twenty working days" in [printed.printed for printed in staffordshire.as_printed]
    assert staffordshire.limits["statutory_stage_1"].length == 10


def test_the_codes_limits_bind_from_the_day_on_which_it_is_used():
    for code in codes():
        for name, outer in CORPORATE.items():
            assert load(code, TODAY).limits[name].length <= outer.length


def test_an_unknown_council_is_refused_with_those_that_there_are():
    with pytest.raises(BadProfile, match="harrow"):
        load("atlantis", TODAY)


def test_a_day_before_the_first_version_is_refused():
    with pytest.raises(BadProfile, match="no version holds on 1999-01-01"):
        load("national", date(1999, 1, 1))


# --- faults ---


def _broken(tmp_path: Path, change) -> tuple[str, ...]:
    """The faults of the national file after a change to its first version."""
    raw = yaml.safe_load((FOLDER / "national.yml").read_text(encoding="utf-8"))
    change(raw["versions"][0])
    raw["versions"] = raw["versions"][:1]
    (tmp_path / "national.yml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    with pytest.raises(BadProfile) as refused:
        load("national", TODAY, tmp_path)
    return refused.value.faults


def test_every_fault_is_named_at_once_with_file_key_and_value(tmp_path):
    def change(version):
        version["colour"] = "blue"
        del version["teams"]
        version["limits"]["panel_meets"]["length"] = 31
        del version["limits"]["statutory_stage_1"]["source"]
        version["limits"]["statutory_stage_2"]["unit"] = "moons"
        version["helplines"][0]["verified"] = "perhaps"
        version["complainant_groups"]["Other"] = ["wizard"]
        version["contacts"]["office_hours"] = "nine to five"

    faults = _broken(tmp_path, change)
    assert all(fault.startswith("national.yml 2006-09-01: ") for fault in faults)
    assert {fault.split(": ")[1] for fault in faults} == {
        "colour",
        "teams",
        "limits.statutory_stage_1.source",
        "limits.statutory_stage_2.unit",
        "limits.panel_meets.length",
        "helplines[0].verified",
        "complainant_groups.Other[0]",
        "contacts.office_hours",
    }
    assert any("'blue'" in fault for fault in faults)


@pytest.mark.parametrize(
    ("key", "limit", "field", "value"),
    [
        ("limits.statutory_stage_1.length", "statutory_stage_1", "length", 11),
        ("limits.statutory_stage_1.extendable_to", "statutory_stage_1", "extendable_to", 21),
        ("limits.statutory_stage_2.length", "statutory_stage_2", "length", 65),
        ("limits.panel_meets.length", "panel_meets", "length", 31),
        ("limits.authority_responds.length", "authority_responds", "length", 20),
        ("limits.ask_stage_2.length", "ask_stage_2", "length", 19),
        ("limits.statutory_stage_1.unit", "statutory_stage_1", "unit", "calendar_days"),
    ],
)
def test_a_limit_laxer_than_the_law_is_refused_with_the_clause(tmp_path, key, limit, field, value):
    faults = _broken(tmp_path, lambda version: version["limits"][limit].update({field: value}))
    assert len(faults) == 1
    assert f": {key}: {value!r}: " in faults[0]


def test_an_alert_that_escalates_too_late_is_refused(tmp_path):
    faults = _broken(tmp_path, lambda version: version["escalation_minutes"].update(emergency=11))
    assert "escalation_minutes.emergency: 11" in faults[0]


def test_a_stricter_profile_is_welcome(tmp_path):
    raw = yaml.safe_load((FOLDER / "national.yml").read_text(encoding="utf-8"))
    raw["versions"][0]["limits"]["statutory_stage_1"]["length"] = 5
    (tmp_path / "national.yml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    assert load("national", TODAY, tmp_path).limits["statutory_stage_1"].length == 5


def test_a_key_written_twice_is_refused_with_its_line(tmp_path):
    text = (FOLDER / "national.yml").read_text(encoding="utf-8")
    (tmp_path / "national.yml").write_text(text + "name: Again\n", encoding="utf-8")
    with pytest.raises(BadProfile, match=r"national\.yml: name: line \d+: the key is written more than once"):
        load("national", TODAY, tmp_path)


def test_an_unknown_key_of_the_file_is_refused(tmp_path):
    text = (FOLDER / "national.yml").read_text(encoding="utf-8")
    (tmp_path / "national.yml").write_text(text + "motto: Onwards\n", encoding="utf-8")
    with pytest.raises(BadProfile, match="motto"):
        load("national", TODAY, tmp_path)
