"""What is being typed: sealed, its user's own, gone with its case; found again after keys changed."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from data.profiles.load import load
from data.records.case_details import Case, CaseFile
from data.records.draft import DraftOf
from data.records.reference import new_reference
from data.records.text import RawText
from data.store.rows import DraftRow
from data.vault.problems import VaultProblem
from data.vault.slot import TRIAL
from meeting.area import Area
from meeting.usecases import keeping, people
from meeting.usecases.areas import open_area
from meeting.usecases.drafts import AreaDrafts
from meeting.usecases.logview import view_of
from meeting.usecases.office import Office

PHRASE, WORDS = "five made up words here", {"reasons": "Zzyxmarker said so", "by": "chair"}
OF_CASE, OF_NONE = DraftOf("ground", "c1"), DraftOf("invite")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    area = Area.create(tmp_path / "home" / "riverton", PHRASE, profile="uk", memory_kib=64)
    case = Case(id="c1", reference=new_reference(), referred_on=date(2026, 11, 24), referring_agency="police")
    with area.work() as record:
        record.add_case(CaseFile(case=case, people=(), narrative=RawText("It was late.")))
    office = Office(area, load("uk"), lambda: datetime(2026, 11, 24, 14, 5))
    for about in (OF_CASE, OF_NONE):
        AreaDrafts(office).keep(about, WORDS)
    yield office
    office.close()


def rows(office: Office) -> list[DraftRow]:
    with office.area.look() as record:
        return list(record.session.exec(select(DraftRow)).all())


def test_it_is_kept_sealed_and_found_by_who_typed_it(office: Office) -> None:
    drafts = AreaDrafts(office)
    assert all(b"Zzyxmarker" not in row.words and "Zzyxmarker" not in row.form for row in rows(office))
    for about in (OF_CASE, OF_NONE):
        assert drafts.kept_at(about) == datetime(2026, 11, 24, 14, 5)
        assert drafts.take_up(about) == WORDS
    assert [line.kind for line in view_of(office)].count("draft opened") == 2, "each look leaves an entry"
    drafts.keep(OF_CASE, {"reasons": "newer"})
    assert drafts.take_up(OF_CASE) == {"reasons": "newer"}
    drafts.drop(OF_CASE)
    assert drafts.kept_at(OF_CASE) is None
    assert drafts.take_up(OF_CASE) == {}
    assert drafts.kept_at(OF_NONE), "another form is left"


def test_nobody_else_is_offered_it_nor_opens_it(office: Office) -> None:
    welcome = people.invite(office, "chair", "chair", cost=TRIAL)
    office.close()
    other = open_area("riverton", welcome.passphrase, user="chair")
    assert AreaDrafts(other).kept_at(OF_CASE) is None
    row = next(row for row in rows(other) if row.form == "invite")
    with other.area.look() as record, pytest.raises(VaultProblem):
        record.vault.open_own("drafts", "coordinator invite", "words", row.words)
    people.disable(other, "coordinator")
    assert rows(other) == [], "of one who left, nothing stays"
    other.close()


def test_it_is_found_again_after_all_keys_were_made_anew(office: Office) -> None:
    before = {row.form: row.words for row in rows(office)}
    people.rotate(office)
    assert {row.form for row in rows(office) if row.words != before[row.form]} == {"ground"}
    for about in (OF_CASE, OF_NONE):
        assert AreaDrafts(office).take_up(about) == WORDS


def test_it_goes_with_its_case(office: Office) -> None:
    keeping.erase(office, "c1")
    assert [row.form for row in rows(office)] == ["invite"]


def test_it_goes_with_the_words_of_its_case(office: Office) -> None:
    with office.area.work() as record:
        record.purge_words("c1")
    assert [row.form for row in rows(office)] == ["invite"]


def test_what_is_held_goes_to_the_program_that_takes_the_place_of_this_one() -> None:
    """As at a lock on a full disk: sealed, in a file without a name, taken once."""
    after = "from meeting.usecases.held import received as r; one = r(); print(one.place, one.user, one.sealed, r())"
    before = (
        "import os, sys; from meeting.usecases.held import Held, passed_on; "
        "more = passed_on(Held('riverton', 'chair', b'sealed')); "
        f"os.execve(sys.executable, [sys.executable, '-c', {after!r}], {{**os.environ, **more}})"
    )
    done = subprocess.run([sys.executable, "-c", before], capture_output=True, text=True)
    assert done.stdout.strip() == "riverton chair b'sealed' None", done.stderr


def test_it_ends_after_the_profiles_days_with_an_entry_and_not_while_its_case_is_held(office: Office) -> None:
    """Offered again for thirty days; the dry run says how many go; the next opening takes them."""
    later = Office(office.area, office.profile, lambda: datetime(2026, 12, 24, 14, 5))
    assert keeping.drafts_kept(later) == keeping.DraftsKept(2, 0, date(2026, 12, 25))
    assert keeping.end_drafts(later) == 0
    later = Office(office.area, office.profile, lambda: datetime(2026, 12, 25, 8, 0))
    assert keeping.drafts_kept(later) == keeping.DraftsKept(2, 2, None)
    assert len(rows(office)) == 2, "the dry run changes nothing"
    keeping.hold(later, "c1", "A court asked.", "police, records")
    assert keeping.drafts_kept(later) == keeping.DraftsKept(2, 1, None)
    office.close()
    again = open_area("riverton", PHRASE, later.clock)
    assert [row.case_id for row in rows(again)] == ["c1"]
    assert [line.kind for line in view_of(again)].count("draft ended") == 1
    keeping.lift(again, "c1")
    assert keeping.purge(again).drafts == 1
    assert rows(again) == []
    again.close()
