"""Refusals: every "no" that this door says, with its status and the name of its sentence in domain.yml."""

from __future__ import annotations

from http import HTTPStatus

# code -> (HTTP status, response in domain.yml)
REFUSALS = {
    "too_large": (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "utter_door_too_long"),
    "too_long": (HTTPStatus.UNPROCESSABLE_ENTITY, "utter_door_too_long"),
    "empty": (HTTPStatus.UNPROCESSABLE_ENTITY, "utter_door_empty"),
    "not_on_offer": (HTTPStatus.UNPROCESSABLE_ENTITY, "utter_door_not_on_offer"),
    "bad_id": (HTTPStatus.UNPROCESSABLE_ENTITY, "utter_door_not_understood"),
    "not_understood": (HTTPStatus.BAD_REQUEST, "utter_door_not_understood"),
    "no_conversation": (HTTPStatus.UNAUTHORIZED, "utter_door_no_conversation"),
    "hidden": (HTTPStatus.LOCKED, "utter_door_hidden"),
    "wrong_word": (HTTPStatus.FORBIDDEN, "utter_door_wrong_word"),
    "short_word": (HTTPStatus.UNPROCESSABLE_ENTITY, "utter_door_short_word"),
    "from_elsewhere": (HTTPStatus.FORBIDDEN, "utter_door_from_elsewhere"),
    "not_found": (HTTPStatus.NOT_FOUND, "utter_door_not_found"),
    "not_allowed": (HTTPStatus.METHOD_NOT_ALLOWED, "utter_door_not_found"),
    "too_many": (HTTPStatus.TOO_MANY_REQUESTS, "utter_door_too_many"),
    "no_pdf": (HTTPStatus.SERVICE_UNAVAILABLE, "utter_door_no_pdf"),
    "unavailable": (HTTPStatus.SERVICE_UNAVAILABLE, "utter_door_unavailable"),
}


class Refused(Exception):
    """The door says no. `code` is one of REFUSALS; it never carries anything that somebody wrote."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.status, self.sentence = REFUSALS[code]


def refusal_of(status: int) -> Refused:
    """The refusal for a status that the HTTP server itself came to."""
    by_status = {int(kept): code for code, (kept, _) in reversed(REFUSALS.items())}
    by_status |= {400: "not_understood", 404: "not_found", 413: "too_large", 503: "unavailable"}
    return Refused(by_status.get(status, "not_understood" if status < 500 else "unavailable"))
