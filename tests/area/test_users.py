"""Users of a whole area, on the real file: a second keeper, a lost passphrase, who leaves, the first key file."""

import json
import os
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import text as sql

from data.records.case_details import Case, CaseFile, Person, Role
from data.records.reference import new_reference
from data.records.text import RawText
from data.store.work import NotForYou
from data.vault import changing
from data.vault.binding import text
from data.vault.people import Role as UserRole
from data.vault.people import User
from data.vault.problems import NoKey, WrongKeyFile, WrongPassphrase
from data.vault.sealing import DoesNotOpen
from data.vault.slot import TRIAL
from data.vault.wrapping import label
from meeting.area import Area, CannotOpen, ClockSetBack

DAY = date(2026, 11, 24)
PHRASE, OTHER, THIRD = "five made up words here", "five other made up words", "yet another five made up words"
MARKER = "Zzyxmarker"


def made_up_file() -> CaseFile:
    case = Case(id=str(uuid.uuid4()), reference=new_reference(), referred_on=DAY, referring_agency="police")
    person = Person(id="p1", role=Role.VICTIM, first=MARKER, last=MARKER)
    return CaseFile(case=case, people=(person,), narrative=RawText(MARKER))


@pytest.fixture(params=["file", "server"])
def area(request: pytest.FixtureRequest, tmp_path: Path) -> Area:
    server = request.getfixturevalue("database") if request.param == "server" else ""
    return Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64, server=server)


@pytest.fixture
def file(area: Area) -> CaseFile:
    made = made_up_file()
    with area.work() as record:
        record.add_case(made)
    return made


def invite(area: Area, user: str, role: UserRole, passphrase: str = OTHER) -> None:
    invited = changing.invite(area.ring, User(id=user, role=role), passphrase, cost=TRIAL)
    area.change_users(invited.ring, f"user invited as {role.value}", user)


def copy_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def read_case(area: Area, file: CaseFile) -> CaseFile:
    with area.work() as record:
        return record.open_file(file.case.id)


def test_a_second_keeper_reads_and_the_first_may_leave(area: Area, file: CaseFile) -> None:
    invite(area, "chair", UserRole.CHAIR)
    area.close()
    chair = Area.open(area.folder, OTHER, "chair")
    assert read_case(chair, file) == file
    chair.change_users(changing.disable(chair.ring, "coordinator"), "user disabled", "coordinator")
    assert read_case(chair, file) == file
    assert chair.ring.settled
    assert chair.check_log().whole
    chair.close()
    with pytest.raises(WrongPassphrase):
        Area.open(area.folder, PHRASE, "coordinator")
    again = Area.open(area.folder, OTHER)
    assert read_case(again, file) == file
    assert again.check_log().whole


def test_who_left_opens_nothing_with_all_they_ever_held(area: Area, file: CaseFile) -> None:
    invite(area, "chair", UserRole.CHAIR)
    chair = Area.open(area.folder, OTHER, "chair")
    held = chair.ring
    chair.close()
    before = copy_of(area.folder)
    area.change_users(changing.disable(area.ring, "chair"), "user disabled", "chair")
    area.close()
    with pytest.raises((CannotOpen, WrongKeyFile)):  # their keys on today's record
        Area(area.folder, held)
    (area.folder / "keys.json").write_bytes(before["keys.json"])  # yesterday's users file beside it
    with pytest.raises((CannotOpen, WrongKeyFile)):
        Area.open(area.folder, OTHER, "chair")


def test_figures_only_opens_the_file_and_no_identity(area: Area, file: CaseFile) -> None:
    invite(area, "figures", UserRole.FIGURES)
    figures = Area.open(area.folder, OTHER, "figures")
    with figures.look() as record:
        assert record.count_cases() == 1
        assert record.cases()[0].reference == file.case.reference
    with pytest.raises(NotForYou):
        read_case(figures, file)
    area.close()


def test_a_grant_opens_one_case_until_its_day(area: Area, file: CaseFile) -> None:
    other = made_up_file()
    with area.work() as record:
        record.add_case(other)
    invite(area, "figures", UserRole.FIGURES)
    with area.work() as record:
        record.grant(file.case.id, "I", "figures", date.today(), "consent")
    figures = Area.open(area.folder, OTHER, "figures")
    assert read_case(figures, file).people == file.people
    with pytest.raises(NotForYou):
        read_case(figures, other)
    figures.ledger.clock = lambda: datetime.now(UTC) + timedelta(days=2)
    with pytest.raises(NoKey, match="until a day"):
        read_case(figures, file)
    figures.close()
    area.close()
    # A keeper who opens after the day ends it, and the case gets new keys.
    later = Area.open(area.folder, PHRASE, "coordinator", clock=lambda: datetime.now(UTC) + timedelta(days=2))
    with later.look() as record:
        assert record.grants() == ()
    assert read_case(later, file) == file


def key_of(area: Area, file: CaseFile) -> bytes:
    with area.look() as record:
        statement = sql("SELECT key_i FROM cases WHERE id = :case")
        return bytes(record.session.connection().execute(statement, {"case": file.case.id}).scalar_one())


@pytest.mark.parametrize("way", ["opened", "opened alongside", "left open over midnight"])
def test_a_grant_that_ran_out_is_ended_by_whatever_a_keeper_does_next(area: Area, file: CaseFile, way: str) -> None:
    """What was copied of the key opens nothing then, whatever code is run."""
    other = made_up_file()
    with area.work() as record:
        record.add_case(other)
    invite(area, "figures", UserRole.FIGURES)
    with area.work() as record:
        for domain in "IC":
            record.grant(file.case.id, domain, "figures", date.today(), "consent")
    before, untouched = key_of(area, file), key_of(area, other)

    def later() -> datetime:
        return datetime.now(UTC) + timedelta(days=2)

    if way == "left open over midnight":
        area.ledger.clock = later
        with area.work() as record:
            record.log_entry("case changed")
    else:
        area.close()
        area = Area.open(area.folder, PHRASE, "coordinator", clock=later, alongside=way == "opened alongside")
    with area.look() as record:
        assert record.grants() == ()
    assert key_of(area, file) != before
    assert key_of(area, other) == untouched, "a case nobody was granted keeps its key"
    assert read_case(area, file) == file
    assert area.check_log().whole
    area.close()


def test_a_clock_set_back_brings_no_grant_back(area: Area, file: CaseFile) -> None:
    """Who was granted the case sets their clock to a day on which they were: told, and nothing was written."""
    invite(area, "figures", UserRole.FIGURES)
    with area.work() as record:
        record.grant(file.case.id, "I", "figures", date.today() - timedelta(days=1), "consent")
    size = area.check_log().size
    area.close()
    for _again in range(2):
        with pytest.raises(ClockSetBack, match="Set it right"):
            Area.open(area.folder, OTHER, "figures", clock=lambda: datetime.now(UTC) - timedelta(days=1))
    figures = Area.open(area.folder, OTHER, "figures")
    assert figures.check_log().size == size + 1
    with pytest.raises(NoKey, match="until a day"):
        read_case(figures, file)
    figures.close()


def test_a_changed_until_is_noticed(area: Area, file: CaseFile) -> None:
    """The day is bound into the grant: a longer one written into the file opens nothing."""
    invite(area, "figures", UserRole.FIGURES)
    with area.work() as record:
        record.grant(file.case.id, "I", "figures", date.today(), "consent")
    with area.work() as record:
        record.session.connection().exec_driver_sql("UPDATE grants SET until = '2099-01-01'")
    figures = Area.open(area.folder, OTHER, "figures")
    with pytest.raises(NoKey):
        read_case(figures, file)


def test_rows_and_wraps_swapped_between_cases_are_noticed(area: Area, file: CaseFile) -> None:
    other = made_up_file()
    with area.work() as record:
        record.add_case(other)
    for column in ("key_i", "people"):
        swap(area, column)
        for swapped in (file, other):
            with pytest.raises((NoKey, DoesNotOpen)):
                read_case(area, swapped)
        swap(area, column)
        assert read_case(area, file) == file


def swap(area: Area, column: str) -> None:
    with area.work() as record:
        connection = record.session.connection()
        (one, first), (two, second) = connection.exec_driver_sql(f"SELECT id, {column} FROM cases").all()
        for case, value in ((one, second), (two, first)):
            statement = sql(f"UPDATE cases SET {column} = :value WHERE id = :case")
            connection.execute(statement, {"value": value, "case": case})


def test_a_lost_passphrase_gets_new_keys_from_another_keeper(area: Area, file: CaseFile) -> None:
    invite(area, "chair", UserRole.CHAIR)
    invite(area, "chair", UserRole.CHAIR, THIRD)
    area.close()
    with pytest.raises(WrongPassphrase):
        Area.open(area.folder, OTHER, "chair")
    assert read_case(Area.open(area.folder, THIRD, "chair"), file) == file


def test_a_handed_over_passphrase_is_changed_by_its_user(area: Area, file: CaseFile) -> None:
    invite(area, "chair", UserRole.CHAIR)
    area.close()
    chair = Area.open(area.folder, OTHER, "chair")
    chair.change_users(changing.new_passphrase(chair.ring, THIRD, cost=TRIAL), "passphrase changed", "chair")
    chair.close()
    with pytest.raises(WrongPassphrase):
        Area.open(area.folder, OTHER, "chair")
    assert read_case(Area.open(area.folder, THIRD, "chair"), file) == file


def test_yesterdays_users_file_is_refused(area: Area) -> None:
    before = copy_of(area.folder)["keys.json"]
    invite(area, "chair", UserRole.CHAIR)
    area.close()
    (area.folder / "keys.json").write_bytes(before)
    with pytest.raises(WrongKeyFile, match="older"):
        Area.open(area.folder, PHRASE)


@pytest.mark.parametrize("stop", ["file written", "record followed", "rekeyed"])
def test_a_revocation_stopped_halfway_is_finished_on_opening(area: Area, file: CaseFile, stop: str) -> None:
    """What a crash leaves after each step; the next keeper's opening ends it, and nothing is lost."""
    invite(area, "chair", UserRole.CHAIR)
    ring = changing.disable(area.ring, "chair")
    (area.folder / "keys.json").write_bytes(ring.file.dump())
    if stop != "file written":
        area._take(ring)
        with area.work() as record:
            record.follow_keys()
    if stop == "rekeyed":
        area._place.database.rekey(ring.file_key)
    area.close()
    again = Area.open(area.folder, PHRASE)
    assert again.ring.settled
    assert read_case(again, file) == file
    with again.look() as record:
        wrapped = record.session.connection().exec_driver_sql("SELECT key_i, key_c FROM cases").one()
    assert {label(wrap).epoch for wrap in wrapped} == {2}
    assert again.check_log().whole
    again.close()
    assert read_case(Area.open(area.folder, PHRASE), file) == file


def downgraded(area: Area) -> None:
    """The area as the first version left it: one key file, wraps without groups."""
    ring, private = area.ring, X25519PrivateKey.generate()
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    with area.work() as record:
        rows = record.session.connection().exec_driver_sql("SELECT id, key_i, key_c FROM cases").all()
        for case, *wraps in rows:
            for domain, column, wrapped in zip("IC", ("key_i", "key_c"), wraps, strict=True):
                key = ring.open_case_key(case, domain, wrapped)
                info = json.dumps(["case key", ring.area, case, domain, 1]).encode()
                old = suite.encrypt(key.key, private.public_key(), info)
                record.session.connection().exec_driver_sql(f"UPDATE cases SET {column} = ? WHERE id = ?", (old, case))
        record.session.connection().exec_driver_sql("DELETE FROM mappings WHERE key = 'vault'")
    salt, nonce = os.urandom(16), os.urandom(12)
    head = {"version": 1, "area": ring.area, "memory_kib": 64, "rounds": 3, "lanes": 4}
    head |= {"salt": text(salt), "nonce": text(nonce)}
    derived = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=64).derive(PHRASE.encode())
    secret = ring.file_key + ring.log_key + private.private_bytes_raw()
    bound = b"meeting key file 1" + json.dumps(head, sort_keys=True).encode()
    locked = AESGCM(derived).encrypt(nonce, secret, bound)
    (area.folder / "keys.json").write_text(json.dumps({**head, "locked": text(locked)}, indent=1))
    area.close()


@pytest.mark.parametrize("area", ["file"], indirect=True)  # there was no server then
def test_an_area_with_the_first_key_file_moves_without_loss(area: Area, file: CaseFile) -> None:
    downgraded(area)
    with pytest.raises(WrongPassphrase):
        Area.open(area.folder, OTHER)
    assert Area.users(area.folder) == ("coordinator",)
    moved = Area.open(area.folder, PHRASE)
    assert read_case(moved, file) == file
    assert moved.ring.settled
    moved.close()
    again = Area.open(area.folder, PHRASE)
    assert read_case(again, file) == file
    assert json.loads((area.folder / "keys.json").read_bytes())["version"] == 2


@pytest.mark.parametrize("area", ["file"], indirect=True)  # there was no server then
def test_a_move_stopped_after_the_new_file_is_finished(area: Area, file: CaseFile) -> None:
    from data.vault import legacy
    from meeting.area import _moved

    downgraded(area)
    _moved(area.folder, legacy.unlock((area.folder / "keys.json").read_bytes(), PHRASE), PHRASE)
    again = Area.open(area.folder, PHRASE)
    assert read_case(again, file) == file
    assert again.ring.legacy is None


@pytest.mark.parametrize("area", ["file"], indirect=True)  # there was no server then
def test_a_first_key_file_that_asks_for_too_much_is_refused(area: Area) -> None:
    downgraded(area)
    path = area.folder / "keys.json"
    read = json.loads(path.read_bytes())
    for change in ({"memory_kib": 1 << 40}, {"rounds": 10**9}, {"lanes": 0}, {"salt": ""}):
        path.write_text(json.dumps({**read, **change}))
        with pytest.raises(WrongKeyFile):
            Area.open(area.folder, PHRASE)
