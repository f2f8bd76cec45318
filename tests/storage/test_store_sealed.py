"""Sealed: somebody who has the database but not the key reads no words, and cannot move them either."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.complaints.case import Event
from bot.ports import Held
from bot.rasa.rows import EVENTS
from bot.settings import Settings
from bot.storage.engine import reading
from bot.storage.sealing import Keyring, Unreadable, bound_to_row
from bot.storage.store import Store, open_store
from bot.storage.tables import cases, metadata
from tests.builders import AT, CONVERSATION, a_case, a_point, a_session, a_task, an_alert, an_officer
from tests.complaints.life import Life
from tests.storage.conftest import rasa_says, settings_of

MARKER = "Zebrafinkenweg"  # a word that stands nowhere by chance


def test_words_and_names_are_nowhere_in_the_file(tmp_path: Path, keyring: Keyring) -> None:
    store = open_store(Settings(data_dir=tmp_path), keyring)
    _fill_with_marker(store, keyring)
    with reading(store.engine):  # a reader keeps the WAL from being taken away
        assert _files_with(MARKER, tmp_path) == []
        assert "CF-0B1C-2D" in _text_of(tmp_path)  # the reference is in clear, so the search does find what is there
    store.engine.dispose()
    assert _files_with(MARKER, tmp_path) == []


def test_words_and_names_are_in_no_column_of_postgresql(postgresql: sa.Engine, keyring: Keyring) -> None:
    store = open_store(settings_of(postgresql), keyring)
    _fill_with_marker(store, keyring)
    with reading(store.engine) as connection:
        for table in [*metadata.sorted_tables, EVENTS]:
            for row in connection.execute(sa.select(table)):
                assert MARKER.encode() not in b"".join(_raw(value) for value in row)
    store.engine.dispose()


def test_a_case_that_was_kept_before_cases_had_a_course_comes_back_with_its_one_clock(
    store: Store, keyring: Keyring
) -> None:
    case = store.cases.add(a_case(), "key", ())
    bound = bound_to_row("cases", case.reference)
    with store.engine.begin() as connection:
        told = keyring.open_json(connection.scalar(sa.select(cases.c.sealed)), bound)
        del told["course"]
        connection.execute(sa.update(cases).values(sealed=keyring.seal_json(told, bound)))
    assert case == store.cases.get(case.reference)


def test_what_was_done_and_found_is_sealed(store: Store) -> None:
    life = Life().confirmed().do("answer_stage_1", answered_by=MARKER).do("recommend", text=MARKER)
    store.cases.add(life.case, "key", ())
    with store.engine.begin() as connection:
        row = connection.execute(sa.select(cases)).one()
    assert MARKER.encode() not in b"".join(_raw(value) for value in row)
    assert MARKER == life.case.records[0].details["answered_by"]


def test_what_a_manager_wrote_and_what_was_issued_is_sealed(store: Store) -> None:
    store.reports.write("harrow", "2020", "summary", MARKER, "o1", AT)
    store.reports.issue("harrow", "2020", {f"kind={MARKER}": 3}, "o1", AT)
    with reading(store.engine) as connection:
        for table in (metadata.tables["report_texts"], metadata.tables["report_issues"]):
            (row,) = connection.execute(sa.select(table)).all()
            assert MARKER.encode() not in b"".join(_raw(value) for value in row)


def test_parameters_are_in_no_error(store: Store) -> None:
    store.officers.open_session(a_session(token_mark=MARKER))
    with pytest.raises(sa.exc.IntegrityError) as caught:
        store.officers.open_session(a_session(token_mark=MARKER))
    assert MARKER not in str(caught.value).split("DETAIL")[0]


@pytest.mark.parametrize(
    ("table", "key"),
    [("cases", "reference"), ("people", "case"), ("points", "case"), ("history", "case"), ("alerts", "id"),
     ("tasks", "id"), ("officers", "id"), ("sessions", "token_mark")],
)  # fmt: skip
def test_words_moved_to_another_row_do_not_open(store: Store, table: str, key: str) -> None:
    for number in ("1", "2"):
        store.cases.add(a_case(reference=number), number, [a_task(id=number)])
        store.work.add_alert(an_alert(id=number))
        store.officers.add(an_officer(id=number, email=f"{number}@council.example"))
        store.officers.open_session(a_session(token_mark=number))
    columns = metadata.tables[table].c
    other = sa.select(columns.sealed).where(columns[key] == "2").scalar_subquery()
    with store.engine.begin() as connection:
        connection.execute(sa.update(metadata.tables[table]).where(columns[key] == "1").values(sealed=other))
    with pytest.raises(Unreadable):
        store.cases.all(), store.work.alerts(), store.work.tasks(), store.officers.all(), store.officers.session("1")


def test_words_moved_between_two_points_of_a_case_do_not_open(store: Store) -> None:
    store.cases.add(a_case(points=(a_point(), a_point(text="Second"))), "key", ())
    points = metadata.tables["points"].c
    second = sa.select(points.sealed).where(points.number == 1).scalar_subquery()
    with store.engine.begin() as connection:
        connection.execute(sa.update(metadata.tables["points"]).where(points.number == 0).values(sealed=second))
    with pytest.raises(Unreadable):
        store.cases.get("CF-0B1C-2D")


def test_a_damaged_event_keeps_its_place_and_hides_no_other(
    store: Store, keyring: Keyring, caplog: pytest.LogCaptureFixture
) -> None:
    say = rasa_says(store.engine, keyring)
    first, second = (say(CONVERSATION, "user", {"text": words}) for words in ("one", "two"))
    with store.engine.begin() as connection:
        connection.execute(sa.update(EVENTS).where(EVENTS.c.id == first).values(data=b"\x01damaged"))
    with caplog.at_level(logging.ERROR):
        rows = store.transcripts.rows(CONVERSATION)
    assert [(row.seq, dict(row.data)) for row in rows] == [
        (first, {"text": None, "unreadable": True}),
        (second, {"text": "two"}),
    ]
    assert str(first) in caplog.text and CONVERSATION in caplog.text


def _fill_with_marker(store: Store, keyring: Keyring) -> None:
    case = a_case(
        facts={"name": MARKER, "child_name": MARKER, "email": f"{MARKER}@x.example", "team_or_worker": MARKER},
        points=(a_point(text=MARKER, wanted_outcome=MARKER),),
        history=(Event(AT, "person", MARKER, {"words": MARKER}),),
    )
    kept = store.cases.add(case, "key", [a_task(note=MARKER)])
    store.cases.save(kept.noting(Event(AT, "o1", "replied", {"words": MARKER})))
    store.work.add_alert(an_alert(words=MARKER, sign=MARKER, message_id=MARKER))
    store.work.save_alert(an_alert(words=MARKER, sign=MARKER, message_id=MARKER, notes=(MARKER,)))
    store.officers.add(an_officer(name=MARKER, email=f"{MARKER}@x.example", totp_secret=MARKER))
    store.officers.open_session(a_session(csrf=MARKER))
    rasa_says(store.engine, keyring)(CONVERSATION, "user", {"text": MARKER})
    store.transcripts.hold(Held(CONVERSATION, "m1", AT, MARKER, MARKER, MARKER, MARKER))


def _files_with(words: str, folder: Path) -> list[str]:
    every = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in every if words.lower().encode() in path.read_bytes().lower()]


def _text_of(folder: Path) -> str:
    return "".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file())


def _raw(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else json.dumps(value, default=str).encode()
