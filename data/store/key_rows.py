"""Grants of one case to one person, and new keys for cases: values follow their key in the same transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from typing import Any, cast

from sqlalchemy import ColumnElement, bindparam, update
from sqlmodel import col, select

from data.store.ports import CaseKey
from data.store.rows import CaseRow, GrantRow, OuterKeyRow
from data.store.sealed import SEALED, Sealed, forgotten
from data.store.work import NoSuchCase, Work

_AT_ONCE = 1000
_FEW = 20  # cases asked for one by one; more of them as a range, which the reader narrows
_COLUMN = {"I": "key_i", "C": "key_c"}


_Keys = Mapping[str, Mapping[str, CaseKey]]  # by domain and case


class KeysCannotFollow(Exception):
    """A table of sealed values is not on the list that new keys follow; nothing was changed."""


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A grant as it is listed; names nobody."""

    reference: str
    case_id: str
    domain: str
    user_id: str
    until: date
    because: str


class KeyRecords(Work):
    """The part of the record that is about keys."""

    def grant(self, case_id: str, domain: str, user_id: str, until: date, because: str) -> None:
        """One person may open one case's identity (I) or disguised content (C), up to and with a day."""
        reference = self._reference(case_id)
        self._put_grant(case_id, domain, user_id, until, because, self._key(case_id, domain))
        self.log_entry(f"granted {domain} to {user_id} until {until}: {because}", reference)

    def grants(self, *, user_id: str | None = None, case_id: str | None = None) -> tuple[GrantLine, ...]:
        query = (
            select(GrantRow, CaseRow.reference)
            .join(CaseRow, (col(CaseRow.area_id) == GrantRow.area_id) & (col(CaseRow.id) == GrantRow.case_id))
            .where(GrantRow.area_id == self.area)
        )
        if user_id is not None:
            query = query.where(GrantRow.user_id == user_id)
        if case_id is not None:
            query = query.where(GrantRow.case_id == case_id)
        rows = self.session.exec(query.order_by(col(GrantRow.until), CaseRow.reference))
        return tuple(GrantLine(ref, g.case_id, g.domain, g.user_id, g.until, g.because) for g, ref in rows)

    def end_grants(self, case_id: str, *, user_id: str | None = None, domain: str | None = None) -> int:
        """Take grants of a case back: the case gets new keys, and its values with it. Returns how many ended."""
        ending = [
            row
            for row in self._grant_rows(case_id)
            if (user_id is None or row.user_id == user_id) and (domain is None or row.domain == domain)
        ]
        reference = self._reference(case_id)
        for row in ending:
            self.session.delete(row)
            self.log_entry(f"grant {row.domain} ended: {row.user_id}", reference)
        self.session.flush()
        for ended in {row.domain for row in ending}:
            self.renew_keys(ended, [case_id])
        return len(ending)

    def sweep_grants(self, today: date) -> int:
        """End what has expired or whose holder left; wrap anew for a holder with new keys."""
        stale: dict[str, set[str]] = defaultdict(set)
        ended = 0
        for row in self.session.exec(select(GrantRow).where(GrantRow.area_id == self.area)).all():
            held_by = self.vault.key_id(row.user_id)
            if today > row.until or not held_by:
                self.session.delete(row)
                self.log_entry(f"grant {row.domain} ended: {row.user_id}", self._reference(row.case_id))
                ended += 1
            if today > row.until or held_by != row.key_id:
                stale[row.domain].add(row.case_id)
        self.session.flush()
        for domain, cases in stale.items():
            self.renew_keys(domain, sorted(cases))
        return ended

    def stale_grants(self, today: date) -> bool:
        rows = self.session.exec(select(GrantRow).where(GrantRow.area_id == self.area))
        return any(today > row.until or self.vault.key_id(row.user_id) != row.key_id for row in rows)

    def follow_keys(self) -> int:
        """Bring every case under the newest epoch: new key, values sealed anew. Returns how many keys were made."""
        behind = {domain: set(self._behind(domain)) for domain in _COLUMN}
        both = behind["I"] & behind["C"]
        for domains, cases in (("IC", both), ("I", behind["I"] - both), ("C", behind["C"] - both)):
            ids = sorted(cases)
            for start in range(0, len(ids), _AT_ONCE):
                self.renew_keys(domains, ids[start : start + _AT_ONCE])
        for domain in _COLUMN:
            self._forget_outer(domain)
        made = sum(map(len, behind.values()))
        if made:
            self.log_entry("keys renewed")
        return made

    def renew_keys(self, domains: str, case_ids: Sequence[str]) -> None:
        """New keys of these domains for each case, its values sealed anew, live grants wrapped anew.

        Raises KeysCannotFollow.
        """
        if not case_ids:
            return
        if forgotten():
            raise KeysCannotFollow(
                _("New keys cannot reach {where}; nothing was changed.").format(where=", ".join(forgotten()))
            )
        self.session.flush()
        old: dict[str, dict[str, CaseKey]] = {}
        new: dict[str, dict[str, CaseKey]] = {}
        wraps: dict[str, dict[str, bytes]] = defaultdict(dict)
        for domain in domains:
            wrapped = self._wraps(domain, case_ids)
            old[domain] = {case_id: self.open_wrap(case_id, domain, wrapped[case_id]) for case_id in case_ids}
            next_ones = {case_id: before.generation + 1 for case_id, before in old[domain].items()}
            made = self.new_case_keys(next_ones, domain)
            new[domain] = {case_id: key for case_id, (key, _wrap) in made.items()}
            for case_id, (_key, wrap) in made.items():
                wraps[case_id][_COLUMN[domain]] = wrap
        for sealed in SEALED:
            self._seal_anew(sealed, case_ids, old, new)
        self._update_wraps(wraps)
        self.session.expire_all()
        for domain, keys in new.items():
            self._keys.update(((case_id, domain), key) for case_id, key in keys.items())
            self._grant_anew(domain, keys)

    def move_legacy_keys(self) -> int:
        """Wraps of the first key file become the groups'; keys and values stay. Returns how many moved."""
        moved = 0
        for domain, name in _COLUMN.items():
            query = select(CaseRow.id, getattr(CaseRow, name)).where(CaseRow.area_id == self.area)
            wraps: dict[str, dict[str, bytes]] = {}
            for case_id, wrapped in self.session.exec(query).all():
                fresh = self.vault.moved_case_key(case_id, domain, wrapped)
                if fresh is not None:
                    wraps[case_id] = {name: fresh}
            if wraps:
                self.keep_outer(domain)
            self._update_wraps(wraps)
            moved += len(wraps)
        if moved:
            self.log_entry("keys moved to groups")
        return moved

    def _seal_anew(self, sealed: Sealed, case_ids: Sequence[str], old: _Keys, new: _Keys) -> None:
        by_domain = {
            domain: names for domain in new if (names := [name for name, key in sealed.fields.items() if key == domain])
        }
        if not by_domain:
            return
        table = sealed.model.__table__  # type: ignore[attr-defined]
        keys = list(table.primary_key.columns)
        fields = [name for names in by_domain.values() for name in names]
        wanted = {column.name: column for column in (*keys, table.c[sealed.case], *(table.c[name] for name in fields))}
        query = select(*wanted.values()).where(
            table.c.area_id == self.area, self._among(table.c[sealed.case], case_ids)
        )
        ours, changed = set(case_ids), []
        for row in self.session.execute(query).mappings():
            case_id, row_id = row[sealed.case], sealed.row.format_map(row)
            if case_id not in ours:
                continue
            values = {f"b_{column.name}": row[column.name] for column in keys}
            for domain, names in by_domain.items():
                stood = {name: row[name] for name in names}
                opened = self.vault.open_row(old[domain][case_id], case_id, sealed.table, row_id, stood)
                values |= self.vault.seal_row(new[domain][case_id], case_id, sealed.table, row_id, opened)
            changed.append(values)
        if changed:
            where = [column == bindparam(f"b_{column.name}") for column in keys]
            statement = update(table).where(*where).values({name: bindparam(name) for name in fields})
            self.session.connection().execute(statement, changed)

    def _grant_anew(self, domain: str, new: dict[str, CaseKey]) -> None:
        query = select(GrantRow).where(
            GrantRow.area_id == self.area, GrantRow.domain == domain, self._among(col(GrantRow.case_id), list(new))
        )
        for row in self.session.exec(query).all():
            if row.case_id in new and self.vault.key_id(row.user_id):
                self._put_grant(row.case_id, domain, row.user_id, row.until, row.because, new[row.case_id])

    def _put_grant(self, case_id: str, domain: str, user_id: str, until: date, because: str, key: CaseKey) -> None:
        wrapped = self.vault.grant(key, case_id, domain, user_id, until, because)
        self.session.merge(
            GrantRow(
                area_id=self.area,
                case_id=case_id,
                domain=domain,
                user_id=user_id,
                key_id=self.vault.key_id(user_id),
                until=until,
                because=because,
                wrapped=wrapped,
            )
        )
        self.session.flush()

    def _grant_rows(self, case_id: str) -> Sequence[GrantRow]:
        query = select(GrantRow).where(GrantRow.area_id == self.area, GrantRow.case_id == case_id)
        return self.session.exec(query).all()

    def _behind(self, domain: str) -> list[str]:
        column = getattr(CaseRow, _COLUMN[domain])
        rows = self.session.exec(select(CaseRow.id, column).where(CaseRow.area_id == self.area)).all()
        # A case without a key was erased; there is nothing to renew.
        return sorted(case_id for case_id, wrapped in rows if wrapped and not self.vault.is_current(domain, wrapped))

    def _wraps(self, domain: str, case_ids: Sequence[str]) -> dict[str, bytes]:
        column = getattr(CaseRow, _COLUMN[domain])
        query = select(CaseRow.id, column).where(CaseRow.area_id == self.area, self._among(col(CaseRow.id), case_ids))
        found: dict[str, bytes] = dict(self.session.exec(query).all())
        if not found.keys() >= set(case_ids):
            raise NoSuchCase
        return found

    def _update_wraps(self, wraps: Mapping[str, Mapping[str, bytes]]) -> None:
        """By case and column; of every case the same columns."""
        if wraps:
            table = CaseRow.__table__  # type: ignore[attr-defined]
            names = next(iter(wraps.values()))
            where = (table.c.area_id == self.area, table.c.id == bindparam("b_id"))
            statement = update(table).where(*where).values({name: bindparam(f"b_{name}") for name in names})
            rows = [
                {"b_id": case_id, **{f"b_{name}": wrap for name, wrap in of_case.items()}}
                for case_id, of_case in wraps.items()
            ]
            self.session.connection().execute(statement, rows)

    def _forget_outer(self, domain: str) -> None:
        """Outer keys of earlier epochs: nothing is locked under them any more."""
        rows = self.session.exec(
            select(OuterKeyRow).where(OuterKeyRow.area_id == self.area, OuterKeyRow.domain == domain)
        )
        for row in rows.all():
            if not self.vault.is_current(domain, row.outer):
                self.session.delete(row)

    def _among(self, column: Any, case_ids: Sequence[str]) -> ColumnElement[bool]:
        """Rows of these cases; on the file, where they are many, also of others between them, for the reader to narrow:
        a thousand parameters cost more there. A server may order letters in another way than we do."""
        few = len(case_ids) <= _FEW or self.session.get_bind().dialect.name != "sqlite"
        return cast(ColumnElement[bool], column.in_(case_ids) if few else column.between(min(case_ids), max(case_ids)))

    def _reference(self, case_id: str) -> str:
        query = select(CaseRow.reference).where(CaseRow.area_id == self.area, CaseRow.id == case_id)
        return self.session.exec(query).first() or ""
