"""What notices say.

Each `<kind>.txt` beside this file is a template: its first line is the subject, the rest after a blank line the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from string import Template

TEMPLATES = {path.stem: path for path in Path(__file__).parent.glob("*.txt")}
# An id, a code, a time or a link, but nothing with a blank or a line break in it: no sentence, and no second header.
PLAIN = re.compile(r"[A-Za-z0-9._~:/?#@%=&+-]{1,300}")


def written(kind: str, facts: Mapping[str, str]) -> tuple[str, str]:
    """The subject and body of a notice; raises ValueError as `MailNotices.send` says."""
    if kind not in TEMPLATES:
        raise ValueError(f"there is no notice of kind {kind!r}; there are: {', '.join(sorted(TEMPLATES))}")
    for name, value in facts.items():
        if not PLAIN.fullmatch(value):
            raise ValueError(f"the fact {name!r} of a notice must be an id or a link")
    try:
        text = Template(TEMPLATES[kind].read_text(encoding="utf-8")).substitute(facts)
    except KeyError as error:
        raise ValueError(f"a notice of kind {kind!r} needs the fact {error}") from error
    subject, _, body = text.partition("\n\n")
    return subject, body
