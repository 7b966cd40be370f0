"""``keys.json``: the locked keys of who opens the area, the file key wrapped to each, and the sealed directory.

The area's root key signs all but the slots; each slot is signed by its own user, who can so change a passphrase
without the root. Root keys form a chain: each is signed by the one before. Whoever has no key reads ids of users
(``chair``, ``figures``) and nothing of who they are.
"""

import json
import os
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from data.vault.binding import bind, raw, text
from data.vault.directory_json import canonical, read_wraps, write_wraps
from data.vault.problems import WrongKeyFile
from data.vault.seed import is_signed
from data.vault.slot import Slot

VERSION = 2
_LARGEST = 8 << 20
_DAMAGED = _("The users file of this area cannot be trusted: it was damaged or changed. Put back its newest copy.")


@dataclass(frozen=True, slots=True)
class Root:
    """One root key; ``by`` is the signature of the root before it, empty for the first."""

    public: bytes = field(repr=False)
    by: bytes = field(repr=False, default=b"")


@dataclass(frozen=True, slots=True)
class FileKey:
    """One generation of what opens the file, wrapped to each user who may."""

    number: int
    wraps: dict[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class UsersFile:
    """``serial`` grows with each signed change; ``body`` is the directory, sealed under the newest file key."""

    area: str
    serial: int
    roots: tuple[Root, ...]
    file_keys: tuple[FileKey, ...]
    slots: dict[str, Slot]
    body: bytes = field(repr=False)
    signature: bytes = field(repr=False, default=b"")

    def signed_by(self, root: Ed25519PrivateKey) -> "UsersFile":
        return replace(self, signature=root.sign(self._signed()))

    def check(self, trusted: bytes) -> None:
        """That the newest root key descends from the trusted one, and signed this. Raises WrongKeyFile."""
        publics = [root.public for root in self.roots]
        if trusted not in publics:
            raise WrongKeyFile(
                _("The users file belongs to another area than this user, or was made anew by a stranger.")
            )
        for before, root in zip(self.roots, self.roots[1:], strict=False):
            if not is_signed(before.public, root.by, next_root(self.area, root.public)):
                raise WrongKeyFile(_DAMAGED)
        if not is_signed(publics[-1], self.signature, self._signed()):
            raise WrongKeyFile(_DAMAGED)

    def dump(self) -> bytes:
        slots = {user: slot.as_json() for user, slot in self.slots.items()}
        return canonical({**self._shape(), "slots": slots, "signature": text(self.signature)})

    def _shape(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "area": self.area,
            "serial": self.serial,
            "roots": [[text(root.public), text(root.by)] for root in self.roots],
            "file_keys": [[key.number, write_wraps(key.wraps)] for key in self.file_keys],
            "body": text(self.body),
        }

    def _signed(self) -> bytes:
        return bind("users file", canonical(self._shape()))


def next_root(area: str, public: bytes) -> bytes:
    """What a root key signs to hand over to the next."""
    return bind("next root", area, public)


def load(written: bytes) -> UsersFile:
    """Raises WrongKeyFile for whatever is not exactly a users file."""
    try:
        if len(written) > _LARGEST:
            raise ValueError
        read = json.loads(written)
        if type(read["version"]) is not int or read["version"] != VERSION or type(read["serial"]) is not int:
            raise ValueError
        found = UsersFile(
            area=read["area"],
            serial=read["serial"],
            roots=tuple(Root(raw(public), raw(by)) for public, by in read["roots"]),
            file_keys=tuple(FileKey(number, read_wraps(wraps)) for number, wraps in read["file_keys"]),
            slots={user: Slot.of(user, slot) for user, slot in read["slots"].items()},
            body=raw(read["body"]),
            signature=raw(read["signature"]),
        )
        # One spelling alone: a changed blank or an unknown field is a changed file.
        if not found.roots or not found.file_keys or found.dump() != written:
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise WrongKeyFile(_DAMAGED) from None
    return found


def write(path: Path, written: bytes) -> None:
    """In place of the old one at once, or not at all."""
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(written)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
    if hasattr(os, "O_DIRECTORY"):  # the renaming itself, where folders can be synced
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
