"""The pictures of docs/console.md: which page of the console each shows, who looks at it, and in which office.

Every page that is opened with GET is here, or stands below with the reason why it is not.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image

from bot.settings import ROOT
from tests.office import CONVERSATION

FOLDER = ROOT / "docs" / "pictures" / "console"
LARGEST = 60_000  # bytes
WIDTH, HIGHEST = 1000, 1150  # pixels; of a longer page its top is shown
_COLOURS = 96  # a page of text has few
CASE = "/cases/CF-0B1C-2D"
LETTER, CALL = "LETTER", "CALL"  # stand for the ids of the only letter, and of a call that begins


@dataclass(frozen=True)
class Picture:
    """One picture: its name, where the page is, and what its heading says, so that it shows what it is said to."""

    name: str
    address: str
    heading: str
    who: str = "manager"  # or nobody, halfway (with a passphrase alone), new (without a second factor)
    office: str = "morning"  # or year (with cases behind it), empty (before the first account)


# The route of each page -> its picture.
PICTURED: Mapping[str, Picture] = {
    "/first": Picture("first", "/first", "Open the first account", who="nobody", office="empty"),
    "/sign-in": Picture("sign-in", "/sign-in", "Sign in", who="nobody"),
    "/code": Picture("code", "/code", "Use a one-time code", who="nobody"),
    "/enrol": Picture("enrol", "/enrol", "Set up the second step", who="new"),
    "/second": Picture("second", "/second", "Second step", who="halfway"),
    "/duty": Picture("duty", "/duty", "Open an alert", who="nobody"),
    "/account": Picture("account", "/account", "Your account"),
    "/account/notices": Picture("notices", "/account/notices", "Your notices"),
    "/answers": Picture("answers", "/answers", "Kept answers"),
    "/": Picture("queue", "/", "Queue"),
    "/alerts/{alert}": Picture("alert", "/alerts/a1", "Alert: emergency"),
    "/conversations/{conversation}": Picture("conversation", f"/conversations/{CONVERSATION}", "Conversation"),
    "/cases/{reference}": Picture("case", CASE, "Case CF-0B1C-2D"),
    "/cases/{reference}/acts/{act}": Picture("act", f"{CASE}/acts/answer_stage_1", "Answer stage 1"),
    "/cases/{reference}/people": Picture("people", f"{CASE}/people", "Who has case CF-0B1C-2D"),
    "/cases/{reference}/secret": Picture("secret", f"{CASE}/secret", "A new secret"),
    "/cases/{reference}/letters": Picture("letters", f"{CASE}/letters", "Letters of case CF-0B1C-2D"),
    "/cases/{reference}/letters/{letter}": Picture("letter", f"{CASE}/letters/{LETTER}", "Answer of stage 1"),
    "/cases/{reference}/reports": Picture("papers", f"{CASE}/reports", "Reports of stage 2"),
    "/cases/{reference}/access": Picture("access", f"{CASE}/access", "Access request"),
    "/pool": Picture("pool", "/pool", "Pool of investigators and independent persons"),
    "/telephone": Picture("telephone", "/telephone", "Take a concern by telephone"),
    "/telephone/{call}": Picture("telephone-question", f"/telephone/{CALL}", "Please tell me what happened"),
    "/tasks/{task}": Picture("task", "/tasks/arrange", "Arrange an advocate"),
    "/glance": Picture("glance", "/glance?period=2025", "At a glance", office="year"),
    "/reports": Picture("reports", "/reports", "Reports", office="year"),
    "/reports/{period}": Picture("report", "/reports/2025", "annual report 2025/26", office="year"),
    "/officers": Picture("officers", "/officers", "Officers"),
    "/audit": Picture("audit", "/audit?about=CF-0B1C-2D", "Audit"),
    "/exports": Picture("exports", "/exports", "Exports"),
}
_PART = "it is a part of a page that keeps itself up to date"
_FILE = "it is a file"
NOT_PICTURED: Mapping[str, str] = {
    "/sso": "it leads to the council's own sign-on",
    "/sso/return": "it leads back from the council's own sign-on",
    "/live/queue": _PART,
    "/live/queue/events": "it tells a page that something has changed",
    "/live/conversations/{conversation}": _PART,
    "/live/conversations/{conversation}/state": _PART,
    "/live/reports/{period}": _PART,
    "/cases/{reference}/letters/{letter}/letter.docx": _FILE,
    "/cases/{reference}/reports/{paper}": _FILE,
    "/glance/{figure}/csv": _FILE,
    "/glance/{figure}/chart": "it is a picture on the page at a glance",
    "/reports/{period}/{copy}/{form}": _FILE,
    "/reports/{period}/{copy}/charts/{table}": "it is a picture on the page of a report",
    "/healthz": "machines read it",
    "/metrics": "machines read it",
    "/static/{name}": _FILE,
}


def small(shot: bytes) -> bytes:
    """A screenshot with as few colours as a page has: a third of its size."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(shot)) as picture:
        flat = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        flat.save(made, "PNG", optimize=True)
    return made.getvalue()
