"""A unit of work on one area: session, keys of the cases in it, sealing by case, the log."""

import json
from collections.abc import Sequence

from sqlalchemy import insert
from sqlmodel import Session, col, select

from data.store.ports import Log, Vault
from data.store.rows import CaseRow, LogRow


class NoSuchCase(LookupError):
    """No case of this reference or id."""


class NoSuchMeeting(LookupError):
    """No meeting of this id."""


class DuplicateReference(ValueError):
    """The reference code is taken."""


class Work:
    """What every part of the record builds on."""

    def __init__(self, session: Session, area: str, vault: Vault, log: Log) -> None:
        self.session, self.area, self.vault, self._log = session, area, vault, log
        self._keys: dict[tuple[str, str], bytes] = {}

    def remember_keys(self, case_id: str, key_i: bytes, key_c: bytes) -> None:
        self._keys[case_id, "I"], self._keys[case_id, "C"] = key_i, key_c

    def seal_i(self, case_id: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return self.vault.seal(self._key(case_id, "I"), case_id, table, row, field, value)

    def open_i(self, case_id: str, table: str, row: str, field: str, sealed: bytes) -> bytes:
        return self.vault.open(self._key(case_id, "I"), case_id, table, row, field, sealed)

    def seal_c(self, case_id: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return self.vault.seal(self._key(case_id, "C"), case_id, table, row, field, value)

    def open_c(self, case_id: str, table: str, row: str, field: str, sealed: bytes) -> bytes:
        return self.vault.open(self._key(case_id, "C"), case_id, table, row, field, sealed)

    def log_entry(self, kind: str, reference: str = "", detail_hash: bytes = b"") -> None:
        """Codes and hashes only, never a text."""
        self._append([{"kind": kind, "reference": reference, "hash": detail_hash.hex()}])

    def log_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        self._append([{"kind": kind, "reference": reference, "hash": ""} for kind, reference in entries])

    def _append(self, entries: Sequence[dict[str, str]]) -> None:
        last = self.session.exec(
            select(LogRow).where(LogRow.area_id == self.area).order_by(col(LogRow.position).desc()).limit(1)
        ).first()
        position, frontier = (last.position + 1, last.frontier) if last else (0, "")
        rows = []
        for entry in entries:
            raw = json.dumps(entry, sort_keys=True).encode()
            frontier, checkpoint = self._log.append(frontier, raw)
            rows.append(
                {
                    "area_id": self.area,
                    "position": position,
                    "entry": raw,
                    "frontier": frontier,
                    "checkpoint": checkpoint,
                }
            )
            position += 1
        if rows:
            self.session.flush()
            self.session.execute(insert(LogRow), rows)

    def _key(self, case_id: str, domain: str) -> bytes:
        if (case_id, domain) not in self._keys:
            column = CaseRow.key_i if domain == "I" else CaseRow.key_c
            wrapped = self.session.exec(
                select(column).where(CaseRow.area_id == self.area, CaseRow.id == case_id)
            ).first()
            if wrapped is None:
                raise NoSuchCase("There is no such case in the area.")
            self._keys[case_id, domain] = self.vault.open_case_key(case_id, domain, wrapped)
        return self._keys[case_id, domain]
