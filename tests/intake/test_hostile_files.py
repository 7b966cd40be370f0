"""Files that ask a reader for more than a machine has: each gets a sentence, soon, in bounded memory."""

import io
import resource
import struct
import time
import zipfile
from datetime import date
from pathlib import Path

import msoffcrypto
import pytest
from xlrd.compdoc import CompDoc
from xlsxwriter import Workbook

from data.intake import opening
from data.intake.bounds import _BIFF_CELLS as CELL_RECORDS
from data.intake.read import read

OLD = Path(__file__).parents[1] / "material" / "intake" / "d3_grouped_headings_return.xls"
ROWS = [
    ["Victim name", "DOB", "Date of referral", "Summary"],
    ["Ann Ames", "1/1/1990", "2/11/26", "x"],
]
SOON = 20  # seconds, on a slow and busy machine


def workbook(change: dict[str, tuple[bytes, bytes]] | None = None) -> bytes:
    """A small sound workbook, some of its parts with bytes replaced."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet("S")
        for r, row in enumerate(ROWS):
            page.write_row(r, 0, row)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            raw = old.read(part)
            if change and part.filename in change:
                was, now = change[part.filename]
                assert was in raw
                raw = raw.replace(was, now, 1)
            new.writestr(part.filename, raw)
    return out.getvalue()


def sheet(was: bytes, now: bytes) -> bytes:
    return workbook({"xl/worksheets/sheet1.xml": (was, now)})


def open_document(rows: str) -> bytes:
    names = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
             'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr(
            "content.xml",
            f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="S">{rows}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def old_with(row: int, column: int) -> bytes:
    """The old workbook, one of its cells said to stand elsewhere: a reader lays out every cell up to there."""
    raw = bytearray(OLD.read_bytes())
    mem, start, length = CompDoc(bytes(raw), logfile=io.StringIO()).locate_named_stream("Workbook")
    stream = mem[start : start + length]
    at, cells = 0, []
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind in CELL_RECORDS and size >= 6:
            cells.append(bytes(stream[at : at + 4 + size]))
        at += 4 + size
    last = cells[-3]
    where = raw.index(last)
    struct.pack_into("<HH", raw, where + 4, row, column)
    return bytes(raw)


def locked() -> bytes:
    out = io.BytesIO()
    file = msoffcrypto.OfficeFile(io.BytesIO(workbook()))
    file.encrypt("words nobody knows", out)
    return out.getvalue()


def lying() -> bytes:
    """A part that says it is small and is not."""
    raw = workbook({"xl/worksheets/sheet1.xml": (b"</worksheet>", b" " * 30_000_000 + b"</worksheet>")})
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        size = parts.getinfo("xl/worksheets/sheet1.xml").file_size
    return raw.replace(struct.pack("<I", size), struct.pack("<I", 500))


CELL = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
FILES: dict[str, tuple[object, str]] = {
    "a cell in the last row and column": (lambda: sheet(b'r="D2"', b'r="XFD1048576"'), "stray"),
    "told with other quotes and order": (lambda: sheet(b'<c r="D2"', b"<c s='0' r = 'XFD1048576'"), "stray"),
    "a cell beyond every sheet": (lambda: sheet(b'r="D2"', b'r="ZZZZZZZ999999999"'), "stray"),
    "a part that unpacks to much": (lambda: sheet(b"</worksheet>", b" " * 210_000_000 + b"</worksheet>"), "unpacks"),
    "a part that hides its size": (lying, "damaged"),
    "an old workbook, a column too far": (lambda: old_with(65_000, 65_000), "damaged"),
    "an old workbook cut in two": (lambda: OLD.read_bytes()[:7_000], "damaged"),
    "a cell repeated for ever": (
        lambda: open_document(
            f'<table:table-row table:number-rows-repeated="1048576">{CELL.format(" table:number-columns-repeated=" + chr(34) + "16384" + chr(34))}</table:table-row>'
        ),
        "stray",
    ),
    "a number no row can have": (
        lambda: open_document(
            f'<table:table-row table:number-rows-repeated="99999999999999999999">{CELL.format("")}</table:table-row>'
        ),
        "",
    ),
    "nothing but commas": (lambda: b"," * 20_000_000, "20,000 rows"),
    "rows without end": (lambda: b"Victim name,DOB,Date of referral,Summary\n" + b"A,,,x\n" * 25_000, "20,000 rows"),
    "a cell of many megabytes": (lambda: b'Victim,"' + b"x" * 20_000_000, ""),
    "locked with a password": (locked, "password"),
    "a letter in an old format": (lambda: OLD.read_bytes().replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le")), "not a spreadsheet"),
    "a web page": (lambda: b"\xef\xbb\xbf \n<!DOCTYPE html><table><tr><td>Victim</table>", "not a spreadsheet"),
    "white space": (lambda: b"\r\n \t\r\n", "empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_sentence_soon(name: str, tmp_path: Path) -> None:
    """No traceback, no endless wait, nobody named."""
    made, word = FILES[name]
    path = tmp_path / "referrals.xlsx"
    path.write_bytes(made())  # type: ignore[operator]
    began = time.monotonic()
    got = read(path, today=date(2026, 11, 24))
    assert time.monotonic() - began < SOON
    assert got.file_error.endswith(".")
    assert word in got.file_error
    assert not got.cases


def test_the_workbook_the_others_are_made_from_is_sound(tmp_path: Path) -> None:
    """Otherwise the files above would be refused for another reason."""
    for raw in (workbook(), OLD.read_bytes(), old_with(16, 20)):
        path = tmp_path / "sound.xlsx"
        path.write_bytes(raw)
        assert read(path, today=date(2026, 11, 24)).cases
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_500_000, "kilobytes"


def test_a_reader_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the reason it does not come to an end."""
    monkeypatch.setattr(opening, "LONGEST", 0.01)
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())
    assert "too long" in read(path, today=date(2026, 11, 24)).file_error
