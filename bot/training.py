"""Training: makes the sentence encoder and the assistant's model, each only where it is missing or out of date.

The model goes by a fingerprint of everything that it is trained from, kept beside it in models/trained.sha.
"""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from bot.settings import ROOT, Settings

NAME = "have-your-say"
TRAINED_FROM = ("config.yml", "domain.yml", "uv.lock")  # and DATA, and the modules that config.yml names
# Each must be there: for a folder that is missing Rasa takes all of data/, and data/tuning is for the encoder alone.
DATA = ("data/nlu", "data/rules")
PROGRESS = re.compile(r"Starting to train component '(\w+)'")

Say = Callable[[str], None]


class TrainingFailed(Exception):
    """The encoder could not be made or the model not trained; the message says why, or where Rasa's log is."""


def model_file(root: Path = ROOT) -> Path:
    """Where the trained model lies."""
    return root / "models" / f"{NAME}.tar.gz"


def is_trained(root: Path = ROOT) -> bool:
    """Whether there is a model, and it was trained from what lies here now."""
    mark = root / "models" / "trained.sha"
    return model_file(root).is_file() and mark.is_file() and mark.read_text() == fingerprint(root)


def fingerprint(root: Path = ROOT) -> str:
    """SHA-256 over the names and contents of everything that the model is trained from."""
    total = hashlib.sha256()
    for path in sorted(sources(root)):
        contents = path.read_bytes()
        total.update(f"{path.relative_to(root).as_posix()}\0{len(contents)}\0".encode() + contents)
    return total.hexdigest()


def sources(root: Path = ROOT) -> set[Path]:
    """What the model is trained from: settings, data, the tuned network, and our components with all that they
    import of ours.
    """
    data = {path for folder in (*DATA, "models/tuned") for path in (root / folder).rglob("*") if path.is_file()}
    return {root / name for name in TRAINED_FROM} | data | _components(root)


def prepare(settings: Settings, say: Say) -> None:
    """Make the encoder and the model where that is needed, telling what is done and how long it took.

    Raises TrainingFailed.
    """
    from bot.rasa import encoder  # onnxruntime and numpy take a while to import

    encoder.made()
    if is_trained():
        say("The assistant is trained already.")
        return
    say("Training the assistant. The first time this takes some minutes; what has not changed is not trained again.")
    started = time.monotonic()
    _train(settings, say)
    (ROOT / "models" / "trained.sha").write_text(fingerprint())
    say(f"The assistant was trained in {time.monotonic() - started:.0f} seconds.")


def _train(settings: Settings, say: Say) -> None:
    log = settings.data_dir / "logs" / "training.log"
    log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    command = [sys.executable, "-m", "bot.rasa.server", "train", "--data", *DATA, "--fixed-model-name", NAME]
    command += ["--out", "models"]
    with (
        log.open("w", encoding="utf-8") as kept,
        subprocess.Popen(  # noqa: S603  our own launcher
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as rasa,
    ):
        assert rasa.stdout is not None
        for line in rasa.stdout:
            kept.write(line)
            if found := PROGRESS.search(line):
                say(f"  {found[1]}")
    if rasa.returncode:
        raise TrainingFailed(f"The assistant could not be trained. What Rasa said about it is in {log}.")


def _components(root: Path) -> set[Path]:
    """The modules of ours that config.yml names, and what they import of ours in turn."""
    waiting = _named_in(yaml.safe_load((root / "config.yml").read_text(encoding="utf-8")))
    found: set[Path] = set()
    while waiting:
        module = waiting.pop()
        path = _path(module, root)
        if path and path not in found:
            found.add(path)
            waiting |= {name for name in imports_of(path) if name.split(".")[0] == "bot"}
    return found


def _named_in(config: dict[str, list[dict[str, object]]]) -> set[str]:
    steps = [str(step["name"]) for part in ("pipeline", "policies") for step in config.get(part) or ()]
    return {name.rpartition(".")[0] for name in steps if name.startswith("bot.")}


def imports_of(path: Path) -> set[str]:
    """The dotted names that a Python file imports, wherever in it: modules, and what it takes from them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {name for node in ast.walk(tree) for name in _names(node)}


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _path(module: str, root: Path) -> Path | None:
    """The file of a module; None where the name is of something inside one."""
    place = root.joinpath(*module.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)
