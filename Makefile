# `make demo` and `make test` are all that a newcomer needs; each installs what it lacks.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-all setup lint bench floors corpus train clean

demo: setup            ## read the sample reports and print their events
	@$(BIN)/tacitus demo

test: setup lint       ## lint, types, and the fast tests
	$(BIN)/python -m pytest

test-all: setup lint   ## everything, the slow tests too
	$(BIN)/python -m pytest -m "slow or not slow"

setup: .venv/installed ## make .venv with tacitus and the benches in it

.venv/installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup           ## all measures, over ../shared/data
	$(BIN)/python -m bench

floors: setup          ## fail where a measure is below bench/floors.json
	$(BIN)/python -m bench --floors

corpus: setup          ## check the annotated corpus and count what it holds
	$(BIN)/python -m training.corpus

train: setup           ## make the reader's weights again (hours on two cores)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "torch==2.13.0" --editable ".[train]"
	$(BIN)/python -m training.fetch work/encoder
	$(BIN)/python -m training.reader --encoder work/encoder --out work/runs/reader
	$(BIN)/python -m training.export --encoder work/encoder --checkpoint work/runs/reader/final.pt

clean:                 ## throw away .venv
	rm -rf .venv
