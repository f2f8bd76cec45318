"""Reports: what a manager wrote for them, and what was issued. What each call promises stands in ports.Reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, insert, select

from bot.ports import Issued
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import report_issues, report_texts


@dataclass(frozen=True)
class SqlReports:
    """Texts and issues in SQL, each sealed in its row."""

    engine: Engine
    keyring: Keyring

    def texts(self, council: str, period: str) -> Mapping[str, str]:
        """What was written for a period, by box."""
        of_it = (report_texts.c.council == council) & (report_texts.c.period == period)
        with reading(self.engine) as connection:
            rows = connection.execute(select(report_texts).where(of_it)).mappings().all()
        return {
            row["box"]: self.keyring.open_json(row["sealed"], _text_bound(council, period, row["box"])) for row in rows
        }

    def write(self, council: str, period: str, box: str, text: str, who: str, at: datetime) -> None:
        """Keep a text in the place of the one that was there."""
        key = {"council": council, "period": period, "box": box}
        sealed = self.keyring.seal_json(text, _text_bound(council, period, box))
        there = [report_texts.c[name] == value for name, value in key.items()]
        with writing(self.engine) as connection:
            connection.execute(delete(report_texts).where(*there))
            connection.execute(insert(report_texts).values(**key, at=at, who=who, sealed=sealed))

    def issue(self, council: str, period: str, figures: Mapping[str, float], who: str, at: datetime) -> None:
        """Keep what was issued; earlier issues stay."""
        sealed = self.keyring.seal_json(dict(figures), _issue_bound(council, period, at))
        values = {"council": council, "period": period, "at": at, "who": who, "sealed": sealed}
        with writing(self.engine) as connection:
            connection.execute(insert(report_issues).values(**values))

    def issued(self, council: str, period: str) -> Issued | None:
        """The newest issue of a period."""
        of_it = (report_issues.c.council == council) & (report_issues.c.period == period)
        newest = select(report_issues).where(of_it).order_by(report_issues.c.number.desc()).limit(1)
        with reading(self.engine) as connection:
            row = connection.execute(newest).mappings().first()
        if row is None:
            return None
        return Issued(
            row["at"], row["who"], self.keyring.open_json(row["sealed"], _issue_bound(council, period, row["at"]))
        )


def _text_bound(council: str, period: str, box: str) -> str:
    return bound_to_row(report_texts.name, "\0".join((council, period, box)))


def _issue_bound(council: str, period: str, at: datetime) -> str:
    return bound_to_row(report_issues.name, "\0".join((council, period, at.isoformat())))
