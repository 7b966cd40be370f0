"""What pages have in common: the bar above, the footer, work in the background, questions asked."""

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Button, Footer, Input, Label, OptionList, Select, Static, TextArea
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from rich.text import Text as RichText

    from meeting.tui.app import MeetingApp
    from meeting.usecases.office import Office

T = TypeVar("T")


class Page(Screen[None]):
    """A page of an open area. Subclasses give ``HERE`` (its key in the bar), ``HELP``, ``body`` and ``refresh_page``."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    HERE: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
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

    def on_mount(self) -> None:
        self.refresh_page()

    def on_screen_resume(self) -> None:
        self.refresh_page()

    def refresh_page(self) -> None:
        """Show what is recorded now."""

    def flush(self) -> None:
        """Save what was typed and waits to be saved."""

    @property
    def meeting_app(self) -> "MeetingApp":
        return cast("MeetingApp", self.app)

    @property
    def office(self) -> "Office":
        return self.meeting_app.office

    def action_page(self, key: str) -> None:
        from meeting.tui.pages import show_page

        show_page(self.meeting_app, key)

    def action_back(self) -> None:
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        self.notify(sentence, severity="error" if wrong else "information", timeout=8 if wrong else 4, markup=False)

    def attempt(self, do: Callable[[], T]) -> T | None:
        """Do it, or say in one sentence why it cannot be done."""
        from meeting.usecases.places import NotPossible
        from redaction.gate import GateStopped

        try:
            return do()
        except (NotPossible, GateStopped, ValueError, LookupError, OSError) as problem:
            self.say(sentence_of(problem), wrong=True)
            return None

    @work(thread=True, exclusive=True, group="slow")
    def in_background(self, do: Callable[[], T], then: Callable[[T], None], doing: str) -> None:
        """Do something slow beside the screen, which says what goes on."""
        self.app.call_from_thread(self._busy, doing)
        done = self.attempt_in_thread(do)
        self.app.call_from_thread(self._busy, "")
        if done is not None:
            self.app.call_from_thread(then, done)

    def attempt_in_thread(self, do: Callable[[], T]) -> T | None:
        from meeting.usecases.places import NotPossible
        from redaction.gate import GateStopped

        try:
            return do()
        except (NotPossible, GateStopped, ValueError, LookupError, OSError) as problem:
            self.app.call_from_thread(self.say, sentence_of(problem), wrong=True)
            return None

    def _busy(self, doing: str) -> None:
        for bar in self.query(Bar):
            bar.busy(doing)


def sentence_of(problem: Exception) -> str:
    """Our own sentence, or one that quotes nothing."""
    if isinstance(problem, OSError):
        return _("The file or folder cannot be used; check that it is there and that you may write in it.")
    ours = type(problem).__module__.partition(".")[0] in {"meeting", "data", "agenda", "minutes", "redaction"}
    sentence = str(problem)
    # A built-in error may be ours, a whole sentence, or quote what was typed.
    if ours or (sentence[:1].isupper() and sentence.endswith(".")):
        return sentence
    return _("This cannot be done; nothing was changed.")


class Bar(Static):
    """The pages of the area, where one is, and PRACTICE where it is."""

    def __init__(self, here: str) -> None:
        super().__init__(id="bar", markup=False)
        self._here, self._doing = here, ""

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def busy(self, doing: str) -> None:
        self._doing = doing
        self._show()

    def _show(self) -> None:
        from rich.text import Text

        from meeting.tui.pages import PAGES

        app = cast("MeetingApp", self.app)
        line = Text()
        if app.practice:
            line.append(f" {_('PRACTICE')} ", style="bold reverse")
            line.append(" ")
        for key, (name, _open) in PAGES.items():
            here = key == self._here
            line.append(f" {key} {name()} ", style="bold underline" if here else "")
        if self._doing:
            line.append(f"  {self._doing}", style="italic")
        self.update(line)


class Ask(ModalScreen[str]):
    """A question with buttons; the answer is the button's key, empty when left with escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss('')", _("Not now"))]

    def __init__(self, question: str, answers: dict[str, str]) -> None:
        super().__init__()
        self._question, self._answers = question, answers

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False)
            with Horizontal(classes="buttons"):
                for key, text in self._answers.items():
                    yield Button(
                        text, id=f"answer-{key}", variant="primary" if key == next(iter(self._answers)) else "default"
                    )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss((event.button.id or "").removeprefix("answer-"))


class Choose(ModalScreen[str]):
    """One of a list; the answer is its key, empty when left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss('')", _("Not now"))]

    def __init__(self, question: str, options: list[tuple[str, str]]) -> None:
        super().__init__()
        self._question, self._options = question, options

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False)
            yield OptionList(*(Option(_plain(text), id=f"o{at}") for at, (_key, text) in enumerate(self._options)))

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._options[event.option_index][0])


class Field:
    """One field of a form: a line, several lines, or a choice."""

    def __init__(self, name: str, label: str, value: str = "", *, hint: str = "", choices: list[tuple[str, str]] | None = None,
                 lines: int = 1, secret: bool = False, check: Callable[[str], str] | None = None) -> None:  # fmt: skip
        self.name, self.label, self.value, self.hint = name, label, value, hint
        self.choices, self.lines, self.secret, self.check = choices, lines, secret, check

    def widget(self) -> Widget:
        if self.choices is not None:
            options = [(text, key) for key, text in self.choices]
            chosen = self.value or (self.choices[0][0] if self.choices else "")
            return Select(options, allow_blank=False, value=chosen, id=f"field-{self.name}")
        if self.lines > 1:
            area = TextArea(self.value, id=f"field-{self.name}", tab_behavior="focus", soft_wrap=True)
            area.styles.height = self.lines + 2
            return area
        return Input(self.value, placeholder=self.hint, password=self.secret, id=f"field-{self.name}")


class Fill(ModalScreen["dict[str, str] | None"]):
    """A small form. It stays open with a sentence until every field is accepted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("Not now")),
        Binding("ctrl+s", "save", _("Save")),
    ]

    def __init__(self, title: str, fields: list[Field], save: str = "") -> None:
        super().__init__()
        self._title, self._fields, self._save = title, fields, save or _("Save")

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            for field in self._fields:
                yield Label(field.label, markup=False)
                yield field.widget()
            yield Static("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(f"{self._save} (ctrl+s)", id="save", variant="primary")

    def on_mount(self) -> None:
        self.query_one(f"#field-{self._fields[0].name}").focus()

    def on_button_pressed(self) -> None:
        self.action_save()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        inputs = [f"field-{f.name}" for f in self._fields]
        if event.input.id == inputs[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        values = {field.name: self._value(field) for field in self._fields}
        for field in self._fields:
            if field.check and (wrong := field.check(values[field.name])):
                self.query_one("#wrong", Static).update(wrong)
                self.query_one(f"#field-{field.name}").focus()
                return
        self.dismiss(values)

    def _value(self, field: Field) -> str:
        widget = self.query_one(f"#field-{field.name}")
        if isinstance(widget, TextArea):
            return widget.text
        return str(widget.value) if isinstance(widget, Input | Select) else ""


def needed(sentence: str) -> Callable[[str], str]:
    """A check: the field must say something."""
    return lambda value: "" if value.strip() else sentence


def read_day(typed: str) -> date:
    """A day as people type it here: 3.12.2026, 3/12/26, 2026-12-03. Raises ValueError with a sentence."""
    import re

    if match := re.fullmatch(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*", typed):
        year, month, day = (int(g) for g in match.groups())
    elif match := re.fullmatch(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})\s*", typed):
        day, month, year = (int(g) for g in match.groups())
        year += 2000 if year < 100 else 0
    else:
        raise ValueError(_("A day is written like 3.12.2026."))
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(_("There is no such day; a day is written like 3.12.2026.")) from None


def is_day(value: str) -> str:
    """A check: the field must be a day."""
    try:
        read_day(value)
    except ValueError as problem:
        return str(problem)
    return ""


def _plain(text: str) -> "RichText":
    from rich.text import Text

    return Text(text)
