"""The first key file (version 1): one keeper, one passphrase. Read once, to move its area to users and groups."""

import base64
import json
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from data.vault.problems import NoKey, WrongKeyFile, WrongPassphrase

WRAP_LENGTH = 80
_LOCKED = b"meeting key file 1"


@dataclass(frozen=True, slots=True)
class FirstKeeper:
    """``secret`` is file key and log key."""

    area: str
    secret: bytes = field(repr=False)
    private: X25519PrivateKey = field(repr=False)
    memory_kib: int = 64 * 1024


def is_first(written: bytes) -> bool:
    try:
        return bool(json.loads(written)["version"] == 1)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def unlock(written: bytes, passphrase: str) -> FirstKeeper:
    """Raises WrongPassphrase, WrongKeyFile."""
    try:
        head: dict[str, Any] = json.loads(written)
        block = base64.b64decode(head.pop("locked"))
        salt, nonce = base64.b64decode(head["salt"]), base64.b64decode(head["nonce"])
        # Bounded before deriving: a changed file must not eat the machine.
        sound = head["version"] == 1 and 8 <= head["memory_kib"] <= 1 << 17
        sound = sound and 1 <= head["rounds"] <= 4 and 1 <= head["lanes"] <= 8
        sound = sound and head["memory_kib"] >= 8 * head["lanes"] and len(nonce) == 12 and len(salt) >= 8
    except (ValueError, KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise WrongKeyFile(_("The key file of this area cannot be read; put back the one that belongs to it."))
    derived = Argon2id(
        salt=salt, length=32, iterations=head["rounds"], lanes=head["lanes"], memory_cost=head["memory_kib"]
    ).derive(passphrase.encode())
    try:
        secret = AESGCM(derived).decrypt(nonce, block, _LOCKED + json.dumps(head, sort_keys=True).encode())
    except InvalidTag:
        raise WrongPassphrase(_("This passphrase does not open the area. Check for capitals and try again.")) from None
    private = X25519PrivateKey.from_private_bytes(secret[64:])
    return FirstKeeper(head["area"], secret[:64], private, head["memory_kib"])


def open_case_key(private: X25519PrivateKey, area: str, case: str, domain: str, wrapped: bytes) -> bytes:
    """Raises NoKey."""
    info = json.dumps(["case key", area, case, domain, 1]).encode()
    try:
        return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM).decrypt(wrapped, private, info)
    except (InvalidTag, ValueError):
        raise NoKey(_("The key of a case does not open with the first key file's key.")) from None
