"""What pages have in common: the bar above, the footer, work in the background, a sentence when it cannot be done."""

from collections.abc import Callable
from contextlib import suppress
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer

from meeting.tui.bar import Bar

if TYPE_CHECKING:
    from data.records.draft import DraftOf
    from meeting.tui.app import MeetingApp
    from meeting.usecases.office import Office

T = TypeVar("T")


def begins(key: str, action: str, name: str, tooltip: str = "") -> tuple[Binding, Binding]:
    """A key that stands in the footer where a page shows nothing yet, as ``is_first`` says; else it works unnamed."""
    return (
        Binding(key, f"start({action!r})", name, tooltip=tooltip),
        Binding(key, action, name, show=False, tooltip=tooltip),
    )


class Speaking(Screen[None]):
    """A screen that says in a sentence what cannot be done, and saves what waits when it is asked to."""

    def is_first(self, action: str) -> bool:
        """Whether an action is what one begins with here, so that its key is named (see ``begins``)."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_first(str(parameters[0])) if action == "start" else True

    async def action_start(self, action: str) -> None:
        await self.app.run_action(action, self)

    @property
    def meeting_app(self) -> "MeetingApp":
        return cast("MeetingApp", self.app)

    @property
    def typing_now(self) -> "DraftOf | None":
        """What is being typed on it now, where something is."""
        return None

    def flush(self) -> None:
        """Save what was typed and waits to be saved."""

    def recorded(self, about: "DraftOf") -> None:
        """What a form said is done: nothing of it is offered again."""
        self.meeting_app.unkept.pop(about, None)
        if (drafts := self.meeting_app.drafts) is not None:
            with suppress(*expected()):  # then it is offered once more
                drafts.drop(about)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        self.notify(sentence, severity="error" if wrong else "information", timeout=8 if wrong else 4, markup=False)

    def attempt(self, do: Callable[[], T]) -> T | None:
        """Do it, or say in one sentence why it cannot be done."""
        try:
            return do()
        except expected() as problem:
            self.say(sentence_of(problem), wrong=True)
            return None


class Page(Speaking):
    """A page of an open area. Subclasses give ``HERE`` (its key in the bar), ``HELP``, ``body`` and ``refresh_page``.

    A binding is declared once: the footer shows it (at most six do), help and the palette list it with its tooltip.
    ``SHOWS_NAMES``: what stands on it is for the keeper's eyes; a projector never shows it.
    """

    AUTO_FOCUS: ClassVar[str | None] = ""
    HERE: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    SHOWS_NAMES: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(key), f"page('{key}')", "", show=False) for key in range(1, 6)),
        Binding("escape", "back", _("Back"), show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Bar(self.HERE)
        yield Vertical(*self.body(), id="body")
        yield Footer(compact=True, show_command_palette=False)

    def body(self) -> list[Widget]:
        return []

    def on_screen_resume(self) -> None:
        """Also when it is shown first, after what ``on_mount`` of a subclass makes ready."""
        self.refresh_page()

    def refresh_page(self) -> None:
        """Show what is recorded now."""

    @property
    def office(self) -> "Office":
        return self.meeting_app.office

    def action_page(self, key: str) -> None:
        from meeting.tui.pages import show_page

        show_page(self.meeting_app, key)

    def action_back(self) -> None:
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    def show_over(self, page: "Page") -> None:
        """Show a page over this one, unless it names people and the screen is on a projector."""
        if self.meeting_app.projector and page.SHOWS_NAMES:
            self.say(_("This page shows names, and the screen is on a projector: press F11 first."), wrong=True)
        else:
            self.app.push_screen(page)

    def saved(self) -> None:
        """Tell in the bar that what was done is in the record."""
        self.meeting_app.saved_at = self.office.clock()
        for bar in self.query(Bar):
            bar.show()

    @work(thread=True, exclusive=True, group="slow")
    def in_background(self, do: Callable[[], T], then: Callable[[T], None], doing: str) -> None:
        """Do something slow beside the screen, which says what goes on."""
        self.app.call_from_thread(self._busy, doing)
        done = self.attempt_in_thread(do)
        self.app.call_from_thread(self._busy, "")
        if done is not None:
            self.app.call_from_thread(then, done)

    def attempt_in_thread(self, do: Callable[[], T]) -> T | None:
        """The same beside the screen; what nobody expected is told in words too, and leaves the app open."""
        try:
            return do()
        except Exception as problem:
            self.app.call_from_thread(self.say, sentence_of(problem), wrong=True)
            return None

    def _busy(self, doing: str) -> None:
        for bar in self.query(Bar):
            bar.busy(doing)


def expected() -> tuple[type[Exception], ...]:
    """What a use case may raise; loaded when something was raised."""
    from meeting.usecases.problems import EXPECTED

    return EXPECTED


def not_disguised() -> str:
    """Stands in place of a disguise that could not be made."""
    return _("This cannot be shown disguised now. What you typed stands as it is.")


def sentence_of(problem: Exception) -> str:
    """Our own sentence, or one that quotes nothing."""
    if isinstance(problem, OSError):
        return _("The file or folder cannot be used; check that it is there and that you may write in it.")
    ours = type(problem).__module__.partition(".")[0] in {"meeting", "data", "agenda", "minutes", "redaction"}
    sentence = str(problem)
    # A built-in error may be ours, a whole sentence, or quote what was typed.
    if ours or (type(problem) in (ValueError, LookupError) and sentence[:1].isupper() and sentence.endswith(".")):
        return sentence
    return _("This cannot be done; nothing was changed.")
