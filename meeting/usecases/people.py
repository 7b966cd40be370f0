"""Who works in the area: invite, change, hand over, disable; declarations and training with their expiry (R28, R33).

Names are of professionals and are shown to keepers alone; the log has ids.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from gettext import gettext as _
from pathlib import Path

from data.store.ports import Done
from data.vault import changing
from data.vault.keyring import Keyring, open_ring
from data.vault.people import Role, Term, User
from data.vault.problems import WrongPassphrase
from data.vault.slot import INTERACTIVE_2026
from meeting.usecases.key_files import key_file as key_file_of
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.telling import Telling, leave_new

SOON_DAYS = 30
ROLES: dict[str, Callable[[], str]] = {
    Role.CHAIR: lambda: _("chair"),
    Role.COORDINATOR: lambda: _("coordinator"),
    Role.PARTICIPANT: lambda: _("participant of an agency"),
    Role.FIGURES: lambda: _("figures only"),
}
KEEPERS = tuple(role.value for role in Role if role.keeps)
OPENERS = tuple(role.value for role in Role if role.opens_file)


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the list of people. ``remarks``: what expired, is missing, or ends soon."""

    id: str
    name: str = field(repr=False)
    role: str
    role_words: str
    agency: str
    active: bool
    opens_area: bool
    me: bool
    until: date | None
    declared_until: date | None
    trained_until: date | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Welcome:
    """What is told once, to be handed over in person: the passphrase is kept nowhere."""

    id: str
    passphrase: str = field(repr=False)
    key_file: Path | None = None


def me(office: Office) -> str:
    return office.area.ring.user_id


def keeps(office: Office) -> bool:
    """Whether the acting user is a keeper: opens identities, changes users."""
    return office.area.ring.keeps


def people(office: Office) -> tuple[Person, ...]:
    """The active first, by id. Names are for keepers: others see ids."""
    found = [_person(office, user) for user in office.area.ring.directory.users]
    return tuple(sorted(found, key=lambda person: (not person.active, person.id)))


def invite(
    office: Office,
    user_id: str,
    role: str,
    *,
    name: str = "",
    agency: str = "",
    until: date | None = None,
    key_file: Path | None = None,
    cost: str = INTERACTIVE_2026,
) -> Welcome:
    """A new user with a generated passphrase; a participant's keys go to a file of their own. Raises NotPossible."""
    if any(user.id == user_id and user.active for user in office.area.ring.directory.users):
        raise NotPossible(_("There is a user of this id already. New keys for a lost passphrase: renew."))
    user = User(id=user_id, name=name.strip(), role=_role(role), agency=agency, until=until)
    if user.role is Role.PARTICIPANT and agency not in {known.code for known in office.agencies()}:
        raise NotPossible(_("A participant belongs to a registered agency; give its code."))
    return _with_new_keys(office, user, key_file, f"user invited: {user.role}", cost)


def renew(office: Office, user_id: str, key_file: Path | None = None, cost: str = INTERACTIVE_2026) -> Welcome:
    """New keys for somebody who lost the passphrase, or whose passphrase somebody else may know.

    All keys they shared are made anew besides, and every case's with them.
    """
    user = office.area.ring.directory.user(user_id)
    if user.access_ended(office.today):
        raise NotPossible(_("Their last day of access has passed: record a later one first, then give new keys."))
    return _with_new_keys(office, user, key_file, "user given new keys", cost)


def disable(office: Office, user_id: str) -> None:
    """From now on the user opens nothing, also with all they ever held; their grants end, their drafts go."""
    _change(office, changing.disable(office.area.ring, user_id), "user disabled", user_id)


def end_expired(office: Office) -> tuple[str, ...]:
    """Disable whose last day of access has passed; they were refused since then. For a keeper who opens the area.

    Returns their ids, for the keeper to be told.
    """
    if not keeps(office):
        return ()
    users = office.area.ring.directory.users
    ended = [user.id for user in users if user.active and user.access_ended(office.today) and user.id != me(office)]
    for user_id in ended:
        _change(office, changing.disable(office.area.ring, user_id), "user disabled: access ended", user_id)
    return tuple(ended)


def set_role(office: Office, user_id: str, role: str) -> None:
    changed = changing.set_role(office.area.ring, user_id, _role(role))
    _change(office, changed, f"role set: {_role(role)}", user_id)


def hand_over(office: Office, leaver: str, successor: str, *, name: str = "", cost: str = INTERACTIVE_2026) -> Welcome:
    """A keeper leaves: the successor gets keys in the same role, then the leaver opens nothing any more."""
    user = office.area.ring.directory.user(leaver)
    if leaver == me(office):
        raise NotPossible(
            _("You hand over in two steps: invite your successor; the successor opens the area and disables you.")
        )
    if not user.keeps:
        raise NotPossible(_("Only a chair's or coordinator's place is handed over; others are invited and disabled."))
    welcome = invite(office, successor, user.role, name=name, agency=user.agency, cost=cost)
    disable(office, leaver)
    return welcome


def describe(office: Office, user_id: str, *, name: str | None = None, until: date | None = None) -> None:
    changed = changing.describe(office.area.ring, user_id, name=name, until=until)
    _change(office, changed, "user described", user_id)


def declared(office: Office, user_id: str, until: date, on: date | None = None) -> None:
    """The user has declared confidentiality; it holds until a day."""
    term = _term(on or office.today, until)
    _change(office, changing.describe(office.area.ring, user_id, declared=term), f"declared until {until}", user_id)


def trained(office: Office, user_id: str, until: date, on: date | None = None) -> None:
    term = _term(on or office.today, until)
    _change(office, changing.describe(office.area.ring, user_id, trained=term), f"trained until {until}", user_id)


def change_passphrase(office: Office, old: str, new: str = "", cost: str = INTERACTIVE_2026) -> Welcome:
    """The acting user's own; generated when none is given. Raises WrongPassphrase: an open screen is not enough."""
    ring = office.area.ring
    try:
        open_ring(ring.file.dump(), old, ring.user_id, office.today)
    except WrongPassphrase:
        raise NotPossible(_("Your present passphrase is another; nothing was changed.")) from None
    chosen = new or _fresh_passphrase()
    _change(office, changing.new_passphrase(ring, chosen, cost=cost), "passphrase changed", ring.user_id)
    return Welcome(ring.user_id, chosen)


def rotate(office: Office) -> None:
    """All shared keys and every case's keys anew, for the same people."""
    _change(office, changing.rotate(office.area.ring), "keys rotated", me(office))


def _with_new_keys(office: Office, user: User, key_file: Path | None, entry: str, cost: str) -> Welcome:
    if user.role is Role.PARTICIPANT and key_file is None:
        raise NotPossible(_("A participant's keys lie in a file of their own: say where it is to be written."))
    passphrase = _fresh_passphrase()
    invited = changing.invite(office.area.ring, user, passphrase, cost=cost)
    if user.role is Role.PARTICIPANT and key_file is not None:
        data = key_file_of(office.area.ring.area, invited.slot)
        leave_new(key_file, data, _Invites(office, Done(entry, user.id), ring=invited.ring))
    else:
        _change(office, invited.ring, entry, user.id)
    return Welcome(user.id, passphrase, key_file if user.role is Role.PARTICIPANT else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Invites(Telling):
    """The entry of a key file is that its keys are known in the area."""

    ring: Keyring

    def leaves(self, hashes: Sequence[bytes]) -> None:  # noqa: ARG002 - the keys are what the log knows
        _change(self.office, self.ring, self.done.kind, self.done.reference)


def _fresh_passphrase() -> str:
    from meeting.documents.lock import new_passphrase  # loads what locks papers

    return new_passphrase()


def _change(office: Office, ring: Keyring, entry: str, user_id: str) -> None:
    office.area.change_users(ring, entry, user_id)
    if not ring.directory.user(user_id).active:
        with office.area.work() as record:
            record.drop_drafts_of(user_id)
    office.forget()


def _role(role: str) -> Role:
    try:
        return Role(role)
    except ValueError:
        raise NotPossible(_("A role is one of: {roles}.").format(roles=", ".join(Role))) from None


def _term(on: date, until: date) -> Term:
    if until < on:
        raise NotPossible(_("It holds until a day that is not before the day it was given."))
    return Term(on, until)


def _person(office: Office, user: User) -> Person:
    today = office.today
    remarks = []
    if user.until is not None and user.access_ended(today):
        # Until a keeper opens the area again they are refused, and the keys they held are not yet replaced.
        said = _("access ended {day}; keys go at the next opening") if user.active else _("access ended {day}")
        remarks.append(said.format(day=f"{user.until:%d.%m.%Y}"))
    elif user.active and user.until is not None and (user.until - today).days <= SOON_DAYS:
        remarks.append(_("access ends {day}").format(day=f"{user.until:%d.%m.%Y}"))
    for term, what in ((user.declared, _("declaration")), (user.trained, _("training"))):
        if user.active and term is None:
            remarks.append(_("no {what} recorded").format(what=what))
        elif user.active and term is not None and not term.holds(today):
            remarks.append(_("{what} expired").format(what=what))
    return Person(
        id=user.id,
        name=user.name if office.area.ring.keeps else "",
        role=user.role.value,
        role_words=ROLES[user.role](),
        agency=user.agency,
        active=user.active,
        opens_area=user.opens_file,
        me=user.id == office.area.ring.user_id,
        until=user.until,
        declared_until=user.declared.until if user.declared else None,
        trained_until=user.trained.until if user.trained else None,
        remarks=tuple(remarks),
    )
