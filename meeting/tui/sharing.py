"""Who may see one case today, and why: one line for each agency, the reasons below, every decision recorded here."""

from gettext import gettext as _
from gettext import ngettext
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import DataTable, Static

from data.permission.seen import Seen
from meeting.tui.dialogs import Choose
from meeting.tui.sharing_keys import SharingKeys
from meeting.tui.table import Table, short
from meeting.usecases.sharing import CaseSharing, case_sharing
from meeting.usecases.sharing_words import basis_words, reason_lines, recorded_text

_NOT = 3  # the column that gives way: all of it stands below


class SharingScreen(SharingKeys):
    SHOWS_NAMES = True
    HERE = "1"
    HELP: ClassVar[str] = _(
        "One line for each agency: whether it may see this case today, and on what. The reasons stand below, with\n"
        "what would have to be recorded to lift what stands in the way. A withdrawal counts at once."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "consent", _("Consent")),
        Binding("w", "withdraw", _("Withdraw")),
        Binding("g", "ground", _("Ground")),
        Binding("k", "countersign", _("Countersign")),
        Binding("m", "more", _("More")),
        Binding("escape", "back", _("Back"), show=False),
    ]

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            Table("agencies"),
            VerticalScroll(Static("", id="why"), id="below"),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Agency"), _("May see"), _("On what"), _("Not")):
            table.add_column(name)
        table.focus()

    def refresh_page(self) -> None:
        view = self.attempt(lambda: case_sharing(self.office, self._case_id))
        if view is None:
            return
        self._view = view
        self.query_one(Table).fill({one.agency: self._row(one) for one in view.agencies}, _NOT)
        self.query_one("#facts", Static).update(self._facts(view))
        self._why()

    def _row(self, one: Seen) -> tuple[str, str, str, str]:
        name = self.office.agency_name(one.agency)
        refused = [code for code, decision in one.categories if not decision.allowed]
        if not one.case.allowed:
            return short(name, 22), _("no"), "", one.case.against[0].sentence
        return short(name, 22), _("yes"), basis_words(one.case, self.office.profile), ", ".join(refused)

    def _facts(self, view: CaseSharing) -> str:
        if view.held:
            return f"{view.case.reference} · " + _("OFF EVERY PAPER") + f"\n{view.held[0].sentence} {view.held[0].lift}"
        able = sum(one.case.allowed for one in view.agencies)
        return (
            view.case.reference
            + " · "
            + ngettext(
                "{count} agency may see this case today", "{count} agencies may see this case today", able
            ).format(count=able)
        )

    def on_data_table_row_highlighted(self) -> None:
        self._why()

    def _why(self) -> None:
        view, at = self._view, self.query_one(DataTable).cursor_row
        if view is None:
            return
        text = Text()
        if 0 <= at < len(view.agencies):
            text.append("\n".join(reason_lines(view.agencies[at], self.office.profile)) + "\n")
        text.append(recorded_text(view, self.office))
        self.query_one("#why", Static).update(text)

    def action_more(self) -> None:
        from meeting.tui.sharing_more import MORE

        options = [(key, title()) for key, (title, _do) in MORE.items()]
        self.app.push_screen(
            Choose(_("What is to be recorded?"), options), lambda key: MORE[key][1](self) if key else None
        )
