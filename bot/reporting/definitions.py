"""Definitions: how each thing is counted, as a named version that stands under the tables that go by it.

A definition that the profile chooses has the profile's version in its name: where two years' versions differ, a table
that compares them says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.complaints.layout import ANSWERED, COUNTED, RECEIVED, Layout
from bot.complaints.profile import Profile
from bot.reporting.words import KIND_WORDS


@dataclass(frozen=True)
class Definition:
    """One way of counting."""

    name: str
    version: str
    says: str

    @property
    def title(self) -> str:
        """What stands under a table; the words themselves stand once, at the end of the report."""
        return f"{self.name}, version {self.version}"

    def __str__(self) -> str:
        return f"{self.title}: {self.says}"


def _received(layout: Layout) -> str:
    counted = {**COUNTED, **layout.counted_as}
    informal = _listed((_FORMS[form] for form, kind in counted.items() if kind == _INFORMAL), "or")
    when = (
        "A complaint is counted in the period in which the council received it, a later stage in the period in which "
        "it was asked for."
    )
    return f"{when} Representations are concerns that were {informal}." if informal else when


def _transactions(layout: Layout) -> str:
    kinds = _listed(KIND_WORDS[kind].lower() for kind in layout.transactions)
    without = _listed(word.lower() for kind, word in KIND_WORDS.items() if kind not in layout.transactions)
    return f"The total is of {kinds}. It is without {without}."


def _in_time(layout: Layout) -> str:
    of = "all that were received" if layout.in_time_of == RECEIVED else "those that were answered"
    return (
        f"Shares are of {of}. The first limit is the one without an extension; the extended limit is the furthest that "
        "the law or the council's procedure allows. Time for which a clock stood still does not count."
    )


def _escalation(_: Layout) -> str:
    return (
        "The complaints that asked for the next stage in the period, as a share of the stage 1 complaints that were "
        "received in it. Some of them may have been received in the period before."
    )


def _outcomes(_: Layout) -> str:
    return (
        "A complaint can have several points, and each point has a finding. A complaint whose points were found "
        "differently is partly upheld. Complaints are counted in the period in which they came."
    )


def _by_point(_: Layout) -> str:
    return "Each point of each complaint is counted by itself, in the period in which it was found upheld or not."


_INFORMAL = "representation"
_FORMS = {  # what of layout.COUNTED is called in a sentence
    "settled": "settled without a formal answer",
    "first_contact": "resolved at the first contact",
    "service_request": "a request for a service",
    "information_request": "a request for information",
    "signposted": "for another body",
    "refused": "not considered under the procedure",
    "duty": "dealt with by the team on duty",
}
_SAYS: Mapping[str, tuple[str, Callable[[Layout], str]]] = {
    "received": ("Counting", _received),
    "transactions": ("Transactions", _transactions),
    "in_time": ("In time", _in_time),
    "escalation": ("Going on to the next stage", _escalation),
    "outcomes": ("Outcomes of complaints", _outcomes),
    "by_point": ("Findings by point", _by_point),
}
NAMES = tuple(_SAYS)
BASES: Mapping[str, Callable[[Layout], str]] = {
    "in_time": lambda layout: f"all complaints {RECEIVED if layout.in_time_of == RECEIVED else ANSWERED}",
    "escalation": lambda _: "the stage 1 complaints in the same row",
}


def definition(name: str, profile: Profile) -> Definition:
    """The version of a definition that a profile goes by. Raises KeyError for a name that there is not."""
    title, says = _SAYS[name]
    return Definition(title, f"{profile.name} {profile.version}", says(profile.report))


def differs(name: str, profile: Profile, earlier: Profile) -> Definition | None:
    """The definition of an earlier profile, where it says something else; None where both say the same."""
    before = definition(name, earlier)
    return before if before.says != definition(name, profile).says else None


def _listed(words: Iterable[str], last: str = "and") -> str:
    each = [word.replace("_", " ") for word in words]
    return f"{', '.join(each[:-1])} {last} {each[-1]}" if len(each) > 1 else "".join(each)
