"""The list of cases: references and coded facts, never a name."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Input, Static

from meeting.tui.searching import SearchPage
from meeting.tui.table import Table
from meeting.usecases.cases import CaseRow, list_cases
from meeting.usecases.recovering import lone_without_sheets

_FROM = 2  # the column that gives way


class CasesScreen(SearchPage):
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Every case by its reference code. Enter opens one and shows who it is about: each look leaves an entry in the log.\n"
        "Search by reference, agency, consent, criterion or state."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", _("Open case"), tooltip=_("See who a case is about")),
        Binding("i", "bring", _("Import"), tooltip=_("Take a spreadsheet of referrals")),
        Binding("a", "agreements", _("Agreements"), tooltip=_("What each agency has agreed to, and until when")),
        Binding("g", "agencies", _("Agencies"), show=False, tooltip=_("Who takes part in this area: add, rename")),
        Binding("2", "page('2')", _("Agenda"), tooltip=_("On to the agenda")),
    ]

    def body(self) -> list[Widget]:
        table = Table("cases")
        return [
            Static("", id="warning", markup=False),
            Input(placeholder=_("Search: reference, agency, consent, state"), id="search"),
            table,
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
        return action == "back" and bool(self.query_one("#search", Input).value)

    def refresh_page(self) -> None:
        warning = lone_without_sheets(self.office)
        self.query_one("#warning", Static).update(warning)
        self.query_one("#warning").display = bool(warning)
        table = self.query_one(Table)
        wanted = self.searched()
        rows = list_cases(self.office, wanted)
        table.fill({row.case_id: _cells(row) for row in rows}, _FROM)
        table.display = bool(rows)
        empty = self.query_one("#empty", Static)
        empty.display = not rows
        empty.update(
            _("No case fits this search. Esc clears it.")
            if wanted
            else _(
                "No cases yet.\n\nPress i to import a spreadsheet of referrals.\nAny layout will do: you see what was understood before anything is taken."
            )
        )
        self.refresh_bindings()

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
