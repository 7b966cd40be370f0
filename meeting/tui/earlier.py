"""A case's actions of earlier meetings, gone through when the case is heard."""

from gettext import gettext as _
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList, Static

from data.records.conference import Action
from meeting.tui.page import Page
from meeting.tui.settling import Settles, marked, state_of, told
from meeting.usecases import following
from meeting.usecases.following import ActionRow


class EarlierScreen(ModalScreen[None], Settles):
    """Over the ``page`` of the meeting. What is said here of an action counts for the list of actions as well."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "settle('open')", _("Carry on"), tooltip=_("It stays open, and comes to the next meeting")),
        Binding("escape", "dismiss", _("Back")),
    ]

    def __init__(self, page: Page, meeting_id: str, case_id: str, reference: str) -> None:
        super().__init__()
        self._page, self._meeting_id, self._case_id, self._reference = page, meeting_id, case_id, reference
        self._rows: tuple[ActionRow, ...] = ()
        self._order: list[str] = []  # as they stood first: what was just settled stays where it was

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static(_("{reference}: actions of earlier meetings").format(reference=self._reference),
                         classes="title", markup=False)  # fmt: skip
            yield OptionList(id="earlier")
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self._show()
        self.query_one(OptionList).focus()

    def _show(self) -> None:
        found = following.earlier(self.meeting_app.office, self._meeting_id, self._case_id)
        self._order = self._order or [row.action.id for row in found]
        self._rows = tuple(sorted(found, key=lambda row: self._order.index(row.action.id)))
        lines = self.query_one(OptionList)
        at = lines.highlighted or 0
        lines.clear_options()
        lines.add_options([self._line(row) for row in self._rows])
        lines.highlighted = at

    def _line(self, row: ActionRow) -> Text:
        a = row.action
        first = (a.number, row.agency, _("by {day}").format(day=f"{a.due:%d.%m.%y}"), state_of(row), marked(row))
        line = Text(" · ".join(part for part in first if part), style="bold" if a.is_open else "")
        for words in told(row):
            line.append(f"\n   {words}", style="not bold")
        return line

    def chosen(self) -> Action | None:
        at = self.query_one(OptionList).highlighted
        return None if at is None else self._rows[at].action

    def settled(self, action: Action) -> None:
        """The cursor goes on to the next that is not gone through; after the last it stays."""
        self._page.saved()
        self._show()
        lines = self.query_one(OptionList)
        at = next((n for n, row in enumerate(self._rows) if row.action.id == action.id), None)
        if at is not None:
            lines.highlighted = min(at + 1, len(self._rows) - 1)
