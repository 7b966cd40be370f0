"""A keystroke in a note of a running meeting against one in an empty TextArea: at most 1.5 times; and what it costs to
disguise the note again after one, against disguising the whole.

Measured from the moment the key reaches the app until the screen was drawn again. ``pilot.press`` waits some sixty
milliseconds by design, so the key is posted as the terminal's driver posts it; between two keys passes the time a fast
typist takes, and what runs beside the typing runs.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator

from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import TextArea

from benchmarks.made_up import case_file
from benchmarks.measure import best
from data.records.text import RawText
from meeting.tui.app import MeetingApp
from meeting.tui.dialogs import Ask
from meeting.tui.holding import HoldingScreen
from redaction.disguise import disguise
from redaction.recorded.known import Known
from redaction.typing import Typing

_TYPED = "He rang again on Tuesday and asked where she is now. " * 3
_BETWEEN = 0.08  # seconds
_LONG = "She came to the office and told us what had happened since the summer, in her own words. " * 34


class Empty(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea()

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()


async def _keys(pilot: Pilot[None]) -> list[float]:
    app, taken = pilot.app, []
    area = app.screen.query_one(TextArea)
    for letter in _TYPED:
        key = Key("space" if letter == " " else letter, letter)
        drawn: asyncio.Event = asyncio.Event()
        before = area.text
        began = time.perf_counter()
        app.post_message(key)
        while area.text == before:  # the key is handled by several tasks in turn
            await asyncio.sleep(0)
        area.call_after_refresh(drawn.set)
        await drawn.wait()
        taken.append(time.perf_counter() - began)
        await asyncio.sleep(_BETWEEN)
    return taken


async def _until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    while not holds():
        await pilot.pause(0.05)


async def _agreed(pilot: Pilot[None]) -> None:
    """The question that comes is answered with yes."""
    await _until(pilot, lambda: isinstance(pilot.app.screen, Ask))
    await pilot.press("right", "enter")
    await _until(pilot, lambda: isinstance(pilot.app.screen, HoldingScreen))


async def _empty(text: str) -> list[float]:
    async with Empty().run_test(size=(80, 24)) as pilot:
        pilot.app.query_one(TextArea).load_text(text)
        pilot.app.query_one(TextArea).move_cursor(pilot.app.query_one(TextArea).document.end)
        await pilot.pause(0.3)
        return await _keys(pilot)


async def _note(text: str) -> list[float]:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await _until(pilot, lambda: type(app.screen).__name__ == "CasesScreen")
        await pilot.press("3")
        await _until(pilot, lambda: isinstance(app.screen, HoldingScreen))
        if app.screen.query_one("#empty").display:
            await pilot.press("enter")
            await _agreed(pilot)  # it is planned for another day
        await _until(pilot, lambda: bool(app.screen.query_one("#attendance").display))
        await pilot.press("f9")
        await _agreed(pilot)  # nobody is recorded as present
        await _until(pilot, lambda: bool(app.screen.query_one("#item").display))
        area = app.screen.query_one(TextArea)
        area.load_text(text)
        area.move_cursor(area.document.end)
        await pilot.pause(1.5)
        return await _keys(pilot)


def _again() -> Iterator[str]:
    """One keystroke in a note of 3,000 characters, at its end and in its middle."""
    file = case_file(1, due=True)
    known = Known.of([file])
    said = "On {n} May 2026 Keeley1 Brathwell rang from 07700 900{n}14 and said that he had been at the house in Riverton {n} times. "
    text = "".join(said.format(n=n) for n in range(1, 30))[:3000]
    for where, at in (("end", len(text)), ("middle", len(text) // 2)):
        typing, letters = Typing(known, language="en"), iter("abcdefghijklmnopqrstuvwxyz" * 4)
        typing.disguise(RawText(text))

        def whole() -> None:
            disguise(RawText(text), known, language="en")

        def key(at: int = at, typing: Typing = typing, letters: Iterator[str] = letters) -> None:
            typing.disguise(RawText(text[:at] + next(letters) + text[at:]))

        base, ours = best(whole, key, tries=20)
        yield (
            f"disguising 3,000 characters again after a keystroke at the {where} : disguising the whole   "
            f"time {ours / base:.2f}   ({ours * 1000:.1f} ms, {base * 1000:.1f} ms)"
        )


def measure() -> Iterator[str]:
    yield from _again()
    with tempfile.TemporaryDirectory() as home:
        os.environ["MEETING_HOME"] = home
        for size, text in (("a new note", ""), (f"a note of {len(_LONG):,} characters", _LONG)):
            base: list[float] = []
            ours: list[float] = []
            for _try in range(3):
                base += asyncio.run(_empty(text))
                ours += asyncio.run(_note(text))
            for name, of in (
                ("median", statistics.median),
                ("slowest in twenty", lambda t: statistics.quantiles(t, n=20)[-1]),
            ):
                fast, slow = of(base), of(ours)
                yield (
                    f"keystroke in {size} : the same in an empty TextArea   {name} {slow / fast:.2f}   "
                    f"({fast * 1000:.1f} ms, {slow * 1000:.1f} ms; at most 1.5)"
                )
