# Every verb of the project. `make help` shows them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python

.DEFAULT_GOAL := help
.PHONY: help demo run test check bench migrate lock shots format clean

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## Open the rehearsal hall with the bot in it (no Telegram, no network)
	@$(BIN)/bell demo

run: $(VENV)/.run ## Migrate the database and run the bot against Telegram (needs .env)
	@$(BIN)/bell db upgrade && exec $(BIN)/bell run

migrate: $(VENV)/.run ## Migrate the database that .env names
	@$(BIN)/bell db upgrade

test: $(VENV)/.dev ## Run the whole suite, on SQLite and on an embedded Postgres
	@$(BIN)/python -m pytest -q -n 3 --dist worksteal $(ARGS)

check: $(VENV)/.dev ## Check style, types, layers and sizes
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q tests/project

bench: $(VENV)/.dev ## Measure speed side by side with a bare echo bot
	@$(BIN)/python -m tests.bench $(ARGS)

shots: $(VENV)/.dev ## Take the screenshots in docs/ again (needs chromium)
	@$(BIN)/python -m tests.e2e.shots

format: $(VENV)/.dev ## Format the code and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lock: $(VENV)/.uv ## Lock the dependencies anew
	@$(BIN)/uv pip compile --quiet --no-annotate --no-header --python-version 3.11 requirements-dev.in -o requirements-dev.txt
	@$(BIN)/uv pip compile --quiet --no-annotate --no-header --python-version 3.11 -c requirements-dev.txt requirements.in -o requirements.txt

clean: ## Remove the virtual environment and caches, never data
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info

$(VENV)/.uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: received " + sys.version.split()[0] + "; try make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@

$(VENV)/.run: $(VENV)/.uv requirements.txt pyproject.toml
	@echo "Installing what the bot needs …"
	@$(INSTALL) -r requirements.txt
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	@echo "Installing what the tests need …"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@
