"""A text while it is written, and beside it what others will read of it, renewed as one types."""

import contextlib
import time
from collections.abc import Callable
from gettext import gettext as _

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widgets import Static, TextArea

from data.records.text import DisguisedText
from meeting.tui.page import not_disguised
from meeting.usecases.writing import Shown

_SHOW_AFTER = 0.3  # seconds: at each key the machine would be busy when the next one comes
_SHARE = 20  # disguising takes at most one part in so many of the time while someone types


class Reader:
    """How one text is read; asked only when it is first typed on, beside the screen. Never another text's."""

    def __init__(self, how: Callable[[], Shown]) -> None:
        self._how, self._reads = how, list[Shown]()
        self.rest_until = 0.0
        self.ready = False  # the first reading takes long in a fresh process: lists and models are loaded for it

    def read(self, text: str) -> DisguisedText:
        """What others will read of this state of the text; what it costs says when it is renewed again."""
        began = time.monotonic()
        try:
            if not self._reads:
                self._reads.append(self._how())
            shown = self._reads[0](text)
        finally:
            self.rest_until = time.monotonic() + (time.monotonic() - began) * _SHARE
        self.ready = True
        return shown


class Beside(Horizontal):
    """Holds the text and its disguise; saving is for whoever holds this."""

    def __init__(self) -> None:
        super().__init__(id="note-row")
        # Held, since both are needed when the screen is already going.
        self.area = TextArea(id="note", soft_wrap=True, tab_behavior="focus")
        self._pane = Static("", id="shown", markup=False)
        self.reader = Reader(lambda: lambda _text: DisguisedText(""))
        self._renewal: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self.area
        yield VerticalScroll(self._pane, id="note-shown", can_focus=False)

    def open(self, text: str, shown: DisguisedText, how: Callable[[], Shown]) -> None:
        """Another text, and how it is read."""
        self.reader = Reader(how)
        with self.area.prevent(TextArea.Changed):
            self.area.load_text(text)
        self.area.move_cursor(self.area.document.end)
        self.show(shown)

    def show(self, shown: DisguisedText) -> None:
        self._say(shown.text)

    def on_text_area_changed(self) -> None:
        if self._renewal is None:
            wait = max(_SHOW_AFTER, self.reader.rest_until - time.monotonic())
            self._renewal = self.set_timer(wait, self._renew_due)

    def _renew_due(self) -> None:
        self._renewal = None
        self._renew(self.reader, self.area.text)

    @work(thread=True, group="beside")
    def _renew(self, reader: Reader, text: str) -> None:
        """An older disguise never stays beside words that cannot be disguised."""
        try:
            said = reader.read(text).text
        except Exception:
            said = not_disguised()
        with contextlib.suppress(Exception):  # the screen may be going
            self.app.call_from_thread(self._say_if, reader, text, said)

    def _say_if(self, reader: Reader, text: str, said: str) -> None:
        """Unless another text, or newer words, stand there already."""
        if reader is self.reader and text == self.area.text:
            self._say(said)

    def _say(self, said: str) -> None:
        if self._pane.is_attached:
            self._pane.update(said or _("What others will read stands here."))
