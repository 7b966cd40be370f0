"""What readers of cells leave out: notes on cells, where a safety remark may stand, and which rows are hidden."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree import ElementTree

Notes = dict[tuple[int, int], str]
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class Beside:
    """Of one sheet: notes by (row, column) and hidden rows, all from 0."""

    notes: Notes = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)


def beside_cells(raw: bytes, sheets: list[str]) -> dict[str, Beside]:
    """By sheet name. Empty for a kind that has none we can read."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            names = set(parts.namelist())
            if "xl/workbook.xml" in names:
                return _xlsx(parts, names)
            if "content.xml" in names:
                return _ods(parts)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError):
        return {}
    return _xls(raw, sheets)


def _xlsx(parts: zipfile.ZipFile, names: set[str]) -> dict[str, Beside]:
    targets = _relations(parts, names, "xl/workbook.xml")
    found: dict[str, Beside] = {}
    for sheet in _root(parts, "xl/workbook.xml").iter():
        if _tag(sheet) != "sheet":
            continue
        part = targets.get(sheet.get(_RELATION, ""), "")
        notes: Notes = {}
        for target in _relations(parts, names, part).values():
            # Threaded comments repeat themselves as plain ones behind a line of advice; the thread is the whole.
            if re.search(r"comments?\d*\.xml$", target, re.IGNORECASE) and target in names:
                for place, text in _comments(parts, target).items():
                    notes[place] = text if "threaded" in target.lower() or place not in notes else notes[place]
        found[sheet.get("name", "")] = Beside(notes, _hidden(parts.read(part)) if part in names else set())
    return found


def _hidden(sheet: bytes) -> set[int]:
    rows = re.findall(rb"<(?:\w+:)?row\b[^>]*>", sheet)
    numbers = (re.search(rb'\br="(\d+)"', row) for row in rows if re.search(rb'\bhidden="(?:1|true)"', row))
    return {int(number.group(1)) - 1 for number in numbers if number}


def _comments(parts: zipfile.ZipFile, part: str) -> Notes:
    notes: Notes = {}
    for node in _root(parts, part).iter():
        if _tag(node) in ("comment", "threadedComment") and node.get("ref"):
            text = "".join(t.text or "" for t in node.iter() if _tag(t) in ("t", "text")).strip()
            place = _place(node.get("ref", ""))
            if text and "[Threaded comment]" not in text:
                notes[place] = f"{notes[place]}\n{text}" if place in notes else text
    return notes


def _relations(parts: zipfile.ZipFile, names: set[str], part: str) -> dict[str, str]:
    at = PurePosixPath(part)
    beside = f"{at.parent}/_rels/{at.name}.rels"
    if not part or beside not in names:
        return {}
    found = {}
    for node in _root(parts, beside):
        target = node.get("Target", "")
        whole = PurePosixPath(target.lstrip("/")) if target.startswith("/") else at.parent / target
        resolved: list[str] = []
        for step in whole.parts:
            resolved = resolved[:-1] if step == ".." else [*resolved, step]
        found[node.get("Id", "")] = "/".join(resolved)
    return found


def _ods(parts: zipfile.ZipFile) -> dict[str, Beside]:
    """Row by row, so that a large sheet does not stand in memory whole."""
    found: dict[str, Beside] = {}
    sheet, row = Beside(), 0
    with parts.open("content.xml") as content:
        for event, node in ElementTree.iterparse(content, ("start", "end")):  # noqa: S314 - sizes were checked
            tag = _tag(node)
            if event == "start":
                if tag == "table":
                    sheet, row = found.setdefault(_own(node, "name"), Beside()), 0
            elif tag == "table-row":
                for column, text in _annotations(node):
                    sheet.notes[(row, column)] = text
                if _own(node, "visibility") in ("collapse", "filter"):
                    sheet.hidden.add(row)
                row += int(_own(node, "number-rows-repeated") or 1)
                node.clear()
    return found


def _annotations(row: ElementTree.Element) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in row:
        for note in (node for node in cell if _tag(node) == "annotation"):
            text = "\n".join("".join(p.itertext()) for p in note if _tag(p) == "p").strip()
            if text:
                yield column, text
        column += int(_own(cell, "number-columns-repeated") or 1)


def _xls(raw: bytes, sheets: list[str]) -> dict[str, Beside]:
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=raw, formatting_info=True, logfile=_Silent())
        found: dict[str, Beside] = {}
        for name in sheets:
            sheet = book.sheet_by_name(name)
            notes = {place: note.text.strip() for place, note in sheet.cell_note_map.items() if note.text.strip()}
            found[name] = Beside(notes, {row for row, info in sheet.rowinfo_map.items() if info.hidden})
    except Exception:  # damaged in a way the reader of cells did not mind
        return {}
    return found


class _Silent:
    def write(self, text: str) -> None:
        """xlrd prints its warnings, with cell text, on standard output."""


def _root(parts: zipfile.ZipFile, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts.read(part))  # noqa: S314 - expat limits entities; size was checked


def _tag(node: ElementTree.Element) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _own(node: ElementTree.Element, name: str) -> str:
    return next((value for key, value in node.attrib.items() if key.rsplit("}", 1)[-1] == name), "")


def _place(reference: str) -> tuple[int, int]:
    letters, digits = re.match(r"([A-Z]+)(\d+)", reference).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1
