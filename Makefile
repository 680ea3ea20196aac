# Everything a developer needs; each target sets up what it uses, once.
VENV := .venv
PYTHON := $(VENV)/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
SPREAD := -n auto --dist worksteal
SETUP := packaging/setup
DEMO := $(PYTHON) main.py --demo build/demo
DISPLAYED := $(if $(filter Linux,$(shell uname)),$(DISPLAY)$(WAYLAND_DISPLAY),yes)

.DEFAULT_GOAL := help
.PHONY: help setup run demo test lint screens bench faults package package-windows test-package

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

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
	$(OFFSCREEN) $(PYTHON) -m pytest $(SPREAD)

lint: setup $(VENV)/.packages-dev ## check style, types and import contracts
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

screens: setup ## draw every screen into build/screens
	@$(PYTHON) main.py --screens build/screens

bench: setup $(VENV)/.packages-dev dist/.linux ## measure start, memory, speed and installers against their goals
	$(OFFSCREEN) $(PYTHON) -m pytest tests/benchmarks -p no:randomly -s

faults: setup $(VENV)/.packages-dev ## try to lose or to read what is kept: kill, fill, damage, search, feed bad files (about 15 minutes)
	KONFKASUS_FAULTS=500 $(OFFSCREEN) $(PYTHON) -m pytest $(SPREAD) tests/faults

package: ## build the installers for Linux into dist: .deb, and .run for one user
	@sh packaging/setup/tools.sh linux
	@sh packaging/linux/bundle.sh
	@sh packaging/linux/build_deb.sh build/linux/konfkasus dist
	@sh packaging/linux/build_run.sh build/linux/konfkasus dist
	@build/linux/venv/bin/python packaging/bundle/page.py dist
	@sh packaging/sums.sh dist
	@touch dist/.linux

package-windows: ## build the setup for Windows into dist, under Wine
	@sh packaging/setup/tools.sh windows
	@bash packaging/windows/bundle_wine.sh
	@sh packaging/windows/build_setup.sh build/windows/konfkasus dist
	@sh packaging/sums.sh dist

test-package: setup $(VENV)/.packages-dev ## install, upgrade and remove what lies in dist, in a fresh Debian and under Wine
	@sh packaging/setup/tools.sh windows
	@sh packaging/setup/tools.sh test
	$(PYTHON) -m pytest packaging/test -p no:randomly -s

# What the benchmarks need, and nobody has built yet.
dist/.linux:
	@$(MAKE) package

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
