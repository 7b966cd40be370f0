"""People at the keyboard: invite, hand over the passphrase, open as the new user; figures only stays outside."""

import re
from pathlib import Path

import pytest
from keyboard import on, opened, shown, until, words
from textual.widgets import Input, Select

from data.vault.slot import TRIAL
from meeting.area import Area
from meeting.tui.app import MeetingApp
from meeting.tui.people import PeopleScreen
from meeting.usecases import people

SIZE, PHRASE = (120, 40), "five made up words here"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    Area.create(tmp_path / "home" / "riverton", PHRASE, profile="uk", memory_kib=64).close()
    return tmp_path


async def test_the_coordinator_invites_a_chair_who_then_opens() -> None:
    app = MeetingApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, app, PHRASE)
        app.push_screen(PeopleScreen())
        await until(pilot, on(app, "PeopleScreen"))
        await pilot.press("n")
        await until(pilot, on(app, "Recording"))
        app.screen.query_one("#field-id", Input).value = "Ann Other"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "is no name" in words(app), "it stays open, with a sentence"
        app.screen.query_one("#field-id", Input).value = "chair"
        app.screen.query_one("#field-name", Input).value = "Ann Other"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "Ask"))
        phrase = re.search(r"\n    ([a-z ]+)\n", words(app))[1]  # type: ignore[index]
        assert len(phrase.split()) == 7
        await pilot.press("enter")
        await until(pilot, on(app, "PeopleScreen"))
        assert {p.id: p.name for p in people.people(app.office)} == {"coordinator": "", "chair": "Ann Other"}
    app = MeetingApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, app, phrase, user="chair")
        assert people.me(app.office) == "chair"
        app.push_screen(PeopleScreen())
        await until(pilot, on(app, "PeopleScreen"))
        await pilot.press("down", "d")
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, lambda: not {p.id: p.active for p in people.people(app.office)}["coordinator"])


async def test_a_place_is_handed_over_and_a_role_changed() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app, PHRASE)
        people.invite(app.office, "chair", "chair", cost=TRIAL)
        app.push_screen(PeopleScreen())
        await until(pilot, on(app, "PeopleScreen"))
        await pilot.press("h")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-id", Input).value = "chair-2"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "Ask"))
        assert "Passphrase of chair-2" in words(app)
        await pilot.press("enter")
        await until(pilot, on(app, "PeopleScreen"))
        assert {p.id: p.active for p in people.people(app.office)}["chair"] is False
        await pilot.press("home", "o")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-role", Select).value = "figures"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: {p.id: p.role for p in people.people(app.office)}["chair-2"] == "figures")
        await until(pilot, on(app, "PeopleScreen"))
        await pilot.press("u")
        await until(pilot, lambda: "Nothing is granted" in shown(app))
        before = app.office.area.ring.generation
        await pilot.press("k")
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, lambda: app.office.area.ring.generation > before)
        await until(pilot, on(app, "PeopleScreen"))
        await pilot.press("down", "h")
        await pilot.pause()
        assert on(app, "PeopleScreen")(), "one's own place is not handed over in one step"


async def test_figures_only_sees_the_list_and_no_page_with_texts() -> None:
    app = MeetingApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, app, PHRASE)
        welcome = people.invite(app.office, "figures", "figures", cost=TRIAL)
    app = MeetingApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, app, welcome.passphrase, user="figures")
        for key in "2345":
            await pilot.press(key)
            await pilot.pause()
            assert on(app, "CasesScreen")()
