"""Who works in the area: invite, renew lost keys, hand over, disable; declarations and training; one case for one."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from meeting.tui import people_forms as forms
from meeting.tui.dialogs import Ask
from meeting.tui.forms import Fill, Recording, read_day
from meeting.tui.page import Page
from meeting.tui.table import Table
from meeting.usecases import granting, people
from meeting.usecases.people import Person, Welcome

Values = dict[str, str]


class PeopleScreen(Page):
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
        Binding("h", "hand_over", _("Hand over"), show=False, tooltip=_("A keeper leaves: a successor in their role")),
        Binding("o", "role", _("Another role"), show=False, tooltip=_("Chair, coordinator or figures only")),
        Binding("p", "passphrase", _("My passphrase")),
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
        super().on_mount()
        table.focus()

    def refresh_page(self) -> None:
        self._people = people.people(self.office)
        table = self.query_one(DataTable)
        row = table.cursor_row
        table.clear()
        for person in self._people:
            mark = f"{person.id} *" if person.me else person.id
            agency = self.office.agency_name(person.agency)[:16]
            table.add_row(mark, person.role_words, person.name, agency, _remarks(person)[:40], key=person.id)
        table.move_cursor(row=row)
        self._tell()

    def _tell(self) -> None:
        """All that is remarked on the one under the cursor; who was granted what."""
        person = self._chosen()
        lines = [f"{person.id}: {_remarks(person)}"] if person and _remarks(person) else []
        granted = [f"{g.user_id}: {g.reference} {_('until')} {g.until:%d.%m.%Y}" for g in granting.grants(self.office)]
        lines += [_("Granted") + ": " + "; ".join(granted)] if granted else []
        self.query_one("#what", Static).update("\n".join([*lines, _("* is you.")]))

    def _chosen(self) -> Person | None:
        at = self.query_one(DataTable).cursor_row
        return self._people[at] if 0 <= at < len(self._people) else None

    def on_data_table_row_highlighted(self) -> None:
        self._tell()

    def on_data_table_row_selected(self) -> None:
        self.action_change()

    def _record(self, form: Fill, do: Callable[[Values], Welcome | None]) -> None:
        """A form that stays until what it says was done; then what is to be handed over, once."""
        made: list[Welcome | None] = []

        def told(values: Values | None) -> None:
            if values is not None:
                self._welcome(made[-1] or Welcome("", ""))

        self.app.push_screen(Recording(form, lambda values: made.append(do(values))), told)

    def action_invite(self) -> None:
        self._record(forms.invite_form(self.office), lambda values: people.invite(
            self.office, values["id"].strip(), values["role"], name=values["name"], agency=values["agency"],
            until=forms.day_of(values["until"]), key_file=_file(values) if values["role"] == "participant" else None,
        ))  # fmt: skip

    def action_renew(self) -> None:
        person = self._chosen()
        if person is None:
            return
        if person.role == "participant":
            self._record(forms.renew_form(person), lambda values: people.renew(self.office, person.id, _file(values)))
            return
        self._sure(
            _("New keys for {id}? The old passphrase opens nothing any more.").format(id=person.id),
            lambda: people.renew(self.office, person.id),
        )

    def action_disable(self) -> None:
        person = self._chosen()
        if person is not None:
            question = _("Disable {id}? They open nothing any more. This takes a while in a large area.")
            self._sure(question.format(id=person.id), lambda: people.disable(self.office, person.id))

    def _sure(self, question: str, do: Callable[[], Welcome | None]) -> None:
        def answered(answer: str | None) -> None:
            if answer == "yes":
                self.in_background(lambda: do() or Welcome("", ""), self._welcome, _("New keys for every case…"))

        self.app.push_screen(Ask(question, {"no": _("No"), "yes": _("Yes")}), answered)

    def _welcome(self, welcome: Welcome) -> None:
        self.saved()
        self.refresh_page()
        if not welcome.passphrase:
            return
        told = _("Passphrase of {id}, shown this once:\n\n    {passphrase}\n\nHand it over in person.")
        if welcome.key_file:
            told += "\n" + _("Their key file: {path}").format(path=welcome.key_file)
        text = told.format(id=welcome.id, passphrase=welcome.passphrase)
        self.app.push_screen(Ask(text, {"ok": _("It is handed over")}))

    def action_hand_over(self) -> None:
        person = self._chosen()
        if person is None or not forms.is_handed_over(person):
            self.say(_("Only another chair's or coordinator's place is handed over. For your own: invite your successor, "
                       "who opens the area and disables you."))  # fmt: skip
            return

        def begin(values: Values | None) -> None:
            if values is not None:
                name, successor = values["name"], values["id"].strip()
                self.in_background(lambda: people.hand_over(self.office, person.id, successor, name=name),
                                   self._welcome, _("New keys for every case…"))  # fmt: skip

        self.app.push_screen(forms.hand_over_form(person), begin)

    def action_role(self) -> None:
        person = self._chosen()
        if person is None or not person.opens_area:
            self.say(_("A participant's role is another matter: invite them anew, under a new id."))
            return

        def change(role: str) -> Welcome:
            people.set_role(self.office, person.id, role)
            return Welcome("", "")

        def begin(values: Values | None) -> None:
            if values is not None:
                self.in_background(lambda: change(values["role"]), self._welcome, _("New keys for every case…"))

        self.app.push_screen(forms.role_form(person), begin)

    def action_change(self) -> None:
        person = self._chosen()
        if person is not None:
            self._record(forms.change_form(person), lambda values: self._change(person, values))

    def _change(self, person: Person, values: Values) -> None:
        until, declared, trained = (forms.day_of(values[name]) for name in ("until", "declared", "trained"))
        if values["name"] != person.name or until not in (None, person.until):
            people.describe(self.office, person.id, name=values["name"], until=until)
        if declared not in (None, person.declared_until):
            people.declared(self.office, person.id, declared)
        if trained not in (None, person.trained_until):
            people.trained(self.office, person.id, trained)

    def action_grant(self) -> None:
        person = self._chosen()
        if person is None:
            return

        def grant(values: Values) -> None:
            reference, until = values["reference"].strip().upper(), read_day(values["until"])
            last = granting.grant_case(self.office, reference, person.id, until)
            self.say(_("Granted until {day}.").format(day=f"{last:%d.%m.%Y}"))

        self._record(forms.grant_form(person), grant)

    def action_passphrase(self) -> None:
        def change(values: Values) -> Welcome | None:
            if values["new"] != values["again"]:
                raise ValueError(_("The two are not the same; nothing was changed."))
            welcome = people.change_passphrase(self.office, values["old"], values["new"])
            return None if values["new"] else welcome

        self._record(forms.passphrase_form(), change)


def _file(values: Values) -> Path:
    return Path(values["key_file"].strip()).expanduser()


def _remarks(person: Person) -> str:
    return ", ".join(person.remarks if person.active else (_("disabled"), *person.remarks))
