"""The minutes before they leave: grade, every substitution, release."""

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from data.records.conference import Grade, MeetingState
from meeting.tui.dialogs import Choose
from meeting.tui.page import Page, begins
from meeting.tui.releasing import ask_folder, leave, tell_released
from meeting.usecases import counted
from meeting.usecases.arranging import latest

if TYPE_CHECKING:
    from meeting.documents.release import Released


class MinutesScreen(Page):
    HERE = "4"
    HELP: ClassVar[str] = _(
        "The minutes of the last meeting as they would leave. s lists every substitution, g changes the grade.\n"
        "Release writes Word and PDF through the gate; they are locked with words that are shown once."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *begins("3", "page('3')", _("Meeting")),
        Binding("g", "grade", _("Grade"), tooltip=_("For all partners, or one agency's extract")),
        Binding(
            "s", "substitutions", _("Substitutions"), tooltip=_("What stood there, what stands there now, and why")
        ),
        Binding("r", "release", _("Release"), tooltip=_("Release these minutes as Word and PDF")),
        Binding("t", "attendance", _("Attendance sheet"), tooltip=_("The one paper with professionals' names")),
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
        meeting = latest(self.office, MeetingState.ENDED, MeetingState.RELEASED)
        self._meeting_id = meeting.id if meeting else ""
        for name in ("#facts", "#page"):
            self.query_one(name).display = meeting is not None
        empty = self.query_one("#empty", Static)
        empty.display = meeting is None
        if meeting is None:
            self.refresh_bindings()
            empty.update(_("No meeting has ended yet.\n\nPress 3 to hold one; its minutes are composed when it ends."))
            return
        self.query_one("#page").focus()
        self.refresh_bindings()
        self._preview()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        mine = ("grade", "substitutions", "release", "attendance")
        return bool(self._meeting_id) if action in mine else super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        return not self._meeting_id

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
            _("Minutes of {day} · {grade} · {substitutions} in notes · {state}").format(
                day=f"{minutes.meeting.on:%d.%m.%Y}",
                grade=grade,
                substitutions=counted.substitutions(len(substitutions)),
                state=state,
            )
        )
        text = Text()
        if self._list:
            for one in substitutions:
                text.append(f"{one.reference}  ", style="bold")
                text.append(f"{one.original} → {one.span.placeholder}  ({one.span.reason})\n")
            text = text or Text(_("Nothing had to be replaced in the notes."))
        else:
            width = max(40, min(100, self.size.width - 8))
            text.append(plain(MinutesPaper.of(minutes, self.office.agencies(), self.office.profile), width))
            text.highlight_regex(r"⟨[^⟩]*⟩", "bold underline")
        self.query_one("#paper", Static).update(text)

    def on_resize(self) -> None:
        if self._meeting_id:
            self._preview()

    def action_substitutions(self) -> None:
        if self.meeting_app.projector and not self._list:
            self.say(_("The list shows names, and the screen is on a projector: press F11 first."), wrong=True)
        elif self._meeting_id:
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
        ask_folder(self, _("Release these minutes (Word and PDF)"), self._release)

    def _release(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        from meeting.usecases.releasing import release_minutes

        folder, grade, agency = Path(values["folder"]).expanduser(), self._grade, self._agency
        meeting_id = self._meeting_id
        leave(
            self,
            lambda without: release_minutes(self.office, meeting_id, folder, grade, agency, leave_out=without),
            self._told,
        )

    def action_attendance(self) -> None:
        if self._meeting_id:
            ask_folder(self, _("Release the attendance sheet: it carries professionals' names"), self._release_sheet)

    def _release_sheet(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        from meeting.usecases.releasing import release_attendance

        folder = Path(values["folder"]).expanduser()
        self.in_background(
            lambda: release_attendance(self.office, self._meeting_id, folder), self._told, _("The gate reads…")
        )

    def _told(self, released: "Released") -> None:
        tell_released(self, released)
        self._preview()
