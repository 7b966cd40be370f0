"""A disk that fills up: what was acknowledged is kept, what is typed stays on the screen, and a sentence says so."""

import subprocess
import sys
from pathlib import Path

import pytest

from meeting.area import Area

PHRASE = "five made up words here"
WRITER = """
import resource, sys
from pathlib import Path
from data.store.problems import DiskFull
from meeting.area import Area
area = Area.open(Path(sys.argv[1]), sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
number = 0
try:
    while True:
        number += 1
        with area.work() as record:
            record.save_mapping(f"m{number}", {"text": "x" * 3000})
            record.log_entry("case changed", str(number))
        print(number, flush=True)
except DiskFull as problem:
    print(problem)
"""


@pytest.mark.parametrize("limit", [1_000_000, 1_234_567])
def test_nothing_acknowledged_is_lost_when_the_disk_is_full(tmp_path: Path, limit: int) -> None:
    Area.create(tmp_path / "riverton", PHRASE, profile="uk", memory_kib=64).close()
    command = [sys.executable, "-c", WRITER, str(tmp_path / "riverton"), PHRASE, str(limit)]
    done = subprocess.run(command, capture_output=True, text=True)
    *numbers, said = done.stdout.splitlines()
    assert "what was saved before is safe" in said, done.stderr
    acknowledged = int(numbers[-1])
    assert acknowledged > 10
    area = Area.open(tmp_path / "riverton", PHRASE)
    with area.look() as record:
        assert all(record.mapping(f"m{number}") for number in range(1, acknowledged + 1))
        assert record.mapping(f"m{acknowledged + 1}") is None
    assert area.check_log().whole
    area.close()
