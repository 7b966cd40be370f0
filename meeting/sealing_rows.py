"""What the store asks of keys and sealing, answered by the acting user's keyring."""

from collections.abc import Callable, Mapping
from datetime import date

from data.store.ports import CaseKey as KeyOfCase
from data.vault import legacy
from data.vault.keyring import Grant, Keyring
from data.vault.sealing import Place, open_row, open_sealed, seal, seal_row
from data.vault.wrapping import CaseKey


class VaultOfStore:
    """The store's view of keys and sealing; ``ring`` is asked anew each time, since keys change."""

    def __init__(self, ring: Callable[[], Keyring], today: Callable[[], date]) -> None:
        self._ring, self._today = ring, today

    @property
    def user_id(self) -> str:
        return self._ring().user_id

    @property
    def keeps(self) -> bool:
        return self._ring().keeps

    def new_case_keys(self, generations: Mapping[str, int], domain: str) -> dict[str, tuple[CaseKey, bytes]]:
        return self._ring().new_case_keys(generations, domain)

    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> CaseKey:
        return self._ring().open_case_key(case, domain, wrapped)

    def outer_key(self, domain: str) -> tuple[str, bytes]:
        outer = self._ring().outer_key(domain)
        return outer.id, outer.wrapped

    def missing_outer(self, domain: str, wrapped: bytes) -> str:
        return self._ring().missing_outer(domain, wrapped)

    def learn_outer(self, domain: str, id: str, wrapped: bytes) -> None:
        self._ring().learn_outer(domain, id, wrapped)

    def moved_case_key(self, case: str, domain: str, wrapped: bytes) -> bytes | None:
        ring = self._ring()
        if len(wrapped) != legacy.WRAP_LENGTH:
            return None
        return ring.wrap_for_group(ring.open_legacy_key(case, domain, wrapped), case, domain)

    def is_current(self, domain: str, wrapped: bytes) -> bool:
        return self._ring().is_current(domain, wrapped)

    def grant(self, key: KeyOfCase, case: str, domain: str, user: str, until: date, because: str) -> bytes:
        return self._ring().grant(CaseKey(key.key, key.generation), Grant(case, domain, user, until, because)).wrapped

    def open_grant(self, case: str, domain: str, until: date, because: str, wrapped: bytes) -> CaseKey:
        ring = self._ring()
        return ring.open_grant(Grant(case, domain, ring.user_id, until, because, wrapped), self._today())

    def key_id(self, user: str) -> str:
        known = next((u for u in self._ring().directory.users if u.id == user), None)
        return known.public.id if known is not None and known.opens_file else ""

    def seal(self, key: KeyOfCase, case: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return seal(key.key, Place(self._ring().area, case, table, row, field, key.generation), value)

    def open(self, key: KeyOfCase, case: str, table: str, row: str, field: str, sealed: bytes) -> bytes:
        return open_sealed(key.key, Place(self._ring().area, case, table, row, field, key.generation), sealed)

    def seal_own(self, table: str, row: str, field: str, value: bytes) -> bytes:
        ring = self._ring()
        return seal(ring.keys.own, Place(ring.area, "", table, row, field), value)

    def open_own(self, table: str, row: str, field: str, sealed: bytes) -> bytes:
        ring = self._ring()
        return open_sealed(ring.keys.own, Place(ring.area, "", table, row, field), sealed)

    def seal_row(
        self, key: KeyOfCase, case: str, table: str, row: str, values: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        return seal_row(key.key, Place(self._ring().area, case, table, row, "", key.generation), values)

    def open_row(
        self, key: KeyOfCase, case: str, table: str, row: str, sealed: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        return open_row(key.key, Place(self._ring().area, case, table, row, "", key.generation), sealed)
