"""The reports of stage 2 in SQL. What each method promises stands in case_reports.Papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, insert, select

from bot.case_reports import Paper
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import papers


@dataclass(frozen=True)
class SqlPapers:
    """The reports; each is sealed whole."""

    engine: Engine
    keyring: Keyring

    def keep(self, paper: Paper, content: bytes) -> None:
        """Keep a new report."""
        clear = {column.name: getattr(paper, column.name) for column in papers.c if column.name != "sealed"}
        sealed = self.keyring.seal(content, bound_to_row("papers", paper.id))
        with writing(self.engine) as connection:
            connection.execute(insert(papers).values(**clear, sealed=sealed))

    def of_case(self, reference: str) -> Sequence[Paper]:
        """The reports of a case, oldest first, without what stands in them."""
        wanted = [column for column in papers.c if column.name != "sealed"]
        order = (papers.c.at, papers.c.id)
        with reading(self.engine) as connection:
            rows = connection.execute(select(*wanted).where(papers.c.case == reference).order_by(*order)).mappings()
            return [Paper(**row) for row in rows]

    def content(self, paper_id: str) -> bytes | None:
        """What stands in a report, or None."""
        with reading(self.engine) as connection:
            sealed = connection.scalar(select(papers.c.sealed).where(papers.c.id == paper_id))
        return self.keyring.open(sealed, bound_to_row("papers", paper_id)) if sealed is not None else None
