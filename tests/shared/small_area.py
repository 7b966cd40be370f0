"""A small area of made-up people, quick to make and to copy: one case that may be shared, on a planned agenda."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from data.practice.agencies import agencies
from data.profiles.load import load
from data.records.case_details import Case, CaseFile, Person, Role
from data.records.sharing import ConsentState
from data.records.text import RawText
from data.vault.slot import TRIAL
from meeting.area import Area
from meeting.usecases import people, preparing
from meeting.usecases.office import Office
from meeting.usecases.practising import agree

PHRASE = "words for a small area"
ON = date(2026, 11, 24)
CASE_ID, REFERENCE = "11111111-2222-4333-8444-555555555555", "7KQ2-M9XF"


def at_nine() -> datetime:
    return datetime(2026, 11, 24, 9, 0)


def small_case(case_id: str = CASE_ID, reference: str = REFERENCE, **names: str) -> CaseFile:
    victim = {"first": "Odile", "last": "Fennick", **names}
    case = Case(
        id=case_id, reference=reference, referred_on=date(2026, 11, 4), referring_agency="police",
        consent=ConsentState.GIVEN, involved=("housing", "primary", "refuge"),
    )  # fmt: skip
    return CaseFile(
        case=case,
        people=(
            Person(id="v", role=Role.VICTIM, phones=("07700900321",), **victim),
            Person(id="p", role=Role.PERPETRATOR, first="Maren", last="Quistgaard"),
        ),
        narrative=RawText("He pushed her down the stairs. Odile wants to leave."),
    )


def make(folder: Path, *, server: str = "", practice: bool = True, clock: Callable[[], datetime] = at_nine) -> Office:
    """Open, with the case on the agenda of the day."""
    area = Area.create(
        folder, PHRASE, profile="uk", practice=practice, memory_kib=64, clock=clock, server=server
    )  # fmt: skip
    office = Office(area, load("uk"), clock)
    with area.work() as record:
        for agency in agencies():
            record.save_agency(agency)
        record.add_case(small_case())
    office.forget()
    agree(office)
    preparing.prepare(office, ON)
    return office


def reopen(folder: Path, clock: Callable[[], datetime] = at_nine) -> Office:
    """Another program on the same area."""
    return Office(Area.open(folder, PHRASE, clock=clock, alongside=True), load("uk"), clock)


def meeting_of(office: Office) -> str:
    return preparing.meetings(office)[0].id


def participant(office: Office, key_file: Path, user: str = "reader", agency: str = "housing") -> people.Welcome:
    return people.invite(office, user, "participant", agency=agency, key_file=key_file, cost=TRIAL)
