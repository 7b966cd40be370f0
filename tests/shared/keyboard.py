"""What stories at the keyboard share: waiting, what is on the screen, filling a form, opening an area."""

from collections.abc import Callable
from contextlib import suppress

from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.widgets import Input, Select, Static, TextArea

from meeting.tui.app import MeetingApp
from meeting.tui.table import Table


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for a state that lasts, however long a busy machine takes for it."""
    for _turn in range(1200):
        await pilot.pause(0.05)
        with suppress(NoMatches):  # the screen it asks for is not there yet
            if holds():
                await pilot.pause()
                return
    raise AssertionError("the screen never came to it")


def on(app: MeetingApp, *names: str) -> Callable[[], bool]:
    return lambda: type(app.screen).__name__ in names


def shown(app: MeetingApp) -> str:
    """Every word on the screen now."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def words(app: MeetingApp) -> str:
    """Every word of the screen's texts, also what is scrolled out of sight."""
    return "\n".join(str(static.render()) for static in app.screen.query(Static))


def whole(app: MeetingApp) -> bool:
    """Whether every table shows its lines as wide as they are: nothing is cut at the screen's edge without a word."""
    return all(
        table.virtual_size.width <= table.scrollable_content_region.width
        for table in app.screen.query(Table)
        if table.region
    )


async def fill(pilot: Pilot[None], app: MeetingApp, **values: str) -> None:
    """Put values into the form that stands there, and save it."""
    await until(pilot, on(app, "Fill", "Recording"))
    for name, value in values.items():
        field = app.screen.query_one(f"#field-{name}")
        if isinstance(field, TextArea):
            field.text = value
        elif isinstance(field, Input | Select):
            field.value = value
    await pilot.press("ctrl+s")
    await pilot.pause()


async def opened(pilot: Pilot[None], app: MeetingApp, passphrase: str, **more: str) -> None:
    """Through the door that has the cursor, to the list of cases; ``user`` where several people open the area."""
    await until(pilot, on(app, "FirstScreen"))
    await pilot.press("enter")
    await fill(pilot, app, passphrase=passphrase, **more)
    await until(pilot, on(app, "CasesScreen"))


async def begun(pilot: Pilot[None], app: MeetingApp) -> None:
    """The practice meeting, which is planned for tomorrow: that is asked."""
    await pilot.press("3")
    await until(pilot, on(app, "HoldingScreen"))
    await pilot.press("enter")
    await until(pilot, on(app, "Ask"))
    await pilot.press("right", "enter")
    await until(pilot, lambda: on(app, "HoldingScreen")() and bool(app.screen.query_one("#attendance").display))
