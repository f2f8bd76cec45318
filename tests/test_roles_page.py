"""docs/roles.md says of every permission exactly who has it."""

from __future__ import annotations

import re

from bot.complaints.acts import ACTS
from bot.roles import ACT_NEEDS, MAY, ROLES
from bot.settings import ROOT

PAGE = (ROOT / "docs" / "roles.md").read_text(encoding="utf-8")
A_ROW = re.compile(r"^\| `(\w+)` [^|]*\| ([^|]+) \|$", re.MULTILINE)


def test_the_page_gives_every_permission_to_those_who_have_it_and_to_nobody_else() -> None:
    written = {what: set(re.findall(r"`(\w+)`", who)) for what, who in A_ROW.findall(PAGE)}
    assert written == {what: set(who) for what, who in MAY.items()}


def test_every_role_may_do_something_and_every_permission_is_somebodys() -> None:
    assert set().union(*MAY.values()) == {*ROLES, "duty_code"}
    assert all(MAY.values())


def test_only_acts_and_permissions_that_exist_are_named() -> None:
    assert set(ACT_NEEDS) <= set(ACTS)
    assert set(ACT_NEEDS.values()) <= set(MAY)
