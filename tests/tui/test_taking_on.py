"""An action agreed for an agency that does not help in the case: that is said, and can be mended at once."""

import shutil
from pathlib import Path

import pytest
from keyboard import begun, fill, on, shown, until, words

from meeting.tui.app import MeetingApp
from meeting.usecases import holding, preparing, taking_on


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> None:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))


async def test_who_does_not_help_is_asked_about_after_the_action_and_only_then() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        office, meeting = app.office, preparing.meetings(app.office)[0]
        item = preparing.agenda_of(office, meeting.id).items[0]
        codes = [agency.code for agency in office.agencies()]
        helper = next(code for code in codes if taking_on.helps_in(office, item.case_id, code))
        stranger = next(code for code in codes if not taking_on.helps_in(office, item.case_id, code))

        def agreed() -> int:
            return len(holding.item_view(office, meeting.id, 0).actions)

        await begun(pilot, app)
        await pilot.press("p", "D", "f9")
        await until(pilot, lambda: "Case 1 of" in shown(app))
        await pilot.press("f6")
        await fill(pilot, app, what="Ring her.", agency=helper)
        await until(pilot, lambda: on(app, "HoldingScreen")() and agreed() == 1)
        await pilot.press("f6")
        await fill(pilot, app, what="Fit a lock.", agency=stranger)
        await until(
            pilot, lambda: on(app, "Ask")() and f"does not help in {item.reference}" in " ".join(words(app).split())
        )
        await pilot.press("enter")
        await until(pilot, on(app, "HoldingScreen"))
        assert not taking_on.helps_in(office, item.case_id, stranger), "the answer with the cursor changes nothing"
        assert agreed() == 2
        await pilot.press("f6")
        await fill(pilot, app, what="Fit a second one.", agency=stranger)
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, lambda: taking_on.helps_in(office, item.case_id, stranger))
        await until(pilot, on(app, "HoldingScreen"))
        assert agreed() == 3
