"""The keys of the screen one came from, and what it is for."""

from gettext import gettext as _
from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static


class HelpScreen(ModalScreen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "dismiss", _("Close"))]

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        text = Text()
        purpose = getattr(self._about, "HELP", "")
        if purpose:
            text.append(f"{purpose}\n\n")
        for active in self._about.active_bindings.values():
            binding = active.binding
            if binding.description and not binding.system:
                key = binding.key_display or self.app.get_key_display(binding)
                text.append(f"{key:>10}  ", style="bold")
                text.append(f"{binding.description}\n")
        text.append(f"{'1 … 5':>10}  ", style="bold")
        text.append(_("Cases, Agenda, Meeting, Minutes, Actions\n"))
        text.append(f"{'F12':>10}  ", style="bold")
        text.append(_("Lock at once: the screen goes blank and the passphrase is asked for\n"))
        text.append(f"{'ctrl+p':>10}  ", style="bold")
        text.append(_("Everything else: colours, lock, leave\n"))
        with VerticalScroll(classes="dialog"):
            yield Static(text)
