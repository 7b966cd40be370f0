"""Who works in the area: invite, renew lost keys, hand over, disable; declarations and training; one case for one."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from meeting.tui import people_forms as forms
from meeting.tui.dialogs import Choose
from meeting.tui.fields import read_day
from meeting.tui.people_keys import PeopleKeys
from meeting.tui.table import Table, short
from meeting.usecases import granting, people
from meeting.usecases.people import Person, Welcome

Values = dict[str, str]
_REMARKS = 4  # the column that gives way: all of them stand below


class PeopleScreen(PeopleKeys):
    HERE = ""
    SHOWS_NAMES: ClassVar[bool] = True
    HELP: ClassVar[str] = _(
        "Who works in this area. Chair and coordinator hold every key; figures only opens coded facts and no name; a\n"
        "participant has a key file of their own and never this record. An id says nothing of who it is: it is logged.\n"
        "Whoever is disabled opens nothing any more, also with copies: every shared key and every case's is made anew."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "invite", _("Invite")),
        Binding("e", "change", _("Change"), tooltip=_("Name, last day, declaration of confidentiality, training")),
        Binding("r", "renew", _("New keys"), tooltip=_("For a passphrase that was lost, or that somebody else knows")),
        Binding("d", "disable", _("Disable")),
        Binding("g", "grant", _("Grant a case"), tooltip=_("One case's identity, as long as its consent lasts")),
        Binding("u", "end_grant", _("End a grant"), show=False, tooltip=_("Take back a grant; the case gets new keys")),
        Binding("h", "hand_over", _("Hand over"), show=False, tooltip=_("A keeper leaves: a successor in their role")),
        Binding("o", "role", _("Another role"), show=False, tooltip=_("Chair, coordinator or figures only")),
        Binding("p", "passphrase", _("My passphrase")),
        Binding(
            "k",
            "rotate",
            _("All keys anew"),
            show=False,
            tooltip=_(
                "All shared keys and every case's anew, for the same people: once a year, or when a copy may be about"
            ),
        ),
        Binding("escape", "back", _("Back"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] = ()

    def body(self) -> list[Widget]:
        return [
            Table("people"),
            Static("", id="what", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("User"), _("Role"), _("Name"), _("Agency"), _("Remarks")):
            table.add_column(name)
        table.focus()

    def refresh_page(self) -> None:
        self._people = people.people(self.office)
        self.query_one(Table).fill({person.id: self._cells(person) for person in self._people}, _REMARKS)
        self._tell()

    def _cells(self, person: Person) -> tuple[str, ...]:
        """Who it is, in a line; in full below."""
        mark, agency = f"{person.id} *" if person.me else person.id, self.office.agency_name(person.agency)
        return mark, short(person.role_words, 12), short(person.name, 20), short(agency, 14), _remarks(person)

    def _tell(self) -> None:
        """All that is remarked on the one under the cursor; who was granted what."""
        person = self.chosen()
        lines = [f"{person.id}: {', '.join(self._said(person))}"] if person else []
        granted = [f"{g.user_id}: {g.reference} {_('until')} {g.until:%d.%m.%Y}" for g in granting.grants(self.office)]
        lines += [_("Granted") + ": " + "; ".join(granted)] if granted else []
        alone = [_("You alone so far: press n to invite somebody.")] if len(self._people) == 1 else []
        self.query_one("#what", Static).update("\n".join([*lines, _("* is you."), *alone]))

    def _said(self, person: Person) -> list[str]:
        said = (person.role_words, person.name, self.office.agency_name(person.agency), _remarks(person))
        return [part for part in said if part]

    def chosen(self) -> Person | None:
        at = self.query_one(DataTable).cursor_row
        return self._people[at] if 0 <= at < len(self._people) else None

    def on_data_table_row_highlighted(self) -> None:
        self._tell()

    def on_data_table_row_selected(self) -> None:
        self.action_change()

    def action_change(self) -> None:
        person = self.chosen()
        if person is not None:
            self.record(forms.change_form(person), lambda values: self._change(person, values))

    def _change(self, person: Person, values: Values) -> None:
        until, declared, trained = (forms.day_of(values[name]) for name in ("until", "declared", "trained"))
        if values["name"] != person.name or until not in (None, person.until):
            people.describe(self.office, person.id, name=values["name"], until=until)
        if declared not in (None, person.declared_until):
            people.declared(self.office, person.id, declared)
        if trained not in (None, person.trained_until):
            people.trained(self.office, person.id, trained)

    def action_grant(self) -> None:
        person = self.chosen()
        if person is None:
            return

        def grant(values: Values) -> None:
            reference, until = values["reference"].strip().upper(), read_day(values["until"])
            last = granting.grant_case(self.office, reference, person.id, until)
            self.say(_("Granted until {day}.").format(day=f"{last:%d.%m.%Y}"))

        self.record(forms.grant_form(person), grant)

    def action_end_grant(self) -> None:
        given = {f"{line.user_id} {line.reference}": line for line in granting.grants(self.office)}
        if not given:
            self.say(_("Nothing is granted."))
            return

        def end(key: str | None) -> None:
            if key:
                line = given[key]
                self.in_background(lambda: granting.end_grant(self.office, line.reference, line.user_id),
                                   lambda _ended: self.welcome(Welcome("", "")), _("New keys for the case…"))  # fmt: skip

        self.app.push_screen(Choose(_("Which grant ends?"), [(key, key) for key in given]), end)


def _remarks(person: Person) -> str:
    return ", ".join(person.remarks if person.active else (_("disabled"), *person.remarks))
