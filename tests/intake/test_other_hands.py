"""Sheets of other hands, harder than the examples, read as a careful person would: nobody invented, nobody lost."""

import contextlib
import importlib.util
import io
import json
from datetime import date
from pathlib import Path

import pytest

from data.intake.as_json import as_json
from data.intake.read import read
from tests.intake.hands import agendas, coordinator, lists, municipality, others, returns, service
from tests.intake.hands.making import Sheet

SCORER = Path(__file__).parents[1] / "material" / "intake" / "score_intake.py"
SHEETS = [
    *coordinator.SHEETS,
    *municipality.SHEETS,
    *service.SHEETS,
    *others.SHEETS,
    *lists.SHEETS,
    *returns.SHEETS,
    *agendas.SHEETS,
]
TODAY = date(2026, 11, 24)


def differences(expected: Path, got: Path) -> str:
    """What the scorer tells, difference by difference."""
    spec = importlib.util.spec_from_file_location("score_intake", SCORER)
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        scorer.main([str(expected), str(got), "-v"])
    return told.getvalue()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.file)
def test_a_sheet_of_another_hand(sheet: Sheet, tmp_path: Path) -> None:
    """Every field as expected, down to the letter of the narrative; every row that is no case left alone."""
    path = tmp_path / sheet.file
    sheet.make(path)
    expected, got = tmp_path / "expected.json", tmp_path / "got.json"
    expected.write_text(json.dumps(sheet.expected(), ensure_ascii=False), encoding="utf-8")
    got.write_text(json.dumps(as_json(read(path, today=TODAY)), ensure_ascii=False), encoding="utf-8")
    told = differences(expected, got)
    wrong = [line for line in told.splitlines() if line.startswith("   ") or ": [" in line[:18]]
    assert not wrong, told
    assert "invented people 0" in told
    assert "invented cases     0   lost cases 0" in told
