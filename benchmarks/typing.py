"""A keystroke in a note of a running meeting against one in an empty TextArea: at most 1.5 times."""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Iterator

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import TextArea

from meeting.tui.app import MeetingApp

_KEYS = "abcdefghij klmnop qrstuvw xyz " * 4


class Empty(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea()

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()


async def _keys(pilot: Pilot[None]) -> list[float]:
    taken = []
    for key in _KEYS:
        began = time.perf_counter()
        await pilot.press("space" if key == " " else key)
        taken.append(time.perf_counter() - began)
    return taken


async def _empty() -> list[float]:
    async with Empty().run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        return await _keys(pilot)


async def _note() -> list[float]:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        while type(app.screen).__name__ != "CasesScreen":
            await pilot.pause(0.05)
        await pilot.press("3")
        await pilot.pause(0.3)
        for _press in range(2):
            await pilot.press("ctrl+n")
            await pilot.pause(0.3)
        return await _keys(pilot)


def measure() -> Iterator[str]:
    base: list[float] = []
    ours: list[float] = []
    for _try in range(3):
        base += asyncio.run(_empty())
        with tempfile.TemporaryDirectory() as home:
            os.environ["MEETING_HOME"] = home
            ours += asyncio.run(_note())
    for name, of in (("median", statistics.median), ("slowest in twenty", lambda t: statistics.quantiles(t, n=20)[-1])):
        fast, slow = of(base), of(ours)
        yield (
            f"keystroke in a note : empty TextArea   {name} {slow / fast:.2f}   "
            f"({fast * 1000:.1f} ms, {slow * 1000:.1f} ms; at most 1.5)"
        )
