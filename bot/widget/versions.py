"""The scripts that this door has served: a council's page names one by its hash, and may be renewed after the door.

Whatever was once served under a name is kept in DATA_DIR and goes on being served, so that a release does not take the
widget off a page that still names the script before it.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

from bot.widget.script import Asset

log = logging.getLogger(__name__)

NAME = re.compile(r"[0-9a-f]{24}")


@dataclass(frozen=True)
class Versions:
    """Scripts by the hash in their address."""

    folder: Path
    current: Asset

    def keep(self) -> None:
        """Keep the current script for later. A disk that cannot be written to costs only that."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / Path(self.current.path).name).write_bytes(self.current.body)
        except OSError as error:
            log.error("the widget's script was not kept for later releases: %s", type(error).__name__)

    def of(self, name: str) -> Asset | None:
        """The script with this hash, as it was served; None when there is none, or its file was changed."""
        if self.current.path == f"/widget/{name}.js":
            return self.current
        if not NAME.fullmatch(name):
            return None
        try:
            kept = Asset((self.folder / f"{name}.js").read_bytes(), "js")
        except OSError:
            return None
        return kept if kept.path == f"/widget/{name}.js" else None
