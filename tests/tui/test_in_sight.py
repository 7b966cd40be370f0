"""The line the cursor is on is in sight, whatever settles around it."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from meeting.tui.long_list import LongList
from meeting.tui.table import Table
from tests.shared.keyboard import shown, until


class Listed(App[None]):
    CSS = "DataTable { height: 1fr; overflow-x: hidden; }"

    def __init__(self, widget: LongList | Table) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield Static("", id="above", markup=False)
        yield self.widget


async def test_a_long_list_shows_its_last_line_and_no_bar_below_it() -> None:
    """A bar to scroll sideways once lay over the newest entry of the log."""
    listed = LongList()
    app = Listed(listed)
    async with app.run_test(size=(60, 10)) as pilot:
        listed.show(32, lambda at: f"entry {at + 1:02}", at=31)
        await until(pilot, lambda: "entry 32" in shown(app))
        await until(pilot, lambda: listed.scroll_offset.y == listed.max_scroll_y > 0)
        assert not listed.show_horizontal_scrollbar
        listed.show(40, lambda at: f"entry {at + 1:02}", at=39)
        await until(pilot, lambda: "entry 40" in shown(app))


@pytest.mark.parametrize("kind", ["list", "table"])
async def test_what_grows_above_or_a_smaller_window_hides_no_cursor(kind: str) -> None:
    widget: LongList | Table = LongList() if kind == "list" else Table("lines")
    app = Listed(widget)
    async with app.run_test(size=(60, 12)) as pilot:
        if isinstance(widget, LongList):
            widget.show(30, lambda at: f"entry {at + 1:02}", at=29)
        else:
            widget.add_column("what")
            for at in range(30):
                widget.add_row(f"entry {at + 1:02}")
            widget.move_cursor(row=29)
        await until(pilot, lambda: "entry 30" in shown(app))
        app.query_one("#above", Static).update("one\ntwo\nthree")
        await until(pilot, lambda: "three" in shown(app) and "entry 30" in shown(app))
        await pilot.resize_terminal(60, 8)
        await until(pilot, lambda: "entry 30" in shown(app))


async def test_home_and_end_go_to_the_first_and_the_last_line_of_a_table() -> None:
    table = Table("lines")
    app = Listed(table)
    async with app.run_test(size=(60, 12)) as pilot:
        table.add_column("what")
        for at in range(30):
            table.add_row(f"entry {at + 1:02}")
        table.focus()
        await pilot.press("end")
        await until(pilot, lambda: "entry 30" in shown(app) and table.cursor_row == 29)
        await pilot.press("home")
        await until(pilot, lambda: "entry 01" in shown(app) and table.cursor_row == 0)


async def test_one_column_gives_way_so_that_the_others_are_seen_whole() -> None:
    table = Table("lines")
    app = Listed(table)
    async with app.run_test(size=(44, 12)) as pilot:
        table.add_columns("Case", "Found", "State")
        words = "words that go on and on"
        table.fill({str(at): (f"7KQ2-{at:04}", words, "still open") for at in range(30)}, 1)
        table.move_cursor(row=29)
        await until(pilot, lambda: "7KQ2-0029" in shown(app))
        seen = [line for line in shown(app).splitlines() if "7KQ2" in line]
        assert all("words" in line and "…" in line and "still open" in line for line in seen), shown(app)
        await pilot.resize_terminal(70, 12)
        await until(pilot, lambda: words in shown(app) and "7KQ2-0029" in shown(app))
        await pilot.resize_terminal(36, 12)
        await until(pilot, lambda: "…" in shown(app) and "still open" in shown(app))
        assert table.cursor_row == 29
