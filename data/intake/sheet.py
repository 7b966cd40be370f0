"""A spreadsheet file as plain grids: XLSX, XLS, ODS by calamine, CSV by the standard library, notes beside.

Rows and columns count from 0 here; people are told them as a spreadsheet shows them (row 1, column A).
"""

import csv
import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from gettext import gettext as _
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from data.intake.notes import Beside, beside_cells

Value = str | float | date | None
LARGEST_FILE = 50_000_000  # bytes, packed and unpacked: a referral sheet has a few hundred thousand
_LARGEST_UNPACKED = 400_000_000
_MOST_CELLS = 20_000_000


class NotASheet(ValueError):
    """The file cannot be read as a spreadsheet; the sentence says why and what would be accepted."""


@dataclass(slots=True)
class Grid:
    """One sheet. ``merged`` are (first row, first column, last row, last column).

    ``from_1904``: bare day numbers count from 1904, as old Macs wrote them.
    """

    name: str
    rows: list[list[Value]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    from_1904: bool = False

    def at(self, row: int, column: int) -> Value:
        """The value there, or None outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


def column_name(column: int) -> str:
    """A, B, … Z, AA, as a spreadsheet shows it."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def grids(path: Path) -> list[Grid]:
    """Every sheet of the file, hidden ones too. Raises NotASheet."""
    head = _head(path)
    if head.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _workbook(path, head)
    if head.lstrip().lower().startswith((b"%pdf", b"{\\rtf", b"\x89png", b"\xff\xd8\xff", b"<!doctype", b"<html")):
        raise NotASheet(_("This is not a spreadsheet; XLSX, XLS, ODS or CSV would be accepted."))
    return [_csv(path.read_bytes())]


def _head(path: Path) -> bytes:
    size = path.stat().st_size
    if size == 0:
        raise NotASheet(_("This file is empty; a spreadsheet with a row of headings would be accepted."))
    if size > LARGEST_FILE:
        raise NotASheet(_("This file is larger than 50 MB; send the referrals alone, without pictures."))
    with path.open("rb") as file:
        return file.read(64)


def _workbook(path: Path, head: bytes) -> list[Grid]:
    from_1904 = False
    try:
        if head.startswith(b"PK"):
            with zipfile.ZipFile(path) as parts:
                if sum(part.file_size for part in parts.infolist()) > _LARGEST_UNPACKED:
                    raise NotASheet(
                        _("This file unpacks to far more than a spreadsheet of referrals; it was not opened.")
                    )
                if "xl/workbook.xml" in parts.namelist():
                    from_1904 = bool(re.search(rb'date1904="(1|true)"', parts.read("xl/workbook.xml")))
                if _widest(parts) > _MOST_CELLS:
                    raise NotASheet(
                        _(
                            "A stray cell stands far outside the table; delete the empty rows and columns, and save again."
                        )
                    )
        with CalamineWorkbook.from_path(path) as book:
            beside = beside_cells(path, book.sheet_names)
            found = []
            for name in book.sheet_names:
                try:
                    sheet = book.get_sheet_by_name(name)
                except CalamineError:
                    continue  # a sheet of charts has no cells
                rows = [[_value(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
                merged = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
                other = beside.get(name, Beside())
                found.append(Grid(name, rows, merged, other.notes, other.hidden, from_1904))
            return found
    except NotASheet:
        raise
    except PasswordError:
        raise NotASheet(
            _("This spreadsheet is locked with a password; save it once without, and import that.")
        ) from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except (
        BaseException
    ):  # a damaged file makes readers raise, even panic; that must not be shown: it may quote the file
        raise NotASheet(
            _(
                "This file cannot be read as a spreadsheet: it is damaged, locked or another kind. XLSX, XLS, ODS or CSV would be accepted."
            )
        ) from None


def _widest(parts: zipfile.ZipFile) -> int:
    """Rows times columns of the largest sheet: the reader lays out every cell between the first and the last."""
    widest = 0
    for name in parts.namelist():
        if re.match(r"xl/worksheets/[^/]+\.xml$", name):
            places = re.findall(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>', parts.read(name))
            columns = {letters for letters, _row in places}
            most = max((len(c), c) for c in columns)[1] if columns else b""
            width = sum((c - 64) * 26**at for at, c in enumerate(reversed(most)))
            widest = max(widest, width * max((int(row) for _c, row in places), default=0))
    return widest


def _value(cell: object) -> Value:
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date | float | str):
        return cell
    if isinstance(cell, int):
        return float(cell)
    if isinstance(cell, time | timedelta):
        return str(cell)
    return str(cell)


def _csv(raw: bytes) -> Grid:
    text = _decoded(raw)
    if "\0" in text or sum(c < " " and c not in "\t\r\n" for c in text[:4000]) > 5:
        raise NotASheet(_("This is not a spreadsheet; XLSX, XLS, ODS or CSV would be accepted."))
    csv.field_size_limit(10_000_000)
    # 'sep=;' in the first line is a word to the spreadsheet program; it stays as an empty row.
    told = re.match(r"sep=(.)\r?\n", text)
    sign = told.group(1) if told else _delimiter(text)
    text = text[told.end() - 1 :] if told else text
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=False))
    return Grid("", [[cell if cell != "" else None for cell in row] for row in rows])


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    # Without its mark, UTF-16 shows itself by an empty byte beside nearly every letter.
    start = raw[:4000]
    for half, name in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if len(half) > 10 and half.count(0) > 0.8 * len(half) and start.count(0) < 0.6 * len(start):
            return raw.decode(name, errors="replace")
    if raw[1:2] == b"\0" or raw[:1] == b"\0":
        raise NotASheet(_("This is not a spreadsheet; XLSX, XLS, ODS or CSV would be accepted."))
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
