# Stopline's front door. `make drive` and `make test` are all a new machine needs.

SWIFT ?= swift
SCENARIO ?= Scenarios/stop-to-yield.yaml
FUZZ_RUNS ?= 1000000
OUT ?= out/$(basename $(notdir $(SCENARIO)))
STOPLINE := .build/release/stopline
SOURCES := Sources Tests Package.swift

.DEFAULT_GOAL := help
.PHONY: help setup build drive tune test fuzz bench reference format lint clean

help: ## What can be asked for
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install libpng, zlib and TurboJPEG with their headers where they are missing
	@bash .ci/setup

build: setup ## Build the program, optimised
	$(SWIFT) build -c release --product stopline

drive: build ## Run SCENARIO (default: the crafted stop sign) and say where to look
	$(STOPLINE) drive $(SCENARIO) --out $(OUT)

tune: build ## Choose the rejection threshold on rendered signs, against an attacker who knows it
	$(STOPLINE) tune --out out/tune

test: setup lint ## Check the format, then run every test (SWIFTFLAGS: more for the compiler)
	$(SWIFT) test -c release $(SWIFTFLAGS)

fuzz: setup ## Read FUZZ_RUNS made-up files of each format (see Tests/Fuzz)
	$(SWIFT) build --package-path Tests/Fuzz -c release --sanitize=fuzzer
	@for fuzzer in PNG JPEG Netpbm; do \
	  mkdir -p .build/fuzz/$$fuzzer && \
	  Tests/Fuzz/.build/release/Fuzz$$fuzzer -runs=$(FUZZ_RUNS) -max_len=1024 -timeout=30 -rss_limit_mb=256 -verbosity=0 \
	    -artifact_prefix=.build/fuzz/ .build/fuzz/$$fuzzer || exit; \
	  echo "Fuzz$$fuzzer: $(FUZZ_RUNS) inputs, nothing found"; \
	done

bench: build ## Measure the engine beside PyTorch, ONNX Runtime and attack libraries (see Tests/Peers)
	@bash .ci/bench

reference: build ## Write the scenarios' reference in Scenarios/README.md anew
	@sed '/<!-- keys -->/q' Scenarios/README.md >.reference && echo >>.reference \
	  && $(STOPLINE) check --reference >>.reference && mv .reference Scenarios/README.md

lint: ## Check the format
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: ## Put the sources in the project's format
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

clean: ## Remove what was built and written
	rm -rf .build out
