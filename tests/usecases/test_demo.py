"""The whole job without a terminal, and every identifier of its spreadsheet looked for in every paper."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdf
import pytest

from data.intake.read import read
from meeting.demo import plain

TODAY = date(2026, 11, 24)


def texts(path: Path) -> Iterator[str]:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                raw = packed.read(name).decode("utf-8", "replace")
                yield raw
                yield re.sub(r"<[^>]*>", "", raw)
    elif path.suffix == ".pdf":
        reader = pypdf.PdfReader(path)
        yield from (page.extract_text() for page in reader.pages)
        yield str(reader.metadata)
    else:
        yield path.read_text(encoding="utf-8")


def identifiers(path: Path) -> set[str]:
    found: set[str] = set()
    for taken in read(path, today=TODAY).cases:
        for person in taken.file.people:
            found |= {word for word in person.full_name.split() if len(word) > 2}
            found |= {*person.phones, *(p[-6:] for p in person.phones)}
            place = person.address
            found |= {part for part in (place.line, place.town, place.postcode) if part}
            if born := person.date_of_birth:
                found |= {born.isoformat(), f"{born:%d/%m/%Y}", f"{born:%d.%m.%y}", f"{born:%d %B %Y}"}
    return found


@pytest.mark.parametrize("seed", [11, 12])
def test_demo(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert plain(tmp_path, seed, TODAY) == 0
    wanted = identifiers(tmp_path / "in" / "referrals.xlsx")
    assert len(wanted) > 200
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(wanted))) + r")(?!\w)", re.IGNORECASE)
    papers = sorted((tmp_path / "out").iterdir())
    assert {p.suffix for p in papers} == {".docx", ".pdf", ".txt"}
    assert {p.name.split("-")[0] for p in papers} == {"agenda", "minutes", "actions"}
    for paper in papers:
        for text in texts(paper):
            assert not pattern.search(text), f"an identifier stands in {paper.name}"
    assert not pattern.search(capsys.readouterr().out)
    assert len([p for p in papers if p.suffix == ".pdf"]) == 4
