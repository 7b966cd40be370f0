"""What is written is shown disguised as one types: a narrative, an action, a reason; a placeholder can be opened."""

import shutil
from pathlib import Path

import pytest
from keyboard import on, until
from textual.widgets import Input, Static, TextArea

from data.records.text import RawText
from data.store.problems import DiskFull
from meeting.tui.app import MeetingApp
from meeting.tui.case import CaseScreen
from meeting.tui.pages import show_page
from meeting.tui.writing import WritingScreen
from meeting.usecases import logview, preparing, rights
from meeting.usecases.opening import OPENED


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> None:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))


def said(app: MeetingApp, name: str) -> str:
    return str(app.screen.query_one(name, Static).render())


async def test_a_narrative_is_written_with_its_disguise_beside_it() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        case_id = preparing.agenda_of(app.office, preparing.meetings(app.office)[0].id).items[0].case_id
        before = app.office.file_of(case_id).narrative.text
        victim = app.office.file_of(case_id).people[0]
        app.push_screen(CaseScreen(case_id))
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("w")
        await until(pilot, on(app, "WritingScreen"))
        area = app.screen.query_one("#note", TextArea)
        area.insert(f" {victim.first} rang zzyx.")
        await until(pilot, lambda: "zzyx" in said(app, "#shown") or "rang" in said(app, "#shown"))
        assert victim.first not in said(app, "#shown")
        assert app.screen.query_one("#shown").region.width > 20, "beside the text, at 80 columns"
        assert app.office.file_of(case_id).narrative.text == before, "nothing is kept before it is said"
        await pilot.press("escape")
        await until(pilot, on(app, "Ask"))
        await pilot.press("enter")
        await until(pilot, on(app, "CaseScreen"))
        assert app.office.file_of(case_id).narrative.text.endswith("zzyx.")
        with app.office.area.look() as record:
            assert record.corrections(case_id)[-1].before == RawText(before), "what stood there is kept"


async def test_an_action_is_shown_as_others_will_read_it_and_its_placeholder_opened() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        meeting = preparing.meetings(app.office)[0]
        item = preparing.agenda_of(app.office, meeting.id).items[0]
        victim = app.office.file_of(item.case_id).people[0]
        await pilot.press("3")
        await until(pilot, on(app, "HoldingScreen"))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.query_one("#attendance").display)
        await pilot.press("f9")
        await until(pilot, lambda: app.screen.query_one("#item").display)
        await pilot.press("f6")
        await until(pilot, on(app, "Fill"))
        app.screen.query_one("#field-what", Input).value = f"Visit {victim.full_name} at home"
        await until(pilot, lambda: "Others read" in said(app, "#shown-what"))
        assert victim.first not in said(app, "#shown-what")
        await pilot.press("escape", "escape")
        await until(pilot, on(app, "HoldingScreen"))
        await pilot.press("o")
        await until(pilot, on(app, "Choose"))
        await pilot.press("enter")
        await until(pilot, on(app, "Ask"))
        assert sum(line.kind == OPENED for line in logview.view_of(app.office)) == 1
        await pilot.press("enter", "f11")
        await until(pilot, lambda: app.projector and on(app, "HoldingScreen")())
        await pilot.press("o")
        await pilot.pause(0.3)
        assert on(app, "HoldingScreen")(), "nothing is opened on a projector"
        assert sum(line.kind == OPENED for line in logview.view_of(app.office)) == 1


async def test_a_narrative_that_the_disk_has_no_room_for_is_shown_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app, rewrite = MeetingApp("practice"), rights.rewrite

    def full(*_words: object) -> None:
        raise DiskFull("The disk is full: what was saved before is safe.")

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        case_id = preparing.agenda_of(app.office, preparing.meetings(app.office)[0].id).items[0].case_id
        app.push_screen(WritingScreen(case_id))
        await until(pilot, on(app, "WritingScreen"))
        monkeypatch.setattr(rights, "rewrite", full)
        app.screen.query_one("#note", TextArea).insert(" zzyx")
        await pilot.press("ctrl+q")
        await pilot.pause(0.2)
        assert app.is_running, "leaving waits until one gives it up"
        show_page(app, "5")
        await until(pilot, on(app, "ActionsScreen"))
        show_page(app, "3")
        await until(pilot, on(app, "HoldingScreen"))
        app.flush()
        app.push_screen(WritingScreen(case_id))
        await until(pilot, on(app, "WritingScreen"))
        assert app.screen.query_one("#note", TextArea).text.endswith("zzyx")
        monkeypatch.setattr(rights, "rewrite", rewrite)
        show_page(app, "1")
        await until(pilot, on(app, "CasesScreen"))
        assert app.office.file_of(case_id).narrative.text.endswith("zzyx"), "another page keeps what is written"
        assert not app.unkept
