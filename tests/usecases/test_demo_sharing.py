"""The demo's papers, from end to end: every case in them is one that their readers may see."""

import re
from datetime import datetime
from pathlib import Path

from data.permission.decide import CASE, decide
from data.practice.spreadsheet import write
from data.profiles.load import load
from meeting.area import PRACTICE_PASSPHRASE, Area
from meeting.demo import _job
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of

NOW = datetime(2026, 11, 24, 10, 0)
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def test_the_demos_papers_hold_only_what_the_decision_allows(tmp_path: Path) -> None:
    sheet = tmp_path / "referrals.xlsx"
    write(sheet, seed=5, today=NOW.date(), cases=14)
    area = Area.create(tmp_path / "area", PRACTICE_PASSPHRASE, profile="uk", practice=True, memory_kib=64)
    office = Office(area, load("uk"), lambda: NOW)
    assert _job(office, sheet, tmp_path / "out", 5) == 0
    with area.look() as record:
        cases = {case.reference: case.id for case in record.cases()}
        told = {code: record.sharing(case_id).disclosures for code, case_id in cases.items()}
    found = matters_of(office, cases.values())

    def may(reference: str, agency: str) -> bool:
        return decide(agency, CASE, found[cases[reference]], NOW.date()).allowed

    anyone = {code for code in cases if any(may(code, agency.code) for agency in office.agencies())}
    assert 0 < len(anyone) < len(cases), "some cases are held back, or nothing is proved"
    shown: set[str] = set()
    for paper in (tmp_path / "out").glob("*.txt"):
        stand = set(CODE.findall(paper.read_text(encoding="utf-8"))) & set(cases)
        allowed = {c for c in cases if may(c, "police")} if "extract-police" in paper.name else anyone
        assert stand, paper.name
        assert stand <= allowed, paper.name
        shown |= stand
    # And what went out is on record, with whom it went to and on what.
    assert {code for code, went in told.items() if went} == shown
    for code in anyone:
        papers = [d for d in told[code] if not d.paper.startswith("actions")]
        assert all(may(code, agency) and basis for d in papers for agency, basis in d.to)
    office.close()
