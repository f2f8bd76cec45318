"""Older cases get what lists go by and what they are found by: at the first start after an update, and on request.

Some dozens of cases at a time, so that nobody waits long for the store; what was done stays done when it is ended half
way, and processes that start together do each other's work at worst.
"""

from __future__ import annotations

import logging

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.case_rows import LISTING, case_values
from bot.storage.cases import SqlCases, mark_values
from bot.storage.engine import reading, writing
from bot.storage.sealing import Unreadable
from bot.storage.tables import case_marks, cases

log = logging.getLogger(__name__)

AT_ONCE = 50
FILLED = ("team", "paused_until", "listing")


def bring_up_to_date(store: SqlCases) -> int:
    """Fill in what cases lack of it; returns how many it were. One that does not open is logged and passed over."""
    done, last = 0, ""
    while some := _behind(store, last):
        with writing(store.engine) as connection:
            done += sum(_fill(store, connection, reference) for reference in some)
        last = some[-1]
    return done


def anew(store: SqlCases) -> int:
    """Make all of it again, with the index's key of now; returns for how many cases."""
    with writing(store.engine) as connection:
        connection.execute(update(cases).values(listing=0))
    return bring_up_to_date(store)


def _behind(store: SqlCases, after: str) -> list[str]:
    wanted = select(cases.c.reference).where(cases.c.listing < LISTING, cases.c.reference > after)
    with reading(store.engine) as connection:
        return list(connection.scalars(wanted.order_by(cases.c.reference).limit(AT_ONCE)))


def _fill(store: SqlCases, connection: Connection, reference: str) -> bool:
    """Read and write in one transaction, so that nobody changes the case in between."""
    try:
        case = store.in_transaction(connection, reference)
    except Unreadable:
        log.error("case %s does not open: lists go on without its team, and it is not found by a name", reference)
        return False
    values = {name: value for name, value in case_values(case, store.keyring).items() if name in FILLED}
    connection.execute(update(cases).where(cases.c.reference == reference).values(values))
    connection.execute(delete(case_marks).where(case_marks.c.case == reference))
    if marks := mark_values(case, store.index):
        connection.execute(insert(case_marks), marks)
    return True
