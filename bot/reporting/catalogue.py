"""The catalogue: every table that a council's profile may choose, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bot.reporting.books import Books
from bot.reporting.shapes import What, by_kind, over_periods, shares
from bot.reporting.table import Table

Maker = Callable[[Books], Table]

CATALOGUE: Mapping[str, Maker] = {
    "activity_by_service": partial(by_kind, what=What("activity_by_service", "What came, by service"), rows="service"),
    "stage_1_by_service": partial(
        over_periods,
        what=What("stage_1_by_service", "Stage 1 complaints received, by service", {"kind": "stage_1"}, chart="bars"),
        rows="service",
        periods=3,
    ),
    "stage_1_nature": partial(
        shares,
        what=What("stage_1_nature", "Nature of stage 1 complaints", {"kind": "stage_1"}, chart="bars"),
        rows="nature",
    ),
}
