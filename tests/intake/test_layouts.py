"""Layouts, headings and values of other hands, each written here as a spreadsheet and read back."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from data.intake.read import Understood, read
from data.records.case_details import Role
from data.records.sharing import ConsentState

TODAY = date(2026, 11, 24)


def sheet(path: Path, rows: list[list[object]], *, notes: dict[tuple[int, int], str] | None = None) -> Understood:
    with Workbook(path) as book:
        page = book.add_worksheet("Sheet")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(r, c, value, day)
                elif isinstance(value, str):
                    page.write_string(r, c, value)
                elif value is not None:
                    page.write(r, c, value)
        for (r, c), text in (notes or {}).items():
            page.write_comment(r, c, text)
    return read(path, today=TODAY)


def people(understood: Understood, role: Role, at: int = 0) -> list[str]:
    return [p.full_name for p in understood.cases[at].file.people if p.role is role]


def test_a_row_for_each_person(tmp_path: Path) -> None:
    got = sheet(tmp_path / "a.xlsx", [
        ["Case no", "Role", "First name", "Surname", "DOB", "Date of referral", "Summary"],
        [1, "Victim", "Keeley", "Brathwell", "17/04/1991", "03/11/2026", "He came to the flat."],
        [1, "Perpetrator", "Darren", "Fosgate", "02/09/1988", None, None],
        [1, "Child", "Ella", "Brathwell", "01/02/2019", None, None],
        [2, "Victim", "Imani", "Okoroh", "N/K", "04/11/2026", "A caller said so."],
    ])  # fmt: skip
    assert len(got.cases) == 2
    assert people(got, Role.PERPETRATOR) == ["Darren Fosgate"]
    assert people(got, Role.CHILD) == ["Ella Brathwell"]
    assert got.cases[1].file.people[0].date_of_birth is None


def test_two_rows_of_headings_and_children_below(tmp_path: Path) -> None:
    got = sheet(tmp_path / "a.xlsx", [
        ["VICTIM", None, "PERPETRATOR", None, "CHILDREN", None, "CASE", None],
        ["Surname", "First name", "Surname", "First name", "Name", "DOB", "Date", "What happened"],
        ["Hartsop", "Denise", "Hartsop", "Trevor", "Ann Hartsop", "03/03/2015", "05/11/2026", "Petrol."],
        [None, None, None, None, "Bea Hartsop", "04/04/2017", None, None],
        ["Total", 1, None, None, None, None, None, None],
    ])  # fmt: skip
    assert len(got.cases) == 1
    assert people(got, Role.CHILD) == ["Ann Hartsop", "Bea Hartsop"]
    assert people(got, Role.PERPETRATOR) == ["Trevor Hartsop"]


def test_a_column_for_each_case(tmp_path: Path) -> None:
    got = sheet(tmp_path / "a.xlsx", [
        ["Date of referral", "03/11/2026", "04/11/2026"],
        ["Referring agency", "Police", "Housing"],
        ["Victim name", "Keeley Brathwell", "Imani Okoroh"],
        ["Victim DOB", "17/04/1991", "01/01/1990"],
        ["Perpetrator name", "Darren Fosgate", "Unknown"],
        ["Consent", "Yes", "No"],
        ["What happened", "First.", "Second."],
    ])  # fmt: skip
    assert [people(got, Role.VICTIM, at) for at in (0, 1)] == [["Keeley Brathwell"], ["Imani Okoroh"]]
    assert [c.file.narrative.text for c in got.cases] == ["First.", "Second."]
    assert got.cases[1].file.case.consent is ConsentState.REFUSED


def test_notes_on_cells_are_kept(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Victim name", "DOB", "Phone", "Date of referral", "Summary"],
        ["Keeley Brathwell", date(1991, 4, 17), 7700900114, date(2026, 11, 3), "=not a formula"],
    ]
    got = sheet(tmp_path / "a.xlsx", rows, notes={(1, 2): "safe before noon only"})
    file = got.cases[0].file
    assert "safe before noon only" in [r.text.text for r in file.remarks]
    assert file.people[0].phones == ("07700900114",)
    assert file.narrative.text == "=not a formula"


def test_what_cannot_be_taken_is_told_and_never_quoted(tmp_path: Path) -> None:
    got = sheet(tmp_path / "a.xlsx", [
        ["Victim name", "DOB", "Date of referral", "Summary"],
        ["Keeley Brathwell", "30/02/1991", "31/02/2026", "A."],
        ["", "", "03/11/2026", "Nobody is named."],
        ["Imani Okoroh", "31.12.90", "2026-11-05", "B."],
    ])  # fmt: skip
    assert [(s.row, s.column) for s in got.rejected] == [(2, "Date of referral"), (3, "Victim name")]
    assert people(got, Role.VICTIM) == ["Imani Okoroh"]
    told = " ".join(s.why for s in (*got.rejected, *got.warnings))
    assert "Keeley" not in told
    assert "31/02" not in told


def test_albanian_in_cp1252_with_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = "Emri;Mbiemri;Datëlindja;Dhunuesi;Fëmijët;Pëlqimi;Data e referimit;Përshkrimi\n"
    lines += "Mirela;Kolndreu;12 maj 1988;Arben Kolndreu;Elira (9 vjeç) dhe Noel (5 vjeç);Po;3.11.26;U godit.\n"
    path.write_bytes(lines.encode("cp1252"))
    got = read(path, today=TODAY)
    assert people(got, Role.CHILD) == ["Elira", "Noel"]
    assert got.cases[0].file.people[0].date_of_birth == date(1988, 5, 12)
    assert got.cases[0].file.case.consent is ConsentState.GIVEN


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\x01\x02\x03" * 50,
        b"%PDF-1.7 nothing",
        b"PK\x03\x04broken",
        b"only words here\n",
        b"\xd0\xcf\x11\xe0zzz",
    ],
)
def test_a_file_that_is_none(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "referrals.xlsx"
    path.write_bytes(raw)
    got = read(path, today=TODAY)
    assert got.file_error.endswith(".")
    assert not got.cases


def test_a_packed_file_that_is_no_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")
    assert read(path, today=TODAY).file_error
