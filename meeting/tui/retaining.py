"""What is due to be purged, and what holds stop: looked at first, then done."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from data.retention.schedule import Due
from meeting.tui.dialogs import Ask
from meeting.tui.page import Page
from meeting.tui.rights import hold_form
from meeting.tui.table import Table
from meeting.usecases import counted, keeping


class RetentionScreen(Page):
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Cases kept as long as the area's profile says: first their words go, then the people, then the whole.\n"
        "Nothing goes before you say so. A hold keeps a case for a court or a review."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "purge", _("Purge what is due")),
        Binding("h", "hold", _("Hold")),
        Binding("l", "lift", _("Lift the hold")),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._due: tuple[Due, ...] = ()

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            Table("due"),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Case"), _("What goes"), _("Due since"), _("Hold")):
            table.add_column(name)
        table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key."""
        return bool(self._due) if action in ("purge", "hold", "lift") else super().check_action(action, parameters)

    def refresh_page(self) -> None:
        self._due = keeping.due_to_go(self.office)
        table = self.query_one(DataTable)
        at = table.cursor_row
        table.clear()
        for one in self._due:
            held = _("held") if one.held else ""
            table.add_row(one.reference, _(one.step.value), f"{one.since:%d.%m.%Y}", held, key=one.case_id)
        table.move_cursor(row=at)
        table.display = bool(self._due)
        profile = self.office.profile
        self.query_one("#facts", Static).update(
            _("Kept after the last activity: words {words} months, people {people}, the whole case {whole}.").format(
                words=profile.keep_words_months, people=profile.keep_people_months, whole=profile.keep_whole_months
            )
            + "\n"
            + counted.drafts_kept(keeping.drafts_kept(self.office), profile.keep_draft_days)
        )
        empty = self.query_one("#empty", Static)
        empty.display = not self._due
        empty.update(_("Nothing is due to be purged.") + "\n\n" + _("Esc goes back."))
        self.refresh_bindings()

    def _chosen(self) -> Due | None:
        at = self.query_one(DataTable).cursor_row
        return self._due[at] if 0 <= at < len(self._due) else None

    def action_purge(self) -> None:
        going = [one for one in self._due if not one.held]
        if not going:
            self.say(_("Nothing may go: nothing is due, or all of it is held."))
            return
        question = _("Purge {cases} as listed? It cannot be undone.").format(cases=counted.cases(len(going)))
        self.app.push_screen(Ask(question, {"no": _("Not now"), "yes": _("Purge")}), self._purged)

    def _purged(self, answer: str | None) -> None:
        if answer != "yes":
            return
        self.in_background(lambda: keeping.purge(self.office, self._due), self._told, _("Purging …"))

    def _told(self, done: keeping.Purged) -> None:
        count = done.words + done.people + done.whole
        self.say(_("Purged as agreed: {count}; held: {held}.").format(count=count, held=done.held))
        self.refresh_page()

    def action_hold(self) -> None:
        if chosen := self._chosen():
            hold_form(self, chosen.case_id, self.refresh_page)

    def action_lift(self) -> None:
        if chosen := self._chosen():
            self.attempt(lambda: keeping.lift(self.office, chosen.case_id))
            self.refresh_page()
