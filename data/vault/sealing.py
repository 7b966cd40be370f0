"""Seal and open one value: AES-256-GCM, bound to the place it stands in.

A sealed value is version (1 byte), nonce (12), ciphertext and tag (16). Values are padded to steps of
64 bytes, or the length of a name would tell.
"""

import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.vault.binding import bind
from data.vault.problems import VaultProblem

VERSION = 1
STEP = 64
_NONCE = 12


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
        return bind(self.area, self.case, self.table, self.row, self.field, self.generation, VERSION)


def seal(key: bytes, place: Place, value: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return bytes([VERSION]) + nonce + AESGCM(key).encrypt(nonce, _pad(value), place.bound)


def open_sealed(key: bytes, place: Place, sealed: bytes) -> bytes:
    """Raises DoesNotOpen."""
    if len(sealed) < 1 + _NONCE + 16 or sealed[0] != VERSION:
        raise DoesNotOpen("A sealed value is too short or of an unknown version.")
    try:
        padded = AESGCM(key).decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], place.bound)
    except InvalidTag:
        raise DoesNotOpen("A sealed value was changed, or stands in another place than it was sealed for.") from None
    return _unpad(padded)


def _pad(value: bytes) -> bytes:
    length = len(value).to_bytes(4, "big")
    return length + value + bytes(-(len(value) + 4) % STEP)


def _unpad(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:4], "big")
    return padded[4 : 4 + length]
