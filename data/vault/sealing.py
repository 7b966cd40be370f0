"""Seal and open one value: AES-256-GCM, bound to the place it stands in.

A sealed value is version (1 byte), nonce (12), ciphertext and tag (16). Values are padded to steps of
64 bytes, or the length of a name would tell.
"""

import os
from collections.abc import Mapping
from gettext import gettext as _
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.vault.binding import bind_known, bind_text
from data.vault.problems import VaultProblem

VERSION = 1
STEP = 64
_NONCE = 12
_FIRST = bytes([VERSION])
_BODY, _SHORTEST = 1 + _NONCE, 1 + _NONCE + 16
_FILLING = tuple(bytes(number) for number in range(STEP))


class DoesNotOpen(VaultProblem):
    """The value was changed, moved from another place, or sealed under another key."""


class Place(NamedTuple):
    """Where a value stands; all of it is bound to the value."""

    area: str
    case: str
    table: str
    row: str
    field: str
    generation: int = 1

    @property
    def row_bound(self) -> bytes:
        """The part that all values of a row share; field, generation and version follow."""
        case = bind_text(self.case)
        row = case if self.row == self.case else bind_text(self.row)
        return bind_known(self.area) + case + bind_known(self.table) + row


def seal(key: bytes, place: Place, value: bytes) -> bytes:
    return seal_row(key, place, {place.field: value})[place.field]


def seal_row(key: bytes, place: Place, values: Mapping[str, bytes]) -> dict[str, bytes]:
    """Values of one row, by field, in one go; the place's own field says nothing."""
    encrypt, row, generation = AESGCM(key).encrypt, place.row_bound, place.generation
    nonces, at, sealed = os.urandom(_NONCE * len(values)), 0, {}
    for field, value in values.items():
        nonce = nonces[at : at + _NONCE]
        sealed[field] = _FIRST + nonce + encrypt(nonce, _pad(value), row + bind_known(field, generation, VERSION))
        at += _NONCE
    return sealed


def open_sealed(key: bytes, place: Place, sealed: bytes) -> bytes:
    """Raises DoesNotOpen."""
    return open_row(key, place, {place.field: sealed})[place.field]


def open_row(key: bytes, place: Place, sealed: Mapping[str, bytes]) -> dict[str, bytes]:
    """As ``seal_row``. Raises DoesNotOpen."""
    decrypt, row, generation = AESGCM(key).decrypt, place.row_bound, place.generation
    opened = {}
    for field, value in sealed.items():
        if len(value) < _SHORTEST or value[0] != VERSION:
            raise DoesNotOpen(_("A sealed value is too short or of an unknown version."))
        try:
            padded = decrypt(value[1:_BODY], value[_BODY:], row + bind_known(field, generation, VERSION))
        except InvalidTag:
            raise DoesNotOpen(
                _("A sealed value was changed, or stands in another place than it was sealed for.")
            ) from None
        opened[field] = padded[4 : 4 + int.from_bytes(padded[:4], "big")]
    return opened


def _pad(value: bytes) -> bytes:
    length = len(value)
    return length.to_bytes(4, "big") + value + _FILLING[-(length + 4) % STEP]
