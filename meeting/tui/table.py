"""A table of plain words, a line at a time: what people typed is drawn as it was typed, square brackets too."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

_FEWEST = 6  # letters a column keeps


def short(words: str, width: int) -> str:
    """Words that leave room for the other columns; what is cut says so."""
    return words if len(words) <= width else words[: width - 1] + "…"


def fitted(lines: Sequence[Sequence[str]], titles: Sequence[str], width: int, gives_way: int) -> list[list[str]]:
    """Lines of at most this width, as far as one column can give way to the others."""
    widest = [max(map(cell_len, column)) for column in zip(titles, *lines, strict=True)]
    over = sum(widest) + 2 * len(widest) - width
    room = max(_FEWEST, cell_len(titles[gives_way]), widest[gives_way] - max(0, over))
    return [[short(cell, room) if at == gives_way else cell for at, cell in enumerate(line)] for line in lines]


class Table(DataTable[Any]):
    """The library reads words in cells as markup: '[refuge]' would vanish, and '[/x]' end the app.

    Nothing scrolls sideways. ``fill`` cuts one column where the screen is narrow, so that the others are seen whole; what
    it says stands in full below the table.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # The library goes to the first and last column, which a line does not show.
        Binding("home", "line(0)", "", show=False),
        Binding("end", "line(-1)", "", show=False),
    ]

    def __init__(self, id: str) -> None:
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self._filled: dict[str, Sequence[str]] = {}
        self._drawn: Sequence[Sequence[str]] = ()
        self._gives_way = 0

    def fill(self, lines: Mapping[str, Sequence[str]], gives_way: int) -> None:
        """Show these lines, by their keys; the cursor stays."""
        self._filled, self._gives_way = dict(lines), gives_way
        self._draw()

    def _fit(self) -> Sequence[Sequence[str]]:
        """As they can be drawn now; as they are while the table has no width yet."""
        lines, room = list(self._filled.values()), self._room()
        titles = [column.label.plain for column in self.ordered_columns]
        return fitted(lines, titles, room, self._gives_way) if lines and room > 0 else lines

    def _draw(self) -> None:
        at, self._drawn = self.cursor_row, self._fit()
        self.clear()
        for column in self.ordered_columns:  # the library's widths only grow
            column.content_width = cell_len(column.label.plain)
        for key, line in zip(self._filled, self._drawn, strict=True):
            self.add_row(*line, key=key)
        self.move_cursor(row=at)

    def _room(self) -> int:
        """Beside the bar that stands there as soon as the lines do not fit."""
        bar = len(self._filled) + 1 > self.size.height and not self.show_vertical_scrollbar
        return self.scrollable_content_region.width - (self.styles.scrollbar_size_vertical if bar else 0)

    def on_resize(self) -> None:
        """The line the cursor is on stays in sight, also where the page settles after it was shown."""
        if self._filled and [*map(list, self._drawn)] != [*map(list, self._fit())]:
            self._draw()
        self.move_cursor(row=self.cursor_row)

    def action_line(self, at: int) -> None:
        self.move_cursor(row=at % max(1, self.row_count))

    def add_row(self, *cells: Any, height: int | None = 1, key: str | None = None, label: Any = None) -> Any:
        plain = (Text(cell, no_wrap=True) if isinstance(cell, str) else cell for cell in cells)
        return super().add_row(*plain, height=height, key=key, label=label)
