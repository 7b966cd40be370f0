"""The four example spreadsheets, scored as people would compare them: nobody invented, nobody lost."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data.intake.as_json import as_json
from data.intake.read import read

MATERIAL = Path(__file__).parents[1] / "material" / "intake"
FILES = sorted(p for p in MATERIAL.iterdir() if p.suffix in (".xlsx", ".xls", ".csv"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_example(path: Path, tmp_path: Path) -> None:
    got = tmp_path / "got.json"
    got.write_text(json.dumps(as_json(read(path, today=date(2026, 11, 24))), ensure_ascii=False), encoding="utf-8")
    expected = path.with_name(path.stem + ".expected.json")
    scorer = [sys.executable, str(MATERIAL / "score_intake.py"), str(expected), str(got), "-v"]
    told = subprocess.run(scorer, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert "expected" not in told.replace("rejected", "")
    assert "invented people 0" in told
    assert "invented cases     0   lost cases 0" in told
