"""Kill the program at any moment, again and again: nothing it acknowledged may be lost, and nothing damaged.

``python -m benchmarks.kills [TIMES]`` (150 unless told). A child opens an area and writes, with one line for each
unit of work that was kept; it is killed with signal 9 after a time nobody chose; another child reads all of it again.
"""

import os
import random
import select
import signal
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import date
from pathlib import Path

from data.records.case_details import Case, CaseFile
from data.records.conference import Meeting, Note, NoteKind
from data.records.reference import new_reference
from data.records.text import RawText
from meeting.area import Area

_PHRASE = "five made up words here"
_LONGEST = 0.4  # seconds until a child is killed


def run(times: int, folder: Path, seed: int = 1, say: Callable[[str], None] = print) -> int:
    """Returns how many acknowledged units of work survived. Raises AssertionError when one was lost."""
    chance = random.Random(seed)
    case = str(uuid.uuid4())
    place = folder / "riverton"
    _in_child(lambda: _prepare(place, case))
    kept, early = 0, 0
    for round_ in range(times):
        acknowledged = _killed(place, case, kept, chance.random() * _LONGEST)
        early += acknowledged == kept
        whole = round_ % 15 == 14 or round_ == times - 1
        if not _in_child(lambda a=acknowledged, w=whole: _read(place, a, whole=w)):  # type: ignore[misc]
            raise AssertionError(f"kill {round_ + 1}: something acknowledged was lost, or the file was damaged")
        kept = acknowledged
    say(f"{times} kills: {kept} acknowledged changes, none lost, log whole; {early} died before their first change")
    return kept


def _prepare(place: Path, case: str) -> bool:
    area = Area.create(place, _PHRASE, profile="uk", memory_kib=64)
    with area.work() as record:
        made = Case(id=case, reference=new_reference(), referred_on=date(2026, 11, 24), referring_agency="police")
        record.add_case(CaseFile(case=made))
        record.save_meeting(Meeting(id="m", on=date(2026, 11, 24)))
    area.close()
    return True


def _write(place: Path, case: str, first: int, out: int) -> None:
    area = Area.open(place, _PHRASE)
    os.write(out, b"open\n")
    number = first
    while True:
        number += 1
        with area.work() as record:
            text = RawText(f"{number} " + "what was said " * (number % 40))
            record.save_note("m", case, Note(id=f"n{number}", item_id="i", kind=NoteKind.RISKS, raw=text))
        os.write(out, b"%d\n" % number)


def _read(place: Path, acknowledged: int, *, whole: bool) -> bool:
    """All that was acknowledged is there, and at most the one change more that was not."""
    area = Area.open(place, _PHRASE)
    with area.work() as record:
        for number in range(max(1, acknowledged - 30), acknowledged + 1):
            if not record.raw_note(f"n{number}").text.startswith(f"{number} "):
                return False
    sound = not whole or area.check_log().whole
    area.close()
    return sound


def _killed(place: Path, case: str, first: int, after: float) -> int:
    """The last change a child acknowledged before it was killed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            _write(place, case, first, write)
        finally:
            os._exit(1)
    os.close(write)
    # Half of them are killed while they open, half while they write.
    if after > _LONGEST / 4:
        select.select([read], [], [], 30)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    said = b""
    while part := os.read(read, 1 << 16):
        said += part
    os.close(read)
    os.waitpid(child, 0)
    numbers = [int(line) for line in said.split(b"\n")[:-1] if line.isdigit()]
    return max(numbers, default=first)


def _in_child(do: Callable[[], bool]) -> bool:
    """Whether it was done, in a process of its own: this one never has the file open."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = 0 if do() else 1
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        run(times, Path(folder))
        print(f"{time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
