"""At the keyboard: names the area does not know after an import, and core agencies helping in a meeting's cases."""

from pathlib import Path

import pytest
from keyboard import fill, on, shown, until, words
from textual.widgets import DataTable

from meeting.tui.agencies import AgenciesScreen
from meeting.tui.app import MeetingApp
from meeting.tui.bring import BringScreen
from meeting.usecases import preparing, referrers
from meeting.usecases.cases import list_cases
from meeting.usecases.sharing import case_sharing

HEAD = "Victim first name,Victim surname,Date referred,Referring agency,Consent,What happened\n"


pytestmark = pytest.mark.usefixtures("home")


async def test_a_name_is_linked_after_the_import_and_core_agencies_are_recorded(home: Path) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        sheet = home / "one.csv"
        sheet.write_text(HEAD + "Odile,Fennick,02.11.2026,Council Housing Team,Yes,She was pushed.\n")
        app.push_screen(BringScreen())
        await until(pilot, on(app, "BringScreen"))
        app.screen.query_one("#path").value = str(sheet)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "1 case understood" in words(app))
        await pilot.press("t")
        await until(pilot, lambda: "Council Housing Team (1 case)" in words(app))
        await pilot.press("w")
        await fill(pilot, app, n0="housing")
        await until(pilot, lambda: on(app, "BringScreen")() and referrers.unknown(app.office) == ())
        assert "Council Housing Team" not in words(app)
        app.push_screen(AgenciesScreen())
        await until(pilot, lambda: on(app, "AgenciesScreen")() and "Core" in shown(app))
        case_id = next(r.case_id for r in list_cases(app.office) if r.agency == "Housing" and r.referred_on.day == 2)
        await pilot.press("2")
        await until(pilot, on(app, "AgendaScreen"))
        meeting = preparing.meetings(app.office)[0]
        preparing.add_case(app.office, meeting.id, next(
            r.reference for r in list_cases(app.office) if r.case_id == case_id))  # fmt: skip
        await pilot.press("h")
        await until(pilot, lambda: on(app, "HelpingScreen")() and bool(app.screen.query_one(DataTable).row_count))
        table = app.screen.query_one(DataTable)
        table.move_cursor(row=table.get_row_index(case_id))
        await pilot.pause()
        assert "Would be recorded as helping" in words(app)
        assert "Children's social care: No child" in words(app)
        await pilot.press("space")
        await until(pilot, lambda: "left as it is" in shown(app))
        await pilot.press("space", "enter")
        await until(pilot, on(app, "Fill"))
        await pilot.press("space", "ctrl+s")
        await until(pilot, on(app, "HelpingScreen"))
        await pilot.press("r")
        await until(pilot, on(app, "AgendaScreen"))
        view = case_sharing(app.office, case_id)
        assert not view.of("police").case.allowed
        assert view.of("idva").case.allowed
        assert "sits at every meeting" in view.of("idva").case.reasons[1].sentence
