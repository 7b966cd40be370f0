"""Questions asked over a page: one with buttons, one of a list."""

from gettext import gettext as _
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Footer, OptionList, Static
from textual.widgets.option_list import Option

from meeting.tui.lettered import Lettered


class Ask(ModalScreen[str]):
    """A question with buttons; the answer is the button's key, empty when left with escape.

    The first answer has the focus: where something is destroyed or closed, it is the one that changes nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", _("Not now")),
        Binding("right,down", "app.focus_next", "", show=False),
        Binding("left,up", "app.focus_previous", "", show=False),
        Binding("pagedown", "page(1)", _("Further down"), show=False),
        Binding("pageup", "page(-1)", _("Further up"), show=False),
    ]

    def __init__(self, question: str, answers: dict[str, str]) -> None:
        super().__init__()
        self._question, self._answers = question, answers

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            with VerticalScroll(classes="question", can_focus=False):
                yield Static(self._question, markup=False)
            with Horizontal(classes="buttons"):
                for key, text in self._answers.items():
                    yield Button(
                        text, id=f"answer-{key}", variant="primary" if key == next(iter(self._answers)) else "default"
                    )

    def on_mount(self) -> None:
        self.query(Button).first().focus()

    def action_page(self, by: int) -> None:
        """A long question, by the page: the buttons keep the cursor."""
        question = self.query_one(".question", VerticalScroll)
        if by > 0:
            question.scroll_page_down(animate=False)
        else:
            question.scroll_page_up(animate=False)

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
            yield Lettered(*(Option(Text(text), id=f"o{at}") for at, (_key, text) in enumerate(self._options)))
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._options[event.option_index][0])
