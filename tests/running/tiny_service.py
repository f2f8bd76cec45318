"""A tiny service under the real supervisor: python -m tests.running.tiny_service FOLDER PORT… ["dies"]."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.supervisor import Part, Supervisor

PAUSE = 0.125


def main(folder: str, *ports: str) -> None:
    tiny_part = str(Path(__file__).parent / "tiny_part.py")
    parts = [
        Part(f"part-{port}", (sys.executable, tiny_part, port), (f"http://127.0.0.1:{port}/",))
        for port in ports
        if port != "dies"
    ]
    if "dies" in ports:
        parts.append(Part("dying", (sys.executable, "-c", "raise SystemExit(3)"), ("http://127.0.0.1:9/",)))

    def say(sentence: str) -> None:
        print(sentence, flush=True)

    asyncio.run(Supervisor(parts, Path(folder), say, pause=PAUSE).run(lambda: say("ready")))


if __name__ == "__main__":
    main(*sys.argv[1:])
