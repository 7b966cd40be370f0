"""Two programs in one area: the second is told, and what only looks works beside the first."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from meeting.area import Area, WrongPassphrase
from meeting.usecases.areas import open_area
from meeting.usecases.holding_fast import InUse

PHRASE = "five made up words here"
HOLDER = """
import sys, time
from meeting.usecases.areas import open_area
office = open_area("riverton", sys.argv[1])
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path))
    Area.create(tmp_path / "riverton", PHRASE, profile="uk", memory_kib=64).close()
    return tmp_path


def test_the_second_is_told_and_a_killed_one_lets_go() -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, PHRASE], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(InUse, match=f"process {holder.pid}, since"):
            open_area("riverton", PHRASE)
        beside = open_area("riverton", PHRASE, alongside=True)
        assert beside.area.check_log().whole
        beside.close()
        os.kill(holder.pid, signal.SIGKILL)
    open_area("riverton", PHRASE).close()


def test_leaving_lets_go_and_so_does_a_wrong_passphrase() -> None:
    first = open_area("riverton", PHRASE)
    with pytest.raises(InUse):
        open_area("riverton", PHRASE)
    first.close()
    with pytest.raises(WrongPassphrase):
        open_area("riverton", "some other words here")
    open_area("riverton", PHRASE).close()


ADDER = """
import sys
from pathlib import Path
from meeting.area import Area
area = Area.open(Path(sys.argv[1]), sys.argv[2])
for number in range(40):
    with area.work() as record:
        record.log_entry("case changed", sys.argv[3] + str(number))
"""


def test_two_that_write_all_the_same_lose_nothing_and_the_log_stays_whole(home: Path) -> None:
    command = [sys.executable, "-c", ADDER, str(home / "riverton"), PHRASE]
    writers = [subprocess.Popen([*command, name]) for name in ("a", "b")]
    assert [writer.wait() for writer in writers] == [0, 0]
    area = Area.open(home / "riverton", PHRASE)
    verdict = area.check_log()
    area.close()
    assert verdict.whole
    assert verdict.size == 84  # made, opened three times, eighty changes
