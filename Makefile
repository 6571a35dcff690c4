# One entry for people and CI alike. Each target makes the virtual environment it needs.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help demo test lint bench quality messages readme clean

help:
	@echo "make demo      set up, and build the editions and the report of the articles here"
	@echo "make test      set up, and run the tests"
	@echo "make lint      set up, and run ruff, mypy and import-linter"
	@echo "make bench     set up, and print the timings"
	@echo "make quality   set up, and measure the checks"
	@echo "make messages  bring taiyaku's own message catalogs up to date"
	@echo "make readme    write README.ja.md from its catalog"
	@echo "make clean     remove what make has made"

$(VENV)/python: 
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

# A stamp for each set of packages: installed again when the project's metadata changes.
$(VENV)/base: $(VENV)/python pyproject.toml src/build_messages.py $(wildcard src/taiyaku/locales/*/LC_MESSAGES/*.po)
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q src/taiyaku  # an installed package has its bytecode; so start as fast as one
	@touch $@

$(VENV)/test: $(VENV)/base
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/lint: $(VENV)/test
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@

demo: $(VENV)/base
	$(BIN)/taiyaku status
	$(BIN)/taiyaku build
	$(BIN)/taiyaku check --fail-on never --format html --output build/check.html
	@echo "English:      build/en/2024-08-torrance-bizen/index.html"
	@echo "日本語:       build/ja/2024-08-torrance-bizen/index.html"
	@echo "対訳 EN–JA:   build/bilingual/2024-08-torrance-bizen/index.html"
	@echo "Findings:     build/check.html"
	@echo "Everything:   build/index.html"

test: $(VENV)/test
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/test
	$(BIN)/python tests/bench/run.py $(ARGS)

quality: $(VENV)/test
	$(BIN)/python -m tests.quality $(ARGS)

# What has no translation yet is left empty in the catalog, and tests/test_messages.py says so.
CATALOG := src/taiyaku/locales/ja/LC_MESSAGES/taiyaku.po
messages: $(VENV)/base
	@mkdir -p build
	$(BIN)/pybabel -q extract -F pyproject.toml -k Phrase -k Good:3 --no-location --no-wrap --project taiyaku --version 0.1.0 \
	  -o build/taiyaku.pot src/taiyaku $$($(BIN)/python -c 'import click; print(*click.__path__)')
	$(BIN)/pybabel -q update -D taiyaku -i build/taiyaku.pot -d src/taiyaku/locales -l ja \
	  --no-wrap --no-fuzzy-matching --ignore-pot-creation-date
	$(BIN)/python -c "import pathlib; p = pathlib.Path('$(CATALOG)'); p.write_text(p.read_text('utf-8').rstrip() + '\n', 'utf-8')"

readme: $(VENV)/base
	$(BIN)/taiyaku build README.md --locale ja --edition markdown
	cp build/ja/readme/index.md README.ja.md

clean:
	rm -rf $(VENV) build
