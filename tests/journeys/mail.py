"""A real mail server on loopback, which keeps what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler

from tests.journeys.stack import free_ports


class Letterbox(MessageHandler):
    """The letters that came, and the port of the server that took them."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port
        self.letters: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.letters.append(message)


@contextmanager
def mail_server() -> Iterator[Letterbox]:
    """A server on a free port, for as long as this lasts."""
    box = Letterbox(free_ports(1)[0])
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
