"""The review at the keyboard: doubts first, one key each; then what facts tell together; at two sizes."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from keyboard import on, until
from textual.widgets import Static

from data.records.text import RawText
from meeting.tui.app import MeetingApp
from meeting.usecases import preparing, reviewing
from meeting.usecases.office import Office

SIZES = [(80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> None:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))


def said(app: MeetingApp, name: str) -> str:
    return str(app.screen.query_one(name, Static).render())


def footer(app: MeetingApp) -> list[str]:
    return [b.binding.description for b in app.screen.active_bindings.values() if b.binding.show and b.enabled]


def with_more_to_doubt(office: Office, case_id: str) -> None:
    file = office.file_of(case_id)
    more = RawText(f"{file.narrative.text}\n\nHe waited by the Lantern. Hope rang twice.")
    with office.area.work() as record:
        record.save_case(replace(file, narrative=more))
    office.forget()


@pytest.mark.parametrize("size", SIZES)
async def test_doubts_then_facts_each_decided_with_one_key(size: tuple[int, int]) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=size) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        meeting_id = preparing.meetings(app.office)[0].id
        with_more_to_doubt(app.office, preparing.agenda_of(app.office, meeting_id).items[0].case_id)
        doubts = reviewing.doubts(app.office, meeting_id)
        assert len(doubts) > 1
        assert doubts[0].span.doubt == max(one.span.doubt for one in doubts)
        await pilot.press("2")
        await until(pilot, on(app, "AgendaScreen"))
        await pilot.press("d")
        await until(pilot, lambda: on(app, "DoubtsScreen")() and "doubt" in said(app, "#facts"))
        assert doubts[0].words in said(app, "#facts")
        assert len(footer(app)) <= 6
        left, right = (app.screen.query_one(f"#{side}").region for side in ("left", "right"))
        assert left.height == right.height
        first = doubts[0].case_id
        await pilot.press("s")
        await pilot.pause()
        (seen,) = reviewing.read_case(app.office, first)
        assert doubts[0].words not in [one.words for one in seen.doubts]
        await pilot.press("escape")
        await until(pilot, on(app, "AgendaScreen"))
        await pilot.press("d")
        await until(pilot, lambda: on(app, "DoubtsScreen")() and "Undo" in footer(app))
        await pilot.press("u")  # also what was decided in a visit before
        await pilot.pause()
        assert len(reviewing.doubts(app.office, meeting_id)) == len(doubts)
        for _case in {one.case_id for one in doubts}:
            await pilot.press("c")
            await pilot.pause()
        assert reviewing.doubts(app.office, meeting_id) == ()
        assert "No doubt is left" in said(app, "#facts")
        assert "Tell widely" in footer(app)
        stop = next(s for s in reviewing.stops(reviewing.read_agenda(app.office, meeting_id)) if s.case.waits)
        code, fact = stop.case.reference, stop.case.alike.fact
        while code not in said(app, "#facts"):
            await pilot.press("n")
        await pilot.press("w")
        await pilot.pause()
        assert fact in app.office.reading(stop.case.case_id).review.wider
        assert all(w.region.y >= 0 and w.region.bottom <= size[1] for w in app.screen.query("#left, #right, Footer"))
