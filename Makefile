# Everything a developer needs; each target sets up what it uses, once.
VENV := .venv
PYTHON := $(VENV)/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
SETUP := packaging/setup
DEMO := $(PYTHON) main.py --demo build/demo
DISPLAYED := $(if $(filter Linux,$(shell uname)),$(DISPLAY)$(WAYLAND_DISPLAY),yes)

.DEFAULT_GOAL := help
.PHONY: help setup run demo test lint screens bench faults package

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.system $(VENV)/.packages ## prepare Python, the pinned packages and the system libraries (once)

run: setup ## start the program; without a display, make the demo instead
ifeq ($(DISPLAYED),)
	@echo "Tidak ada layar di komputer ini, jadi yang dibuat adalah contohnya (make demo)."
	@$(DEMO)
else
	@$(PYTHON) main.py
endif

demo: setup ## take a made-up case through all stages: papers and pictures in build/demo
	@$(DEMO)

test: setup $(VENV)/.packages-dev ## run the tests; needs no display
	$(OFFSCREEN) $(PYTHON) -m pytest

lint: setup $(VENV)/.packages-dev ## check style, types and import contracts
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

screens: setup ## draw every screen into build/screens
	@$(PYTHON) main.py --screens build/screens

bench: setup $(VENV)/.packages-dev ## measure start, memory and speed against their goals
	$(OFFSCREEN) $(PYTHON) -m pytest tests/benchmarks -p no:randomly -s

faults: setup $(VENV)/.packages-dev ## run only the tests of full disks, lost files and power cuts, with many more tries
	KONFKASUS_FAULTS=500 $(OFFSCREEN) $(PYTHON) -m pytest tests/faults

package: setup $(VENV)/.packages-dev ## build the one-folder program into dist/konfkasus
	$(PYTHON) -m PyInstaller --noconfirm --clean --log-level WARN \
		--workpath build/package --distpath dist packaging/konfkasus.spec

# The scripts write the stamps, and only when they are through: an interrupted set-up starts over.
# PYTHON3=/path/to/python chooses another Python for the virtual environment.
$(VENV)/.system: $(SETUP)/system.sh
	@sh $(SETUP)/system.sh $(VENV) .system

$(VENV)/.packages: requirements.txt $(SETUP)/packages.sh | $(VENV)/.system
	@sh $(SETUP)/packages.sh $(VENV) .packages requirements.txt

$(VENV)/.packages-dev: requirements-dev.txt $(VENV)/.packages
	@sh $(SETUP)/packages.sh $(VENV) .packages-dev requirements-dev.txt

# A Python that went away (a system upgrade) took its packages with it, whatever the stamp says.
ifeq ($(shell test -x $(PYTHON) && echo there),)
.PHONY: $(VENV)/.packages
endif
