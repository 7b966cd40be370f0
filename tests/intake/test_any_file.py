"""Whatever a file holds, reading it ends in an answer: cases, reasons or one sentence, never an exception."""

import contextlib
import csv
import io
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from data.intake.as_json import as_json
from data.intake.read import Understood, read, understand
from data.intake.reader import Cell, Refused, sheets
from data.intake.sheet import Grid, Value

MATERIAL = Path(__file__).parents[1] / "material" / "intake"
EXAMPLES = sorted(p for p in MATERIAL.iterdir() if p.suffix in (".xlsx", ".xls", ".csv"))
TODAY = date(2026, 11, 24)
WORDS = [
    "Victim name",
    "Surname",
    "First name",
    "DOB",
    "Date of referral",
    "Perpetrator",
    "Children (name, age)",
    "What happened",
    "Consent",
    "Risk",
    "Tel",
    "Address",
    "Relationship",
    "VICTIM",
    "PERPETRATOR",
    "Role",
    "Case no",
    "Total",
    "Child 1",
    "Agency:",
    "Emri",
    "Mbiemri",
    "Keeley Brathwell",
    "FOSGATE, Darren",
    "aka",
    "(",
    ")",
    "1) A 2) B",
    "Ella (7), Tom (4)",
    "31/02/2026",
    "03/11/26",
    "3rd Nov 26",
    "as above",
    "N/K",
    "07700 900101 / 07700 900102",
    "+44 (0)",
    "18/24",
    "High",
    "=1+1",
    "DOB: 1/1/90",
    "Agency: Housing",
    "0/0/0",
    "99.99.99",
    "-",
    "",
    " ",
]
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.none(),
    st.floats(-1e6, 1e12, allow_nan=False),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.text(max_size=12).filter(lambda t: "\0" not in t),
)
GRIDS = st.lists(st.lists(CELLS, max_size=8), max_size=12)
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def answered(got: Understood) -> None:
    as_json(got)
    assert got.cases or got.rejected or got.file_error.endswith(".")


@QUICK
@given(GRIDS)
def test_any_grid(rows: list[list[Value]]) -> None:
    answered(understand([Grid("S", [[cell if cell != "" else None for cell in row] for row in rows])], today=TODAY))


@settings(QUICK, max_examples=40)
@given(GRIDS)
def test_any_text(rows: list[list[Value]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    with contextlib.suppress(Refused):
        for sheet in sheets(written.getvalue().encode("utf-8", errors="replace")):
            answered(understand([Grid(sheet.name, as_values(sheet.rows))], today=TODAY))


@settings(QUICK, max_examples=40)
@given(GRIDS)
def test_any_workbook(rows: list[list[Value]]) -> None:
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        page = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(r, c, value, day)
                elif isinstance(value, str):
                    page.write_string(r, c, value)
                elif value is not None:
                    page.write(r, c, value)
    for sheet in sheets(written.getvalue()):
        answered(understand([Grid(sheet.name, as_values(sheet.rows))], today=TODAY))


def as_values(rows: list[list[Cell]]) -> list[list[Value]]:
    return [[date.fromisoformat(cell[0]) if isinstance(cell, list) else cell for cell in row] for row in rows]


@settings(QUICK, max_examples=50)
@given(st.sampled_from(EXAMPLES), st.integers(0, 10**6), st.integers(0, 3), st.binary(max_size=20))
def test_a_damaged_example(example: Path, at: int, how: int, noise: bytes) -> None:
    """Through the reader's own process: a damaged length makes readers ask for more memory than there is."""
    raw = example.read_bytes()
    at %= len(raw)
    parts = (raw[:at], raw[at:], raw[:at] + noise + raw[at + len(noise) :], raw[:at] + noise + raw[at:])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, example.name)
        path.write_bytes(parts[how])
        answered(read(path, today=TODAY))
