"""What ports.Reports promises, on every store that keeps it."""

from __future__ import annotations

from datetime import timedelta

from tests.builders import AT
from tests.storage.conftest import Kept


def test_a_text_is_kept_in_its_box_until_another_takes_its_place(kept: Kept) -> None:
    kept.reports.write("harrow", "2020", "summary", "A first draft.", "o1", AT)
    kept.reports.write("harrow", "2020", "learning", "We learnt.", "o1", AT)
    kept.reports.write("harrow", "2020", "summary", "A better draft.", "o2", AT)
    assert dict(kept.reports.texts("harrow", "2020")) == {"summary": "A better draft.", "learning": "We learnt."}


def test_each_period_and_council_has_texts_of_its_own(kept: Kept) -> None:
    kept.reports.write("harrow", "2020", "summary", "Of 2020/21.", "o1", AT)
    assert dict(kept.reports.texts("harrow", "2019")) == {}
    assert dict(kept.reports.texts("westminster", "2020")) == {}


def test_what_was_issued_last_counts(kept: Kept) -> None:
    assert kept.reports.issued("harrow", "2020") is None
    kept.reports.issue("harrow", "2020", {"kind=stage_1": 10}, "o1", AT)
    kept.reports.issue("harrow", "2020", {"kind=stage_1": 11}, "o2", AT + timedelta(days=1))
    issued = kept.reports.issued("harrow", "2020")
    assert issued is not None
    assert (issued.who, issued.at, dict(issued.figures)) == ("o2", AT + timedelta(days=1), {"kind=stage_1": 11})
    assert kept.reports.issued("harrow", "2019") is None
