# Everything that one does here. Needs Python 3.11 or newer, make and git; the rest is fetched into .venv.
PYTHON ?= python3
BIN := .venv/bin
LOCK := pip compile pyproject.toml --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate
.DEFAULT_GOAL := help
.PHONY: help site serve check pdf bundle dist test lint bench docs lock audit clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/ready ## Check the content and build the site into site/
	@$(BIN)/psychoed build

serve: .venv/ready ## Show the site on this machine and follow changes
	@$(BIN)/psychoed serve

check: .venv/ready ## Check the content only
	@$(BIN)/psychoed check

pdf: .venv/ready ## Make only the PDFs, into pdf/
	@$(BIN)/psychoed pdf

bundle: .venv/ready ## Make one zip of the whole site, for a stick
	@$(BIN)/psychoed bundle

dist: .venv/ready-dev ## Make a release: site, zips, list of parts, checksums, in dist/
	@$(BIN)/psychoed build --out dist/site
	@$(BIN)/python -m release dist

test: .venv/ready-dev ## Run every test; finds a Chromium, or gets one
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.nginx
	@$(BIN)/python -m pytest -n 3 --dist loadgroup

lint: .venv/ready-dev ## Check style and types of the code
	@$(BIN)/ruff check builder tests docs bench release
	@$(BIN)/ruff format --check builder tests docs bench release
	@$(BIN)/mypy

bench: .venv/ready-bench ## Measure builds against MkDocs, Zensical and Hugo; SIZES="30 300" for less than hours
	@$(BIN)/python -m bench $(SIZES)

docs: .venv/ready-dev ## Write again what is generated: schemas, seed coverage, licences
	@$(BIN)/psychoed schema
	@$(BIN)/python -m docs.generate

lock: .venv/ready-dev ## Write the lock files again from pyproject.toml
	@$(BIN)/uv $(LOCK) --group build -o requirements.lock
	@$(BIN)/uv $(LOCK) --group build --group dev -c requirements.lock -o requirements-dev.lock

audit: .venv/ready-dev ## Ask a database of known weaknesses about each locked package
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements.lock -r requirements-dev.lock

clean: ## Take away everything that was made
	rm -rf .venv .venv-peers site dist pdf epub text build .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv (once; about a minute) …"
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q .venv/lib builder >/dev/null || true
	@touch $@

.venv/ready-dev: requirements-dev.lock .venv/ready
	@echo "Adding what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m compileall -q .venv/lib >/dev/null || true
	@touch $@

.venv/ready-bench: .venv/ready-dev
	@echo "Adding what is compared with …"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --group bench
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-peers
	@$(BIN)/uv pip install --quiet --python .venv-peers/bin/python --group peers
	@touch $@
