"""What may be wrong with a request to the law or to a case; each error says so in a plain sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class ComplaintsError(Exception):
    """Any of the errors below."""


class UnknownFact(ComplaintsError):
    """A fact has a name that we do not know."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no fact called {name!r}.")
        self.name = name


class UnknownValue(ComplaintsError):
    """A fact has a value that is not of its list."""

    def __init__(self, name: str, value: object, choices: Sequence[str]) -> None:
        super().__init__(f"{name} cannot be {value!r}; it is one of: {', '.join(choices)}.")
        self.name, self.value, self.choices = name, value, choices


class NotAllowed(ComplaintsError):
    """A case does not allow what was asked of it now; the message says why."""


class WrongFields(NotAllowed):
    """What was given for some fields of an act cannot be taken; `faults` has a sentence for each, by its name."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = dict(faults)


class BadProfile(ComplaintsError):
    """A council's profile has faults; all of them are in `faults`, each with file, key and value."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)
