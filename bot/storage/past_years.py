"""Past years in SQL: many cases at once, and totals of years without cases. Promised in ports.PastYears."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, RowMapping, Table, insert, select
from sqlalchemy.exc import IntegrityError

from bot.complaints.case import Case
from bot.ports import PastTotal, ReferenceTaken
from bot.storage.blind_index import BlindIndex
from bot.storage.case_rows import Values, case_values, history_values, person_values, point_values
from bot.storage.cases import mark_values
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring
from bot.storage.tables import case_marks, history, past_totals, people, points
from bot.storage.tables import cases as case_table

AT_ONCE = 500  # rows of a statement


@dataclass(frozen=True)
class SqlPastYears:
    """Past years in SQL."""

    engine: Engine
    keyring: Keyring
    index: BlindIndex

    def keep(self, cases: Sequence[Case], totals: Sequence[PastTotal]) -> None:
        """Keep all of it or nothing."""
        try:
            with writing(self.engine) as connection:
                for at in range(0, len(cases), AT_ONCE):
                    for table, rows in self._rows(cases[at : at + AT_ONCE]):
                        if rows:
                            connection.execute(insert(table), rows)
                if totals:
                    connection.execute(insert(past_totals), [_total_values(total) for total in totals])
        except IntegrityError as error:
            raise ReferenceTaken("one of them was kept meanwhile") from error

    def totals(self, council: str) -> Sequence[PastTotal]:
        """The oldest year first."""
        wanted = select(past_totals).where(past_totals.c.council == council)
        with reading(self.engine) as connection:
            rows = connection.execute(wanted.order_by(past_totals.c.year, past_totals.c.counted)).mappings().all()
        return [_total(row) for row in rows]

    def _rows(self, some: Sequence[Case]) -> list[tuple[Table, list[Values]]]:
        keyring = self.keyring
        return [
            (case_table, [{**case_values(case, keyring), "submission_key": submission_key(case)} for case in some]),
            (case_marks, [row for case in some for row in mark_values(case, self.index)]),
            (people, [person_values(case, keyring) for case in some]),
            (points, [row for case in some for row in point_values(case, keyring)]),
            (history, [row for case in some for row in history_values(case, keyring)]),
        ]


def submission_key(case: Case) -> str:
    """Nobody submitted it; its own reference stands for the message by which it would have come."""
    return f"{case.channel}:{case.council}:{case.reference}"


def _total_values(total: PastTotal) -> Values:
    return {
        "council": total.council,
        "year": total.year,
        "counted": json.dumps(dict(total.where), sort_keys=True),
        "number": total.number,
        "pence": total.pence,
        "source": total.source,
    }


def _total(row: RowMapping) -> PastTotal:
    where = json.loads(row["counted"])
    return PastTotal(row["council"], row["year"], where, row["number"], row["pence"], row["source"])
