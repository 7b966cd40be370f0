"""What a keeper of Albania sees on a practice area, key by key; run by ``test_story.py`` in a process of its own, since
labels of keys are made when a screen's module is loaded."""

import asyncio
from functools import partial

from keyboard import begun, on, shown, until, whole
from textual.pilot import Pilot
from textual.widgets import Footer, Input

from meeting.tui.app import MeetingApp
from meeting.tui.palette import more
from meeting.usecases import practising

FEW = 6  # cases
ENGLISH = {
    "Agenda", "Agencies", "Agency", "Back", "Case", "Cases", "Cancel", "Children", "Consent", "Help", "Meeting",
    "PRACTICE", "Police", "Release", "Search", "open", "given", "present", "absent", "until",
}  # fmt: skip


def looked_at(app: MeetingApp, *wanted: str) -> None:
    """Nothing English but what a case says itself, and every key of the footer in sight."""
    seen = shown(app)
    for words in wanted:
        assert words in seen, f"{words} not in\n{seen}"
    assert not ENGLISH & set(seen.replace("│", " ").split()), seen
    assert whole(app), f"a table is wider than the screen\n{seen}"
    for footer in app.screen.query(Footer):
        assert footer.max_scroll_x == 0, f"the footer is wider than the screen\n{seen}"


async def pages(pilot: Pilot[None], app: MeetingApp) -> None:
    """Those of the palette, one after the other."""
    for _title, _about, page in more():
        made = page()
        app.push_screen(made)
        await until(pilot, lambda screen=made: app.screen is screen and screen.query(Footer))  # type: ignore[misc]
        await pilot.pause(0.3)
        looked_at(app)
        app.pop_screen()
        await pilot.pause()


async def story() -> None:
    practising.write = partial(practising.write, cases=FEW)
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: on(app, "FirstScreen")() and "Ndihmë" in shown(app))
        looked_at(app, "Ushtrohuni me raste të trilluara", "Ndihmë")
        await pilot.press("p")
        await until(pilot, on(app, "CasesScreen"))
        await until(pilot, lambda: "pikë" in shown(app))
        looked_at(app, "USHTRIM", "Rendi i ditës", "Pëlqimi", "Importo")
        await pilot.press("enter")
        await until(pilot, lambda: "REGJISTRI" in shown(app) and "viktimë" in shown(app))
        looked_at(app, "ÇFARË LEXOJNË TË TJERËT", "Kush e sheh")
        await pilot.press("s")
        await until(pilot, lambda: "Marrëveshja e institucionit" in shown(app))
        looked_at(app, "Policia", "Kundërfirmos")
        await pilot.press("2")
        await until(pilot, lambda: "Takimi më" in shown(app))
        looked_at(app, "Institucionet", "Lësho")
        await begun(pilot, app)
        looked_at(app, "Për t'u lexuar me zë", "Me arsye")
        await pilot.press("p")
        await until(pilot, lambda: "i pranishëm" in shown(app))
        await pilot.press("D", "f9")
        await until(pilot, lambda: "Rasti 1 nga" in shown(app))
        looked_at(app, "Veprimi", "Përfundo")
        await pilot.press("escape", "ctrl+p")
        await until(pilot, lambda: "Search" not in shown(app) and bool(app.screen.query(Input)))
        assert app.screen.query_one(Input).placeholder == "Kërkoni: një komandë ose një faqe"
        await pilot.press("escape")
        await pages(pilot, app)


def tell() -> None:
    asyncio.run(story())
