"""A disk that is full during a meeting: what is typed stays until there is room."""

import shutil
from pathlib import Path

import pytest
from keyboard import begun, on, until
from textual.widgets import TextArea

from data.store.problems import DiskFull
from meeting.tui.app import MeetingApp
from meeting.usecases import noting
from tests.tui.test_stories import in_practice


async def test_what_is_typed_stays_until_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path
) -> None:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    keep = noting.keep

    def full(*_words: object) -> None:
        raise DiskFull("The disk is full: what was saved before is safe.")

    async def story(pilot, app: MeetingApp) -> None:  # type: ignore[no-untyped-def]
        await begun(pilot, app)
        await pilot.press("p", "D", "f9")
        await until(pilot, lambda: bool(app.screen.query_one("#note").region.width))
        app.screen.query_one("#note", TextArea).focus()
        monkeypatch.setattr(noting, "keep", full)
        await pilot.press(*"xyz")
        await until(pilot, lambda: bool(app.unkept))
        await until(pilot, lambda: any("disk is full" in told.message for told in app._notifications))
        await pilot.press("ctrl+q")
        await pilot.pause(0.2)
        assert app.is_running
        # Away and back: still there, and kept when there is room again.
        app.screen.set_focus(None)
        await pilot.press("5")
        await until(pilot, on(app, "ActionsScreen"))
        await pilot.press("3")
        await until(pilot, lambda: bool(app.screen.query("#note")))
        monkeypatch.setattr(noting, "keep", keep)
        await until(pilot, lambda: "xyz" in app.screen.query_one("#note", TextArea).text)
        app.flush()
        assert not app.unkept

    await in_practice(story)
