"""A unit of work on one area: session, keys of the cases in it, sealing by case, the log."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from gettext import gettext as _

from sqlalchemy import event, insert
from sqlmodel import Session, col, select

from data.store.ports import CaseKey, Done, Log, Vault
from data.store.rows import CaseRow, GrantRow, LogRow, MappingRow, OuterKeyRow


class NoSuchCase(LookupError):
    """No case of this reference or id."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or _("There is no such case in the area."))


class NotForYou(LookupError):
    """The user holds no key to this case."""


class NoSuchMeeting(LookupError):
    """No meeting of this id."""


class DuplicateReference(ValueError):
    """The reference code is taken."""


class NotAUnitOfWork(RuntimeError):
    """Something that the log must know of was tried where nothing is written."""


class Counted(StrEnum):
    """What others read and keep at hand, and so must be told of a change to."""

    ANYTHING = "anything"
    NAMES = "names"  # of people on record, and the words that are harmless among them
    AGENCIES = "agencies"


_VERSIONS = "versions"  # the mapping of how often each was changed
_LOOKS = ("identity looked at", "identities compared", "name looked for", "placeholder opened", "area opened")


class Work:
    """What every part of the record builds on."""

    def __init__(self, session: Session, area: str, vault: Vault, log: Log) -> None:
        self.session, self.area, self.vault, self._log = session, area, vault, log
        self._keys: dict[tuple[str, str], CaseKey] = {}
        self._done: list[Done] = []
        self._outer_kept: set[str] = set()
        self._counted: set[Counted] = set()

    def remember_keys(self, case_id: str, key_i: CaseKey, key_c: CaseKey) -> None:
        self._keys[case_id, "I"], self._keys[case_id, "C"] = key_i, key_c

    def seal_i(self, case_id: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return self.vault.seal(self._key(case_id, "I"), case_id, table, row, field, value)

    def open_i(self, case_id: str, table: str, row: str, field: str, sealed: bytes) -> bytes:
        return self.vault.open(self._key(case_id, "I"), case_id, table, row, field, sealed)

    def seal_c(self, case_id: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return self.vault.seal(self._key(case_id, "C"), case_id, table, row, field, value)

    def open_c(self, case_id: str, table: str, row: str, field: str, sealed: bytes) -> bytes:
        return self.vault.open(self._key(case_id, "C"), case_id, table, row, field, sealed)

    def case_row(self, case_id: str) -> CaseRow:
        """Raises NoSuchCase."""
        row = self.session.get(CaseRow, (self.area, case_id))
        if row is None:
            raise NoSuchCase
        return row

    def must_keep(self) -> None:
        """What needs no key of a case, and is still for chair and coordinator alone. Raises NotForYou."""
        if not self.vault.keeps:
            raise NotForYou(_("This is for the chair and the coordinator."))

    def versions(self) -> dict[str, str]:
        """How often each was changed, by whomever; writers take turns, so that no change is missed."""
        row = self.session.get(MappingRow, (self.area, _VERSIONS))
        return dict(json.loads(row.headings)) if row else {}

    def count_change(self, what: Counted) -> None:
        """Once in a unit of work, kept with it."""
        if what not in self._counted:
            self._counted.add(what)
            now = self.versions()
            now[what] = str(int(now.get(what, "0")) + 1)
            self.session.merge(MappingRow(area_id=self.area, key=_VERSIONS, headings=json.dumps(now)))

    def log_entry(self, kind: str, reference: str = "", detail_hash: bytes = b"", agency: str = "") -> None:
        """Codes and hashes only, never a text."""
        self.log_done([Done(kind, reference, agency, detail_hash.hex())])

    def log_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        self.log_done([Done(kind, reference) for kind, reference in entries])

    def log_done(self, done: Sequence[Done]) -> None:
        """Kept with the unit of work, under one checkpoint, when it commits. Raises NotAUnitOfWork."""
        if not self.session.info.get("writes"):
            raise NotAUnitOfWork("What must leave an entry in the log is done in a unit of work.")
        if done and not self._done:
            event.listen(self.session, "before_commit", self._keep_log, once=True)
        if not all(one.kind.startswith(_LOOKS) for one in done):
            self.count_change(Counted.ANYTHING)
        self._done += done

    def _keep_log(self, session: Session) -> None:
        last = session.exec(
            select(LogRow.position, LogRow.frontier, LogRow.checkpoint)
            .where(LogRow.area_id == self.area)
            .order_by(col(LogRow.position).desc())
            .limit(1)
        ).first()
        position, frontier, checkpoint = last or (-1, "", b"")
        entries, frontier, checkpoint = self._log.extend(frontier, checkpoint, self._done)
        rows = [
            {"area_id": self.area, "position": at, "entry": entry, "frontier": "", "checkpoint": b""}
            for at, entry in enumerate(entries, position + 1)
        ]
        rows[-1] |= {"frontier": frontier, "checkpoint": checkpoint}
        session.flush()
        session.execute(insert(LogRow), rows)
        self._done = []

    def _key_of(self, row: CaseRow) -> CaseKey:
        """The key to the identity of a case whose row is at hand."""
        if self.vault.keeps and (row.id, "I") not in self._keys:
            self._keys[row.id, "I"] = self.open_wrap(row.id, "I", row.key_i)
        return self._key(row.id, "I")

    def _key(self, case_id: str, domain: str) -> CaseKey:
        if (case_id, domain) not in self._keys:
            opened = self._group_key(case_id, domain) if self.vault.keeps else self._granted_key(case_id, domain)
            self._keys[case_id, domain] = opened
        return self._keys[case_id, domain]

    def _group_key(self, case_id: str, domain: str) -> CaseKey:
        column = CaseRow.key_i if domain == "I" else CaseRow.key_c
        wrapped = self.session.exec(select(column).where(CaseRow.area_id == self.area, CaseRow.id == case_id)).first()
        if wrapped is None:
            raise NoSuchCase
        return self.open_wrap(case_id, domain, wrapped)

    def new_case_keys(self, generations: Mapping[str, int], domain: str) -> Mapping[str, tuple[CaseKey, bytes]]:
        """A fresh key for each case, and the same locked for keeping; what it is locked under is kept with it."""
        made = self.vault.new_case_keys(generations, domain)
        self.keep_outer(domain)
        return made

    def keep_outer(self, domain: str) -> None:
        if domain not in self._outer_kept:
            id, outer = self.vault.outer_key(domain)
            if self.session.get(OuterKeyRow, (self.area, domain, id)) is None:
                self.session.add(OuterKeyRow(area_id=self.area, domain=domain, id=id, outer=outer))
            self._outer_kept.add(domain)

    def open_wrap(self, case_id: str, domain: str, wrapped: bytes) -> CaseKey:
        if id := self.vault.missing_outer(domain, wrapped):
            row = self.session.get(OuterKeyRow, (self.area, domain, id))
            if row is not None:
                self.vault.learn_outer(domain, id, row.outer)
        return self.vault.open_case_key(case_id, domain, wrapped)

    def _granted_key(self, case_id: str, domain: str) -> CaseKey:
        row = self.session.get(GrantRow, (self.area, case_id, domain, self.vault.user_id))
        if row is None:
            raise NotForYou(_("This case was not granted to you; the chair or the coordinator can do that."))
        return self.vault.open_grant(case_id, domain, row.until, row.because, row.wrapped)
