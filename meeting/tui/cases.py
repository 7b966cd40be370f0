"""The list of cases: references and coded facts, never a name."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Input, Static

from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.tui.searching import SearchPage
from meeting.tui.table import Table
from meeting.usecases.cases import LISTED, CaseRow, list_cases, rows_of
from meeting.usecases.looking_up import Found, by_name
from meeting.usecases.recovering import lone_without_sheets

_FROM = 2  # the column that gives way


class CasesScreen(SearchPage):
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Every case by its reference code. Enter opens one and shows who it is about: each look leaves an entry in the log.\n"
        "Search by reference, agency, consent, criterion or state. n finds a case by a person's name; each search leaves an entry in the log."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", _("Open case"), tooltip=_("See who a case is about")),
        Binding("n", "named", _("By name"), show=False, tooltip=_("Find a case by a person's name; it is logged")),
        Binding("i", "bring", _("Import"), tooltip=_("Take a spreadsheet of referrals")),
        Binding("a", "agreements", _("Agreements"), tooltip=_("What each agency has agreed to, and until when")),
        Binding("g", "agencies", _("Agencies"), show=False, tooltip=_("Who takes part in this area: add, rename")),
        Binding("2", "page('2')", _("Agenda"), tooltip=_("On to the agenda")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._found: Found | None = None

    def body(self) -> list[Widget]:
        table = Table("cases")
        return [
            Static("", id="warning", markup=False),
            Input(placeholder=_("Search: reference, agency, consent, state"), id="search"),
            table,
            Static("", id="more", markup=False),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Reference"), _("Referred"), _("From"), _("Risk"), _("Consent"), _("Children"), _("State")):
            table.add_column(name)
        table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open":
            return self.query_one(DataTable).row_count > 0
        return super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        return action == "back" and (self._found is not None or bool(self.query_one("#search", Input).value))

    def refresh_page(self) -> None:
        warning = lone_without_sheets(self.office)
        self.query_one("#warning", Static).update(warning)
        self.query_one("#warning").display = bool(warning)
        table = self.query_one(Table)
        wanted = self.searched()
        rows = list_cases(self.office, wanted) if self._found is None else rows_of(self.office, self._found.case_ids)
        table.fill({row.case_id: _cells(row) for row in rows}, _FROM)
        table.display = bool(rows)
        empty = self.query_one("#empty", Static)
        empty.display = not rows
        more = self.query_one("#more", Static)
        more.update(self._of_how_many(len(rows)))
        more.display = bool(rows) and bool(self._of_how_many(len(rows)))
        empty.update(
            _("No case fits this search. Esc clears it.")
            if wanted or self._found is not None
            else _(
                "No cases yet.\n\nPress i to import a spreadsheet of referrals.\nAny layout will do: you see what was understood before anything is taken."
            )
        )
        self.refresh_bindings()

    def _of_how_many(self, shown: int) -> str:
        if self._found is not None:
            return _("By a person's name, among {count} cases. Esc shows all.").format(count=self._found.of)
        return _("The newest {count}; a search reaches every case.").format(count=LISTED) if shown == LISTED else ""

    def action_back(self) -> None:
        if self._found is None:
            super().action_back()
        else:
            self._found = None
            self.refresh_page()

    def action_named(self) -> None:
        if self.meeting_app.projector:
            self.say(
                _("What is typed may name someone, and the screen is on a projector: press F11 first."), wrong=True
            )
            return
        field = Field(
            "name",
            _("A name, or its first letters"),
            check=needed(_("Type a name, or the first three letters of one.")),
        )
        self.app.push_screen(Fill(_("Find a case by a person's name"), [field], _("Find"), kept=None), self._look_up)

    def _look_up(self, values: "dict[str, str] | None") -> None:
        if values is not None:
            name = values["name"]
            self.in_background(lambda: by_name(self.office, name), self._show_found, _("Names are compared…"))

    def _show_found(self, found: Found) -> None:
        self._found = found
        self.refresh_page()
        self.query_one(DataTable).focus()

    def action_open(self) -> None:
        table = self.query_one(DataTable)
        if table.row_count:
            self._show(str(table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        self._show(str(event.row_key.value))

    def _show(self, case_id: str) -> None:
        from meeting.tui.case import CaseScreen

        self.show_over(CaseScreen(case_id))

    def action_agencies(self) -> None:
        from meeting.tui.agencies import AgenciesScreen

        self.show_over(AgenciesScreen())

    def action_bring(self) -> None:
        from meeting.tui.bring import BringScreen

        self.show_over(BringScreen())

    def action_agreements(self) -> None:
        from meeting.tui.agreements import AgreementsScreen

        self.show_over(AgreementsScreen())


def _cells(row: CaseRow) -> tuple[str, ...]:
    day, risk = f"{row.referred_on:%d.%m.%y}", row.risk_words or "-"
    return (row.reference, day, row.agency, risk, row.consent, str(row.children), row.state)
