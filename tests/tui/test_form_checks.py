"""A form that is not accepted shows which field is meant."""

import shutil
from pathlib import Path

import pytest
from keyboard import fill, on, shown, until
from textual.pilot import Pilot

from meeting.tui.app import MeetingApp
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill, Recording
from meeting.usecases.places import NotPossible


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> None:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))


def form() -> Fill:
    fields = [Field(f"f{at}", f"Field number {at}") for at in range(12)]
    fields[9] = Field("f9", "Field number 9", check=needed("The ninth says nothing."))
    return Fill("A long form", fields, kept=None)


async def in_sight(pilot: Pilot[None], app: MeetingApp, name: str) -> None:
    field = app.screen.query_one(f"#field-{name}")
    await until(pilot, lambda: app.focused is field and app.screen.can_view_entire(field))
    assert f"Field number {name[1:]}" in shown(app)


async def test_a_failed_check_moves_to_the_field_it_names() -> None:
    """Whether the form itself refuses, or what it is recorded with; also with the cursor on the first field."""

    def refuse(values: dict[str, str]) -> None:
        raise NotPossible("The tenth is wrong, and this sentence takes some room " * 4, "f10")

    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        app.push_screen(Recording(form(), refuse))
        await fill(pilot, app)
        await in_sight(pilot, app, "f9")
        app.screen.query_one("#field-f0").focus()
        await pilot.pause()
        await fill(pilot, app, f9="something")
        await in_sight(pilot, app, "f10")


async def test_a_name_is_looked_for_from_the_list_of_cases() -> None:
    """The codes alone are listed; Esc shows all again; on a projector nothing is typed."""
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        with app.office.area.look() as record:
            case = record.cases()[-1]
        person = app.office.file_of(case.id).people[0]
        await pilot.press("n")
        await fill(pilot, app, name=person.full_name)
        await until(pilot, lambda: "By a person's name" in shown(app) and case.reference in shown(app))
        assert person.last not in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: "By a person's name" not in shown(app))
        await pilot.press("f11", "n")
        await until(pilot, lambda: app.projector)
        assert on(app, "CasesScreen")()
