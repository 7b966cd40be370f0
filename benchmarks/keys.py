"""What keys cost, against plain SQLite of the same run: insert at most 1.6, read by case at most 1.7, size at most 1.2;
revoking a user over 10,000 cases at most 2 times creating them."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.made_up import NARRATIVE, TODAY, case_file
from benchmarks.measure import best, ratio, seconds
from benchmarks.plain import PlainArea
from data.records.case_details import CaseFile
from data.records.case_management import Contact, ContactKind
from data.records.ids import new_id
from data.records.reference import new_reference
from data.records.text import RawText
from data.vault import changing
from data.vault.people import Role, User
from data.vault.slot import INTERACTIVE_2026, TRIAL, lock, unlock
from meeting.area import PRACTICE_PASSPHRASE, Area

CASES, READS, REVOKED = 2_000, 500, 10_000
_PAIRS, _AT_ONCE = 7, 50


def measure() -> Iterator[str]:
    yield from _orm()
    yield from _revoking()
    yield from _unlocking()


def _orm() -> Iterator[str]:
    # Narratives of 100 to 2,400 letters: rows of one size alone would show how they fit a page, and no more.
    text = "Keeley reports that Darren came to the flat at about two and kicked the door until a neighbour came. "
    files = [replace(case_file(n, due=True), narrative=RawText(text * (1 + n % 24))) for n in range(CASES)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        area = _area(folder / "sealed")
        plain = PlainArea(folder / "plain.db", area)
        yield from _inserting(plain, area, files)
        first, again = _reading(plain, area)
        yield f"read by case, sealed : plain   {first:.2f} the first time   ({READS} cases)"
        yield f"read by case, sealed : plain   {again:.2f} again in the same sitting   (at most 1.7)"
        area.close()
        plain.close()
        sizes = [path.stat().st_size for path in (folder / "plain.db", folder / "sealed" / "record.db")]
        yield f"size of the file, sealed : plain   {sizes[1] / sizes[0]:.2f}   (at most 1.2)"


def _inserting(plain: PlainArea, area: Area, files: list[CaseFile]) -> Iterator[str]:
    """Rows of about 1 kB, each an object of the ORM; then whole cases, each with two keys of its own, as an import
    takes them. The first go of each warms up."""
    fresh: list[CaseFile] = []

    def cases(into: Area | PlainArea) -> None:
        with into.work() as record:
            record.add_cases(fresh)

    def contacts(into: Area | PlainArea, ids: list[str]) -> None:
        with into.work() as record:
            for number in range(CASES):
                record.add_contact(ids[number % len(ids)], _contact())

    def other_ids() -> None:
        fresh[:] = _fresh(files)

    ratio(lambda: cases(plain), lambda: cases(area), pairs=1, ready=other_ids)
    at_once = ratio(lambda: cases(plain), lambda: cases(area), pairs=_PAIRS, ready=other_ids)
    ids = [_ids(of) for of in (plain, area)]
    one_by_one = ratio(lambda: contacts(plain, ids[0]), lambda: contacts(area, ids[1]), pairs=_PAIRS)
    yield f"ORM insert, sealed : plain   {one_by_one:.2f}   ({CASES:,} contacts of 1 kB, as objects; at most 1.6)"
    yield f"ORM insert, sealed : plain   {at_once:.2f}   ({CASES:,} cases at once, each with two new keys; aim 1.6)"


def _contact() -> Contact:
    return Contact(
        id=new_id(), kind=ContactKind.REFERRAL, on=TODAY, agency="police", note=RawText(NARRATIVE + NARRATIVE[:300])
    )


def _reading(plain: PlainArea, area: Area) -> tuple[float, float]:
    """The same number of cases in pieces, so that both sides meet the same machine: first, and once more."""

    def read(of: Area | PlainArea, ids: list[str]) -> None:
        for case_id in ids:
            with of.look() as record:
                record._file(record._row(case_id))

    ids = {of: _ids(of) for of in (plain, area)}
    pieces = [slice(start, start + _AT_ONCE) for start in range(0, READS, _AT_ONCE)]
    taken = dict.fromkeys(ids, 0.0)
    for piece in pieces:
        for of in ids:
            taken[of] += seconds(lambda of=of, piece=piece: read(of, ids[of][piece]))
    again = [
        ratio(lambda at=at: read(plain, ids[plain][at]), lambda at=at: read(area, ids[area][at]), pairs=_PAIRS)
        for at in pieces
    ]
    return taken[area] / taken[plain], statistics.median(again)


def _ids(of: Area | PlainArea) -> list[str]:
    with of.look() as record:
        return [case.id for case in record.cases(limit=READS)]


def _revoking() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as temporary:
        area = _area(Path(temporary) / "area")
        files = [case_file(n, due=True) for n in range(REVOKED)]
        begun = time.perf_counter()
        for start in range(0, REVOKED, 1000):
            with area.work() as record:
                record.add_cases(files[start : start + 1000])
        created = time.perf_counter() - begun
        area.change_users(
            changing.invite(area.ring, User(id="chair", role=Role.CHAIR), PRACTICE_PASSPHRASE, cost=TRIAL).ring, "x"
        )
        begun = time.perf_counter()
        area.change_users(changing.disable(area.ring, "chair"), "x")
        revoked = time.perf_counter() - begun
        area.close()
    yield (
        f"revoking a user over {REVOKED:,} cases : creating them   {revoked / created:.2f}   "
        f"({revoked:.1f} s, {created:.1f} s; at most 2)"
    )


def _unlocking() -> Iterator[str]:
    ring = changing.found("area", PRACTICE_PASSPHRASE, cost=TRIAL)
    slot = lock(ring.keys, b"", "area", "coordinator", PRACTICE_PASSPHRASE, cost=INTERACTIVE_2026)
    (seconds,) = best(lambda: unlock(slot, "area", PRACTICE_PASSPHRASE))
    key, wrapped = ring.new_case_key("one", "I")
    made, opened = best(
        lambda: [ring.wrap_for_group(key, "one", "I") for _n in range(200)],
        lambda: [_opened(ring, wrapped) for _n in range(200)],
    )
    yield f"unlocking a user (Argon2id 64 MiB, 3, 4): {seconds * 1000:.0f} ms"
    yield f"a case's key wrapped and signed: {made * 5000:.0f} µs; checked and opened: {opened * 5000:.0f} µs; {len(wrapped)} bytes"


def _opened(ring: changing.Keyring, wrapped: bytes) -> None:
    ring.open_case_key("one", "I", wrapped)


def _area(folder: Path) -> Area:
    return Area.create(folder, PRACTICE_PASSPHRASE, profile="uk", practice=True, memory_kib=64)


def _fresh(files: list[CaseFile]) -> list[CaseFile]:
    return [replace(f, case=replace(f.case, id=new_id(), reference=new_reference())) for f in files]
