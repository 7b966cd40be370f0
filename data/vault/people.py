"""Who may work in an area, and what each role holds."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from gettext import gettext as _

from data.vault.problems import NotAllowed
from data.vault.seed import PublicKeys

RECOVERY = "recovery"
IDENTITY, CONTENT = "identity-readers", "content-readers"
GROUP_OF = {"I": IDENTITY, "C": CONTENT}
GROUPS = (IDENTITY, CONTENT)


class Role(StrEnum):
    """Keepers (chair, coordinator) hold all; figures only the file key; a participant no key of the area at all."""

    CHAIR = "chair"
    COORDINATOR = "coordinator"
    PARTICIPANT = "participant"
    FIGURES = "figures"

    @property
    def keeps(self) -> bool:
        return self in (Role.CHAIR, Role.COORDINATOR)

    @property
    def opens_file(self) -> bool:
        return self is not Role.PARTICIPANT


class State(StrEnum):
    ACTIVE = "active"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Term:
    """From when until when something holds: a declaration, a training."""

    on: date
    until: date

    def holds(self, today: date) -> bool:
        return self.on <= today <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """``id`` says nothing about who it is: it stands in the log. The last of ``keys`` is in use, earlier ones
    still tell who signed what. ``until`` is the last day of access; ``declared`` and ``trained`` are R33's."""

    id: str
    name: str = field(default="", repr=False)
    role: Role = Role.COORDINATOR
    agency: str = ""
    state: State = State.ACTIVE
    until: date | None = None
    keys: tuple[PublicKeys, ...] = ()
    declared: Term | None = None
    trained: Term | None = None

    @property
    def public(self) -> PublicKeys:
        return self.keys[-1]

    @property
    def active(self) -> bool:
        return self.state is State.ACTIVE

    @property
    def keeps(self) -> bool:
        return self.active and self.role.keeps

    @property
    def opens_file(self) -> bool:
        return self.active and self.role.opens_file

    def access_ended(self, today: date) -> bool:
        """Whether the last day of access has passed: nothing is opened, given to or taken from them any more."""
        return self.until is not None and self.until < today

    def may_open(self, today: date) -> bool:
        return self.opens_file and not self.access_ended(today)

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Epoch:
    """One key pair of a group; ``wraps`` hold its private half for each member, by recipient."""

    number: int
    public: bytes = field(repr=False)
    wraps: dict[str, bytes] = field(repr=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recovery:
    """The public half of the key that lies split on three sheets of paper; ``set_number`` stands on each."""

    set_number: int
    public: PublicKeys


@dataclass(frozen=True, slots=True)
class Directory:
    """Users, groups, who holds the root key. Of ``recoveries`` the last counts; the earlier tell who signed what.
    ``legacy`` is the first key file's key until all is moved."""

    users: tuple[User, ...]
    groups: dict[str, tuple[Epoch, ...]]
    root_wraps: dict[str, bytes] = field(repr=False, default_factory=dict)
    recoveries: tuple[Recovery, ...] = ()
    legacy: dict[str, bytes] = field(repr=False, default_factory=dict)

    def user(self, user_id: str) -> User:
        """Raises NotAllowed when there is none."""
        for user in self.users:
            if user.id == user_id:
                return user
        raise NotAllowed(_("There is no user of this id in the area; 'meeting user list' shows them."))

    @property
    def recovery(self) -> Recovery | None:
        return self.recoveries[-1] if self.recoveries else None

    def current(self, group: str) -> Epoch:
        return self.groups[group][-1]

    def maker(self, key_id: str) -> User | None:
        """Whose keys these are, also of users who left."""
        return next((user for user in self.users for keys in user.keys if keys.id == key_id), None)

    def signing_keys(self) -> dict[str, bytes]:
        """Every Ed25519 key by its id, also of users who left: what they signed stays checkable."""
        known = [keys for user in self.users for keys in user.keys]
        known += [recovery.public for recovery in self.recoveries]
        return {keys.id: keys.sign for keys in known}

    def recipients(self, *, keepers_only: bool) -> dict[str, PublicKeys]:
        """Who a shared key is wrapped to, by name and id of their keys."""
        users = [user for user in self.users if (user.keeps if keepers_only else user.opens_file)]
        found = {f"{user.id}:{user.public.id}": user.public for user in users}
        if self.recovery is not None:
            found[f"{RECOVERY}:{self.recovery.public.id}"] = self.recovery.public
        return found


def check_id(user_id: str) -> str:
    """Raises NotAllowed when it will not do."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,23}", user_id) or user_id == RECOVERY:
        raise NotAllowed(
            _(
                "A user's id has up to 24 small letters, digits or -, like 'chair' or 'police-2', and is no name:"
                " it stands in the log and in the key file."
            )
        )
    return user_id
