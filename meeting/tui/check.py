"""The self-check as a page: each point with its state in a word and a sign, why it matters, what to do."""

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from meeting.tui.page import Page
from meeting.tui.table import Table

if TYPE_CHECKING:
    from meeting.usecases.check.points import Point


_FOUND = 2  # the column that gives way: all of it stands below


class CheckScreen(Page):
    HELP: ClassVar[str] = _(
        "What to look after before, while and after collecting data. '!' is to be mended now, '~' soon;\n"
        "'?' could not be told: look for yourself. b makes a backup to a second place, l shows the log."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "backup", _("Back up")),
        Binding("l", "log", _("Log")),
        Binding("a", "again", _("Check again")),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Point, ...] = ()

    def body(self) -> list[Widget]:
        table = Table("points")
        return [Static("", id="facts", markup=False), table, Static("", id="below", markup=False)]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("State"), _("What"), _("Found")):
            table.add_column(name)
        table.focus()

    def refresh_page(self) -> None:
        """Checking takes a while: on coming here, when asked, and after a backup."""
        if not self._points:
            self.action_again()

    def action_again(self) -> None:
        from meeting.usecases.check.run import check

        self.in_background(lambda: check(self.office), self._got, _("Checking…"))

    def _got(self, points: "tuple[Point, ...]") -> None:
        self._points = points
        lines = {one.code: (f"{one.state.sign} {_(one.state.value)}", one.title, one.found) for one in points}
        self.query_one(Table).fill(lines, _FOUND)
        states = [point.state.sign for point in points]
        self.query_one("#facts", Static).update(
            _("{mend} to mend, {soon} soon, {unknown} cannot be told, {good} in order").format(
                mend=states.count("!"), soon=states.count("~"), unknown=states.count("?"), good=states.count("+")
            )
        )

    def on_data_table_row_highlighted(self) -> None:
        at = self.query_one(DataTable).cursor_row
        if 0 <= at < len(self._points):
            point = self._points[at]
            todo = f"\n> {point.mend}" if point.mend else ""
            said = f"{point.title} ({_(point.stage.value)}): {point.found}\n{point.why}{todo}"
            self.query_one("#below", Static).update(said)

    def action_log(self) -> None:
        from meeting.tui.log import LogScreen

        self.app.push_screen(LogScreen())

    def action_backup(self) -> None:
        from meeting.tui.keeping import ask_for_backup

        ask_for_backup(self, self.action_again)
