"""Purging, holds, erasing, and what a person may ask, on the real record."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from data.records.case_details import CaseState
from data.records.case_management import Contact, ContactKind
from data.records.retention import Kept
from data.records.sharing import Disclosure
from data.records.text import RawText
from data.retention.schedule import Step
from data.store.rows import CaseRow
from data.store.work import NoSuchCase
from data.vault.sealing import DoesNotOpen
from meeting.usecases import keeping, rights
from meeting.usecases.areas import create_area
from meeting.usecases.importing import preview, take
from meeting.usecases.notices import record_caution
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

SHEET = (
    "Victim first name,Victim surname,Victim DOB,Victim phone,Perpetrator name,"
    "Date referred,Referring agency,Consent,What happened\n"
    "Odile,Fennick,03.11.86,07700 900321,Gareth Mulcaster,02.02.2023,Police,Yes,"
    "Odile Fennick rang from 07700 900321. Gareth Mulcaster had broken her door.\n"
)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    return create_area("one", "plain words for a test", "uk", Clock())


@pytest.fixture
def case_id(office: Office, tmp_path: Path) -> str:
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET)
    (reference,) = take(office, preview(path, office)).references
    with office.area.look() as record:
        return record.case_by_reference(reference).id


def row_of(office: Office, case_id: str) -> dict[str, Any]:
    with office.area.look() as record:
        return record.session.exec(select(CaseRow).where(CaseRow.id == case_id)).one().model_dump()


def put_back(office: Office, row: dict[str, Any], *names: str) -> None:
    with office.area.work() as record:
        current = record.session.exec(select(CaseRow).where(CaseRow.id == row["id"])).one()
        for name in names:
            setattr(current, name, row[name])
        record.session.add(current)


def test_words_go_before_people_and_an_old_value_does_not_open_again(office: Office, case_id: str) -> None:
    before = row_of(office, case_id)
    (due,) = keeping.due_to_go(office)
    assert due.step is Step.WORDS
    assert row_of(office, case_id) == before, "the dry run changes nothing"
    assert keeping.purge(office).words == 1
    file = office.file_of(case_id)
    assert (file.narrative.text, file.people[0].last, file.case.kept) == ("", "Fennick", Kept.NO_WORDS)
    assert keeping.due_to_go(office) == ()
    put_back(office, before, "narrative")
    office.forget()
    with pytest.raises(DoesNotOpen):
        office.file_of(case_id)


def test_people_go_and_codes_stay(office: Office, case_id: str) -> None:
    office.clock.now = datetime(2030, 1, 1)  # type: ignore[attr-defined]
    assert keeping.purge(office).people == 1
    file = office.file_of(case_id)
    assert file.people == ()
    assert (file.case.referring_agency, file.case.kept, file.case.state) == ("police", Kept.COUNTS, CaseState.LAPSED)


def test_the_whole_case_goes_and_the_log_keeps_its_reference(office: Office, case_id: str) -> None:
    reference = office.file_of(case_id).case.reference
    office.clock.now = datetime(2034, 1, 1)  # type: ignore[attr-defined]
    assert keeping.purge(office).whole == 1
    with office.area.look() as record:
        with pytest.raises(NoSuchCase):
            record.case(case_id)
        entries = [row[1] for row in record.log_rows()]
    assert any(b"case erased" in entry and reference.encode() in entry for entry in entries)
    assert office.area.check_log().whole


def test_a_hold_stops_a_purge_and_an_erasure_until_it_is_lifted(office: Office, case_id: str) -> None:
    keeping.hold(office, case_id, "An inquest has asked for it.", "coroner's officer")
    assert keeping.purge(office).held == 1
    with pytest.raises(NotPossible, match="hold is in force"):
        keeping.erase(office, case_id)
    keeping.lift(office, case_id)
    keeping.erase(office, case_id)
    with office.area.look() as record, pytest.raises(NoSuchCase):
        record.case(case_id)


def test_a_hold_needs_its_reason_and_a_day_ahead(office: Office, case_id: str) -> None:
    for reason, by, until in (("", "court", None), ("why", " ", None), ("why", "court", date(2020, 1, 1))):
        with pytest.raises(NotPossible):
            keeping.hold(office, case_id, reason, by, until)


def test_a_person_sees_their_own_details_and_nobody_elses(office: Office, case_id: str, tmp_path: Path) -> None:
    victim, perpetrator = office.file_of(case_id).people
    told = "\n".join(rights.access_paper(office, case_id, victim.id).texts().values())
    assert "Odile Fennick" in told
    assert "07700900321" in told.replace(" ", "")
    assert "Gareth" not in told
    assert "Mulcaster" not in told
    with pytest.raises(NotPossible, match="safely be told"):
        rights.access_paper(office, case_id, perpetrator.id)
    record_caution(
        office,
        case_id,
        perpetrator_may_be_told=True,
        safe_wording=False,
        decided_by="chair",
        reasons="He knows of the referral.",
    )
    other = "\n".join(rights.access_paper(office, case_id, perpetrator.id).texts().values())
    assert "Gareth Mulcaster" in other
    assert "Odile" not in other
    assert "900321" not in other.replace(" ", "")
    released = rights.release_access(office, case_id, victim.id, tmp_path / "out")
    assert len(released.paths) == 2
    assert all("Fennick" not in path.name for path in released.paths)


def test_only_the_victim_reads_what_was_done_for_her_protection(office: Office, case_id: str) -> None:
    """Where she is, what she fears, whom she turned to and what was agreed: not for who asks as the perpetrator."""
    victim, perpetrator = office.file_of(case_id).people
    story = "Gareth Mulcaster broke her door. She is staying at a refuge. Her visa ran out in May. She rang twice."
    rights.rewrite(office, case_id, story)
    with office.area.work() as record:
        note = RawText("She asked for a new lock.")
        kind = ContactKind.CONTACT
        record.add_contact(case_id, Contact(id="c", kind=kind, on=date(2026, 11, 2), agency="police", note=note))
        record.add_sharing(case_id, Disclosure(on=date(2026, 11, 3), paper="agenda", to=(("police", "consent"),)))
    record_caution(
        office, case_id, perpetrator_may_be_told=True, safe_wording=False, decided_by="chair", reasons="He knows."
    )
    own, his = (
        "\n".join(rights.access_paper(office, case_id, person.id).texts().values()) for person in (victim, perpetrator)
    )
    for told in ("refuge", "visa", "new lock", "03.11.2026"):
        assert told in own
        assert told not in his
    assert "Nobody." not in his, "the paper says nothing on who was told, and nothing that is not so"
    assert "broke her door" in his


def test_a_correction_keeps_what_stood_there(office: Office, case_id: str) -> None:
    victim = office.file_of(case_id).people[0]
    rights.correct(office, case_id, victim.id, "last", "Fenwick", "the person")
    assert office.file_of(case_id).people[0].last == "Fenwick"
    with office.area.look() as record:
        (kept,) = record.corrections(case_id)
    assert (kept.field, kept.before.text, kept.asked_by) == ("last", "Fennick", "the person")
    with pytest.raises(NotPossible):
        rights.correct(office, case_id, victim.id, "id", "x", "the person")


def test_a_restricted_case_is_shared_with_nobody(office: Office, case_id: str) -> None:
    from meeting.usecases.preparing import planned

    office.clock.now = datetime(2023, 2, 10)  # type: ignore[attr-defined]
    rights.restrict(office, case_id, restricted=True)
    assert not planned(office, date(2023, 2, 20)).items
    with office.area.look() as record:
        assert record.case(case_id).restricted
