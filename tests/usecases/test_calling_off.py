"""A planned meeting that is not held: removed where nothing of it left, else kept as cancelled."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from small_area import CASE_ID, ON, make, meeting_of, participant
from sqlmodel import select

from data.records.conference import MeetingState
from data.store.rows import ItemRow
from meeting.usecases import arranging, course, holding, packs, preparing, releasing
from meeting.usecases.logview import view_of
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "homes"))
    office = make(tmp_path / "riverton")
    yield office
    office.close()


def kinds(office: Office) -> list[str]:
    return [line.kind for line in view_of(office)]


def test_one_of_which_nothing_left_goes_with_its_agenda_and_its_case_stays_due(office: Office) -> None:
    meeting = meeting_of(office)
    found = course.calling_off(office, meeting)
    assert (found.cases, found.kept) == (1, False)
    assert "Nothing of it has left" in course.would_be(found)
    assert len(preparing.meetings(office)) == 1, "asking changes nothing"
    course.call_off(office, meeting)
    assert preparing.meetings(office) == ()
    with office.area.look() as record:
        assert record.session.exec(select(ItemRow)).all() == []
    assert kinds(office).count("meeting removed") == 1
    assert [item.case_id for item in preparing.planned(office, ON).items] == [CASE_ID]
    assert preparing.prepare(office, ON).meeting.id != meeting


def test_a_meetings_number_is_never_given_twice(office: Office) -> None:
    """Actions are numbered by it."""
    first = meeting_of(office)
    later = [preparing.prepare(office, date(2026, 12, day)).meeting.id for day in (1, 8)]
    course.call_off(office, later[0])
    fresh = preparing.prepare(office, date(2026, 12, 15)).meeting.id
    with office.area.look() as record:
        numbers = [record.next_action_number(one) for one in (first, later[1], fresh)]
    assert len(set(numbers)) == 3


@pytest.mark.parametrize("left", ["agenda", "agenda made anew", "pack"])
def test_what_left_for_it_stays_said(office: Office, tmp_path: Path, left: str) -> None:
    meeting = meeting_of(office)
    if left == "pack":
        participant(office, tmp_path / "reader.key")
        packs.pack_for(office, meeting, "reader", tmp_path / "p.pack")
    else:
        releasing.release_agenda(office, meeting, tmp_path / "out", formats=("txt",))
        preparing.publish(office, meeting)
    if left == "agenda made anew":
        preparing.prepare(office, ON)
    assert course.calling_off(office, meeting).kept
    course.call_off(office, meeting)
    with office.area.look() as record:
        assert record.meeting(meeting).state is MeetingState.CANCELLED
        assert len(record.items(meeting)) == 1
    assert kinds(office).count("meeting cancelled") == 1
    assert any(kind.startswith(("agenda released", "pack sealed")) for kind in kinds(office))
    for late in (course.call_off, holding.start):
        with pytest.raises(NotPossible):
            late(office, meeting)
    assert arranging.latest(office, MeetingState.PLANNED, MeetingState.PUBLISHED) is None
    assert preparing.prepare(office, ON).meeting.id != meeting, "another of the same day may be prepared"


def test_one_that_has_begun_is_not_called_off(office: Office) -> None:
    meeting = meeting_of(office)
    holding.start(office, meeting)
    with pytest.raises(NotPossible, match="has begun"):
        course.call_off(office, meeting)
    course.take_back(office, meeting)
    course.call_off(office, meeting)
    assert preparing.meetings(office) == ()
