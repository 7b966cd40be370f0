"""Recovery sheets and transfers at the keyboard: the whole way of each, with what goes wrong said in a sentence."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from keyboard import fill, on, opened, until, words

from data.profiles.load import load
from data.records.case_details import CaseState
from meeting.area import Area
from meeting.tui.app import MeetingApp
from meeting.tui.pages import show_page
from meeting.tui.recovery import RecoveryScreen
from meeting.tui.transfers import TransfersScreen
from meeting.usecases import transferring
from meeting.usecases.areas import who_opens
from meeting.usecases.importing import preview, take
from meeting.usecases.office import Office

PHRASE = "five made up words here"
SHEET = (
    "Victim first name,Victim surname,Date referred,Referring agency,Consent,What happened\n"
    "Odile,Fennick,02.02.2026,Police,Yes,He had broken her door.\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("meeting.usecases.recovering.INTERACTIVE_2026", "trial")
    Area.create(tmp_path / "home" / "riverton", PHRASE, profile="uk", memory_kib=64).close()
    return tmp_path


async def test_sheets_are_made_tried_and_open_the_area_again() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app, PHRASE)
        assert "One keeper and no recovery sheets" in words(app)
        app.push_screen(RecoveryScreen())
        await until(pilot, on(app, "RecoveryScreen"))
        assert "no recovery sheets" in words(app)
        await pilot.press("m")
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, on(app, "SheetsScreen"))
        sheets = []
        for _sheet in range(3):
            sheets.append("\n".join(re.findall(r"^  \d  (.+)$", words(app), re.MULTILINE)))
            await pilot.press("right")
            await pilot.pause()
        assert len(set(sheets)) == 3
        assert all(len(sheet.splitlines()) == 5 for sheet in sheets)
        await pilot.press("escape")
        await until(pilot, on(app, "RecoveryScreen"))
        assert "Set 1 was made" in words(app)
        await pilot.press("t")
        await fill(pilot, app, sheet1=sheets[0].replace(sheets[0][0], "Z", 1), sheet2=sheets[2])
        assert "Line 1 is not as printed" in words(app)
        await fill(pilot, app, sheet1=sheets[0], sheet2=sheets[0])
        assert "Two different sheets" in words(app)
        await fill(pilot, app, sheet2=sheets[2])
        await until(pilot, on(app, "RecoveryScreen"))
        assert "tried on" in words(app)
        show_page(app, "1")
        await until(pilot, on(app, "CasesScreen"))
        assert "no recovery sheets" not in words(app)
    app = MeetingApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, on(app, "FirstScreen"))
        await pilot.press("end", "enter")
        await fill(pilot, app, id="coordinator-2", sheet1=sheets[2], sheet2=sheets[1])
        await until(pilot, on(app, "Ask"))
        assert len(re.search(r"\n    ([a-z ]+)\n", words(app))[1].split()) == 7  # type: ignore[index]
    assert who_opens("riverton") == ("coordinator", "coordinator-2")


async def test_a_case_goes_from_one_area_to_the_other(home: Path) -> None:
    now = datetime(2026, 11, 24, 9)
    there = Office(
        Area.create(home / "home" / "elsewhere", PHRASE, profile="uk", memory_kib=64), load("uk"), lambda: now
    )
    theirs = transferring.write_card(there, home / "there.card")
    (home / "sheet.csv").write_text(SHEET)
    app = MeetingApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, on(app, "FirstScreen"))
        await pilot.press("down")
        await opened(pilot, app, PHRASE)
        (reference,) = take(app.office, preview(home / "sheet.csv", app.office)).references
        app.push_screen(TransfersScreen())
        await until(pilot, on(app, "TransfersScreen"))
        await pilot.press("c")
        await fill(pilot, app, path=str(home / "here.card"))
        await until(pilot, on(app, "Ask"))
        mine = re.search(r"(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}", words(app))[0]  # type: ignore[index]
        await pilot.press("enter", "s")
        await fill(pilot, app, reference="7KQ2-M9XX", card=str(home / "there.card"))
        assert "typing error" in words(app)
        await fill(pilot, app, reference=reference.lower())
        await until(pilot, lambda: "The card says it is elsewhere's" in str(app.screen.query_one(".title").render()))
        await fill(pilot, app, fingerprint=mine, folder=str(home / "out"))
        assert "another fingerprint" in words(app)
        await fill(pilot, app, fingerprint=theirs)
        await until(pilot, on(app, "Ask"))
        with app.office.area.look() as record:
            assert record.case_by_reference(reference).state is CaseState.CLOSED
    (sealed,) = (home / "out").iterdir()
    assert transferring.take(there, sealed, mine).reference == reference
    there.close()
