"""At the keyboard: a case that may be on record, an assessment of risk, everybody in the room."""

from pathlib import Path

import pytest
from keyboard import begun, fill, on, shown, until, words
from textual.widgets import DataTable

from data.records.conference import Presence
from meeting.tui.app import MeetingApp
from meeting.tui.bring import BringScreen
from meeting.tui.case import CaseScreen
from meeting.usecases import holding, preparing
from meeting.usecases.importing import preview, take

HEAD = "Victim first name,Victim surname,Victim DOB,Perpetrator name,Date referred,Consent,What happened\n"


pytestmark = pytest.mark.usefixtures("home")


async def test_an_import_tells_of_a_case_on_record_and_the_case_takes_an_assessment(home: Path) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        sheet = home / "one.csv"
        sheet.write_text(HEAD + "Odile,Fennick,03.11.86,Gareth Mulcaster,02.02.2026,Yes,a\n")
        take(app.office, preview(sheet, app.office))
        sheet.write_text(HEAD + "Odille,Fenick,11.03.86,Gareth Mulcaster,02.11.2026,Yes,b\n")
        app.push_screen(BringScreen())
        await until(pilot, on(app, "BringScreen"))
        app.screen.query_one("#path").value = str(sheet)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "1 case understood" in words(app))
        await pilot.press("t")
        await until(pilot, lambda: "These look like a case on record" in words(app))
        await pilot.press("e")
        await until(pilot, on(app, "Choose"))
        await pilot.press("enter")
        await until(pilot, lambda: on(app, "RepeatsScreen")() and bool(app.screen.query_one(DataTable).row_count))
        case_id = app.screen._case_id  # type: ignore[attr-defined]
        await pilot.press("r")
        await until(pilot, lambda: bool(app.office.file_of(case_id).case.repeat_of))
        assert app.office.file_of(case_id).case.may_repeat == ()
        app.push_screen(CaseScreen(case_id))
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("r")
        await fill(pilot, app, count="16", judgement="high", why="She says he has a knife.")
        await until(pilot, lambda: on(app, "CaseScreen")() and "16 ticks · judged high" in words(app))


async def test_all_are_here_one_came_besides_and_nobody_agrees_for_an_empty_room(home: Path) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        await begun(pilot, app)
        meeting = next(m for m in preparing.meetings(app.office) if m.started_at and not m.ended_at)
        await pilot.press("D")
        await until(pilot, lambda: "Nobody is recorded as present yet" in shown(app))
        await pilot.press("A")
        await until(
            pilot, lambda: any(a.presence is Presence.PRESENT for a in holding.attendance(app.office, meeting.id))
        )
        await pilot.press("g")
        await fill(pilot, app, agency="", name="Peregrine Lowe", part="guest", role="auditor")
        await until(
            pilot, lambda: on(app, "HoldingScreen")() and holding.attendance(app.office, meeting.id)[-1].agency == ""
        )
        table = app.screen.query_one("#attendance", DataTable)
        await until(pilot, lambda: str(table.get_row_at(table.row_count - 1)[0]) == "Guest")
        assert "Lowe" not in shown(app), "the name stands on the attendance sheet alone"
