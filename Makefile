# `make demo` and `make test` are all that a newcomer needs; each installs what it lacks.
PYTHON ?= python3
BIN := .venv/bin
DEFAULT := --layers 5
FAST := --layers 5

.PHONY: demo test test-all postgres setup lint bench floors corpus train web desk-test pictures clean

demo: setup            ## read the sample reports and print their events
	@$(BIN)/tacitus demo

test: setup lint       ## lint, types, and the fast tests
	$(BIN)/python -m pytest

test-all: setup lint   ## everything but the desk's tests, the slow ones too
	$(BIN)/python -m pytest -m "not desk"

postgres: setup        ## the ledger's tests on PostgreSQL, in a server of their own
	.ci/postgres $(BIN)/python -m pytest -m "postgres and not slow" tests/store

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

train: setup           ## make both readers again (three hours on two cores; goes on where it was stopped)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "torch==2.13.0" --editable ".[train]"
	$(BIN)/python -m training.fetch mpnet work/encoders/mpnet
	$(BIN)/python -m training.fetch minilm work/encoders/minilm
	$(call learn,default,mpnet,$(DEFAULT),2e-4,2048,1.5e-4)
	$(call learn,fast,minilm,$(FAST),5e-4,448,3e-4,--teacher work/encoders/mpnet work/runs/default-small/final.pt)

# A reader learns, loses its least needed neurons, and learns on: name, encoder, layers, rate, neurons, second rate, teacher.
define learn
$(BIN)/python -m training.reader --encoder work/encoders/$(2) $(3) --rate $(4) --epochs 8 --out work/runs/$(1)
$(BIN)/python -m training.prune --encoder work/encoders/$(2) $(3) --checkpoint work/runs/$(1)/final.pt --inner $(5) --out work/runs/$(1)-pruned.pt
$(BIN)/python -m training.reader --encoder work/encoders/$(2) $(3) --start work/runs/$(1)-pruned.pt --rate $(6) $(7) --epochs 4 --out work/runs/$(1)-small
$(BIN)/python -m training.export --encoder work/encoders/$(2) $(3) --checkpoint work/runs/$(1)-small/final.pt --name $(1)
$(BIN)/python -m training.gate $(1)
$(BIN)/python -m training.calibrate $(1)
endef

web: setup             ## build the desk's page into tacitus/serve/page, where its sources have changed
	$(BIN)/python hatch_build.py

desk-test: setup web   ## the desk in a real browser: Chromium, which has to be installed
	$(BIN)/python -m pytest -m desk tests/desk

pictures: setup web    ## the pictures of docs/desk.md, taken anew
	$(BIN)/python -m tests.desk.pictures

clean:                 ## throw away .venv
	rm -rf .venv
