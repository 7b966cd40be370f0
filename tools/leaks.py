"""Whether anything that identifies a person in ``DIR/in`` stands in ``DIR/out``: ``python tools/leaks.py DIR …``.

Reads the spreadsheet by its columns alone and every paper in every part, knowing nothing of how they were made: each
name, phone, address, town, postcode, date of birth, number and e-mail is looked for as whole words, in any case and
with or without diacritics.
"""

import io
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pikepdf
import pypdf
from python_calamine import CalamineWorkbook

_VICTIM = ("Victim name", "Emri dhe mbiemri i viktimës")
_NAMES = ("victim name", "perpetrator", "children", "emri dhe mbiemri i viktimës", "dhunuesi", "fëmijët")
_BORN = ("dob", "perp dob", "datëlindja", "datëlindja e dhunuesit")
_WRITTEN = ("%d/%m/%Y", "%d.%m.%y", "%d %B %Y")
_MONTHS = [
    "janar",
    "shkurt",
    "mars",
    "prill",
    "maj",
    "qershor",
    "korrik",
    "gusht",
    "shtator",
    "tetor",
    "nëntor",
    "dhjetor",
]
_ALSO = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y")


def fold(text: str) -> str:
    """Lower case, no diacritics, one space between words."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def identifiers(sheet: Path) -> set[str]:
    """Everything in the spreadsheet that identifies someone, folded."""
    found: set[str] = set()
    for page in CalamineWorkbook.from_path(sheet).sheet_names:
        rows = CalamineWorkbook.from_path(sheet).get_sheet_by_name(page).to_python()
        head = next(at for at, row in enumerate(rows) if set(_VICTIM) & set(row))
        columns = [str(cell).casefold() for cell in rows[head]]
        for row in rows[head + 1 :]:
            for column, cell in zip(columns, row, strict=True):
                if cell != "":
                    found |= set(_of_cell(column, cell))
    return {fold(one) for one in found if len(one) > 1}


def _of_cell(column: str, cell: object) -> Iterator[str]:
    text = str(cell)
    if column in _NAMES:
        yield text
        yield from re.findall(r"[^\W\d_][\w'’-]+", text)
    elif column in _BORN:
        yield from _dates(cell)
    elif column in ("address", "adresa"):
        parts = [part.strip() for part in text.split(",")]
        yield from (text, *parts, *parts[-1].split()[:1])
        yield from re.findall(r"[^\W\d_]{4,}", text)
    elif column in ("phone", "telefoni"):
        for phone in text.split("/"):
            yield from (phone.strip(), re.sub(r"\D", "", phone), re.sub(r"\D", "", phone)[-6:])
    elif column in ("email", "e-mail"):
        yield from (text, text.partition("@")[0])
    elif column == "nhs number":
        yield from (text, re.sub(r"\D", "", text))


def _dates(cell: object) -> Iterator[str]:
    day = cell if isinstance(cell, date) else _read(str(cell))
    day = day.date() if isinstance(day, datetime) else day
    yield f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    yield f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"
    for form in _ALSO:
        yield f"{day:{form}}"
        yield f"{day:{form}}".lstrip("0").replace("/0", "/").replace(".0", ".")


def _read(text: str) -> date:
    parts = text.split()
    if len(parts) == 3 and parts[1] in _MONTHS:
        return date(int(parts[2]), _MONTHS.index(parts[1]) + 1, int(parts[0]))
    for form in _WRITTEN:
        try:
            day = datetime.strptime(text, form).date()
        except ValueError:
            continue
        # Two digits of a year are of the last century where they would lie ahead.
        return day if day.year < 2015 else day.replace(year=day.year - 100)
    raise ValueError("a date of birth is written in a way this check does not know")


def texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every readable part of one file, with where it stands."""
    yield "its name", name
    yield "its bytes", data.decode("latin-1")
    yield "its bytes", data.decode("utf-8", "ignore")
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield "its comment", packed.comment.decode("latin-1")
            for member in packed.infolist():
                inside = packed.read(member)
                yield from texts(member.filename, inside)
                yield member.filename, re.sub(r"<[^>]*>", "", inside.decode("utf-8", "ignore"))
                yield member.filename, re.sub(r"<[^>]*>", " ", inside.decode("utf-8", "ignore"))
    elif data[:4] == b"%PDF":
        reader = pypdf.PdfReader(io.BytesIO(data))
        for number, page in enumerate(reader.pages, 1):
            yield f"page {number}", page.extract_text()
        yield "properties", str(reader.metadata)
        yield "properties", str(reader.xmp_metadata and reader.xmp_metadata.rdf_root.toxml())
        with pikepdf.open(io.BytesIO(data)) as document:
            for thing in document.objects:
                if isinstance(thing, pikepdf.Stream):
                    try:
                        yield "a stream", thing.read_bytes().decode("latin-1")
                    except pikepdf.PdfError:
                        continue
                else:
                    yield "an object", str(thing)


def leaks(folder: Path) -> list[str]:
    """A sentence for each part of a paper that names someone, without what it says."""
    sheets, papers = (
        sorted((folder / "in").glob("*.xlsx")),
        sorted(p for p in (folder / "out").rglob("*") if p.is_file()),
    )
    if not sheets or not papers:
        return ["there is no spreadsheet or no paper to look at"]
    wanted = set().union(*(identifiers(sheet) for sheet in sheets))
    by_first: dict[str, list[str]] = {}
    for one in wanted:
        by_first.setdefault(re.findall(r"\w+", one)[0], []).append(one)
    found = []
    for path in papers:
        for where, text in texts(path.name, path.read_bytes()):
            plain = fold(text)
            near = [one for word in set(re.findall(r"\w+", plain)) for one in by_first.get(word, ())]
            for one in near:
                if _stands(one, plain):
                    kind = "a number or date" if any(c.isdigit() for c in one) else f"{len(one)} letters"
                    found.append(f"{path.name}, {where}: {kind} of the spreadsheet")
    return found


def _stands(words: str, text: str) -> bool:
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() or after.isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


def main(folders: list[str]) -> int:
    found = [f"{folder}: {line}" for folder in folders for line in leaks(Path(folder))]
    print("\n".join(found) or f"Nothing of the spreadsheets stands in the papers of {len(folders)} runs.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
