"""What is written is shown disguised as one types: a narrative, an action, a reason; a placeholder can be opened."""

import shutil
from pathlib import Path

import pytest
from keyboard import begun, on, until
from textual.widgets import Input, Static, TextArea

from data.records.draft import DraftOf
from data.records.text import DisguisedText, RawText
from meeting.tui.app import MeetingApp
from meeting.tui.case import CaseScreen
from meeting.tui.fields import Field
from meeting.tui.forms import Fill
from meeting.tui.writing import WritingScreen
from meeting.usecases import logview, preparing
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
        await begun(pilot, app)
        await pilot.press("p", "D", "f9")
        await until(pilot, lambda: app.screen.query_one("#item").display)
        await pilot.press("f6")
        await until(pilot, on(app, "Recording"))
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


async def test_words_that_cannot_be_disguised_are_never_shown_and_stay_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a form and beside a text: a sentence in place of an older disguise, and the app stays open."""

    def broken(_text: str) -> DisguisedText:
        if "zzyx" in _text:
            raise RuntimeError(_text)
        return DisguisedText("an older disguise")

    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        app.push_screen(Fill("A form", [Field("one", "One", shown=broken)], kept=None))
        await until(pilot, on(app, "Fill"))
        app.screen.query_one("#field-one", Input).value = "before"
        await until(pilot, lambda: "older" in said(app, "#shown-one"))
        app.screen.query_one("#field-one", Input).value = "before zzyx"
        await until(pilot, lambda: "cannot be shown disguised" in said(app, "#shown-one"))
        assert "zzyx" not in said(app, "#shown-one")
        assert app.screen.query_one("#field-one", Input).value == "before zzyx"
        await pilot.press("escape")
        case_id = preparing.agenda_of(app.office, preparing.meetings(app.office)[0].id).items[0].case_id
        monkeypatch.setattr("meeting.tui.writing.writing", lambda *_of: broken)
        app.push_screen(WritingScreen(case_id))
        await until(pilot, on(app, "WritingScreen"))
        assert "older" in said(app, "#shown")
        area = app.screen.query_one("#note", TextArea)
        area.insert(" zzyx")
        await until(pilot, lambda: "cannot be shown disguised" in said(app, "#shown"))
        assert "zzyx" not in said(app, "#shown")
        assert area.text.endswith("zzyx")


async def test_what_a_crash_says_of_typed_words_is_true() -> None:
    app, saved = MeetingApp("practice"), "What was typed until a second ago is saved."
    assert app._farewell() == "Something went wrong and the app closed.", "nothing is open, nothing was typed"
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        assert saved in app._farewell()
        app.push_screen(Fill("A form", [Field("one", "One")], kept=None))
        await until(pilot, on(app, "Fill"))
        assert saved in app._farewell()
        await pilot.press("z")
        assert saved not in app._farewell(), "this one is not kept"
        assert "may not be saved" in app._farewell()
        await pilot.press("escape")
        await until(pilot, on(app, "CasesScreen"))
        app.unkept[DraftOf("a note")] = {"raw": "words"}
        assert saved not in app._farewell()
        app.unkept.clear()
