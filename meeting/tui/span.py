"""How a meeting begins and ends: asked where it would be a mistake, and a beginning can be taken back."""

from collections.abc import Mapping
from functools import partial
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType

from data.records.conference import Meeting, MeetingState, PutOff
from meeting.tui.dialogs import Ask
from meeting.tui.ending import Ending
from meeting.tui.page import Page
from meeting.usecases import arranging, course, following, holding


class Span(Page):
    """The part of the meeting's page that is about its beginning and its end; ``changed`` draws it anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", _("Begin"), tooltip=_("Begin the meeting: its clock starts"), priority=True),
        Binding("f10", "end", _("End"), key_display="F10", priority=True, tooltip=_("End the meeting")),
        Binding("ctrl+e", "end", _("End"), priority=True, show=False),
        Binding(
            "t",
            "take_back",
            _("Not begun"),
            show=False,
            tooltip=_("Begun by mistake: it waits again, as long as nothing is recorded in it"),
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._meeting: Meeting | None = None

    def changed(self) -> None:
        """Another meeting, or the same in another state."""
        raise NotImplementedError

    def find(self) -> Meeting | None:
        """The meeting that runs, or else the newest that waits."""
        waiting = (MeetingState.PUBLISHED, MeetingState.PLANNED)
        return arranging.latest(self.office, MeetingState.RUNNING) or arranging.latest(self.office, *waiting)

    def waits(self) -> str:
        """What to do where no meeting runs."""
        if self._meeting is None:
            return _("No meeting waits.\n\nPress 2 and prepare an agenda first.")
        waits = _("The meeting of {day} waits.\n\nPress Enter to begin: its clock starts then.")
        return waits.format(day=f"{self._meeting.on:%d.%m.%Y}")

    def to_read_out(self) -> str:
        """The declaration; and how a meeting begun by mistake is taken back, where it still can be."""
        read = _("To be read out: {words}").format(words=self.office.profile.declaration)
        back = _("(Begun by mistake? t takes it back, while nothing is recorded in it.)")
        return f"{read}\n{back}" if self._is_empty else read

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "begin":
            return self._meeting is not None and not self._runs
        return self._is_empty if action == "take_back" else super().check_action(action, parameters)

    @property
    def _runs(self) -> bool:
        return self._meeting is not None and self._meeting.started_at is not None

    def action_begin(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if meeting.on == self.office.today:
            self._begin("yes")
            return
        question = _("This meeting is planned for {day}; today is {today}. Begin it now? Its minutes and its actions "
                     "will carry the day it was planned for.")  # fmt: skip
        said = question.format(day=f"{meeting.on:%d.%m.%Y}", today=f"{self.office.today:%d.%m.%Y}")
        self.app.push_screen(Ask(said, {"no": _("Not now"), "yes": _("Begin it now")}), self._begin)

    def _begin(self, answer: str | None) -> None:
        if answer == "yes" and self._meeting is not None:
            meeting_id = self._meeting.id
            self._meeting = self.attempt(lambda: holding.start(self.office, meeting_id)) or self._meeting
            self.changed()

    @property
    def _is_empty(self) -> bool:
        meeting = self._meeting
        return meeting is not None and self._runs and course.may_take_back(self.office, meeting.id)

    def action_take_back(self) -> None:
        question = _(
            "Was it begun by mistake? Nothing was recorded in it: it waits again, as before. The log keeps both."
        )
        self.app.push_screen(Ask(question, {"no": _("Go on with it"), "yes": _("It waits again")}), self._take_back)

    def _take_back(self, answer: str | None) -> None:
        if answer == "yes" and self._meeting is not None:
            meeting_id = self._meeting.id
            self._meeting = self.attempt(lambda: course.take_back(self.office, meeting_id)) or self._meeting
            self.changed()

    def action_end(self) -> None:
        self.meeting_app.flush()
        if self._meeting is not None:
            meeting_id = self._meeting.id
            left = self.attempt(lambda: course.untouched(self.office, meeting_id))
            if left is not None:
                self.app.push_screen(Ending(left), self._end)

    def _end(self, put_off: Mapping[str, PutOff] | None) -> None:
        if put_off is not None and self._meeting is not None:
            closing = partial(following.close, self.office, self._meeting.id, put_off=put_off)
            self.in_background(closing, self._ended, _("Reading all notes once more…"))

    def _ended(self, _meeting: Meeting) -> None:
        self._meeting = None
        self.action_page("4")
