"""What the area knows of its backups."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, select

from data.records.retention import Kept
from data.store.rows import BackupRow, CaseRow
from data.store.work import Work


@dataclass(frozen=True, slots=True)
class Backup:
    """``checked``: it was read again after writing and found sound."""

    id: str
    at: datetime
    place: str
    key: bytes = field(repr=False)
    checked: bool
    tried_at: datetime | None


class BackupRecords(Work):
    """The part of the record that is about backups."""

    def save_backup(self, backup: Backup) -> None:
        self.session.merge(
            BackupRow(
                area_id=self.area,
                id=backup.id,
                at=backup.at.isoformat(),
                place=backup.place,
                key=backup.key,
                checked=backup.checked,
                tried_at=backup.tried_at.isoformat() if backup.tried_at else "",
            )
        )

    def backups(self) -> tuple[Backup, ...]:
        """The newest first."""
        rows = self.session.exec(
            select(BackupRow).where(BackupRow.area_id == self.area).order_by(col(BackupRow.at).desc())
        )
        return tuple(
            Backup(
                row.id,
                datetime.fromisoformat(row.at),
                row.place,
                row.key,
                row.checked,
                datetime.fromisoformat(row.tried_at) if row.tried_at else None,
            )
            for row in rows
        )

    def forget_backup(self, id: str) -> None:
        row = self.session.get(BackupRow, (self.area, id))
        if row:
            self.session.delete(row)

    def cases_with_keys(self) -> dict[str, bytes]:
        """Of each case that may come back from any backup: nothing; of one that was purged in part: its key of now.

        A purge gives new keys: only a backup made after it has the same.
        """
        query = select(CaseRow.id, CaseRow.facts, CaseRow.key_i).where(
            CaseRow.area_id == self.area, CaseRow.key_i != b""
        )
        whole = Kept.ALL.value
        return {
            case_id: b"" if json.loads(facts).get("kept", whole) == whole else key
            for case_id, facts, key in self.session.exec(query)
        }
