"""Assessments of risk one after the other, and days as the command line takes them."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from small_area import CASE_ID, make

from data.permission.seen import of_remark
from data.records.case_details import Judgement, RiskAssessment
from meeting.options import day
from meeting.usecases.assessing import add_assessment, history
from meeting.usecases.cases import risk_words
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make(tmp_path / "area")
    yield made
    made.close()


def test_each_stands_beside_the_earlier_and_the_newest_day_counts(office: Office) -> None:
    later = RiskAssessment(
        assessed_on=date(2026, 11, 20), source="victim", by="idva", count=16, judgement=Judgement.HIGH
    )
    add_assessment(office, CASE_ID, later, "Odile says he has a knife.")
    earlier = RiskAssessment(assessed_on=date(2026, 11, 5), source="police", count=13)
    add_assessment(office, CASE_ID, earlier, "")
    file = office.file_of(CASE_ID)
    assert file.case.assessments == (earlier, later)
    assert risk_words(file.case) == "16 ticks · high"
    newest, first = history(file.case, office)
    assert newest.splitlines() == [
        "20.11.2026 · with the victim · by IDVA service · 16 ticks · judged high",
        "  since the one before: ticks 13 → 16 (+3) · judgement – → high",
    ]
    assert first == "05.11.2026 · Police · 13 ticks"
    (remark,) = file.remarks
    assert of_remark(remark.label, office.profile) == "risk"
    with office.area.look() as record:
        assert "knife" not in repr(record.case(CASE_ID)), "why it was judged so is sealed"


@pytest.mark.parametrize(
    ("given", "why", "said"),
    [
        ({"count": 25}, "", "24 questions"),
        ({}, "", "Give the count"),
        ({"judgement": Judgement.HIGH}, "", "why"),
        ({"count": 3, "assessed_on": date(2026, 11, 25)}, "", "today or before"),
        ({"count": 3, "source": "nobody"}, "", "with whom"),
    ],
)
def test_what_says_nothing_is_refused_in_a_sentence(
    office: Office, given: dict[str, object], why: str, said: str
) -> None:
    values = {"assessed_on": date(2026, 11, 20), "source": "victim", **given}
    with pytest.raises(NotPossible, match=said):
        add_assessment(office, CASE_ID, RiskAssessment(**values), why)  # type: ignore[arg-type]
    assert office.file_of(CASE_ID).case.assessments == ()


@pytest.mark.parametrize("typed", ["1.1.2026", "01.01.2026", "2026-01-01", "1/1/26"])
def test_a_day_on_the_command_line_is_written_as_in_the_app(typed: str) -> None:
    assert day(typed) == date(2026, 1, 1)
    with pytest.raises(argparse.ArgumentTypeError, match=r"3\.12\.2026"):
        day("soon")
