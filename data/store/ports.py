"""What the store asks of its siblings, handed to it by whoever puts the parts together."""

from typing import Protocol


class Vault(Protocol):
    """Case keys and sealed values; ``domain`` is I (identity and raw text) or C (disguised content)."""

    def new_case_key(self, case: str, domain: str) -> tuple[bytes, bytes]: ...
    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> bytes: ...
    def seal(self, key: bytes, case: str, table: str, row: str, field: str, value: bytes) -> bytes: ...
    def open(self, key: bytes, case: str, table: str, row: str, field: str, sealed: bytes) -> bytes: ...


class Log(Protocol):
    """The Merkle log: from the last frontier and a new entry to the next frontier and its checkpoint."""

    def append(self, frontier: str, entry: bytes) -> tuple[str, bytes]: ...
