"""The first screen: practise, open an area, or make a new one. Nothing heavy is loaded before it shows."""

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from meeting.usecases.places import areas

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp


class FirstScreen(Screen[None]):
    HELP: ClassVar[str] = _(
        "Practice has made-up cases and a meeting that waits: nothing you do there can harm anyone.\n"
        "A new area is your own record, locked with a passphrase that nobody can give back to you."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "practise", _("Practise")),
        Binding("n", "new", _("New area")),
        Binding("ctrl+q", "app.quit", _("Leave")),
    ]

    def __init__(self, start: str = "") -> None:
        super().__init__()
        self._start = start
        self._found = [entry.name for entry in areas() if not entry.practice]

    def compose(self) -> ComposeResult:
        options = [Option(_("Open '{name}'").format(name=name), id=f"open-{name}") for name in self._found]
        options.append(Option(_("Practise with made-up cases"), id="practise"))
        options.append(Option(_("Make a new area for our own cases"), id="new"))
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

        self._through(open_practice)

    @work(thread=True, exclusive=True, group="door")
    def _create(self, values: dict[str, str]) -> None:
        from meeting.usecases.areas import create_area

        self._through(lambda: create_area(values["name"].strip(), values["passphrase"], values["profile"]))

    @work(thread=True, exclusive=True, group="door")
    def _open(self, name: str, passphrase: str, user: str | None) -> None:
        from meeting.usecases.areas import open_area

        self._through(lambda: open_area(name, passphrase, user=user))

    def _through(self, opening) -> None:  # type: ignore[no-untyped-def]
        from meeting.tui.page import sentence_of

        app = cast("MeetingApp", self.app)
        try:
            office = opening()
        except Exception as problem:
            app.call_from_thread(self._doing, sentence_of(problem))
            return
        app.call_from_thread(app.enter, office)

    def _doing(self, sentence: str) -> None:
        self.query_one("#doing", Static).update(sentence)
