"""Allegations: whether harm is told of somebody who works with or cares for children.

Such an allegation goes to the local authority designated officer within one working day (Working Together to
Safeguard Children 2023, chapter 4). Recall first: an officer takes a LADO task away in a minute.
"""

from __future__ import annotations

import re

_WORKS_WITH_CHILDREN = re.compile(
    r"\b(foster(ing)? (carer|mum|mom|dad|mother|father|parent|family|placement)s?|carers?|key ?workers?|social workers?"
    r"|support workers?|youth workers?|residential|staff|teach(er|ers|ing assistant)|tutor|head ?teacher|coach(es)?"
    r"|escort|chaperone|taxi driver|bus driver|driver|nurse|doctor|childminder|nursery|respite|children'?s home"
    r"|care home|unit|scout leader|priest|imam|vicar|police officer|probation|adopter|adoptive (mum|dad|parent)s?)\b",
    re.IGNORECASE,
)


def of_professional(text: str) -> bool:
    """True where an account of harm names somebody who works with or cares for children."""
    return _WORKS_WITH_CHILDREN.search(text) is not None
