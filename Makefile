PYTHON ?= python3
PORT ?= 8000
DEMONSTRATION_DAY ?= 2023-07-10
ROUNDS ?= 2000
SHELL := /bin/bash
.DEFAULT_GOAL := help
unexport PYTHONDONTWRITEBYTECODE

hash = $(shell sha256sum $(1) | cut -c1-16)
RUNTIME := .venv/runtime-$(call hash,requirements-run.txt)
TOOLS := .venv/tools-$(call hash,requirements-dev.txt)
OF_BLOCKS := locale/vi_X-khoi/LC_MESSAGES/django.mo
WORDS := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po)) $(OF_BLOCKS)
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes
PYTEST := .venv/bin/python -m pytest --numprocesses auto --no-loadscope-reorder
RECORD ?= .var/record.json
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet

THINKS := $(addprefix emulation/core/,period.py flow.py actor.py access text paper.py numbers.py dates.py errors.py duty.py ballot_box.py ballot_flow.py quantity) \
	$(wildcard clusters/*/rules clusters/*/rules.py awards/*/rules awards/*/rules.py reports/*/rules reports/*/rules.py)
ACTS := $(foreach app,clusters awards reports,$(foreach shelf,models actions,$(wildcard $(app)/*/$(shelf) $(app)/*/$(shelf).py))) \
	emulation/core/models emulation/core/actions

SYSTEM_PACKAGES := redis-server chromium-headless-shell fonts-liberation2 poppler-utils nginx-light

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: $(RUNTIME) $(WORDS) ## set up what is missing and serve the demonstration on PORT (8000); Ctrl-C stops all of it
	@export PORT=$(PORT) DEMONSTRATION_DAY=$(DEMONSTRATION_DAY); exec .venv/bin/python manage.py serve --prepare

test: system-packages lint $(WORDS) ## every test, with a real PostgreSQL, Redis, worker and Chromium; and what lint refuses
	$(PYTEST) $(ARGS)

fast: $(TOOLS) $(WORDS) ## the tests without a browser
	$(PYTEST) -m "not browser" $(ARGS)

record: system-packages $(TOOLS) $(WORDS) ## every test, and what it checked written to RECORD (tests/recording.py)
	PYTHONPYCACHEPREFIX=$(CURDIR)/.var/recording $(PYTEST) -p tests.recording --record $(RECORD) -o enable_assertion_pass_hook=true $(ARGS)

image: $(TOOLS) $(WORDS) ## the Dockerfile built by Debian's buildah and used; as root, some minutes (tests/deploy/image.py)
	.venv/bin/python -m pytest -n 0 -s tests/deploy/image.py $(ARGS)

law: $(TOOLS) $(WORDS) ## ROUNDS (2000) random lists and histories: each row accounted for, each rule as every possible world has it
	LAW_ROUNDS=$(ROUNDS) .venv/bin/python -m pytest -q -n 0 tests/awards/lists/test_law.py tests/awards/eligibility/test_law_of_rules.py

lint: $(TOOLS) ## style of code and templates, types of what thinks, asks and does
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djlint --lint --quiet templates
	.venv/bin/mypy $(THINKS) $(ACTS)

bench: $(TOOLS) $(WORDS) ## what must be fast, as ratios to a floor measured in the same run
	.venv/bin/python -m bench

words: $(TOOLS) ## collect source strings into locale/vi for translation (needs Debian's gettext)
	.venv/bin/django-admin makemessages -l vi --no-wrap --add-location=file -i .venv -i .var -i tests -i bench

lock: ## resolve the dependencies anew (needs uv)
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) --extra embedded pyproject.toml -o requirements-run.txt
	$(LOCK) --extra embedded --extra dev pyproject.toml -o requirements-dev.txt

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv

$(RUNTIME): | .venv/bin/pip
	@echo "Installing what the application needs (about 20 seconds)"
	$(PIP) -r requirements-run.txt
	@rm -f .venv/runtime-* && touch $@

$(TOOLS): | .venv/bin/pip
	@echo "Installing what the application and its tests need"
	$(PIP) -r requirements-dev.txt
	@rm -f .venv/tools-* .venv/runtime-* && touch $@ $(RUNTIME)

$(OF_BLOCKS): locale/vi/LC_MESSAGES/django.po emulation/core/text/__init__.py | $(RUNTIME)
	@.venv/bin/python -m emulation.core.block_catalogue $< $@

%.mo: %.po | $(RUNTIME)
	@.venv/bin/pybabel --quiet compile -i $< -o $@ -l $(word 2,$(subst /, ,$<))

system-packages:
	@missing=""; for name in $(SYSTEM_PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$name"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then may=""; elif sudo -n true 2>/dev/null; then may="sudo -n"; else \
		echo "The tests need packages that are not installed. Run: sudo apt-get install --yes --no-install-recommends$$missing"; exit 1; fi; \
	echo "Installing$$missing"; \
	install="$$may env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends$$missing"; \
	$$install </dev/null || { $$may apt-get update --quiet && $$install </dev/null; }

.PHONY: help run test fast record image lint bench words lock system-packages
