"""Records on sharing come back as they went in, on the file and on a real server; changes put days into them."""

import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.records.case_details import Case, CaseFile
from data.records.sharing import (
    ALL,
    Agreement,
    Caution,
    Conflict,
    Consent,
    ConsentState,
    Disclosure,
    FactReleased,
    Ground,
    Involvement,
    Notice,
    Sharing,
)
from data.records.text import RawText
from data.store.sharing_rows import NoSuchRecord
from meeting.area import Area

DAY = date(2026, 11, 24)
PHRASE = "five made up words here"
CONSENT = Consent(state=ConsentState.GIVEN, agencies=ALL, categories=("case",), starts=DAY, signed=RawText("Ç ë"))
GROUND = Ground(kind="crime", reasons=RawText("He has a knife."), decided_by="chair", decided_on=DAY)
KEPT = Sharing(
    consents=(CONSENT, replace(CONSENT, withdrawn_on=DAY)),
    grounds=(GROUND, replace(GROUND, countersigned_by="manager", countersigned_on=DAY, ended_on=DAY)),
    involvements=(Involvement(agency="housing", starts=DAY),),
    conflicts=(Conflict(agency="housing", starts=DAY, person=RawText("Zzyx"), reason=RawText("family")),),
    released=(FactReleased(fact="small community", starts=DAY, reasons=RawText("needed")),),
    notices=(Notice(on=DAY, given=False, why_not=RawText("not safe")),),
    cautions=(Caution(on=DAY, reasons=RawText("he reads her post")),),
    disclosures=(Disclosure(on=DAY, paper="agenda-2026-11-24", to=(("police", "consent"),)),),
)


@pytest.fixture(params=["file", "server"])
def area(request: pytest.FixtureRequest, tmp_path: Path) -> Area:
    server = request.getfixturevalue("database") if request.param == "server" else ""
    return Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64, server=server)


def test_every_kind_comes_back(area: Area) -> None:
    case = Case(id=str(uuid.uuid4()), reference="7KQ2-M9XF", referred_on=DAY, referring_agency="police")
    other = replace(case, id=str(uuid.uuid4()), reference="9B3D-TY4G")
    agreement = Agreement(agency="police", signed_on=DAY, starts=DAY, confidence="Locked away.")
    with area.work() as record:
        record.add_cases([CaseFile(case=case), CaseFile(case=other)])
        for place in ("consents", "involvements", "conflicts", "released", "notices", "cautions", "disclosures"):
            for value in getattr(KEPT, place):
                record.add_sharing(case.id, value)
        for ground in KEPT.grounds:
            record.record_ground(case.id, ground)
        assert [record.add_agreement(agreement), record.add_agreement(agreement)] == [0, 1]
        record.change_agreement(1, replace(agreement, ended_on=DAY))
    with area.look() as record:
        found = record.sharings([case.id, other.id], open_sealed=True)
        # The referral's word became the first record.
        assert [c.from_referral for c in found[case.id].consents] == [True, False, False]
        assert replace(found[case.id], consents=found[case.id].consents[1:]) == KEPT
        assert found[other.id] == Sharing()
        closed = record.sharings([case.id])[case.id]
        assert closed.consents[1].signed == RawText(""), "a decision opens no name it does not need"
        assert closed.conflicts == KEPT.conflicts
        assert record.agreements() == (agreement, replace(agreement, ended_on=DAY))
    with area.work() as record:
        record.change_sharing(case.id, 0, replace(KEPT.conflicts[0], ended_on=DAY))
        record.change_ground(case.id, 0, replace(GROUND, ended_on=DAY))
        for change in (
            lambda: record.change_sharing(case.id, 9, KEPT.conflicts[0]),
            lambda: record.change_ground(case.id, 9, GROUND),
            lambda: record.change_agreement(9, agreement),
        ):
            with pytest.raises(NoSuchRecord):
                change()
    with area.look() as record:
        assert record.sharing(case.id).conflicts[0].ended_on == DAY
        assert record.sharing(case.id).grounds[0].ended_on == DAY
    area.close()


def test_an_undone_import_takes_its_sharing_along(area: Area) -> None:
    case = Case(id=str(uuid.uuid4()), reference="7KQ2-M9XF", referred_on=DAY, referring_agency="police")
    with area.work() as record:
        record.add_case(CaseFile(case=case))
        record.add_sharing(case.id, CONSENT)
        record.record_ground(case.id, GROUND)
        assert record.remove_untouched([case.id]) == 1
        assert record.sharing(case.id) == Sharing()
    area.close()
