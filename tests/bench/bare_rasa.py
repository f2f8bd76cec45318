"""A bare Rasa to measure against: trained here from a few intents, run as it comes, with none of our changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import ROOT
from tests.journeys.stack import answer_of, die_with_parent, free_ports

START_SECONDS = 60.0
# Rasa's command, with nothing of ours but the stand-ins for TensorFlow, without which it cannot be imported here.
COMMAND = "from bot.rasa.server import import_rasa; import_rasa(); import rasa.__main__; rasa.__main__.main()"

FILES = {
    "config.yml": """
recipe: default.v1
language: en
assistant_id: bare
pipeline:
- name: WhitespaceTokenizer
- name: LexicalSyntacticFeaturizer
- name: CountVectorsFeaturizer
- name: CountVectorsFeaturizer
  analyzer: char_wb
  min_ngram: 1
  max_ngram: 4
- name: LogisticRegressionClassifier
policies:
- name: RulePolicy
""",
    "domain.yml": """
version: "3.1"
intents: [greet, tell, ask, affirm, deny, thanks]
responses:
  utter_greet: [{text: "Hello. What went wrong?"}]
  utter_tell: [{text: "Thank you. Has it been answered before?"}]
  utter_ask: [{text: "Somebody reads it and answers you."}]
  utter_affirm: [{text: "Thank you. Anything else?"}]
  utter_deny: [{text: "All right. Shall I send it?"}]
  utter_thanks: [{text: "You are welcome."}]
""",
    "nlu.yml": """
version: "3.1"
nlu:
- intent: greet
  examples: "- hello\\n- hi there\\n- good morning\\n- hey\\n"
- intent: tell
  examples: "- my worker never rings back\\n- the placement is broken\\n- the report is wrong\\n- nobody told us\\n"
- intent: ask
  examples: "- what happens next?\\n- how long does it take?\\n- who reads it?\\n- when do I hear from you?\\n"
- intent: affirm
  examples: "- yes\\n- yes please\\n- that is right\\n- ok\\n"
- intent: deny
  examples: "- no\\n- not really\\n- no thanks\\n- nope\\n"
- intent: thanks
  examples: "- thanks\\n- thank you\\n- cheers\\n- many thanks\\n"
""",
    "rules.yml": 'version: "3.1"\nrules:\n'
    + "".join(
        f"- rule: {intent}\n  steps:\n  - intent: {intent}\n  - action: utter_{intent}\n"
        for intent in ("greet", "tell", "ask", "affirm", "deny", "thanks")
    ),
    "credentials.yml": "rest:\n",
    "endpoints.yml": "",
}


@contextmanager
def bare_rasa(folder: Path) -> Iterator[str]:
    """Its address, while it runs in this folder."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    train = ("train", "--data", "nlu.yml", "rules.yml", "--out", str(folder), "--fixed-model-name", "bare")
    done = subprocess.run(_command(*train), cwd=folder, env=_environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    port = free_ports(1)[0]
    run = ("run", "--model", "bare.tar.gz", "--interface", "127.0.0.1", "--port", str(port), "--enable-api")
    with (folder / "bare.log").open("wb") as log:
        process = subprocess.Popen(
            _command(*run),
            cwd=folder,
            env=_environment(),
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
    try:
        _until_ready(f"http://127.0.0.1:{port}/status", process, folder / "bare.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", COMMAND, *arguments]


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }


def _until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while answer_of(url)[0] != 200:
        said = log.read_text(errors="replace")[-2000:]
        assert process.poll() is None, f"the bare Rasa ended by itself:\n{said}"
        assert time.monotonic() < end, f"the bare Rasa is not ready:\n{said}"
        time.sleep(0.2)
