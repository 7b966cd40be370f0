"""A list of which several are ticked; where 'all' is among them, it and single ones exclude each other."""

from gettext import gettext as _
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList

from meeting.tui.lettered import Lettered

ALL_OF_THEM = "all"


class Ticks(Lettered):
    """``value`` is the ticked keys with commas between them, in the order of the list. A tick is a letter, no colour."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", _("Tick"), show=False)]

    class Changed(Message):
        """Something was ticked, or not any more."""

    def __init__(self, choices: list[tuple[str, str]], ticked: str, *, id: str) -> None:
        self._choices = choices
        self._ticked = _keys(ticked)
        super().__init__(*(self._line(key, label) for key, label in choices), id=id)

    @property
    def value(self) -> str:
        return ",".join(key for key, _label in self._choices if key in self._ticked)

    @value.setter
    def value(self, keys: str) -> None:
        self._ticked = _keys(keys)
        for at, (key, label) in enumerate(self._choices):
            self.replace_option_prompt_at_index(at, self._line(key, label))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        key = self._choices[event.option_index][0]
        if key in self._ticked:
            kept = self._ticked - {key}
        else:
            kept = {other for other in self._ticked if (other == ALL_OF_THEM) == (key == ALL_OF_THEM)} | {key}
        self.value = ",".join(kept)
        self.post_message(self.Changed())

    def words(self, at: int) -> str:
        return self._choices[at][1]

    def _line(self, key: str, label: str) -> Text:
        return Text(f"[{'x' if key in self._ticked else ' '}] {label}")


def _keys(typed: str) -> set[str]:
    return {key.strip() for key in typed.split(",") if key.strip()}
