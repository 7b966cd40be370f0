.PHONY: check test lock words spoken benchmarks
check:       ## style, types, fences, tests
	python3 run.py check
test:
	python3 run.py test
lock:        ## needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --no-header --extra dev --extra build pyproject.toml -o constraints.txt
words:       ## gather every word on screens and papers for translators
	PYTHONPATH=. .venv/bin/pybabel extract -F babel.cfg -o meeting/locale/meeting.pot --project=meeting --no-location --sort-output .
	.venv/bin/pybabel update -i meeting/locale/meeting.pot -d meeting/locale -D meeting --no-fuzzy-matching --width 110
spoken:      ## after translating
	.venv/bin/pybabel compile -d meeting/locale -D meeting
benchmarks:
	.venv/bin/python -m benchmarks
