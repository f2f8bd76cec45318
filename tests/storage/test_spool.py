"""The alert spool: what ports.Spool promises, and what the disk has of it."""

from __future__ import annotations

import errno
import logging
import multiprocessing
import os
import signal
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ports import Spool
from bot.storage.sealing import Keyring
from bot.storage.spool import SealedSpool
from tests.builders import AT, an_alert
from tests.fakes import InMemorySpool
from tests.storage.test_contract_cases import NASTY
from tests.storage.test_store_sealed import MARKER


@pytest.fixture
def sealed(tmp_path: Path, keyring: Keyring) -> SealedSpool:
    return SealedSpool(tmp_path / "spool", keyring)


@pytest.fixture(params=["memory", "disk"])
def spool(request: pytest.FixtureRequest, sealed: SealedSpool) -> Spool:
    return InMemorySpool() if request.param == "memory" else sealed


def test_an_empty_spool_has_nothing_waiting(spool: Spool) -> None:
    assert list(spool.waiting()) == []
    assert list(spool.damaged()) == []
    spool.delivered("a1")


def test_an_alert_waits_as_it_was_until_it_is_delivered(spool: Spool) -> None:
    alert = an_alert(mailed_at=AT, notes=("not what I meant",))
    spool.append(alert)
    assert list(spool.waiting()) == [alert]
    spool.delivered(alert.id)
    assert list(spool.waiting()) == []


def test_alerts_wait_oldest_first(spool: Spool) -> None:
    spool.append(an_alert(id="a", raised_at=AT + timedelta(seconds=1)))
    spool.append(an_alert(id="b", raised_at=AT))
    assert [alert.id for alert in spool.waiting()] == ["b", "a"]


def test_the_same_alert_waits_once(spool: Spool) -> None:
    for _ in range(2):
        spool.append(an_alert())
    assert list(spool.waiting()) == [an_alert()]


def test_an_alert_that_is_held_does_not_wait_and_one_that_waits_is_not_held(spool: Spool) -> None:
    spool.hold(an_alert(id="a"))
    spool.append(an_alert(id="b"))
    assert ([alert.id for alert in spool.held()], [alert.id for alert in spool.waiting()]) == (["a"], ["b"])


def test_letting_go_forgets_what_was_held_and_not_what_was_raised(spool: Spool) -> None:
    spool.hold(an_alert())
    spool.append(an_alert())
    spool.let_go(an_alert().id)
    spool.let_go("another")
    assert (list(spool.held()), list(spool.waiting())) == ([], [an_alert()])


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
def test_whatever_was_written_waits(spool: Spool, words: str) -> None:
    spool.append(an_alert(words=words))
    assert [alert.words for alert in spool.waiting()] == [words]


@pytest.mark.parametrize("alert_id", ["../../outside", "..", "a/b", "with blank", "a.b", "ünïcode"])
def test_no_id_leads_out_of_the_folder(sealed: SealedSpool, alert_id: str) -> None:
    sealed.append(an_alert(id=alert_id))
    assert [alert.id for alert in sealed.waiting()] == [alert_id]
    assert len(list(sealed.folder.iterdir())) == 1
    sealed.delivered(alert_id)
    assert list(sealed.folder.iterdir()) == []


def test_an_alert_cannot_be_written_where_there_is_no_room(tmp_path: Path, keyring: Keyring) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(OSError):
        SealedSpool(tmp_path / "taken" / "spool", keyring).append(an_alert())


def test_a_disk_that_fails_on_sync_is_reported_and_leaves_nothing_half_written(
    sealed: SealedSpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    sealed.append(an_alert(id="before"))
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError):
        sealed.append(an_alert())
    assert [path.name for path in sealed.folder.iterdir()] == ["before.alert"]


def test_an_alert_is_on_the_disk_before_it_has_its_name_and_the_name_before_anybody_is_told(
    sealed: SealedSpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed.append(an_alert(id="before"))
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda descriptor: (steps.append(_kind_of(descriptor)), fsync(descriptor)))
    monkeypatch.setattr(os, "replace", lambda draft, path: (steps.append("named"), replace(draft, path)))
    sealed.append(an_alert())
    assert steps == ["file synced", "named", "folder synced"]


def test_the_words_are_nowhere_in_the_spool(sealed: SealedSpool) -> None:
    sealed.append(an_alert(words=MARKER, sign=MARKER, notes=(MARKER,)))
    assert [oct(path.stat().st_mode & 0o777) for path in sealed.folder.iterdir()] == ["0o600"]
    assert all(MARKER.encode() not in path.read_bytes() for path in sealed.folder.iterdir())


@pytest.mark.parametrize(
    "contents",
    [b"", b"\x01", b"\x01" + os.urandom(200), b"\x07unknown key"],
    ids=["empty", "cut off", "noise", "unknown key"],
)
def test_a_damaged_alert_is_set_aside_and_holds_up_no_other(
    sealed: SealedSpool, caplog: pytest.LogCaptureFixture, contents: bytes
) -> None:
    for alert_id in ("first", "second", "third"):
        sealed.append(an_alert(id=alert_id))
    (sealed.folder / "second.alert").write_bytes(contents)
    with caplog.at_level(logging.ERROR):
        assert [alert.id for alert in sealed.waiting()] == ["first", "third"]
    assert "second" in caplog.text
    assert list(sealed.damaged()) == ["second"]
    assert (sealed.folder / "second.damaged").read_bytes() == contents  # kept for whoever looks into it


def test_an_alert_renamed_to_another_does_not_open(sealed: SealedSpool) -> None:
    sealed.append(an_alert(id="one"))
    (sealed.folder / "one.alert").rename(sealed.folder / "two.alert")
    assert list(sealed.waiting()) == []
    assert list(sealed.damaged()) == ["two"]


def test_a_draft_left_by_a_crash_is_no_alert(sealed: SealedSpool) -> None:
    sealed.append(an_alert())
    (sealed.folder / ".draft-left").write_bytes(b"half")
    assert [alert.id for alert in sealed.waiting()] == ["a1"]
    assert list(sealed.damaged()) == []


def _append_and_die(folder: Path, key: bytes) -> None:
    SealedSpool(folder, Keyring({1: key}, 1)).append(an_alert())
    os.kill(os.getpid(), signal.SIGKILL)


def test_an_alert_outlives_a_process_that_was_killed_before_delivering_it(tmp_path: Path) -> None:
    key = os.urandom(32)
    process = multiprocessing.get_context("spawn").Process(target=_append_and_die, args=(tmp_path / "spool", key))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert list(SealedSpool(tmp_path / "spool", Keyring({1: key}, 1)).waiting()) == [an_alert()]


def _hold_and_die(folder: Path, key: bytes) -> None:
    SealedSpool(folder, Keyring({1: key}, 1)).hold(an_alert())
    os.kill(os.getpid(), signal.SIGKILL)


def test_an_alert_that_was_held_outlives_a_process_that_was_killed(tmp_path: Path) -> None:
    key = os.urandom(32)
    process = multiprocessing.get_context("spawn").Process(target=_hold_and_die, args=(tmp_path / "spool", key))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert list(SealedSpool(tmp_path / "spool", Keyring({1: key}, 1)).held()) == [an_alert()]


def test_many_may_write_deliver_and_look_at_once(sealed: SealedSpool) -> None:
    def write_and_deliver(number: int) -> None:
        sealed.append(an_alert(id=f"kept-{number}"))
        sealed.append(an_alert(id=f"gone-{number}"))
        sealed.waiting()
        sealed.delivered(f"gone-{number}")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write_and_deliver, range(40)))
    assert {alert.id for alert in sealed.waiting()} == {f"kept-{number}" for number in range(40)}
    assert list(sealed.damaged()) == []


def _kind_of(descriptor: int) -> str:
    return "folder synced" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file synced"
