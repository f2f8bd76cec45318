"""The fingerprint by which a second run knows that there is nothing to train."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import ROOT
from bot.training import DATA, fingerprint, is_trained, model_file, sources

FILES = {
    "config.yml": "pipeline:\n- name: bot.rasa.ear.Ear\npolicies:\n- name: RulePolicy\n",
    "domain.yml": "intents: []\n",
    "uv.lock": "version = 1\n",
    "data/nlu/greet.yml": "nlu: []\n",
    "bot/__init__.py": "",
    "bot/rasa/__init__.py": "",
    "bot/rasa/ear.py": "from bot.rasa import listening\nimport numpy\n",
    "bot/rasa/listening.py": "from bot.complaints.signs import SIGNS\n",
    "bot/complaints/__init__.py": "",
    "bot/complaints/signs.py": "SIGNS = ()\n",
    "bot/widget/app.py": "import aiohttp\n",
}
# What a model is not trained from, and what it is: through the ear, also what the ear imports.
NOT_USED = "bot/widget/app.py"
USED = sorted(name for name in FILES if name != NOT_USED and not name.endswith("__init__.py"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize("name", USED)
def test_a_change_of_what_is_trained_from_changes_the_fingerprint(project: Path, name: str) -> None:
    before = fingerprint(project)
    (project / name).write_text(f"{FILES[name]}# changed\n")
    assert fingerprint(project) != before


def test_a_new_file_of_examples_changes_the_fingerprint(project: Path) -> None:
    before = fingerprint(project)
    (project / "data" / "nlu" / "thanks.yml").write_text("nlu: []\n")
    assert fingerprint(project) != before


def test_what_a_model_is_not_trained_from_leaves_it_as_it_is(project: Path) -> None:
    before = fingerprint(project)
    (project / NOT_USED).write_text("# changed\n")
    assert fingerprint(project) == before


def test_the_same_project_elsewhere_has_the_same_fingerprint(project: Path, tmp_path: Path) -> None:
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    project.rename(moved)
    there = fingerprint(moved)
    moved.rename(project)
    assert fingerprint(project) == there


def test_without_a_model_nothing_is_trained(project: Path) -> None:
    mark = project / "models" / "trained.sha"
    mark.parent.mkdir()
    mark.write_text(fingerprint(project))
    assert not is_trained(project)
    model_file(project).touch()
    assert is_trained(project)


def test_our_own_model_goes_by_our_components_and_not_by_the_doors() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in sources()}
    assert {"config.yml", "domain.yml", "bot/rasa/encoder.py", "bot/rasa/safety_policy.py"} <= names
    assert not {name for name in names if name.startswith(("bot/widget", "bot/console", "bot/storage", "actions"))}


def test_every_folder_that_rasa_is_given_is_there() -> None:
    assert not [folder for folder in DATA if not any((ROOT / folder).glob("*.yml"))]
