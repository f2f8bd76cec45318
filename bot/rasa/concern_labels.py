"""What a message is and tells: its intent, the matters and natures of a concern, risk and harm; learned together.

Danger is heard by phrases or by likeness, whichever hears it: sure phrases need nobody's agreement, likeness knows more
ways of saying it, and where a doubtful phrase was heard a little likeness is enough. Where its line lies is chosen on
left-out scores (see `_lines`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.complaints.danger_signs import harm_told, look
from bot.rasa.certainty import Ranking, Sigmoids, line_by_false_alarms, line_by_recall
from bot.rasa.likeness import Floats, Likeness

# Messages that are about something. Only these have matters and natures.
DESCRIBING = ("raise_concern", "disclose_risk", "request_service")
FEWEST_WORDS = 2
LONG_WORDS = 12  # a message this long with some likelihood of describing has matters, whatever else it looks like
LIKELY, LONG_LIKELY = 0.4, 0.2
MOST_LABELS = 3  # how many matters (or natures) are given, best first, each with how likely it is

DANGERS = ("at_risk_or_worse", "emergency", "harm")
# Of messages without risk this share may raise an alarm by likeness. An alarm too many costs somebody a minute.
FALSE_ALARMS = 0.08
EMERGENCIES_CALLED_SO = 0.75  # of emergencies, where an alarm is raised at all
HARM_FOUND = 0.85
# From this probability of risk on, where a doubtful phrase was heard: far lower than likeness needs by itself.
DOUBTFUL_ALARM = 0.2


@dataclass(frozen=True)
class Told:
    """What one training example says, as its author labelled it."""

    intent: str
    matter: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    risk: str | None = None
    harm: bool = False

    @classmethod
    def of(cls, intent: str, metadata: Mapping[str, Any]) -> Told:
        """From an example's metadata, where one name may stand for a list of one."""
        return cls(
            intent,
            _listed(metadata.get("matter")),
            _listed(metadata.get("nature")),
            metadata.get("risk"),
            bool(metadata.get("harm")),
        )


@dataclass(frozen=True)
class Understood:
    """What was made of one message; labels best first, each with its probability."""

    intents: tuple[tuple[str, float], ...]
    matter: tuple[tuple[str, float], ...] = ()
    nature: tuple[tuple[str, float], ...] = ()
    risk: tuple[str, float] | None = None
    harm: float | None = None


@dataclass(frozen=True)
class ConcernLabels:
    """The trained whole: one likeness for everything, and how its scores are read."""

    likeness: Likeness
    matters: tuple[str, ...]
    natures: tuple[str, ...]
    intents: Ranking
    labels: Sigmoids  # over matters, natures and DANGERS, in this order
    alarm: float  # from this probability of risk on
    emergency: float  # and from this one of an emergency on, it is one
    harm: float

    @classmethod
    def learn(cls, texts: Sequence[str], rows: Floats, told: Sequence[Told]) -> ConcernLabels:
        """Train on texts, their encoder rows and labels. Takes seconds and about 300 MB for 4,500 examples."""
        intents = sorted({one.intent for one in told})
        matters = tuple(sorted({name for one in told for name in one.matter}))
        natures = tuple(sorted({name for one in told for name in one.nature}))
        named = np.array([[one.intent == name for name in intents] for one in told], dtype=np.float32)
        wanted = np.array([_wanted(one, matters, natures) for one in told], dtype=np.float32)
        likeness = Likeness(texts, rows, np.hstack([named, wanted]))
        left_out, likeness.left_out = likeness.left_out, None
        assert left_out is not None
        ranking = Ranking.learn(left_out[:, : len(intents)], [one.intent for one in told])
        labels = Sigmoids.learn(left_out[:, len(intents) :], wanted)
        likely = labels.probabilities(left_out[:, len(intents) :])[:, -len(DANGERS) :]
        return cls(likeness, matters, natures, ranking, labels, *_lines(likely, wanted[:, -len(DANGERS) :]))

    def understand(self, text: str, row: Floats) -> Understood:
        """What a message is and tells; `row` is the encoder's, [numbers]."""
        scores = self.likeness.scores([text], row.reshape(1, -1))
        intents = _ranked(self.intents.names, self.intents.probabilities(scores[:, : len(self.intents.names)])[0])
        likely = self.labels.probabilities(scores[:, len(self.intents.names) :])[0]
        risk, harm = self._danger(text, likely[-len(DANGERS) :])
        if not describes(text, intents):
            return Understood(intents, risk=risk, harm=harm)
        matter = _best(_ranked(self.matters, likely[: len(self.matters)]))
        nature = _best(_ranked(self.natures, likely[len(self.matters) : -len(DANGERS)]))
        return Understood(intents, matter, nature, risk, harm)

    def _danger(self, text: str, likely: Floats) -> tuple[tuple[str, float] | None, float | None]:
        """Risk and harm: by a sure phrase, by likeness, or by a doubtful phrase with a little likeness."""
        seen = look(text)
        at_risk, emergency, harm = (float(one) for one in likely)
        sure = seen is not None and seen.sure
        raised = sure or at_risk >= (min(self.alarm, DOUBTFUL_ALARM) if seen else self.alarm)
        told = harm_told(text) or (raised and seen is not None and seen.harm)
        harmed = 1.0 if told else _from(self.harm, harm)
        if not raised:
            return None, harmed
        urgent = (seen and seen.risk == "emergency") or emergency >= self.emergency
        return ("emergency" if urgent else "at_risk", 1.0 if sure else at_risk), harmed


def describes(text: str, intents: Sequence[tuple[str, float]]) -> bool:
    """Whether a message is about something, rather than an answer, a wish or a question about the service."""
    likely = sum(sure for name, sure in intents if name in DESCRIBING)
    words = len(text.split())
    return words >= FEWEST_WORDS and likely >= (LONG_LIKELY if words >= LONG_WORDS else LIKELY)


def _lines(likely: Floats, wanted: Floats) -> tuple[float, float, float]:
    """Where the lines for an alarm, an emergency and harm lie."""
    alarm = line_by_false_alarms(likely[:, 0], wanted[:, 0], FALSE_ALARMS)
    raised = likely[:, 0] >= alarm
    emergency = line_by_recall(likely[raised, 1], wanted[raised, 1], EMERGENCIES_CALLED_SO)
    return alarm, emergency, line_by_recall(likely[:, 2], wanted[:, 2], HARM_FOUND)


def _wanted(told: Told, matters: Sequence[str], natures: Sequence[str]) -> list[bool]:
    dangers = [told.risk is not None, told.risk == "emergency", told.harm]
    return [*(name in told.matter for name in matters), *(name in told.nature for name in natures), *dangers]


def _listed(given: Any) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def _from(line: float, likely: float) -> float | None:
    return likely if likely >= line else None


def _ranked(names: Sequence[str], likely: Floats) -> tuple[tuple[str, float], ...]:
    return tuple((names[index], float(likely[index])) for index in np.argsort(-likely))


def _best(ranked: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """The first few; whoever uses them decides how likely is likely enough."""
    return ranked[:MOST_LABELS]
