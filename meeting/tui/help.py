"""The keys of the screen one came from, and what it is for."""

from collections.abc import Iterator
from gettext import gettext as _
from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Static

_LIBRARY = ("app.focus_next", "app.focus_previous", "screen.copy_text")  # what every screen has


def offered(screen: Screen[Any]) -> Iterator[tuple[str, Binding]]:
    """What our own code offers on a screen now: the keys that do it, and its one declaration."""
    keys: dict[str, list[str]] = {}
    first: dict[str, Binding] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.action in _LIBRARY:
            continue
        if binding.description and active.enabled and binding.action in _own_actions(type(active.node)):
            shown = binding.key_display or screen.app.get_key_display(binding)
            keys.setdefault(binding.action, []).append(shown)
            first.setdefault(binding.action, binding)
    for action, binding in first.items():
        yield ", ".join(dict.fromkeys(keys[action])), binding


def _own_actions(kind: type) -> set[str]:
    """What our own classes declare; what a widget of the library does anyway, such as moving, goes without saying."""
    ours = [base for base in kind.__mro__ if base.__module__.startswith("meeting.")]
    declared = [binding for base in ours for binding in base.__dict__.get("BINDINGS", ())]
    return {binding.action if isinstance(binding, Binding) else binding[1] for binding in declared}


class HelpScreen(ModalScreen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,f1,q", "dismiss", _("Close"))]

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        text = Text()
        purpose = getattr(self._about, "HELP", "")
        if purpose:
            text.append(f"{purpose}\n\n")
        for keys, binding in offered(self._about):
            _line(text, keys, binding.tooltip or binding.description)
        if hasattr(self._about, "HERE"):
            _line(text, "1 … 5", _("Cases, Agenda, Meeting, Minutes, Actions (esc first where you type)"))
        _line(text, "ctrl+p", _("Everything there is, by its name"))
        with VerticalScroll(classes="dialog"):
            yield Static(text)
        yield Footer(compact=True, show_command_palette=False)


def _line(text: Text, keys: str, what: str) -> None:
    text.append(f"{keys:>14}  ", style="bold")
    text.append(f"{what}\n")
