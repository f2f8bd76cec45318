"""Passphrases: long, and not one of those that are tried first. Nothing else is asked of them.

NIST SP 800-63B: at least fifteen characters where a passphrase stands alone, no rules about kinds of characters, no
change on a schedule, and a list of what is too common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 15
LONGEST = 256  # more is no safer and only costs hashing
OWN_CHARACTERS = 6  # as many must be left when everything common is taken out

# What people begin with. A passphrase may contain any of these, it may not consist of them.
COMMON = (
    "password", "passphrase", "passwort", "passw0rd", "p@ssw0rd", "p@ssword", "pa55word", "letmein", "welcome",
    "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "zxcvbn", "1q2w3e4r", "1qaz2wsx", "qazwsx",
    "administrator", "admin", "changeme", "default", "secret", "login", "iloveyou", "trustno1", "monkey", "dragon",
    "football", "liverpool", "arsenal", "chelsea", "everton", "manchester", "england", "london", "sunshine",
    "princess", "charlie", "superman", "batman", "pokemon", "starwars", "michael", "jordan", "ashley", "jessica",
    "thomas", "george", "daniel", "summer", "winter", "spring", "autumn", "january", "february", "march", "april",
    "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "correcthorsebatterystaple", "correct", "horse", "battery", "staple",
    "thequickbrownfox", "jumpsoverthelazydog", "tobeornottobe", "maytheforcebewithyou", "onceuponatime",
    "haveyoursay", "council", "children", "complaints", "complaint", "safeguarding", "services", "service",
    "officer", "manager", "socialworker", "social", "worker", "master", "hello", "test", "guest", "user", "pass",
    "abcdefghijklmnopqrstuvwxyz", "abcdefgh", "abc", "the", "this", "my", "is", "and", "for",
)  # fmt: skip


def fault(passphrase: str, about: Iterable[str] = ()) -> str | None:
    """What is wrong with a passphrase: too_short, too_long or common; None when it may be used.

    `about` are words that somebody who knows the officer would try: their name, their address.
    """
    if len(passphrase) < SHORTEST:
        return "too_short"
    if len(passphrase) > LONGEST:
        return "too_long"
    return "common" if len(_own(passphrase, about)) < OWN_CHARACTERS else None


def _own(passphrase: str, about: Iterable[str]) -> str:
    """The different characters that are left when what is common, digits, runs and repeats are taken out."""
    left = passphrase.casefold()
    known = [word for text in about for word in re.split(r"[^\w]+", text.casefold()) if len(word) > 2]
    for word in sorted((*COMMON, *known), key=len, reverse=True):
        left = left.replace(word, " ")
    return "".join(sorted(set(re.sub(r"[\W\d_]+", "", left))))
