"""Hearing: what a message is and tells, from what the tuned encoder and likeness to our examples say together.

The two are wrong about different messages: the encoder knows meaning, likeness knows spelling and every single
example, new ones too. So the geometric mean of their probabilities counts, which needs both to be likely. Danger is
raised by a sure phrase, by a doubtful one when that mean does not speak against it, or by the mean itself; but an age,
a day or a person alone is too little to tell of any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.complaints.danger_signs import look_twice
from bot.rasa.bare_facts import is_bare
from bot.rasa.concern_labels import ConcernLabels, Likely
from bot.rasa.encoder_shape import WIDTH
from bot.rasa.tuned_labels import Floats, shares, sigmoid

# Messages that are about something. Only these have matters and natures.
DESCRIBING = ("raise_concern", "disclose_risk", "request_service")
PRAISE = "give_compliment"
FEWEST_WORDS = 2
LONG_WORDS = 12  # a message this long with some likelihood of describing has matters, whatever else it looks like
LIKELY, LONG_LIKELY = 0.4, 0.2
ABOUT = 0.3  # a long message whose likeliest matter is this likely has matters too: people add, ask and chase in detail
# How many matters (or natures) are given, and how unsure the last may be. The first three are given however unsure:
# whoever uses them decides how likely is likely enough.
FEWEST_LABELS, MOST_LABELS, LEAST_SURE = 3, 4, 0.03
# From this probability of danger on an alarm is raised; where danger now is the likelier kind, from the lower one, for
# an emergency missed costs more; where a doubtful phrase was heard, from the lowest. Chosen on the development set;
# docs/understanding.md has what other lines gave.
ALARM, EMERGENCY_ALARM, DOUBTFUL_ALARM, HARM = 0.25, 0.2, 0.06, 0.5

Ranked = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Understood:
    """What was made of one message; labels best first, each with its probability."""

    intents: Ranked
    matter: Ranked = ()
    nature: Ranked = ()
    risk: tuple[str, float] | None = None
    harm: float | None = None


@dataclass(frozen=True)
class Hearing:
    """The tuned encoder's labels and the trained likeness."""

    names: Mapping[str, Sequence[str]]  # the encoder's labels of each kind, in the order of its scores
    places: Mapping[str, slice]
    labels: ConcernLabels

    def understand(self, text: str, row: Floats) -> Understood:
        """What a message is and tells; `row` is the encoder's, [768 + labels]."""
        scores, likely = row[WIDTH:], self.labels.likely(text, row[:WIDTH])
        intents = self._together("intent", scores, likely.intent)
        whole = sum(sure for _, sure in intents)  # exactly one intent is right
        intents = tuple((name, sure / whole) for name, sure in intents)
        risk, harm = self._danger(text, scores, likely)
        if not describes(text, intents, max(likely.matter.values())):
            return Understood(intents, risk=risk, harm=harm)
        matter = self._together("matter", scores, likely.matter)
        nature = self._together("nature", scores, likely.nature)
        return Understood(intents, _offered(matter), _offered(nature), risk, harm)

    def _together(self, kind: str, scores: Floats, alike: Mapping[str, float]) -> Ranked:
        """The mean of both, best first. A label that tuning did not know is likeness's alone."""
        tuned = dict(zip(self.names[kind], shares(scores[self.places[kind]]), strict=True))
        means = {name: mean(tuned.get(name, one), one) for name, one in alike.items()}
        return tuple(sorted(means.items(), key=lambda one: -one[1]))

    def _danger(self, text: str, scores: Floats, likely: Likely) -> tuple[tuple[str, float] | None, float | None]:
        """Risk and harm: by a sure phrase, as both say together, or by a doubtful phrase with a little of both."""
        none, at_risk, emergency = shares(scores[self.places["risk"]])
        danger = mean(1 - none, likely.risk)
        harm = mean(sigmoid(scores[self.places["harm"]])[0], likely.harm)
        (seen, harm_stated), now = look_twice(text), emergency > at_risk
        if seen is None and is_bare(text):
            return None, None
        sure = seen is not None and seen.sure
        raised = sure or danger >= (DOUBTFUL_ALARM if seen else EMERGENCY_ALARM if now else ALARM)
        told = harm_stated or (raised and seen is not None and seen.harm)
        harmed = 1.0 if told else (harm if harm >= HARM else None)
        if not raised:
            return None, harmed
        urgent = (seen and seen.risk == "emergency") or now
        return ("emergency" if urgent else "at_risk", 1.0 if sure else danger), harmed


def describes(text: str, intents: Sequence[tuple[str, float]], about: float) -> bool:
    """Whether a message is about something, rather than an answer, a wish or a question about the service.

    `about` is how likely its likeliest matter is to those who know messages about nothing too.
    """
    likely = sum(sure for name, sure in intents if name in DESCRIBING)
    words = len(text.split())
    if words >= LONG_WORDS:
        praises = intents[0][0] == PRAISE  # what somebody is thanked for is no matter that opens anything
        return likely >= LONG_LIKELY or (about >= ABOUT and not praises)
    return words >= FEWEST_WORDS and likely >= LIKELY


def mean(first: float, second: float) -> float:
    """The geometric mean of two probabilities."""
    return float(max(float(first) * float(second), 1e-12) ** 0.5)


def _offered(ranked: Ranked) -> Ranked:
    """The first few, and after them what is likely enough to be offered."""
    return ranked[:FEWEST_LABELS] + tuple(one for one in ranked[FEWEST_LABELS:MOST_LABELS] if one[1] >= LEAST_SURE)
