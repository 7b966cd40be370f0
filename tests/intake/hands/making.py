"""Makes spreadsheets and what a careful person reads in them, for the sheets of other hands. Nobody in them exists."""

# Sheets read best as they lie.
# fmt: off

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter import Workbook

Rows = list[list[Any]]


@dataclass
class Sheet:
    """A file to be made, and what is to be read in it."""

    file: str
    make: Callable[[Path], None]
    cases: list[dict[str, Any]]
    rejected: list[dict[str, Any]] = field(default_factory=list)
    ignore: list[tuple[str, int]] = field(default_factory=list)

    def expected(self) -> dict[str, Any]:
        ignored = [{"sheet": sheet, "row": row} for sheet, row in self.ignore]
        return {"cases": self.cases, "rejected": self.rejected, "flags": [], "ignore_rows": ignored}


def person(role: str, first: str, last: str = "", **told: Any) -> dict[str, Any]:
    """A person as the reading rules write it; ``born``, ``aka``, ``at`` = (line, town, postcode) for short."""
    line, town, postcode = told.pop("at", ("", "", ""))
    return {
        "role": role, "first": first, "last": last, "also_known_as": told.pop("aka", []),
        "date_of_birth": told.pop("born", None), "gender": told.pop("gender", ""), "phones": told.pop("phones", []),
        "emails": told.pop("emails", []), "address": {"line": line, "town": town, "postcode": postcode},
        "school": told.pop("school", ""), "relationship_to_victim": told.pop("rel", ""), **told,
    }


def victim(first: str, last: str = "", **told: Any) -> dict[str, Any]:
    return person("victim", first, last, **told)


def perp(first: str, last: str = "", **told: Any) -> dict[str, Any]:
    return person("perpetrator", first, last, **told)


def child(first: str, last: str = "", **told: Any) -> dict[str, Any]:
    return person("child", first, last, **told)


def case(sheet: str, row: int, on: str, agency: str, people: list[dict[str, Any]], narrative: str, **told: Any) -> dict[str, Any]:
    """``risk`` is (count, judgement); ``children`` how many; ``keep`` texts that must survive; ``accept`` as given."""
    count, judgement = told.pop("risk", (None, ""))
    entry = {name: told.pop(name) for name in ("keep", "accept", "optional", "or_rejected") if name in told}
    kids = sum(p["role"] == "child" for p in people)
    return {
        "sheet": sheet, "row": row, **entry,
        "case": {
            "referred_on": on, "referring_agency": agency, "people": people,
            "risk": {"count": count, "judgement": judgement}, "criteria": told.pop("criteria", []),
            "consent": told.pop("consent", "unknown"), "children_count": told.pop("children", kids),
            "narrative": narrative, "orders": told.pop("orders", []), "crime_references": told.pop("crimes", []),
        },
    }


def reject(sheet: str, row: int, column: str, why: str = "", **told: Any) -> dict[str, Any]:
    return {"sheet": sheet, "row": row, "column": column, "why": why, **told}


def fill(book: Workbook, page: Any, rows: Rows, at: tuple[int, int] = (0, 0)) -> None:
    """Rows from a place on; strings stay text, also those that begin with '='."""
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for r, row in enumerate(rows, at[0]):
        for c, value in enumerate(row, at[1]):
            if isinstance(value, bool):
                page.write_boolean(r, c, value)
            elif isinstance(value, date):
                page.write_datetime(r, c, value, day)
            elif isinstance(value, str):
                page.write_string(r, c, value)
            elif value is not None:
                page.write(r, c, value)


def delimited(rows: Rows, sign: str, encoding: str, before: str = "", end: str = "\r\n") -> bytes:
    """Text with quotes only where they are needed, as spreadsheet programs save it."""
    lines = []
    for row in rows:
        cells = [str(cell) if cell is not None else "" for cell in row]
        quoted = ['"' + c.replace('"', '""') + '"' if any(s in c for s in (sign, '"', "\n")) else c for c in cells]
        lines.append(sign.join(quoted))
    return (before + end.join(lines) + end).encode(encoding)


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def open_document(path: Path, sheets: dict[str, Rows], notes: dict[tuple[str, int, int], str] | None = None,
                  hidden: set[tuple[str, int]] | None = None) -> None:
    """An OpenDocument spreadsheet: empty cells run together, notes as annotations, rows hidden by a filter."""
    tables = []
    for name, rows in sheets.items():
        lines = []
        for r, row in enumerate(rows):
            shown = ' table:visibility="filter"' if (name, r) in (hidden or set()) else ""
            cells = "".join(_open_cell(v, (notes or {}).get((name, r, c), "")) for c, v in enumerate(row))
            lines.append(f"<table:table-row{shown}>{cells or '<table:table-cell/>'}</table:table-row>")
        tables.append(f"<table:table table:name={quoteattr(name)}>{''.join(lines)}</table:table>")
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} office:version="1.3"><office:body><office:spreadsheet>{"".join(tables)}</office:spreadsheet></office:body></office:document-content>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        parts.writestr("content.xml", content)


def _open_cell(value: Any, note: str) -> str:
    said = "".join(f"<text:p>{escape(line)}</text:p>" for line in note.split("\n")) if note else ""
    beside = f"<office:annotation><dc:date>2026-11-01T09:00:00</dc:date>{said}</office:annotation>" if note else ""
    if value is None:
        return f"<table:table-cell>{beside}</table:table-cell>" if note else "<table:table-cell/>"
    if isinstance(value, date):
        shown = f"{value:%d.%m.%y}"
        return f'<table:table-cell office:value-type="date" office:date-value="{value}">{beside}<text:p>{shown}</text:p></table:table-cell>'
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}">{beside}<text:p>{value}</text:p></table:table-cell>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}">{beside}<text:p>{value}</text:p></table:table-cell>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell office:value-type="string">{beside}{lines}</table:table-cell>'


def in_memory(path: Path) -> tuple[Workbook, io.BytesIO]:
    """A workbook that is written to memory first; unused rows cost nothing."""
    out = io.BytesIO()
    return Workbook(out, {"in_memory": True}), out
