"""What the store asks of its siblings, handed to it by whoever puts the parts together."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol


class CaseKey(Protocol):
    """An opened key of a case; the store passes it on and never looks at it."""

    @property
    def key(self) -> bytes: ...

    @property
    def generation(self) -> int: ...


class Vault(Protocol):
    """Case keys and sealed values; ``domain`` is I (identity and raw text) or C (disguised content)."""

    @property
    def user_id(self) -> str: ...

    @property
    def keeps(self) -> bool:
        """Whether the user holds every case's keys; others hold those granted to them."""

    def new_case_keys(self, generations: Mapping[str, int], domain: str) -> Mapping[str, tuple[CaseKey, bytes]]:
        """For each case a fresh key of the generation asked for, and the same locked for keeping."""

    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> CaseKey: ...
    def outer_key(self, domain: str) -> tuple[str, bytes]:
        """Id and wrap of what new case keys of this sitting are locked under: to be kept beside them."""

    def missing_outer(self, domain: str, wrapped: bytes) -> str:
        """The id of the outer key a wrap needs and that was not learned yet; empty when none is."""

    def learn_outer(self, domain: str, id: str, wrapped: bytes) -> None: ...
    def moved_case_key(self, case: str, domain: str, wrapped: bytes) -> bytes | None:
        """A wrap from before there were groups, as the group's; None for any other."""

    def is_current(self, domain: str, wrapped: bytes) -> bool:
        """Whether a wrap is of the group's newest epoch."""

    def grant(self, key: CaseKey, case: str, domain: str, user: str, until: date, because: str) -> bytes: ...
    def open_grant(self, case: str, domain: str, until: date, because: str, wrapped: bytes) -> CaseKey: ...
    def key_id(self, user: str) -> str:
        """Which keys the user has now; empty for one who may open nothing."""

    def seal(self, key: CaseKey, case: str, table: str, row: str, field: str, value: bytes) -> bytes: ...
    def open(self, key: CaseKey, case: str, table: str, row: str, field: str, sealed: bytes) -> bytes: ...
    def seal_own(self, table: str, row: str, field: str, value: bytes) -> bytes:
        """A value about no case, for the user's own eyes."""

    def open_own(self, table: str, row: str, field: str, sealed: bytes) -> bytes: ...
    def seal_row(self, key: CaseKey, case: str, table: str, row: str, values: Mapping[str, bytes]) -> dict[str, bytes]:
        """Values of one row by field, sealed in one go: the same as each alone, and quicker."""

    def open_row(
        self, key: CaseKey, case: str, table: str, row: str, sealed: Mapping[str, bytes]
    ) -> dict[str, bytes]: ...


class Done(NamedTuple):
    """One thing done, for the log: codes and a hash (hex). ``agency``: whom it concerned, where it was one."""

    kind: str
    reference: str = ""
    agency: str = ""
    detail: str = ""


class Log(Protocol):
    """The log of the area: who did it and when are its own to know."""

    def extend(self, frontier: str, checkpoint: bytes, done: Sequence[Done]) -> tuple[Sequence[bytes], str, bytes]:
        """From the last frontier and checkpoint: the entries to keep, and the next frontier and checkpoint."""
        ...
