# Every target is one line of a script or a tool, so that what runs can be read and run by hand.

VENV_PYTHON = .venv/bin/python
CHECK = $(VENV_PYTHON) -m scripts.check

.DEFAULT_GOAL := help
.PHONY: help run demo test lint check format

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: ## Serve the app at http://localhost:8000 and in the local network (PORT=8123 make run)
	@scripts/environment run
	@exec $(VENV_PYTHON) manage.py serve --at-home

demo: ## The same, with its own database and an account that has months of sessions
	@scripts/environment run
	@exec env DATABASE_URL=sqlite:///$${HIPTHRUST_VAR:-var}/demo.sqlite3 \
		$(VENV_PYTHON) manage.py serve --at-home --demo

test: ## Run everything: lint, types, both databases, the browser
	@scripts/environment test
	@exec $(CHECK)

lint: ## Check style and formatting
	@scripts/environment test
	@exec $(CHECK) lint

check: ## Check the types
	@scripts/environment test
	@exec $(CHECK) types

format: ## Put code and templates into their one format
	@scripts/environment test
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format --quiet .
	@.venv/bin/djlint templates --reformat --quiet || true # it answers 1 when it changed something
