"""A whole meeting with a mark in every field; then every file it left on the disk is searched for the marks."""

import tempfile
import uuid
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from data.profiles.load import load
from data.records.agency import Agency
from data.records.case_details import Address, Case, CaseFile, Person, Remark, Role
from data.records.case_management import Contact, ContactKind
from data.records.conference import Grade, NoteKind, Presence
from data.records.reference import new_reference
from data.records.sharing import ALL, Agreement, Consent, ConsentState
from data.records.text import RawText
from meeting.area import Area
from meeting.usecases import cases, following, holding, noting, preparing, releasing, reviewing
from meeting.usecases.office import Office

DAY = date(2026, 11, 24)
FIELDS = (
    *("first", "last", "aka", "phone", "mail", "line", "town", "code", "work", "school", "number", "story", "remark"),
    *("order", "crime", "note", "action", "reason", "contact"),
)
# No word of any language, so that nothing but the field itself can bring one to the disk.
MARKS = {field: f"Zq{field}vexk" for field in FIELDS}


def marked_case() -> CaseFile:
    m = MARKS
    person = Person(
        id=str(uuid.uuid4()), role=Role.VICTIM, first=m["first"], last=m["last"], also_known_as=(m["aka"],),
        phones=(m["phone"],), emails=(f"{m['mail']}@post.example",), workplace=m["work"], school=m["school"],
        address=Address(line=m["line"], town=m["town"], postcode=m["code"]), identifiers=(("nhs", m["number"]),),
    )  # fmt: skip
    case = Case(
        id=str(uuid.uuid4()), reference=new_reference(), referred_on=DAY - timedelta(days=20),
        referring_agency="police", involved=("police",), consent=ConsentState.GIVEN,
    )  # fmt: skip
    return CaseFile(
        case=case, people=(person,), narrative=RawText(f"{m['story']} came."),
        remarks=(Remark(label="Remark", text=RawText(m["remark"])),),
        orders=(m["order"],), crime_references=(m["crime"],),
    )  # fmt: skip


def hold_a_meeting(area: Area, papers: Path) -> Office:
    office = Office(area, load("uk"), lambda: datetime(2026, 11, 24, 10))
    file = marked_case()
    with area.work() as record:
        record.save_agency(Agency(code="police", name="Police"))
        record.add_agreement(Agreement(agency="police", signed_on=DAY, starts=DAY, review_on=DAY, confidence="kept"))
        record.add_case(file)
        record.add_sharing(file.case.id, consent())
    mine = Contact(id="", kind=ContactKind.CONTACT, on=DAY, agency="police", note=RawText(MARKS["contact"]))
    cases.add_contact(office, file.case.id, mine)
    reviewing.hide_more(office, file.case.id, MARKS["story"])
    meeting = preparing.prepare(office, DAY).meeting.id
    releasing.release_agenda(office, meeting, papers)
    holding.start(office, meeting)
    for line in holding.attendance(office, meeting):
        holding.declare(office, meeting, holding.set_presence(office, meeting, line, Presence.PRESENT))
    item = holding.item_view(office, meeting, 0).item
    said = f"{MARKS['note']} rang {MARKS['first']}."
    noting.keep(office, meeting, item, NoteKind.RISKS, "police", said, noting.disguised(office, meeting, item, said))
    holding.agree_action(office, meeting, item.id, "police", f"Visit {MARKS['action']}.", DAY + timedelta(days=3))
    following.close(office, meeting)
    for row in following.actions(office):
        following.set_action(office, row.action.id, row.action.state.NOT_DONE, f"{MARKS['reason']} was away.")
    releasing.release_minutes(office, meeting, papers, Grade.ALL_PARTNERS)
    return office


def consent() -> Consent:
    return Consent(state=ConsentState.GIVEN, agencies=ALL, categories=ALL, starts=DAY, signed=RawText(MARKS["first"]))


def files_with_marks(folder: Path) -> Iterator[tuple[str, str]]:
    for path in (p for p in folder.rglob("*") if p.is_file()):
        held = [path.read_bytes(), path.name.encode()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                held += [packed.read(name) for name in packed.namelist()]
        for field, mark in MARKS.items():
            forms = {
                form
                for word in (mark, mark.lower(), mark.upper())
                for form in (word.encode(), word.encode("utf-16-le"))
            }
            if any(form in data for data in held for form in forms):
                yield path.name, field


def plain_connector(path: Path, _key: bytes):  # type: ignore[no-untyped-def]
    return lambda: sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None)


@pytest.mark.parametrize("build", ["as it is", "plain"])
def test_nothing_of_a_meeting_is_readable_on_the_disk(
    build: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database while it is open, its journal, temporary files, papers; in a plain build the marks are found."""
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "SQLITE_TMPDIR"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "TMPDIR"))
    if build == "plain":
        monkeypatch.setattr("data.store.database._connector", plain_connector)
        for one in ("seal", "open_sealed"):
            monkeypatch.setattr(f"meeting.sealing_rows.{one}", lambda _key, _place, value: value)
        for row in ("seal_row", "open_row"):
            monkeypatch.setattr(f"meeting.sealing_rows.{row}", lambda _key, _place, values: dict(values))
    area = Area.create(tmp_path / "area", "five made up words here", profile="uk", memory_kib=64)
    office = hold_a_meeting(area, tmp_path / "papers")
    try:
        assert len(list((tmp_path / "papers").iterdir())) == 4
        found = set(files_with_marks(tmp_path))
    finally:
        office.close()
    found |= set(files_with_marks(tmp_path))
    if build == "plain":
        assert {field for _name, field in found} >= set(FIELDS) - {"action", "reason"}
    else:
        assert not found
