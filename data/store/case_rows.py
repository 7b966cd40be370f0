"""Cases: coded facts in columns, identity and raw words sealed under the case's key I."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from hashlib import sha256
from heapq import nlargest
from typing import Any

from sqlalchemy import insert
from sqlmodel import col, delete, func, select

from data.records.case_details import Case, CaseFile, CaseState, Person, Remark
from data.records.case_management import Contact
from data.records.conference import ActionState
from data.records.text import RawText
from data.store.case_search import Sought, condition
from data.store.facts import dump, parse
from data.store.rows import ActionRow, CaseRow, ContactRow, DraftRow, GrantRow, ItemRow
from data.store.sharing_rows import SharingRecords
from data.store.work import Counted, DuplicateReference, NoSuchCase

_SEALED = ("people", "narrative", "remarks", "identifiers")
_AT_ONCE = 500
_People, _Remarks = tuple[Person, ...], tuple[Remark, ...]


class CaseRecords(SharingRecords):
    """The part of the record that is about cases."""

    def add_case(self, file: CaseFile) -> None:
        self.add_cases([file])

    def add_cases(self, files: Sequence[CaseFile]) -> None:
        """All in one go. Raises DuplicateReference, and then none is taken."""
        wanted = [file.case.reference for file in files]
        known = (
            self.session.exec(
                select(CaseRow.reference).where(CaseRow.area_id == self.area, col(CaseRow.reference).in_(wanted))
            ).first()
            if len(wanted) < 500
            else None
        )
        if known or len(set(wanted)) < len(wanted):
            raise DuplicateReference(_("This reference code is taken already."))
        for start in range(0, len(files), _AT_ONCE):
            self._insert(files[start : start + _AT_ONCE])
        self.log_entries([("case added", file.case.reference) for file in files])

    def _insert(self, files: Sequence[CaseFile]) -> None:
        """A few hundred at once: more rows held at a time only keep the collector busy."""
        first = {file.case.id: 1 for file in files}
        keys_i, keys_c = self.new_case_keys(first, "I"), self.new_case_keys(first, "C")
        rows = []
        for file in files:
            (key_i, wrapped_i), (key_c, wrapped_c) = keys_i[file.case.id], keys_c[file.case.id]
            self.remember_keys(file.case.id, key_i, key_c)
            rows.append({"area_id": self.area, "key_i": wrapped_i, "key_c": wrapped_c, **self._columns(file)})
        self.session.execute(insert(CaseRow), rows)
        self.count_change(Counted.NAMES)

    def save_case(self, file: CaseFile) -> None:
        row = self.case_row(file.case.id)
        before = self._file(row)
        for name, value in self._columns(file).items():
            setattr(row, name, value)
        self.session.add(row)
        if file.people != before.people:
            self.count_change(Counted.NAMES)
        self.log_entry("case changed", file.case.reference)

    def change_facts(self, case: Case) -> None:
        """Of the coded facts alone; nothing sealed is opened."""
        self.must_keep()
        row = self.case_row(case.id)
        row.facts = dump(Case, case).decode()
        self.session.add(row)
        self.log_entry("case changed", case.reference)

    def referrers(self) -> dict[str, list[str]]:
        """The ids of cases by who referred them: the code of an agency, or what the referral said."""
        found: dict[str, list[str]] = {}
        for case_id, facts in self.session.exec(select(CaseRow.id, CaseRow.facts).where(CaseRow.area_id == self.area)):
            found.setdefault(json.loads(facts)["referring_agency"], []).append(case_id)
        return found

    def has_case(self, case_id: str) -> bool:
        return self.session.get(CaseRow, (self.area, case_id)) is not None

    def case(self, case_id: str) -> Case:
        return _case(self.case_row(case_id))

    def seal_of(self, case_id: str) -> bytes:
        """Another one whenever the sealed part of the case is: each sealing is."""
        row = self.case_row(case_id)
        return sha256(b"".join(sha256(getattr(row, name)).digest() for name in _SEALED)).digest()

    def case_by_reference(self, reference: str) -> Case:
        row = self.session.exec(
            select(CaseRow).where(CaseRow.area_id == self.area, CaseRow.reference == reference)
        ).first()
        if row is None:
            raise NoSuchCase(_("There is no case of this reference in the area."))
        return _case(row)

    def cases(
        self, *, state: CaseState | None = None, limit: int = 500, offset: int = 0, search: Sequence[Sought] = ()
    ) -> tuple[Case, ...]:
        """Newest first; those in which each of the words looked for stands."""
        query = select(CaseRow).where(CaseRow.area_id == self.area)
        if state is not None:
            query = query.where(CaseRow.state == state.value)
        if search:
            query = query.where(col(CaseRow.id).in_(self._found(search, limit + offset)))
        query = query.order_by(col(CaseRow.referred_on).desc(), col(CaseRow.id).desc())
        return tuple(_case(row) for row in self.session.exec(query.limit(limit).offset(offset)))

    def _found(self, search: Sequence[Sought], most: int) -> list[str]:
        """The ids of the newest cases in which each word stands: the rows are gone through as they lie, since by an
        index each would be read from somewhere else."""
        dialect = self.session.get_bind().dialect.name
        query = select(col(CaseRow.referred_on), col(CaseRow.id)).where(func.coalesce(CaseRow.area_id, "") == self.area)
        found = self.session.exec(query.where(*(condition(sought, dialect) for sought in search)))
        return [case_id for _on, case_id in nlargest(most, found)]

    def count_cases(self) -> int:
        return self.session.exec(select(func.count()).where(CaseRow.area_id == self.area)).one()

    def candidates(self, on: date, *, lapse_before: date) -> tuple[Case, ...]:
        """Open cases that may be due, each found through an index; ``agenda`` decides."""
        mine = select(CaseRow).where(CaseRow.area_id == self.area)
        acting = select(ActionRow.case_id).where(
            ActionRow.area_id == self.area, ActionRow.state == ActionState.OPEN.value
        )
        queries = (
            mine.where(col(CaseRow.waits_since).is_not(None), col(CaseRow.waits_since) <= on),
            mine.where(col(CaseRow.review_on).is_not(None), col(CaseRow.review_on) <= on),
            mine.where(CaseRow.state == "open", CaseRow.referred_on < lapse_before),
            mine.where(col(CaseRow.id).in_(acting)),
        )
        found = {row.id: row for query in queries for row in self.session.exec(query) if row.state == "open"}
        return tuple(_case(found[key]) for key in sorted(found))

    def mark_heard(self, case_ids: Sequence[str], on: date) -> None:
        self.must_keep()
        for case_id in case_ids:
            row = self.case_row(case_id)
            row.last_heard_on, row.waits_since = on, None
            if row.review_on and row.review_on <= on:
                row.review_on = None
            self.session.add(row)
            self.log_entry("case heard", row.reference)

    def open_file(self, case_id: str) -> CaseFile:
        """The case with its identity; leaves an entry in the log."""
        return self.open_files([case_id], purpose="keeper")[0]

    def open_files(self, case_ids: Sequence[str], *, purpose: str) -> tuple[CaseFile, ...]:
        files = []
        for case_id in case_ids:
            row = self.case_row(case_id)
            files.append(self._file(row))
            self.log_entry(f"identity looked at: {purpose}", row.reference)
        return tuple(files)

    def identities(
        self, *, purpose: str, on: Collection[date] | None = None
    ) -> Iterator[tuple[Case, tuple[Person, ...]]]:
        """Every case of the area with its people, to be compared; one entry in the log for all.

        With ``on``, only those referred on one of these days.
        """
        query = select(CaseRow).where(CaseRow.area_id == self.area)
        if on is not None:
            query = query.where(col(CaseRow.referred_on).in_(sorted(on)))
        rows = self.session.exec(query.execution_options(yield_per=500))
        count = 0
        for row in rows:
            key = self.open_wrap(row.id, "I", row.key_i)
            opened = self.vault.open(key, row.id, "cases", row.id, "people", row.people)
            count += 1
            yield _case(row), parse(_People, opened)
        if count or on is None:
            self.log_entry(f"identities compared: {purpose}, {count} cases")

    def add_contact(self, case_id: str, contact: Contact) -> None:
        reference = self._reference_of(case_id)
        note = self.seal_i(case_id, "contacts", contact.id, "note", contact.note.text.encode())
        facts = dump(Contact, replace(contact, note=RawText(""))).decode()
        self.session.add(
            ContactRow(area_id=self.area, case_id=case_id, id=contact.id, on=contact.on, facts=facts, note=note)
        )
        self.log_entry(f"{contact.kind.value} recorded", reference)

    def contacts(self, case_id: str) -> tuple[Contact, ...]:
        rows = self.session.exec(
            select(ContactRow)
            .where(ContactRow.area_id == self.area, ContactRow.case_id == case_id)
            .order_by(col(ContactRow.on), col(ContactRow.id))
        )
        return tuple(
            replace(
                parse(Contact, row.facts),
                note=RawText(self.open_i(case_id, "contacts", row.id, "note", row.note).decode()),
            )
            for row in rows
        )

    def remove_untouched(self, case_ids: Sequence[str]) -> int:
        """Delete cases that stand on no agenda and have no action; returns how many went."""
        self.must_keep()
        gone = 0
        for case_id in case_ids:
            row = self.session.get(CaseRow, (self.area, case_id))
            touched = self.session.exec(
                select(ItemRow.id).where(ItemRow.area_id == self.area, ItemRow.case_id == case_id)
            ).first()
            if row is None or touched:
                continue
            self.forget_sharing(case_id)
            self.session.delete(row)
            for model in (GrantRow, DraftRow):
                self.session.exec(delete(model).where(col(model.area_id) == self.area, col(model.case_id) == case_id))
            self.log_entry("import undone", row.reference)
            self.count_change(Counted.NAMES)
            gone += 1
        return gone

    def _reference_of(self, case_id: str) -> str:
        """Without all that is sealed beside it."""
        query = select(CaseRow.reference).where(CaseRow.area_id == self.area, CaseRow.id == case_id)
        reference = self.session.exec(query).first()
        if reference is None:
            raise NoSuchCase
        return reference

    def _columns(self, file: CaseFile) -> dict[str, Any]:
        case = file.case
        values = {
            "people": dump(_People, file.people),
            "narrative": file.narrative.text.encode(),
            "remarks": dump(_Remarks, file.remarks),
            "identifiers": json.dumps([file.orders, file.crime_references]).encode(),
        }
        sealed = self.vault.seal_row(self._key(case.id, "I"), case.id, "cases", case.id, values)
        unheard = case.last_heard_on is None or case.last_heard_on < case.referred_on
        return {
            "id": case.id,
            "reference": case.reference,
            "referred_on": case.referred_on,
            "waits_since": case.referred_on if unheard and case.state is CaseState.OPEN else None,
            "review_on": case.review_on,
            "last_heard_on": case.last_heard_on,
            "state": case.state.value,
            "facts": dump(Case, case).decode(),
            **sealed,
        }

    def _file(self, row: CaseRow) -> CaseFile:
        sealed = {name: getattr(row, name) for name in _SEALED}
        opened = self.vault.open_row(self._key_of(row), row.id, "cases", row.id, sealed)
        orders, crimes = json.loads(opened["identifiers"])
        return CaseFile(
            case=_case(row),
            people=parse(_People, opened["people"]),
            narrative=RawText(opened["narrative"].decode()),
            remarks=parse(_Remarks, opened["remarks"]),
            orders=tuple(orders),
            crime_references=tuple(crimes),
        )


def _case(row: CaseRow) -> Case:
    case: Case = parse(Case, row.facts)
    return replace(case, last_heard_on=row.last_heard_on, review_on=row.review_on, state=CaseState(row.state))
