"""One case in words: what the record holds, and what others will read. Plain content, never markup."""

from collections.abc import Callable, Sequence
from gettext import gettext as _

from rich.text import Text

from data.records.case_details import Person
from meeting.usecases.cases import KeeperCase


def record_text(kept: KeeperCase, name: Callable[[str], str], risk: Sequence[str]) -> Text:
    text = Text()
    text.append(_("THE RECORD\n"), style="bold")
    for person in kept.file.people:
        text.append(f"{_(person.role.value)}: ", style="bold")
        text.append(_person(person) + "\n")
    if kept.case.criteria:
        text.append(_("\nWhy it was referred\n"), style="bold")
        text.append(", ".join(_(criterion.value) for criterion in kept.case.criteria) + "\n")
    text.append(_("\nAssessments of risk\n"), style="bold")
    text.append("\n".join(risk or [_("none yet; r adds one")]) + "\n")
    if kept.ground:
        text.append(_("\nGround for sharing\n"), style="bold")
        text.append(
            f"{kept.ground.kind} · {kept.ground.decided_on:%d.%m.%Y} · {kept.ground.decided_by}\n{kept.ground.reasons.text}\n"
        )
    text.append(_("\nWhat happened\n"), style="bold")
    text.append(kept.file.narrative.text or _("nothing was written"))
    for remark in kept.file.remarks:
        text.append(f"\n\n{remark.label}\n", style="bold")
        text.append(remark.text.text)
    if kept.contacts:
        text.append(_("\n\nContacts and referrals\n"), style="bold")
    for contact in kept.contacts:
        text.append(f"{contact.on:%d.%m.%Y} · {_(contact.kind.value)} · {name(contact.agency)}\n{contact.note.text}\n")
    return text


def _person(person: Person) -> str:
    parts = [person.full_name]
    if person.also_known_as:
        parts.append("(" + ", ".join(person.also_known_as) + ")")
    if person.date_of_birth:
        parts.append(f"* {person.date_of_birth:%d.%m.%Y}")
    elif person.age is not None:
        parts.append(_("aged {age}").format(age=person.age))
    parts += [*person.phones, *person.emails]
    place = person.address
    parts.append(", ".join(p for p in (place.line, place.town, place.postcode) if p))
    parts += [person.relationship_to_victim, person.school]
    return " · ".join(part for part in parts if part)


def shown_text(kept: KeeperCase, name: Callable[[str], str]) -> Text:
    text = Text()
    text.append(_("WHAT OTHERS READ\n"), style="bold")
    text.append(kept.disguised.text.text + "\n")
    text.append(_("\nActions\n"), style="bold")
    for action in kept.actions:
        text.append(
            f"{action.number} · {name(action.agency)} · {action.due:%d.%m.%Y} · {_(action.state.value)}\n{action.what.text}\n"
        )
    if not kept.actions:
        text.append(_("none yet\n"))
    return text
