"""A user's keys: all follow from 32 secret bytes, so that these are all that is locked, split or handed over."""

import hashlib
import os
from dataclasses import dataclass, field
from functools import cached_property

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_SIGNING, _X25519, _MLKEM = 32, 32, 64


@dataclass(frozen=True)
class PublicKeys:
    """What others may know: ``kem`` to seal to (ML-KEM-768 and X25519), ``sign`` to check signatures."""

    kem: bytes = field(repr=False)
    sign: bytes = field(repr=False)

    @cached_property
    def id(self) -> str:
        """Sixteen letters that stand for these keys in wraps and in the log."""
        return hashlib.sha256(b"meeting key id" + self.kem + self.sign).hexdigest()[:16]


@dataclass(frozen=True)
class Keys:
    """The private halves; ``key_id`` and ``sign`` are what the log needs of them."""

    seed: bytes = field(repr=False)

    @staticmethod
    def new() -> "Keys":
        return Keys(os.urandom(32))

    @cached_property
    def _derived(self) -> bytes:
        length = _SIGNING + _X25519 + _MLKEM
        return HKDF(algorithm=hashes.SHA512(), length=length, salt=None, info=b"meeting user keys 1").derive(self.seed)

    @cached_property
    def _signing(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._derived[:_SIGNING])

    @cached_property
    def kem(self) -> MLKEM768X25519PrivateKey:
        x25519 = X25519PrivateKey.from_private_bytes(self._derived[_SIGNING : _SIGNING + _X25519])
        return MLKEM768X25519PrivateKey(MLKEM768PrivateKey.from_seed_bytes(self._derived[-_MLKEM:]), x25519)

    @cached_property
    def public(self) -> PublicKeys:
        x25519 = X25519PrivateKey.from_private_bytes(self._derived[_SIGNING : _SIGNING + _X25519])
        mlkem = MLKEM768PrivateKey.from_seed_bytes(self._derived[-_MLKEM:])
        kem = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        return PublicKeys(kem, self._signing.public_key().public_bytes_raw())

    @cached_property
    def own(self) -> bytes:
        """For what is for the user's own eyes and about no case."""
        return HKDF(algorithm=hashes.SHA512(), length=32, salt=None, info=b"meeting own values 1").derive(self.seed)

    @property
    def key_id(self) -> str:
        return self.public.id

    def sign(self, message: bytes) -> bytes:
        return self._signing.sign(message)


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of ``public`` (Ed25519) signed exactly this."""
    from cryptography.exceptions import InvalidSignature

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
