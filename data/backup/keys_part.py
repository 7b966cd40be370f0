"""The keys' half of a backup: the wrapped keys of each case, apart from the records, with how to unlock them.

Records without this half are noise. It is small, kept briefly, and made anew without the cases that were erased
since, so that an old copy of the records does not bring them back.
"""

import base64
import binascii
import hmac
import json
import os
from dataclasses import dataclass, field, replace
from datetime import datetime
from gettext import gettext as _

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.log.entry import read_time, write_time

_VERSION = 1
_NONCE = 12


class Damaged(Exception):
    """A part of a backup cannot be read or does not belong to the other; says which."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """The key columns of one row: which row it was, and of which case."""

    table: str
    case: str
    row: dict[str, str]
    values: dict[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Held:
    """What is locked within: keys by row, and what the records must show when they are read again."""

    wraps: tuple[Wrap, ...] = field(repr=False)
    counts: dict[str, int]
    log_size: int
    log_root: bytes
    records_hash: bytes

    @property
    def cases(self) -> frozenset[str]:
        return frozenset(wrap.case for wrap in self.wraps if wrap.table == "cases")

    def without(self, gone: frozenset[str]) -> "Held":
        return replace(self, wraps=tuple(wrap for wrap in self.wraps if wrap.case not in gone))


@dataclass(frozen=True, slots=True)
class KeysPart:
    """``users`` is the area's key file as it was; ``wrapped`` is the backup's key under the file key of that time."""

    id: str
    area: str
    at: datetime
    users: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)
    locked: bytes = field(repr=False)

    @staticmethod
    def make(id: str, area: str, at: datetime, users: bytes, file_key: bytes, key: bytes, held: Held) -> "KeysPart":
        part = KeysPart(id, area, at, users, b"", b"")
        part = replace(part, wrapped=_lock(_derive(file_key, b"backup key"), key, part._bound))
        return part.holding(key, held)

    def holding(self, key: bytes, held: Held) -> "KeysPart":
        """The same with other keys within."""
        return replace(self, locked=_lock(_derive(key, b"keys part"), _dump(held), self._bound))

    def key(self, file_key: bytes) -> bytes:
        """The backup's own key. Raises Damaged."""
        return _unlock(_derive(file_key, b"backup key"), self.wrapped, self._bound)

    def held(self, key: bytes) -> Held:
        """Raises Damaged."""
        return _load(_unlock(_derive(key, b"keys part"), self.locked, self._bound))

    def to_bytes(self) -> bytes:
        texts = {"version": _VERSION, "id": self.id, "area": self.area, "at": write_time(self.at)}
        raws = {"users": self.users, "key": self.wrapped, "locked": self.locked}
        return json.dumps(texts | {name: _text(raw) for name, raw in raws.items()}, indent=1).encode()

    @staticmethod
    def from_bytes(written: bytes) -> "KeysPart":
        """Raises Damaged."""
        try:
            read = json.loads(written)
            if read["version"] != _VERSION:
                raise ValueError
            raws = [base64.b64decode(read[name], validate=True) for name in ("users", "key", "locked")]
            return KeysPart(str(read["id"]), str(read["area"]), read_time(read["at"]), *raws)
        except (ValueError, KeyError, TypeError, binascii.Error):
            raise Damaged(_("The keys' part of this backup cannot be read: it was cut or changed.")) from None

    @property
    def _bound(self) -> bytes:
        return json.dumps(["meeting backup", self.id, self.area, write_time(self.at)]).encode()


def _dump(held: Held) -> bytes:
    wraps = [[w.table, w.case, w.row, {name: _text(raw) for name, raw in w.values.items()}] for w in held.wraps]
    log = [held.log_size, _text(held.log_root)]
    return json.dumps([wraps, held.counts, log, _text(held.records_hash)]).encode()


def _load(raw: bytes) -> Held:
    wraps, counts, (size, root), records = json.loads(raw)
    read = [
        Wrap(t, case, row, {name: base64.b64decode(v) for name, v in values.items()}) for t, case, row, values in wraps
    ]
    return Held(tuple(read), counts, size, base64.b64decode(root), base64.b64decode(records))


def _lock(key: bytes, value: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, value, bound)


def _unlock(key: bytes, locked: bytes, bound: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(locked[:_NONCE], locked[_NONCE:], bound)
    except (InvalidTag, ValueError):
        raise Damaged(
            _("The keys' part of this backup does not open: it was changed, or belongs to another backup.")
        ) from None


def _derive(key: bytes, purpose: bytes) -> bytes:
    return hmac.digest(key, b"meeting backup 1: " + purpose, "sha256")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
