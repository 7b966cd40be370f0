"""New keys reach everything that is sealed: an area with something in every table reads the same after a revocation."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlmodel import select

from data.store.sealed import SEALED
from data.vault import changing
from data.vault.people import Role, User
from data.vault.problems import NoKey
from data.vault.slot import TRIAL
from data.vault.wrapping import label
from meeting.area import PRACTICE_PASSPHRASE, Area, CannotOpen, KeysChanged
from meeting.usecases.areas import open_practice
from meeting.usecases.backing_up import carry_to_server


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice area's folder, closed; made-up cases in most tables."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEETING_HOME", str(home))
        open_practice().close()
    return home / "practice"


@pytest.fixture(params=["file", "server"])
def folder(request: pytest.FixtureRequest, practice: Path, tmp_path: Path) -> Path:
    copied = Path(shutil.copytree(practice, tmp_path / "practice"))
    if request.param == "server":
        ring = Area.unlock((copied / "keys.json").read_bytes(), PRACTICE_PASSPHRASE)
        carry_to_server(copied, request.getfixturevalue("database"), ring.area, ring.file_key)
    return copied


def everything(area: Area) -> dict[str, object]:
    """Every sealed value of the area, opened, by where it stands."""
    found: dict[str, object] = {}
    with area.look() as record:
        for sealed in SEALED:
            for row in record.session.exec(select(sealed.model)).all():
                values = row.model_dump()
                row_id = sealed.row.format_map(values)
                for name, domain in sealed.fields.items():
                    opening = record.open_i if domain == "I" else record.open_c
                    at = f"{sealed.table} {values[sealed.case]} {row_id} {name}"
                    found[at] = opening(values[sealed.case], sealed.table, row_id, name, values[name])
    return found


def raw_values(area: Area) -> set[bytes]:
    with area.look() as record:
        return {
            row.model_dump()[name]
            for sealed in SEALED
            for row in record.session.exec(select(sealed.model)).all()
            for name in sealed.fields
        }


def with_chair(area: Area) -> None:
    invited = changing.invite(area.ring, User(id="chair", role=Role.CHAIR), PRACTICE_PASSPHRASE, cost=TRIAL)
    area.change_users(invited.ring, "user invited", "chair")


def test_every_value_is_sealed_anew_and_says_the_same(folder: Path) -> None:
    area = Area.open(folder, PRACTICE_PASSPHRASE)
    with_chair(area)
    before, sealed = everything(area), raw_values(area)
    assert len({at.split()[0] for at in before}) >= 4, "the practice area must have something in several tables"
    area.change_users(changing.disable(area.ring, "chair"), "user disabled", "chair")
    assert everything(area) == before
    assert not raw_values(area) & sealed, "a value kept its old key"
    with area.look() as record:
        left = record.session.connection().exec_driver_sql('SELECT "outer" FROM outer_keys').all()
    assert len(left) == 2, "outer keys of the old epoch are gone"
    area.close()
    again = Area.open(folder, PRACTICE_PASSPHRASE, "coordinator")
    assert everything(again) == before
    assert again.check_log().whole
    again.close()


REVOKER = """
import sys
from pathlib import Path
from data.vault import changing
from meeting.area import PRACTICE_PASSPHRASE, Area, CannotOpen, KeysChanged
area = Area.open(Path(sys.argv[1]), PRACTICE_PASSPHRASE, "coordinator")
print("ready", flush=True)
area.change_users(changing.disable(area.ring, "chair"), "user disabled", "chair")
print("done", flush=True)
"""


def test_killed_at_any_moment_of_a_revocation_nothing_is_lost(folder: Path) -> None:
    area = Area.open(folder, PRACTICE_PASSPHRASE)
    before = everything(area)
    for wait in (0.0, 0.1, 0.3, 0.7):
        with_chair(area)
        area.close()
        with subprocess.Popen(
            [sys.executable, "-c", REVOKER, str(folder)], stdout=subprocess.PIPE, text=True
        ) as revoker:
            assert revoker.stdout
            assert revoker.stdout.readline() == "ready\n"
            time.sleep(wait)
            os.kill(revoker.pid, signal.SIGKILL)
        area = Area.open(folder, PRACTICE_PASSPHRASE, "coordinator")
        assert everything(area) == before, wait
        assert area.ring.settled
        assert area.check_log().whole
    area.close()


def test_a_rotation_makes_every_key_anew_and_loses_nothing(folder: Path) -> None:
    area = Area.open(folder, PRACTICE_PASSPHRASE)
    before, sealed, old = everything(area), raw_values(area), area.ring
    area.change_users(changing.rotate(area.ring), "keys rotated")
    assert area.ring.settled
    assert (area.ring.file_key, area.ring.root) != (old.file_key, old.root)
    assert not raw_values(area) & sealed
    with area.look() as record:
        rows = record.session.connection().exec_driver_sql("SELECT id, key_i, key_c FROM cases").all()
    for case, *wraps in rows:
        for domain, wrapped in zip("IC", wraps, strict=True):
            assert label(wrapped).epoch == 2
            with pytest.raises(NoKey):
                old.open_case_key(case, domain, wrapped)
    area.close()
    again = Area.open(folder, PRACTICE_PASSPHRASE)
    assert everything(again) == before
    again.close()


def test_who_works_on_with_old_keys_is_told_and_nothing_is_kept(folder: Path) -> None:
    """Another keeper changes who may meanwhile: a case made now would open to whoever just left."""
    area = Area.open(folder, PRACTICE_PASSPHRASE)
    with_chair(area)
    other = Area.open(folder, PRACTICE_PASSPHRASE, "coordinator", alongside=True)
    area.change_users(changing.disable(area.ring, "chair"), "user disabled", "chair")
    size = area.check_log().size
    with pytest.raises((KeysChanged, CannotOpen), match=r"not kept|cannot be opened"), other.work() as record:
        record.log_entry("case changed")
    assert area.check_log().size == size
    other.close()
    area.close()


def test_a_table_left_off_the_list_stops_the_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from data.store import key_rows

    area = Area.open(folder, PRACTICE_PASSPHRASE)
    monkeypatch.setattr(key_rows, "forgotten", lambda: ("new_table.words",))
    with_chair(area)
    with pytest.raises(key_rows.KeysCannotFollow, match=r"new_table\.words"):
        area.change_users(changing.disable(area.ring, "chair"), "user disabled", "chair")
    area.close()
    monkeypatch.undo()
    again = Area.open(folder, PRACTICE_PASSPHRASE)
    assert again.ring.settled
    again.close()
