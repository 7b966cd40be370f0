"""The digits that end a reference, as people quote it."""

import pytest

from data.records.case_details import CaseFile
from redaction.jsonl import answer, case_file

PEOPLE = [{"role": "victim", "names": {"first": "Arjola", "last": "Muço"}}]


def hidden(language: str, reference: str, text: str) -> list[str]:
    """The pieces that a record with this reference hides."""
    line = {"id": 1, "lang": language, "text": text, "record": {"reference": reference, "people": PEOPLE}}
    return [text[s["start"] : s["end"]] for s in answer(line)["spans"] if s["kind"] == "ID"]


@pytest.mark.parametrize(
    ("language", "reference", "text", "piece"),
    [
        ("sq", "ZMV-FZ-58", "Nr. i lëndës 58. Nuk kam fjetur.", "58"),
        ("sq", "HR-614", "Punonjëse, nr. karte 614, në turn.", "614"),
        ("sq", "AN-1902", "Mora nr protokolli 1902 sot.", "1902"),
        ("sq", "D-0047", "fleta eshte zero zero dyzet e shtate tha ajo", "zero zero dyzet e shtate"),
        ("en", "K-77", "She was told it is job 77 now.", "77"),
        ("en", "D-0047", "It is double oh four seven on the sheet.", "double oh four seven"),
    ],
)
def test_the_end_of_a_reference_is_hidden(language: str, reference: str, text: str, piece: str) -> None:
    assert any(piece in found for found in hidden(language, reference, text))


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("K-77", "There were 77 people and she paid £77."),
        ("AB-1902", "The house was built in 1902."),
        ("X-30", "No, 30 minutes."),
    ],
)
def test_a_number_that_only_looks_alike_stays(reference: str, text: str) -> None:
    assert hidden("en", reference, text) == []


def test_a_reference_of_one_part_has_no_end() -> None:
    file: CaseFile = case_file({"reference": "58", "people": PEOPLE})
    assert file.crime_references == ("58",)
    assert hidden("en", "58", "Case number 58 people came.") == []


def test_a_reference_code_is_no_day_of_birth() -> None:
    """'25V5' of a code is no 25 May 2005; with its year in full a month in Roman figures is one, also run together."""
    born = [{"role": "victim", "names": {"first": "Arjola", "last": "Muço"}, "date_of_birth": "2005-05-25"}]

    def births(text: str) -> list[str]:
        spans = answer({"id": 1, "lang": "en", "text": text, "record": {"people": born}})["spans"]
        return [text[s["start"] : s["end"]] for s in spans if "birth" in s["reason"]]

    assert births("Case 25V5-FWWS was heard.") == []
    assert births("She was born 25V2005 there.") == ["25V2005"]
    assert births("She was born 25.V.05 there.") == ["25.V.05"]
