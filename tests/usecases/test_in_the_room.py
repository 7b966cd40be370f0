"""Everybody in the room: a second person, guests, trainees, observers, with their declaration and their conflicts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_area import CASE_ID, make, meeting_of

from data.records.conference import Attendance, Grade, Part, Presence
from meeting.documents.views import AttendanceSheet
from meeting.usecases import holding, sharing
from meeting.usecases.conflicts import conflicts_at, must_leave
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from minutes.compose import compose


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make(tmp_path / "area")
    yield made
    made.close()


def came(office: Office, agency: str, name: str, **more: object) -> Attendance:
    line = replace(Attendance(id="", agency=agency, name=name, presence=Presence.PRESENT), **more)  # type: ignore[arg-type]
    return holding.add_person(office, meeting_of(office), line)


def test_a_second_person_and_a_guest_stand_beside_the_first_and_are_asked_as_everybody(office: Office) -> None:
    meeting = meeting_of(office)
    sharing.record_conflict(office, CASE_ID, "police", "He is her uncle.", "Ann Oakridge")
    second = came(office, "police", "Ann Oakridge")
    guest = came(office, "", "Ann Oakridge", part=Part.GUEST)
    trainee = came(office, "housing", "Peregrine Lowe", part=Part.TRAINEE)
    lines = holding.attendance(office, meeting)
    assert len([line for line in lines if line.agency == "housing"]) == 2, "a trainee does not stand for the agency"
    assert not second.declared
    out = conflicts_at(office, meeting, lines)
    assert set(out) >= {second.id, guest.id}
    assert trainee.id not in out
    assert {line.id for line in must_leave(office, meeting, lines, 0)} >= {second.id, guest.id}
    named = came(office, "", "Odile Fennick", part=Part.GUEST)
    assert named.id in conflicts_at(office, meeting, [named]), "a name like somebody's of the case is asked"


def test_who_came_stands_on_papers_by_part(office: Office) -> None:
    meeting = meeting_of(office)
    came(office, "", "Peregrine Lowe", part=Part.GUEST, role="auditor")
    came(office, "housing", "Ivo Larch", part=Part.TRAINEE)
    with office.area.look() as record:
        lines, found = record.attendance(meeting), record.meeting(meeting)
    minutes = compose(found, (), (), (), lines, office.agencies(), Grade.ALL_PARTNERS)
    assert {(one.agency, one.role) for one in minutes.present} == {("Guest", "auditor"), ("Housing", "trainee")}
    sheet = AttendanceSheet.of(found, lines, office.agencies())
    assert "Peregrine Lowe" in str(sheet.blocks)
    assert "Guest" in str(sheet.blocks)


def test_all_expected_are_present_at_once_and_what_was_said_stays(office: Office) -> None:
    meeting = meeting_of(office)
    lines = {line.agency: line for line in holding.attendance(office, meeting)}
    holding.set_presence(office, meeting, lines["police"], Presence.APOLOGIES)
    holding.set_presence(office, meeting, lines["idva"], Presence.ABSENT)
    came = holding.all_expected(office, meeting)
    now = {line.agency: line.presence for line in holding.attendance(office, meeting)}
    assert now["police"] is Presence.APOLOGIES
    assert now["idva"] is Presence.ABSENT
    assert now["refuge"] is Presence.PRESENT, "it sees a case of this meeting"
    assert now["children"] is Presence.PRESENT, "it sits at every meeting"
    assert now["education"] is Presence.ABSENT, "nobody expects it"
    assert all(not line.declared for line in came)
    assert holding.all_expected(office, meeting) == ()


def test_without_a_name_or_an_agency_it_is_said_what_is_needed(office: Office) -> None:
    with pytest.raises(NotPossible, match="Give the name"):
        came(office, "police", " ")
    with pytest.raises(NotPossible, match="guest"):
        came(office, "", "Peregrine Lowe")
