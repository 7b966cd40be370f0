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
from data.vault.slot import TRIAL
from meeting.area import PRACTICE_PASSPHRASE, Area
from meeting.usecases.areas import open_practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice area's folder, closed; made-up cases in most tables."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEETING_HOME", str(home))
        open_practice().close()
    return home / "practice"


@pytest.fixture
def folder(practice: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(practice, tmp_path / "practice"))


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
        left = record.session.connection().exec_driver_sql("SELECT outer FROM outer_keys").all()
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
from meeting.area import PRACTICE_PASSPHRASE, Area
area = Area.open(Path(sys.argv[1]), PRACTICE_PASSPHRASE, "coordinator")
print("ready", flush=True)
area.change_users(changing.disable(area.ring, "chair"), "user disabled", "chair")
print("done", flush=True)
"""


def test_killed_at_any_moment_of_a_revocation_nothing_is_lost(folder: Path, tmp_path: Path) -> None:
    area = Area.open(folder, PRACTICE_PASSPHRASE)
    with_chair(area)
    before = everything(area)
    area.close()
    for number, wait in enumerate((0.0, 0.1, 0.3, 0.7)):
        copy = Path(shutil.copytree(folder, tmp_path / f"copy{number}"))
        with subprocess.Popen([sys.executable, "-c", REVOKER, str(copy)], stdout=subprocess.PIPE, text=True) as revoker:
            assert revoker.stdout
            assert revoker.stdout.readline() == "ready\n"
            time.sleep(wait)
            os.kill(revoker.pid, signal.SIGKILL)
        again = Area.open(copy, PRACTICE_PASSPHRASE, "coordinator")
        assert everything(again) == before, wait
        assert again.ring.settled
        assert again.check_log().whole
        again.close()
        Area.open(copy, PRACTICE_PASSPHRASE, "coordinator").close()
        shutil.rmtree(copy)


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
