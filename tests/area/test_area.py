"""The record on the real SQLCipher: what goes in comes out, and nothing is readable at rest."""

import uuid
from datetime import date
from pathlib import Path

import pytest

from data.records.case_details import Case, CaseFile, Person, Remark, Role
from data.records.conference import Action, Item, Meeting, Note, NoteKind, Why
from data.records.reference import new_reference
from data.records.review import Review
from data.records.sharing import Consent, ConsentState, Ground
from data.records.text import DisguisedText, RawText
from meeting.area import Area, NotAnArea, WrongPassphrase

DAY = date(2026, 11, 24)
PHRASE = "five made up words here"
MARKER = "Zzyxmarker"


def made_up_file(**facts: object) -> CaseFile:
    case = Case(id=str(uuid.uuid4()), reference=new_reference(), referred_on=DAY, referring_agency="police", **facts)  # type: ignore[arg-type]
    person = Person(id="p1", role=Role.VICTIM, first=MARKER, last=MARKER, date_of_birth=DAY, phones=(MARKER,))
    return CaseFile(
        case=case,
        people=(person,),
        narrative=RawText(MARKER),
        remarks=(Remark(label="safe to call", text=RawText(MARKER)),),
        orders=(MARKER,),
    )


@pytest.fixture(params=["file", "server"])
def area(request: pytest.FixtureRequest, tmp_path: Path) -> Area:
    server = request.getfixturevalue("database") if request.param == "server" else ""
    return Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64, server=server)


def hold(area: Area, file: CaseFile) -> None:
    meeting = Meeting(id="m", on=DAY)
    item = Item(
        id="i",
        case_id=file.case.id,
        reference=file.case.reference,
        why=(Why.NEW,),
        minutes=10,
        summary=DisguisedText(MARKER),
    )
    note = Note(id="n", item_id="i", kind=NoteKind.RISKS, raw=RawText(MARKER), disguised=DisguisedText(MARKER))
    with area.work() as record:
        record.add_case(file)
        record.save_meeting(meeting)
        record.save_items("m", [item])
        record.save_note("m", file.case.id, note)
        record.save_review(file.case.id, Review(keep=(MARKER,), harmless=(MARKER,), letters={MARKER: "A"}))
        ground = Ground(kind="crime", reasons=RawText(MARKER), decided_by="chair", decided_on=DAY)
        record.record_ground(file.case.id, ground)
        number = record.next_action_number("m")
        record.save_action(
            Action(
                id="a",
                number=number,
                case_id=file.case.id,
                reference=file.case.reference,
                meeting_id="m",
                agency="police",
                what=DisguisedText(MARKER),
                due=DAY,
            )
        )


def test_what_goes_in_comes_out_after_reopening(area: Area) -> None:
    file = made_up_file()
    hold(area, file)
    area.close()
    again = Area.open(area.folder, PHRASE)
    with again.work() as record:
        assert record.open_file(file.case.id) == file
        assert record.items("m")[0].summary.text == MARKER
        assert record.raw_note("n").text == MARKER
        assert record.actions()[0].number == "1.1"
        assert record.ground(file.case.id).reasons.text == MARKER  # type: ignore[union-attr]
        assert record.review(file.case.id).keep == (MARKER,)
    assert again.check_log().whole


def test_nothing_is_readable_at_rest(area: Area) -> None:
    file = made_up_file()
    hold(area, file)
    for path in area.folder.iterdir():
        raw = path.read_bytes()
        assert MARKER.encode() not in raw, path.name
        assert file.case.reference.encode() not in raw, path.name
        assert b"SQLite format" not in raw, path.name


@pytest.mark.parametrize("area", ["server"], indirect=True)
def test_a_servers_administrator_reads_codes_and_references_and_no_text(area: Area) -> None:
    file = made_up_file()
    hold(area, file)
    seen = dumped((area.folder / "server").read_text())
    assert MARKER.encode() not in seen
    assert file.case.reference.encode() in seen, "the same search finds what is not sealed"


def dumped(address: str) -> bytes:
    """Every value of every table, as whoever runs the server reads it."""
    import psycopg

    with psycopg.connect(address) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        rows = [row for (name,) in tables for row in connection.execute(f'SELECT * FROM "{name}"'.encode())]
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for row in rows for v in row)


def test_a_wrong_passphrase_and_a_wrong_folder_get_a_sentence(area: Area, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase, match="does not open"):
        Area.open(area.folder, "some other words here")
    with pytest.raises(NotAnArea, match="no area"):
        Area.open(tmp_path / "nowhere", PHRASE)


def test_consent_and_candidates(area: Area) -> None:
    waiting, heard = made_up_file(), made_up_file(last_heard_on=DAY)
    with area.work() as record:
        record.add_cases([waiting, heard])
        record.add_sharing(waiting.case.id, Consent(state=ConsentState.GIVEN, starts=DAY))
    with area.look() as record:
        found = record.candidates(DAY, lapse_before=date(2025, 11, 24))
    assert [case.id for case in found] == [waiting.case.id]
    assert found[0].consent is ConsentState.GIVEN


def test_a_failed_unit_of_work_leaves_nothing(area: Area) -> None:
    file = made_up_file()
    with pytest.raises(RuntimeError), area.work() as record:  # noqa: PT012
        record.add_case(file)
        raise RuntimeError
    with area.look() as record:
        assert record.count_cases() == 0
