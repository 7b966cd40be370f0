"""Sharing: consents, grounds, involvement, conflicts, facts told, notices, disclosures; agreements of the area.

Codes and days stand in columns and facts; names, reasons and who signed are sealed under the case's key I. Rows are
never taken back: withdrawing and ending are days in them. Each change leaves its hash in the log.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from gettext import gettext as _
from typing import Any, TypeVar

from sqlmodel import col, func, select

from data.permission.consents import from_referral, state_of
from data.records.case_details import Case
from data.records.sharing import (
    About,
    Agreement,
    Caution,
    Conflict,
    Consent,
    Disclosure,
    FactReleased,
    Ground,
    Involvement,
    Notice,
    Sharing,
)
from data.records.text import RawText
from data.store.facts import dump, parse
from data.store.rows import AgreementRow, GroundRow, SharingRow
from data.store.work import Work

Recorded = Consent | Involvement | Conflict | FactReleased | Notice | Caution | Disclosure
R = TypeVar("R", bound=Recorded)
_KINDS: dict[str, type[Any]] = {
    "consent": Consent,
    "involvement": Involvement,
    "conflict": Conflict,
    "fact": FactReleased,
    "notice": Notice,
    "caution": Caution,
    "disclosure": Disclosure,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_PLACES = {"consent": "consents", "involvement": "involvements", "conflict": "conflicts", "fact": "released",
           "notice": "notices", "caution": "cautions", "disclosure": "disclosures"}  # fmt: skip
_SEALED = {name: tuple(f.name for f in fields(kind) if f.type is RawText) for name, kind in _KINDS.items()}


class NoSuchRecord(LookupError):
    """Nothing of this kind and number is recorded on the case's sharing."""


class SharingRecords(Work):
    """The part of the record that is about who may know."""

    def add_sharing(self, case_id: str, value: Recorded) -> int:
        """Stands beside the earlier ones; returns its number, counted from 0 for each kind."""
        name = _NAMES[type(value)]
        if isinstance(value, Consent) and value.about is About.PERSON:
            self.keep_referral(case_id)
        number = self._next(case_id, name)
        self._put_sharing(case_id, name, number, value)
        self._note_consent(case_id, value)
        return number

    def keep_referral(self, case_id: str) -> int | None:
        """The referral's word becomes a record before another overrules it: nothing said is lost.

        Returns its number, None when consents about the person are recorded already.
        """
        case: Case = parse(Case, self.case_row(case_id).facts)
        recorded = self.sharing(case_id, open_sealed=False).consents
        if any(consent.about is About.PERSON for consent in recorded):
            return None
        self._put_sharing(case_id, "consent", len(recorded), from_referral(case))
        return len(recorded)

    def change_sharing(self, case_id: str, number: int, value: Recorded) -> None:
        """Put a day of withdrawing or ending into a record. Raises NoSuchRecord."""
        name = _NAMES[type(value)]
        if self.session.get(SharingRow, (self.area, case_id, name, number)) is None:
            raise NoSuchRecord(_("There is no such record on the sharing of this case."))
        self._put_sharing(case_id, name, number, value)
        self._note_consent(case_id, value)

    def sharing(self, case_id: str, *, open_sealed: bool = True) -> Sharing:
        return self.sharings([case_id], open_sealed=open_sealed)[case_id]

    def sharings(self, case_ids: Sequence[str], *, open_sealed: bool = False) -> dict[str, Sharing]:
        """Of each case asked for. Unless ``open_sealed``, only what a decision needs is opened."""
        found: dict[str, dict[str, list[Any]]] = {case_id: defaultdict(list) for case_id in case_ids}
        for some in _chunks(case_ids):
            rows = self.session.exec(
                select(SharingRow)
                .where(SharingRow.area_id == self.area, col(SharingRow.case_id).in_(some))
                .order_by(col(SharingRow.kind), col(SharingRow.number))
            )
            for row in rows:
                # Whom a conflict is about, and that a fact's telling has reasons, decide.
                needed = open_sealed or row.kind in ("conflict", "fact")
                found[row.case_id][_PLACES[row.kind]].append(self._value(row, needed))
        grounds = self._grounds(case_ids)
        return {
            case_id: Sharing(
                **{place: tuple(values) for place, values in kinds.items()}, grounds=tuple(grounds[case_id])
            )
            for case_id, kinds in found.items()
        }

    def record_ground(self, case_id: str, ground: Ground) -> int:
        """A new ground stands beside the earlier ones; returns its number."""
        number = self.session.exec(
            select(func.count()).where(GroundRow.area_id == self.area, GroundRow.case_id == case_id)
        ).one()
        self._put_ground(case_id, number, ground, "ground recorded")
        return number

    def change_ground(self, case_id: str, number: int, ground: Ground) -> None:
        """Countersign or end it. Raises NoSuchRecord."""
        if self.session.get(GroundRow, (self.area, case_id, number)) is None:
            raise NoSuchRecord(_("There is no such ground on this case."))
        self._put_ground(case_id, number, ground, "ground changed")

    def ground(self, case_id: str) -> Ground | None:
        """The last one recorded."""
        found = self._grounds([case_id])[case_id]
        return found[-1] if found else None

    def add_agreement(self, agreement: Agreement) -> int:
        """Stands beside the agency's earlier ones; returns its number."""
        self.must_keep()
        number = self.session.exec(
            select(func.count()).where(AgreementRow.area_id == self.area, AgreementRow.agency == agreement.agency)
        ).one()
        self._put_agreement(number, agreement, "agreement recorded")
        return number

    def change_agreement(self, number: int, agreement: Agreement) -> None:
        """Raises NoSuchRecord."""
        self.must_keep()
        if self.session.get(AgreementRow, (self.area, agreement.agency, number)) is None:
            raise NoSuchRecord(_("There is no such agreement."))
        self._put_agreement(number, agreement, "agreement changed")

    def agreements(self) -> tuple[Agreement, ...]:
        """By agency, then in the order of recording."""
        rows = self.session.exec(
            select(AgreementRow)
            .where(AgreementRow.area_id == self.area)
            .order_by(col(AgreementRow.agency), col(AgreementRow.number))
        )
        return tuple(parse(Agreement, row.facts) for row in rows)

    def forget_sharing(self, case_id: str) -> None:
        """Every row of a case that goes itself."""
        for table in (SharingRow, GroundRow):
            for row in self.session.exec(
                select(table).where(col(table.area_id) == self.area, col(table.case_id) == case_id)
            ):
                self.session.delete(row)

    def _put_sharing(self, case_id: str, name: str, number: int, value: Any) -> None:
        plain = replace(value, **{field: RawText("") for field in _SEALED[name]})
        texts = {field: getattr(value, field).text for field in _SEALED[name]}
        facts = dump(type(value), plain)
        self.session.merge(
            SharingRow(
                area_id=self.area,
                case_id=case_id,
                kind=name,
                number=number,
                on=value.on if isinstance(value, Notice | Caution | Disclosure) else value.starts,
                facts=facts.decode(),
                words=self.seal_i(case_id, "sharing", f"{name} {number}", "words", json.dumps(texts).encode()),
            )
        )
        self.log_entry(f"{name} recorded", self.case_row(case_id).reference, hashlib.sha256(facts).digest())

    def _value(self, row: SharingRow, opened: bool) -> Any:
        value = parse(_KINDS[row.kind], row.facts)
        if not opened or not _SEALED[row.kind]:
            return value
        texts = json.loads(self.open_i(row.case_id, "sharing", f"{row.kind} {row.number}", "words", row.words))
        return replace(value, **{field: RawText(text) for field, text in texts.items()})

    def _note_consent(self, case_id: str, value: Recorded) -> None:
        """The one word for lists and figures, beside the case's other coded facts."""
        if not isinstance(value, Consent) or value.about is not About.PERSON:
            return
        row = self.case_row(case_id)
        latest = max(d for d in (value.starts, value.withdrawn_on) if d)
        state = state_of(parse(Case, row.facts), self.sharing(case_id, open_sealed=False), latest)
        row.facts = json.dumps({**json.loads(row.facts), "consent": state.value})
        self.session.add(row)

    def _put_ground(self, case_id: str, number: int, ground: Ground, what: str) -> None:
        sealed = self.seal_i(case_id, "grounds", str(number), "reasons", dump(Ground, ground))
        self.session.merge(
            GroundRow(
                area_id=self.area,
                case_id=case_id,
                number=number,
                decided_on=ground.decided_on,
                kind=ground.kind,
                told=ground.told,
                reasons=sealed,
                countersigned_on=ground.countersigned_on,
                ends=min((d for d in (ground.ends, ground.ended_on) if d), default=None),
            )
        )
        self.log_entry(f"{what}: {ground.kind}", self.case_row(case_id).reference)

    def _grounds(self, case_ids: Sequence[str]) -> dict[str, list[Ground]]:
        found: dict[str, list[Ground]] = {case_id: [] for case_id in case_ids}
        for some in _chunks(case_ids):
            rows = self.session.exec(
                select(GroundRow)
                .where(GroundRow.area_id == self.area, col(GroundRow.case_id).in_(some))
                .order_by(col(GroundRow.number))
            )
            for row in rows:
                opened = self.open_i(row.case_id, "grounds", str(row.number), "reasons", row.reasons)
                found[row.case_id].append(parse(Ground, opened))
        return found

    def _put_agreement(self, number: int, agreement: Agreement, what: str) -> None:
        facts = dump(Agreement, agreement)
        self.session.merge(
            AgreementRow(
                area_id=self.area,
                agency=agreement.agency,
                number=number,
                starts=agreement.starts,
                ends=agreement.ended_on or agreement.ends,
                review_on=agreement.review_on,
                facts=facts.decode(),
            )
        )
        self.log_entry(what, agreement.agency, hashlib.sha256(facts).digest())

    def _next(self, case_id: str, name: str) -> int:
        rows = select(func.count()).where(
            SharingRow.area_id == self.area, SharingRow.case_id == case_id, SharingRow.kind == name
        )
        return self.session.exec(rows).one()


def _chunks(case_ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (case_ids[start : start + 500] for start in range(0, len(case_ids), 500))
