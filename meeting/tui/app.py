"""The app: what every screen shares, and what happens when something breaks."""

from collections.abc import Iterable
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, InputEvent
from textual.screen import Screen
from textual.theme import Theme

from meeting.tui.first import FirstScreen
from meeting.tui.locking import Watch, on_hang_up
from meeting.tui.pack_given import PackGiven

if TYPE_CHECKING:
    from meeting.usecases.answering import Desk
    from meeting.usecases.office import Office

_NIGHT = Theme(
    name="evening", primary="#8fb3e8", secondary="#c2a878", accent="#e8b45a", foreground="#e4e7ee", background="#12161f",
    surface="#1a202c", panel="#242c3b", success="#8cc59a", warning="#e8b45a", error="#ef8a80", dark=True,
)  # fmt: skip
_DAY = Theme(
    name="morning", primary="#2d4a7c", secondary="#7a5c22", accent="#a8620b", foreground="#1d2330", background="#f6f5f1",
    surface="#ffffff", panel="#e9e7e0", success="#2f6f41", warning="#8a5a00", error="#a52a20", dark=False,
)  # fmt: skip
LOCKED = 75  # the app's return code when it was locked and is to start anew


class MeetingApp(App[None]):
    """Holds the open area; every screen asks ``office`` for it."""

    CSS_PATH = Path(__file__).with_name("style.tcss")
    TITLE = "meeting"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", _("Help"), key_display="?", tooltip=_("Help (F1 where you type)")),
        Binding(
            "f11",
            "projector",
            _("Projector"),
            show=False,
            priority=True,
            tooltip=_("For a projector: disguised text alone, light colours; again: back"),
        ),
        Binding(
            "f12",
            "lock",
            _("Lock"),
            show=False,
            priority=True,
            tooltip=_("Lock at once: the screen goes blank and the passphrase is asked for"),
        ),
        Binding("ctrl+q", "quit", _("Leave"), show=False, priority=True, tooltip=_("Close the app; all is saved")),
    ]

    def __init__(self, start: str = "", pack: PackGiven | None = None) -> None:
        super().__init__()
        self._start, self._given = start, pack
        self._office: Office | None = None
        self._desk: Desk | None = None
        self._watch = Watch()
        self.projector = False
        self.place: dict[str, tuple[int, float]] = {}  # of each meeting: which case, and since when
        self.saved_at: datetime | None = None
        self.unkept: dict[
            Any, str
        ] = {}  # what was typed and could not be kept, by the note, case or pack it belongs to
        self._warned = False

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
    def holds_keys(self) -> bool:
        """Whether an area or a pack is open, so that there is something to lock."""
        return self._office is not None or self._desk is not None

    @property
    def practice(self) -> bool:
        return self._office is not None and self._office.area.practice

    def on_mount(self) -> None:
        self.register_theme(_NIGHT)
        self.register_theme(_DAY)
        self.theme = "evening"
        self.push_screen(FirstScreen(self._start, self._given))

    def enter(self, office: "Office") -> None:
        """An area was opened: show its cases."""
        from meeting.tui.cases import CasesScreen

        self._office = office
        self._keys_came()
        self.switch_screen(CasesScreen())
        self.call_later(self._say_at_opening)

    def enter_pack(self, desk: "Desk") -> None:
        """A participant opened a pack: show what stands in it."""
        from meeting.tui.pack import PackScreen

        self._desk = desk
        self._keys_came()
        self.switch_screen(PackScreen(desk, date.today()))

    def _keys_came(self) -> None:
        self._watch = Watch()
        self.set_interval(5, self._lock_when_left)
        on_hang_up(self._save_and_close)

    def _say_at_opening(self) -> None:
        from meeting.usecases.check.run import at_opening

        for sentence in at_opening(self.office):
            self.notify(sentence, severity="warning", timeout=15, markup=False)

    def leave_area(self) -> None:
        """Lock: save, and end the process that holds the keys. ``run`` then starts it anew at the first screen."""
        self.flush()
        self.exit(return_code=LOCKED)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, InputEvent):
            self._watch.touched()
        await super().on_event(event)

    def _lock_when_left(self) -> None:
        """Nobody at the keys, or the machine slept meanwhile."""
        if not self.practice and (self._watch.idle or self._watch.slept):
            self.leave_area()

    def _save_and_close(self) -> None:
        self.flush()
        if self._office is not None:
            self._office.close()

    def flush(self) -> None:
        """Save what waits to be saved on any screen."""
        from meeting.tui.page import Speaking

        for screen in self.screen_stack:
            if isinstance(screen, Speaking):
                screen.flush()

    def action_lock(self) -> None:
        if self.holds_keys:
            self.leave_area()

    async def action_quit(self) -> None:
        self.flush()
        if self.unkept and not self._warned:
            self._warned = True
            said = _("Something typed could not be saved: make room on the disk, then leave. Again ctrl+q gives it up.")
            self.notify(said, severity="error", timeout=15, markup=False)
            return
        self.exit()

    def action_help(self) -> None:
        from meeting.tui.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def get_system_commands(self, _screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: all of it our own, so without what would write a screen to a file."""
        from meeting.tui.palette import commands

        yield from commands(self, _screen)

    def other_theme(self) -> None:
        self.theme = "morning" if self.theme == "evening" else "evening"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "lock":
            return self.holds_keys
        return self.is_open if action == "projector" else True

    def action_projector(self) -> None:
        """What names people must be left first; then nothing does until this is pressed again."""
        from meeting.tui.page import Page
        from meeting.tui.pages import show_page

        self.flush()
        page = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)), None)
        self.projector = not self.projector
        self.theme = "morning" if self.projector else "evening"
        # The page anew, and whatever lay over it gone: nothing of a form or a case stays in sight.
        show_page(self, (page.HERE if page else "") or "1")

    def on_unmount(self) -> None:
        if self._office is not None:
            self._office.close()

    def panic(self, *_renderables: Any) -> None:
        """Never the library's own report: it shows the values of variables, and they may name people."""
        super().panic(self._farewell())

    def _fatal_error(self) -> None:
        self.panic()

    def _handle_exception(self, error: Exception) -> None:
        """Tell the kind of error and where in the program, never what it was about."""
        import traceback

        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        last = traceback.extract_tb(error.__traceback__)[-1:]
        where = f"{last[0].filename.rsplit('/', 1)[-1]}:{last[0].lineno}" if last else "?"
        super().panic(self._farewell() + f"\n({type(error).__name__}, {where})")

    def _farewell(self) -> str:
        closed = _("Something went wrong and the app closed.")
        if not self.holds_keys:
            return closed
        if self._all_kept():
            return closed + " " + _("What was typed until a second ago is saved.")
        return closed + " " + _("What was typed last may not be saved: look when the area or the pack is open again.")

    def _all_kept(self) -> bool:
        """Whether all that is typed on the screens that stand is saved as one types, and could be."""
        try:
            later = any(getattr(screen, "SAVED_LATER", False) for screen in self.screen_stack)
            return not (later or self.unkept) and (self._desk is None or self._desk.is_kept)
        except Exception:  # in doubt, nothing is claimed
            return False
