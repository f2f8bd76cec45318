"""The command line: what it prints, and a plain sentence for whatever goes wrong."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import councils
from bot.__main__ import main
from bot.bootstrap import join, services
from bot.exports import Export
from bot.settings import ROOT, Settings, read
from tests.builders import a_case, an_officer

A_SERVICE = {
    "DUTY_EMAIL": "duty@council.test",
    "SMTP_URL": "smtp://127.0.0.1:2525",
    "COUNCIL_PHONE": "01632 960001",
    "OUT_OF_HOURS_PHONE": "01632 960002",
}


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    printed: str
    complained: str


class Terminal:
    """Runs commands one after the other, with an environment of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capsys = monkeypatch, capsys
        for name in Settings.__dataclass_fields__:
            monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.setenv("DATA_DIR", str(folder))

    def __call__(self, *arguments: str, typed: str = "", **settings: str) -> Done:
        for name, value in settings.items():
            self._patch.setenv(name, value)
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        services.cache_clear()  # as in a process of its own
        code = main(arguments)
        services.cache_clear()
        out, err = self._capsys.readouterr()
        return Done(code, out, err)

    def triage(self, **facts: Any) -> Any:
        done = self("triage", "-", typed=json.dumps(facts))
        assert done.code == 0, done.complained
        return json.loads(done.printed)


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, monkeypatch, capsys)


def refused(done: Done) -> str:
    """The one sentence with which a command refuses."""
    assert done.code == 2, done.printed + done.complained
    (sentence,) = done.complained.strip().splitlines()
    return sentence


def test_triage_prints_where_facts_lead_and_what_to_ask(bot: Terminal) -> None:
    told = bot.triage(
        reporter_role="child",
        points=[{"matter": "social_worker", "nature": "communication", "what_happened": "She never comes."}],
    )
    assert list(told) == [
        "pathway",
        "signposted_to",
        "asks",
        "flags",
        "tasks",
        "reasons",
        "points",
        "signposts",
        "rows",
    ]
    assert told["pathway"] == "statutory"
    assert told["asks"] == "care_status"
    assert told["points"] == [{"pathway": "statutory", "signposted_to": None}]


def test_triage_reads_a_file(bot: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps({"kind": "compliment", "points": [{"what_happened": "Thank you all."}]}))
    done = bot("triage", str(file), "--council", "national")
    assert json.loads(done.printed)["pathway"] == "compliment"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ('{"bla": 1}', "There is no fact called 'bla'."),
        ('{"reporter_role": "king"}', "reporter_role cannot be 'king'"),
        ('{"points": [{"matter": "weather"}]}', "matter cannot be 'weather'"),
        ('{"points": "none"}', "must hold one JSON object"),
        ('["points"]', "must hold one JSON object"),
        ("{", "holds no JSON"),
    ],
)
def test_facts_that_cannot_be_used_are_refused_in_a_sentence(bot: Terminal, typed: str, says: str) -> None:
    assert says in refused(bot("triage", "-", typed=typed))


def test_a_file_that_is_not_there_is_refused_in_a_sentence(bot: Terminal) -> None:
    assert refused(bot("triage", "nowhere.json")) == "nowhere.json cannot be read: No such file or directory."


def test_a_council_that_is_not_there_is_refused_with_those_that_are(bot: Terminal) -> None:
    sentence = refused(bot("triage", "-", "--council", "atlantis", typed="{}"))
    assert sentence.endswith(f"there is no such council; there are: {', '.join(councils.codes())}")


def test_every_profile_is_checked_and_listed(bot: Terminal) -> None:
    done = bot("profiles")
    assert done.code == 0, done.complained
    listed = done.printed.partition("Side by side")[0]
    assert {path.stem for path in (ROOT / "bot" / "councils").glob("*.yml")} == {
        line.split(":")[0] for line in listed.strip().splitlines()
    }


def test_profiles_stand_side_by_side_with_what_differs_and_what_was_printed(bot: Terminal) -> None:
    lines = bot("profiles", "--on", "2021-06-01").printed.splitlines()
    stage_2 = next(line for line in lines if line.startswith("* corporate_stage_2 "))
    assert ["20-40 wd", "20-40 wd", "20-40 wd", "25 wd", "10 wd"] == [
        cell.strip() for cell in stage_2.removeprefix("* corporate_stage_2 ").split("|")
    ]
    assert any(line.startswith("  statutory_stage_1 ") for line in lines)
    own = next(line for line in lines if "decide_interest" in line)
    assert 5 == own.count("3 wd ?")
    assert any("staffordshire" in line and "twenty working days" in line for line in lines)


def test_triage_prints_every_row_that_was_passed_and_what_it_saw(bot: Terminal) -> None:
    told = bot.triage(reporter_role="parent", points=[{"matter": "exclusion", "what_happened": "He was excluded."}])
    rows = told["rows"]
    deciding = [row for row in rows if row["applies"] and row["point"] == 0]
    assert "signposted" == told["points"][0]["pathway"]
    assert 1 == len(deciding)
    assert "exclusion" == deciding[0]["saw"]["matter"]
    assert {reason["row"] for reason in told["reasons"]} == {row["row"] for row in rows if row["applies"]}
    (post,) = told["signposts"].values()
    assert {"who", "how", "time_limit", "source", "checked_on", "verified"} == set(post)


def test_the_first_officer_gets_a_new_code_each_time(bot: Terminal) -> None:
    first, second = bot("officer", "code"), bot("officer", "code")
    assert first.code == second.code == 0, first.complained
    assert "/first opens the first account with the one-time code" in first.printed
    assert first.printed != second.printed


def test_the_export_prints_every_case_a_line_each(bot: Terminal) -> None:
    cases = join(read()).store.cases
    for number, reference in enumerate(("CF-0B1C-2D", "CF-0B1C-3F")):
        cases.add(a_case(reference=reference), f"key-{number}", ())
    done = bot("cases", "export", "--format", "jsonl")
    assert done.code == 0, done.complained
    told = [json.loads(line) for line in done.printed.splitlines()]
    assert {case["reference"] for case in told} == {"CF-0B1C-2D", "CF-0B1C-3F"}
    assert {case["points"][0]["text"] for case in told} == {a_case().points[0].text}


def test_in_a_real_service_cases_are_not_exported(bot: Terminal) -> None:
    done = bot("cases", "export", **A_SERVICE)
    assert done.printed == ""
    assert "a second person's approval" in refused(done)


def test_in_a_real_service_an_approved_export_is_printed_once(bot: Terminal) -> None:
    store = join(read()).store
    store.cases.add(a_case(), "key", ())
    store.exports.ask(Export("e-1", "o1", datetime.now(UTC), "For the archive."))
    wanted = ("cases", "export", "--approved", "e-1")
    assert "is approved" in refused(bot(*wanted, **A_SERVICE))
    assert store.exports.approve("e-1", "o2", datetime.now(UTC))
    done = bot(*wanted)
    assert [json.loads(line)["reference"] for line in done.printed.splitlines()] == ["CF-0B1C-2D"]
    assert [(line.who, line.what) for line in store.audit.about("CF-0B1C-2D")] == [("machine", "export_case")]
    assert "is approved" in refused(bot(*wanted))


def test_the_last_administrator_gets_back_in_with_a_code_and_that_is_in_the_audit(bot: Terminal) -> None:
    store = join(read()).store
    store.officers.add(an_officer(roles=("administrator",)))
    store.officers.add(an_officer(id="o2", email="second@council.example"))
    done = bot("officer", "recover", "Officer@council.example")
    assert "/code sets both up again with the one-time code" in done.printed
    kept = store.officers.get("o1")
    assert kept and not kept.passphrase_hash and not kept.totp_secret
    assert [(line.who, line.what) for line in store.audit.about("o1")] == [("machine", "start_account_again")]
    for email in ("second@council.example", "nobody@council.example"):
        assert "No administrator has this address" in refused(bot("officer", "recover", email))


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"WIDGET_PORT": "many"}, "WIDGET_PORT is 'many'"),
        ({"WIDGET_HOST": "0.0.0.0"}, "this is still a demonstration"),
        ({"COUNCIL": "atlantis"}, "there is no such council"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_before_anything_starts(
    bot: Terminal, settings: dict[str, str], says: str
) -> None:
    assert says in refused(bot("doors", **settings))


def test_a_damaged_keyring_is_refused_in_a_sentence(bot: Terminal, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "keys.json").write_text("{}")
    assert "put its backup in its place" in refused(bot("officer", "code"))


def test_a_refusal_comes_out_of_the_process_as_exit_code_2_and_no_traceback() -> None:
    command = [sys.executable, "-m", "bot", "triage", "nowhere.json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "nowhere.json cannot be read: No such file or directory.\n"
