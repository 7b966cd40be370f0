"""Case files without end, for measuring alone."""

import uuid
from datetime import date, timedelta
from pathlib import Path

from data.records.agency import Agency
from data.records.case_details import Case, CaseFile, CaseState, Person, Role
from data.records.ids import new_id
from data.records.reference import new_reference
from data.records.sharing import Agreement, ConsentState
from data.records.text import RawText
from meeting.area import PRACTICE_PASSPHRASE, Area

TODAY = date(2026, 11, 24)
NARRATIVE = "Keeley reports that Darren came to the flat at about two and kicked the door until a neighbour came. " * 6


def case_file(number: int, *, due: bool) -> CaseFile:
    """A due case, or one heard and closed long ago."""
    referred = TODAY - timedelta(days=20 if due else 900)
    case = Case(
        id=new_id(), reference=new_reference(), referred_on=referred, referring_agency="police",
        consent=ConsentState.GIVEN, state=CaseState.OPEN if due else CaseState.CLOSED, children_count=number % 3,
        last_heard_on=None if due else referred + timedelta(days=9),
    )  # fmt: skip
    people = (
        Person(
            id=str(uuid.uuid4()), role=Role.VICTIM, first=f"Keeley{number}", last="Brathwell", phones=("07700900114",)
        ),
        Person(id=str(uuid.uuid4()), role=Role.PERPETRATOR, first="Darren", last=f"Fosgate{number}"),
    )
    return CaseFile(case=case, people=people, narrative=RawText(NARRATIVE))


def area(folder: Path, *, cases: int, due: int) -> Area:
    """An area with ``cases`` cases of which ``due`` are due."""
    made = Area.create(folder, PRACTICE_PASSPHRASE, profile="uk", practice=True, memory_kib=64)
    with made.work() as record:
        record.save_agency(Agency(code="police", name="Police"))
        record.add_agreement(Agreement(agency="police", signed_on=TODAY, starts=TODAY))
    for begin in range(0, cases, 5000):
        with made.work() as record:
            record.add_cases([case_file(n, due=n < due) for n in range(begin, min(cases, begin + 5000))])
    return made
