"""The area's keys: a passphrase opens the keeper's key pair and the file key; these wrap each case's keys.

The key file holds Argon2id's parameters, the public key and one locked block; it tells nothing else.
"""

import base64
import json
import os
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MEMORY_KIB, ROUNDS, LANES = 64 * 1024, 3, 4
_LOCKED = b"meeting key file 1"


class WrongPassphrase(Exception):
    """The passphrase does not open this area, or its key file was changed."""


class WrongKeyFile(Exception):
    """The key file cannot be read, or asks for more memory or time than ever was set."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """An unlocked keeper: the file key and the key pair case keys are wrapped to."""

    area: str
    file_key: bytes = field(repr=False)
    log_key: bytes = field(repr=False)
    private: X25519PrivateKey = field(repr=False)

    def new_case_key(self, case: str, domain: str, generation: int = 1) -> tuple[bytes, bytes]:
        """A fresh key, and the same wrapped for keeping."""
        key = os.urandom(32)
        return key, _suite().encrypt(key, self.private.public_key(), self._info(case, domain, generation))

    def open_case_key(self, case: str, domain: str, wrapped: bytes, generation: int = 1) -> bytes:
        """Raises WrongPassphrase when the wrap is not for this keeper, case and domain."""
        try:
            return _suite().decrypt(wrapped, self.private, self._info(case, domain, generation))
        except (InvalidTag, ValueError):
            raise WrongPassphrase("The key of a case does not open with this keeper's key.") from None

    def _info(self, case: str, domain: str, generation: int) -> bytes:
        return json.dumps(["case key", self.area, case, domain, generation]).encode()


def create(area: str, passphrase: str, *, memory_kib: int = MEMORY_KIB) -> tuple[Keeper, bytes]:
    """A new area's keeper, and its key file. ``memory_kib`` is smaller in tests alone."""
    private = X25519PrivateKey.generate()
    keeper = Keeper(area, os.urandom(32), os.urandom(32), private)
    salt, nonce = os.urandom(16), os.urandom(12)
    head = {"version": 1, "area": area, "memory_kib": memory_kib, "rounds": ROUNDS, "lanes": LANES}
    head |= {"salt": _text(salt), "nonce": _text(nonce)}
    key = _derive(passphrase, salt, head)
    secret = keeper.file_key + keeper.log_key + private.private_bytes_raw()
    block = AESGCM(key).encrypt(nonce, secret, _LOCKED + _bound(head))
    return keeper, json.dumps({**head, "locked": _text(block)}, indent=1).encode()


def unlock(key_file: bytes, passphrase: str) -> Keeper:
    """Raises WrongPassphrase, WrongKeyFile."""
    try:
        head: dict[str, Any] = json.loads(key_file)
        block = base64.b64decode(head.pop("locked"))
        salt, nonce = base64.b64decode(head["salt"]), base64.b64decode(head["nonce"])
        # Bounded before deriving: a changed file must not eat the machine.
        sound = head["version"] == 1 and 8 <= head["memory_kib"] <= 1 << 20
        sound = sound and 1 <= head["rounds"] <= 16 and 1 <= head["lanes"] <= 16
    except (ValueError, KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise WrongKeyFile("The key file of this area cannot be read; put back the one that belongs to it.")
    try:
        secret = AESGCM(_derive(passphrase, salt, head)).decrypt(nonce, block, _LOCKED + _bound(head))
    except InvalidTag:
        raise WrongPassphrase("This passphrase does not open the area. Check for capitals and try again.") from None
    return Keeper(head["area"], secret[:32], secret[32:64], X25519PrivateKey.from_private_bytes(secret[64:]))


def _derive(passphrase: str, salt: bytes, head: dict[str, Any]) -> bytes:
    made = Argon2id(
        salt=salt, length=32, iterations=head["rounds"], lanes=head["lanes"], memory_cost=head["memory_kib"]
    )
    return made.derive(passphrase.encode())


def _bound(head: dict[str, Any]) -> bytes:
    return json.dumps(head, sort_keys=True).encode()


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
