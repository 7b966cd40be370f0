"""A planned meeting called off at the keyboard."""

import shutil
from pathlib import Path

import pytest
from keyboard import on, shown, until

from meeting.tui.agenda import AgendaScreen
from meeting.tui.app import MeetingApp
from meeting.usecases import preparing


async def test_at_the_keyboard_it_asks_back(
    tmp_path: Path, practice_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEETING_HOME", str(shutil.copytree(practice_home, tmp_path / "home")))
    monkeypatch.setenv("HOME", str(tmp_path))
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, AgendaScreen) and app.screen._agenda is not None)
        await pilot.press("c")
        await until(pilot, on(app, "Ask"))
        assert "what is due stays due" in " ".join(shown(app).split())
        await pilot.press("enter")
        await until(pilot, on(app, "AgendaScreen"))
        assert len(preparing.meetings(app.office)) == 2, "the first answer changes nothing"
        await pilot.press("c")
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, lambda: len(preparing.meetings(app.office)) == 1)
        await until(pilot, lambda: "No meeting is planned" in shown(app))
