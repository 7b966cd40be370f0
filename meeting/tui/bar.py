"""The line above every page: where one is, PRACTICE or PROJECTOR where it is, and when something was saved last."""

from datetime import datetime
from gettext import gettext as _
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.events import Click
from textual.widgets import Static

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp


class Bar(Static):
    """Tells with words, and is a row of doors for the mouse."""

    def __init__(self, here: str) -> None:
        super().__init__(id="bar", markup=False)
        self._here, self._doing = here, ""
        self._doors: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        self.show()

    def on_resize(self) -> None:
        self.show()

    def busy(self, doing: str) -> None:
        self._doing = doing
        self.show()

    def show(self) -> None:
        from meeting.tui.pages import PAGES

        app = cast("MeetingApp", self.app)
        line = Text(no_wrap=True, overflow="crop")
        if app.practice:
            line.append(f" {_('PRACTICE')} ", style="bold reverse")
        if app.projector:
            line.append(f" {_('PROJECTOR')} ", style="bold reverse")
        self._doors = []
        for key, (name, _open) in PAGES.items():
            begins = line.cell_len
            line.append(f" {key} {name()} ", style="bold reverse" if key == self._here else "")
            self._doors.append((begins, line.cell_len, key))
        right = self._doing or _saved(app.saved_at)
        space = self.size.width - line.cell_len - len(right) - 1
        if right and space > 0:
            line.append(" " * space + right, style="italic" if self._doing else "")
        self.update(line)

    def on_click(self, event: Click) -> None:
        from meeting.tui.pages import show_page

        for begins, ends, key in self._doors:
            if begins <= event.x < ends:
                show_page(cast("MeetingApp", self.app), key)


def _saved(at: datetime | None) -> str:
    return _("saved {time}").format(time=f"{at:%H:%M:%S}") if at else ""
