"""What the store asks of its siblings, handed to it by whoever puts the parts together."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Vault(Protocol):
    """Case keys and sealed values; ``domain`` is I (identity and raw text) or C (disguised content)."""

    def new_case_key(self, case: str, domain: str) -> tuple[bytes, bytes]: ...
    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> bytes: ...
    def seal(self, key: bytes, case: str, table: str, row: str, field: str, value: bytes) -> bytes: ...
    def open(self, key: bytes, case: str, table: str, row: str, field: str, sealed: bytes) -> bytes: ...


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
