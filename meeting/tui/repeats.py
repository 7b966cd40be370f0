"""Earlier cases of the same people: what speaks for and against, and the keeper's decision."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import DataTable, Static

from meeting.tui.page import Page
from meeting.tui.table import Table
from meeting.usecases.repeats import Candidate, earlier_cases, link, unlink


class RepeatsScreen(Page):
    SHOWS_NAMES = True
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Earlier cases in which the same people seem to appear, the likeliest first.\n"
        "Below stands what speaks for (+) and against (−) it being one person. You decide; both are remembered."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "same", _("Same people: a repeat")),
        Binding("n", "others", _("Other people")),
        Binding("enter", "open", _("Open the earlier case"), priority=True),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self._case_id = case_id
        self._found: tuple[Candidate, ...] = ()

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            Table("earlier"),
            VerticalScroll(Static("", id="what", markup=False), id="below"),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Earlier case"), _("What it looks like")):
            table.add_column(name)
        table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key."""
        if action in ("open", "same", "others"):
            return bool(self._found)
        return super().check_action(action, parameters)

    def refresh_page(self) -> None:
        self.in_background(
            lambda: earlier_cases(self.office, self._case_id), self._show, _("Comparing with all cases …")
        )

    def _show(self, found: tuple[Candidate, ...]) -> None:
        self._found = found
        table = self.query_one(DataTable)
        table.clear()
        linked = self.office.file_of(self._case_id).case.repeat_of
        for one in found:
            mark = _("linked: ") if one.reference in linked else ""
            table.add_row(one.reference, mark + one.finding, key=one.case_id)
        for name in ("#earlier", "#below"):
            self.query_one(name).display = bool(found)
        empty = self.query_one("#empty", Static)
        empty.display = not found
        empty.update(_("No earlier case looks like the same people.\n\nEsc goes back to the case."))
        reference = self.office.file_of(self._case_id).case.reference
        self.query_one("#facts", Static).update(_("Earlier cases like {reference}").format(reference=reference))
        self._show_why()
        self.refresh_bindings()

    def on_data_table_row_highlighted(self) -> None:
        self._show_why()

    def _show_why(self) -> None:
        chosen = self._chosen()
        self.query_one("#what", Static).update("\n".join(chosen.lines) if chosen else "")

    def _chosen(self) -> Candidate | None:
        at = self.query_one(DataTable).cursor_row
        return self._found[at] if 0 <= at < len(self._found) else None

    def action_same(self) -> None:
        if chosen := self._chosen():
            self.attempt(lambda: link(self.office, self._case_id, chosen.reference))
            self.say(_("Recorded as a repeat of {reference}.").format(reference=chosen.reference))
            self.refresh_page()

    def action_others(self) -> None:
        if chosen := self._chosen():
            self.attempt(lambda: unlink(self.office, self._case_id, chosen.reference))
            self.say(_("{reference} is not offered again for this case.").format(reference=chosen.reference))
            self.refresh_page()

    def action_open(self) -> None:
        from meeting.tui.case import CaseScreen

        if chosen := self._chosen():
            self.app.push_screen(CaseScreen(chosen.case_id))
