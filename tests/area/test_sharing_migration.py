"""An area from before consents had details: opened by this version, nothing that was said is lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from data.permission.consents import consents
from data.records.case_details import Case, CaseFile
from data.records.sharing import ALL, Consent, ConsentState, Ground
from data.records.text import RawText
from meeting.area import Area

DAY = date(2026, 11, 24)
PHRASE = "five made up words here"
STATES = tuple(s for s in ConsentState if s is not ConsentState.WITHDRAWN)


def step(area: Area, to: str) -> None:
    settings = Config()
    settings.set_main_option("script_location", "data.store:migrations")
    with area._place.database.write() as session:
        settings.attributes["connection"] = session.connection()
        (command.downgrade if to == "0003" else command.upgrade)(settings, to)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """An area as the version before left it: a word on consent for each case, and a ground."""
    area = Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64)
    with area.work() as record:
        for number, state in enumerate(STATES):
            case = Case(
                id=f"c{number}", reference=f"R{number}", referred_on=DAY, referring_agency="police", consent=state
            )
            record.add_case(CaseFile(case=case))
        ground = Ground(kind="crime", reasons=RawText("He will kill her."), decided_by="chair", decided_on=DAY)
        record.record_ground("c1", ground)
    step(area, "0003")
    with area.look() as record:
        connection = record.session.connection()
        tables = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'")}
    assert not {"sharing", "agreements"} & tables
    area.close()
    return tmp_path / "area"


def test_consent_states_and_grounds_of_an_older_area_are_read_as_records(older: Path) -> None:
    area = Area.open(older, PHRASE)
    with area.look() as record:
        found = [consents(record.case(f"c{n}"), record.sharing(f"c{n}")) for n in range(len(STATES))]
        assert record.ground("c1") == Ground(
            kind="crime", reasons=RawText("He will kill her."), decided_by="chair", decided_on=DAY
        )
        assert record.agreements() == ()
    assert [[c.state for c in one] for one in found] == [[state] for state in STATES]
    assert all(one[0].from_referral and one[0].starts == DAY for one in found)
    assert [one[0].agencies for one in found] == [ALL if s is ConsentState.GIVEN else () for s in STATES]
    with area.work() as record:
        record.add_sharing("c0", Consent(state=ConsentState.REFUSED, starts=DAY))
        record.change_ground("c1", 0, replace(record.ground("c1"), countersigned_by="manager"))  # type: ignore[type-var]
    with area.look() as record:
        assert [c.state for c in record.sharing("c0").consents] == [ConsentState.GIVEN, ConsentState.REFUSED]
        assert record.case("c0").consent is ConsentState.REFUSED
        assert record.ground("c1").countersigned_by == "manager"  # type: ignore[union-attr]
    area.close()


def test_back_and_forth_keeps_what_the_older_version_knew(older: Path) -> None:
    area = Area.open(older, PHRASE)
    step(area, "0003")
    step(area, "head")
    with area.look() as record:
        assert [record.case(f"c{n}").consent for n in range(len(STATES))] == list(STATES)
        assert record.ground("c1") is not None
    area.close()
