"""Memory that is locked: what each connection takes of it once, so that it need not ask for every row."""

import subprocess
import sys
from pathlib import Path

import pytest

_OPENED = """
import sys
from pathlib import Path
{first}
from data.store.cipher import connect

def locked():
    line = next(l for l in Path("/proc/self/status").read_text().splitlines() if l.startswith("VmLck"))
    return int(line.split()[1])

before = locked()
connection = connect(Path(sys.argv[1]))
print(locked() - before)
"""


def _locked_for_one(path: Path, first: str = "") -> int:
    done = subprocess.run(
        [sys.executable, "-c", _OPENED.format(first=first), str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the library keeps its own measure elsewhere")
def test_the_first_connection_takes_enough_quick_memory_for_whole_rows_and_locks_it(tmp_path: Path) -> None:
    """Else inserting a case asks the kernel twice more; where the library had begun already, it keeps its own."""
    import resource

    if 0 <= resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] < 4 << 20:
        pytest.skip("this machine lets nobody lock memory")
    ours = _locked_for_one(tmp_path / "ours.db")
    its_own = _locked_for_one(tmp_path / "own.db", "import sqlcipher3.dbapi2")
    assert ours > 250
    assert its_own < 200
