"""A second agency's own key, with which it countersigns checkpoints of an area's log.

The key lies in a PEM file, locked with a passphrase; other programs read it too. What the agency gives away is a
line ``NAME KEY``.
"""

import base64
import re
from dataclasses import dataclass
from gettext import gettext as _

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from data.log.checkpoint import Keys, KeySigner, NotACheckpoint, Signed, fingerprint, read_checkpoint

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KEY_LINE = "key "


class WrongWitnessKey(ValueError):
    """The file holds no key to sign with, or the passphrase does not open it."""


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A checkpoint as it goes back and forth: with the public keys of those who countersigned."""

    signed: Signed
    keys: Keys

    def to_text(self) -> str:
        lines = [f"{_KEY_LINE}{key_id} {base64.b64encode(key).decode()}\n" for key_id, key in self.keys.items()]
        return self.signed.to_text() + ("\n" + "".join(lines) if lines else "")


def read_witnessed(text: str) -> Witnessed:
    """Raises NotACheckpoint."""
    parts = text.split("\n\n")
    note = "\n\n".join(parts[:2])
    signed = read_checkpoint(note if len(parts) == 2 else note + "\n")
    keys: dict[str, bytes] = {}
    try:
        for line in (parts[2] if len(parts) == 3 else "").splitlines():
            word, key_id, key = line.split(" ")
            keys[key_id] = base64.b64decode(key, validate=True)
            if word != _KEY_LINE.strip() or len(keys[key_id]) != 32:
                raise ValueError
    except ValueError:
        raise NotACheckpoint(_("The keys in this checkpoint cannot be read: it was cut or changed.")) from None
    if len(parts) > 3 or Witnessed(signed, keys).to_text() != text:
        raise NotACheckpoint(_("This is no checkpoint of a log, or it was cut or changed."))
    return Witnessed(signed, keys)


def new_key(passphrase: str) -> bytes:
    """A new key, locked, as the bytes of its file."""
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )


def open_key(name: str, file: bytes, passphrase: str) -> KeySigner:
    """Raises WrongWitnessKey. ``name`` is the agency's, in small letters, as it shall stand beside its signature."""
    if not _NAME.fullmatch(name):
        raise WrongWitnessKey(_("The name beside a signature has small letters, digits and hyphens, as in 'police'."))
    try:
        key = serialization.load_pem_private_key(file, passphrase.encode())
    except (ValueError, TypeError):
        raise WrongWitnessKey(_("The key file cannot be read, or this passphrase does not open it.")) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise WrongWitnessKey(_("The key file holds a key of another kind; let the program make one."))
    return KeySigner(f"{name}.{fingerprint(key.public_key().public_bytes_raw())}", key)


def countersign(witnessed: Witnessed, signer: KeySigner) -> Witnessed:
    signed = witnessed.signed.signed_by(signer, signer.public)
    return Witnessed(signed, {**witnessed.keys, signer.key_id: signer.public})
