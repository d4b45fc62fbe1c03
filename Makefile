# Two commands do everything: `make demo` and `make test`. Both make the environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO ?= demo
WHEELS := build/wheels

.PHONY: demo test check format messages lock bench torture look wheel windows frozen clean

demo: $(READY)
	rm -rf $(DEMO)
	$(BIN)/jejak demo --out $(DEMO)

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.catalogue --check
	$(BIN)/python -m tools.reference --check
	$(BIN)/python -m tools.lab_actions --check
	$(BIN)/python -m tools.tampering --check
	$(BIN)/python -m tools.event_schemas --check
	$(BIN)/python -m tools.answer_schemas --check
	$(BIN)/python -m tools.dossier_schemas --check
	$(BIN)/python -m tools.database_rights --check
	$(BIN)/python -m tools.released_rulebooks --check
	$(BIN)/python -m tools.locked_versions --check

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

messages: $(READY)
	$(BIN)/python -m tools.catalogue

bench: $(READY)
	$(BIN)/python -m benchmarks

torture: $(READY)
	$(BIN)/python -m torture

look: $(READY)
	$(BIN)/python -m tools.look $(DEMO)

wheel: $(READY)
	$(BIN)/python -m tools.wheel

windows: $(READY)
	$(BIN)/python -m tools.windows_folder

frozen: $(READY)
	$(BIN)/python -m tools.frozen

lock:
	$(PYTHON) -m tools.lock

clean:
	rm -rf $(VENV) build dist demo look

$(READY): requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@
