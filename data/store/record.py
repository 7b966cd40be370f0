"""The record of one area: cases, meetings, agencies, reviews, imports, log."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import col, func, select

from data.records.agency import Agency
from data.records.review import Review
from data.store.backup_rows import BackupRecords
from data.store.draft_rows import DraftRecords
from data.store.facts import dump, parse
from data.store.log_rows import LogRecords
from data.store.meeting_rows import MeetingRecords
from data.store.retention_rows import RetentionRecords
from data.store.rows import AgencyRow, ImportRow, MappingRow, ReviewRow
from data.store.work import Counted

_HARMLESS = "harmless words"  # the mapping of the cases they were decided on; the words lie sealed with these


class Record(RetentionRecords, MeetingRecords, LogRecords, BackupRecords, DraftRecords):
    """Everything kept, within one unit of work."""

    def agencies(self) -> tuple[Agency, ...]:
        rows = self.session.exec(
            select(AgencyRow).where(AgencyRow.area_id == self.area).order_by(col(AgencyRow.position))
        )
        return tuple(parse(Agency, row.facts) for row in rows)

    def save_agency(self, agency: Agency) -> None:
        self.must_keep()
        count = self.session.exec(select(func.count()).where(AgencyRow.area_id == self.area)).one()
        known = self.session.get(AgencyRow, (self.area, agency.code))
        row = known or AgencyRow(area_id=self.area, code=agency.code, position=count, facts="")
        row.facts = dump(Agency, agency).decode()
        self.session.add(row)
        self.count_change(Counted.AGENCIES)
        self.log_entry("agency saved", agency.code, agency=agency.code)

    def review(self, case_id: str) -> Review:
        """What was decided about this case's words."""
        row = self.session.get(ReviewRow, (self.area, case_id))
        return self._review(row) if row else Review()

    def save_review(self, case_id: str, review: Review) -> None:
        if review.harmless != self.review(case_id).harmless:
            self.count_change(Counted.NAMES)
        self._put_review(case_id, review)
        marked = self.mapping(_HARMLESS) or {}
        if bool(review.harmless) != (case_id in marked):
            now = {**marked, case_id: ""} if review.harmless else {one: "" for one in marked if one != case_id}
            self.save_mapping(_HARMLESS, now)
        self.log_entry("review decided", self.case(case_id).reference)

    def save_letters(self, case_id: str, letters: Mapping[str, str]) -> None:
        """Which letters unrecorded names have; no decision, so no entry in the log."""
        self._put_review(case_id, replace(self.review(case_id), letters=dict(letters)))

    def harmless_words(self) -> tuple[str, ...]:
        """What keepers marked as harmless in the whole area; for who may open every case."""
        found = (self.review(case_id).harmless for case_id in self.mapping(_HARMLESS) or {})
        return tuple(sorted({word for words in found for word in words}))

    def _review(self, row: ReviewRow) -> Review:
        stored = self.open_i(row.case_id, "reviews", row.case_id, "words", row.words)
        if stored.startswith(b"["):  # the first version's: words to keep, words to hide
            keep, hide = json.loads(stored)
            return Review(keep=tuple(keep), hide=tuple(hide))
        found: Review = parse(Review, stored)
        return found

    def _put_review(self, case_id: str, review: Review) -> None:
        words = self.seal_i(case_id, "reviews", case_id, "words", dump(Review, review))
        self.session.merge(ReviewRow(area_id=self.area, case_id=case_id, words=words))

    def save_import(self, batch_id: str, at: datetime, case_ids: Sequence[str]) -> None:
        self.session.add(
            ImportRow(area_id=self.area, id=batch_id, at=at.isoformat(), case_ids=json.dumps(list(case_ids)))
        )
        self.log_entry("import taken", batch_id)

    def imports(self) -> tuple[tuple[str, datetime, int], ...]:
        """Id, time and number of cases of each import, newest first."""
        rows = self.session.exec(
            select(ImportRow).where(ImportRow.area_id == self.area).order_by(col(ImportRow.at).desc())
        )
        return tuple((row.id, datetime.fromisoformat(row.at), len(json.loads(row.case_ids))) for row in rows)

    def undo_import(self, batch_id: str) -> int:
        """Remove the cases of an import that no agenda has; returns how many. An import without cases is forgotten."""
        row = self.session.get(ImportRow, (self.area, batch_id))
        if row is None:
            return 0
        ids = json.loads(row.case_ids)
        removed = self.remove_untouched(ids)
        if removed == len(ids):
            self.session.delete(row)
        return removed

    def mapping(self, key: str) -> dict[str, str] | None:
        row = self.session.get(MappingRow, (self.area, key))
        return dict(json.loads(row.headings)) if row else None

    def save_mapping(self, key: str, headings: dict[str, str]) -> None:
        self.session.merge(MappingRow(area_id=self.area, key=key, headings=json.dumps(headings)))
