"""The app: its keys, its looks, the projector. What is open in it is in ``opened``, how it breaks in ``crash``."""

from collections.abc import Iterable
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import Theme

from meeting.tui.first import FirstScreen
from meeting.tui.opened import Opened
from meeting.tui.pack_given import PackGiven

if TYPE_CHECKING:
    from meeting.usecases.held import Held

_NIGHT = Theme(
    name="evening", primary="#8fb3e8", secondary="#c2a878", accent="#e8b45a", foreground="#e4e7ee", background="#12161f",
    surface="#1a202c", panel="#242c3b", success="#8cc59a", warning="#e8b45a", error="#ef8a80", dark=True,
)  # fmt: skip
_DAY = Theme(
    name="morning", primary="#2d4a7c", secondary="#7a5c22", accent="#a8620b", foreground="#1d2330", background="#f6f5f1",
    surface="#ffffff", panel="#e9e7e0", success="#2f6f41", warning="#8a5a00", error="#a52a20", dark=False,
)  # fmt: skip


class MeetingApp(Opened):
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

    def __init__(self, start: str = "", pack: PackGiven | None = None, held: "Held | None" = None) -> None:
        super().__init__(held)
        self._start, self._given = start, pack
        self.projector = False
        self.place: dict[str, tuple[int, float]] = {}  # of each meeting: which case, and since when

    def on_mount(self) -> None:
        self.register_theme(_NIGHT)
        self.register_theme(_DAY)
        self.theme = "evening"
        self.push_screen(FirstScreen(self._start, self._given))

    def copy_to_clipboard(self, text: str) -> None:
        """Within this program alone: the machine's clipboard is read by others, kept, and sent on by some."""
        self._clipboard = text

    def action_help(self) -> None:
        from meeting.tui.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        if not CommandPalette.is_open(cast("App[object]", self)):
            self.push_screen(CommandPalette(placeholder=_("Search: a command or a page"), id="--command-palette"))

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
