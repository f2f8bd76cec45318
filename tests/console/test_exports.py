"""The pages of taking cases out."""

from __future__ import annotations

import json

from tests.console.conftest import Enter
from tests.office import Office


async def test_an_export_goes_through_two_peoples_browsers(enter: Enter, office: Office) -> None:
    office.case()
    administrator, manager = await enter("administrator"), await enter("complaints_manager")
    missing = await administrator.send("/exports", reason=" ")
    assert missing.status == 422 and 'id="reason-fault"' in await missing.text()
    await administrator.send("/exports", reason="The court wants them.")
    [export] = office.exports.all()
    assert "Approve what" not in await administrator.read("/exports")
    early = await administrator.send(f"/exports/{export.id}/take")
    assert early.status == 422 and "not approved" in await early.text()
    assert "The court wants them." in await manager.read("/exports")
    assert (await manager.send(f"/exports/{export.id}/approve", "/exports")).status == 303
    answer = await administrator.send(f"/exports/{export.id}/take")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cases.jsonl"'
    assert [json.loads(line)["reference"] for line in (await answer.text()).splitlines()] == ["CF-0B1C-2D"]
    assert (await administrator.send(f"/exports/{export.id}/take")).status == 422
