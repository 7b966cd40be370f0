"""A user's 32 bytes locked with a passphrase: Argon2id, then AES-256-GCM.

A slot names its cost and nothing else: a hostile file cannot ask for more memory than a cost we know.
"""

import os
import unicodedata
from dataclasses import dataclass, field, replace
from gettext import gettext as _

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from data.vault.binding import bind, raw, text
from data.vault.problems import WrongKeyFile, WrongPassphrase
from data.vault.seed import Keys, is_signed


@dataclass(frozen=True, slots=True)
class Cost:
    """RFC 9106's second choice is 64 MiB, 3 rounds, 4 lanes."""

    memory_kib: int
    rounds: int
    lanes: int


INTERACTIVE_2026 = "INTERACTIVE_2026"
# Guards made-up people in tests and measurements alone.
TRIAL = "TRIAL"
COSTS = {INTERACTIVE_2026: Cost(64 * 1024, 3, 4), TRIAL: Cost(64, 1, 1)}


@dataclass(frozen=True, slots=True)
class Slot:
    """``number`` grows with each new passphrase; ``signature`` is the user's own, over all else."""

    user: str
    number: int
    cost: str
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    locked: bytes = field(repr=False)
    signature: bytes = field(repr=False, default=b"")

    def bound(self, area: str) -> bytes:
        return bind("slot", area, self.user, self.number, self.cost, self.salt, self.nonce)

    def signed(self, area: str) -> bytes:
        return bind("signed slot", self.bound(area), self.locked)

    def is_by(self, public: bytes, area: str) -> bool:
        return is_signed(public, self.signature, self.signed(area))

    def as_json(self) -> dict[str, object]:
        return {
            "number": self.number,
            "cost": self.cost,
            "salt": text(self.salt),
            "nonce": text(self.nonce),
            "locked": text(self.locked),
            "signature": text(self.signature),
        }

    @staticmethod
    def of(user: str, read: dict[str, object]) -> "Slot":
        """Raises ValueError, KeyError for what is no slot."""
        number, cost = read["number"], read["cost"]
        if type(number) is not int or not isinstance(cost, str) or len(read) != 6:
            raise ValueError("no slot")
        return Slot(user, number, cost, *(raw(read[name]) for name in ("salt", "nonce", "locked", "signature")))


def lock(keys: Keys, root: bytes, area: str, user: str, passphrase: str, *, number: int = 1, cost: str) -> Slot:
    """Lock a user's keys; ``root`` is the area's root key that this user trusts from now on."""
    slot = Slot(user, number, cost, os.urandom(16), os.urandom(12), b"")
    key = derive(passphrase, slot.salt, cost)
    locked = AESGCM(key).encrypt(slot.nonce, keys.seed + root, slot.bound(area))
    slot = replace(slot, locked=locked)
    return replace(slot, signature=keys.sign(slot.signed(area)))


def unlock(slot: Slot, area: str, passphrase: str) -> tuple[Keys, bytes]:
    """The keys, and the root key trusted with them. Raises WrongPassphrase, WrongKeyFile."""
    key = derive(passphrase, slot.salt, slot.cost)
    try:
        opened = AESGCM(key).decrypt(slot.nonce, slot.locked, slot.bound(area))
    except (InvalidTag, ValueError):
        raise WrongPassphrase(_("This passphrase does not open the area. Check for capitals and try again.")) from None
    return Keys(opened[:32]), opened[32:]


def derive(passphrase: str, salt: bytes, cost: str) -> bytes:
    """Raises WrongKeyFile for a cost that is not one of ours."""
    if cost not in COSTS or len(salt) != 16:
        raise WrongKeyFile(_("The users file asks for a cost this version does not know; nothing was tried."))
    known = COSTS[cost]
    made = Argon2id(salt=salt, length=32, iterations=known.rounds, lanes=known.lanes, memory_cost=known.memory_kib)
    # The same passphrase from another keyboard: ë may arrive as one letter or as two.
    return made.derive(unicodedata.normalize("NFC", passphrase).encode())
