"""Nothing leaves that the log does not know: every step fails, and the program is killed at every step."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from small_area import CASE_ID, make, meeting_of, participant, reopen

from data.log.entry import Entry
from data.store.problems import DiskFull
from meeting.documents import leaving
from meeting.usecases import backing_up, logbook, packs, releasing, rights, telling, transferring
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

ROOT = Path(__file__).parents[2]
STEPS = ("_take_room", "_write", "_put")
Leave = Callable[[Office, Path], object]


def agenda(office: Office, out: Path) -> object:
    return releasing.release_agenda(office, meeting_of(office), out, formats=("txt", "docx"))


def access(office: Office, out: Path) -> object:
    return rights.release_access(office, CASE_ID, "v", out, formats=("txt",))


def export(office: Office, out: Path) -> object:
    return logbook.export_log(office, out / "log.json")


def pack(office: Office, out: Path) -> object:
    return packs.pack_for(office, meeting_of(office), "reader", out / "p.pack")


def transfer(office: Office, out: Path) -> object:
    card = office.area.folder.parent / "there.card"
    return transferring.send(office, CASE_ID, card, transferring.card_of(card).fingerprint, out)


def backup(office: Office, out: Path) -> object:
    out.mkdir(parents=True, exist_ok=True)
    return backing_up.back_up(office, out)


LEAVES: dict[str, Leave] = {one.__name__: one for one in (agenda, access, export, pack, transfer, backup)}
# How many files each is of, and the moments that differ for the record.
FILES = {"agenda": 2, "backup": 2}
MOMENTS = ("after _take_room", "before entry", "after entry", "half written", "after _put")


@contextmanager
def steps(at: Callable[[str], None]) -> Iterator[None]:
    """``at`` hears of each step before it begins, when half of a file is written, and when it is done."""

    def around(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object) -> object:
            at(f"before {name}")
            if name == "_write":
                beside, data = args
                with beside.open("r+b") as file:  # type: ignore[attr-defined]
                    file.write(data[: len(data) // 2])  # type: ignore[index]
                at("half written")
            done = real(*args)
            at(f"after {name}")
            return done

        return step

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(leaving, name, around(name, getattr(leaving, name)))
        patch.setattr(telling.Telling, "leaves", around("entry", telling.Telling.leaves))
        yield


def known(office: Office) -> tuple[set[str], list[str]]:
    """What the log has hashes of, and its kinds of entries."""
    with office.area.look() as record:
        entries = [Entry.from_bytes(text) for text in record.log_texts()]
    return {entry.detail for entry in entries}, [entry.kind for entry in entries]


def lies(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an area in which all of these can leave, closed."""
    home = tmp_path_factory.mktemp("leaving")
    there = make(home / "there")
    transferring.write_card(there, home / "there.card")
    there.area.close()
    office = make(home / "here")
    participant(office, home / "reader.key")
    office.area.close()
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "home"))


class Log:
    """Keeps its entries in a file, as one that a crash does not take along."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def leaves(self, hashes: Sequence[bytes]) -> None:
        self.place.write_bytes(b"".join(hashes))

    def did_not(self, hashes: Sequence[bytes]) -> None:
        self.place.write_bytes(b"did not leave")


PAPERS = {"a.txt": b"one paper" * 50, "b.txt": b"other paper" * 50}
ALL_MOMENTS = 14  # of two papers


def two_papers(place: Path, at: Callable[[str], None]) -> None:
    log = Log(place / "log")
    with steps(at):
        at("before entry")
        leaving.leave({place / "out" / name: data for name, data in PAPERS.items()}, [b"hash"], log, over=True)


def falls_at(moment: int, fall: Callable[[], object]) -> Callable[[str], None]:
    passed: list[str] = []

    def step(name: str) -> None:
        passed.append(name)
        if len(passed) == moment + 1:
            fall()

    return step


def broken() -> None:
    raise OSError("made up")


def test_two_papers_leave_together_or_not_at_all(tmp_path: Path) -> None:
    for moment in range(1, ALL_MOMENTS + 1):
        place = tmp_path / str(moment)
        place.mkdir()
        with pytest.raises(OSError, match="made up"):
            two_papers(place, falls_at(moment, broken))
        assert lies(place / "out") == {}
        assert not (place / "log").exists() or (place / "log").read_bytes() == b"did not leave"
    place = tmp_path / "whole"
    place.mkdir()
    two_papers(place, falls_at(ALL_MOMENTS + 1, broken))
    assert lies(place / "out") == PAPERS, "there are no more moments"


KILLED = """
import os, shutil, signal, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/tests/shared"]
from small_area import reopen
from tests.documents import test_leaving as t

def dies():
    os.kill(os.getpid(), signal.SIGKILL)

def killed(do):
    child = os.fork()
    if not child:
        do()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL

home, name = Path(sys.argv[2]), sys.argv[3]
if name == "two":
    for moment in range(1, t.ALL_MOMENTS + 1):
        (home / str(moment)).mkdir()
        killed(lambda: t.two_papers(home / str(moment), t.falls_at(moment, dies)))
    sys.exit()

def once(place, at):
    office = reopen(place / "here")
    with t.steps(at):
        t.LEAVES[name](office, place / "out")
    office.area.close()

once(Path(shutil.copytree(home, home.parent / "whole")), lambda step: None)
for at, moment in enumerate(t.MOMENTS):
    place = Path(shutil.copytree(home, home.parent / str(at)))
    killed(lambda: once(place, lambda step: dies() if step == moment else None))
"""


def kill(home: Path, name: str) -> None:
    command = [sys.executable, "-c", KILLED, str(ROOT), str(home), name]
    done = subprocess.run(command, capture_output=True, text=True, cwd=home)
    assert done.returncode == 0, done.stderr[-2000:]


def test_killed_at_any_step_two_papers_are_never_there_without_the_entry(tmp_path: Path) -> None:
    kill(tmp_path, "two")
    states = set()
    for moment in range(1, ALL_MOMENTS + 1):
        there, told = lies(tmp_path / str(moment) / "out"), (tmp_path / str(moment) / "log").exists()
        if not told:
            assert all(name.startswith(".") for name in there)
            assert not any(b"paper" in data for data in there.values()), "nor under a hidden name"
        assert all(name.startswith(".") or PAPERS[name] == data for name, data in there.items())
        states.add((told, len([name for name in there if not name.startswith(".")])))
    assert states == {(False, 0), (True, 0), (True, 1), (True, 2)}


@pytest.mark.parametrize("name", LEAVES)
def test_where_any_step_fails_nothing_remains_and_the_log_says_so(home: Path, name: str) -> None:
    office = reopen(home / "here")
    for moment in MOMENTS:
        out = home / moment

        def fails(step: str, moment: str = moment) -> None:
            if step == moment:
                broken()

        before = known(office)[1]
        with steps(fails), pytest.raises((OSError, NotPossible)):
            LEAVES[name](office, out)
        assert lies(out) == {}, moment
        kinds = known(office)[1][len(before) :]
        assert ("did not leave" in kinds) == (moment in ("half written", "after _put")), moment
    with office.area.look() as record:
        assert record.case(CASE_ID).state == "open", "a case that was not sent is not closed"
    LEAVES[name](office, home / "well")
    assert len(lies(home / "well")) == FILES.get(name, 1), "afterwards it leaves"
    assert office.area.check_log().whole
    office.area.close()


@pytest.mark.parametrize("name", LEAVES)
def test_where_the_log_takes_no_entry_nothing_leaves(home: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    office = reopen(home / "here")

    def full(*_args: object) -> None:
        raise DiskFull("made up")

    monkeypatch.setattr(telling.Telling, "leaves", full)
    with pytest.raises((DiskFull, NotPossible)):
        LEAVES[name](office, home / "out")
    assert lies(home / "out") == {}
    office.area.close()


@pytest.mark.parametrize("name", ["agenda", "pack", "backup"])
def test_killed_at_any_step_no_paper_is_there_that_the_log_does_not_know(home: Path, name: str) -> None:
    kill(home, name)
    papers = lies(home.parent / "whole" / "out")
    seen = set()
    for at, _moment in enumerate(MOMENTS):
        place = home.parent / str(at)
        office = reopen(place / "here")
        hashes, kinds = known(office)
        told = any(kind.startswith(("agenda released", "pack sealed", "backup leaves")) for kind in kinds)
        for file, data in lies(place / "out").items():
            hidden = file.startswith(".")
            seen.add((told, hidden))
            if not told:
                # No document's beginning stands there, in place or under a hidden name.
                assert hidden
                assert all(paper[:16] != data[:16] for paper in papers.values())
            elif not hidden and (name == "agenda" or file.endswith(".records")):
                assert hashlib.sha256(data).hexdigest() in hashes
        assert office.area.check_log().whole
        with office.area.look() as record:
            assert not any(made.checked for made in record.backups()), "what was not finished does not count"
        office.area.close()
    assert seen == {(False, True), (True, True), (True, False)}, "killed before the entry, after it, and in place"


def test_what_a_crash_left_hidden_goes_with_the_next_that_leaves(home: Path) -> None:
    office, out = reopen(home / "here"), home / "out"
    out.mkdir()
    old, fresh, other = out / f".{'0' * 16}.leaving", out / f".{'1' * 16}.leaving", out / ".notes.leaving"
    for path in (old, fresh, other):
        path.write_bytes(b"x")
    os.utime(old, (1, 1))
    os.utime(other, (1, 1))
    export(office, out)
    assert set(lies(out)) == {fresh.name, other.name, "log.json"}, "another program may still be at the fresh one"
    office.area.close()


def test_a_file_that_came_meanwhile_is_not_written_over(home: Path) -> None:
    office, out = reopen(home / "here"), home / "out"

    def comes(step: str) -> None:
        if step == "before _put":
            (out / "log.json").write_text("theirs")

    with steps(comes), pytest.raises(NotPossible, match="file of this name"):
        export(office, out)
    assert lies(out) == {"log.json": b"theirs"}
    office.area.close()


def test_a_participants_keys_come_with_their_entry_or_not_at_all(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = reopen(home / "here")
    monkeypatch.setattr(type(office.area), "change_users", lambda *_args: (_ for _ in ()).throw(DiskFull("made up")))
    with pytest.raises(DiskFull):
        participant(office, home / "keys" / "second.key", "second")
    assert lies(home / "keys") == {}
    office.area.close()


def test_the_entry_of_a_pack_has_the_hash_of_what_it_tells(home: Path) -> None:
    office = reopen(home / "here")
    paper, *_rest = releasing.agenda_paper(office, meeting_of(office), "housing", leave_out=True, person="?")
    from meeting.documents.plain import plain

    pack(office, home / "out")
    assert hashlib.sha256(plain(paper).encode()).hexdigest() in known(office)[0]
    assert json.loads(office.area.ring.file.dump()), "the area goes on"
    office.area.close()
