"""The action server: the SDK's own app on loopback, behind a secret that only Rasa has.

The SDK's launcher listens on every interface and believes whoever calls; this one does neither.
"""

from __future__ import annotations

import hmac
import logging

from rasa_sdk.endpoint import create_app
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.bootstrap import services
from bot.settings import Settings

SECRET_HEADER = "X-Actions-Secret"  # noqa: S105  the header's name, not the secret


def guarded_app(settings: Settings) -> Sanic:
    """The action server's app, which answers nobody without the secret."""
    app = create_app("actions", cors_origins="")

    @app.on_request  # type: ignore[untyped-decorator]
    async def only_rasa(request: Request) -> HTTPResponse | None:
        given = request.headers.get(SECRET_HEADER, "")
        if request.path == "/health" or hmac.compare_digest(given.encode(), settings.actions_secret.encode()):
            return None
        return json({"error": "forbidden"}, status=403)

    return app


def main() -> None:
    """Run until stopped."""
    logging.basicConfig(level=logging.WARNING)
    settings = services().settings
    guarded_app(settings).run("127.0.0.1", settings.actions_port, workers=1, access_log=False, debug=False)


if __name__ == "__main__":
    main()
