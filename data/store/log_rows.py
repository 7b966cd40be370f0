"""Reading the log's rows, and keeping what others signed of it."""

from collections.abc import Iterator

from sqlmodel import col, func, select

from data.store.rows import CountersignatureRow, LogRow
from data.store.work import Work

LogRowParts = tuple[int, bytes, str, bytes]
_AT_ONCE = 5_000


class LogRecords(Work):
    """The part of the record that is about the log."""

    def log_rows(self) -> Iterator[LogRowParts]:
        """Position, entry, frontier and checkpoint of the whole log, oldest first, a few thousand in memory at once."""
        last = -1
        while True:
            rows = self.session.exec(
                select(LogRow.position, LogRow.entry, LogRow.frontier, LogRow.checkpoint)
                .where(LogRow.area_id == self.area, LogRow.position > last)
                .order_by(col(LogRow.position))
                .limit(_AT_ONCE)
            ).all()
            if not rows:
                return
            yield from rows
            last = rows[-1][0]

    def log_texts(self) -> list[bytes]:
        """Every entry as it is kept, oldest first."""
        query = select(LogRow.entry).where(LogRow.area_id == self.area).order_by(col(LogRow.position))
        return list(self.session.exec(query))

    def log_size(self) -> int:
        return self.session.exec(select(func.count()).where(LogRow.area_id == self.area)).one()

    def last_checkpoint(self) -> str:
        """The text of the newest signed checkpoint, empty when there is none yet."""
        kept = self.session.exec(
            select(LogRow.checkpoint).where(LogRow.area_id == self.area).order_by(col(LogRow.position).desc()).limit(1)
        ).first()
        return kept.decode() if kept and kept.startswith(b"meeting-log/") else ""

    def save_countersignature(self, size: int, key_id: str, public_key: bytes, checkpoint: str) -> None:
        self.session.merge(
            CountersignatureRow(
                area_id=self.area, size=size, key_id=key_id, public_key=public_key, checkpoint=checkpoint
            )
        )
        self.log_entry("checkpoint countersigned", key_id)

    def countersignatures(self) -> tuple[tuple[int, str, bytes, str], ...]:
        """Size, key id, public key and checkpoint, the newest first."""
        rows = self.session.exec(
            select(CountersignatureRow)
            .where(CountersignatureRow.area_id == self.area)
            .order_by(col(CountersignatureRow.size).desc(), col(CountersignatureRow.key_id))
        )
        return tuple((row.size, row.key_id, row.public_key, row.checkpoint) for row in rows)

    def tables(self) -> tuple[str, str]:
        """The form the tables have, and the newest this program knows."""
        from alembic.config import Config
        from alembic.script import ScriptDirectory

        settings = Config()
        settings.set_main_option("script_location", "data.store:migrations")
        newest = ScriptDirectory.from_config(settings).get_current_head()
        now = self.session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return str(now or ""), str(newest or "")
