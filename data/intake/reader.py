"""Reads a spreadsheet in a process of its own: no keys, bounded memory and time, no file but the one it is handed.

Run as ``python -I -m data.intake.reader``, the file on standard input. Answers on standard output with lines of JSON:
a line for each sheet, a line for each of its rows, and ``{"end": true}``; or one ``{"error": word}``. XLSX, XLS and
ODS are read by calamine, CSV by the standard library, notes on cells beside.
"""

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TextIO

from data.intake.bounds import (
    LARGEST_FILE,
    MOST_FILLED,
    MOST_ROWS,
    TooMuch,
    check_old,
    check_open_document,
    check_packed,
)
from data.intake.notes import Beside, beside_cells

MEMORY = 3_000_000_000  # bytes this process may address
SECONDS = 90  # of processor time
_OTHER_KINDS = (b"%pdf", b"{\\rtf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"7z\xbc\xaf", b"rar!")  # fmt: skip

Cell = str | float | None | list[str]


class Refused(Exception):
    """``args[0]`` is the word for why."""


@dataclass(slots=True)
class Read:
    """One sheet as it goes over the line; a date is a list of one ISO day."""

    name: str
    rows: list[list[Cell]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)
    from_1904: bool = False
    concealed: bool = False


def main() -> int:
    """Read standard input, answer on standard output."""
    _bound()
    raw = sys.stdin.buffer.read(LARGEST_FILE + 1)
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="ascii", write_through=False)
    try:
        for sheet in bounded(sheets(raw)):
            _write(sheet, out)
        out.write('{"end": true}\n')
    except (Refused, TooMuch) as why:
        out.write(json.dumps({"error": why.args[0]}) + "\n")
    except MemoryError:
        out.write('{"error": "stray"}\n')
    out.flush()
    return 0


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows: the sizes are checked all the same, and whoever asked stops us after a time
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def _write(sheet: Read, out: TextIO) -> None:
    notes = [[*place, text] for place, text in sheet.beside.notes.items()]
    told = {"name": sheet.name, "rows": len(sheet.rows), "merged": sheet.merged, "notes": notes,
            "hidden": sorted(sheet.beside.hidden), "from_1904": sheet.from_1904, "concealed": sheet.concealed}  # fmt: skip
    out.write(json.dumps(told) + "\n")
    for row in sheet.rows:
        out.write(json.dumps(row) + "\n")


def bounded(found: Iterator[Read]) -> Iterator[Read]:
    """Sheets as they come, refused once they say more than a list of referrals can."""
    rows = cells = 0
    for sheet in found:
        rows += sum(1 for row in sheet.rows if row)
        cells += sum(map(len, sheet.rows))
        if rows > MOST_ROWS:
            raise Refused("many")
        if cells > MOST_FILLED * 4:
            raise Refused("stray")
        yield sheet


def sheets(raw: bytes) -> Iterator[Read]:
    """Every sheet of a file, hidden ones too. Raises Refused or TooMuch."""
    if len(raw) > LARGEST_FILE:
        raise Refused("large")
    if not raw.strip(b"\0 \r\n\t"):
        raise Refused("empty")
    if raw.startswith(b"PK"):
        yield from _workbook(raw, _check_new(raw))
    elif raw.startswith(b"\xd0\xcf\x11\xe0"):
        _check_compound(raw)
        yield from _workbook(raw, False)
    elif raw[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_OTHER_KINDS):
        raise Refused("kind")
    else:
        yield _csv(raw)


def _check_new(raw: bytes) -> bool:
    """Whether days count from 1904; raises when the file must not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            names = set(parts.namelist())
            if "META-INF/manifest.xml" in names and b"encryption-data" in parts.read("META-INF/manifest.xml"):
                raise Refused("password")
            if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
                raise Refused("kind")
            check_packed(parts)
            if "content.xml" in names:
                check_open_document(parts)
            if "xl/workbook.xml" not in names:
                return False
            return bool(re.search(rb"""date1904\s*=\s*["'](1|true)""", parts.read("xl/workbook.xml")))
    except (Refused, TooMuch):
        raise
    except Exception:  # a damaged archive raises whatever it likes
        raise Refused("damaged") from None


def _check_compound(raw: bytes) -> None:
    from xlrd.compdoc import CompDoc

    try:
        inside = CompDoc(raw, logfile=io.StringIO())
        if inside.locate_named_stream("EncryptedPackage")[0] is not None:
            raise Refused("password")
        for name in ("Workbook", "Book"):
            mem, start, length = inside.locate_named_stream(name)
            if mem is not None:
                check_old(mem, start, length)
                return
    except (Refused, TooMuch):
        raise
    except Exception:
        raise Refused("damaged") from None
    raise Refused("kind")


def _workbook(raw: bytes, from_1904: bool) -> Iterator[Read]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            beside = beside_cells(raw, book.sheet_names)
            for told in book.sheets_metadata:
                try:
                    sheet = book.get_sheet_by_name(told.name)
                except CalamineError:
                    continue  # a sheet of charts has no cells
                merged = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
                hidden = told.visible is not SheetVisibleEnum.Visible
                yield Read(told.name, _rows(sheet), merged, beside.get(told.name, Beside()), from_1904, hidden)
    except (Refused, TooMuch, MemoryError, GeneratorExit):
        raise
    except PasswordError:
        raise Refused("password") from None
    except BaseException:  # readers of damaged files raise, even panic; what they say may quote the file
        raise Refused("damaged") from None


def _rows(sheet) -> list[list[Cell]]:  # type: ignore[no-untyped-def]
    """All rows from the first of the sheet; cells after the last filled one are left away."""
    if sheet.start is None:
        return []
    first, left = sheet.start
    found: list[list[Cell]] = [[] for _ in range(first)]
    filled = 0
    for row in sheet.iter_rows():
        cells = [_value(cell) for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        filled += sum(cell is not None for cell in cells)
        if filled > MOST_FILLED:
            raise Refused("many")
        found.append([None] * left + cells if cells else [])
    while found and not found[-1]:
        found.pop()
    return found


def _value(cell: object) -> Cell:
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime | date):
        return [cell.isoformat()[:10]]
    if isinstance(cell, float | int):
        return float(cell)
    if isinstance(cell, time | timedelta):
        return str(cell)
    return str(cell)


def _csv(raw: bytes) -> Read:
    text = _decoded(raw)
    if "\0" in text or sum(c < " " and c not in "\t\r\n\f\x0b" for c in text[:4000]) > 5:
        raise Refused("kind")
    csv.field_size_limit(10_000_000)
    # 'sep=;' in the first line is a word to the spreadsheet program; it stays as an empty row.
    told = re.match(r"sep=(.)\r?\n", text)
    sign = told.group(1) if told else _delimiter(text)
    text = text[told.end() - 1 :] if told else text
    rows: list[list[Cell]] = []
    filled = 0
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=False):
            filled += len(line)
            if filled > 4 * MOST_FILLED:
                raise Refused("many")
            rows.append([cell if cell != "" else None for cell in line] if any(line) else [])
    except csv.Error:
        raise Refused("damaged") from None
    return Read("", rows)


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    # Without its mark, UTF-16 shows itself by an empty byte beside nearly every letter.
    start = raw[:4000]
    for half, name in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if len(half) > 10 and half.count(0) > 0.8 * len(half) and start.count(0) < 0.6 * len(start):
            return raw.decode(name, errors="replace")
    if raw[1:2] == b"\0" or raw[:1] == b"\0":
        raise Refused("kind")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    # cp1252 has five holes; Albanian and English text never uses them.
    return raw.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The sign that splits most lines into the same, largest number of cells."""
    best, most = ",", 0
    for sign in ";,\t|":
        rows = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign)
        try:
            widths = [len(row) for row in rows]
        except csv.Error:
            continue
        wide = max(widths, default=0)
        score = sum(width == wide for width in widths) * (wide > 1) * wide
        if score > most:
            best, most = sign, score
    return best


if __name__ == "__main__":
    sys.exit(main())
