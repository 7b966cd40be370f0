"""What keys cost, against plain SQLite of the same run: insert at most 1.6, read by case at most 1.7, size at most 1.2;
revoking a user over 10,000 cases at most 2 times creating them."""

import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import QueuePool
from sqlmodel import Session, SQLModel

from benchmarks.made_up import case_file
from benchmarks.measure import best
from data.records.case_details import CaseFile
from data.records.reference import new_reference
from data.records.text import RawText
from data.store.record import Record
from data.vault import changing
from data.vault.people import Role, User
from data.vault.slot import INTERACTIVE_2026, TRIAL, lock, unlock
from data.vault.wrapping import CaseKey
from meeting.area import PRACTICE_PASSPHRASE, Area

CASES, READS, REVOKED = 2_000, 500, 10_000


class Plain:
    """A vault that seals nothing: the same program without encryption."""

    user_id, keeps = "coordinator", True

    def new_case_key(self, case: str, domain: str, generation: int = 1) -> tuple[CaseKey, bytes]:
        return CaseKey(b"", generation), b""

    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> CaseKey:
        return CaseKey(b"")

    def outer_key(self, domain: str) -> tuple[str, bytes]:
        return "", b""

    def missing_outer(self, domain: str, wrapped: bytes) -> str:
        return ""

    def seal(self, key: CaseKey, case: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return value

    open = seal

    def seal_own(self, table: str, row: str, field: str, value: bytes) -> bytes:
        return value

    open_own = seal_own

    def seal_row(self, key: CaseKey, case: str, table: str, row: str, values: dict[str, bytes]) -> dict[str, bytes]:
        return values

    open_row = seal_row


class PlainArea:
    """The same tables and the same log in a plain SQLite file, written as safely."""

    def __init__(self, path: Path, like: Area) -> None:
        self._area, self._ledger = like.ring.area, like.ledger
        self._engine = create_engine(f"sqlite:///{path}", poolclass=QueuePool)

        @event.listens_for(self._engine, "connect")
        def settings(connection: Any, _record: object) -> None:
            for setting in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
                connection.execute(f"PRAGMA {setting}")

        SQLModel.metadata.create_all(self._engine)

    @contextmanager
    def work(self) -> Iterator[Record]:
        with Session(self._engine, expire_on_commit=False, info={"writes": True}) as session, session.begin():
            yield Record(session, self._area, Plain(), self._ledger)  # type: ignore[arg-type]

    @contextmanager
    def look(self) -> Iterator[Record]:
        with Session(self._engine) as session:
            yield Record(session, self._area, Plain(), self._ledger)  # type: ignore[arg-type]

    def close(self) -> None:
        self._engine.dispose()


def measure() -> Iterator[str]:
    yield from _orm()
    yield from _revoking()
    yield from _unlocking()


def _orm() -> Iterator[str]:
    # Narratives of 100 to 2,400 letters: rows of one size alone would show how they fit a page, and no more.
    text = "Keeley reports that Darren came to the flat at about two and kicked the door until a neighbour came. "
    files = [replace(case_file(n, due=True), narrative=RawText(text * (1 + n % 24))) for n in range(CASES)]
    ready = [_fresh(files) for _each in range(6)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        area = _area(folder / "sealed")
        plain = PlainArea(folder / "plain.db", area)

        def insert(into: Area | PlainArea) -> None:
            with into.work() as record:
                record.add_cases(ready.pop())

        fast, slow = best(lambda: insert(plain), lambda: insert(area), tries=3)
        yield f"ORM insert, sealed : plain   {slow / fast:.2f}   ({CASES:,} cases; at most 1.6)"

        def read(of: Area | PlainArea, ids: list[str]) -> None:
            for case_id in ids:
                with of.look() as record:
                    record._file(record._row(case_id))

        ids = [_ids(of) for of in (plain, area)]
        fast, slow = _once(lambda: read(plain, ids[0])), _once(lambda: read(area, ids[1]))
        yield f"read by case, sealed : plain   {slow / fast:.2f} the first time   ({READS} cases)"
        fast, slow = best(lambda: read(plain, ids[0]), lambda: read(area, ids[1]), tries=3)
        yield f"read by case, sealed : plain   {slow / fast:.2f} again in the same sitting   (at most 1.7)"
        area.close()
        plain.close()
        sizes = [path.stat().st_size for path in (folder / "plain.db", folder / "sealed" / "record.db")]
        yield f"size of the file, sealed : plain   {sizes[1] / sizes[0]:.2f}   (at most 1.2)"


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
    return [replace(f, case=replace(f.case, id=str(uuid.uuid4()), reference=new_reference())) for f in files]


def _once(job) -> float:  # type: ignore[no-untyped-def]
    begun = time.perf_counter()
    job()
    return time.perf_counter() - begun
