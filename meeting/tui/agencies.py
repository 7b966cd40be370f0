"""The agencies that take part in an area: who owns actions and who may be shown a case."""

from collections.abc import Callable
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from data.records.agency import Agency
from data.records.draft import DraftOf
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.tui.table import Table, short
from meeting.usecases.agencies import add_agency, change_agency, spellings_written

if TYPE_CHECKING:
    from meeting.usecases.office import Office


_ALSO = 3  # the column that gives way: e shows all of it


class AgenciesScreen(Page):
    HERE = ""
    HELP: ClassVar[str] = _(
        "The agencies of this area. A case goes to those recorded as involved in it, and an action is owned by one.\n"
        "Other ways of writing a name help the import to know it. w lists names of referrals that no agency is known by."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", _("New agency")),
        Binding("e", "change", _("Change"), tooltip=_("Change its name and the other ways of writing it")),
        Binding("w", "names", _("Unknown names"), tooltip=_("Say which agency a name in a referral means")),
        Binding("escape", "back", _("Back")),
    ]

    def body(self) -> list[Widget]:
        return [
            Table("agencies"),
            Static(
                _("No agency takes part yet.\n\nPress n to add the first one."),
                id="empty",
                classes="empty",
                markup=False,
            ),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Agency"), _("Kind"), _("Core"), _("Also written")):
            table.add_column(name)
        table.focus()

    def refresh_page(self) -> None:
        table, agencies = self.query_one(Table), self.office.agencies()
        sits = {True: _("yes"), False: ""}
        table.fill(
            {a.code: (short(a.name, 36), a.sector, sits[a.core], ", ".join(a.also_written)) for a in agencies}, _ALSO
        )
        table.display = bool(agencies)
        self.query_one("#empty").display = not agencies
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "change":
            return self.query_one(DataTable).row_count > 0
        return super().check_action(action, parameters)

    def on_data_table_row_selected(self) -> None:
        self.action_change()

    def action_new(self) -> None:
        form = _form(self.office, _("A new agency"), Agency(code="", name=""))
        self._ask(form, lambda v: add_agency(self.office, v["name"], v["kind"], v["also"], core=v["core"] == "yes"))

    def action_names(self) -> None:
        from meeting.tui.naming import ask_names

        ask_names(self, self.refresh_page)

    def _ask(self, form: Fill, do: Callable[[dict[str, str]], object]) -> None:
        self.app.push_screen(Recording(form, do), self._recorded)

    def _recorded(self, values: "dict[str, str] | None") -> None:
        if values is not None:
            self.saved()
        self.refresh_page()

    def action_change(self) -> None:
        at, agencies = self.query_one(DataTable).cursor_row, self.office.agencies()
        if 0 <= at < len(agencies):
            agency = agencies[at]
            form = _form(self.office, agency.name, agency)
            self._ask(
                form,
                lambda v: change_agency(
                    self.office, agency.code, v["name"], v["kind"], v["also"], core=v["core"] == "yes"
                ),
            )


def _form(office: "Office", title: str, agency: Agency) -> Fill:
    """The kinds are the profile's: rules on who sees what go by them. One it has no more is kept until changed."""
    known = dict.fromkeys((*office.profile.sectors, *filter(None, [agency.sector])))
    kinds = [("", _("none of these")), *((kind, kind) for kind in known)]
    return Fill(
        title,
        [
            Field("name", _("Name, as it stands on papers"), agency.name, check=needed(_("Give the agency a name."))),
            Field("kind", _("Kind of agency: what it tells is of that kind"), agency.sector, choices=kinds),
            Field("core", _("Core: sits at every meeting"), "yes" if agency.core else "no", choices=[
                ("no", _("no")), ("yes", _("yes"))]),
            Field("also", _("Also written (with commas or semicolons between)"), spellings_written(agency)),
        ],
        kept=DraftOf(f"agency {agency.code}"),
    )  # fmt: skip
