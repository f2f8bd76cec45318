"""Reading a profile: every fault is found at once, each with its file, key and value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from bot.complaints import law
from bot.complaints.assessment import SIGNPOSTS
from bot.complaints.errors import BadProfile
from bot.complaints.facts import NATURES, ROLES
from bot.complaints.layout_checks import read_layout
from bot.complaints.office_hours import is_written_well
from bot.complaints.profile import (
    AUDIENCES,
    UNITS,
    Advocacy,
    Contacts,
    Helpline,
    Limit,
    Printed,
    Profile,
    SignedLanguage,
    Signpost,
)

OUTCOMES = ("upheld", "partially_upheld", "not_upheld", "no_finding", "withdrawn", "open")
_LATEST_ALERT = {"emergency": 10, "at_risk": 60}  # minutes until an alert that nobody acknowledges escalates

# What a plain field may hold, by the annotation that it has in its dataclass.
_KINDS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "str": ("a text", lambda value: isinstance(value, str) and bool(value.strip())),
    "str | None": ("a text or nothing", lambda value: value is None or isinstance(value, str)),
    "int": ("a whole number above 0", lambda value: type(value) is int and value > 0),
    "int | None": ("a whole number or nothing", lambda value: value is None or (type(value) is int and value > 0)),
    "bool": ("true or false", lambda value: isinstance(value, bool)),
    "date": ("a date", lambda value: type(value) is date),
}


def read(raw: Mapping[str, Any], file: str) -> Profile:
    """Make a profile of one version's plain data, as a YAML file gives it; `file` is named in every fault.

    Raises BadProfile with every unknown key, missing key, wrong value, and everything laxer than the law.
    """
    reader = _Reader(file)
    values = reader.profile(raw)
    if reader.faults:
        raise BadProfile(reader.faults)
    return Profile(**values)


class _Reader:
    """Reads each part and notes what is wrong with it; a part with faults is left out."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.faults: list[str] = []

    def profile(self, raw: object) -> dict[str, Any]:
        parts: Mapping[str, Callable[[str, Any], Any]] = {
            "limits": lambda key, value: self._named(key, value, law.ALL_LIMITS, self._limit),
            "signposts": lambda key, value: self._named(key, value, SIGNPOSTS, self._record_of(Signpost)),
            "contacts": self._contacts,
            "advocacy": self._record_of(Advocacy),
            "helplines": self._list_of(self._helpline),
            "signed_languages": self._list_of(self._record_of(SignedLanguage)),
            "as_printed": self._list_of(self._record_of(Printed)),
            "teams": self._list_of(self._plain("str")),
            "closures": self._list_of(self._plain("date")),
            "escalation_minutes": lambda key, value: self._named(key, value, tuple(_LATEST_ALERT), self._plain("int")),
            "natures": lambda key, value: self._named(key, value, NATURES, self._plain("str")),
            "outcomes": lambda key, value: self._named(key, value, OUTCOMES, self._plain("str")),
            "targets": lambda key, value: self._named(key, value, None, self._plain("int")),
            "signed_by": lambda key, value: self._named(key, value, None, self._plain("str")),
            "report": lambda key, value: read_layout(key, value, self._fault),
            "complainant_groups": lambda key, value: self._named(key, value, None, self._list_of(self._role)),
        }
        kinds = {field.name: str(field.type) for field in fields(Profile)}
        values = {
            name: parts[name](name, value) if name in parts else self._plain(kinds[name])(name, value)
            for name, value in self._keys("", raw, tuple(kinds)).items()
        }
        self._lawful(values)
        return values

    def _fault(self, key: str, value: object, says: str) -> None:
        self.faults.append(f"{self._file}: {key}: {value!r}: {says}")

    def _keys(self, key: str, raw: object, wanted: tuple[str, ...] | None) -> dict[str, Any]:
        """The values whose keys are wanted (None: any); the others are faults."""
        if not isinstance(raw, Mapping):
            self._fault(key, raw, "must be a mapping of keys to values")
            return {}
        names = tuple(raw) if wanted is None else wanted
        under = f"{key}." if key else ""
        for name in raw:
            if name not in names:
                self._fault(f"{under}{name}", raw[name], "there is no such key")
        for name in names:
            if name not in raw:
                self._fault(f"{under}{name}", None, "is missing")
        return {name: raw[name] for name in names if name in raw}

    def _named(
        self, key: str, raw: object, wanted: tuple[str, ...] | None, make: Callable[[str, Any], Any]
    ) -> dict[str, Any]:
        return {name: make(f"{key}.{name}", value) for name, value in self._keys(key, raw, wanted).items()}

    def _plain(self, kind: str) -> Callable[[str, Any], Any]:
        says, fits = _KINDS[kind]

        def check(key: str, value: Any) -> Any:
            if not fits(value):
                self._fault(key, value, f"must be {says}")
            return value

        return check

    def _list_of(self, make: Callable[[str, Any], Any]) -> Callable[[str, Any], tuple[Any, ...]]:
        def check(key: str, value: Any) -> tuple[Any, ...]:
            if not isinstance(value, list):
                self._fault(key, value, "must be a list")
                return ()
            return tuple(make(f"{key}[{at}]", one) for at, one in enumerate(value))

        return check

    def _record_of(self, kind: Callable[..., Any]) -> Callable[[str, Any], Any]:
        kinds = {field.name: str(field.type) for field in fields(kind)}  # type: ignore[arg-type]

        def check(key: str, value: Any) -> Any:
            before = len(self.faults)
            told = self._keys(key, value, tuple(kinds))
            values = {name: self._plain(kinds[name])(f"{key}.{name}", one) for name, one in told.items()}
            return kind(**values) if len(self.faults) == before else None

        return check

    def _contacts(self, key: str, value: Any) -> Any:
        contacts = self._record_of(Contacts)(key, value)
        hours = contacts.office_hours if contacts else None
        if hours is not None and not is_written_well(hours):
            self._fault(f"{key}.office_hours", hours, "must be nothing, always, or hours such as 09:00-17:00")
        return contacts

    def _helpline(self, key: str, value: Any) -> Any:
        return self._one_of(key, "audience", AUDIENCES, self._record_of(Helpline)(key, value))

    def _limit(self, key: str, value: Any) -> Any:
        named = {**value, "name": key.rpartition(".")[2]} if isinstance(value, Mapping) else value
        limit = self._one_of(key, "unit", UNITS, self._record_of(Limit)(key, named))
        return self._one_of(key, "runs_from", law.EVENTS, limit)

    def _one_of(self, key: str, field: str, choices: tuple[str, ...], record: Any) -> Any:
        if record is None or getattr(record, field) in choices:
            return record
        return self._fault(f"{key}.{field}", getattr(record, field), f"must be one of: {', '.join(choices)}")

    def _role(self, key: str, value: Any) -> Any:
        if value not in ROLES:
            self._fault(key, value, "there is no such role")
        return value

    # --- nothing laxer than the law ---

    def _lawful(self, values: Mapping[str, Any]) -> None:
        limits: Mapping[str, Limit | None] = values.get("limits", {})
        bound_by_code = str(values.get("version")) >= law.CODE_FROM
        for name, outer in {**law.STATUTORY, **(law.CORPORATE if bound_by_code else {})}.items():
            self._not_longer(limits.get(name), outer)
        for name, window in law.WINDOWS.items():
            limit = limits.get(name)
            if limit and (limit.unit != window.unit or limit.length < window.length):
                self._laxer(limit, "length", f"{window.length} {window.unit}", window)
        for risk, minutes in values.get("escalation_minutes", {}).items():
            if isinstance(minutes, int) and minutes > _LATEST_ALERT.get(risk, minutes):
                self._fault(f"escalation_minutes.{risk}", minutes, f"at most {_LATEST_ALERT[risk]} minutes")

    def _not_longer(self, limit: Limit | None, outer: law.Outer) -> None:
        if limit is None:
            return
        furthest = outer.extendable_to or outer.length
        if limit.unit != outer.unit:
            self._laxer(limit, "unit", outer.unit, outer)
        if limit.length > outer.length:
            self._laxer(limit, "length", str(outer.length), outer)
        if (limit.extendable_to or 0) > furthest:
            self._laxer(limit, "extendable_to", str(furthest), outer)

    def _laxer(self, limit: Limit, field: str, allowed: str, outer: law.Outer) -> None:
        says = f"laxer than the law, which says {allowed} ({outer.source})"
        self._fault(f"limits.{limit.name}.{field}", getattr(limit, field), says)
