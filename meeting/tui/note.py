"""One note of one case: typed on the left, as others will read it on the right; saved beside the typing."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from data.records.conference import Item, NoteKind
from data.records.draft import DraftOf
from data.records.text import DisguisedText
from meeting.tui.beside import Beside, Reader
from meeting.tui.page import expected, sentence_of
from meeting.usecases import noting
from meeting.usecases.held import NOTE
from meeting.usecases.holding import raw_of

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp

# Seconds; a killed process loses at most the last second.
_SAVE_AFTER = 0.4
_NO_KEY = 0.3  # so long without a key, and typing has stopped


@dataclass(frozen=True, slots=True)
class Which:
    """The note that is typed."""

    meeting_id: str
    item: Item
    kind: NoteKind
    agency: str = ""

    @property
    def about(self) -> DraftOf:
        return DraftOf(f"{NOTE} {self.item.id} {self.kind} {self.agency}", self.item.case_id)

    def values(self, raw: str) -> dict[str, str]:
        """What is held where it cannot be kept: enough to keep it later."""
        place = {"meeting": self.meeting_id, "item": self.item.id, "kind": self.kind.value, "agency": self.agency}
        return {**place, "raw": raw}


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
        self._beside = Beside()
        self._which: Which | None = None
        self._timer: Timer | None = None
        self._typed = False  # since the note was opened or flushed
        self._saving = threading.Lock()
        self._last_key = self._unsaved_since = 0.0
        self._numbers, self._kept = count(), -1  # of what was typed, in its order; the newest that is kept

    @property
    def area(self) -> TextArea:
        return self._beside.area

    @property
    def _unkept(self) -> dict[DraftOf, Mapping[str, str]]:
        """Words the disk had no room for: shown again when one comes back to their note, and tried again."""
        return cast("MeetingApp", self.app).unkept

    @property
    def about(self) -> DraftOf | None:
        return self._which.about if self._which else None

    def compose(self) -> ComposeResult:
        yield Static("", id="about", markup=False)
        yield self._beside

    def open(self, which: Which, about: str) -> None:
        """Show another note; the one before was flushed."""
        office = cast("MeetingApp", self.app).office
        self._which = which
        raw = raw_of(office, which.item.id, which.kind, which.agency)
        shown = noting.shown_of(office, which.meeting_id, which.item.id, which.kind, which.agency)
        text = self._unkept.get(which.about, {}).get("raw", raw.text)
        # Decisions of a review, and what may be told, are read anew with each note.
        self._beside.open(text, shown, lambda: noting.being_typed(office, which.meeting_id, which.item))
        self.query_one("#about", Static).update(about)

    def flush(self) -> None:
        """What waits to be saved is saved before anything else is shown."""
        which = self._which
        if which is None or not (self._typed or which.about in self._unkept):
            return
        self._typed = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        raw = self.area.text
        self._unkept[which.about] = which.values(raw)
        try:
            shown = self._whole(which, raw)
            self._keep(which, raw, shown, next(self._numbers))
        except expected() as problem:
            self.post_message(self.Wrong(sentence_of(problem)))
            return
        self._beside.show(shown)

    def on_text_area_changed(self) -> None:
        """Saved right after a key was drawn, so that the next key finds the machine free; or when typing stops."""
        self._last_key, self._typed = time.monotonic(), True
        if self._timer is None:
            self._timer = self.set_timer(_SAVE_AFTER + _NO_KEY, self._due)
            self._unsaved_since = self._last_key
        elif self._last_key - self._unsaved_since >= _SAVE_AFTER:
            self.call_after_refresh(self._due)

    def _due(self) -> None:
        if self._timer is not None and self._which is not None:
            self._timer.stop()
            self._timer = None
            self._save(self._which, self._beside.reader, self.area.text, next(self._numbers))

    @work(thread=True, group="note")
    def _save(self, which: Which, reader: Reader, raw: str, number: int) -> None:
        """What was typed, with what others read of it; what was typed is kept also where that cannot be told."""
        try:
            if not reader.ready:
                self._keep(which, raw, DisguisedText(""), number)
            try:
                shown = reader.read(raw)
            except Exception:
                self._keep(which, raw, DisguisedText(""), number)
                raise
            self._keep(which, raw, shown, number)
            self.post_message(self.Kept())
            self.app.call_from_thread(self._show_if, which, raw, shown)
        except Exception as problem:
            if number >= self._kept and (self._stands(which, raw) or which.about not in self._unkept):
                self._unkept[which.about] = which.values(raw)
            self.post_message(self.Wrong(sentence_of(problem)))

    def _whole(self, which: Which, raw: str) -> DisguisedText:
        office = cast("MeetingApp", self.app).office
        return noting.disguised(office, which.meeting_id, which.item, raw)

    def _keep(self, which: Which, raw: str, shown: DisguisedText, number: int) -> None:
        """Keep it, unless something newer was kept: threads come in any order."""
        with self._saving:
            if number >= self._kept:
                self._kept = number
                office = cast("MeetingApp", self.app).office
                noting.keep(office, which.meeting_id, which.item, which.kind, which.agency, raw, shown)
                self._unkept.pop(which.about, None)

    def _stands(self, which: Which, raw: str) -> bool:
        """Whether these words are still what stands in the note."""
        return which == self._which and raw == self.area.text

    def _show_if(self, which: Which, raw: str, shown: DisguisedText) -> None:
        """Unless newer words stand there already."""
        if self._stands(which, raw):
            self._beside.show(shown)
