"""A list that draws only the lines in sight: a hundred thousand cost no more than twenty."""

from collections.abc import Callable
from gettext import gettext as _
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LongList(ScrollView, can_focus=True):
    """``show`` gives it so many lines, and how to make each when it comes into sight."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"long-list--cursor"}
    DEFAULT_CSS = """
    LongList { height: 1fr; overflow-x: hidden; }
    LongList > .long-list--cursor { background: $primary 40%; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", _("Up"), show=False),
        Binding("down,j", "move(1)", _("Down"), show=False),
        Binding("pageup", "page(-1)", _("Page up"), show=False),
        Binding("pagedown", "page(1)", _("Page down"), show=False),
        Binding("home", "to(0)", _("First"), show=False),
        Binding("end", "to(-1)", _("Last"), show=False),
    ]
    cursor: reactive[int] = reactive(0)
    """The line the cursor is on."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._line: Callable[[int], str] = str

    def show(self, count: int, line: Callable[[int], str], *, at: int = 0) -> None:
        """Show other lines, the cursor on one of them."""
        self._count, self._line = count, line
        self.virtual_size = Size(0, count)  # lines are cut, never scrolled sideways
        self.cursor = max(0, min(at, count - 1))
        self.refresh()
        # The list learns how far it scrolls with the next layout.
        self.call_after_refresh(self._follow)

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.size.width
        if at >= self._count:
            return Strip.blank(width, self.rich_style)
        here = at == self.cursor and self.has_focus
        style = self.get_component_rich_style("long-list--cursor") if here else self.rich_style
        text = Text(self._line(at), no_wrap=True, end="")
        text.truncate(width, overflow="ellipsis", pad=True)
        return Strip([Segment(text.plain, style)], width)

    def watch_cursor(self) -> None:
        self._follow()
        self.refresh()

    def on_resize(self) -> None:
        """The line the cursor is on stays in sight, also where the page settles after it was shown."""
        self._follow()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _follow(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def action_move(self, by: int) -> None:
        self.cursor = max(0, min(self._count - 1, self.cursor + by))

    def action_page(self, by: int) -> None:
        self.action_move(by * max(1, self.size.height - 1))

    def action_to(self, at: int) -> None:
        self.cursor = 0 if at == 0 else max(0, self._count - 1)
