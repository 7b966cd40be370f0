"""Small forms over a page, and what their fields accept."""

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Select, Static, TextArea

from data.records.text import DisguisedText
from meeting.tui.page import expected, not_disguised, sentence_of
from meeting.tui.ticks import Ticks


class Field:
    """One field of a form: a line, several lines, one of ``choices``, or ``many`` of them to tick."""

    def __init__(self, name: str, label: str, value: str = "", *, hint: str = "", choices: list[tuple[str, str]] | None = None,
                 many: bool = False, lines: int = 1, secret: bool = False, check: Callable[[str], str] | None = None,
                 shown: Callable[[str], DisguisedText] | None = None, same_as: str = "") -> None:  # fmt: skip
        """``shown``: what others will read of it stands below it, renewed as one types. ``same_as``: typed twice."""
        self.name, self.label, self.value, self.hint = name, label, value, hint
        self.choices, self.many, self.lines, self.secret, self.check = choices, many, lines, secret, check
        self.shown, self.same_as = shown, same_as

    def widget(self) -> Widget:
        if self.choices is not None and self.many:
            return Ticks(self.choices, self.value, id=f"field-{self.name}")
        if self.choices is not None:
            options = [(text, key) for key, text in self.choices]
            chosen = self.value or (self.choices[0][0] if self.choices else "")
            return Select(options, allow_blank=False, value=chosen, id=f"field-{self.name}")
        if self.lines > 1:
            area = TextArea(self.value, id=f"field-{self.name}", tab_behavior="focus", soft_wrap=True)
            area.styles.height = self.lines
            area.styles.min_height = self.lines
            return area
        return Input(self.value, placeholder=self.hint, password=self.secret, id=f"field-{self.name}")


class Fill(ModalScreen["dict[str, str] | None"]):
    """A small form. It stays open with a sentence until every field is accepted."""

    SAVED_LATER: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("Not now")),
        Binding("ctrl+s", "save", _("Save")),
    ]

    def __init__(self, title: str, fields: list[Field], save: str = "", *, first: str = "") -> None:
        """``first``: the field that has the cursor, where it is not the first one."""
        super().__init__()
        self._title, self._fields, self._save = title, fields, save or _("Save")
        self._renewal: Timer | None = None
        self._first = first or fields[0].name

    def compose(self) -> ComposeResult:
        # What is wrong and how to save stay in sight below fields that scroll.
        with Vertical(classes="dialog form"):
            yield Label(self._title, classes="title", markup=False)
            with VerticalScroll(classes="fields", can_focus=False):
                for field in self._fields:
                    yield Label(field.label, markup=False)
                    yield field.widget()
                    if field.shown:
                        yield Static("", id=f"shown-{field.name}", classes="shown", markup=False)
            yield Static("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(f"{self._save} (ctrl+s)", id="save", variant="primary")

    def on_mount(self) -> None:
        self.query_one(f"#field-{self._first}").focus()

    def on_button_pressed(self) -> None:
        self.action_save()

    def on_input_changed(self) -> None:
        self._renew()

    def on_text_area_changed(self) -> None:
        self._renew()

    def _renew(self) -> None:
        """Not at each key of a fast typist, but soon after."""
        if self._renewal is None and any(field.shown for field in self._fields):
            self._renewal = self.set_timer(0.15, self._show)

    def _show(self) -> None:
        self._renewal = None
        for field in self._fields:
            if field.shown:
                told = _told(field.shown, self._value(field))
                self.query_one(f"#shown-{field.name}", Static).update(told)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        inputs = [f"field-{f.name}" for f in self._fields]
        if event.input.id == inputs[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        values = {field.name: self._value(field) for field in self._fields}
        for field in self._fields:
            wrong = field.check(values[field.name]) if field.check else ""
            if field.same_as and values[field.name] != values[field.same_as]:
                wrong = _("The two are not the same: type it again here.")
            if wrong:
                self.query_one("#wrong", Static).update(wrong)
                self.query_one(f"#field-{field.name}").focus()
                return
        self.dismiss(values)

    def _value(self, field: Field) -> str:
        widget = self.query_one(f"#field-{field.name}")
        if isinstance(widget, TextArea):
            return widget.text
        return str(widget.value) if isinstance(widget, Input | Select | Ticks) else ""


def _told(shown: Callable[[str], DisguisedText], value: str) -> str:
    """Never what was typed, whatever breaks; and the form stays open."""
    try:
        return _("Others read: {text}").format(text=shown(value).text) if value.strip() else ""
    except Exception:
        return not_disguised()


class Recording(Fill):
    """A form that stays open, with all that was typed and a sentence, until what it says could be recorded."""

    def __init__(self, form: Fill, do: "Callable[[dict[str, str]], object]") -> None:
        super().__init__(form._title, form._fields, form._save)
        self._do = do

    def dismiss(self, result: "dict[str, str] | None" = None) -> AwaitComplete:
        if result is not None:
            try:
                self._do(result)
            except expected() as problem:
                self.query_one("#wrong", Static).update(sentence_of(problem))
                return AwaitComplete()
        return super().dismiss(result)


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


def is_time(value: str) -> str:
    """A check: the field must be a time of day, such as 10:00."""
    hours, _colon, minutes = value.strip().partition(":")
    fits = hours.isdigit() and minutes.isdigit() and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60
    return "" if fits else _("A time is written like 10:00.")
