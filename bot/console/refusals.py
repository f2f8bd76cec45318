"""Refusals: why the console did not do what was asked. Their sentences are in templates/error.html."""

from __future__ import annotations

STATUSES = {
    "bad_request": 400,
    "not_signed_in": 401,
    "not_proved": 401,
    "from_elsewhere": 403,
    "forged": 403,
    "not_there": 404,
    "wrong_way": 405,
    "too_large": 413,
    "too_many": 429,
    "failed": 500,
    "unavailable": 503,
}


class Refused(Exception):
    """The request was not carried out; `code` is one of STATUSES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def status(self) -> int:
        """The HTTP status that says so."""
        return STATUSES[self.code]


def refusal_of(status: int) -> Refused:
    """The refusal for an error that aiohttp raised by itself."""
    known = {status: code for code, status in reversed(STATUSES.items())}
    return Refused(known.get(status, "bad_request" if status < 500 else "failed"))
