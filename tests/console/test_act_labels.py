"""Every act is called by a label of its own on the officers' pages, never by its name as data."""

from __future__ import annotations

from bot.complaints.acts import ACTS
from bot.complaints.plain import headed, plainly
from bot.console.act_labels import LABELS
from tests.console.conftest import Enter
from tests.office import Office

CASE = "/cases/CF-0B1C-2D"


def test_every_act_has_a_label_of_its_own_and_no_other_name_has_one() -> None:
    assert list(ACTS) == list(LABELS)
    assert len(LABELS) == len(set(LABELS.values()))
    assert not [label for label in LABELS.values() if "_" in label or not label[:1].isupper()]


def test_names_of_ours_keep_their_capitals() -> None:
    assert ("councillor or MP", "NHS body", "The NHS body") == (
        plainly("councillor_or_mp"), headed("nhs_body"), headed("the_nhs_body"),
    )  # fmt: skip


async def test_the_case_its_form_and_its_history_call_an_act_by_its_label(enter: Enter, office: Office) -> None:
    office.case(conversation=None)
    manager = await enter("complaints_manager")
    await manager.send(f"{CASE}/pathway", CASE, version="1", pathway="statutory", reason="In care.")
    path = f"{CASE}/acts/propose_joint_nhs"
    assert f'<a href="{path}">Propose one answer with the NHS</a>' in await manager.read(CASE)
    page = await manager.read(path)
    assert "<h1>Propose one answer with the NHS</h1>" in page and "NHS body</label>" in page
    assert 303 == (await manager.send(path, CASE, version="2", nhs_body="The trust")).status
    page = await manager.read(CASE)
    assert "<strong>Propose one answer with the NHS</strong>" in page and "ropose joint" not in page


async def test_a_proposal_names_what_it_proposes_by_its_label(enter: Enter, office: Office) -> None:
    office.case(conversation=None)
    officer = await enter("complaints_officer")
    await officer.send(f"{CASE}/pathway", CASE, version="1", pathway="statutory", reason="In care.")
    path = f"{CASE}/acts/extend_stage_1"
    assert "Propose: Give stage 1 more time</a>" in await officer.read(CASE)
    await officer.send(path, CASE, version="2", until="2026-03-20", ground="complex", reason="Two teams.")
    page = await officer.read(CASE)
    assert f'proposes: <a href="{path}">Give stage 1 more time</a>' in page
    assert "<dt>Act</dt><dd>Give stage 1 more time</dd>" in page
