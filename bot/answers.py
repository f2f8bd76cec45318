"""Answers: how words given to a question are read, in a conversation and on a page alike."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

import dateparser

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
PHONE = re.compile(r"\+?\d[\d\s()-]{8,}\d")
LONGEST_DATE = 100  # characters: looking for a date in a long text takes long
COMMON_MATTERS = ("social_worker", "communication", "placement", "contact", "assessment", "financial_support")


def free_answer(fact: str, text: str, today: date) -> str | None:
    """What words tell of a fact without a list of values, or None when they do not hold what was asked for."""
    if fact == "email":
        found = EMAIL.search(text)
        return found[0] if found else None
    if fact == "phone":
        found = PHONE.search(text)
        return found[0] if found else None
    if fact == "child_age":
        found = re.search(r"\b\d{1,2}\b", text)
        return found[0] if found else text
    if fact == "when_happened":
        return _day(text, today) or text
    return text or None


def _day(text: str, today: date) -> str | None:
    """A date in the answer to a date question, as ISO; None when it is none, or lies ahead."""
    base = datetime.combine(today, time.min)
    settings = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "RELATIVE_BASE": base}
    read = dateparser.parse(text[:LONGEST_DATE], languages=["en"], settings=settings)
    if read is None or read.date() > today + timedelta(days=1):
        return None
    day: date = read.date()
    return day.isoformat()


def matters_to_offer(guesses: list[str] | tuple[str, ...]) -> list[str]:
    """The matters that are offered: the ear's best three, or the commonest, and always "something else"."""
    names = list(guesses[:3]) or list(COMMON_MATTERS)
    return [*(name for name in names if name != "other"), "other"]
