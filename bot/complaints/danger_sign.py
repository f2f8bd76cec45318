"""One danger sign: a row of the table in danger_table.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """A named sign and its phrases, one a line.

    `phrases` are sure: they raise an alert at once. `doubtful` ones are said in danger and out of it: while Rasa
    answers they raise one when the classifier agrees, and without it they raise one by themselves.
    """

    name: str
    risk: str  # emergency | at_risk
    harm: bool  # does it tell of harm to somebody by somebody?
    phrases: str
    now: bool = True  # does "now" or "tonight" beside it make it an emergency?
    doubtful: str = ""
    plain: bool = False  # looked for before harmless uses are taken out, because no harmless use says this
