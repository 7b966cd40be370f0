"""One note of one case: typed on the left, as others will read it on the right; saved beside the typing."""

import contextlib
import threading
import time
from dataclasses import dataclass
from gettext import gettext as _
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from data.records.conference import Item, NoteKind
from data.records.text import DisguisedText
from meeting.tui.page import expected, sentence_of
from meeting.usecases import noting
from meeting.usecases.holding import raw_of
from meeting.usecases.writing import Shown

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp

# Seconds; a killed process loses at most the last second.
_SAVE_AFTER = 0.4
_NO_KEY = 0.3  # so long without a key, and typing has stopped
_SHOW_AFTER = 0.1
_SHARE = 20  # disguising takes at most one part in so many of the time while someone types


@dataclass(frozen=True, slots=True)
class Which:
    """The note that is typed."""

    meeting_id: str
    item: Item
    kind: NoteKind
    agency: str = ""


class NotePane(Vertical):
    """Holds the text; keeps what was typed within a second, and disguises beside it, sentence by sentence, as one types."""

    class Kept(Message):
        """What was typed is in the record."""

    class Wrong(Message):
        """It could not be kept; ``sentence`` says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self) -> None:
        super().__init__(id="note-pane")
        # Held, since both are needed when the screen is already going.
        self._beside = Static("", id="shown", markup=False)
        self.area = TextArea(id="note", soft_wrap=True, tab_behavior="focus")
        self._which: Which | None = None
        self._shown = DisguisedText("")
        self._disguise: tuple[str, Shown] | None = None  # of which item, and how it is read
        self._timer: Timer | None = None
        self._renewal: Timer | None = None
        self._typed = False  # since the note was opened or flushed
        self._saving = threading.Lock()
        self._rest_until = self._last_key = self._unsaved_since = 0.0
        self._numbers, self._kept = count(), -1  # of what was typed, in its order; the newest that is kept

    @property
    def _unkept(self) -> dict[Any, str]:
        """Words the disk had no room for: shown again when one comes back to their note, and tried again."""
        return cast("MeetingApp", self.app).unkept

    def compose(self) -> ComposeResult:
        yield Static("", id="about", markup=False)
        with Horizontal(id="note-row"):
            yield self.area
            yield VerticalScroll(self._beside, id="note-shown", can_focus=False)

    def open(self, which: Which, about: str) -> None:
        """Show another note; the one before was flushed."""
        office = cast("MeetingApp", self.app).office
        self._which = which
        raw = raw_of(office, which.item.id, which.kind, which.agency)
        self._disguise = None  # decisions of a review, and what may be told, are read anew
        self._shown = noting.shown_of(office, which.meeting_id, which.item.id, which.kind, which.agency)
        with self.area.prevent(TextArea.Changed):
            self.area.load_text(self._unkept.get(which, raw.text))
        self.area.move_cursor(self.area.document.end)
        self.query_one("#about", Static).update(about)
        self._show()

    def flush(self) -> None:
        """What waits to be saved is saved before anything else is shown."""
        if self._which is not None and (self._typed or self._which in self._unkept):
            self._typed = False
            if self._timer is not None:
                self._timer.stop()
                self._timer = None
            self._unkept[self._which] = self.area.text
        office = cast("MeetingApp", self.app).office
        for which, raw in tuple(self._unkept.items()):
            try:
                shown = noting.disguised(office, which.meeting_id, which.item, raw)
                self._keep(which, raw, shown, next(self._numbers))
            except expected() as problem:
                self.post_message(self.Wrong(sentence_of(problem)))
                return
            if which == self._which:
                self._shown = shown
                self._show()

    def on_text_area_changed(self) -> None:
        """Saved right after a key was drawn, so that the next key finds the machine free; or when typing stops."""
        self._last_key, self._typed = time.monotonic(), True
        if self._renewal is None:
            self._renewal = self.set_timer(max(_SHOW_AFTER, self._rest_until - self._last_key), self._renew_due)
        if self._timer is None:
            self._timer = self.set_timer(_SAVE_AFTER + _NO_KEY, self._due)
            self._unsaved_since = self._last_key
        elif self._last_key - self._unsaved_since >= _SAVE_AFTER:
            self.call_after_refresh(self._due)

    def _due(self) -> None:
        if self._timer is not None and self._which is not None:
            self._timer.stop()
            self._timer = None
            self._save(self._which, self.area.text, next(self._numbers))

    def _renew_due(self) -> None:
        self._renewal = None
        if self._which is not None:
            self._renew(self._which, self.area.text)

    @work(thread=True, group="beside")
    def _renew(self, which: Which, raw: str) -> None:
        """What others will read, renewed as one types; a failure is told when the text is saved."""
        with contextlib.suppress(Exception):
            shown = self._read(which, raw)
            self.app.call_from_thread(self._show_if, which, raw, shown)

    @work(thread=True, group="note")
    def _save(self, which: Which, raw: str, number: int) -> None:
        """What was typed, with what others read of it; what was typed is kept also where that cannot be told."""
        try:
            try:
                shown = self._read(which, raw)
            except Exception:
                self._keep(which, raw, DisguisedText(""), number)
                raise
            self._keep(which, raw, shown, number)
            self.post_message(self.Kept())
            self.app.call_from_thread(self._show_if, which, raw, shown)
        except Exception as problem:
            if number >= self._kept and (self._stands(which, raw) or which not in self._unkept):
                self._unkept[which] = raw
            self.post_message(self.Wrong(sentence_of(problem)))

    def _read(self, which: Which, raw: str) -> DisguisedText:
        """The text disguised; what it costs says when it is done again."""
        began = time.monotonic()
        if self._disguise is None or self._disguise[0] != which.item.id:
            office = cast("MeetingApp", self.app).office
            self._disguise = which.item.id, noting.being_typed(office, which.meeting_id, which.item)
        shown = self._disguise[1](raw)
        self._rest_until = time.monotonic() + (time.monotonic() - began) * _SHARE
        return shown

    def _keep(self, which: Which, raw: str, shown: DisguisedText, number: int) -> None:
        """Keep it, unless something newer was kept: threads come in any order."""
        with self._saving:
            if number >= self._kept:
                self._kept = number
                office = cast("MeetingApp", self.app).office
                noting.keep(office, which.meeting_id, which.item, which.kind, which.agency, raw, shown)
                self._unkept.pop(which, None)

    def _stands(self, which: Which, raw: str) -> bool:
        """Whether these words are still what stands in the note."""
        return which == self._which and raw == self.area.text

    def _show_if(self, which: Which, raw: str, shown: DisguisedText) -> None:
        """Unless newer words stand there already."""
        if self._stands(which, raw):
            self._shown = shown
            self._show()

    def _show(self) -> None:
        if self._beside.is_attached:
            self._beside.update(self._shown.text or _("What others will read stands here."))
