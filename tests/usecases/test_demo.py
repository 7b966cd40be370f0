"""The whole job without a terminal, and every identifier of its spreadsheet looked for in every paper."""

import importlib.util
import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from agenda import load, summary
from data.practice import agencies, albanian, english, words
from meeting.demo import plain
from meeting.documents import views
from meeting.documents.paper import Line, Paper, Table
from meeting.documents.pdf import pdf
from meeting.documents.word import word as word_of
from minutes import compose

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def leaks() -> ModuleType:
    found = importlib.util.spec_from_file_location("leaks", Path(__file__).parents[2] / "tools" / "leaks.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=[(11, TODAY), (4242, date(2028, 2, 29))], ids=["seed 11", "a leap day"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the whole job has run: seeds and days as anyone might choose them."""
    folder = tmp_path_factory.mktemp("papers")
    assert plain(folder, *request.param) == 0
    return folder


def test_no_identifier_of_the_spreadsheet_stands_in_a_paper(run: Path, leaks: ModuleType) -> None:
    """The check knows nothing of how the papers were made, and finds what is put there for it to find."""
    wanted = leaks.identifiers(run / "in" / "referrals.xlsx")
    assert len(wanted) > 500
    papers = sorted((run / "out").iterdir())
    assert {p.suffix for p in papers} == {".docx", ".pdf", ".txt"}
    assert {p.name.split("-")[0] for p in papers} == {"agenda", "minutes", "actions"}
    assert len([p for p in papers if p.suffix == ".pdf"]) == 4
    assert leaks.leaks(run) == []
    for paper in papers:
        paper.unlink()
    (run / "out" / "more.txt").write_text(f"({max(wanted).upper()})", encoding="utf-8")
    assert len(leaks.leaks(run)) > 0


def test_names_of_practice_are_no_words_of_a_paper(tmp_path: Path, leaks: ModuleType) -> None:
    """So that a name can never stand in a paper by chance: in its words, its parts, or an agency's name."""
    paper = Paper("agenda-2026-11-24", "Agenda", "Restricted", "en", (Line("Words"), Table(("a",), (("b",),), (1,))))
    said = {word for name, data in (("x.docx", word_of(paper)), ("x.pdf", pdf(paper)))
            for _where, text in leaks.texts(name, data) for word in re.findall(r"\w+", leaks.fold(text))}  # fmt: skip
    for module in (views, compose, load, summary, words, agencies):
        said |= set(re.findall(r"\w+", leaks.fold(Path(module.__file__ or "").read_text(encoding="utf-8"))))
    names = [*albanian.WOMEN, *albanian.MEN, *albanian.CHILDREN, *albanian.SURNAMES, *albanian.TOWNS, *albanian.STREETS]
    names += [*english.WOMEN, *english.MEN, *english.CHILDREN, *english.SURNAMES, *english.TOWNS, *english.SCHOOLS]
    parts = {leaks.fold(part) for name in (*names, *english.STREETS) for part in name.split()} - {"primary"}
    assert not parts & said
    assert all(len(part) >= 5 for part in parts)
