"""The meeting: attendance and the declaration, then item by item with its clock; everything saved as it is typed."""

import time
from datetime import timedelta
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from data.records.draft import DraftOf
from meeting.tui.attendance import AttendanceTable
from meeting.tui.clock import clock_line
from meeting.tui.dialogs import Ask
from meeting.tui.item import ItemPane
from meeting.tui.note import NotePane
from meeting.tui.page import begins
from meeting.tui.span import Span
from meeting.usecases import course, holding


class HoldingScreen(Span):
    HERE = "3"
    HELP: ClassVar[str] = _(
        "First who is there, and who agreed to the declaration; then case by case. What you type is saved within a "
        "second; what others will read of it stands beside it. Esc leaves the note, so that plain letters work."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *begins("2", "page('2')", _("Agenda")),
        Binding("f9", "next", _("Next case"), key_display="F9", priority=True),
        Binding("f5", "previous", _("Case before"), key_display="F5", priority=True, show=False),
        Binding("ctrl+n", "next", _("Next case"), priority=True, show=False),
        Binding("n", "next", _("Next case"), show=False),
        Binding("b", "previous", _("Case before"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._position, self._case_began = -1, time.monotonic()  # -1 is the attendance
        self._people, self._item = AttendanceTable(), ItemPane()

    def body(self) -> list[Widget]:
        return [
            Static("", id="clock", markup=False),
            Static("", id="declaration", markup=False),
            self._people,
            self._item,
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tick)

    def on_unmount(self) -> None:
        self.flush()

    def on_screen_resume(self) -> None:
        if self._meeting is None:
            self.refresh_page()

    def flush(self) -> None:
        self._item.flush()

    @property
    def typing_now(self) -> DraftOf | None:
        return self._item.typing_now

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key."""
        if action in ("end", "previous"):
            return self._runs and self._position >= 0
        if action == "take_back" and self._position >= 0:
            return False
        return self._runs if action == "next" else super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        return self._meeting is None

    def refresh_page(self) -> None:
        self._meeting = self.find()
        if self._meeting is not None:
            stood = (self._position, self._case_began)
            self._position, self._case_began = self.meeting_app.place.get(self._meeting.id, stood)
        self._show()

    def refresh_item(self) -> None:
        """Show the case anew after something was agreed."""
        if self._meeting is not None and self._position >= 0:
            self._item.show(self._meeting, self._position)
            self.refresh_bindings()

    def changed(self) -> None:
        if not self._runs and self._meeting is not None:
            self._position = -1
            self.meeting_app.place.pop(self._meeting.id, None)
        self._show()

    def _show(self) -> None:
        meeting = self._meeting
        if meeting is None or meeting.started_at is None:
            self._show_only("#empty")
            self.query_one("#empty", Static).update(self.waits())
        elif self._position < 0:
            self._show_only("#clock", "#declaration", "#attendance")
            self.query_one("#declaration", Static).update(self.to_read_out())
            self._people.show(meeting.id)
            self._people.focus()
        else:
            self._show_only("#clock", "#item")
            self._position = self._item.show(meeting, self._position)
            if (view := self._item.view) is not None:
                self.attempt(lambda: course.mark_opened(self.office, meeting.id, view.item))
        self._tick()
        self.refresh_bindings()

    def _show_only(self, *names: str) -> None:
        for name in ("#clock", "#declaration", "#attendance", "#item", "#empty"):
            self.query_one(name).display = name in names

    def _tick(self) -> None:
        if self._meeting is not None and self._runs:
            left = holding.time_left(self.office, self._meeting)
            view = self._item.view if self._position >= 0 else None
            line = clock_line(left, view, timedelta(seconds=time.monotonic() - self._case_began))
            self.query_one("#clock", Static).update(line)

    def on_attendance_table_kept(self) -> None:
        """A meeting in which something is recorded cannot be taken back, and nobody is told that it can."""
        self.saved()
        self.query_one("#declaration", Static).update(self.to_read_out())
        self.refresh_bindings()

    def on_note_pane_kept(self) -> None:
        self.saved()

    def on_note_pane_wrong(self, event: NotePane.Wrong) -> None:
        self.say(event.sentence, wrong=True)

    def action_next(self) -> None:
        self.flush()
        if self._position < 0 and (question := self._people.left_open()):
            go_on = _("They left: go on") if self._people.there() else _("Go on all the same")
            answers = {"no": _("Back to attendance"), "yes": go_on}
            self.app.push_screen(Ask(question, answers), lambda answer: self._go(0) if answer == "yes" else None)
        else:
            self._go(self._position + 1)

    def action_previous(self) -> None:
        self.flush()
        self._go(max(-1, self._position - 1))

    def _go(self, position: int) -> None:
        if self._meeting is None:
            return
        meeting_id = self._meeting.id
        count = self.attempt(lambda: holding.how_many(self.office, meeting_id))
        if count is None:
            return
        if position >= count:
            self.say(_("That was the last case. F10 ends the meeting."))
            return
        if position >= 0 and position != self._position and (who := self._people.must_leave(position)):
            question = _("Before case {number} is shown: a conflict of interest. Out of it: {who}.")
            answers = {"no": _("Not yet"), "yes": _("They left: show it")}
            self.app.push_screen(
                Ask(question.format(number=position + 1, who=who), answers),
                lambda answer: self._enter(position) if answer == "yes" else None,
            )
            return
        self._enter(position)

    def _enter(self, position: int) -> None:
        if self._meeting is None:
            return
        if position != self._position:
            self._case_began = time.monotonic()
        self._position = position
        self.meeting_app.place[self._meeting.id] = (position, self._case_began)
        self._show()
