"""The forms about people: what each asks."""

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from data.records.draft import DraftOf
from meeting.tui.fields import Field, is_day, needed, read_day
from meeting.tui.forms import Fill
from meeting.usecases.people import KEEPERS, OPENERS, ROLES, Person

if TYPE_CHECKING:
    from meeting.usecases.office import Office

KEY_FILE = "~/participant.key"


def invite_form(office: "Office") -> Fill:
    agencies = [("", _("none")), *((agency.code, agency.name) for agency in office.agencies())]
    fields = [
        Field("id", _("Id, no name: it stands in the log"), hint="chair-2", check=needed(_("Give an id."))),
        Field("role", _("Role"), choices=[(role, words()) for role, words in ROLES.items()]),
        Field("name", _("Name; keepers alone see it")),
        Field("agency", _("Agency of a participant"), choices=agencies),
        Field("until", _("Last day of access (may stay empty)"), check=day_or_nothing),
        Field("key_file", _("For a participant: where their key file is written"), KEY_FILE),
    ]
    return Fill(_("Invite somebody"), fields, _("Invite"), kept=DraftOf("invite"))


def renew_form(person: Person) -> Fill:
    field = Field("key_file", _("For a participant: where the new key file is written"), KEY_FILE)
    return Fill(_("New keys for {id}").format(id=person.id), [field], kept=None)


def change_form(person: Person) -> Fill:
    days = [
        Field("until", _("Last day of access"), _written(person.until), check=day_or_nothing),
        Field("declared", _("Confidentiality declared, until"), _written(person.declared_until), check=day_or_nothing),
        Field("trained", _("Trained, until"), _written(person.trained_until), check=day_or_nothing),
    ]
    return Fill(person.id, [Field("name", _("Name"), person.name), *days], kept=DraftOf(f"person {person.id}"))


def hand_over_form(person: Person) -> Fill:
    fields = [
        Field("id", _("The successor's id, no name"), hint="coordinator-2", check=needed(_("Give an id."))),
        Field("name", _("The successor's name; keepers alone see it")),
    ]
    title = _("{id} leaves: a successor in the same role gets keys, and {id} opens nothing any more")
    return Fill(title.format(id=person.id), fields, _("Hand over"), kept=handing_over(person), slow=True)


def handing_over(person: Person) -> DraftOf:
    return DraftOf(f"hand over {person.id}")


def role_form(person: Person) -> Fill:
    roles = [(role, ROLES[role]()) for role in OPENERS]
    field = Field("role", _("Role"), person.role, choices=roles)
    return Fill(_("Another role for {id}").format(id=person.id), [field], kept=None)


def grant_form(person: Person) -> Fill:
    fields = [
        Field("reference", _("Reference code of the case"), check=needed(_("Give the case's code."))),
        Field("until", _("Until (or the earlier end of its consent)"), check=is_day),
    ]
    return Fill(_("Grant one case's identity to {id}").format(id=person.id), fields, kept=DraftOf(f"grant {person.id}"))


def passphrase_form() -> Fill:
    fields = [
        Field("old", _("Your present passphrase"), secret=True),
        Field("new", _("A new one, at least 15 characters; empty: one of words is made"), secret=True),
        Field("again", _("The new one again"), secret=True),
    ]
    return Fill(_("My passphrase"), fields, kept=None)


def is_handed_over(person: Person) -> bool:
    """Whether a successor may take this one's place."""
    return person.active and not person.me and person.role in KEEPERS


def day_or_nothing(typed: str) -> str:
    return is_day(typed) if typed.strip() else ""


def day_of(typed: str) -> date | None:
    return read_day(typed) if typed.strip() else None


def _written(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
