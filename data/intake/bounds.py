"""How much a file may hold, looked at before any reader lays it out: readers trust what a file says of itself."""

import re
import struct
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

LARGEST_FILE = 50_000_000  # bytes; a referral sheet has a few hundred thousand
LARGEST_UNPACKED = 200_000_000  # bytes of all parts that are read
MOST_CELLS = 20_000_000  # of the square from the first cell to the last: readers lay out all of it
MOST_FILLED = 1_000_000  # cells that say something, in the whole file
MOST_ROWS = 20_000  # rows that say something, in the whole file

_PICTURES = re.compile(r"(^|/)(media|pictures|thumbnails|embeddings|charts|drawings)/", re.IGNORECASE)
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']\s*([A-Za-z]{1,9})(\d{1,12})""")
# Of an old workbook: records that hold cells, each beginning with its row and its column.
_BIFF_CELLS = {0x0006, 0x00BD, 0x00FD, 0x00D6, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x0207, 0x027E, 0x0406, 0x0001, 0x0002, 0x0003, 0x0004, 0x0005}  # fmt: skip
_BIFF_COLUMNS = 256


class TooMuch(Exception):
    """``args[0]`` is what is too much: ``unpacks``, ``stray`` or ``damaged``."""


def check_packed(parts: zipfile.ZipFile) -> None:
    """Raise TooMuch where the parts unpack to too much, say less than they hold, or spread over too many cells."""
    read = [part for part in parts.infolist() if not _PICTURES.search(part.filename)]
    if sum(part.file_size for part in read) > LARGEST_UNPACKED or len(read) > 5_000:
        raise TooMuch("unpacks")
    for part in read:
        with parts.open(part) as inside:  # to its end: what it holds is compared with what it says of itself
            first = inside.read(2_000)
            sheet = b"worksheet" in first and part.filename.endswith(".xml")
            _check_cells(inside, first) if sheet else _drain(inside)


def check_open_document(parts: zipfile.ZipFile) -> None:
    """The same for a sheet that says how often a cell or a row repeats itself."""
    extent = _Extent()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = extent.start, extent.end
    parser.CharacterDataHandler = extent.text
    with parts.open("content.xml") as inside:
        while chunk := inside.read(1_000_000):
            parser.Parse(chunk)


class _Extent:
    """Counts the rows and columns up to the last filled cell of each table."""

    def __init__(self) -> None:
        self._row = self._column = self._last = self._widest = 0
        self._repeated = self._rows = 1
        self._inside = False

    def start(self, name: str, told: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "table":
            self._row = self._last = self._widest = 0
        elif tag == "table-row":
            self._column, self._rows = 0, int(told.get("table:number-rows-repeated", 1))
        elif tag in ("table-cell", "covered-table-cell"):
            self._repeated, self._inside = int(told.get("table:number-columns-repeated", 1)), True
            if "office:value-type" in told:
                self.text("x")

    def text(self, data: str) -> None:
        if self._inside and data.strip():
            self._last = max(self._last, self._row + self._rows)
            self._widest = max(self._widest, self._column + self._repeated)
            if self._last * self._widest > MOST_CELLS:
                raise TooMuch("stray")

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag in ("table-cell", "covered-table-cell"):
            self._column, self._inside = self._column + self._repeated, False
        elif tag == "table-row":
            self._row += self._rows


def check_old(mem: bytes, start: int, length: int) -> None:
    """The same for the records of an old workbook (BIFF): rows and columns as each cell says them."""
    rows = columns = 0
    for kind, body in _records(mem[start : start + length]):
        if kind in _BIFF_CELLS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            if column >= _BIFF_COLUMNS:
                raise TooMuch("damaged")
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == 0x0809:  # a sheet begins
            rows = columns = 0
        if rows * columns > MOST_CELLS:
            raise TooMuch("stray")


def _check_cells(inside: IO[bytes], first: bytes) -> None:
    rest, last, widest = first, 0, 0
    while True:
        for letters, row in _CELL.findall(rest):
            last, widest = max(last, int(row)), max(widest, _number(letters))
        if last * widest > MOST_CELLS:
            raise TooMuch("stray")
        more = inside.read(1_000_000)
        if not more:
            return
        rest = rest[-200:] + more


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _drain(inside: IO[bytes]) -> None:
    while inside.read(1_000_000):
        pass


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
