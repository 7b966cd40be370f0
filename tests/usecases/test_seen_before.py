"""A case that came by a sheet may be one on record: it is told at once, and marked until a keeper decides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_area import ON, make, meeting_of

from meeting.tui.agenda_rows import below, rows
from meeting.usecases import preparing, repeats
from meeting.usecases.importing import preview, take
from meeting.usecases.office import Office
from meeting.usecases.repeats import MayRepeat, look_among

HEAD = (
    "Victim first name,Victim surname,Victim DOB,Perpetrator name,Date referred,Referring agency,Consent,"
    "What happened\n"
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make(tmp_path / "area")
    yield made
    made.close()


def bring(office: Office, tmp_path: Path, *lines: str) -> tuple[MayRepeat, ...]:
    path = tmp_path / "sheet.csv"
    path.write_text(HEAD + "\n".join(lines))
    return look_among(office, take(office, preview(path, office), only_good=True).case_ids)


def marked(office: Office) -> list[str]:
    agenda = preparing.agenda_of(office, meeting_of(office))
    return [row.case_id for row in rows(agenda, office.today) if "SEEN BEFORE?" in row.cells[2]]


def test_a_swapped_birth_and_a_misspelt_name_are_told_and_marked_until_decided(office: Office, tmp_path: Path) -> None:
    (alike,) = [
        *bring(office, tmp_path, "Sarah,Whitcombe,05.03.1988,Darren Whitcombe,01.11.2026,Police,Yes,He hit her."),
        *bring(office, tmp_path, "Sara,Whitcomb,03.05.1988,Daren Whitcombe,13.11.2026,Police,Yes,He rang her.",
               "Cressida,Vane,03.05.1971,Ivo Larch,13.11.2026,Police,Yes,He shouts."),
    ]  # fmt: skip
    told = "\n".join(line for one in alike.earlier for line in one.lines)
    assert "day and month swapped" in told
    assert "Whitcomb" not in told
    preparing.prepare(office, ON)
    assert marked(office) == [alike.case_id]
    agenda = preparing.agenda_of(office, meeting_of(office))
    row = next(row for row in rows(agenda, office.today) if row.case_id == alike.case_id)
    assert "you decide" in below(agenda, row, office.agency_name)
    repeats.unlink(office, alike.case_id, alike.earlier[0].reference)
    assert marked(office) == []


def test_a_link_decides_and_of_two_in_one_sheet_the_later_is_marked(office: Office, tmp_path: Path) -> None:
    found = bring(
        office, tmp_path, "Sarah,Whitcombe,05.03.1988,Darren Whitcombe,13.11.2026,Police,Yes,He hit her.",
        "Sara,Whitcombe,05.03.1988,Darren Whitcombe,01.11.2026,Police,Yes,He rang her.")  # fmt: skip
    (alike,) = found
    assert [one.reference for one in alike.earlier] != [alike.reference]
    assert office.file_of(alike.case_id).case.referred_on.day == 13
    repeats.link(office, alike.case_id, alike.earlier[0].reference)
    case = office.file_of(alike.case_id).case
    assert (case.may_repeat, case.repeat_of) == ((), (alike.earlier[0].reference,))


def test_a_mark_on_what_is_like_it_no_more_goes_when_it_is_looked_at(office: Office, tmp_path: Path) -> None:
    (alike,) = [
        *bring(office, tmp_path, "Sarah,Whitcombe,05.03.1988,Darren Whitcombe,01.11.2026,Police,Yes,He hit her."),
        *bring(office, tmp_path, "Sarah,Whitcombe,05.03.1988,Darren Whitcombe,13.11.2026,Police,Yes,He rang her."),
    ]
    with office.area.work() as record:
        earlier = record.case_by_reference(alike.earlier[0].reference)
        assert record.remove_untouched([earlier.id]) == 1
    office.forget()
    assert repeats.earlier_cases(office, alike.case_id) == ()
    assert office.file_of(alike.case_id).case.may_repeat == ()
