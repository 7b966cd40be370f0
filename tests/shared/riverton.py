"""An area to back up, made the same way on the file and on a server, and what tests ask of either."""

import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data.profiles.load import load
from data.records.case_details import Case, CaseFile, Person, Role
from data.records.reference import new_reference
from data.records.text import RawText
from meeting.area import Area
from meeting.usecases.office import Office

PHRASE = "five made up words here"
MARKER = "Zzyxmarker"
CASES = 12


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: int) -> None:
        self.now += timedelta(**time)


def made_up_file() -> CaseFile:
    case = Case(
        id=str(uuid.uuid4()), reference=new_reference(), referred_on=date(2026, 11, 24), referring_agency="police"
    )
    person = Person(id="p1", role=Role.VICTIM, first=MARKER, last=MARKER)
    return CaseFile(case=case, people=(person,), narrative=RawText(MARKER))


def riverton(home: Path, clock: Clock, server: str = "") -> Office:
    """Open, with cases in it."""
    area = Area.create(home / "riverton", PHRASE, profile="uk", memory_kib=64, clock=clock, server=server)
    with area.work() as record:
        record.add_cases([made_up_file() for _n in range(CASES)])
    return Office(area, load("uk"), clock)


def cases_of(area: Area) -> list[CaseFile]:
    with area.work() as record:
        return [record.open_file(case.id) for case in record.cases()]
