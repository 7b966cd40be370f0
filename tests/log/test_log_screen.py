"""The log and the self-check at the keyboard."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import DataTable, Input, Static

from data.profiles.load import load
from data.records.agency import Agency
from meeting.area import Area
from meeting.tui.app import MeetingApp
from meeting.tui.check import CheckScreen
from meeting.tui.log import LogScreen
from meeting.tui.long_list import LongList
from meeting.usecases import logbook
from meeting.usecases.office import Office
from tests.tui.test_stories import SIZE, Story, on, shown, until


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def in_a_small_area(story: Story, home: Path) -> None:
    area = Area.create(home / "home" / "riverton", "five made up words here", profile="uk", memory_kib=64)
    office = Office(area, load("uk"), lambda: datetime.now(UTC))
    with area.work() as record:
        for number in range(30):
            record.save_agency(Agency(code=f"agency{number}", name=f"Agency {number}"))
        record.log_entry("agenda published")
    app = MeetingApp()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, on(app, "FirstScreen"))
        app.enter(office)
        await until(pilot, on(app, "CasesScreen"))
        await story(pilot, app)


async def test_the_log_is_looked_through_narrowed_and_verified(home: Path) -> None:
    async def story(pilot, app: MeetingApp) -> None:  # type: ignore[no-untyped-def]
        app.push_screen(LogScreen())
        await until(pilot, lambda: "agenda published" in shown(app))
        await pilot.press("slash", "tab")
        app.screen.query_one("#kind", Input).value = "agency saved"
        await until(pilot, lambda: "agenda published" not in shown(app) and "agency29" in shown(app))
        assert "of" in str(app.screen.query_one("#facts", Static).render())
        await pilot.press("escape")
        await until(pilot, lambda: "agenda published" in shown(app))
        app.screen.query_one(LongList).focus()
        await pilot.press("home")
        await until(pilot, lambda: "area created" in shown(app))
        await pilot.press("v")
        await until(pilot, lambda: any("whole and in order" in told.message for told in app._notifications))
        await pilot.press("t")
        await until(pilot, lambda: type(app.screen).__name__ == "Fill")
        app.screen.query_one("#field-path", Input).value = str(home / "held")
        await pilot.press("ctrl+s")
        await until(pilot, (home / "held").exists)
        assert logbook.verify_log(app.office, [home / "held"]).whole

    await in_a_small_area(story, home)


async def test_a_hundred_thousand_entries_do_not_freeze_the_screen(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from time import monotonic

    from data.log.entry import Entry
    from meeting.usecases import logview
    from meeting.usecases.logview import LogView

    texts = [Entry("case changed", f"REF{number}", who="keeper").to_bytes() for number in range(100_000)]
    monkeypatch.setattr(logview, "view_of", lambda _office: LogView(texts, range(len(texts))))

    async def story(pilot, app: MeetingApp) -> None:  # type: ignore[no-untyped-def]
        began = monotonic()
        app.push_screen(LogScreen())
        await until(pilot, lambda: "REF99999" in shown(app))
        await pilot.press("home")
        await until(pilot, lambda: "REF0" in shown(app))
        app.screen.query_one("#about", Input).value = "ref54321"
        await until(pilot, lambda: "1 of 100000" in shown(app))
        assert "REF54321" in shown(app)
        # A table that holds every line froze for ten seconds.
        assert monotonic() - began < 8

    await in_a_small_area(story, home)


async def test_the_self_check_says_why_and_what_to_do_and_backs_up(home: Path) -> None:
    async def story(pilot, app: MeetingApp) -> None:  # type: ignore[no-untyped-def]
        app.push_screen(CheckScreen())
        await until(pilot, lambda: bool(app.screen.query_one(DataTable).row_count))
        assert "to mend" in str(app.screen.query_one("#facts", Static).render())
        await until(pilot, lambda: "The record is encrypted by itself" in shown(app))
        (home / "stick").mkdir()
        await pilot.press("b")
        await until(pilot, lambda: type(app.screen).__name__ == "Fill")
        app.screen.query_one("#field-to", Input).value = str(home / "stick")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: any((home / "stick").glob("*.records")))

    await in_a_small_area(story, home)
