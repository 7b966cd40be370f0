"""The practice area: made-up cases come in through the same door as real ones (R33)."""

import random
import tempfile
from datetime import timedelta
from pathlib import Path

from data.practice.agencies import agencies
from data.practice.spreadsheet import write
from data.records.sharing import ConsentState
from meeting.usecases.cases import record_ground
from meeting.usecases.importing import ImportResult, preview, take
from meeting.usecases.office import Office
from meeting.usecases.preparing import prepare, publish


def fill(office: Office, seed: int) -> None:
    """Register agencies, import 24 made-up cases, and leave a meeting prepared and waiting."""
    register(office)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "referrals.xlsx"
        write(path, seed=seed, today=office.today)
        bring_in(office, path, seed)
    meeting_id = prepare(office, office.today + timedelta(days=1)).meeting.id
    publish(office, meeting_id)


def register(office: Office) -> None:
    with office.area.work() as record:
        for agency in agencies():
            record.save_agency(agency)
    office.forget()


def bring_in(office: Office, path: Path, seed: int) -> ImportResult:
    """Take the good rows of a practice spreadsheet, and record which agencies help in each case."""
    result = take(office, preview(path, office), only_good=True)
    chance = random.Random(seed)  # noqa: S311 - made-up data, nothing to guess
    involve(office, result.references, chance)
    return result


def involve(office: Office, references: tuple[str, ...], chance: random.Random) -> None:
    """Made-up involvement of agencies; a ground for every second case without consent."""
    from dataclasses import replace

    codes = [agency.code for agency in office.agencies()]
    without = []
    for reference in references:
        with office.area.work() as record:
            case = record.case_by_reference(reference)
            file = record.open_file(case.id)
            involved = tuple(sorted({case.referring_agency, *chance.sample(codes, k=min(6, len(codes)))}))
            record.save_case(replace(file, case=replace(case, involved=involved)))
        if case.consent is not ConsentState.GIVEN:
            without.append(case.id)
    for case_id in without[::2]:
        ground = office.profile.grounds[0].code
        record_ground(office, case_id, ground, "Risk of serious harm; sharing is proportionate.", "police, chair")
