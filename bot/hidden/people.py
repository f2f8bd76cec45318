"""People: who is whose mother, brother or friend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.hidden.span import Span

_KIN = (
    "mum|mums|mam|mom|mummy|mother|dad|dads|da|daddy|father|parents?|nan|nans|nana|nanna|nanny|gran|granny|grandma|"
    "grandmother|grandad|granddad|grandfather|grandpa|grandparents?|grandsons?|granddaughters?|grandchild|grandchildren|"
    "grandkids|sons?|daughters?|child|children|kids?|boys?|girls?|lads?|baby|babies|bab|bairns?|twins?|toddlers?|"
    "brothers?|bro|bros|sisters?|sis|siblings?|uncles?|aunts?|aunty|auntie|aunties|cousins?|nieces?|nephews?|husband|wife|"
    "hubby|missus|partner|ex|exs|boyfriend|girlfriend|bf|gf|fianc[eé]e?|mates?|bestie|friends?|neighbours?"
)
_WHICH = (
    "foster|step|half|big|little|lil|older|old|younger|baby|twin|great|late|eldest|youngest|only|own|ex|bio|birth|best"
)
_KINDS = rf"(?:(?:{_WHICH})[\s-])?(?:step|grand|great-?grand|half-?)?(?:{_KIN})(?:[\s-]in[\s-]law)?"
_WHOSE = r"(?:my|mi|me|our|his|her|their|your|ur|hes|shes|the\s+child's|'s|’s)"
_NO = r"(?:to|in|of|for|and|with|the|is|was|from|on|at|about|that|has|have|said|says|told|when|if|because)\b"
# Kinds of places, help and plans that have such a word in their names and tell of nobody's family.
_NOBODYS = (
    r"(?:(?:children(?:s['’]?|['’]s)|(?:kid|boy|girl)s['’]?)\s+"
    r"(?:homes?(?!\s+(?:from|alone|safe|again|yet|with|to|for)\b)|clubs?|services?|units?)|"
    r"children(?:s['’]?|['’]s)\s+(?:centres?|hospitals?|wards?|social\s+care|rights|commissioner|departments?|panels?)|"
    r"child\s+(?:in\s+need|benefit|tax|maintenance|support|arrangements|minders?|psychologist|social\s+(?:care|workers?))|"
    r"(?:mother|father|mum|dad|parent)\s+(?:and|&|n)\s+(?:baby|child|toddler)\s+"
    r"(?:unit|home|placement|group|class|assessment|residential|foster\w*)|"
    r"parents?['’]?\s+(?:evenings?|governors?|forum|support\s+(?:workers?|groups?|officers?))|baby\s+(?:unit|clinic|bank))\b"
)
_IS = rf"(?!(?:{_WHICH})[\s-]{_NOBODYS}|{_NOBODYS})(?P<is>{_KINDS})"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WHOSE}\s+(?:(?!{_NO})\w+\s+){{0,2}}?{_IS}\b(?!\s+(?:group|protection))",
        rf"\b(?:i|we)(?:\s?['’]?m|\s+am|['’]?re|\s+are|\s+is)?\s+(?:the\s+|a\s+|his\s+|her\s+)?(?P<is>{_KINDS})\s+(?:of|to|for)\b",
        rf"\b(?:i|we)\s+(?:have|got|has)\s+(?:a\s+|one\s+|two\s+|three\s+)?{_IS}\b(?!\s+(?:group|protection))",
        rf"\b(?:as|writing\s+as|write\s+as)\s+(?:the\s+|a\s+)?(?P<is>{_KINDS})\s+of\b",
        rf"^\s*(?P<is>{_KINDS})\s+(?=(?-i:[A-Z])|\()",
        rf"\byears?[\s-]old\s+(?P<is>{_KINDS})\b|\b\d\d?\s?yr?s?\s+old\s+(?P<also>{_KINDS})\b",
        # Without anybody's name before them these are names themselves: "mum says".
        rf"\b(?!{_NOBODYS})(?P<is>mum|mam|mummy|dad|daddy|nan|nana|nanna|nanny|grandma|grandad|granddad|gran|granny|sis|bro|hubby)\b",
    )
)


def relations(text: str) -> Iterator[Span]:
    """Words for family, partners and friends of the people in it."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            for group in pattern.groupindex:
                if match[group]:
                    yield Span("relation", match.start(group), match.end(group))
