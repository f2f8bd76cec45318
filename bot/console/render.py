"""Rendering: the templates, and how moments, days and values are written in them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from multidict import MultiMapping

from bot.complaints import written as books
from bot.complaints.plain import day, headed, plainly
from bot.complaints.profile import Profile
from bot.console.act_labels import act_label
from bot.fact_words import in_words
from bot.kept_from import child_is_against, is_kept_from_somebody
from bot.reports.page import TEMPLATES as REPORT_TEMPLATES
from bot.words import Words

HERE = Path(__file__).parent
STATIC = {
    "app.css": "text/css",
    "live.js": "text/javascript",
    "queue.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


class Renderer:
    """Fills in templates. What a page shows of people's words is always escaped."""

    def __init__(self, words: Words, profile: Profile, *, demonstration: bool) -> None:
        self._words = words
        self._zone = profile.timezone
        self._environment = Environment(
            loader=FileSystemLoader([HERE / "templates", REPORT_TEMPLATES]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "moment": self.moment,
            "day": day,
            "clock": self.clock,
            "told": self.told,
            "lasting": lasting,
            "plainly": plainly,
            "headed": headed,
            "act_label": act_label,
            "written": written,
            "several": several,
        }
        self._environment.tests |= {"child_against": child_is_against, "kept_from_somebody": is_kept_from_somebody}
        self._environment.globals |= {
            "council": profile.name,
            "demonstration": demonstration,
            "static": {name: f"/static/{name}?v={self.versions[name]}" for name in STATIC},
        }

    def page(self, template: str, values: Mapping[str, Any]) -> str:
        """The template with its values; raises jinja2's UndefinedError for one that is missing."""
        text = self._environment.get_template(template).render(values)
        # Half of an emoji, which some telephones send, has no bytes: it is shown as a mark that something stood there.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The static files by name."""
        return {name: (HERE / "static" / name).read_bytes() for name in STATIC}

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """A mark of each static file, so that browsers keep it until it changes."""
        return {name: hashlib.sha256(content).hexdigest()[:12] for name, content in self.files.items()}

    def moment(self, at: datetime) -> str:
        """A moment where the council is: Monday 2 March 2026, 10:30."""
        return f"{day(at.astimezone(self._zone))}, {self.clock(at)}"

    def clock(self, at: datetime) -> str:
        """The time of day where the council is."""
        return at.astimezone(self._zone).strftime("%H:%M")

    def told(self, value: Any, fact: str) -> str:
        """A fact's value in words."""
        return in_words(self._words, value, fact)


def lasting(since: timedelta) -> str:
    """How long something has lasted: 12 minutes, 3 hours, 2 days."""
    minutes = max(0, int(since.total_seconds() // 60))
    for unit, length in (("day", 24 * 60), ("hour", 60)):
        if minutes >= length:
            count = minutes // length
            return f"{count} {unit}{'s' if count != 1 else ''}"
    return f"{minutes} minute{'s' if minutes != 1 else ''}"


def written(value: Any, name: str) -> str:
    """What stands in a record, as a person would write it; an act as officers call it."""
    return act_label(value) if name == "act" else books.written(value, name)


def several(given: Mapping[str, str], name: str) -> list[str]:
    """The answers that were given to one field: each apart in a form, one a line where they are kept."""
    if isinstance(given, MultiMapping):
        return list(given.getall(name, []))
    return given.get(name, "").split("\n")
