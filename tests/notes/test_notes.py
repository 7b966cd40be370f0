"""The training notes are what their marked sources say, and the compiler refuses marks the record does not bear."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

NOTES = Path(__file__).parents[2] / "tools" / "notes"
SPEC = importlib.util.spec_from_file_location("notes_compile", NOTES / "compile.py")
assert SPEC is not None
assert SPEC.loader is not None
tool = importlib.util.module_from_spec(SPEC)
sys.modules["notes_compile"] = tool
SPEC.loader.exec_module(tool)

HEAD = """#### t1 | police log
ref 44/21893/25
victim female | Rose | Tallentire | aka Rosie | dob 1996-10-09 | tel 07700 900733
    | town Pellow Bay | id nhs=999 453 3312
vary Roz = Rosie
---
"""


def compiled(body: str) -> dict:
    (note,) = tool.notes(HEAD + body, "en")
    return tool.compiled(note)


def test_offsets_point_at_the_surface() -> None:
    """Each span, cut out of the text by its offsets, is its surface; no mark remains in the text."""
    row = compiled(
        "Hi {{Roz|PE+}}, born {{9 Oct 1996|DA!+}}, {{+44 7700 900 733|PH+}}, {{9/10|DA+}}, {{9994533312|I+}}."
    )
    assert row["text"] == "Hi Roz, born 9 Oct 1996, +44 7700 900 733, 9/10, 9994533312."
    assert [row["text"][g["start"] : g["end"]] for g in row["gold"]] == [g["text"] for g in row["gold"]]
    assert [g["level"] for g in row["gold"]] == ["direct", "direct", "direct", "quasi", "direct"]


@pytest.mark.parametrize(
    "body",
    [
        "{{Jim|PE+}} is not on record",
        "{{Rose|PE}} is on record",
        "{{9 October 1996|DA+}} is a whole date of birth, so direct",
        "{{Jim|P}} could be a phone",
        "{{Jim|PE}} and {{Rose|PE+ does not close",
    ],
)
def test_marks_that_do_not_fit_are_refused(body: str) -> None:
    """A mark that the record contradicts, an ambiguous type and an open mark are refused."""
    with pytest.raises(tool.Mistake):
        compiled(body)


@pytest.mark.parametrize("lang", ["en", "sq"])
def test_checked_in_lines_are_what_the_sources_say(lang: str) -> None:
    """Compiling the sources again gives the checked-in file."""
    sources, made = sorted((NOTES / lang).glob("*.txt")), NOTES / f"train.{lang}.jsonl"
    if not sources:
        pytest.skip("no sources in this language yet")
    rows = [tool.compiled(note) for source in sources for note in tool.notes(source.read_text(encoding="utf-8"), lang)]
    assert rows == [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("lang", ["en", "sq"])
def test_notes_for_the_next_training_compile(lang: str) -> None:
    """The notes that wait are marked as their records bear."""
    for source in (NOTES / "next").glob(f"{lang}*.txt"):
        assert [tool.compiled(note) for note in tool.notes(source.read_text(encoding="utf-8"), lang)]
