# `make demo` and `make test` need python3 (3.11 or later) and make; they set up the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPORA ?= corpora
BASE ?= model.safetensors
TRAINING := .venv-training

.DEFAULT_GOAL := help
.PHONY: help demo test lint types format eval bench train docs lock clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

demo: $(VENV)/.run  ## report on the invented coverage in examples/coverage
	$(BIN)/stemma report examples/coverage
	@$(BIN)/stemma report examples/coverage --quiet --format html --output report.html
	@echo
	@echo "The same as a page: $(CURDIR)/report.html"

test: $(VENV)/.dev $(VENV)/.browser $(VENV)/.postgres  ## all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/.dev  ## style and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.dev  ## pyright, strict
	$(BIN)/pyright

format: $(VENV)/.dev  ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(VENV)/.dev  ## accuracy against labelled corpora: make eval CORPORA=folder
	$(BIN)/python evals/run.py $(CORPORA)

bench: $(VENV)/.dev  ## speed and growth
	$(BIN)/python bench/main_job.py

train: $(TRAINING)/.ready  ## our networks anew: make train CORPORA=folder BASE=model.safetensors
	OMP_NUM_THREADS=1 $(TRAINING)/bin/python -m training $(CORPORA) $(BASE)

docs: $(VENV)/.dev  ## check and run the examples in the documentation
	$(BIN)/python -m pytest README.md docs tests/house/test_docs.py

lock: $(VENV)/.dev  ## write the lock files anew from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --quiet -o requirements-dev.lock

clean:  ## remove what these targets made
	rm -rf $(VENV) $(TRAINING) report.html .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/pip:
	@PYTHON=$(PYTHON) sh scripts/make-venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

$(TRAINING)/.ready: pyproject.toml requirements.lock
	@PYTHON=$(PYTHON) sh scripts/make-venv $(TRAINING)
	$(TRAINING)/bin/pip install --quiet --upgrade "pip>=25.1"
	$(TRAINING)/bin/pip install --quiet --require-hashes -r requirements.lock
	$(TRAINING)/bin/pip install --quiet --group training
	$(TRAINING)/bin/pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.browser: scripts/need-chromium | $(VENV)/bin/pip
	@sh scripts/need-chromium
	@touch $@

$(VENV)/.postgres: scripts/need-postgres | $(VENV)/bin/pip
	@sh scripts/need-postgres $@
