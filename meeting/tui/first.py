"""The first screen: practise, open an area, or make a new one. Nothing heavy is loaded before it shows."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from meeting.tui.pack_given import PackGiven
from meeting.usecases.places import areas

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.usecases.office import Office

T = TypeVar("T")


class FirstScreen(Screen[None]):
    HELP: ClassVar[str] = _(
        "Practice has made-up cases and a meeting that waits: nothing you do there can harm anyone.\n"
        "A new area is your own record, locked with a passphrase that nobody can give back to you.\n"
        "A participant of an agency reads the pack they were sent, with their own key file, and needs no area."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "practise", _("Practise")),
        Binding("n", "new", _("New area")),
        Binding("r", "read", _("Read a pack")),
        Binding("ctrl+q", "app.quit", _("Leave")),
    ]

    def __init__(self, start: str = "", pack: PackGiven | None = None) -> None:
        super().__init__()
        self._start, self._pack = start, pack or PackGiven()
        self._found = [entry.name for entry in areas() if not entry.practice]

    def compose(self) -> ComposeResult:
        options = [Option(_("Open '{name}'").format(name=name), id=f"open-{name}") for name in self._found]
        options.append(Option(_("Practise with made-up cases"), id="practise"))
        options.append(Option(_("Make a new area for our own cases"), id="new"))
        options.append(Option(_("Read a pack that was sent to you"), id="read"))
        with Vertical(id="first"):
            yield Static("meeting", id="name")
            yield Static(
                _("Agendas, disguised summaries, actions and minutes\nfor responding together to domestic violence.")
            )
            yield OptionList(*options, id="doors", markup=False)
            yield Static("", id="doing", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        if self._start == "practice":
            self.action_practise()
        elif self._start == "pack" and self._pack.passphrase:
            self._open_pack(self._pack)
        elif self._start == "pack":
            self.action_read()
        else:
            self.set_timer(0.2, self._warm)

    @work(thread=True)
    def _warm(self) -> None:
        """Load what the next step needs while the first screen is being read."""
        import meeting.usecases.areas  # noqa: F401

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option.id or ""
        if chosen == "practise":
            self.action_practise()
        elif chosen == "new":
            self.action_new()
        elif chosen == "read":
            self.action_read()
        else:
            self._ask_passphrase(chosen.removeprefix("open-"))

    def action_practise(self) -> None:
        self._doing(_("Making ready the practice area…"))
        self._open_practice()

    def action_new(self) -> None:
        from meeting.tui.forms import Field, Fill, needed
        from meeting.usecases.areas import SHORTEST_PASSPHRASE

        def long_enough(value: str) -> str:
            return "" if len(value) >= SHORTEST_PASSPHRASE else _("At least 15 characters; five random words are best.")

        kinds = [("uk", _("United Kingdom, MARAC")), ("albania", _("Albania, CaDV"))]
        form = Fill(
            _("A new area. Its passphrase cannot be given back: write it down and lock the paper away."),
            [
                Field("name", _("Name (letters, digits, - or _)"), check=needed(_("Give the area a name."))),
                Field("profile", _("Practice of"), choices=kinds),
                Field("passphrase", _("Passphrase"), secret=True, check=long_enough),
                Field("again", _("The passphrase again"), secret=True),
            ],
            _("Make it"),
        )
        self.app.push_screen(form, self._make)

    def action_read(self) -> None:
        from meeting.tui.forms import Field, Fill, needed

        fields = [
            Field("pack", _("The pack's file"), self._pack.pack, check=needed(_("Say where the pack lies."))),
            Field("key", _("Your key file"), self._pack.key, check=needed(_("Say where your key file lies."))),
            Field("passphrase", _("Your passphrase"), secret=True),
        ]
        form = Fill(
            _("Read a pack that was sent to you"),
            fields,
            _("Open"),
            first="passphrase" if self._start == "pack" else "",
        )
        self.app.push_screen(form, self._read)

    def _read(self, values: "dict[str, str] | None") -> None:
        if values is not None:
            self._pack = PackGiven(values["pack"], values["key"])
            self._open_pack(PackGiven(**values))

    def _make(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        if values["passphrase"] != values["again"]:
            self._doing(_("The two passphrases are not the same; nothing was made."))
            return
        self._doing(_("Making the area…"))
        self._create(values)

    def _ask_passphrase(self, name: str) -> None:
        from meeting.tui.forms import Field, Fill

        fields = [Field("passphrase", _("Passphrase"), secret=True)]
        if len(users := self._users(name)) > 1:
            fields.insert(0, Field("user", _("Which user are you?"), choices=[(user, user) for user in users]))
        form = Fill(_("Open '{name}'").format(name=name), fields, _("Open"))
        self.app.push_screen(form, lambda values: self._unlock(name, values))

    def _users(self, name: str) -> tuple[str, ...]:
        """Who opens the area, by id; nobody where its key file cannot be read, which opening then tells."""
        from meeting.usecases.areas import who_opens

        try:
            return who_opens(name)
        except Exception:
            return ()

    def _unlock(self, name: str, values: "dict[str, str] | None") -> None:
        if values is not None:
            self._doing(_("Opening…"))
            self._open(name, values["passphrase"], values.get("user"))

    @work(thread=True, exclusive=True, group="door")
    def _open_practice(self) -> None:
        from meeting.usecases.areas import open_practice

        self._enter(open_practice)

    @work(thread=True, exclusive=True, group="door")
    def _create(self, values: dict[str, str]) -> None:
        from meeting.usecases.areas import create_area

        self._enter(lambda: create_area(values["name"].strip(), values["passphrase"], values["profile"]))

    @work(thread=True, exclusive=True, group="door")
    def _open(self, name: str, passphrase: str, user: str | None) -> None:
        from meeting.usecases.areas import open_area

        self._enter(lambda: open_area(name, passphrase, user=user))

    def _enter(self, opening: "Callable[[], Office]") -> None:
        self._through(opening, cast("MeetingApp", self.app).enter)

    @work(thread=True, exclusive=True, group="door")
    def _open_pack(self, given: PackGiven) -> None:
        from meeting.usecases.answering import open_desk

        pack, key = Path(given.pack.strip()).expanduser(), Path(given.key.strip()).expanduser()
        self._through(lambda: open_desk(pack, key, given.passphrase), cast("MeetingApp", self.app).enter_pack)

    def _through(self, opening: Callable[[], T], enter: Callable[[T], None]) -> None:
        from meeting.tui.page import sentence_of

        app = cast("MeetingApp", self.app)
        try:
            opened = opening()
        except Exception as problem:
            app.call_from_thread(self._doing, sentence_of(problem))
            return
        app.call_from_thread(enter, opened)

    def _doing(self, sentence: str) -> None:
        self.query_one("#doing", Static).update(sentence)
