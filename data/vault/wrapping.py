"""A key sealed to a public key (HPKE), and a case's key sealed and signed by its maker.

The first byte of every wrap is its suite; a key opens wraps of its own suite alone, so none can be weakened.
What is sealed to people uses the hybrid suite: whoever records it today cannot open it with a quantum computer.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from gettext import gettext as _

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

from data.vault.binding import bind, bind_known, bind_text
from data.vault.problems import NoKey
from data.vault.seed import Keys, is_signed

X25519, HYBRID = 1, 2
Private = X25519PrivateKey | MLKEM768X25519PrivateKey
_DIRECT, _OUTER = 2, 3
_HEAD, _SIGNATURE, _NONCE = 1 + 4 + 4 + 8, 64, 12
_UNDER_OUTER = _HEAD + _NONCE + 32 + 16
_OUTER_BYTE = bytes([_OUTER])
_KEY, _EPOCH, _GENERATION = 32, slice(1, 5), slice(5, 9)


def wrap(public: bytes, secret: bytes, context: bytes) -> bytes:
    """Seal to a public key; 32 bytes are an X25519 key, more a hybrid one."""
    suite = X25519 if len(public) == 32 else HYBRID
    return bytes([suite]) + _suite(suite).encrypt(secret, _public(public), bind("wrap", suite, context))


def unwrap(private: Private, wrapped: bytes, context: bytes) -> bytes:
    """Raises NoKey when it was sealed to another key, for another purpose, or changed."""
    suite = X25519 if isinstance(private, X25519PrivateKey) else HYBRID
    if wrapped[:1] != bytes([suite]):
        raise NoKey(_("A wrapped key is of another suite than the key that should open it."))
    try:
        return _suite(suite).decrypt(wrapped[1:], private, bind("wrap", suite, context))
    except (InvalidTag, ValueError):
        raise NoKey(_("A wrapped key does not open: it is another person's, or it was changed or moved.")) from None


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
    def _head(self) -> tuple[bytes, bytes]:
        """How every wrap under this key begins: what stands before its generation, and what after."""
        return _OUTER_BYTE + self.epoch.to_bytes(4, "big"), bytes.fromhex(self.id)

    def head(self, generation: int) -> bytes:
        before, after = self._head
        return before + generation.to_bytes(4, "big") + after


def outer_purpose(id: str, area: str, domain: str, group: str) -> Purpose:
    return Purpose(area, f"outer key {id}", domain, group)


def new_case_keys(outer: OuterKey, area: str, generations: Mapping[str, int]) -> dict[str, tuple[CaseKey, bytes]]:
    """For each case a fresh key of the generation asked for, and the same locked."""
    step, made = _KEY + _NONCE, {}
    fresh = os.urandom(step * len(generations))
    for at, (case, generation) in zip(range(0, len(fresh), step), generations.items(), strict=True):
        key = fresh[at : at + _KEY]
        made[case] = CaseKey(key, generation), _lock(key, generation, fresh[at + _KEY : at + step], outer, area, case)
    return made


def lock_case_key(key: CaseKey, outer: OuterKey, area: str, case: str) -> bytes:
    """Whoever has only public keys cannot make one: that takes the outer key, which a keeper made and signed."""
    return _lock(key.key, key.generation, os.urandom(_NONCE), outer, area, case)


def outer_id(wrapped: bytes) -> str:
    """The outer key a case's key is locked under; empty for any other wrap, and for what is none."""
    return wrapped[9:_HEAD].hex() if wrapped[:1] == _OUTER_BYTE and len(wrapped) == _UNDER_OUTER else ""


def epoch_of(wrapped: bytes) -> int:
    return int.from_bytes(wrapped[_EPOCH], "big")


def unlock_case_key(wrapped: bytes, outer: OuterKey, area: str, case: str) -> CaseKey:
    """Raises NoKey."""
    head, nonce, locked = wrapped[:_HEAD], wrapped[_HEAD : _HEAD + _NONCE], wrapped[_HEAD + _NONCE :]
    if outer_id(wrapped) != outer.id or epoch_of(wrapped) != outer.epoch:
        raise NoKey(_("The key of a case is not locked under the key it names."))
    try:
        key = outer.cipher.decrypt(nonce, locked, _inner(area, case, outer.domain, head))
    except InvalidTag:
        raise NoKey(_("The key of a case was not made by a keeper of this area, or it was changed or moved.")) from None
    return CaseKey(key, int.from_bytes(wrapped[_GENERATION], "big"))


def wrap_case_key(key: CaseKey, to: bytes, purpose: Purpose, epoch: int, maker: Keys) -> bytes:
    head = bytes([_DIRECT]) + epoch.to_bytes(4, "big") + key.generation.to_bytes(4, "big")
    head += bytes.fromhex(maker.key_id)
    sealed = wrap(to, key.key, _context(purpose, head))
    return head + sealed + maker.sign(_signed(purpose, head, sealed))


def label(wrapped: bytes) -> Label:
    """Raises NoKey for what is no wrap."""
    under_outer = wrapped[:1] == _OUTER_BYTE
    sound = len(wrapped) == _UNDER_OUTER if under_outer else len(wrapped) > _HEAD + _SIGNATURE
    if not sound or wrapped[0] not in (_DIRECT, _OUTER):
        raise NoKey(_("The key of a case is damaged or of an unknown version."))
    return Label(epoch_of(wrapped), int.from_bytes(wrapped[_GENERATION], "big"), wrapped[9:_HEAD].hex(), under_outer)


def unwrap_case_key(wrapped: bytes, private: Private, purpose: Purpose, maker: bytes) -> CaseKey:
    """``maker`` is the Ed25519 key the directory gives for the label's maker. Raises NoKey."""
    head, sealed, signature = wrapped[:_HEAD], wrapped[_HEAD:-_SIGNATURE], wrapped[-_SIGNATURE:]
    if not is_signed(maker, signature, _signed(purpose, head, sealed)):
        raise NoKey(_("The key of a case was not made by a keeper of this area, or it was changed or moved."))
    return CaseKey(unwrap(private, sealed, _context(purpose, head)), label(wrapped).generation)


def _lock(key: bytes, generation: int, nonce: bytes, outer: OuterKey, area: str, case: str) -> bytes:
    head = outer.head(generation)
    return head + nonce + outer.cipher.encrypt(nonce, key, _inner(area, case, outer.domain, head))


def _inner(area: str, case: str, domain: str, head: bytes) -> bytes:
    return bind_known("case key under an outer key", area) + bind_text(case) + bind_known(domain) + bind(head)


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
