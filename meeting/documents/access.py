"""What is held about one person, on one paper, for that person (R31): their own details in clear, others disguised."""

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from data.records.agency import Agency
from data.records.case_details import Case, Person
from data.records.case_management import Contact
from data.records.conference import Action
from data.records.profile import Profile
from data.records.sharing import Sharing
from meeting.documents.paper import Block, Heading, Line, Paper, Table
from meeting.language import spoken


class AccessPaper:
    """Its file's name says the reference alone."""

    @staticmethod
    def of(
        case: Case,
        person: Person,
        words: str,
        contacts: Sequence[tuple[Contact, str]],
        corrections: Sequence[tuple[date, str, str]],
        actions: Sequence[Action],
        sharing: Sharing | None,
        agencies: Sequence[Agency],
        profile: Profile,
        on: date,
    ) -> Paper:
        """``words`` and the contacts' notes are disguised but for the person's own details. Without ``sharing``
        nothing is said of who was told."""
        names = {agency.code: agency.name for agency in agencies}
        blocks: list[Block] = [
            Line(case.reference, _("Case")),
            Line(f"{on:%d.%m.%Y}", _("As held on")),
            Line(_("Everybody else stands under a placeholder, for their own sake.")),
            Heading(_("Your details")),
            Table((_("What"), _("As it is held")), tuple(_details(person)), (1, 2)),
            Heading(_("What was written")),
            *(Line(line) for line in words.split("\n") if line.strip()),
        ]
        if contacts:
            blocks.append(Heading(_("Contacts with agencies")))
            rows = tuple((f"{c.on:%d.%m.%Y}", names.get(c.agency, c.agency), c.outcome, note) for c, note in contacts)
            blocks.append(Table((_("Day"), _("Agency"), _("Outcome"), _("Note")), rows, (1, 2, 2, 4)))
        if actions:
            blocks.append(Heading(_("Actions")))
            done = tuple(
                (f"{a.due:%d.%m.%Y}", names.get(a.agency, a.agency), a.what.text, _(a.state.value)) for a in actions
            )
            blocks.append(Table((_("By"), _("Agency"), _("What"), _("State")), done, (1, 2, 4, 2)))
        if sharing is None:
            blocks.append(Line(_("What was done for the protection of others is not part of this paper.")))
        else:
            blocks.append(Heading(_("Who was told")))
            told = [(d.on, names.get(code, code)) for d in sharing.disclosures for code, _basis in d.to]
            blocks += [Line(f"{day:%d.%m.%Y} · {name}") for day, name in dict.fromkeys(told)] or [Line(_("Nobody."))]
        if corrections:
            blocks.append(Heading(_("What was put right")))
            blocks += [Line(f"{day:%d.%m.%Y} · {_(what)} · {who}") for day, what, who in corrections]
        constant = frozenset({profile.restriction, *names.values()})
        return Paper(f"access-{case.reference}", _("What is held about you"), profile.restriction,
                     spoken(), tuple(blocks), constant)  # fmt: skip


def _details(person: Person) -> list[tuple[str, str]]:
    place = person.address
    born = f"{person.date_of_birth:%d.%m.%Y}" if person.date_of_birth else ""
    rows = [
        (_("Name"), person.full_name),
        (_("Other names"), ", ".join(person.also_known_as)),
        (_("Born"), born),
        (_("Phone"), ", ".join(person.phones)),
        (_("E-mail"), ", ".join(person.emails)),
        (_("Address"), ", ".join(part for part in (place.line, place.town, place.postcode) if part)),
        (_("Workplace"), person.workplace),
        (_("School"), person.school),
        (_("Identifiers"), ", ".join(value for _kind, value in person.identifiers)),
        (_("Relation to the victim"), person.relationship_to_victim),
    ]
    return [(what, value) for what, value in rows if value]
