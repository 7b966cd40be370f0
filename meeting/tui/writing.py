"""What happened, written or put right by the case's keeper; beside it what others will read."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from data.records.text import DisguisedText
from meeting.tui.beside import Beside
from meeting.tui.dialogs import Ask
from meeting.tui.page import Page
from meeting.usecases import rights
from meeting.usecases.writing import writing


class WritingScreen(Page):
    SHOWS_NAMES = True
    SAVED_LATER: ClassVar[bool] = True
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Left: what happened, in your own words, names and all. Right: what others will read of it, renewed as you type."
        "\nctrl+s keeps it; what stood there before is kept too, sealed. Locking the screen keeps it as well."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", _("Keep it"), priority=True, tooltip=_("Keep what is written")),
        Binding("escape", "back", _("Back"), priority=True),
    ]

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self._case_id, self._before = case_id, ""
        self._beside = Beside()

    def body(self) -> list[Widget]:
        return [Static("", id="facts", markup=False), self._beside]

    def on_mount(self) -> None:
        file = self.office.file_of(self._case_id)
        self._before = file.narrative.text
        self.query_one("#facts", Static).update(
            _("{code} · what happened: as you write it, and as others will read it").format(code=file.case.reference)
        )
        read = writing(self.office, self._case_id)
        text = self.meeting_app.unkept.get(self._case_id, self._before)
        self._beside.open(text, read(text) if text else DisguisedText(""), lambda: read)
        self._beside.area.focus()

    def refresh_page(self) -> None:
        """What is being written stays."""

    @property
    def _changed(self) -> bool:
        return self._beside.area.text != self._before

    def flush(self) -> None:
        """What cannot be kept is shown again when one comes back to the case."""
        if self._changed and not self._keep():
            self.meeting_app.unkept[self._case_id] = self._beside.area.text

    def _keep(self) -> bool:
        text = self._beside.area.text

        def rewrite() -> bool:
            rights.rewrite(self.office, self._case_id, text)
            return True

        if not self.attempt(rewrite):
            return False
        self._before = text
        self.meeting_app.unkept.pop(self._case_id, None)
        self.saved()
        return True

    def action_keep(self) -> None:
        if not self._changed or self._keep():
            self.app.pop_screen()

    def action_back(self) -> None:
        if not self._changed:
            self.app.pop_screen()
            return
        answers = {"keep": _("Keep what I wrote"), "stay": _("Write on"), "drop": _("Leave it as it was")}
        self.app.push_screen(Ask(_("What you wrote is not kept yet."), answers), self._left)

    def _left(self, answer: str | None) -> None:
        if answer == "keep":
            self.action_keep()
        elif answer == "drop":
            self._beside.area.load_text(self._before)
            self.meeting_app.unkept.pop(self._case_id, None)
            self.app.pop_screen()
