"""5,000 rows into the record, against the same rows through the same ORM into plain SQLite: at most 2 times."""

import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import count
from pathlib import Path

from sqlmodel import Field, Session, SQLModel, create_engine

from benchmarks.made_up import TODAY
from benchmarks.measure import best, peak
from data.intake.read import Understood, read
from data.practice.agencies import agencies
from data.practice.spreadsheet import write
from data.profiles.load import load
from meeting.area import PRACTICE_PASSPHRASE, Area
from meeting.usecases.importing import take
from meeting.usecases.office import Office

ROWS = 5_000


class PlainCase(SQLModel, table=True):
    """What a program without sealing would keep."""

    id: str = Field(primary_key=True)
    reference: str = Field(index=True, unique=True)
    referred_on: date = Field(index=True)
    agency: str
    consent: str
    children: int
    narrative: str
    remarks: str


class PlainPerson(SQLModel, table=True):
    id: str = Field(primary_key=True)
    case_id: str = Field(foreign_key="plaincase.id", index=True)
    role: str
    first: str
    last: str
    born: date | None
    phones: str
    address: str


def measure() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as held:
        folder, number = Path(held), count()
        sheet = folder / "rows.xlsx"
        write(sheet, seed=1, today=TODAY, cases=ROWS)
        reading = best(lambda: read(sheet, today=TODAY), tries=1)[0]
        understood = read(sheet, today=TODAY)

        def plain() -> None:
            engine = create_engine(f"sqlite:///{folder / f'plain{next(number)}.db'}")
            SQLModel.metadata.create_all(engine, tables=[PlainCase.__table__, PlainPerson.__table__])  # type: ignore[attr-defined]
            with Session(engine) as session:
                session.add_all(_rows(understood))
                session.commit()
            engine.dispose()

        def sealed() -> None:
            area = Area.create(folder / f"area{next(number)}", PRACTICE_PASSPHRASE, profile="uk", memory_kib=64)
            office = Office(area, load("uk"), lambda: datetime(2026, 11, 24, 9))
            with area.work() as record:
                for agency in agencies():
                    record.save_agency(agency)
            take(office, understood, only_good=True)
            office.close()

        base, ours = best(plain, sealed, tries=3)
        yield f"importing {ROWS:,} rows, sealed : plain ORM   time {ours / base:.2f}   ({base:.2f} s, {ours:.2f} s; at most 2)"
        yield f"importing {ROWS:,} rows, sealed : plain ORM   memory {peak(sealed) / peak(plain):.2f}"
        yield f"reading the spreadsheet of {len(understood.cases):,} cases before that: {reading:.2f} s"


def _rows(understood: Understood) -> Iterator[SQLModel]:
    for taken in understood.cases:
        file, case = taken.file, taken.file.case
        yield PlainCase(
            id=case.id, reference=case.reference, referred_on=case.referred_on, agency=case.referring_agency,
            consent=str(case.consent), children=case.children_count, narrative=file.narrative.text,
            remarks="\n".join(remark.text.text for remark in file.remarks),
        )  # fmt: skip
        for person in file.people:
            yield PlainPerson(
                id=person.id, case_id=case.id, role=str(person.role), first=person.first, last=person.last,
                born=person.date_of_birth, phones=" ".join(person.phones), address=person.address.line,
            )  # fmt: skip
