"""Who works in the area: invite, renew lost keys, disable; declarations and training; one case for one person."""

from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from meeting.tui.dialogs import Ask
from meeting.tui.forms import Field, Fill, is_day, needed, read_day
from meeting.tui.page import Page
from meeting.usecases import granting, people
from meeting.usecases.people import ROLES, Person, Welcome

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
        Binding("p", "passphrase", _("My passphrase")),
        Binding("escape", "back", _("Back"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] = ()

    def body(self) -> list[Widget]:
        return [
            DataTable(id="people", cursor_type="row", zebra_stripes=True),
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
            remarks = ", ".join(person.remarks if person.active else (_("disabled"), *person.remarks))
            mark = f"{person.id} *" if person.me else person.id
            table.add_row(mark, person.role_words, person.name, person.agency, remarks, key=person.id)
        table.move_cursor(row=row)
        granted = [f"{g.user_id}: {g.reference} {_('until')} {g.until:%d.%m.%Y}" for g in granting.grants(self.office)]
        said = _("* is you.") + ("\n" + _("Granted") + ": " + "; ".join(granted) if granted else "")
        self.query_one("#what", Static).update(said)

    def _chosen(self) -> Person | None:
        at = self.query_one(DataTable).cursor_row
        return self._people[at] if 0 <= at < len(self._people) else None

    def on_data_table_row_selected(self) -> None:
        self.action_change()

    def action_invite(self) -> None:
        agencies = [("", _("none")), *((agency.code, agency.name) for agency in self.office.agencies())]
        fields = [
            Field("id", _("Id, no name: it stands in the log"), hint="chair-2", check=needed(_("Give an id."))),
            Field("role", _("Role"), choices=[(role, words()) for role, words in ROLES.items()]),
            Field("name", _("Name; keepers alone see it")),
            Field("agency", _("Agency of a participant"), choices=agencies),
            Field("until", _("Last day of access (may stay empty)"), check=_day_or_nothing),
            Field("key_file", _("For a participant: where their key file is written"), "~/participant.key"),
        ]
        self.app.push_screen(Fill(_("Invite somebody"), fields, _("Invite")), self._invite)

    def _invite(self, values: Values | None) -> None:
        if values is None:
            return
        file = Path(values["key_file"]).expanduser() if values["role"] == "participant" else None
        self.in_background(
            lambda: people.invite(
                self.office, values["id"].strip(), values["role"], name=values["name"], agency=values["agency"],
                until=_day(values["until"]), key_file=file,
            ),
            self._welcome,
            _("Making keys…"),
        )  # fmt: skip

    def action_renew(self) -> None:
        person = self._chosen()
        if person is None:
            return
        fields = [Field("key_file", _("For a participant: where the new key file is written"), "~/participant.key")]
        if person.role != "participant":
            self._sure(
                _("New keys for {id}? The old passphrase opens nothing any more.").format(id=person.id),
                lambda: people.renew(self.office, person.id),
            )
            return
        self.app.push_screen(
            Fill(_("New keys for {id}").format(id=person.id), fields),
            lambda values: self._renew_file(person.id, values),
        )

    def _renew_file(self, user_id: str, values: Values | None) -> None:
        if values is not None:
            file = Path(values["key_file"]).expanduser()
            self.in_background(lambda: people.renew(self.office, user_id, file), self._welcome, _("Making keys…"))

    def action_disable(self) -> None:
        person = self._chosen()
        if person is not None:
            question = _("Disable {id}? They open nothing any more. This takes a while in a large area.")
            self._sure(question.format(id=person.id), lambda: people.disable(self.office, person.id))

    def _sure(self, question: str, do) -> None:  # type: ignore[no-untyped-def]
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

    def action_change(self) -> None:
        person = self._chosen()
        if person is None:
            return
        fields = [
            Field("name", _("Name"), person.name),
            Field("until", _("Last day of access"), _written(person.until), check=_day_or_nothing),
            Field("declared", _("Confidentiality declared, until"), _written(person.declared_until), check=_day_or_nothing),
            Field("trained", _("Trained, until"), _written(person.trained_until), check=_day_or_nothing),
        ]  # fmt: skip
        self.app.push_screen(Fill(person.id, fields), lambda values: self._change(person, values))

    def _change(self, person: Person, values: Values | None) -> None:
        if values is None:
            return
        until, declared, trained = (_day(values[name]) for name in ("until", "declared", "trained"))

        def change() -> bool:
            if values["name"] != person.name or until not in (None, person.until):
                people.describe(self.office, person.id, name=values["name"], until=until)
            if declared not in (None, person.declared_until):
                people.declared(self.office, person.id, declared)
            if trained not in (None, person.trained_until):
                people.trained(self.office, person.id, trained)
            return True

        if self.attempt(change):
            self.saved()
        self.refresh_page()

    def action_grant(self) -> None:
        person = self._chosen()
        if person is None:
            return
        fields = [
            Field("reference", _("Reference code of the case"), check=needed(_("Give the case's code."))),
            Field("until", _("Until (or the earlier end of its consent)"), check=is_day),
        ]
        title = _("Grant one case's identity to {id}").format(id=person.id)
        self.app.push_screen(Fill(title, fields), lambda values: self._grant(person.id, values))

    def _grant(self, user_id: str, values: Values | None) -> None:
        if values is None:
            return
        reference, until = values["reference"].strip().upper(), read_day(values["until"])
        last = self.attempt(lambda: granting.grant_case(self.office, reference, user_id, until))
        if last is not None:
            self.say(_("Granted until {day}.").format(day=f"{last:%d.%m.%Y}"))
        self.refresh_page()

    def action_passphrase(self) -> None:
        fields = [
            Field("old", _("Your present passphrase"), secret=True),
            Field("new", _("A new one, at least 15 characters; empty: five words are made"), secret=True),
            Field("again", _("The new one again"), secret=True),
        ]
        self.app.push_screen(Fill(_("My passphrase"), fields), self._passphrase)

    def _passphrase(self, values: Values | None) -> None:
        if values is None:
            return
        if values["new"] != values["again"]:
            self.say(_("The two are not the same; nothing was changed."), wrong=True)
            return

        def then(welcome: Welcome) -> None:
            self._welcome(Welcome("", "") if values["new"] else welcome)

        self.in_background(
            lambda: people.change_passphrase(self.office, values["old"], values["new"]), then, _("Changing…")
        )


def _day_or_nothing(typed: str) -> str:
    return is_day(typed) if typed.strip() else ""


def _day(typed: str) -> date | None:
    return read_day(typed) if typed.strip() else None


def _written(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
