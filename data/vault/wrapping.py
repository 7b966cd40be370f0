"""A key sealed to a public key (HPKE), and a case's key sealed and signed by its maker.

The first byte of every wrap is its suite; a key opens wraps of its own suite alone, so none can be weakened.
What is sealed to people uses the hybrid suite: whoever records it today cannot open it with a quantum computer.
"""

import os
from dataclasses import dataclass, field
from functools import cache, cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from data.vault.binding import bind
from data.vault.problems import NoKey
from data.vault.seed import Keys, is_signed

X25519, HYBRID = 1, 2
Private = X25519PrivateKey | MLKEM768X25519PrivateKey
_DIRECT, _OUTER = 2, 3
_HEAD, _SIGNATURE, _NONCE = 1 + 4 + 4 + 8, 64, 12
_UNDER_OUTER = _HEAD + _NONCE + 32 + 16


def wrap(public: bytes, secret: bytes, context: bytes) -> bytes:
    """Seal to a public key; 32 bytes are an X25519 key, more a hybrid one."""
    suite = X25519 if len(public) == 32 else HYBRID
    return bytes([suite]) + _suite(suite).encrypt(secret, _public(public), bind("wrap", suite, context))


def unwrap(private: Private, wrapped: bytes, context: bytes) -> bytes:
    """Raises NoKey when it was sealed to another key, for another purpose, or changed."""
    suite = X25519 if isinstance(private, X25519PrivateKey) else HYBRID
    if wrapped[:1] != bytes([suite]):
        raise NoKey("A wrapped key is of another suite than the key that should open it.")
    try:
        return _suite(suite).decrypt(wrapped[1:], private, bind("wrap", suite, context))
    except (InvalidTag, ValueError):
        raise NoKey("A wrapped key does not open: it is another person's, or it was changed or moved.") from None


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a case's key is wrapped for. ``recipient`` is a group, or a user with the id of the keys.

    ``terms`` is empty for a group; for a grant it says until when and on what ground.
    """

    area: str
    case: str
    domain: str
    recipient: str
    terms: str = ""


@dataclass(frozen=True, slots=True)
class CaseKey:
    """A case's key of one domain, and which generation of it."""

    key: bytes = field(repr=False)
    generation: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """What stands readable on a wrap: epoch of the group, generation of the key, and who made it: the id of the
    maker's keys, or of the outer key it is locked under."""

    epoch: int
    generation: int
    maker: str
    under_outer: bool = False


@dataclass(frozen=True)
class OuterKey:
    """A group's key that many cases' keys are locked under: wrapped and signed once, and not for each of them."""

    id: str
    domain: str
    epoch: int
    key: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    @cached_property
    def cipher(self) -> AESGCM:
        return AESGCM(self.key)

    @cached_property
    def _head(self) -> bytes:
        """How every wrap under this key begins, up to its generation; and how it ends."""
        return bytes([_OUTER]) + self.epoch.to_bytes(4, "big")

    def head(self, generation: int) -> bytes:
        return self._head + generation.to_bytes(4, "big") + bytes.fromhex(self.id)


def outer_purpose(id: str, area: str, domain: str, group: str) -> Purpose:
    return Purpose(area, f"outer key {id}", domain, group)


def lock_case_key(key: CaseKey, outer: OuterKey, area: str, case: str) -> bytes:
    """Whoever has only public keys cannot make one: that takes the outer key, which a keeper made and signed."""
    head, nonce = outer.head(key.generation), os.urandom(_NONCE)
    return head + nonce + outer.cipher.encrypt(nonce, key.key, _inner(area, case, outer.domain, head))


def unlock_case_key(wrapped: bytes, outer: OuterKey, area: str, case: str) -> CaseKey:
    """Raises NoKey."""
    head, nonce, locked = wrapped[:_HEAD], wrapped[_HEAD : _HEAD + _NONCE], wrapped[_HEAD + _NONCE :]
    says = label(wrapped)
    if not says.under_outer or (says.maker, says.epoch) != (outer.id, outer.epoch):
        raise NoKey("The key of a case is not locked under the key it names.")
    try:
        return CaseKey(outer.cipher.decrypt(nonce, locked, _inner(area, case, outer.domain, head)), says.generation)
    except InvalidTag:
        raise NoKey("The key of a case was not made by a keeper of this area, or it was changed or moved.") from None


def wrap_case_key(key: CaseKey, to: bytes, purpose: Purpose, epoch: int, maker: Keys) -> bytes:
    head = bytes([_DIRECT]) + epoch.to_bytes(4, "big") + key.generation.to_bytes(4, "big")
    head += bytes.fromhex(maker.key_id)
    sealed = wrap(to, key.key, _context(purpose, head))
    return head + sealed + maker.sign(_signed(purpose, head, sealed))


def label(wrapped: bytes) -> Label:
    """Raises NoKey for what is no wrap."""
    under_outer = wrapped[:1] == bytes([_OUTER])
    sound = len(wrapped) == _UNDER_OUTER if under_outer else len(wrapped) > _HEAD + _SIGNATURE
    if not sound or wrapped[0] not in (_DIRECT, _OUTER):
        raise NoKey("The key of a case is damaged or of an unknown version.")
    epoch, generation = int.from_bytes(wrapped[1:5], "big"), int.from_bytes(wrapped[5:9], "big")
    return Label(epoch, generation, wrapped[9:_HEAD].hex(), under_outer)


def unwrap_case_key(wrapped: bytes, private: Private, purpose: Purpose, maker: bytes) -> CaseKey:
    """``maker`` is the Ed25519 key the directory gives for the label's maker. Raises NoKey."""
    head, sealed, signature = wrapped[:_HEAD], wrapped[_HEAD:-_SIGNATURE], wrapped[-_SIGNATURE:]
    if not is_signed(maker, signature, _signed(purpose, head, sealed)):
        raise NoKey("The key of a case was not made by a keeper of this area, or it was changed or moved.")
    return CaseKey(unwrap(private, sealed, _context(purpose, head)), label(wrapped).generation)


def _inner(area: str, case: str, domain: str, head: bytes) -> bytes:
    return bind("case key under an outer key", area, case, domain, head)


def _context(purpose: Purpose, head: bytes) -> bytes:
    return bind("case key", purpose.area, purpose.case, purpose.domain, purpose.recipient, purpose.terms, head)


def _signed(purpose: Purpose, head: bytes, sealed: bytes) -> bytes:
    return bind("signed wrap", _context(purpose, head), sealed)


def _public(raw: bytes) -> X25519PublicKey | MLKEM768X25519PublicKey:
    if len(raw) == 32:
        return X25519PublicKey.from_public_bytes(raw)
    mlkem = MLKEM768PublicKey.from_public_bytes(raw[:-32])
    return MLKEM768X25519PublicKey(mlkem, X25519PublicKey.from_public_bytes(raw[-32:]))


@cache
def _suite(number: int) -> Suite:
    return Suite(KEM.X25519 if number == X25519 else KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
