"""What a user is typing: sealed under the case's key I, or under the user's own where it is about no case."""

import json
from collections.abc import Set
from datetime import date, datetime

from sqlmodel import col, delete, select

from data.records.draft import Draft, DraftOf
from data.store.rows import CaseRow, DraftRow
from data.store.work import Work


class DraftRecords(Work):
    """The part of the record that is about drafts: each user finds their own alone."""

    def keep_draft(self, draft: Draft) -> None:
        """Over what was kept before; no decision, so no entry in the log."""
        about, value = draft.about, json.dumps(dict(draft.values)).encode()
        row = self._name(about)
        sealed = (
            self.seal_i(about.case_id, "drafts", row, "words", value)
            if about.case_id
            else self.vault.seal_own("drafts", row, "words", value)
        )
        self.session.merge(
            DraftRow(
                area_id=self.area,
                user_id=self.vault.user_id,
                case_id=about.case_id,
                form=about.form,
                at=draft.at.isoformat(),
                words=sealed,
            )
        )

    def draft_kept_at(self, about: DraftOf) -> datetime | None:
        """When one was kept last; opens nothing."""
        row = self._draft_row(about)
        return datetime.fromisoformat(row.at) if row else None

    def draft(self, about: DraftOf) -> Draft | None:
        """Opened, for who typed it; leaves an entry in the log."""
        row = self._draft_row(about)
        if row is None:
            return None
        name = self._name(about)
        value = (
            self.open_i(about.case_id, "drafts", name, "words", row.words)
            if about.case_id
            else self.vault.open_own("drafts", name, "words", row.words)
        )
        self.log_entry("draft opened", self._case_told(about.case_id))
        return Draft(about, datetime.fromisoformat(row.at), json.loads(value))

    def drop_draft(self, about: DraftOf) -> None:
        row = self._draft_row(about)
        if row is not None:
            self.session.delete(row)

    def drop_drafts_of(self, user_id: str) -> None:
        """All of one who leaves: nobody else takes them up."""
        self.session.exec(delete(DraftRow).where(col(DraftRow.area_id) == self.area, col(DraftRow.user_id) == user_id))

    def draft_days(self) -> tuple[tuple[str, date], ...]:
        """Of each draft, whosever, its case, empty where it is about none, and the day it was kept last."""
        query = select(DraftRow.case_id, DraftRow.at).where(DraftRow.area_id == self.area)
        return tuple((case_id, datetime.fromisoformat(at).date()) for case_id, at in self.session.exec(query))

    def end_drafts(self, before: date, held: Set[str]) -> int:
        """Whosever they are: those kept last before a day, but for those of held cases. Returns how many went."""
        ended = 0
        for row in self.session.exec(select(DraftRow).where(DraftRow.area_id == self.area)).all():
            if datetime.fromisoformat(row.at).date() < before and row.case_id not in held:
                self.session.delete(row)
                self.log_entry("draft ended", self._case_told(row.case_id))
                ended += 1
        return ended

    def _draft_row(self, about: DraftOf) -> DraftRow | None:
        return self.session.get(DraftRow, (self.area, self.vault.user_id, about.case_id, about.form))

    def _name(self, about: DraftOf) -> str:
        return f"{self.vault.user_id} {about.form}"

    def _case_told(self, case_id: str) -> str:
        """The case's reference; none where the form is about no case."""
        query = select(CaseRow.reference).where(CaseRow.area_id == self.area, CaseRow.id == case_id)
        return self.session.exec(query).first() or ""
