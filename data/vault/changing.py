"""Changes to who may do what. Each gives a new keyring with its signed users file; nothing is written here.

Taking a right away is always strong: new group keys, new root key, new file key. The record is brought after them
by whoever writes the file (``Keyring.settled`` tells that this is still to do; ``pruned`` ends it).
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from gettext import gettext as _

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from data.vault.directory_json import dump
from data.vault.keyring import (
    Keyring,
    file_key_context,
    group_context,
    legacy_context,
    root_context,
    seal_body,
)
from data.vault.people import GROUPS, Directory, Epoch, Recovery, Role, State, Term, User, check_id
from data.vault.problems import NotAllowed
from data.vault.seed import Keys, PublicKeys
from data.vault.slot import INTERACTIVE_2026, Slot, lock
from data.vault.users_file import FileKey, Root, UsersFile, next_root
from data.vault.wrapping import wrap

SHORTEST_PASSPHRASE = 15


@dataclass(frozen=True, slots=True)
class Invited:
    """``slot`` is the new user's lock: a participant holds it apart from the area, for all others it is in the file."""

    ring: Keyring
    slot: Slot = field(repr=False)


def found(
    area: str,
    passphrase: str,
    *,
    user: str = "coordinator",
    name: str = "",
    role: Role = Role.COORDINATOR,
    cost: str = INTERACTIVE_2026,
    secret: bytes = b"",
    legacy: X25519PrivateKey | None = None,
) -> Keyring:
    """A new area's first keeper; ``secret`` and ``legacy`` carry over what the first key file held."""
    keys, root = Keys.new(), Ed25519PrivateKey.generate()
    first = User(id=check_id(user), name=name, role=role, keys=(keys.public,))
    privates = {(group, 1): X25519PrivateKey.generate() for group in GROUPS}
    groups: dict[str, tuple[Epoch, ...]] = {group: (_epoch(1, privates[group, 1]),) for group in GROUPS}
    public = root.public_key().public_bytes_raw()
    slot = lock(keys, public, area, first.id, passphrase, cost=cost)
    file = UsersFile(area, 0, (Root(public),), (FileKey(1, {}),), {first.id: slot}, b"")
    secrets = {1: secret or os.urandom(64)}
    ring = Keyring(file, Directory((first,), groups), first.id, keys, secrets, privates, root, legacy)
    return _signed(ring)


def invite(
    ring: Keyring,
    user: User,
    passphrase: str,
    *,
    cost: str = INTERACTIVE_2026,
) -> Invited:
    """A new user, or new keys for one whose passphrase was lost: the old keys then open nothing any more."""
    _must_hold_root(ring)
    check_passphrase(passphrase)
    known = next((u for u in ring.directory.users if u.id == user.id), None)
    if known is None:
        check_id(user.id)
    elif known.id == ring.user_id:
        raise NotAllowed(_("New keys for yourself are made by another keeper, or from the recovery sheets."))
    keys = Keys.new()
    earlier = known.keys if known else ()
    user = replace(user, keys=(*earlier, keys.public), state=State.ACTIVE)
    if known is not None and known.active:
        # Whoever found the lost passphrase must find nothing it opens.
        ring = _without(ring, known)
    users = (*(u for u in ring.directory.users if u.id != user.id), user)
    slot = lock(keys, ring.file.roots[-1].public, ring.area, user.id, passphrase, number=_next(ring, user), cost=cost)
    slots = {**ring.file.slots, user.id: slot} if user.opens_file else ring.file.slots
    ring = replace(ring, file=replace(ring.file, slots=slots), directory=replace(ring.directory, users=_ordered(users)))
    return Invited(_signed(ring), slot)


def disable(ring: Keyring, user_id: str) -> Keyring:
    """The user opens nothing any more, also with an old copy of what they held."""
    _must_hold_root(ring)
    user = ring.directory.user(user_id)
    if user_id == ring.user_id:
        raise NotAllowed(_("Nobody disables themselves: another keeper takes over and does it."))
    if not user.active:
        raise NotAllowed(_("This user is disabled already."))
    return _signed(_without(ring, user))


def set_role(ring: Keyring, user_id: str, role: Role) -> Keyring:
    """Another role. Into or out of the area's file needs new keys: invite the person anew."""
    _must_hold_root(ring)
    user = ring.directory.user(user_id)
    if not user.active or user.role.opens_file != role.opens_file:
        raise NotAllowed(_("This role needs new keys: invite the person under a new id, and disable the old one."))
    if user_id == ring.user_id and not role.keeps:
        raise NotAllowed(_("Nobody gives up keeping the area alone: another keeper takes over and does it."))
    if user.role.keeps and not role.keeps:
        ring = _rotated(_replaced(ring, replace(user, role=role)))
    else:
        ring = _replaced(ring, replace(user, role=role))
    return _signed(ring)


def describe(
    ring: Keyring,
    user_id: str,
    *,
    name: str | None = None,
    until: date | None = None,
    declared: Term | None = None,
    trained: Term | None = None,
) -> Keyring:
    """Record what is given: name, last day of access, declaration of confidentiality, training."""
    _must_hold_root(ring)
    user = ring.directory.user(user_id)
    if until is not None and user_id == ring.user_id:
        raise NotAllowed(_("The end of your own access is set by another keeper."))
    changed = replace(
        user,
        name=user.name if name is None else name,
        until=until or user.until,
        declared=declared or user.declared,
        trained=trained or user.trained,
    )
    return _signed(_replaced(ring, changed))


def new_passphrase(ring: Keyring, passphrase: str, *, cost: str = INTERACTIVE_2026) -> Keyring:
    """The acting user's own; the keys stay. Needs no root key."""
    check_passphrase(passphrase)
    trusted = ring.file.roots[-1].public
    slot = lock(ring.keys, trusted, ring.area, ring.user_id, passphrase, number=_next(ring, ring.user), cost=cost)
    slots = {**ring.file.slots, ring.user_id: slot}
    return replace(ring, file=replace(ring.file, slots=slots))


def rotate(ring: Keyring) -> Keyring:
    """All shared keys new, for the same people."""
    _must_hold_root(ring)
    return _signed(_rotated(ring))


def set_recovery(ring: Keyring, public: PublicKeys) -> Keyring:
    """Recovery sheets made anew replace those before: the earlier set opens nothing any more."""
    _must_hold_root(ring)
    before = ring.directory.recovery
    number = before.set_number + 1 if before else 1
    if before is not None:
        ring = _rotated(ring)
    recoveries = (*ring.directory.recoveries, Recovery(number, public))
    return _signed(replace(ring, directory=replace(ring.directory, recoveries=recoveries)))


def pruned(ring: Keyring) -> Keyring:
    """Without what the record does not need any more: earlier epochs, file keys, the first key file's key."""
    _must_hold_root(ring)
    groups = {group: epochs[-1:] for group, epochs in ring.directory.groups.items()}
    privates = {(group, epochs[-1].number): ring.groups[group, epochs[-1].number] for group, epochs in groups.items()}
    newest = ring.generation
    file = replace(ring.file, file_keys=tuple(k for k in ring.file.file_keys if k.number == newest))
    directory = replace(ring.directory, groups=groups, legacy={})
    secrets = {newest: ring.secrets[newest]}
    return _signed(replace(ring, file=file, directory=directory, secrets=secrets, groups=privates, legacy=None))


def check_passphrase(passphrase: str) -> None:
    """Raises NotAllowed: at least 15 characters, no rules on which (five generated words are longer)."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotAllowed(_("A passphrase has at least 15 characters; five random words are best."))


def _without(ring: Keyring, user: User) -> Keyring:
    ring = _replaced(ring, replace(user, state=State.DISABLED))
    slots = {name: slot for name, slot in ring.file.slots.items() if name != user.id}
    ring = replace(ring, file=replace(ring.file, slots=slots))
    if user.role.keeps:
        return _rotated(ring)
    return _with_new_file_key(ring) if user.role.opens_file else ring


def _rotated(ring: Keyring) -> Keyring:
    """New epochs, new root, new file key, beside the old ones until the record has followed."""
    privates, groups = dict(ring.groups), dict(ring.directory.groups)
    for group, epochs in groups.items():
        number = epochs[-1].number + 1
        privates[group, number] = X25519PrivateKey.generate()
        groups[group] = (*epochs, _epoch(number, privates[group, number]))
    root = Ed25519PrivateKey.generate()
    public = root.public_key().public_bytes_raw()
    assert ring.root is not None  # noqa: S101 - checked by every caller
    roots = (*ring.file.roots, Root(public, ring.root.sign(next_root(ring.area, public))))
    directory = replace(ring.directory, groups=groups, root_wraps={})
    file = replace(ring.file, roots=roots)
    return _with_new_file_key(replace(ring, file=file, directory=directory, groups=privates, root=root))


def _with_new_file_key(ring: Keyring) -> Keyring:
    number = ring.generation + 1
    secrets = {**ring.secrets, number: os.urandom(32) + ring.log_key}
    file = replace(ring.file, file_keys=(*ring.file.file_keys, FileKey(number, {})))
    return replace(ring, file=file, secrets=secrets)


def _signed(ring: Keyring) -> Keyring:
    """Every shared key wrapped to exactly those who are to have it; sealed, numbered and signed."""
    area, directory, file = ring.area, ring.directory, ring.file
    if not any(user.keeps for user in directory.users):
        raise NotAllowed(_("The area would be left without a keeper: invite another one first."))
    users = directory.recipients(keepers_only=False)
    keepers = directory.recipients(keepers_only=True)
    file_keys = tuple(
        FileKey(held.number, _wraps(held.wraps, users, ring.secrets[held.number], lambda name, n=held.number: (
            file_key_context(area, n, name)))) for held in file.file_keys
    )  # fmt: skip
    groups = {
        group: tuple(
            replace(epoch, wraps=_wraps(
                epoch.wraps, keepers, ring.groups[group, epoch.number].private_bytes_raw(),
                lambda name, g=group, e=epoch: group_context(area, g, e.number, e.public, name),
            )) for epoch in epochs
        ) for group, epochs in directory.groups.items()
    }  # fmt: skip
    assert ring.root is not None  # noqa: S101 - checked by every caller
    public = file.roots[-1].public
    root = _wraps(
        directory.root_wraps, keepers, ring.root.private_bytes_raw(), lambda name: root_context(area, public, name)
    )
    legacy: dict[str, bytes] = {}
    if ring.legacy is not None:
        held = ring.legacy.private_bytes_raw()
        legacy = _wraps(directory.legacy, keepers, held, lambda name: legacy_context(area, name))
    directory = replace(directory, groups=groups, root_wraps=root, legacy=legacy)
    serial = file.serial + 1
    body = seal_body(area, serial, ring.secrets[ring.generation], dump(directory))
    file = replace(file, serial=serial, file_keys=file_keys, body=body).signed_by(ring.root)
    return replace(ring, file=file, directory=directory)


def _wraps(known: dict[str, bytes], to: dict[str, PublicKeys], secret: bytes, context) -> dict[str, bytes]:  # type: ignore[no-untyped-def]
    return {name: known.get(name) or wrap(public.kem, secret, context(name)) for name, public in to.items()}


def _replaced(ring: Keyring, user: User) -> Keyring:
    users = _ordered(user if known.id == user.id else known for known in ring.directory.users)
    return replace(ring, directory=replace(ring.directory, users=users))


def _ordered(users: Iterable[User]) -> tuple[User, ...]:
    return tuple(sorted(users, key=lambda user: user.id))


def _next(ring: Keyring, user: User) -> int:
    """Above the user's last lock and above any lock of an earlier user of this id."""
    slot = ring.file.slots.get(user.id)
    return max(slot.number if slot else 0, ring.file.serial) + 1


def _epoch(number: int, private: X25519PrivateKey) -> Epoch:
    return Epoch(number, private.public_key().public_bytes_raw())


def _must_hold_root(ring: Keyring) -> None:
    if ring.root is None:
        raise NotAllowed(_("Only a chair or a coordinator changes who may open this area."))
