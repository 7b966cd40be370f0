"""Purging, holding, correcting, restricting: what is kept, and no longer than agreed (R31).

What is purged is overwritten and its case gets new keys, so that an old record does not open with today's keys.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import SQLModel, col, delete, func, select

from data.records.case_details import CaseFile, CaseState
from data.records.conference import ActionState
from data.records.retention import Correction, Hold, Kept
from data.records.text import RawText
from data.store.case_rows import CaseRecords
from data.store.facts import dump, parse
from data.store.key_rows import KeyRecords
from data.store.rows import (
    ActionRow,
    AnswerRow,
    CaseRow,
    ContactRow,
    CorrectionRow,
    DraftRow,
    GrantRow,
    HoldRow,
    ItemRow,
    NoteRow,
    ReviewRow,
)
from data.store.work import Counted

_NOTHING = b"[]"
# What goes with the words, by table: field, and what stands there afterwards.
_CASE_WORDS = {"narrative": b"", "remarks": _NOTHING}
_CASE_PEOPLE = {"people": _NOTHING, "identifiers": b"[[], []]"}


class RetentionRecords(CaseRecords, KeyRecords):
    """The part of the record that is about keeping and purging."""

    def last_active(self) -> dict[str, date]:
        """The latest day on which anything was recorded or due, by case id."""
        mine = (
            (CaseRow.id, CaseRow.referred_on, CaseRow.area_id),
            (CaseRow.id, CaseRow.last_heard_on, CaseRow.area_id),
            (ContactRow.case_id, ContactRow.on, ContactRow.area_id),
            (ActionRow.case_id, ActionRow.due, ActionRow.area_id),
        )
        found: dict[str, date] = {}
        for case, day, area in mine:
            query = select(case, func.max(day)).where(col(area) == self.area).group_by(col(case))
            for case_id, latest in self.session.exec(query):
                if latest is not None:
                    found[case_id] = max(latest, found.get(case_id, latest))
        return found

    def count_open_actions(self) -> dict[str, int]:
        query = select(ActionRow.case_id, func.count()).where(
            ActionRow.area_id == self.area, ActionRow.state == ActionState.OPEN.value
        )
        return dict(self.session.exec(query.group_by(ActionRow.case_id)).all())

    def purge_words(self, case_id: str) -> None:
        """Narrative, remarks, notes, summaries and actions' words: gone; people, codes and counts stay."""
        self._clear_words(case_id)
        self._mark(case_id, Kept.NO_WORDS, "words purged")

    def purge_people(self, case_id: str) -> None:
        """Names, contacts, births, consents' and grounds' words too: codes and counts stay."""
        self._clear_words(case_id)
        row = self.case_row(case_id)
        for name, empty in _CASE_PEOPLE.items():
            setattr(row, name, self.seal_i(case_id, "cases", case_id, name, empty))
        self.forget_sharing(case_id)
        self._drop((GrantRow, CorrectionRow), case_id)
        self.count_change(Counted.NAMES)
        self._mark(case_id, Kept.COUNTS, "people purged")

    def erase_case(self, case_id: str) -> None:
        """Every row of the case, its keys among them; the log keeps that a case of this reference was erased."""
        self.must_keep()
        reference = self.case_row(case_id).reference
        tables = [table for table in SQLModel.metadata.sorted_tables if "case_id" in table.columns]
        for table in tables:
            where = (table.c.area_id == self.area, table.c.case_id == case_id)
            self.session.connection().execute(table.delete().where(*where))
        self.session.exec(delete(CaseRow).where(col(CaseRow.area_id) == self.area, col(CaseRow.id) == case_id))
        self.session.expire_all()
        self.count_change(Counted.NAMES)
        self.log_entry("case erased", reference)

    def add_hold(self, case_id: str, hold: Hold) -> None:
        self._put_hold(case_id, self._next_number(HoldRow, case_id), hold)
        self.log_entry("hold recorded", self.case_row(case_id).reference)

    def lift_hold(self, case_id: str, on: date) -> None:
        """End whatever hold is in force."""
        for number, hold in enumerate(self.holds([case_id]).get(case_id, ())):
            if hold.is_in_force(on):
                self._put_hold(case_id, number, replace(hold, lifted_on=on))
                self.log_entry("hold lifted", self.case_row(case_id).reference)

    def holds(self, case_ids: Sequence[str] | None = None) -> dict[str, tuple[Hold, ...]]:
        """By case id, in the order of recording; of all cases when none are named."""
        query = select(HoldRow).where(HoldRow.area_id == self.area)
        if case_ids is not None:
            query = query.where(col(HoldRow.case_id).in_(case_ids))
        found: dict[str, tuple[Hold, ...]] = {}
        for row in self.session.exec(query.order_by(col(HoldRow.number))):
            reason = self.open_i(row.case_id, "holds", str(row.number), "reason", row.reason)
            hold = replace(parse(Hold, row.facts), reason=RawText(reason.decode()))
            found[row.case_id] = (*found.get(row.case_id, ()), hold)
        return found

    def held_cases(self, on: date) -> frozenset[str]:
        """Of which cases a hold is in force; opens no reason."""
        rows = self.session.exec(select(HoldRow.case_id, HoldRow.facts).where(HoldRow.area_id == self.area))
        return frozenset(case_id for case_id, facts in rows if parse(Hold, facts).is_in_force(on))

    def correct(self, file: CaseFile, correction: Correction) -> None:
        """Save the file as it is now right; what it said before stays, sealed, beside it."""
        case_id = file.case.id
        number = self._next_number(CorrectionRow, case_id)
        self.session.add(
            CorrectionRow(
                area_id=self.area,
                case_id=case_id,
                number=number,
                on=correction.on,
                facts=dump(Correction, replace(correction, before=RawText(""))).decode(),
                before=self.seal_i(case_id, "corrections", str(number), "before", correction.before.text.encode()),
            )
        )
        self.save_case(file)
        self.log_entry("corrected", file.case.reference)

    def corrections(self, case_id: str) -> tuple[Correction, ...]:
        rows = self.session.exec(
            select(CorrectionRow)
            .where(CorrectionRow.area_id == self.area, CorrectionRow.case_id == case_id)
            .order_by(col(CorrectionRow.number))
        )
        return tuple(
            replace(
                parse(Correction, row.facts),
                before=RawText(self.open_i(case_id, "corrections", str(row.number), "before", row.before).decode()),
            )
            for row in rows
        )

    def restrict(self, case_id: str, *, restricted: bool) -> None:
        """A restricted case is kept and used for nothing until what the person asked is settled."""
        self.must_keep()
        row = self.case_row(case_id)
        row.facts = json.dumps({**json.loads(row.facts), "restricted": restricted})
        self.session.add(row)
        self.log_entry("restricted" if restricted else "restriction lifted", row.reference)

    def _clear_words(self, case_id: str) -> None:
        row = self.case_row(case_id)
        for name, empty in _CASE_WORDS.items():
            setattr(row, name, self.seal_i(case_id, "cases", case_id, name, empty))
        for contact in self._rows(ContactRow, case_id):
            contact.note = self.seal_i(case_id, "contacts", contact.id, "note", b"")
        for note in self._rows(NoteRow, case_id):
            note.raw = self.seal_i(case_id, "notes", note.id, "raw", b"")
            note.disguised = self.seal_c(case_id, "notes", note.id, "disguised", b"")
        self._drop((AnswerRow,), case_id)
        for item in self._rows(ItemRow, case_id):
            item.summary = self.seal_c(case_id, "items", item.id, "summary", b"")
        for action in self._rows(ActionRow, case_id):
            for name in ("what", "reason"):
                setattr(action, name, self.seal_c(case_id, "actions", action.id, name, b""))
        self._drop((ReviewRow, CorrectionRow, DraftRow), case_id)

    def _mark(self, case_id: str, kept: Kept, entry: str) -> None:
        row = self.case_row(case_id)
        row.facts = json.dumps({**json.loads(row.facts), "kept": kept.value})
        if row.state == CaseState.OPEN.value:
            row.state = CaseState.LAPSED.value
        row.waits_since = row.review_on = None
        self.session.add(row)
        self.session.flush()
        self.renew_keys("IC", [case_id])
        self.log_entry(entry, row.reference)

    def _rows(self, model: Any, case_id: str) -> Sequence[Any]:
        return self.session.exec(select(model).where(model.area_id == self.area, model.case_id == case_id)).all()

    def _drop(self, models: Sequence[Any], case_id: str) -> None:
        for model in models:
            self.session.exec(delete(model).where(model.area_id == self.area, model.case_id == case_id))

    def _next_number(self, model: Any, case_id: str) -> int:
        return int(
            self.session.exec(
                select(func.count()).select_from(model).where(model.area_id == self.area, model.case_id == case_id)
            ).one()
        )

    def _put_hold(self, case_id: str, number: int, hold: Hold) -> None:
        self.session.merge(
            HoldRow(
                area_id=self.area,
                case_id=case_id,
                number=number,
                facts=dump(Hold, replace(hold, reason=RawText(""))).decode(),
                reason=self.seal_i(case_id, "holds", str(number), "reason", hold.reason.text.encode()),
            )
        )
