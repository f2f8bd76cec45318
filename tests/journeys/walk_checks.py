"""What must hold after every turn of a walk, whatever was typed: one class that looks at each line and its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.complaints.facts import ALL_FACTS, CHOICES
from bot.told import READ_BACK
from bot.words import words
from tests.journeys.person import Answer

AUDIENCES = (None, "child", "adult")
MOST_RUNNING = 2  # times that the same fact may be asked, or the same sentence said, in turns that follow each other
ENDS = ("stop", "over")
OFFERS = ("person", "change")
NO_ANSWER = ("what_happened",)  # questions that may stand without choices, as only free words answer them
BACK_TO_IT = ("go_on", "do:raise_concern")  # pressed by who wants to be asked again


@dataclass(frozen=True)
class Line:
    """One thing that a walker does: typed words, or a quick reply pressed (`choice` is its value, `text` its label)."""

    kind: str
    text: str
    choice: str | None = None
    tells: tuple[str, ...] = ()

    def __str__(self) -> str:
        shown = self.text if len(self.text) < 120 else f"{self.text[:100]}… ({len(self.text)} characters)"
        return f"[{self.choice}]" if self.choice else shown


@dataclass
class Told:
    """What the person told since the last start, as far as the walk can know it."""

    words: list[str] = field(default_factory=list)  # must stand in the read-back
    facts: dict[str, str | None] = field(default_factory=dict)  # must not be asked; the value where one was pressed
    gone: list[str] = field(default_factory=list)  # sent or cleared: must stand in no later read-back

    def clear(self) -> None:
        """Nothing that was told is there any more."""
        self.gone += self.words
        self.words, self.facts = [], {}


@dataclass
class Checks:
    """Looks at one conversation turn by turn; `seen` gives what was wrong with the last one."""

    told: Told = field(default_factory=Told)
    asked: str | None = None
    running: int = 0
    before: Sequence[frozenset[str]] = (frozenset(), frozenset())
    confirmed: bool = False

    def seen(self, line: Line, answer: Answer) -> list[str]:
        """Take in one turn and give every rule that it broke, in words."""
        self._hear(line)
        wrong = [
            *self._answered(answer),
            *self._asks(line, answer),
            *self._repeats(answer),
            *self._read_back(line, answer),
        ]
        wrong += [*self._ends(line, answer), *self._helps(line, answer), *self._opens(line, answer)]
        self._remember(line, answer)
        return wrong

    # --- the rules ---

    def _answered(self, answer: Answer) -> Iterator[str]:
        if answer.status != 200:
            yield f"status {answer.status}: {answer.body}"
        elif not any(message["text"].strip() for message in answer.messages):
            yield "silence"

    def _asks(self, line: Line, answer: Answer) -> Iterator[str]:
        fact = answer.asks
        if fact in self.told.facts and line.choice != f"change:{fact}":
            yield f"{fact} was asked although it was told"
        if fact in (*ALL_FACTS, *OFFERS) and fact == self.asked and self.running >= MOST_RUNNING:
            yield f"{fact} was asked {self.running + 1} times running"
        if fact and fact in (*ALL_FACTS, "confirm", "change") and fact not in NO_ANSWER:
            missing = {value for _, value in words().choices(f"utter_question_{fact}")} if fact in ALL_FACTS else set()
            if not answer.choices or (CHOICES.get(str(fact)) and not _offers(fact, answer, missing)):
                yield f"{fact} was asked without its choices"

    def _repeats(self, answer: Answer) -> Iterator[str]:
        for text in {message["text"] for message in answer.messages}:
            if all(text in said for said in self.before):
                yield f"the same sentence for the third time running: {text[:80]}"

    def _read_back(self, line: Line, answer: Answer) -> Iterator[str]:
        summary = answer.of_kind("summary")
        if not summary:
            return
        for text in self.told.words:
            if text not in summary:
                yield f"told, but not in the read-back: {text[:80]}"
        for text in self.told.gone:
            if text not in (*self.told.words, line.text) and text in summary:
                yield f"cleared or sent before, and read back again: {text[:80]}"
        for fact, value in self.told.facts.items():
            if value is not None and fact in READ_BACK and not any(line in summary for line in _lines(fact, value)):
                yield f"{fact}={value} was told, but the read-back does not say so"

    def _ends(self, line: Line, answer: Answer) -> Iterator[str]:
        if line.kind == "stop" and answer.asks:
            yield f"asked {answer.asks} after stop"
        if line.kind == "over" and answer.asks not in (None, "what_happened"):
            yield f"asked {answer.asks} after starting over"

    def _helps(self, line: Line, answer: Answer) -> Iterator[str]:
        if line.kind not in ("danger", "help"):
            return
        if "999" not in answer.of_kind("safety") or "0800 1111" not in answer.of_kind("safety"):
            yield "no safety words"
        if answer.asks not in (None, "go_on"):
            yield f"asked {answer.asks} in the turn of the safety words"

    def _opens(self, line: Line, answer: Answer) -> Iterator[str]:
        if answer.receipt and not (self.asked == "confirm" and line.kind == "yes") and line.choice != "send_now":
            yield "a case was opened without a yes to the read-back"

    # --- what the walk itself remembers ---

    def _hear(self, line: Line) -> None:
        if line.kind == "over":
            self.told.clear()
        elif line.choice and line.choice.startswith("change:"):
            self._changes(line.choice.removeprefix("change:"))
        elif line.choice is None and (line.kind == "correction" or self.asked == "change"):
            self.told.facts = {}  # whatever it corrects: it may be asked about again
        elif line.kind == "advocate" or line.choice == "do:ask_advocate":
            self.told.facts.pop("wants_advocate", None)  # asking for one is another answer

    def _changes(self, fact: str) -> None:
        self.told.facts.pop(fact, None)
        if fact == "what_happened":
            self.told.words = []

    def _remember(self, line: Line, answer: Answer) -> None:
        if answer.receipt:
            self.told.clear()
        elif line.kind in ("account", "fact", "danger") and self.asked != "words":
            self.told.words.append(line.text)
            self.told.facts |= dict.fromkeys((name for name in line.tells if name not in self.told.facts), None)
        elif line.choice and self.asked in CHOICES and line.choice in (CHOICES[self.asked] or ()):
            self.told.facts[self.asked] = line.choice
        again = answer.asks == self.asked and line.choice not in BACK_TO_IT and answer.asks is not None
        self.running = self.running + 1 if again else 1
        self.asked = answer.asks
        self.before = (self.before[1], frozenset(message["text"] for message in answer.messages))


def _offers(fact: str, answer: Answer, wanted: set[str]) -> bool:
    values: Mapping[str, Any] = dict.fromkeys(answer.choices)
    young = {value for _, value in words().choices(f"utter_question_{fact}", "child")}
    return all(value in values for value in wanted) or all(value in values for value in young)


def _lines(fact: str, value: str) -> Iterator[str]:
    for audience in AUDIENCES:
        yield words().say(f"utter_summary_{fact}", audience, value=words().label(fact, value, audience))
