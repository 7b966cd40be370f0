"""What an unlocked user holds: the file key, and, for keepers, the groups' and the root's private halves."""

import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from gettext import gettext as _

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from data.vault.binding import bind
from data.vault.directory_json import load as load_directory
from data.vault.people import GROUP_OF, RECOVERY, Directory, User
from data.vault.problems import NoKey, NotAllowed, WrongKeyFile, WrongPassphrase
from data.vault.seed import Keys, PublicKeys
from data.vault.slot import Slot
from data.vault.slot import unlock as unlock_slot
from data.vault.users_file import UsersFile
from data.vault.users_file import load as load_file
from data.vault.wrapping import (
    CaseKey,
    Label,
    OuterKey,
    Purpose,
    epoch_of,
    label,
    lock_case_key,
    new_case_keys,
    outer_id,
    outer_purpose,
    unlock_case_key,
    unwrap,
    unwrap_case_key,
    wrap_case_key,
)

_NOT_YOURS = _("You hold no key to this: it is for the chair and the coordinator, or for who was granted the case.")


@dataclass(frozen=True, slots=True)
class Grant:
    """One case's key of one domain for one person, until a day, for a reason in the profile's code."""

    case: str
    domain: str
    user: str
    until: date
    because: str
    wrapped: bytes = field(repr=False, default=b"")

    @property
    def terms(self) -> str:
        return f"{self.until.isoformat()} {self.because}"


@dataclass(frozen=True)
class Keyring:
    """``secrets``: file key and log key by generation; ``groups``: private halves by group and epoch."""

    file: UsersFile
    directory: Directory
    user_id: str
    keys: Keys
    secrets: dict[int, bytes] = field(repr=False)
    groups: dict[tuple[str, int], X25519PrivateKey] = field(repr=False, default_factory=dict)
    root: Ed25519PrivateKey | None = field(repr=False, default=None)
    legacy: X25519PrivateKey | None = field(repr=False, default=None)
    _outer: dict[tuple[str, str], OuterKey] = field(repr=False, default_factory=dict, compare=False)

    @property
    def area(self) -> str:
        return self.file.area

    @property
    def user(self) -> User:
        return self.directory.user(self.user_id)

    @property
    def name(self) -> str:
        return recipient(self.user_id, self.keys.public)

    @property
    def keeps(self) -> bool:
        return self.root is not None

    @property
    def generation(self) -> int:
        return max(self.secrets)

    @property
    def file_key(self) -> bytes:
        return self.secrets[self.generation][:32]

    @property
    def file_keys(self) -> tuple[bytes, ...]:
        """Newest first; more than one while a change of keys is under way."""
        return tuple(self.secrets[number][:32] for number in sorted(self.secrets, reverse=True))

    @property
    def log_key(self) -> bytes:
        return self.secrets[self.generation][32:]

    @property
    def signer(self) -> Keys:
        """``key_id`` and ``sign(bytes)`` of the acting user."""
        return self.keys

    @property
    def settled(self) -> bool:
        """Whether every case's keys stand under the newest epoch, as far as the users file knows."""
        epochs = all(len(epochs) == 1 for epochs in self.directory.groups.values())
        return epochs and len(self.secrets) == 1 and not self.directory.legacy

    def new_case_key(self, case: str, domain: str, generation: int = 1) -> tuple[CaseKey, bytes]:
        """A fresh key, and the same wrapped for its group. Raises NotAllowed."""
        return self.new_case_keys({case: generation}, domain)[case]

    def new_case_keys(self, generations: Mapping[str, int], domain: str) -> dict[str, tuple[CaseKey, bytes]]:
        """As ``new_case_key``, for many cases in one go; by case the generation of its key."""
        return new_case_keys(self.outer_key(domain), self.area, generations)

    def wrap_for_group(self, key: CaseKey, case: str, domain: str) -> bytes:
        return lock_case_key(key, self.outer_key(domain), self.area, case)

    def outer_key(self, domain: str) -> OuterKey:
        """The one this sitting locks cases' keys under; the record keeps it beside them."""
        self._must_keep()
        group, current = GROUP_OF[domain], self.directory.current(GROUP_OF[domain])
        known = self._outer.get((domain, ""))
        if known is None or known.epoch != current.number:
            id, key = os.urandom(8).hex(), CaseKey(os.urandom(32))
            purpose = outer_purpose(id, self.area, domain, group)
            wrapped = wrap_case_key(key, current.public, purpose, current.number, self.keys)
            known = OuterKey(id, domain, current.number, key.key, wrapped)
            self._outer[domain, ""] = self._outer[domain, id] = known
        return known

    def missing_outer(self, domain: str, wrapped: bytes) -> str:
        """The id of the outer key that must be learned before this wrap opens; empty when none must."""
        locked_under = outer_id(wrapped)
        return "" if (domain, locked_under) in self._outer else locked_under

    def learn_outer(self, domain: str, id: str, wrapped: bytes) -> None:
        """Raises NoKey when this user is in no group for it, or no keeper made it."""
        says = label(wrapped)
        if says.under_outer:
            raise NoKey(_("An outer key is damaged."))
        purpose = outer_purpose(id, self.area, domain, GROUP_OF[domain])
        key = unwrap_case_key(wrapped, self._private(domain, says), purpose, self._maker(says, domain))
        self._outer[domain, id] = OuterKey(id, domain, says.epoch, key.key, wrapped)

    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> CaseKey:
        """Raises NoKey when this user is in no group for it, or the wrap is not what it says."""
        locked_under = outer_id(wrapped)
        outer = self._outer.get((domain, locked_under)) if locked_under else None
        if outer is not None and (GROUP_OF[domain], epoch_of(wrapped)) in self.groups:
            return unlock_case_key(wrapped, outer, self.area, case)
        says = label(wrapped)
        private = self._private(domain, says)
        if says.under_outer:
            raise NoKey(_("The key that a case's key is locked under is missing."))
        purpose = Purpose(self.area, case, domain, GROUP_OF[domain])
        return unwrap_case_key(wrapped, private, purpose, self._maker(says, domain))

    def _private(self, domain: str, says: Label) -> X25519PrivateKey:
        private = self.groups.get((GROUP_OF[domain], says.epoch))
        if private is None:
            raise NoKey(_NOT_YOURS)
        return private

    def is_current(self, domain: str, wrapped: bytes) -> bool:
        return label(wrapped).epoch == self.directory.current(GROUP_OF[domain]).number

    def open_legacy_key(self, case: str, domain: str, wrapped: bytes) -> CaseKey:
        from data.vault.legacy import open_case_key

        if self.legacy is None:
            raise NoKey(_NOT_YOURS)
        return CaseKey(open_case_key(self.legacy, self.area, case, domain, wrapped), 1)

    def grant(self, key: CaseKey, grant: Grant) -> Grant:
        """The grant with its signed wrap. Raises NotAllowed unless a keeper gives it to one who opens the file."""
        self._must_keep()
        user = self.directory.user(grant.user)
        if not user.opens_file or user.role.keeps:
            raise NotAllowed(_("A case is granted to a figures-only user; keepers have it, participants get packs."))
        wrapped = wrap_case_key(key, user.public.kem, self._granted(grant, user.public), 0, self.keys)
        return Grant(grant.case, grant.domain, grant.user, grant.until, grant.because, wrapped)

    def open_grant(self, grant: Grant, today: date) -> CaseKey:
        """Raises NoKey after its last day, when it is another's, or was not made by a keeper."""
        if today > grant.until:
            raise NoKey(_("This case was granted to you until a day that has passed; ask a keeper."))
        says = label(grant.wrapped)
        return unwrap_case_key(
            grant.wrapped, self.keys.kem, self._granted(grant, self.keys.public), self._maker(says, grant.domain)
        )

    def pin(self) -> dict[str, str]:
        """What the record remembers of the users file, so that neither an older nor a stranger's passes."""
        slots = {f"slot {user}": str(slot.number) for user, slot in self.file.slots.items()}
        return {"root": self.file.roots[-1].public.hex(), "serial": str(self.file.serial), **slots}

    def is_behind(self, pin: dict[str, str]) -> bool:
        """Whether the record has seen a later change of users than this ring."""
        return int(pin.get("serial", "0")) > self.file.serial

    def check_pin(self, pin: dict[str, str]) -> None:
        """Raises WrongKeyFile when the record knows a newer users file than this."""
        roots = [root.public.hex() for root in self.file.roots]
        old = self.is_behind(pin)
        old |= any(
            int(number) > self.file.slots[user].number
            for name, number in pin.items()
            if name.startswith("slot ") and (user := name.removeprefix("slot ")) in self.file.slots
        )
        if old or pin.get("root", roots[-1]) not in roots:
            raise WrongKeyFile(_("The users file is older than the record, or another's. Put back its newest copy."))

    def _granted(self, grant: Grant, public: PublicKeys) -> Purpose:
        return Purpose(self.area, grant.case, grant.domain, recipient(grant.user, public), grant.terms)

    def _maker(self, says: Label, domain: str) -> bytes:
        """The key that must have signed: a keeper's present one; while keys change, also one of who leaves."""
        maker = self.directory.maker(says.maker)
        newest = self.directory.current(GROUP_OF[domain]).number
        sound = maker is not None and maker.keeps and maker.public.id == says.maker
        if maker is None or not (sound or 0 < says.epoch < newest):
            raise NoKey(_("The key of a case was made by nobody who keeps this area; it was put there from outside."))
        return next(keys.sign for keys in maker.keys if keys.id == says.maker)

    def _must_keep(self) -> None:
        if not self.keeps or self.user_id == RECOVERY:
            raise NotAllowed(_("Only a chair or a coordinator may do this."))


def recipient(user: str, public: PublicKeys) -> str:
    return f"{user}:{public.id}"


def who_opens(written: bytes) -> tuple[str, ...]:
    """Ids of the users of an area, readable without a key. Raises WrongKeyFile."""
    return tuple(sorted(load_file(written).slots))


def open_ring(written: bytes, passphrase: str, user: str | None, today: date) -> Keyring:
    """Raises WrongPassphrase, WrongKeyFile, NoKey."""
    file = load_file(written)
    slot = _slot(file, user)
    keys, trusted = unlock_slot(slot, file.area, passphrase)
    file.check(trusted)
    ring = assemble(file, slot.user, keys)
    for held in file.slots.values():
        if not held.is_by(ring.directory.user(held.user).public.sign, file.area):
            raise WrongKeyFile(_("The users file was changed: the lock of one of its users is not theirs."))
    if set(file.slots) != {known.id for known in ring.directory.users if known.opens_file}:
        raise WrongKeyFile(_("The users file was changed: the lock of one of its users is missing."))
    if not ring.user.may_open(today):
        raise NoKey(_("Your access to this area has ended; ask its chair or coordinator."))
    return ring


def assemble(file: UsersFile, user_id: str, keys: Keys) -> Keyring:
    """Open everything that these keys open; the file's signature was checked before. Raises NoKey, WrongKeyFile."""
    name = recipient(user_id, keys.public)
    secrets = {
        held.number: unwrap(keys.kem, held.wraps[name], file_key_context(file.area, held.number, name))
        for held in file.file_keys
        if name in held.wraps
    }
    if not secrets or max(secrets) != max(held.number for held in file.file_keys):
        raise NoKey(_("Your access to this area has ended; ask its chair or coordinator."))
    directory = open_body(file, secrets[max(secrets)])
    groups = {
        (group, epoch.number): X25519PrivateKey.from_private_bytes(
            unwrap(keys.kem, epoch.wraps[name], group_context(file.area, group, epoch.number, epoch.public, name))
        )
        for group, epochs in directory.groups.items()
        for epoch in epochs
        if name in epoch.wraps
    }
    root = legacy = None
    if name in directory.root_wraps:
        context = root_context(file.area, file.roots[-1].public, name)
        root = Ed25519PrivateKey.from_private_bytes(unwrap(keys.kem, directory.root_wraps[name], context))
    if name in directory.legacy:
        legacy_raw = unwrap(keys.kem, directory.legacy[name], legacy_context(file.area, name))
        legacy = X25519PrivateKey.from_private_bytes(legacy_raw)
    return Keyring(file, directory, user_id, keys, secrets, groups, root, legacy)


def file_key_context(area: str, number: int, name: str) -> bytes:
    return bind("file key", area, number, name)


def group_context(area: str, group: str, number: int, public: bytes, name: str) -> bytes:
    return bind("group key", area, group, number, public, name)


def root_context(area: str, public: bytes, name: str) -> bytes:
    return bind("root key", area, public, name)


def legacy_context(area: str, name: str) -> bytes:
    return bind("key of the first key file", area, name)


def seal_body(area: str, serial: int, secret: bytes, written: bytes) -> bytes:
    nonce = os.urandom(12)
    return nonce + AESGCM(_body_key(secret)).encrypt(nonce, written, bind("directory", area, serial))


def open_body(file: UsersFile, secret: bytes) -> Directory:
    try:
        opened = AESGCM(_body_key(secret)).decrypt(
            file.body[:12], file.body[12:], bind("directory", file.area, file.serial)
        )
        return load_directory(opened)
    except (InvalidTag, ValueError, KeyError, TypeError):
        raise WrongKeyFile(_("The list of users in the users file does not open; put back its newest copy.")) from None


def _body_key(secret: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"meeting directory 1").derive(secret)


def _slot(file: UsersFile, user: str | None) -> Slot:
    if user is None and len(file.slots) == 1:
        return next(iter(file.slots.values()))
    if user is None:
        raise WrongPassphrase(_("Several people open this area: say which user you are, by the user's id."))
    for name, slot in file.slots.items():
        if hmac.compare_digest(name.encode(), user.strip().encode()):
            return slot
    raise WrongPassphrase(_("Nobody of this id opens the area. Check the id; a keeper sees all of them."))
