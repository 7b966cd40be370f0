"""A text that comes with no record: what a note would leave goes, what names a law or a public body stands."""

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.guessed.learned import Learned, either
from redaction.languages.choose import LANGUAGES
from redaction.recorded.known import Known
from tests.redaction.hostile import RECORD

_GOES = [
    ("The applicant is a British national and lives abroad.", "British national"),
    ("He was sentenced to three years and two months of imprisonment.", "three years"),
    ("He was sentenced to three years and two months of imprisonment.", "two months"),
    ("It was kept for two and a half years at the station.", "two and a half years"),
    ("She was less than eighteen years of age at the time.", "eighteen years of age"),
    ("The hearing was listed for the first half of 1993.", "first half of 1993"),
    ("They met between July and December 1995 in the court.", "July and December 1995"),
    ("He died at the age of 39 in hospital.", "age of 39"),
    ("The applicant, aged sixty three, did not appear.", "sixty three"),
    ("He was charged along with sixteen other persons.", "sixteen other persons"),
    ("His capacity to work had been reduced by 33% after it.", "33%"),
    ("He was diagnosed with paranoid schizophrenia by the doctors.", "paranoid schizophrenia"),
    ("There was a fracture of the left kneecap, they said.", "fracture of the left kneecap"),
    ("The applicant, who is a medical practitioner, appealed.", "medical practitioner"),
    ("It appealed to the Employment Appeal Tribunal (the “EAT”) in time.", "EAT"),
    ("The applicant sued his son, J.P., before the court.", "J.P"),
]
_STANDS = [
    "The case was brought to the Court under Article 34 of the Convention for the Protection of Human Rights and "
    "Fundamental Freedoms.",
    "The Government submitted written observations on the merits.",
]


@pytest.mark.parametrize(("text", "piece"), _GOES)
def test_it_goes(text: str, piece: str) -> None:
    """Each sort of detail is hidden whole."""
    spans = disguise(RawText(text), Known.of([]), language="en").spans
    at = text.index(piece)
    hidden = {place for span in spans for place in range(span.start, span.end)}
    assert not [place for place in range(at, at + len(piece)) if text[place].isalnum() and place not in hidden]


@pytest.mark.parametrize("text", _STANDS)
def test_it_stands(text: str) -> None:
    """What names a law or a public body alone tells of nobody."""
    assert disguise(RawText(text), Known.of([]), language="en").text.text == text


def test_a_note_with_a_record_keeps_its_spans_of_time() -> None:
    """The criterion is the record: with one, how long something lasted stands."""
    text = "She waited three years for the house."
    assert "three years" in disguise(RawText(text), Known.of([RECORD]), language="en").text.text
    assert "three years" not in disguise(RawText(text), Known.of([]), language="en").text.text


def test_the_surer_model_counts() -> None:
    """Of two models each word gets the chance and the kind of the one that is surer it has to go."""
    told = either([Learned([0.1, 0.9], ["", "DATE"]), Learned([0.4, 0.2], ["JOB", ""])])
    assert (told.chance, told.kinds) == ([0.4, 0.9], ["JOB", "DATE"])


def test_only_english_has_learned_from_judgments() -> None:
    """A model weighs texts in the language it learned from; the notes' model knows them all."""
    assert {code: language.models for code, language in LANGUAGES.items()} == {
        "en": ("notes", "court"),
        "sq": ("notes",),
    }
