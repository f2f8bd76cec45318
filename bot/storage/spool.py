"""The alert spool: one sealed file an alert, on the local disk, written before anybody is answered.

An alert whose sign is doubtful is held in a file of another kind, until it is raised or let go.

It needs nothing but a disk and the keyring, so it works with Rasa, the store and the network down. Several processes
may use it at once: a file appears whole or not at all.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from bot.ports import Alert
from bot.storage.sealing import Keyring, Unreadable, bound_to_row, sync_folder

log = logging.getLogger(__name__)

WAITING = ".alert"
HELD = ".held"
DAMAGED = ".damaged"
MOMENTS = tuple(name for name in Alert.__dataclass_fields__ if name.endswith("_at"))


@dataclass(frozen=True)
class SealedSpool:
    """The spool in one folder, which is made when it is missing."""

    folder: Path
    keyring: Keyring

    def append(self, alert: Alert) -> None:
        """Write an alert and return when it would survive a power cut; raises OSError when that cannot be done."""
        self._write(alert, WAITING)

    def waiting(self) -> Sequence[Alert]:
        """Alerts not yet delivered, oldest first. One that does not open is set aside and holds up no other."""
        return self._all(WAITING)

    def delivered(self, alert_id: str) -> None:
        """Forget an alert that has arrived; another process may have been first."""
        self._path(alert_id, WAITING).unlink(missing_ok=True)

    def hold(self, alert: Alert) -> None:
        """Write an alert that is not raised yet, as safely as one that is; raises OSError."""
        self._write(alert, HELD)

    def held(self) -> Sequence[Alert]:
        """Alerts that are held, oldest first."""
        return self._all(HELD)

    def let_go(self, alert_id: str) -> None:
        """Forget an alert that was held; another process may have been first."""
        self._path(alert_id, HELD).unlink(missing_ok=True)

    def damaged(self) -> Sequence[str]:
        """The ids of alerts that were set aside."""
        return sorted(unquote(path.stem) for path in self.folder.glob(f"*{DAMAGED}"))

    def _write(self, alert: Alert, kind: str) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            sync_folder(self.folder.parent)
        descriptor, draft = tempfile.mkstemp(dir=self.folder, prefix=".draft-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(self.keyring.seal_json(_as_json(alert), _bound(alert.id)))
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, self._path(alert.id, kind))  # noqa: PTH105
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
        sync_folder(self.folder)

    def _all(self, kind: str) -> Sequence[Alert]:
        opened = (self._opened(path) for path in self.folder.glob(f"*{kind}"))
        return sorted((alert for alert in opened if alert), key=lambda alert: (alert.raised_at, alert.id))

    def _opened(self, path: Path) -> Alert | None:
        alert_id = unquote(path.stem)
        try:
            return _from_json(self.keyring.open_json(path.read_bytes(), _bound(alert_id)))
        except FileNotFoundError:  # delivered by another process since the folder was listed
            return None
        except OSError as error:
            log.error("alert %s in the spool cannot be read now: %s", alert_id, error.strerror)
        except (Unreadable, KeyError, TypeError, ValueError):
            log.error("alert %s in the spool does not open; it is set aside", alert_id)
            with suppress(OSError):  # the others come first; it is tried again at the next look
                path.replace(path.with_suffix(DAMAGED))
        return None

    def _path(self, alert_id: str, kind: str) -> Path:
        return self.folder / f"{quote(alert_id, safe='')}{kind}"


def _bound(alert_id: str) -> str:
    return bound_to_row("spool", alert_id)


def _as_json(alert: Alert) -> dict[str, Any]:
    told = asdict(alert)
    return told | {name: told[name].isoformat() for name in MOMENTS if told[name]}


def _from_json(told: dict[str, Any]) -> Alert:
    moments = {name: datetime.fromisoformat(told[name]) for name in MOMENTS if told[name]}
    return Alert(**told | moments | {"notes": tuple(told["notes"])})
