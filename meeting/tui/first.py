"""The first screen: practise, open an area, make a new one, read a pack. Nothing heavy is loaded before it shows."""

from collections.abc import Callable
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from meeting.language import LANGUAGES, choose, spoken
from meeting.tui.opened import ANEW
from meeting.tui.pack_given import PackGiven
from meeting.usecases.places import areas

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.usecases.held import Held

T = TypeVar("T")


def _next_language() -> tuple[str, str]:
    """The code of the language the key changes to, and its own name for itself."""
    codes = list(LANGUAGES)
    code = codes[(codes.index(spoken()) + 1) % len(codes)]
    return code, LANGUAGES[code]


class FirstScreen(Screen[None]):
    HELP: ClassVar[str] = _(
        "Practice has made-up cases and a meeting that waits: nothing you do there can harm anyone.\n"
        "A new area is your own record, locked with a passphrase that nobody can give back to you.\n"
        "A participant of an agency reads the pack they were sent, with their own key file, and needs no area."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "door('practise')", _("Practise")),
        Binding("n", "door('new')", _("New area")),
        Binding("r", "door('read')", _("Read a pack")),
        Binding("l", "speak", _next_language()[1]),
        Binding("ctrl+q", "app.quit", _("Leave")),
    ]

    def __init__(self, start: str = "", pack: PackGiven | None = None) -> None:
        super().__init__()
        self._start, self.pack = start, pack or PackGiven()
        self.found = [entry.name for entry in areas() if not entry.practice]

    def compose(self) -> ComposeResult:
        options = [Option(_("Open '{name}'").format(name=name), id=f"open-{name}") for name in self.found]
        options.append(Option(_("Practise with made-up cases"), id="practise"))
        options.append(Option(_("Make a new area for our own cases"), id="new"))
        options.append(Option(_("Read a pack that was sent to you"), id="read"))
        if self.found:
            options.append(Option(_("Every passphrase is lost: two recovery sheets"), id="recover"))
        with Vertical(id="first"):
            yield Static("meeting", id="name")
            yield Static(
                _("Agendas, disguised summaries, actions and minutes\nfor responding together to domestic violence.")
            )
            if held := cast("MeetingApp", self.app).held:
                yield Static(_held(held), id="held", markup=False)
            yield OptionList(*options, id="doors", markup=False)
            yield Static("", id="doing", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        if self._start == "practice":
            self.action_door("practise")
        elif self._start == "pack":
            self.action_door("read")
        else:
            self.call_after_refresh(self.set_timer, 0.2, self._warm)

    @work(thread=True)
    def _warm(self) -> None:
        """Load what the next step needs while the first screen is being read."""
        import meeting.usecases.areas  # noqa: F401

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_door(event.option.id or "")

    def action_door(self, name: str) -> None:
        from meeting.tui.doors import DOORS, open_area

        if name in DOORS:
            DOORS[name](self)
        else:
            open_area(self, name.removeprefix("open-"))

    def action_speak(self) -> None:
        """The program starts anew: its words are made when it is loaded."""
        choose(_next_language()[0])
        self.app.exit(return_code=ANEW)

    @work(thread=True, exclusive=True, group="door")
    def through(self, opening: Callable[[], T], enter: Callable[[T], None], ask_again: Callable[[str], None]) -> None:
        """Open something beside the screen and enter it, or say why not.

        A passphrase that is wrong is asked for again at once: typed on this screen, its letters would be keys.
        """
        from meeting.tui.page import sentence_of

        app = cast("MeetingApp", self.app)
        try:
            opened = opening()
        except Exception as problem:
            from meeting.usecases.problems import mistyped

            app.call_from_thread(self.doing, "" if mistyped(problem) else sentence_of(problem))
            if mistyped(problem):
                app.call_from_thread(ask_again, sentence_of(problem))
            return
        app.call_from_thread(enter, opened)

    def doing(self, sentence: str) -> None:
        self.query_one("#doing", Static).update(sentence)


def _held(held: "Held") -> str:
    """What the one who locked must know, in sight until it is open again."""
    return _(
        "What {user} typed last could not be kept: the disk has no room. It is held in this window, sealed. Make room, then "
        "open it again HERE; closing this window loses it."
    ).format(user=held.user)
