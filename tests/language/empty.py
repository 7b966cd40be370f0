"""An area in which nothing was recorded yet, page by page, and what a search does not find: each names the key that
begins, in its words and in the footer. Run by ``test_story.py`` in a process of its own."""

import asyncio
import os
import re
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from keyboard import on, until
from textual.pilot import Pilot
from textual.widgets import Footer, Static

from data.profiles.load import load
from meeting.area import Area
from meeting.tui.app import MeetingApp
from meeting.usecases import preparing
from meeting.usecases.office import Office

PAGES = {
    "1": ("CasesScreen", "i"),
    "2": ("AgendaScreen", "n"),
    "3": ("HoldingScreen", "2"),
    "4": ("MinutesScreen", "3"),
    "5": ("ActionsScreen", "3"),
}
OVER = (("agencies", "AgenciesScreen", "n"), ("people", "PeopleScreen", "n"), ("retaining", "RetentionScreen", "esc"))
ON = date(2026, 11, 24)


def at_nine() -> datetime:
    return datetime(2026, 11, 24, 9, 0)


def made(folder: Path) -> Office:
    area = Area.create(folder, "words for an empty area", profile="uk", memory_kib=64, clock=at_nine)
    return Office(area, load("uk"), at_nine)


async def names(pilot: Pilot[None], app: MeetingApp, key: str) -> None:
    """Waits until the page says it: some read the record beside the screen first."""

    def said() -> str:
        return "\n".join(str(one.render()) for one in app.screen.query(Static) if one.region)

    def footer() -> list[str]:
        return [one.key_display for one in app.screen.query("FooterKey")]  # type: ignore[attr-defined]

    try:
        await until(pilot, lambda: key in footer() and bool(re.search(rf"\b{key}\b", said(), re.IGNORECASE)))
    except AssertionError:
        raise AssertionError(f"{app.screen!r}: {key} not in {footer()} or in\n{said()}") from None
    for one in app.screen.query(Footer):
        assert one.max_scroll_x == 0, f"the footer of {app.screen!r} is wider than the screen: {footer()}"


async def over(pilot: Pilot[None], app: MeetingApp, module: str, name: str, key: str) -> None:
    app.push_screen(getattr(import_module(f"meeting.tui.{module}"), name)())
    await until(pilot, on(app, name))
    await names(pilot, app, key)
    await pilot.press("escape")
    await pilot.pause()


async def story() -> None:
    office, app = made(Path(os.environ["MEETING_HOME"]) / "bare"), MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "FirstScreen"))
        app.enter(office)
        await until(pilot, on(app, "CasesScreen"))
        for page, (name, key) in PAGES.items():
            await pilot.press(page)
            await until(pilot, on(app, name))
            await names(pilot, app, key)
        await pilot.press("slash", "z", "enter")
        await names(pilot, app, "esc")
        await pilot.press("escape", "f")
        await names(pilot, app, "f")
        await pilot.press("1", "slash", "z", "enter")
        await until(pilot, on(app, "CasesScreen"))
        await names(pilot, app, "esc")
        await pilot.press("escape")
        for what in OVER:
            await over(pilot, app, *what)
        await over(pilot, app, "packs", "PacksScreen", "2")
        preparing.prepare(office, ON)
        await over(pilot, app, "packs", "PacksScreen", "p")
        await pilot.press("2")
        await until(pilot, on(app, "AgendaScreen"))
        await names(pilot, app, "a")


def tell() -> None:
    asyncio.run(story())
