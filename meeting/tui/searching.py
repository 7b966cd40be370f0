"""A page with a list and a line to search it: '/' opens the line, Enter goes back to the list, Esc clears."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Input

from meeting.tui.page import Page, begins


class SearchPage(Page):
    """The body has a DataTable and an Input of the id 'search'; ``refresh_page`` begins with ``searched``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", _("Search"), key_display="/", tooltip=_("Search; Esc clears")),
        *begins("escape", "back", _("Clear"), _("Clear the search")),
    ]

    def searched(self) -> str:
        """What is searched for; the line hides itself while nothing is."""
        search = self.query_one("#search", Input)
        search.display = bool(search.value) or search.has_focus
        return search.value

    def on_input_changed(self) -> None:
        self.refresh_page()

    def on_input_submitted(self) -> None:
        self.query_one(DataTable).focus()
        self.refresh_page()

    def action_search(self) -> None:
        search = self.query_one("#search", Input)
        search.display = True
        search.focus()

    def action_back(self) -> None:
        search = self.query_one("#search", Input)
        self.query_one(DataTable).focus()
        if search.value:
            search.value = ""  # which shows all again
        else:
            search.display = False
