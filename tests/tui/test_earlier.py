"""Actions of earlier meetings, gone through when their case is heard; the log and the undo are the list of actions'."""

import shutil
from pathlib import Path

import pytest
from keyboard import begun, fill, on, shown, until, words
from textual.pilot import Pilot
from textual.widgets import Footer, TextArea

from data.records.conference import ActionState, Grade
from meeting.documents.plain import plain
from meeting.documents.views import MinutesPaper
from meeting.tui.app import MeetingApp
from meeting.usecases import following, logview, preparing
from meeting.usecases.following import ActionRow
from meeting.usecases.releasing import minutes_of


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> None:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))


class Case:
    """The first case of the agenda that has two open actions of earlier meetings."""

    def __init__(self, app: MeetingApp) -> None:
        self.app, self.meeting = app, preparing.meetings(app.office)[0]
        items = preparing.agenda_of(app.office, self.meeting.id).items
        earlier = [following.earlier(app.office, self.meeting.id, item.case_id) for item in items]
        self.at = next(n for n, rows in enumerate(earlier) if sum(row.action.is_open for row in rows) == 2)
        self.none = next(n for n, rows in enumerate(earlier) if not rows)
        self.item = items[self.at]

    def rows(self) -> tuple[ActionRow, ...]:
        return following.earlier(self.app.office, self.meeting.id, self.item.case_id)

    def state(self, number: str) -> ActionState:
        return next(row.action.state for row in self.rows() if row.action.number == number)


async def heard(pilot: Pilot[None], app: MeetingApp) -> Case:
    await until(pilot, on(app, "CasesScreen"))
    case = Case(app)
    await begun(pilot, app)
    await pilot.press("p", "D")
    for at in range(case.at + 1):
        await pilot.press("f9")
        await until(pilot, lambda at=at: f"Case {at + 1} of" in shown(app))  # type: ignore[misc]
        if at == case.none:
            assert "F4" not in shown(app), "a key that does nothing has no place"
    return case


async def test_open_actions_of_earlier_meetings_are_settled_where_their_case_is_heard() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        case = await heard(pilot, app)
        first, second = (row.action.number for row in case.rows())
        await until(pilot, lambda: "F4 Earlier" in shown(app) and "OVERDUE" in words(app))
        await pilot.press("A", "space", "n", "o", "t", "e", "f4")
        await until(pilot, on(app, "EarlierScreen"))
        assert app.screen.query_one(Footer).max_scroll_x == 0, shown(app)
        await pilot.press("d")
        await until(pilot, lambda: case.state(first) is ActionState.DONE)
        await pilot.press("x")
        await fill(pilot, app, reason="")
        await until(pilot, lambda: "Say why" in shown(app))
        assert case.state(second) is ActionState.OPEN
        await fill(pilot, app, reason="Nobody was at home.")
        await until(pilot, on(app, "EarlierScreen"))
        assert case.state(second) is ActionState.NOT_DONE
        assert "Reason: Nobody was at home." in shown(app)
        kinds = [line.kind for line in logview.view_of(app.office)]
        assert f"action {first} done" in kinds
        assert f"action {second} not done" in kinds
        await pilot.press("escape")
        await until(pilot, on(app, "HoldingScreen"))
        assert "Still open" not in words(app)
        assert app.screen.query_one("#note", TextArea).text == "A note", "what was typed stands there still"
        await pilot.press("escape", "s")
        await until(pilot, on(app, "EarlierScreen"))
        await pilot.press("u")
        await until(pilot, lambda: case.state(second) is ActionState.OPEN)
        await pilot.press("escape")
        await until(pilot, lambda: on(app, "HoldingScreen")() and "Still open" in words(app))


async def test_an_action_is_carried_on_and_no_reason_is_typed_on_a_projector() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        case = await heard(pilot, app)
        first, second = (row.action.number for row in case.rows())
        await pilot.press("f11")
        await until(pilot, lambda: app.projector and on(app, "HoldingScreen")() and "F4 Earlier" in shown(app))
        await pilot.press("f4")
        await until(pilot, on(app, "EarlierScreen"))
        await pilot.press("x")
        await pilot.pause(0.3)
        assert on(app, "EarlierScreen")(), "what is typed there may name someone"
        await pilot.press("c", "d")
        await until(pilot, lambda: case.state(second) is ActionState.DONE)
        assert case.state(first) is ActionState.OPEN
        following.close(app.office, case.meeting.id)
        assert {row.action.number: row.action.carried for row in case.rows()} == {first: 1, second: 0}
        minutes = minutes_of(app.office, case.meeting.id, Grade.ALL_PARTNERS)
        assert [action.number for action in minutes.settled] == [second]
        paper = plain(MinutesPaper.of(minutes, app.office.agencies(), app.office.profile))
        assert "What became of other actions" in paper
        assert first in [action.number for action in minutes.open_actions]
