"""What must be kept at the end of the week, written by hand with a calendar, and never worked out by the service.

The lengths are those of the law and of the councils' own procedures. A working day is no Saturday, Sunday, Christmas
Day, Boxing Day, Good Friday (3 April 2026) or bank holiday: 1 January, 6 April, 4 and 25 May 2026 (SI 2006/1738 reg 2).
The day on which a clock starts does not count.
"""

from __future__ import annotations

# Each clock: the first limit, and the outer one (the same where there is none).
# name of the case -> name of the clock -> dates; the four councils alike.
_STAGE_1_FROM_30_MARCH = {"statutory_stage_1": ("2026-04-15", "2026-04-29")}  # 10 and 20 working days (reg 14)
_FROM_2_FEBRUARY = {
    "statutory_stage_1": ("2026-02-16", "2026-03-02"),
    "ask_stage_2": ("2026-03-13", "2026-03-13"),  # 20 from the answer on 13 February
}
STATUTORY: dict[str, dict[str, tuple[str, str]]] = {
    "new": _STAGE_1_FROM_30_MARCH,
    "extended": {"statutory_stage_1": ("2026-03-31", "2026-04-16")},  # received on 17 March
    "answered": {
        "statutory_stage_1": ("2026-04-01", "2026-04-17"),  # received on 18 March
        "ask_stage_2": ("2026-05-01", "2026-05-01"),  # answered on 1 April
    },
    "investigated": {
        **_FROM_2_FEBRUARY,
        "appoint_stage_2": ("2026-03-09", "2026-03-09"),  # 5 from the request on 2 March
        "agree_statement": ("2026-03-16", "2026-03-16"),  # 10 from it
        "statutory_stage_2_from_request": ("2026-04-08", "2026-06-05"),  # 25 and 65 from it
        "statutory_stage_2": ("2026-04-20", "2026-06-17"),  # 25 and 65 from the statement on 12 March (reg 17)
    },
    "adjudicated": {
        **_FROM_2_FEBRUARY,
        "appoint_stage_2": ("2026-02-23", "2026-02-23"),  # the request came on 16 February
        "agree_statement": ("2026-03-02", "2026-03-02"),
        "statutory_stage_2_from_request": ("2026-03-23", "2026-05-21"),
        "statutory_stage_2": ("2026-04-02", "2026-06-03"),  # the statement was agreed on 26 February
        "ask_stage_3": ("2026-05-05", "2026-05-05"),  # 20 from the adjudication on 2 April
    },
    "panel": {
        "statutory_stage_1": ("2025-11-17", "2025-12-01"),  # received on 3 November
        "ask_stage_2": ("2025-12-12", "2025-12-12"),
        "appoint_stage_2": ("2025-12-01", "2025-12-01"),  # the request came on 24 November
        "agree_statement": ("2025-12-08", "2025-12-08"),
        "statutory_stage_2_from_request": ("2025-12-31", "2026-02-26"),
        "statutory_stage_2": ("2026-01-15", "2026-03-12"),  # the statement was agreed on 8 December
        "ask_stage_3": ("2026-02-12", "2026-02-12"),  # adjudicated on 15 January
        "panel_meets": ("2026-03-26", "2026-03-26"),  # 30 from the request on 12 February (reg 19)
        "panel_reports": ("2026-04-02", "2026-04-02"),  # 5 from the meeting on 26 March (reg 20)
        "authority_responds": ("2026-04-23", "2026-04-23"),  # 15 from the report on 31 March (reg 20)
    },
}
_ACKNOWLEDGE_18_MARCH = {"corporate_acknowledge": ("2026-03-25", "2026-03-25")}  # 5
_ACKNOWLEDGE_30_MARCH = {"corporate_acknowledge": ("2026-04-08", "2026-04-08")}
# Received on 18 March, acknowledged on the 20th, under what each council printed before 1 April.
CORPORATE: dict[str, dict[str, tuple[str, str]]] = {
    "harrow": {**_ACKNOWLEDGE_18_MARCH, "corporate_stage_1": ("2026-04-01", "2026-04-17")},  # 10 and 20 from receipt
    "staffordshire": {"corporate_acknowledge": ("2026-04-08", "2026-04-08"),  # again, for stage 2 asked on 30 March
                      "corporate_stage_1": ("2026-04-17", "2026-04-17")},  # 20 from receipt, and no extension
    "council_d": {"corporate_acknowledge": ("2026-04-10", "2026-04-10"),  # again, for stage 2 asked on 1 April
                  "corporate_stage_1": ("2026-04-07", "2026-04-21"),  # 10 and 20 from the acknowledgement
                  "corporate_stage_2": ("2026-05-06", "2026-06-04")},  # 20 and 40 from 7 April
    "westminster": {**_ACKNOWLEDGE_18_MARCH, "corporate_stage_1": ("2026-04-01", "2026-04-01")},  # 10, no extension
}  # fmt: skip
# Received on 1 April and acknowledged on the 7th: from then on the four are alike.
CORPORATE_NEW = {
    "corporate_acknowledge": ("2026-04-10", "2026-04-10"),
    "corporate_stage_1": ("2026-04-21", "2026-05-06"),
}
OTHER: dict[str, dict[str, tuple[str, str]]] = {
    "harrow": {},  # nothing is due for a compliment
    "staffordshire": _ACKNOWLEDGE_30_MARCH,
    "council_d": _ACKNOWLEDGE_30_MARCH,
    "westminster": _STAGE_1_FROM_30_MARCH,  # a member's enquiry, on the stricter assumption
}
AGREED = {"extended": "2026-04-14", "investigated": "2026-05-29"}  # the days that the managers gave them

# council -> name of the case -> pathway, stage, why it ended, and what was found at each stage.
_ALIKE = {
    "new": ("statutory", "stage_1", None, ""),
    "extended": ("statutory", "stage_1", None, ""),
    "investigated": ("statutory", "stage_2", None, "not_upheld"),
    "adjudicated": ("statutory", "stage_2_answered", None, "not_upheld upheld"),
    "panel": ("statutory", "stage_3", None, "not_upheld partially_upheld upheld"),
    "corporate new": ("corporate", "stage_1", None, ""),
}
STANDS: dict[str, dict[str, tuple[str, str, str | None, str]]] = {
    "harrow": {
        **_ALIKE,
        "answered": ("statutory", "stage_1_answered", None, "upheld"),
        "corporate": ("corporate", "stage_1_answered", None, "partially_upheld"),
        "other": ("compliment", "closed", "passed_on", ""),
        "last": ("statutory", "stage_1", None, ""),
    },
    "staffordshire": {
        **_ALIKE,
        "answered": ("statutory", "stage_1_answered", None, "not_upheld"),
        "corporate": ("corporate", "stage_2_answered", None, "not_upheld"),
        "other": ("service_request", "closed", "answered", ""),
        "last": ("statutory", "closed", "withdrawn", ""),
    },
    "council_d": {
        **_ALIKE,
        "answered": ("statutory", "stage_1_answered", None, "partially_upheld"),
        "corporate": ("corporate", "stage_2", None, "upheld"),
        "other": ("information_request", "closed", "answered", ""),
        "last": ("statutory", "stage_1", None, ""),
    },
    "westminster": {
        **_ALIKE,
        "panel": ("statutory", "stage_3_answered", None, "not_upheld partially_upheld upheld"),
        "answered": ("statutory", "stage_1_answered", None, "no_finding"),
        "corporate": ("corporate", "stage_1", None, ""),
        "other": ("member_enquiry", "awaiting_officer", None, ""),
        "last": ("statutory", "closed", "refused", ""),
    },
}


def dates(council: str, name: str) -> dict[str, tuple[str, str]]:
    """Every clock of a case with its two limits; of two clocks with one name, the later."""
    own = {"corporate": CORPORATE[council], "corporate new": CORPORATE_NEW, "other": OTHER[council]}
    return own.get(name) or STATUTORY.get(name, {} if name == "other" else _STAGE_1_FROM_30_MARCH)
