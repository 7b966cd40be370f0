"""Words that may stand in a whole area never excuse a name that some case records."""

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.harmless import may_name, standing
from redaction.recorded.known import Known
from tests.redaction.hostile import RECORD

KNOWN = Known.of([RECORD])
TEXT = "She uses the Lantern on Mondays."


def test_a_doubted_word_stands_where_it_is_harmless() -> None:
    """It was hidden, and now it is not."""
    assert "Lantern" not in disguise(RawText(TEXT), KNOWN, language="en").text.text
    assert "Lantern" in disguise(RawText(TEXT), KNOWN, language="en", harmless=["Lantern"]).text.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Siobhan came.", "Siobhan"),
        ("Her sister Lantern came to see her.", "Lantern"),
        ("Ring 07700 900114 at once.", "07700 900114"),
    ],
)
def test_what_is_sure_goes_all_the_same(text: str, words: str) -> None:
    """A recorded name, a name that its place gives away, a number."""
    assert words not in disguise(RawText(text), KNOWN, language="en", harmless=[words]).text.text


@pytest.mark.parametrize("name", ["Agron Lanter", "agroni", "Lantern", "Lanterna", "Elizabeth"])
def test_a_recorded_name_is_never_harmless(name: str) -> None:
    """In any form of the name, with one letter wrong, as a nickname."""
    word = {"Agron Lanter": "Lantern", "agroni": "Agronit", "Lanterna": "Lanternën", "Elizabeth": "Liz"}.get(name, name)
    assert standing([word, "Zumba"], [name]) == ("Zumba",)


def test_a_first_name_is_told() -> None:
    """Hope is a word and a name: harmless in one text, not in an area."""
    assert may_name("Hope")
    assert not may_name("the Lantern group")
