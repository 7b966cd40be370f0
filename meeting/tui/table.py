"""A table of plain words, a line at a time: what people typed is drawn as it was typed, square brackets too."""

from typing import Any, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable


def short(words: str, width: int) -> str:
    """Words that leave room for the other columns; what is cut says so."""
    return words if len(words) <= width else words[: width - 1] + "…"


class Table(DataTable[Any]):
    """The library reads words in cells as markup: '[refuge]' would vanish, and '[/x]' end the app."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The library goes to the first and last column, which a line does not show.
        Binding("home", "line(0)", "", show=False),
        Binding("end", "line(-1)", "", show=False),
    ]

    def __init__(self, id: str) -> None:
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)

    def on_resize(self) -> None:
        """The line the cursor is on stays in sight, also where the page settles after it was shown."""
        self.move_cursor(row=self.cursor_row)

    def action_line(self, at: int) -> None:
        self.move_cursor(row=at % max(1, self.row_count))

    def add_row(self, *cells: Any, height: int | None = 1, key: str | None = None, label: Any = None) -> Any:
        plain = (Text(cell, no_wrap=True) if isinstance(cell, str) else cell for cell in cells)
        return super().add_row(*plain, height=height, key=key, label=label)
