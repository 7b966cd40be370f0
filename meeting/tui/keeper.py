"""What is being typed on a screen, kept beside it: soon after typing pauses, and at once where the screen goes."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from gettext import gettext as _
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen
from textual.timer import Timer

from data.records.draft import DraftOf
from meeting.tui.dialogs import Ask
from meeting.tui.page import expected, sentence_of

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.usecases.drafts import Drafts

Values = Mapping[str, str]
_KEEP_AFTER = 0.5  # seconds; a killed process loses at most the last second
_NEVER = 1 << 62


class Keeper:
    """Of one thing that is typed. ``about`` is None for what is never kept: passphrases, and names of files alone.

    ``typed`` is told of each change; ``told`` gets a sentence where it could not be kept, an empty one when it was.
    """

    def __init__(
        self, screen: Screen[Any], about: DraftOf | None, values: Callable[[], Values], told: Callable[[str], None]
    ) -> None:
        self._screen, self._about, self._values, self._told = screen, about, values, told
        self._before: Values = {}
        self._timer: Timer | None = None
        self._kept: Values = {}
        self._numbers, self._newest = count(), -1  # of what was typed, in its order: threads come in any
        self._writing = threading.Lock()

    @property
    def about(self) -> DraftOf | None:
        return self._about

    @property
    def _app(self) -> "MeetingApp":
        return cast("MeetingApp", self._screen.app)

    @property
    def _drafts(self) -> "Drafts | None":
        return self._app.drafts

    def begin(self) -> None:
        """What stands there now is no one's typing."""
        self._before = self._kept = self._values()

    @property
    def changed(self) -> bool:
        return self._values() != self._before

    @property
    def is_kept(self) -> bool:
        """Whether nothing would be lost now."""
        return self._newest == _NEVER or self._values() == self._kept

    def offer(self, take: Callable[[Values], None], leave: Callable[[], object]) -> None:
        """Ask about what was kept before, if anything was: ``take`` gets it, ``leave`` is for later."""
        about, held = self._about, self._app.unkept
        if about is None or (drafts := self._drafts) is None:
            return
        at = None if about in held else drafts.kept_at(about)
        if about not in held and at is None:
            return
        if self._app.projector:
            said = _(
                "What was typed here is kept; it may name someone, and the screen is on a projector: press F11 first."
            )
            self._app.notify(said, severity="warning", markup=False)
            leave()
            return
        when = _("Kept from {time}").format(time=_said(at)) if at else _("Held, since the disk had no room")
        question = when + ": " + _("what was typed here and not recorded.")

        def answered(answer: str | None) -> None:
            if answer not in ("take", "drop"):
                leave()
                return
            try:
                if answer == "take":
                    take(held[about] if about in held else drafts.take_up(about))
                else:
                    held.pop(about, None)
                    drafts.drop(about)
            except expected() as problem:
                self._told(sentence_of(problem))

        answers = {"take": _("Take it up again"), "drop": _("Discard it")}
        self._app.push_screen(Ask(question, answers), answered)

    def typed(self) -> None:
        """Keep it soon, however long the typing goes on."""
        if self._about is not None and self._timer is None and self._newest != _NEVER:
            self._timer = self._screen.set_timer(_KEEP_AFTER, self._due)

    def _due(self) -> None:
        self._timer = None
        values, number = self._values(), next(self._numbers)
        if values != self._kept:
            self._screen.run_worker(lambda: self._beside(values, number), thread=True, group="draft")

    def _beside(self, values: Values, number: int) -> None:
        wrong = self._write(values, number)
        with suppress(Exception):  # the screen may be going
            self._app.call_from_thread(self._told, wrong)

    def flush(self) -> bool:
        """Keep it now; what cannot be kept is held. Whether nothing is lost."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._about is None or self.is_kept:
            return self.is_kept
        wrong = self._write(self._values(), next(self._numbers))
        self._told(wrong)
        return not wrong

    def done(self) -> None:
        """It was recorded, or given up: nothing of it stays, whatever thread still comes."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        about, drafts = self._about, self._drafts
        with self._writing:
            self._newest = _NEVER
            if about is not None:
                self._app.unkept.pop(about, None)
                if drafts is not None:
                    with suppress(*expected()):  # then it is offered once more
                        drafts.drop(about)

    def _write(self, values: Values, number: int) -> str:
        """Empty when it is kept, or a sentence; what was typed away again is kept no more."""
        about, drafts = self._about, self._drafts
        if about is None or drafts is None:
            return ""
        with self._writing:
            if number < self._newest:
                return ""
            self._newest = number
            try:
                if values == self._before:
                    drafts.drop(about)
                else:
                    drafts.keep(about, values)
            except Exception as problem:
                self._app.unkept[about] = values
                return sentence_of(problem)
            self._kept = values
            self._app.unkept.pop(about, None)
        return ""


def _said(at: Any) -> str:
    return f"{at:%d.%m.%Y %H:%M}"


class Keeping:
    """A screen on which something is typed that is kept; the app lets it keep what waits before it goes."""

    @property
    def keeper(self) -> Keeper:
        raise NotImplementedError

    @property
    def typing_now(self) -> DraftOf | None:
        return self.keeper.about

    @property
    def is_kept(self) -> bool:
        return self.keeper.is_kept

    def flush(self) -> None:
        self.keeper.flush()
