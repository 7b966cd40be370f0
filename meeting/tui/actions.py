"""Actions by reference code: overdue first; done, no longer possible, not done with its reason."""

from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import DataTable, Input, Static

from data.records.conference import Action, ActionState
from meeting.tui.page import begins
from meeting.tui.releasing import ask_folder, leave, tell_released
from meeting.tui.searching import SearchPage
from meeting.tui.settling import Settles, marked, state_of, told
from meeting.tui.table import Table
from meeting.usecases import following
from meeting.usecases.following import ActionRow

_AGENCY = 2  # the column that gives way


class ActionsScreen(Settles, SearchPage):
    HERE = "5"
    HELP: ClassVar[str] = _(
        "Every action by its number and the case's code. Overdue ones stand first; one that was carried to meeting after "
        "meeting is marked for the steering group. 'No longer possible' and 'not done' need a reason."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "release", _("Release"), tooltip=_("Release the list of actions as Word and PDF")),
        Binding("o", "settle('open')", _("Open again"), show=False),
        *begins("f", "filter", _("Open only"), _("Only open ones, or all")),
        *begins("3", "page('3')", _("Meeting")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ActionRow, ...] = ()
        self._only_open = False

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            Input(placeholder=_("Search: agency, case, state, words"), id="search"),
            Table("actions"),
            VerticalScroll(Static("", id="what", markup=False), id="below", can_focus=False),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Action"), _("Case"), _("Agency"), _("By"), _("State"), ""):
            table.add_column(name)
        table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._rows) if action in ("settle", "release") else super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        """Of the three keys the one that helps where nothing is listed."""
        if self._rows:
            return False
        sought = self.query_one("#search", Input).value
        return action == ("back" if sought else "filter" if self._only_open else "page('3')")

    def refresh_page(self) -> None:
        table, words = self.query_one(Table), self.searched().casefold().split()
        every = following.actions(self.office, only_open=self._only_open)
        self._rows = tuple(row for row in every if all(word in row.searchable for word in words))
        table.fill({row.action.id: _cells(row) for row in self._rows}, _AGENCY)
        for name in ("#actions", "#below", "#facts"):
            self.query_one(name).display = bool(self._rows)
        empty = self.query_one("#empty", Static)
        empty.display = not self._rows
        empty.update(self._nothing())
        still = sum(row.action.state is ActionState.OPEN for row in every)
        late, raised = sum(bool(row.overdue) for row in every), sum(row.escalate for row in every)
        said = _("{open} open, {overdue} overdue, {raised} for the steering group")
        self.query_one("#facts", Static).update(said.format(open=still, overdue=late, raised=raised))
        self._show_what()
        self.refresh_bindings()

    def _nothing(self) -> str:
        if self.query_one("#search", Input).value:
            return _("No action fits this search. Esc clears it.")
        if self._only_open:
            return _("No action is open. Press f to see settled ones.")
        return _("No action was agreed yet.\n\nActions are agreed in the meeting: press 3.")

    def on_data_table_row_highlighted(self) -> None:
        self._show_what()

    def _show_what(self) -> None:
        row = self._row()
        if row is not None:
            self.query_one("#what", Static).update("\n".join(told(row)))

    def _row(self) -> ActionRow | None:
        at = self.query_one(DataTable).cursor_row
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def action_filter(self) -> None:
        self._only_open = not self._only_open
        self.refresh_page()

    def chosen(self) -> Action | None:
        row = self._row()
        return row.action if row is not None else None

    def settled(self, action: Action) -> None:
        self.saved()
        self.refresh_page()

    def action_release(self) -> None:
        ask_folder(self, _("Release the list of actions (Word and PDF)"), self._release)

    def _release(self, values: "dict[str, str] | None") -> None:
        if values is not None:
            from meeting.usecases.releasing import release_actions

            office, folder = self.office, Path(values["folder"]).expanduser()
            leave(
                self,
                lambda without: release_actions(office, folder, leave_out=without),
                lambda released: tell_released(self, released),
            )


def _cells(row: ActionRow) -> tuple[str, ...]:
    a = row.action
    return (a.number, a.reference, row.agency, f"{a.due:%d.%m.%y}", state_of(row), marked(row))
