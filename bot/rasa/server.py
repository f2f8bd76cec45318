"""The one launcher of Rasa: `python -m bot.rasa.server run` (or `train`, `test`, `data`… with Rasa's own options).

It stands in for TensorFlow while Rasa is imported, makes our changes to Rasa, hands the settings to endpoints.yml and
credentials.yml as environment variables, and then does what the `rasa` command does. `run` listens on loopback only.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from bot import settings as settings_module
from bot.rasa.without_tensorflow import stand_ins
from bot.settings import Settings


def main(arguments: Sequence[str]) -> None:
    """Run one of Rasa's commands with our changes; never returns normally from `run`."""
    settings = settings_module.read()
    os.environ.update(environment(settings))
    if arguments[:1] == ["run"]:
        # One message is too little to share out: threads of numpy's that wait for work doubled the time of a turn's
        # processors and made no turn shorter.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import_rasa()
    import rasa.__main__

    from bot.rasa import changes

    changes.apply()
    sys.argv = ["rasa", *with_defaults(arguments, settings)]
    rasa.__main__.main()


def import_rasa() -> None:
    """Import what of Rasa stands on TensorFlow, with the stand-ins; to be called before any other import of Rasa."""
    with stand_ins():
        importlib.import_module("rasa.engine.recipes.default_components")
        importlib.import_module("rasa.__main__")


def environment(settings: Settings) -> dict[str, str]:
    """The environment that endpoints.yml, credentials.yml and Rasa read."""
    return {
        "DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database,
        "REDIS_URL": settings.redis_url,
        "ACTIONS_URL": f"{settings.actions_address}/webhook",
        "ACTIONS_SECRET": settings.actions_secret,
        "CHANNEL_SECRET": settings.channel_secret,
        "RASA_TELEMETRY_ENABLED": "false",  # Rasa's default is to report to its maker
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }


def with_defaults(arguments: Sequence[str], settings: Settings) -> list[str]:
    """The arguments, with ours added.

    `run` would listen on every interface, without a token and without a limit of time. `train` would first read all
    the data once more to validate it, and warn of every sentence that an action says and no rule.
    """
    if arguments and arguments[0] == "train":
        return ["train", "--skip-validation", *arguments[1:]]
    if not arguments or arguments[0] != "run":
        return list(arguments)
    given = ["run", "--interface", "127.0.0.1", "--port", str(settings.rasa_port)]
    # With "=": a token may begin with a dash, and would be taken for another option.
    given += ["--enable-api", f"--auth-token={settings.rasa_token}", "--response-timeout", "60"]
    return [*given, *arguments[1:]]


if __name__ == "__main__":
    main(sys.argv[1:])
