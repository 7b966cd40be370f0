"""A meeting's beginning and end at the keyboard: asked on another day, taken back, ended case by case."""

import shutil
from pathlib import Path

import pytest
from keyboard import begun, on, shown, until
from textual.widgets import Input

from data.records.conference import MeetingState, NoteKind
from meeting.tui.app import MeetingApp
from meeting.usecases import course, holding, logview, preparing
from meeting.usecases.areas import open_practice
from meeting.usecases.places import NotPossible


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> None:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))


async def test_a_meeting_of_another_day_is_asked_about_and_one_begun_by_mistake_taken_back() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        meeting = preparing.meetings(app.office)[0]
        await pilot.press("3")
        await until(pilot, on(app, "HoldingScreen"))
        await pilot.press("enter")
        await until(pilot, on(app, "Ask"))
        assert f"planned for {meeting.on:%d.%m.%Y}" in shown(app)
        await pilot.press("enter")  # the first answer changes nothing
        await until(pilot, on(app, "HoldingScreen"))
        assert preparing.meetings(app.office)[0].state is MeetingState.PUBLISHED
        await begun(pilot, app)
        assert preparing.meetings(app.office)[0].state is MeetingState.RUNNING
        assert "t takes it back" in shown(app)
        await pilot.press("t")
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, lambda: on(app, "HoldingScreen")() and "waits" in shown(app))
        again = preparing.meetings(app.office)[0]
        assert (again.state, again.started_at) == (MeetingState.PUBLISHED, None)
        assert "beginning taken back" in {line.kind for line in logview.view_of(app.office)}
        await begun(pilot, app)
        await pilot.press("p")
        await until(pilot, lambda: not course.may_take_back(app.office, meeting.id))
        await pilot.press("t")
        await pilot.pause(0.2)
        assert on(app, "HoldingScreen")(), "something is recorded"
        await until(pilot, lambda: "t takes it back" not in shown(app))


async def test_no_agenda_is_prepared_for_a_day_that_is_over() -> None:
    """A year mistyped would leave a meeting that nobody holds."""
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        before = preparing.meetings(app.office)
        await pilot.press("2")
        await until(pilot, on(app, "AgendaScreen"))
        await pilot.press("n")
        await until(pilot, on(app, "Fill"))
        app.screen.query_one("#field-on", Input).value = "1.1.2020"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "prepared for today or later" in shown(app))
        assert on(app, "Fill")()
        assert preparing.meetings(app.office) == before


async def test_a_meeting_is_ended_case_by_case() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        await begun(pilot, app)
        meeting = preparing.meetings(app.office)[0]
        items = preparing.agenda_of(app.office, meeting.id).items
        await pilot.press("p", "D")
        for count in range(1, 4):
            await pilot.press("f9")
            await until(pilot, lambda count=count: f"Case {count} of" in shown(app))  # type: ignore[misc]
        holding.type_note(app.office, meeting.id, items[0].id, NoteKind.INFORMATION, "It was heard.")
        await pilot.press("f10")
        await until(pilot, on(app, "Ending"))
        assert f"[x] {items[1].reference}" in shown(app), "opened: may have been heard"
        assert f"[ ] {items[3].reference}" in shown(app), "nobody opened it"
        assert items[0].reference not in shown(app), "it has a note"
        # The second of those that were opened was not heard either, for want of information.
        await pilot.press("down", "space", "r", "r")
        assert "information missing" in shown(app)
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "MinutesScreen"))
        kept = [item.id for item in preparing.agenda_of(app.office, meeting.id).items]
        assert kept == [items[0].id, items[1].id]
        with app.office.area.look() as record:
            heard = [record.case(item.case_id).last_heard_on == meeting.on for item in items]
        assert heard == [True, True] + [False] * (len(items) - 2)
        said = [(line.kind, line.about) for line in logview.view_of(app.office) if "put off" in line.kind]
        assert ("case put off: information", items[2].reference) in said
        assert ("case put off: time", items[3].reference) in said
        assert len(said) == len(items) - 2


def test_only_an_empty_meeting_is_taken_back() -> None:
    office = open_practice()
    meeting_id = preparing.meetings(office)[0].id
    with pytest.raises(NotPossible):
        course.take_back(office, meeting_id)
    holding.start(office, meeting_id)
    item = preparing.agenda_of(office, meeting_id).items[0]
    holding.agree_action(office, meeting_id, item.id, office.agencies()[0].code, "Fit a lock", office.today)
    with pytest.raises(NotPossible, match="End it instead"):
        course.take_back(office, meeting_id)
    assert preparing.meetings(office)[0].state is MeetingState.RUNNING
    office.close()
