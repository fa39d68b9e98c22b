# `make demo` and `make test` do all their set-up themselves: they need Python >= 3.11, pip and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN = $(VENV)/bin
# A virtual environment made without its own pip is served by the system's.
PIP = $(shell $(BIN)/python -m pip --version >/dev/null 2>&1 && echo $(BIN)/python -m pip || echo $(PYTHON) -m pip --python $(BIN)/python)
INSTALL = $(PIP) install --quiet --disable-pip-version-check -c constraints.txt
# Every light extra; heavy ones (torch, ray) join in `make test-all` when there is one.
LIGHT = dev
WORKERS ?= 2

.PHONY: help demo test check lint format bench clean
.DEFAULT_GOAL := help

help:
	@echo "make demo     build the dataset of the bundled corpus into demo-out/"
	@echo "make test     run the tests"
	@echo "make check    ruff, pyright, import contract, tests"
	@echo "make format   write the code in the house's format"
	@echo "make bench    run the benchmarks (local data by SPINEMED_DATA=DIR)"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV); }

$(VENV)/.core: $(BIN)/python pyproject.toml constraints.txt
	$(INSTALL) -e .
	@touch $@

$(VENV)/.light: $(VENV)/.core
	$(INSTALL) -e ".[$(LIGHT)]"
	@touch $@

demo: $(VENV)/.core
	$(BIN)/spinemed demo --out demo-out

test: $(VENV)/.light
	$(BIN)/python -m pytest -n $(WORKERS)

lint: $(VENV)/.light
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/pyright

check: lint test

format: $(VENV)/.light
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.light
	$(BIN)/python benchmarks/levels.py $(if $(SPINEMED_DATA),--data $(SPINEMED_DATA))
	$(BIN)/python benchmarks/duplicates.py
	$(BIN)/python benchmarks/verify.py

clean:
	rm -rf $(VENV) demo-out demo-out.private build dist .pytest_cache .ruff_cache .hypothesis
