"""Papers as other programs open them: what stands in them, how they are locked, what is left when the gate stops."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import msoffcrypto
import pikepdf
import pypdf
import pytest

from data.records.case_details import Case, CaseFile, Person, Role
from data.records.text import DisguisedText
from meeting.documents.paper import Heading, Line, Paper, Table
from meeting.documents.release import Released, release
from redaction.gate.gate import Gate, GateStopped

LOCKED = ("docx", "pdf")
HOSTILE = "#strong[x] {{ 7*7 }} {% raw %} <w:p>&amp; *b* _i_ $x$ @ref \\ ⟨victim⟩ “ë” ç"
FILE = CaseFile(
    case=Case(id="c", reference="7KQ2-M9XF", referred_on=date(2026, 11, 1), referring_agency="police"),
    people=(Person(id="p", role=Role.VICTIM, first="Xhenifa", last="Kodrazi", phones=("07700900114",)),),
)
PAPER = Paper(
    "agenda-2026-11-24", "Agenda", "Restricted when completed", "en",
    (Heading("Cases"), Line(HOSTILE, "Note"), Table(("Case", "What"), (("7KQ2-M9XF", HOSTILE),) * 60, (30, 70))),
    frozenset({"Note", "Cases", "Case", "What"}),
)  # fmt: skip


class Log:
    """What a log would have been told."""

    def __init__(self) -> None:
        self.told: list[bytes] = []

    def leaves(self, hashes: Sequence[bytes]) -> None:
        self.told += hashes

    def did_not(self, hashes: Sequence[bytes]) -> None:
        self.told.append(b"did not leave")


def leave(
    paper: Paper, folder: Path, gate: Gate, *, practice: bool = True, formats: Sequence[str] = LOCKED
) -> Released:
    log = Log()
    released = release(paper, folder, gate=gate, practice=practice, tells=log, formats=formats)
    assert log.told == list(released.hashes)
    return released


@pytest.fixture
def gate() -> Gate:
    return Gate.over([FILE])


def test_text_stands_to_the_letter_and_nothing_else_tells(tmp_path: Path, gate: Gate) -> None:
    done = leave(PAPER, tmp_path, gate, formats=("docx", "pdf", "txt"))
    assert done.passphrase is None
    word = docx.Document(str(tmp_path / "agenda-2026-11-24.docx"))
    assert f"Note: {HOSTILE}" in [p.text for p in word.paragraphs]
    assert word.tables[0].cell(60, 1).text == HOSTILE
    assert word.core_properties.author == word.core_properties.last_modified_by == ""
    assert "PRACTICE" in word.sections[0].header.paragraphs[0].text
    pages = pypdf.PdfReader(tmp_path / "agenda-2026-11-24.pdf").pages
    assert len(pages) > 1
    assert all("PRACTICE" in page.extract_text() and "Case" in page.extract_text() for page in pages)
    with pikepdf.open(tmp_path / "agenda-2026-11-24.pdf") as opened:
        assert opened.Root.MarkInfo.Marked
        assert "/Author" not in opened.docinfo
    assert HOSTILE.split()[0] in (tmp_path / "agenda-2026-11-24.txt").read_text(encoding="utf-8")


def test_the_same_paper_is_the_same_bytes(tmp_path: Path, gate: Gate) -> None:
    one = leave(PAPER, tmp_path / "a", gate)
    two = leave(PAPER, tmp_path / "b", gate)
    assert one.hashes == two.hashes


def test_a_real_paper_is_locked(tmp_path: Path, gate: Gate) -> None:
    done = leave(PAPER, tmp_path, gate, practice=False)
    assert done.passphrase is not None
    assert len(done.passphrase.split()) == 7
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "agenda-2026-11-24.pdf")
    with pikepdf.open(tmp_path / "agenda-2026-11-24.pdf", password=done.passphrase) as opened:
        assert opened.encryption.R == 6
    raw = (tmp_path / "agenda-2026-11-24.docx").read_bytes()
    file = msoffcrypto.OfficeFile(io.BytesIO(raw))
    assert file.is_encrypted()
    file.load_key(password=done.passphrase)
    held = io.BytesIO()
    file.decrypt(held)
    assert zipfile.ZipFile(held).testzip() is None
    assert repr(done).count(done.passphrase) == 0


@pytest.mark.parametrize("leak", ["Xhenifa said so", "X h e n i f a", "KODRAZI", "ring 07700 900 114"])
def test_one_name_and_nothing_leaves(leak: str, tmp_path: Path, gate: Gate) -> None:
    paper = replace(PAPER, blocks=(*PAPER.blocks, Line(leak)))
    with pytest.raises(GateStopped) as stopped:
        leave(paper, tmp_path, gate, formats=("docx", "pdf", "txt"))
    assert leak.split()[0] not in str(stopped.value)
    assert list(tmp_path.iterdir()) == []


def test_plain_text_is_for_practice_alone(tmp_path: Path, gate: Gate) -> None:
    with pytest.raises(ValueError, match="Plain text"):
        leave(PAPER, tmp_path, gate, practice=False, formats=("txt",))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_used_leaves_nothing(tmp_path: Path, gate: Gate) -> None:
    (tmp_path / "agenda-2026-11-24.pdf").mkdir()
    with pytest.raises(OSError, match=r"."):
        leave(PAPER, tmp_path, gate)
    assert [p.name for p in tmp_path.iterdir()] == ["agenda-2026-11-24.pdf"]


def test_a_document_the_gate_cannot_read_stays(gate: Gate) -> None:
    with pytest.raises(GateStopped):
        gate.read_document("docx", b"not a document")
    assert gate.release(DisguisedText("⟨victim⟩ is safe"), "note").text
