"""A case handed to another area, sealed so that only that area's keepers open it, and signed by this one's root.

An area gives its card away: its root key and the key to seal to. Whether a card or a sealed case is really that
area's is told by the fingerprint of its root, which two people read to each other on the telephone.
"""

import base64
import hashlib
import json
import os
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.vault.binding import bind, raw, text
from data.vault.keyring import Keyring
from data.vault.people import GROUP_OF
from data.vault.problems import NoKey, NotAllowed, VaultProblem
from data.vault.wrapping import unwrap, wrap

CARD, SEALED = "meeting area card", "meeting sealed case"
# Until version 1 a file did not say whether it is of a practice area; only such an area may bear the name.
_VERSION, _UNSAID, _PRACTICE_NAME = 2, 1, "practice"
LARGEST = 64 * 1024 * 1024  # bytes of a file that is read at all


class WrongTransfer(VaultProblem, ValueError):
    """The file is no card or sealed case, was changed, or is for another area."""


@dataclass(frozen=True, slots=True)
class Card:
    """What another area seals to: ``public`` of the group that reads identities, in its ``epoch``."""

    area: str
    name: str
    epoch: int
    public: bytes = field(repr=False)
    root: bytes = field(repr=False)
    practice: bool = False

    @property
    def fingerprint(self) -> str:
        """Eight groups of four letters and digits, to be read aloud."""
        return fingerprint(self.area, self.root)


@dataclass(frozen=True, slots=True)
class Opened:
    """What came, and whose root signed it."""

    sender: str
    fingerprint: str
    payload: bytes = field(repr=False)
    practice: bool = False


def fingerprint(area: str, root: bytes) -> str:
    code = base64.b32encode(hashlib.sha256(bind("fingerprint", area, root)).digest()[:20]).decode()
    return "-".join(code[at : at + 4] for at in range(0, 32, 4))


def write_card(ring: Keyring, name: str, *, practice: bool = False) -> bytes:
    """This area's card. Raises NotAllowed for who is no keeper."""
    current = ring.directory.current(GROUP_OF["I"])
    said = {"is": f"{CARD} {_VERSION}", "practice": practice, "area": ring.area, "name": name, "epoch": current.number,
            "public": text(current.public)}  # fmt: skip
    return _signed(ring, said)


def read_card(data: bytes) -> Card:
    """Raises WrongTransfer."""
    said = _read(data, CARD)
    return Card(said["area"], said["name"], said["epoch"], raw(said["public"]), raw(said["root"]), _practice(said))


def seal_case(ring: Keyring, name: str, to: Card, payload: bytes, *, practice: bool = False) -> bytes:
    """Only the keepers of ``to`` open it."""
    key, nonce = os.urandom(32), os.urandom(12)
    context = bind("transfer", ring.area, to.area, to.epoch)
    said = {"is": f"{SEALED} {_VERSION}", "practice": practice, "area": ring.area, "name": name, "to": to.area,
            "epoch": to.epoch,
            "key": text(wrap(to.public, key, context)), "nonce": text(nonce),
            "sealed": text(AESGCM(key).encrypt(nonce, payload, context))}  # fmt: skip
    return _signed(ring, said)


def open_case(ring: Keyring, data: bytes) -> Opened:
    """Raises WrongTransfer when it was changed or is for another area, NoKey for who is no keeper of this one."""
    said = _read(data, SEALED)
    if said["to"] != ring.area:
        raise WrongTransfer(_("This case was sealed to another area; ask who sent it to seal it to your area's card."))
    private = ring.groups.get((GROUP_OF["I"], said["epoch"]))
    if private is None:
        raise NoKey(_("It was sealed to keys this area has replaced. Send your area's new card and ask for it again."))
    context = bind("transfer", said["area"], ring.area, said["epoch"])
    try:
        key = unwrap(private, raw(said["key"]), context)
        payload = AESGCM(key).decrypt(raw(said["nonce"]), raw(said["sealed"]), context)
    except InvalidTag:
        raise WrongTransfer(_("This sealed case was changed on its way; ask for it again.")) from None
    return Opened(said["name"], fingerprint(said["area"], raw(said["root"])), payload, _practice(said))


def _practice(said: dict[str, Any]) -> bool:
    """Whether it is of a practice area, with made-up people alone."""
    return bool(said.get("practice", said["name"] == _PRACTICE_NAME))


def _signed(ring: Keyring, said: dict[str, Any]) -> bytes:
    if ring.root is None:
        raise NotAllowed(_("Only a chair or a coordinator may do this."))
    said["root"] = text(ring.root.public_key().public_bytes_raw())
    said["signature"] = text(ring.root.sign(_body(said)))
    return _written(said)


def _written(said: dict[str, Any]) -> bytes:
    return json.dumps(said, indent=1).encode()


def _read(data: bytes, wanted: str) -> dict[str, Any]:
    what = "an area's card" if wanted == CARD else "a sealed case"
    wrong = WrongTransfer(f"This file is not {what}, or it was changed; ask for it again.")
    if len(data) > LARGEST:
        raise wrong
    try:
        said = json.loads(data)
        kinds = {"area": str, "name": str, "epoch": int, "root": str, "signature": str}
        kinds |= {"public": str} if wanted == CARD else dict.fromkeys(("to", "key", "nonce", "sealed"), str)
        known = {f"{wanted} {version}": version for version in (_UNSAID, _VERSION)}
        if known[said["is"]] != _UNSAID:
            kinds["practice"] = bool
        # One way of writing alone: nothing can be changed that the signature does not cover.
        if set(said) != {"is", *kinds} or _written(said) != data:
            raise wrong
        if any(type(said[name]) is not kind for name, kind in kinds.items()):
            raise wrong
        root, signature = raw(said["root"]), raw(said.pop("signature"))
        Ed25519PublicKey.from_public_bytes(root).verify(signature, _body(said))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, InvalidSignature):
        raise wrong from None
    return dict(said)


def _body(said: dict[str, Any]) -> bytes:
    return bind("signed", json.dumps({k: v for k, v in said.items() if k != "signature"}, sort_keys=True))
