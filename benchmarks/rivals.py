"""Quality and speed beside Presidio (without a language model) and scrubadub, on the same notes in one run.

The rivals are installed for this alone, into an environment of their own in a temporary folder
(``RIVALS`` names one that is kept). The model that comes with the project learned from these notes too; so one is
learned without them first, in a copy (a minute or two), and that one is measured. The rules were written with them at hand.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.jsonl import case_file
from redaction.recorded.known import Known

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT / "tests" / "material" / "eval"
Spans = Sequence[Sequence[int]]


def measure() -> Iterator[str]:
    yield f"{'notes':8}{'engine':30}{'direct known':>13}{'unknown':>9}{'quasi':>7}{'clean':>7}{'overmasked':>12}{'characters/s':>14}"
    with tempfile.TemporaryDirectory() as held:
        home = _environment(Path(os.environ.get("RIVALS", f"{held}/rivals")))
        copy = _without_these(Path(held) / "copy")
        for code in ("en", "sq"):
            rows = [
                json.loads(line) for line in (MATERIAL / f"dev.{code}.jsonl").read_text(encoding="utf-8").splitlines()
            ]
            size = sum(len(row["text"]) for row in rows)
            engines = {"this project": _measured([sys.executable, "-m", "benchmarks.rivals"], rows, copy)}
            engines["find and replace"] = _replaced(rows)
            for rival in ("presidio", "scrubadub"):
                worker = Path(__file__).with_name("_rivals_worker.py")
                engines[f"{rival}, no model"] = _measured([str(home), "-P", str(worker), rival], rows, ROOT)
            for name, (seconds, spans) in engines.items():
                figures = _score(rows, spans)
                shown = [figures.get(k) for k in ("direct known", "direct unknown", "quasi", "clean", "overmasked")]
                told = "".join(f"{value:>{width}.3f}" for value, width in zip(shown, (13, 9, 7, 7, 12), strict=True))
                yield f"{code:8}{name:30}{told}{size / seconds:>14,.0f}"


def _environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([str(python), "-I", "-m", "pip", "install", "-q", "presidio-analyzer", "scrubadub"], check=True)
    return python


def _without_these(folder: Path) -> Path:
    """A copy of what disguises, its model learned without the notes that are measured on."""
    for part in ("redaction", "data", "tools", "tests/material/eval", "benchmarks"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "tools.train", "--without", "material", "--only", "notes"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder


def _ours(rows: Sequence[dict[str, Any]]) -> tuple[float, list[Spans]]:
    jobs = [(RawText(row["text"]), Known.of([case_file(row["record"])]), row["lang"]) for row in rows]
    best, spans = float("inf"), []
    for _try in range(4):
        began = time.process_time()
        spans = [[(s.start, s.end) for s in disguise(t, k, language=code).spans] for t, k, code in jobs]
        best = min(best, time.process_time() - began)
    return best, spans


def _replaced(rows: Sequence[dict[str, Any]]) -> tuple[float, list[Spans]]:
    """What an editor's find and replace of the record's values hides."""
    spans = []
    began = time.process_time()
    for row in rows:
        found = []
        for person in row["record"]["people"]:
            names, address = person["names"], person.get("address") or {}
            full = f"{names['first']} {names['last']}".strip()
            values = [
                full,
                names["first"],
                names["last"],
                *names["also_known_as"],
                *person["phones"],
                *person["emails"],
                *address.values(),
            ]
            for value in {v for v in values if v}:
                at = row["text"].find(value)
                while at >= 0:
                    found.append((at, at + len(value)))
                    at = row["text"].find(value, at + 1)
        spans.append(found)
    return time.process_time() - began, spans


def _measured(command: Sequence[str], rows: Sequence[dict[str, Any]], folder: Path) -> tuple[float, list[Spans]]:
    """Seconds and spans as another process tells them; it gets the notes."""
    done = subprocess.run([*command], input=json.dumps(rows), cwd=folder, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return told["seconds"], told["spans"]


def _score(rows: Sequence[dict[str, Any]], spans: Sequence[Spans]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as held:
        gold, got = Path(held) / "gold", Path(held) / "got"
        gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        answers = [
            {"id": row["id"], "disguised": "", "spans": [{"start": a, "end": b, "placeholder": ""} for a, b in found]}
            for row, found in zip(rows, spans, strict=True)
        ]
        got.write_text("\n".join(map(json.dumps, answers)), encoding="utf-8")
        command = [sys.executable, str(MATERIAL / "score.py"), str(gold), str(got), "--json"]
        figures: dict[str, float] = json.loads(
            subprocess.run(command, capture_output=True, text=True, check=True).stdout
        )
        return figures


if __name__ == "__main__":
    seconds, spans = _ours(json.load(sys.stdin))
    json.dump({"seconds": seconds, "spans": spans}, sys.stdout)
