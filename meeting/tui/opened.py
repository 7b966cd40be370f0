"""What is open in the app, and what is typed in it: kept before a screen goes, held where the disk has no room."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from gettext import gettext as _
from typing import TYPE_CHECKING

from textual import work
from textual.events import Event, InputEvent

from data.records.draft import DraftOf
from meeting.tui.crash import Crash
from meeting.tui.keeper import Keeping
from meeting.tui.locking import Watch, on_hang_up
from meeting.tui.page import Speaking, expected

if TYPE_CHECKING:
    from meeting.usecases.answering import Desk
    from meeting.usecases.drafts import Drafts
    from meeting.usecases.held import Held
    from meeting.usecases.office import Office

ANEW = 75  # the app's return code when it is to start anew: it was locked, or speaks another language


class Opened(Crash):
    """The part of the app that holds an area or a pack, until it is locked."""

    def __init__(self, held: "Held | None") -> None:
        super().__init__()
        self._office: Office | None = None
        self._desk: Desk | None = None
        self._watch = Watch()
        self.saved_at: datetime | None = None
        self.unkept: dict[DraftOf, Mapping[str, str]] = {}  # what was typed and could not be kept
        self.held = held  # the same, sealed, from before the app was locked or for after it
        self._warned = False
        self.when_ready: Callable[[], None] = lambda: None  # called when all that opening loads is loaded

    @property
    def is_open(self) -> bool:
        """Whether an area is open."""
        return self._office is not None

    @property
    def office(self) -> "Office":
        """The open area. Screens that ask for it are reached only when there is one."""
        if self._office is None:
            raise RuntimeError("no area is open")
        return self._office

    @property
    def drafts(self) -> "Drafts | None":
        """Where what is typed is kept; nowhere before something is open."""
        from meeting.usecases.drafts import AreaDrafts

        if self._office is not None:
            return AreaDrafts(self._office)
        return self._desk.drafts if self._desk is not None else None

    @property
    def holds_keys(self) -> bool:
        """Whether an area or a pack is open, so that there is something to lock."""
        return self._office is not None or self._desk is not None

    @property
    def practice(self) -> bool:
        return self._office is not None and self._office.area.practice

    def enter(self, office: "Office") -> None:
        """An area was opened: show its cases."""
        from meeting.tui.cases import CasesScreen
        from meeting.usecases.held import opened

        self._office = office
        self._keys_came()
        with suppress(*expected()):  # what does not open with these keys is held on
            if self.held is not None and (mine := opened(office, self.held)) is not None:
                self.unkept, self.held = dict(mine), None
                self.keep_held()
        self.switch_screen(CasesScreen())
        self.call_later(self._say_at_opening)
        self._make_ready()

    @work(thread=True, exit_on_error=False)
    def _make_ready(self) -> None:
        """While the list of cases is being read."""
        from meeting.usecases.readiness import make_ready

        make_ready()
        self.when_ready()

    def enter_pack(self, desk: "Desk") -> None:
        """A participant opened a pack: show what stands in it."""
        from meeting.tui.pack import PackScreen

        self._desk = desk
        self._keys_came()
        with suppress(*expected()):
            if self.held is not None and desk.take_held(self.held):
                self.held = None
                desk.keep()  # where it cannot, the page says so, and tries again
        self.switch_screen(PackScreen(desk, date.today()))

    def _keys_came(self) -> None:
        self._watch = Watch()
        self.set_interval(5, self._every_few_seconds)
        on_hang_up(self._save_and_close)

    def _say_at_opening(self) -> None:
        from meeting.usecases.check.run import at_opening

        for sentence in at_opening(self.office):
            self.notify(sentence, severity="warning", timeout=15, markup=False)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, InputEvent):
            self._watch.touched()
        await super().on_event(event)

    def _every_few_seconds(self) -> None:
        """Lock when nobody is at the keys, or the machine slept meanwhile; and try what was not kept again."""
        if not self.practice and (self._watch.idle or self._watch.slept):
            self.leave_area()
        elif self.unkept:
            self.keep_held()

    def leave_area(self) -> None:
        """Lock: keep what is typed, and end the process that holds the keys. ``run`` then starts it anew at the first
        screen. What could not be kept goes there sealed, and the first screen says so."""
        from meeting.usecases.held import sealed

        with suppress(Exception):  # whatever cannot be kept, it locks
            self._flush_at_the_end()
        if self.unkept:
            with suppress(Exception):
                self.held = self._desk.to_hold() if self._desk is not None else sealed(self.office, self.unkept)
        self.exit(return_code=ANEW)

    def _save_and_close(self) -> None:
        self._flush_at_the_end()
        if self._office is not None:
            self._office.close()

    def _flush_at_the_end(self) -> None:
        """On a full disk into the room that is kept free for it."""
        from meeting.usecases import reserve

        self.flush()
        if self._office is not None and not self.all_kept:
            reserve.give_up(self._office)
            self.flush()

    def flush(self) -> None:
        """Keep what waits to be kept on any screen, and what could not be kept before."""
        for screen in self.screen_stack:
            if isinstance(screen, Speaking | Keeping):
                screen.flush()
        self.keep_held()

    def keep_held(self) -> None:
        """Try what could not be kept again; what is open on a screen is that screen's own."""
        from meeting.usecases.held import keep_again

        now = {screen.typing_now for screen in self.screen_stack if isinstance(screen, Speaking | Keeping)}
        for about, values in list(self.unkept.items()):
            if self._office is not None and about not in now:
                with suppress(*expected()):
                    keep_again(self._office, about, values)
                    self.unkept.pop(about, None)

    @property
    def all_kept(self) -> bool:
        waits = any(isinstance(screen, Keeping) and not screen.is_kept for screen in self.screen_stack)
        return not (waits or self.unkept) and (self._desk is None or self._desk.is_kept)

    def action_lock(self) -> None:
        if self.holds_keys:
            self.leave_area()

    async def action_quit(self) -> None:
        if self.holds_keys:
            self.flush()
        if (self.unkept or self.held) and not self._warned:
            self._warned = True
            said = _("Something typed could not be saved: make room on the disk, then leave. Again ctrl+q gives it up.")
            self.notify(said, severity="error", timeout=15, markup=False)
            return
        self.exit()

    def on_unmount(self) -> None:
        if self._office is not None:
            self._office.close()
