"""The fields of a form: what each asks, and what it accepts."""

from collections.abc import Callable
from gettext import gettext as _

from textual.widget import Widget
from textual.widgets import Input, Select, TextArea

from data.records.text import DisguisedText
from meeting.days import is_day, read_day
from meeting.tui.ticks import Ticks

__all__ = ["Field", "is_day", "is_time", "needed", "read_day"]


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

    def read(self, widget: Widget) -> str:
        """What stands in the widget of this field."""
        if isinstance(widget, TextArea):
            return widget.text
        return str(widget.value) if isinstance(widget, Input | Select | Ticks) else ""

    def fill(self, widget: Widget, value: str) -> None:
        """Put a value there, where it still is one that can be chosen."""
        if isinstance(widget, TextArea):
            widget.text = value
        elif isinstance(widget, Select):
            if value in {key for key, _label in self.choices or ()}:
                widget.value = value
        elif isinstance(widget, Input | Ticks):
            widget.value = value


def needed(sentence: str) -> Callable[[str], str]:
    """A check: the field must say something."""
    return lambda value: "" if value.strip() else sentence


def is_time(value: str) -> str:
    """A check: the field must be a time of day, such as 10:00."""
    hours, _colon, minutes = value.strip().partition(":")
    fits = hours.isdigit() and minutes.isdigit() and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60
    return "" if fits else _("A time is written like 10:00.")
