"""Actions by reference code: overdue first; done, no longer possible, not done with its reason."""

from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import DataTable, Static

from data.records.conference import ActionState
from meeting.tui.agenda import release_form, tell_released
from meeting.tui.page import Field, Fill, Page, needed
from meeting.usecases import following
from meeting.usecases.following import ActionRow


class ActionsScreen(Page):
    HERE = "5"
    HELP: ClassVar[str] = _(
        "Every action by its number and the case's code. Overdue ones stand first.\n"
        "d done, i no longer possible, x not done: the last two need a reason. o opens it again."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "settle('done')", _("Done")),
        Binding("i", "settle('no longer possible')", _("No longer possible")),
        Binding("x", "settle('not done')", _("Not done")),
        Binding("o", "settle('open')", _("Open again")),
        Binding("f", "filter", _("Open only")),
        Binding("r", "release", _("Release")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ActionRow, ...] = ()
        self._only_open = False

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            DataTable(id="actions", cursor_type="row", zebra_stripes=True),
            VerticalScroll(Static("", id="what", markup=False), id="below"),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Action"), _("Case"), _("Agency"), _("By"), _("State")):
            table.add_column(name)
        super().on_mount()
        table.focus()

    def refresh_page(self) -> None:
        self._rows = following.actions(self.office, only_open=self._only_open)
        table = self.query_one(DataTable)
        at = table.cursor_row
        table.clear()
        for row in self._rows:
            a = row.action
            state = _("{days} days overdue").format(days=row.overdue) if row.overdue else _(a.state.value)
            table.add_row(a.number, a.reference, row.agency, f"{a.due:%d.%m.%Y}", state, key=a.id)
        table.move_cursor(row=at)
        for name in ("#actions", "#below", "#facts"):
            self.query_one(name).display = bool(self._rows)
        empty = self.query_one("#empty", Static)
        empty.display = not self._rows
        empty.update(
            _("No action is open. Press f to see settled ones.")
            if self._only_open
            else _("No action was agreed yet.\n\nActions are agreed in the meeting: press 3.")
        )
        still = sum(row.action.state is ActionState.OPEN for row in self._rows)
        overdue = sum(bool(row.overdue) for row in self._rows)
        self.query_one("#facts", Static).update(_("{open} open, {overdue} overdue").format(open=still, overdue=overdue))
        self._show_what()

    def on_data_table_row_highlighted(self) -> None:
        self._show_what()

    def _show_what(self) -> None:
        row = self._row()
        if row is not None:
            reason = f"\n{_('Reason')}: {row.action.reason.text}" if row.action.reason else ""
            self.query_one("#what", Static).update(row.action.what.text + reason)

    def _row(self) -> ActionRow | None:
        at = self.query_one(DataTable).cursor_row
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def action_filter(self) -> None:
        self._only_open = not self._only_open
        self.refresh_page()

    def action_settle(self, state: str) -> None:
        row = self._row()
        if row is None:
            return
        wanted = ActionState(state)
        if wanted in (ActionState.DONE, ActionState.OPEN):
            self._settle(row.action.id, wanted, "")
            return
        form = Fill(
            f"{row.action.number} · {row.action.reference}: {_(wanted.value)}",
            [Field("reason", _("Reason"), lines=3, check=needed(_("Say why: the next meeting will ask.")))],
        )
        self.app.push_screen(
            form, lambda values: self._settle(row.action.id, wanted, values["reason"]) if values else None
        )

    def _settle(self, action_id: str, state: ActionState, reason: str) -> None:
        self.attempt(lambda: following.set_action(self.office, action_id, state, reason))
        self.refresh_page()

    def action_release(self) -> None:
        if not self._rows:
            self.say(_("There is no action to put on a list."), wrong=True)
            return
        release_form(self, _("Release the list of actions (Word and PDF)"), self._release)

    def _release(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        from meeting.usecases.releasing import release_actions

        folder = Path(values["folder"]).expanduser()
        self.in_background(
            lambda: release_actions(self.office, folder), lambda r: tell_released(self, r), _("The gate reads…")
        )
