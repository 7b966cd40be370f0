"""The meeting: attendance and the declaration, then item by item with its clock; everything saved as it is typed."""

import time
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from data.records.conference import Item, Meeting, MeetingState
from meeting.tui.attendance import AttendanceTable
from meeting.tui.clock import clock_line
from meeting.tui.dialogs import Ask
from meeting.tui.ending import ending
from meeting.tui.item import ItemPane
from meeting.tui.note import NotePane
from meeting.tui.page import Page
from meeting.usecases import arranging, following, holding


class HoldingScreen(Page):
    HERE = "3"
    HELP: ClassVar[str] = _(
        "First who is there, and who agreed to the declaration; then case by case. What you type is saved within a "
        "second; what others will read of it stands beside it. Esc leaves the note, so that plain letters work."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", _("Begin"), tooltip=_("Begin the meeting: its clock starts"), priority=True),
        Binding("f9", "next", _("Next case"), key_display="F9", priority=True),
        Binding("f10", "end", _("End"), key_display="F10", priority=True, tooltip=_("End the meeting")),
        Binding("f5", "previous", _("Case before"), key_display="F5", priority=True, show=False),
        Binding("ctrl+n", "next", _("Next case"), priority=True, show=False),
        Binding("ctrl+e", "end", _("End"), priority=True, show=False),
        Binding("n", "next", _("Next case"), show=False),
        Binding("b", "previous", _("Case before"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._meeting: Meeting | None = None
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
        super().on_mount()
        self.set_interval(1.0, self._tick)

    def on_unmount(self) -> None:
        self.flush()

    def on_screen_resume(self) -> None:
        if self._meeting is None:
            self.refresh_page()

    def flush(self) -> None:
        self._item.flush()

    @property
    def _runs(self) -> bool:
        return self._meeting is not None and self._meeting.started_at is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key."""
        if action == "begin":
            return self._meeting is not None and not self._runs
        if action in ("next", "end"):
            return self._runs and (action == "next" or self._position >= 0)
        return self._runs and self._position >= 0 if action == "previous" else True

    def refresh_page(self) -> None:
        waiting = (MeetingState.PUBLISHED, MeetingState.PLANNED)
        self._meeting = arranging.latest(self.office, MeetingState.RUNNING) or arranging.latest(self.office, *waiting)
        if self._meeting is not None:
            self._position, self._case_began = self.meeting_app.place.get(
                self._meeting.id, (self._position, self._case_began)
            )
        self._show()

    def refresh_item(self) -> None:
        """Show the case anew after something was agreed."""
        if self._meeting is not None and self._position >= 0:
            self._item.show(self._meeting, self._position)

    def _show(self) -> None:
        meeting, empty = self._meeting, self.query_one("#empty", Static)
        if meeting is None:
            self._show_only("#empty")
            empty.update(_("No meeting waits.\n\nPress 2 and prepare an agenda first."))
        elif meeting.started_at is None:
            self._show_only("#empty")
            waits = _("The meeting of {day} waits.\n\nPress Enter to begin: its clock starts then.")
            empty.update(waits.format(day=f"{meeting.on:%d.%m.%Y}"))
        elif self._position < 0:
            self._show_only("#clock", "#declaration", "#attendance")
            read = _("To be read out: {words}").format(words=self.office.profile.declaration)
            self.query_one("#declaration", Static).update(read)
            self._people.show(meeting.id)
            self._people.focus()
        else:
            self._show_only("#clock", "#item")
            self._position = self._item.show(meeting, self._position)
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

    def on_note_pane_kept(self) -> None:
        self.saved()

    def on_note_pane_wrong(self, event: NotePane.Wrong) -> None:
        self.say(event.sentence, wrong=True)

    def action_begin(self) -> None:
        if self._meeting is not None:
            meeting_id = self._meeting.id
            self._meeting = self.attempt(lambda: holding.start(self.office, meeting_id)) or self._meeting
            self._show()

    def action_next(self) -> None:
        self.flush()
        if self._position < 0 and (missing := self._people.not_declared()):
            question = _("{count} in the room have not agreed to the declaration. Nothing is shown before they do.")
            answers = {"no": _("Back to attendance"), "yes": _("They left: go on")}
            self.app.push_screen(Ask(question.format(count=missing), answers), self._go_on)
        else:
            self._go(self._position + 1)

    def _go_on(self, answer: str | None) -> None:
        if answer == "yes":
            self._go(0)

    def action_previous(self) -> None:
        self.flush()
        self._go(max(-1, self._position - 1))

    def _go(self, position: int) -> None:
        if self._meeting is None:
            return
        meeting_id = self._meeting.id
        count = self.attempt(lambda: holding.item_view(self.office, meeting_id, 0).count)
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

    def action_end(self) -> None:
        self.flush()
        if self._meeting is None:
            return
        meeting_id = self._meeting.id
        left = self.attempt(lambda: holding.untouched(self.office, meeting_id)) or ()
        self.app.push_screen(ending(left), lambda answer: self._end(answer, left))

    def _end(self, answer: str | None, left: Sequence[Item]) -> None:
        if answer in ("yes", "later") and self._meeting is not None:
            meeting_id = self._meeting.id
            put_off = [item.id for item in left] if answer == "later" else []
            closing = partial(following.close, self.office, meeting_id, put_off=put_off)
            self.in_background(closing, self._ended, _("Reading all notes once more…"))

    def _ended(self, _meeting: Meeting) -> None:
        self._meeting = None
        self.action_page("4")
