"""What a case is booked under comes back from the store, and a case that was kept before it was known opens too."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.store import Store
from bot.storage.tables import cases
from tests.builders import a_case


def test_team_and_equalities_come_back(store: Store) -> None:
    case = a_case(team="Fostering", equalities={"gender": "female"})
    store.cases.add(case, "key", ())
    assert store.cases.get(case.reference) == case


def test_a_case_kept_before_there_were_teams_has_none(store: Store, keyring: Keyring) -> None:
    case = store.cases.add(a_case(team="Fostering"), "key", ())
    bound = bound_to_row("cases", case.reference)
    with store.engine.begin() as connection:
        told = keyring.open_json(connection.scalar(sa.select(cases.c.sealed)), bound)
        for name in ("team", "equalities"):
            del told["course"][name]
        connection.execute(sa.update(cases).values(sealed=keyring.seal_json(told, bound)))
    found = store.cases.get(case.reference)
    assert found is not None
    assert (found.team, dict(found.equalities)) == (None, {})
