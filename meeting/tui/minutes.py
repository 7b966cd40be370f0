"""The minutes before they leave: grade, every substitution, release."""

from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from data.records.conference import Grade, MeetingState
from meeting.tui.agenda import latest_meeting, release_form, tell_released
from meeting.tui.page import Choose, Page


class MinutesScreen(Page):
    HERE = "4"
    HELP: ClassVar[str] = _(
        "The minutes of the last meeting as they would leave. s lists every substitution, g changes the grade.\n"
        "Release writes Word and PDF through the gate; they are locked with five words that are shown once."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "grade", _("Grade")),
        Binding("s", "substitutions", _("Substitutions")),
        Binding("r", "release", _("Release")),
        Binding("t", "attendance", _("Attendance sheet")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._grade, self._agency, self._list = Grade.ALL_PARTNERS, "", False
        self._meeting_id = ""

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            VerticalScroll(Static("", id="paper"), id="page", can_focus=True),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def refresh_page(self) -> None:
        meeting = latest_meeting(self, MeetingState.ENDED, MeetingState.RELEASED)
        self._meeting_id = meeting.id if meeting else ""
        for name in ("#facts", "#page"):
            self.query_one(name).display = meeting is not None
        empty = self.query_one("#empty", Static)
        empty.display = meeting is None
        if meeting is None:
            empty.update(_("No meeting has ended yet.\n\nPress 3 to hold one; its minutes are composed when it ends."))
            return
        self.query_one("#page").focus()
        self._preview()

    def _preview(self) -> None:
        from meeting.documents.plain import plain
        from meeting.documents.views import MinutesPaper
        from meeting.usecases.releasing import preview_minutes

        shown = self.attempt(lambda: preview_minutes(self.office, self._meeting_id, self._grade, self._agency))
        if shown is None:
            return
        minutes, substitutions = shown
        grade = _("for all partners") if self._grade is Grade.ALL_PARTNERS else self.office.agency_name(self._agency)
        state = _("released") if minutes.meeting.state is MeetingState.RELEASED else _("not released yet")
        self.query_one("#facts", Static).update(
            _("Minutes of {day} · {grade} · {count} substitutions · {state}").format(
                day=f"{minutes.meeting.on:%d.%m.%Y}", grade=grade, count=len(substitutions), state=state
            )
        )
        text = Text()
        if self._list:
            for one in substitutions:
                text.append(f"{one.reference}  ", style="bold")
                text.append(f"{one.original} → {one.span.placeholder}  ({one.span.reason})\n")
            text = text or Text(_("Nothing had to be replaced in the notes."))
        else:
            text.append(plain(MinutesPaper.of(minutes, self.office.agencies(), self.office.profile)))
        self.query_one("#paper", Static).update(text)

    def action_substitutions(self) -> None:
        if self._meeting_id:
            self._list = not self._list
            self._preview()

    def action_grade(self) -> None:
        options = [
            ("-", _("All partners")),
            *((a.code, _("Extract: {agency}").format(agency=a.name)) for a in self.office.agencies()),
        ]
        self.app.push_screen(Choose(_("Who are these minutes for?"), options), self._graded)

    def _graded(self, code: str | None) -> None:
        if code:
            self._grade, self._agency = (Grade.ALL_PARTNERS, "") if code == "-" else (Grade.ONE_AGENCY, code)
            self.refresh_page()

    def action_release(self) -> None:
        if not self._meeting_id:
            self.say(_("There are no minutes to release yet."), wrong=True)
            return
        release_form(self, _("Release these minutes (Word and PDF)"), self._release)

    def _release(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        from meeting.usecases.releasing import release_minutes

        folder, grade, agency = Path(values["folder"]).expanduser(), self._grade, self._agency
        self.in_background(
            lambda: release_minutes(self.office, self._meeting_id, folder, grade, agency),
            self._told,
            _("The gate reads…"),
        )

    def action_attendance(self) -> None:
        if self._meeting_id:
            release_form(self, _("Release the attendance sheet: it carries professionals' names"), self._release_sheet)

    def _release_sheet(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        from meeting.usecases.releasing import release_attendance

        folder = Path(values["folder"]).expanduser()
        self.in_background(
            lambda: release_attendance(self.office, self._meeting_id, folder), self._told, _("The gate reads…")
        )

    def _told(self, released: object) -> None:
        tell_released(self, released)
        self._preview()
