"""Whole screens as they stand, in words and places: at one size, the day and the cases fixed, codes and clocks masked.

The files beside hold them. ``UPDATE_SCREENS=1`` writes them anew; look at the difference before it is committed.
"""

import os
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from keyboard import until

from meeting.tui.app import MeetingApp

HERE = Path(__file__).parent / "screens"
NOW = datetime(2026, 11, 24, 10, 0)


@pytest.fixture(scope="module")
def fixed_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from meeting.usecases.areas import open_practice

    folder = tmp_path_factory.mktemp("areas")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEETING_HOME", str(folder))
        patch.setattr("meeting.usecases.areas._clock", lambda _today: lambda: NOW)
        open_practice().close()
    return folder


def words(app: MeetingApp) -> str:
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    text = re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", "XXXX-XXXX", "\n".join(lines))
    return re.sub(r"\b\d{1,3}:\d\d left|saved \d\d:\d\d:\d\d", "(time)", text) + "\n"


async def test_screens_stand_as_they_were_looked_at(
    fixed_home: Path, tmp_path: Path, copied: Callable[[Path, Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every difference is told at once, by screen."""
    monkeypatch.setenv("MEETING_HOME", str(copied(fixed_home, tmp_path / "home")))
    monkeypatch.setattr("meeting.usecases.areas._clock", lambda _today: lambda: NOW)
    seen: dict[str, str] = {}
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:

        async def to(key: str, words_there: str, name: str) -> None:
            await pilot.press(key)
            await until(pilot, lambda: words_there in words(app))
            await pilot.pause(0.2)
            seen[name] = words(app)

        await pilot.pause(0.2)
        seen["first"] = words(app)
        await to("n", "Passphrase", "new area")
        await pilot.press("escape")
        await pilot.press("p")
        await until(pilot, lambda: "Import" in words(app))
        await to("question_mark", "Every case", "help")
        seen["help"] = "\n".join(re.findall("│(.*)│", seen["help"])) + "\n"
        await pilot.press("escape")
        await to("g", "Also written", "agencies")
        await pilot.press("escape")
        await to("3", "waits", "meeting waits")
        await to("enter", "planned for", "begin")
        seen.pop("begin")  # it says which day it is
        await pilot.press("right")
        await to("enter", "To be read out", "attendance")
    if os.environ.get("UPDATE_SCREENS"):
        HERE.mkdir(exist_ok=True)
        for name, text in seen.items():
            (HERE / f"{name.replace(' ', '-')}.txt").write_text(text, encoding="utf-8")
    assert seen == {name: (HERE / f"{name.replace(' ', '-')}.txt").read_text(encoding="utf-8") for name in seen}
