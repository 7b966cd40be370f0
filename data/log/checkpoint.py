"""Signed checkpoints: the log's size, root and time, signed with Ed25519 and, if wanted, by others besides.

The form is that of C2SP's signed notes: the text, an empty line, and a line for each signature, so that other
programs can read them. A checkpoint says nothing of what the entries are about.
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from gettext import gettext as _
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from data.log.entry import read_time, write_time

Keys = Mapping[str, bytes]  # the raw public key of each key id
_ORIGIN = "meeting-log/"


class NotACheckpoint(ValueError):
    """The file or text is no checkpoint of a log, or was cut or changed in form."""


class Signer(Protocol):
    """Whoever vouches for a checkpoint. ``key_id`` has no space and no plus."""

    @property
    def key_id(self) -> str: ...
    def sign(self, message: bytes) -> bytes: ...


@dataclass(frozen=True, slots=True)
class KeySigner:
    """Signs with a key at hand."""

    key_id: str
    key: Ed25519PrivateKey

    @staticmethod
    def from_seed(name: str, seed: bytes) -> "KeySigner":
        """``seed`` is 32 secret bytes; the key id carries the beginning of the public key's hash."""
        key = Ed25519PrivateKey.from_private_bytes(seed)
        return KeySigner(f"{name}.{fingerprint(key.public_key().public_bytes_raw())}", key)

    @property
    def public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)


def fingerprint(public: bytes) -> str:
    return hashlib.sha256(public).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The first ``size`` entries of the log of ``area`` have this root; said at ``at``."""

    area: str
    size: int
    root: bytes
    at: datetime

    @property
    def text(self) -> str:
        root = base64.b64encode(self.root).decode()
        return f"{_ORIGIN}{self.area}\n{self.size}\n{root}\nat {write_time(self.at)}\n"

    @property
    def short(self) -> str:
        """Eighty-three bits of the root as five groups of figures, to compare by eye or over the telephone.

        Figures alone: they are read the same in every language, and no group can be anybody's name.
        """
        figures = f"{int.from_bytes(self.root[:16], 'big') % 10**25:025}"
        return " ".join(figures[at : at + 5] for at in range(0, 25, 5))


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint with its signatures by key id, the area's own first."""

    checkpoint: Checkpoint
    signatures: tuple[tuple[str, bytes, bytes], ...]  # key id, hint of the key, signature

    @property
    def key_ids(self) -> tuple[str, ...]:
        return tuple(key_id for key_id, _hint, _signature in self.signatures)

    def signed_by(self, signer: Signer, public: bytes) -> "Signed":
        """With one signature more, or the same one renewed."""
        others = tuple(line for line in self.signatures if line[0] != signer.key_id)
        mine = (signer.key_id, _hint(signer.key_id, public), signer.sign(self.checkpoint.text.encode()))
        return replace(self, signatures=(*others, mine))

    def valid_by(self, keys: Keys) -> tuple[str, ...]:
        """The key ids among ``keys`` whose signature holds."""
        message, held = self.checkpoint.text.encode(), []
        for key_id, hint, signature in self.signatures:
            public = keys.get(key_id)
            if public is None or hint != _hint(key_id, public):
                continue
            try:
                _key(public).verify(signature, message)
            except (InvalidSignature, ValueError):
                continue
            held.append(key_id)
        return tuple(held)

    def to_text(self) -> str:
        lines = [f"— {key_id} {_base64(hint + signature)}\n" for key_id, hint, signature in self.signatures]
        return self.checkpoint.text + "\n" + "".join(lines)


def sign(checkpoint: Checkpoint, signer: Signer, public: bytes) -> Signed:
    return Signed(checkpoint, ()).signed_by(signer, public)


def read_checkpoint(text: str) -> Signed:
    """Raises NotACheckpoint. One text is one checkpoint: what is read is written the same again, to the letter."""
    try:
        head, _gap, tail = text.partition("\n\n")
        origin, size, root, at = head.split("\n")
        if not origin.startswith(_ORIGIN) or not at.startswith("at "):
            raise ValueError
        told = Checkpoint(
            origin.removeprefix(_ORIGIN), int(size), base64.b64decode(root, validate=True), read_time(at[3:])
        )
        lines = [line.split(" ") for line in tail.splitlines()]
        raw = [(key_id, base64.b64decode(code, validate=True)) for dash, key_id, code in lines if dash == "—"]
        read = Signed(told, tuple((key_id, code[:4], code[4:]) for key_id, code in raw))
    except (ValueError, binascii.Error):
        raise NotACheckpoint(_("This is no checkpoint of a log, or it was cut or changed.")) from None
    if read.to_text() != text or len(told.root) != 32 or told.size < 0:
        raise NotACheckpoint(_("This is no checkpoint of a log, or it was cut or changed."))
    return read


@lru_cache(maxsize=64)
def _key(public: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(public)


@lru_cache(maxsize=64)
def _hint(key_id: str, public: bytes) -> bytes:
    return hashlib.sha256(key_id.encode() + b"\n\x01" + public).digest()[:4]


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
