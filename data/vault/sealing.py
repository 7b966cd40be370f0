"""Seal and open one value: AES-256-GCM, bound to the place it stands in.

A sealed value is version (1 byte), nonce (12), ciphertext and tag (16). Values are padded to steps of
64 bytes, or the length of a name would tell.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.vault.binding import bind
from data.vault.problems import VaultProblem

VERSION = 1
STEP = 64
_NONCE = 12
_FIRST = bytes([VERSION])


class DoesNotOpen(VaultProblem):
    """The value was changed, moved from another place, or sealed under another key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands; all of it is bound to the value."""

    area: str
    case: str
    table: str
    row: str
    field: str
    generation: int = 1

    @property
    def bound(self) -> bytes:
        return self.row_bound + _field_bound(self.field, self.generation)

    @property
    def row_bound(self) -> bytes:
        """The part that all values of a row share."""
        return bind(self.area, self.case, self.table, self.row)


def seal(key: bytes, place: Place, value: bytes) -> bytes:
    return _seal(AESGCM(key), os.urandom(_NONCE), value, place.bound)


def seal_row(key: bytes, place: Place, values: Mapping[str, bytes]) -> dict[str, bytes]:
    """Values of one row, by field, in one go; the place's own field says nothing."""
    cipher, row = AESGCM(key), place.row_bound
    nonces = os.urandom(_NONCE * len(values))
    return {
        field: _seal(cipher, nonces[at : at + _NONCE], value, row + _field_bound(field, place.generation))
        for at, (field, value) in zip(range(0, len(nonces), _NONCE), values.items(), strict=True)
    }


def open_sealed(key: bytes, place: Place, sealed: bytes) -> bytes:
    """Raises DoesNotOpen."""
    return _open(AESGCM(key), sealed, place.bound)


def open_row(key: bytes, place: Place, sealed: Mapping[str, bytes]) -> dict[str, bytes]:
    """As ``seal_row``. Raises DoesNotOpen."""
    cipher, row = AESGCM(key), place.row_bound
    return {field: _open(cipher, value, row + _field_bound(field, place.generation)) for field, value in sealed.items()}


def _seal(cipher: AESGCM, nonce: bytes, value: bytes, bound: bytes) -> bytes:
    return _FIRST + nonce + cipher.encrypt(nonce, _pad(value), bound)


def _open(cipher: AESGCM, sealed: bytes, bound: bytes) -> bytes:
    if len(sealed) < 1 + _NONCE + 16 or sealed[0] != VERSION:
        raise DoesNotOpen("A sealed value is too short or of an unknown version.")
    try:
        padded = cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], bound)
    except InvalidTag:
        raise DoesNotOpen("A sealed value was changed, or stands in another place than it was sealed for.") from None
    return _unpad(padded)


@lru_cache(maxsize=256)
def _field_bound(field: str, generation: int) -> bytes:
    """Field names and small numbers alone: nothing of a case is kept here."""
    return bind(field, generation, VERSION)


def _pad(value: bytes) -> bytes:
    length = len(value).to_bytes(4, "big")
    return length + value + bytes(-(len(value) + 4) % STEP)


def _unpad(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:4], "big")
    return padded[4 : 4 + length]
