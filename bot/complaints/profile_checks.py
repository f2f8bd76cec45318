"""Reading a profile: every fault is found at once, each with its file, key and value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from bot.complaints import law
from bot.complaints.assessment import SIGNPOSTS
from bot.complaints.errors import BadProfile
from bot.complaints.facts import NATURES, ROLES
from bot.complaints.profile import (
    AUDIENCES,
    UNITS,
    Advocacy,
    Contacts,
    Helpline,
    Limit,
    Printed,
    Profile,
    Signpost,
)

OUTCOMES = ("upheld", "partially_upheld", "not_upheld", "no_finding", "withdrawn", "open")
Record = TypeVar("Record")
Raw = Mapping[str, Any]

# What a field of a record may hold, by the name it has in the dataclass's annotation.
_KINDS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "str": ("a text", lambda value: isinstance(value, str) and bool(value.strip())),
    "str | None": ("a text or nothing", lambda value: value is None or isinstance(value, str)),
    "int": ("a whole number above 0", lambda value: type(value) is int and value > 0),
    "int | None": ("a whole number or nothing", lambda value: value is None or (type(value) is int and value > 0)),
    "bool": ("true or false", lambda value: isinstance(value, bool)),
    "date": ("a date", lambda value: type(value) is date),
}


def read(raw: Raw, file: str) -> Profile:
    """Make a profile of one version's plain data, as a YAML file gives it.

    Raises BadProfile with every unknown key, missing key, wrong value, and everything laxer than the law.
    """
    reader = _Reader(file)
    profile = reader.profile(raw)
    if reader.faults or profile is None:
        raise BadProfile(reader.faults)
    return profile


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self.faults: list[str] = []

    def fault(self, key: str, value: object, says: str) -> None:
        self.faults.append(f"{self._file}: {key}: {value!r}: {says}")

    def profile(self, raw: Raw) -> Profile | None:
        if not self._keys_are("", raw, {field.name for field in fields(Profile)}):
            return None
        read = {
            "limits": self._named("limits", raw["limits"], law.ALL_LIMITS, self._limit),
            "contacts": self.record("contacts", raw["contacts"], Contacts),
            "advocacy": self.record("advocacy", raw["advocacy"], Advocacy),
            "helplines": self._several("helplines", raw["helplines"], Helpline),
            "as_printed": self._several("as_printed", raw["as_printed"], Printed),
            "signposts": self._named("signposts", raw["signposts"], SIGNPOSTS, self._signpost),
            "escalation_minutes": self._numbers(raw, "escalation_minutes", ("emergency", "at_risk")),
            "natures": self._words(raw, "natures", NATURES),
            "outcomes": self._words(raw, "outcomes", OUTCOMES),
            "targets": self._numbers(raw, "targets", None),
            "signed_by": self._words(raw, "signed_by", None),
            "teams": self._list(raw, "teams", "str"),
            "closures": self._list(raw, "closures", "date"),
            "complainant_groups": self._groups(raw["complainant_groups"]),
        }
        for field in fields(Profile):
            if field.name not in read:
                read[field.name] = self._value(field.name, raw[field.name], str(field.type))
        for helpline in read["helplines"]:
            if helpline.audience not in AUDIENCES:
                self.fault(f"helplines.{helpline.name}.audience", helpline.audience, f"not one of {AUDIENCES}")
        return None if self.faults else self._lawful(Profile(**read))

    def record(self, key: str, raw: object, kind: Callable[..., Record]) -> Record | None:
        """A dataclass of plain fields."""
        kinds = {field.name: str(field.type) for field in fields(kind)}  # type: ignore[arg-type]
        if not self._keys_are(key, raw, set(kinds)):
            return None
        assert isinstance(raw, Mapping)
        before = len(self.faults)
        values = {name: self._value(f"{key}.{name}", raw[name], kinds[name]) for name in kinds}
        return kind(**values) if len(self.faults) == before else None

    def _value(self, key: str, value: object, kind: str) -> Any:
        says, fits = _KINDS[kind]
        if not fits(value):
            self.fault(key, value, f"must be {says}")
        return value

    def _keys_are(self, key: str, raw: object, wanted: set[str]) -> bool:
        if not isinstance(raw, Mapping):
            self.fault(key or "the file", raw, "must be a mapping of keys to values")
            return False
        under = f"{key}." if key else ""
        for name in sorted(map(str, raw.keys() - wanted)):
            self.fault(f"{under}{name}", raw.get(name), "there is no such key")
        for name in sorted(wanted - raw.keys()):
            self.fault(f"{under}{name}", None, "is missing")
        return raw.keys() == wanted

    def _named(
        self, key: str, raw: object, names: tuple[str, ...], make: Callable[[str, object], Record | None]
    ) -> dict[str, Record]:
        if not self._keys_are(key, raw, set(names)):
            return {}
        assert isinstance(raw, Mapping)
        made = {name: make(name, raw[name]) for name in names}
        return {name: record for name, record in made.items() if record is not None}

    def _limit(self, name: str, raw: object) -> Limit | None:
        named = {**raw, "name": name} if isinstance(raw, Mapping) else raw
        limit = self.record(f"limits.{name}", named, Limit)
        if limit is not None and limit.unit not in UNITS:
            self.fault(f"limits.{name}.unit", limit.unit, f"must be one of {UNITS}")
        return limit

    def _signpost(self, name: str, raw: object) -> Signpost | None:
        return self.record(f"signposts.{name}", raw, Signpost)

    def _several(self, key: str, raw: object, kind: Callable[..., Record]) -> tuple[Record, ...]:
        if not isinstance(raw, list):
            self.fault(key, raw, "must be a list")
            return ()
        made = [self.record(f"{key}[{at}]", one, kind) for at, one in enumerate(raw)]
        return tuple(record for record in made if record is not None)

    def _list(self, raw: Raw, key: str, kind: str) -> tuple[Any, ...]:
        if not isinstance(raw[key], list):
            self.fault(key, raw[key], "must be a list")
            return ()
        return tuple(self._value(f"{key}[{at}]", value, kind) for at, value in enumerate(raw[key]))

    def _words(self, raw: Raw, key: str, names: tuple[str, ...] | None) -> dict[str, str]:
        return self._mapping(raw, key, names, "str")

    def _numbers(self, raw: Raw, key: str, names: tuple[str, ...] | None) -> dict[str, int]:
        return self._mapping(raw, key, names, "int")

    def _mapping(self, raw: Raw, key: str, names: tuple[str, ...] | None, kind: str) -> dict[str, Any]:
        values = raw[key]
        if not isinstance(values, Mapping):
            self.fault(key, values, "must be a mapping of keys to values")
            return {}
        if names is not None and not self._keys_are(key, values, set(names)):
            return {}
        return {name: self._value(f"{key}.{name}", value, kind) for name, value in values.items()}

    def _groups(self, raw: object) -> dict[str, tuple[str, ...]]:
        if not isinstance(raw, Mapping):
            self.fault("complainant_groups", raw, "must be a mapping of keys to values")
            return {}
        for group, roles in raw.items():
            for role in roles:
                if role not in ROLES:
                    self.fault(f"complainant_groups.{group}", role, "there is no such role")
        return {group: tuple(roles) for group, roles in raw.items()}

    # --- nothing laxer than the law ---

    def _lawful(self, profile: Profile) -> Profile | None:
        outer = {**law.STATUTORY, **(law.CORPORATE if profile.version >= law.CODE_FROM else {})}
        for name, limit in outer.items():
            self._not_longer(profile.limits[name], limit)
        for name, window in law.WINDOWS.items():
            if profile.limits[name].length < window.length or profile.limits[name].unit != window.unit:
                length = profile.limits[name].length
                self.fault(f"limits.{name}.length", length, f"shorter than {window.length} ({window.source})")
        for risk, most in (("emergency", 10), ("at_risk", 60)):
            if profile.escalation_minutes[risk] > most:
                self.fault(f"escalation_minutes.{risk}", profile.escalation_minutes[risk], f"later than {most}")
        return None if self.faults else profile

    def _not_longer(self, limit: Limit, outer: law.Outer) -> None:
        if limit.unit != outer.unit:
            self.fault(f"limits.{limit.name}.unit", limit.unit, f"the law counts {outer.unit} ({outer.source})")
        if limit.length > outer.length:
            says = f"laxer than the law, which allows {outer.length} ({outer.source})"
            self.fault(f"limits.{limit.name}.length", limit.length, says)
        if limit.extendable_to is not None and limit.extendable_to > (outer.extendable_to or outer.length):
            says = f"laxer than the law, which allows {outer.extendable_to or outer.length} ({outer.source})"
            self.fault(f"limits.{limit.name}.extendable_to", limit.extendable_to, says)
