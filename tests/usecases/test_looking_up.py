"""Cases found: by their coded facts, however many there are, and by a person's name, on the file and on a server."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from small_area import CASE_ID, REFERENCE, make, small_case

from data.records.case_details import CaseFile, Criterion, Judgement, RiskAssessment
from data.records.reference import new_reference
from data.records.sharing import ConsentState
from meeting.usecases import logview
from meeting.usecases.cases import list_cases, rows_of
from meeting.usecases.looking_up import by_name
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

MORE = 520  # more than are listed at once


def newer(number: int) -> CaseFile:
    file = small_case(f"c{number}", new_reference(), first=f"Wenna{number}", last="Trescothick")
    facts: dict[str, object] = {"referred_on": date(2026, 11, 5) + timedelta(days=number % 15)}
    if number == 7:
        assessments = (RiskAssessment(count=3), RiskAssessment(count=19, judgement=Judgement.HIGH))
        facts |= {"consent": ConsentState.REFUSED, "criteria": (Criterion.REPEAT,), "assessments": assessments,
                  "referring_agency": "Löwe House"}  # fmt: skip
    return CaseFile(case=replace(file.case, **facts), people=file.people, narrative=file.narrative)  # type: ignore[arg-type]


@pytest.fixture(params=["file", "server"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    server = request.getfixturevalue("database") if request.param == "server" else ""
    made = make(tmp_path / "area", server=server)
    with made.area.work() as record:
        record.add_cases([newer(number) for number in range(MORE)])
    yield made
    made.close()


def found(office: Office, search: str) -> list[str]:
    return [row.case_id for row in list_cases(office, search)]


def test_a_search_reaches_every_case(office: Office) -> None:
    """The oldest by its own code, and each fact that stands on the list, by the words it stands there with."""
    assert len(list_cases(office)) == 500
    assert CASE_ID not in found(office, "")
    assert found(office, REFERENCE.lower()) == [CASE_ID]
    assert found(office, REFERENCE.replace("-", "")) == [CASE_ID]
    for words in ("refused", "löwe", "repeat", "19 ticks", "high", "refused high 19"):
        assert found(office, words) == ["c7"], words
    assert len(list_cases(office, "police", limit=MORE + 1)) == MORE
    assert len(list_cases(office, "assessed", limit=MORE + 1)) == MORE
    assert found(office, "refused police") == []
    assert found(office, "3%") == found(office, "_") == []


def test_a_keeper_finds_a_case_by_a_name(office: Office) -> None:
    """By its beginning, misspelt, or with the perpetrator's; each search is an entry that does not say the name."""
    for name in ("Odile Fennick", "fennick", "fenick odile", "odi", "FENNICK"):
        assert by_name(office, name).case_ids == (CASE_ID,), name
    assert len(by_name(office, "quistgaard").case_ids) == by_name(office, "quistgaard").of == MORE + 1
    assert by_name(office, "odile trescothick").case_ids == ()
    assert by_name(office, "Zzyxmarker").case_ids == ()
    assert [row.reference for row in rows_of(office, (CASE_ID,))] == [REFERENCE]
    lines = [line for line in logview.view_of(office) if "name looked for" in line.kind]
    assert [line.kind for line in lines].count("name looked for") == 9
    assert "fennick" not in repr(lines).casefold()
    with pytest.raises(NotPossible):
        by_name(office, " . ")


def test_a_new_name_is_found_at_once(office: Office) -> None:
    assert by_name(office, "tregeagle").case_ids == ()
    with office.area.work() as record:
        record.add_case(small_case("late", new_reference(), first="Loveday", last="Tregeagle"))
    assert by_name(office, "tregeagle").case_ids == ("late",)
    assert by_name(office, "tregeagle").of == MORE + 2
