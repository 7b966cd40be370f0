"""Stories at the keyboard: each screen does its work in a real area of made-up cases."""

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import pytest
from keyboard import begun, on, shown, until, whole, words
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Static, TextArea

from data.intake.read import Progress
from data.records.conference import ActionState, MeetingState
from meeting.tui import palette
from meeting.tui.app import MeetingApp
from meeting.tui.opened import ANEW
from meeting.tui.page import Page
from meeting.tui.sharing import SharingScreen
from meeting.tui.ticks import Ticks
from meeting.usecases import course, following, holding, importing, preparing, reviewing, sharing
from meeting.usecases.cases import CaseRow, list_cases
from meeting.usecases.office import Office
from meeting.usecases.releasing import release_actions
from meeting.usecases.sharing import case_sharing

T = TypeVar("T")
SIZE = (80, 24)
PAGES = {"1": "CasesScreen", "2": "AgendaScreen", "3": "HoldingScreen", "4": "MinutesScreen", "5": "ActionsScreen"}
EXAMPLE = Path(__file__).parents[1] / "material" / "intake" / "d1_safelives_style_sheet.xlsx"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> Path:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def typed(pilot: Pilot[None], text: str) -> None:
    names = {" ": "space", ".": "full_stop", ",": "comma", "/": "slash", "-": "minus", "'": "apostrophe"}
    await pilot.press(*(names.get(letter, letter) for letter in text))


Story = Callable[[Pilot[None], MeetingApp], Awaitable[None]]


async def in_practice(story: Story, size: tuple[int, int] = SIZE) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        await story(pilot, app)


async def test_first_start_makes_an_area_and_opens_it_again(home: Path) -> None:
    phrase = "five made up words here"
    app = MeetingApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await until(pilot, on(app, "Fill", "Recording"))
        for field, value in (("name", "riverton"), ("passphrase", "short"), ("again", "short")):
            app.screen.query_one(f"#field-{field}", Input).value = value
        await pilot.press("ctrl+s")
        await pilot.pause()
        wrong = app.screen.query_one("#wrong", Static)
        assert "15 characters" in str(wrong.render())
        assert app.screen.query_one("#save").region.bottom < SIZE[1], "how to save stays in sight"
        app.screen.query_one("#field-passphrase", Input).value = phrase
        await pilot.press("ctrl+s")
        assert "not the same" in str(wrong.render())
        app.screen.query_one("#field-again", Input).value = phrase
        app.screen.query_one("#field-name", Input).value = "river ton"
        await pilot.press("ctrl+s")
        assert "40 letters" in str(wrong.render()), "told while all that was typed still stands"
        app.screen.query_one("#field-name", Input).value = "riverton"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "CasesScreen"))
        await until(pilot, lambda: "Press i to import" in shown(app))
        await pilot.press("f12")
        await pilot.pause()
    assert app.return_code == ANEW, "locking ends the process that holds the keys"
    app = MeetingApp()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, on(app, "FirstScreen"))
        await pilot.press("enter")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-passphrase", Input).value = "not the right words"
        await pilot.press("ctrl+s")
        # Asked again at once: typed on the first screen, its letters would be keys, and stand there to be read.
        await until(pilot, lambda: on(app, "Fill")() and "does not open the area" in shown(app))
        await until(pilot, lambda: app.focused is app.screen.query_one("#field-passphrase"))
        await pilot.press(*("space" if letter == " " else letter for letter in phrase), "enter")
        await until(pilot, on(app, "CasesScreen"))


async def test_cases_name_nobody_and_one_case_shows_both_sides() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        names = [p.full_name for row in list_cases(app.office) for p in app.office.file_of(row.case_id).people]
        assert not any(name in shown(app) for name in names if name)
        assert "PRACTICE" in shown(app)
        await pilot.press("enter")
        await until(pilot, on(app, "CaseScreen"))
        await until(pilot, lambda: "THE RECORD" in shown(app))
        assert "WHAT OTHERS READ" in shown(app)

    await in_practice(story, (140, 45))


async def test_search_and_who_may_see_a_case() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await pilot.press("slash")
        await typed(pilot, "refused")
        await pilot.press("enter")
        await pilot.pause()
        table = app.screen.query_one(DataTable)
        assert 0 < table.row_count < 24
        await pilot.press("enter")
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("s")
        await until(pilot, on(app, "SharingScreen"))
        await pilot.press("g")
        await until(pilot, on(app, "Recording"))
        app.screen.query_one("#field-reasons", TextArea).text = "He has threatened to kill her."
        app.screen.query_one("#field-by", Input).value = "police, chair"
        app.screen.query_one("#field-why", Input).value = "It would raise the risk."
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "SharingScreen"))
        assert "NOT COUNTERSIGNED" in said(app)
        await pilot.press("k")
        await until(pilot, on(app, "Choose"))
        await pilot.press("enter")
        await until(pilot, on(app, "Recording"))
        app.screen.query_one("#field-by", Input).value = "Police,  chair"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "second person" in str(app.screen.query_one("#wrong", Static).render())
        app.screen.query_one("#field-by", Input).value = "IDVA service, manager"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "SharingScreen"))
        assert "countersigned: IDVA service, manager" in said(app)
        assert "agencies may see this case today" in shown(app)

    await in_practice(story)


def said(app: MeetingApp) -> str:
    """All that is recorded on the sharing of the case, also what is scrolled out of sight."""
    return str(app.screen.query_one("#why", Static).render())


async def test_consent_is_recorded_and_withdrawn() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        planned = preparing.agenda_of(app.office, preparing.meetings(app.office)[0].id)
        # One that rests on its consent alone: without it nobody may see the case.
        case_id = next(i.case_id for i in planned.items if not case_sharing(app.office, i.case_id).sharing.grounds)

        def readers() -> tuple[str, ...]:
            agenda = preparing.agenda_of(app.office, planned.meeting.id)
            return next(item.agencies for item in agenda.items if item.case_id == case_id)

        app.push_screen(SharingScreen(case_id))
        await until(pilot, on(app, "SharingScreen"))
        await pilot.press("c")
        await until(pilot, on(app, "Recording"))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "who signed" in str(app.screen.query_one("#wrong", Static).render())
        app.screen.query_one("#field-signed", Input).value = "herself, in writing"
        ticks = app.screen.query_one("#field-agencies", Ticks)
        assert ticks.value == "all"
        ticks.focus()
        for agency in ("police", "housing"):
            ticks.highlighted = [key for key, _label in ticks._choices].index(agency)
            await pilot.press("space")
            await pilot.pause()
        assert ticks.value == "police,housing", "ticking one unticks all"
        assert "[x] Housing" in shown(app)
        assert "[ ] all that help" in "\n".join(str(ticks.get_option_at_index(0).prompt).splitlines())
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "SharingScreen"))
        assert "to Police, Housing" in said(app)
        assert readers()
        assert set(readers()) <= {"police", "housing"}
        await pilot.press("w")
        await until(pilot, on(app, "Choose"))
        await pilot.press("end", "enter")  # the one recorded last
        await until(pilot, on(app, "SharingScreen"))
        await until(pilot, lambda: "WITHDRAWN" in said(app))
        assert readers() == (), "nobody may see the case any more"

    await in_practice(story)


async def test_agreements_are_listed_and_ended() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await pilot.press("a")
        await until(pilot, on(app, "AgreementsScreen"))
        await until(pilot, lambda: "12 of 12 agencies have an agreement in force" in shown(app))
        await pilot.press("x")
        await until(pilot, on(app, "Ask"))
        await pilot.press("tab", "enter")
        await until(pilot, on(app, "AgreementsScreen"))
        await until(pilot, lambda: "11 of 12" in shown(app))
        await pilot.press("down", "x")
        await until(pilot, on(app, "Ask"))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: on(app, "AgreementsScreen")() and "10 of 12" in shown(app))
        await pilot.press("n")
        await until(pilot, on(app, "Recording"))
        assert app.screen.query_one("#field-agencies", Ticks).value.count(",") == 0, "the one under the cursor"
        await until(
            pilot, lambda: "Agencies" in shown(app)
        )  # a form longer than the screen begins with its first label
        await pilot.press("home", "space")  # the first one signed the same
        app.screen.query_one("#field-confidence", Input).value = "Locked away."
        app.screen.query_one("#field-signed", Input).value = "1.1.2099"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.focused is app.screen.query_one("#field-signed"))
        # The field that is wrong comes into sight with its label.
        await until(pilot, lambda: "signed today or was before" in shown(app) and "Signed on" in shown(app))
        app.screen.query_one("#field-signed", Input).value = "1.1.2026"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "AgreementsScreen"))
        await until(pilot, lambda: "12 of 12" in shown(app))

    await in_practice(story)


async def test_import_shows_takes_and_undoes() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await pilot.press("i")
        await until(pilot, on(app, "BringScreen"))
        app.screen.query_one("#path", Input).value = "/no/such.xlsx"
        await pilot.press("enter")
        await until(pilot, lambda: "There is no such file" in shown(app))
        assert app.focused is app.screen.query_one("#path"), "the path is typed again"
        app.screen.query_one("#path", Input).value = str(EXAMPLE)
        await pilot.press("enter")
        await until(pilot, lambda: "7 cases understood, 3 rows cannot be taken" in shown(app))
        assert len(list_cases(app.office)) == 24
        await pilot.press("t")
        await pilot.pause(0.5)
        assert len(list_cases(app.office)) == 24  # not all rows can be taken, so none is
        await pilot.press("g")
        await until(pilot, lambda: len(list_cases(app.office)) == 31)
        await until(pilot, lambda: "Taken: 7 cases" in shown(app))
        await pilot.press("u")
        await until(pilot, lambda: len(list_cases(app.office)) == 24)

    await in_practice(story)


async def test_agenda_moves_drops_adds_and_doubts_are_decided() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await pilot.press("2")
        await until(pilot, on(app, "AgendaScreen"))
        planned = preparing.meetings(app.office)[0]

        def order() -> list[str]:
            return [item.reference for item in preparing.agenda_of(app.office, planned.id).items]

        before = order()
        assert "open action" in shown(app), "open actions stand first"
        await pilot.press("down", "l")
        await pilot.pause()
        assert order()[:2] == before[1::-1]
        await pilot.press("x")
        await pilot.pause()
        assert len(order()) == len(before) - 1
        await pilot.press("u", "u")
        await pilot.pause()
        assert order() == before, "every step can be taken back"
        await pilot.press("x", "ctrl+end")
        await pilot.pause()
        assert "HELD BACK" in shown(app)
        await pilot.press("g")
        await until(pilot, on(app, "SharingScreen"))
        await pilot.press("escape")
        await until(pilot, on(app, "AgendaScreen"))
        assert "NOT ON THE AGENDA" in shown(app), "what is due and dropped stays in sight"
        doubts = reviewing.doubts(app.office, planned.id)
        await pilot.press("d")
        await until(pilot, on(app, "DoubtsScreen"))
        await until(pilot, lambda: "Reading" not in shown(app))
        if doubts:
            words = doubts[0].words
            await pilot.press("k")
            await until(pilot, lambda: len(reviewing.doubts(app.office, planned.id)) < len(doubts))
            left = reviewing.doubts(app.office, planned.id)
            assert len(left) < len(doubts)
            assert all(d.words != words for d in left if d.case_id == doubts[0].case_id)
            await pilot.press("u")
            await until(pilot, lambda: len(reviewing.doubts(app.office, planned.id)) == len(doubts))

    await in_practice(story)


async def test_a_meeting_is_held_and_its_minutes_leave(home: Path) -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await begun(pilot, app)
        await until(pilot, lambda: "left" in shown(app))
        await pilot.press("f9")
        await until(pilot, on(app, "Ask"))
        assert "Nobody is recorded as present" in shown(app)
        await pilot.press("escape")
        await until(pilot, on(app, "HoldingScreen"))
        await pilot.press("p", "p", "o", "a")
        await pilot.pause()
        await pilot.press("f9")
        await until(pilot, on(app, "Ask"))
        assert "3 in the room have not agreed" in shown(app), "nothing is shown before the declaration is agreed to"
        await pilot.press("enter")
        await pilot.press("D")
        await pilot.pause()
        assert "NOT YET" not in shown(app)
        await pilot.press("f9")
        await until(pilot, lambda: app.screen.query_one("#item").display)
        meeting = preparing.meetings(app.office)[0]
        assert [a.presence.value for a in holding.attendance(app.office, meeting.id)][:4] == [
            "present", "present", "observer", "apologies",
        ]  # fmt: skip
        item = preparing.agenda_of(app.office, meeting.id).items[0]
        victim = app.office.file_of(item.case_id).people[0]
        await typed(pilot, f"{victim.first} was seen")
        await until(pilot, lambda: "was seen" in str(app.screen.query_one("#shown", Static).render()))
        assert victim.first not in str(app.screen.query_one("#shown", Static).render())
        await pilot.press("f6")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-what", Input).value = f"Visit {victim.first} and fit a lock"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "HoldingScreen"))
        assert any("fit a lock" in row.action.what.text for row in following.actions(app.office))
        await pilot.press("f8")
        await until(pilot, on(app, "Choose"))
        assert "the meeting · noted" in shown(app)
        await pilot.press("h", "enter")
        await until(pilot, lambda: "from Housing" in str(app.screen.query_one("#about", Static).render()))
        await pilot.press("f10")
        await until(pilot, on(app, "Ending"))
        left = [one.item for one in course.untouched(app.office, meeting.id)]
        assert item.id not in {one.id for one in left}
        assert left[0].reference in shown(app), "who ends early is told which cases have nothing"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "MinutesScreen"))
        assert preparing.meetings(app.office)[0].state is MeetingState.ENDED
        assert [i.id for i in preparing.agenda_of(app.office, meeting.id).items] == [item.id]
        with app.office.area.look() as record:
            assert record.case_by_reference(item.reference).last_heard_on == meeting.on
            assert record.case_by_reference(left[0].reference).last_heard_on != meeting.on, "it stays due"
        carried = [row.action.carried for row in following.actions(app.office) if row.action.meeting_id != meeting.id]
        assert 1 in carried, "open actions of earlier meetings are carried on"
        await pilot.press("r")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-folder", Input).value = str(home / "papers")
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "Ask"))
        assert len(list((home / "papers").iterdir())) == 2
        await pilot.press("enter")
        await pilot.press("5")
        await until(pilot, on(app, "ActionsScreen"))
        await pilot.press("x")
        await until(pilot, on(app, "Fill", "Recording"))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Say why" in shown(app)
        app.screen.query_one("#field-reason", TextArea).text = "Nobody was at home."
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "ActionsScreen"))
        first = next(row for row in following.actions(app.office) if row.action.reason)
        assert first.action.state is ActionState.NOT_DONE
        await pilot.press("u")
        await pilot.pause()
        assert not any(row.action.reason for row in following.actions(app.office)), "a change can be taken back"

    await in_practice(story, (100, 35))


async def test_the_palette_writes_no_screen_to_a_file() -> None:
    async def story(_pilot: Pilot[None], app: MeetingApp) -> None:
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Screenshot" not in titles
        assert {"Lock", "Agenda", "Import", "Agencies", "Search", "Projector", "Light or dark", "Leave"} <= set(titles)

    await in_practice(story)


async def test_the_palette_says_nothing_twice_and_what_it_lists_opens() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        for key, page in PAGES.items():
            await pilot.press(key)
            await until(pilot, on(app, page))
            titles = [command.title for command in app.get_system_commands(app.screen)]
            assert len(titles) == len(set(titles)), page
            assert {"Cases", "Agenda", "Meeting", "Minutes", "Actions", "Log", "Agencies"} <= set(titles), page
        for _title, about, page_of in palette.more():
            assert isinstance(page_of(), Page), about

    await in_practice(story)


async def test_a_page_is_read_once_when_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(office: Office, search: str = "") -> tuple[CaseRow, ...]:
        read.append(search)
        return list_cases(office, search)

    monkeypatch.setattr("meeting.tui.cases.list_cases", counted)

    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await until(pilot, lambda: app.screen.query_one(DataTable).row_count > 0)
        await pilot.pause(0.3)
        assert read == [""]

    await in_practice(story)


async def test_help_names_the_keys_of_every_page() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        for key, page in PAGES.items():
            await pilot.press(key)
            await until(pilot, on(app, page))
            await pilot.press("question_mark")
            await until(pilot, on(app, "HelpScreen"))
            told = str(app.screen.query_one(Static).render())
            assert "ctrl+p" in told
            assert len(told) > 200
            await pilot.press("escape")
            await pilot.pause()

    await in_practice(story)


async def test_an_area_nobody_touches_locks(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        monkeypatch.setattr(type(app._watch), "idle", property(lambda self: True))
        app._every_few_seconds()
        assert app.return_code is None, "practice stays open"
        monkeypatch.setattr(MeetingApp, "practice", property(lambda self: False))
        app._every_few_seconds()
        await pilot.pause()
        assert app.return_code == ANEW

    await in_practice(story)


async def test_a_projector_shows_disguised_text_alone() -> None:
    """Light, said in words; what names people is refused, and nothing is typed in sight."""

    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await pilot.press("enter")
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("f11")
        await until(pilot, on(app, "CasesScreen"))
        assert app.theme == "morning"
        assert "PROJECTOR" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert on(app, "CasesScreen")()
        await until(pilot, lambda: "shows names" in shown(app))
        await begun(pilot, app)
        await pilot.press("p", "D", "f9")
        await until(pilot, lambda: app.screen.query_one("#item").display)
        assert not app.screen.query_one("#note").display
        await pilot.press("f11")
        await until(pilot, lambda: bool(app.screen.query_one("#note").display))
        assert app.screen.query_one("#item").display, "the meeting goes on where it was"
        assert app.screen.query_one("#note").display
        assert "PROJECTOR" not in shown(app)

    await in_practice(story)


async def test_agencies_are_added_and_renamed() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await pilot.press("g", "n")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-name", Input).value = "Fire and rescue"
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "AgenciesScreen"))
        assert "Fire and rescue" in [agency.name for agency in app.office.agencies()]
        await pilot.press("ctrl+end", "e")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-name", Input).value = "Police"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "of this name" in words(app))

    await in_practice(story)


async def test_the_footer_shows_at_most_six_keys_and_each_does_something() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        for key, page in PAGES.items():
            await pilot.press(key)
            await until(pilot, on(app, page))
            assert shown(app).splitlines()[0].lstrip().startswith("PRACTICE")
            keys = [k for k in app.screen.query("FooterKey") if not k.action.endswith("help")]  # type: ignore[attr-defined]
            assert len(keys) <= 6
            assert whole(app), shown(app)
            for one in keys:
                name = one.action.partition("(")[0]  # type: ignore[attr-defined]
                owners = [app.screen, app.focused, app]
                assert any(hasattr(owner, f"action_{name}") for owner in owners), name

    await in_practice(story)


def held_at_its_count(do: Callable[..., T], seen: Event) -> Callable[..., T]:
    """The same work, but after the first word about its progress it waits until that was ``seen``."""

    def slowly(*args: Any, progress: Progress, **more: Any) -> T:
        def tell(done: int, of: int) -> None:
            progress(done, of)
            if of > 100:
                seen.wait(30)

        return do(*args, progress=tell, **more)

    return slowly


async def test_an_import_counts_and_is_left_by_escape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Escape in the middle of taking stops it: nothing was taken, and the screen before stands there again."""
    monkeypatch.setattr("meeting.usecases.importing._AT_ONCE", 100)
    reading, taking = Event(), Event()  # each stands still after its first count, until the story has seen it
    monkeypatch.setattr("meeting.tui.bring.preview", held_at_its_count(importing.preview, reading))
    monkeypatch.setattr("meeting.tui.bring.take", held_at_its_count(importing.take, taking))
    path = tmp_path / "many.csv"
    rows = "".join(f"Ann{n},Ames,1.1.90,03.11.2026,Story {n}.\n" for n in range(1000))
    path.write_text("Victim first name,Victim surname,Victim DOB,Date referred,What happened\n" + rows)

    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        await pilot.press("i")
        await until(pilot, on(app, "BringScreen"))
        app.screen.query_one("#path", Input).value = str(path)
        await pilot.press("enter")
        await until(pilot, lambda: "of 1000" in shown(app))
        reading.set()
        await until(pilot, lambda: "1000 cases understood" in shown(app))
        await pilot.press("t")
        await until(pilot, lambda: "Taking: " in shown(app))
        await pilot.press("escape")
        await until(pilot, on(app, "CasesScreen"))
        taking.set()
        await until(pilot, lambda: not any(worker.is_running for worker in app.workers))
        assert len(list_cases(app.office)) == 24

    await in_practice(story)


async def test_a_conflict_of_interest_is_said_before_the_case_is_opened() -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        office = app.office
        meeting = preparing.meetings(office)[0]
        with office.area.look() as record:
            items = record.items(meeting.id)
        sharing.record_conflict(office, items[0].case_id, "police", "His brother.", "Ann Other")
        sharing.record_conflict(office, items[1].case_id, "police", "Their own staff.")
        await begun(pilot, app)
        await until(pilot, lambda: "To be read out" in shown(app))
        table = app.screen.query_one("#attendance", DataTable)
        row = next(at for at, line in enumerate(table._lines) if line.agency == "police")
        assert str(table.get_row_at(row)[3]) == "1?, 2", (
            "nobody recorded who comes: the first case is to be asked about"
        )
        line = table._lines[row]
        for name, said in (
            ("Dr A. Other", "1?, 2"),
            ("S. E.", "1?, 2"),
            ("Dr", "1?, 2"),
            ("Sam Else", "2"),
            ("ann  other", "1, 2"),
        ):
            table._keep(replace(line, name=name))
            assert str(table.get_row_at(row)[3]) == said, name
        table.move_cursor(row=row)
        await pilot.press("p")
        await until(pilot, lambda: "leave before it is opened" in shown(app))
        assert "Ann" not in shown(app), "the name stands on the attendance sheet alone"
        await pilot.press("D", "f9")
        await until(pilot, on(app, "Ask"))
        assert "Police" in str(app.screen.query_one(".question Static", Static).render())
        await pilot.press("enter")
        await until(pilot, on(app, "HoldingScreen"))
        assert app.screen.query_one("#attendance").display, "not shown before they left"
        await pilot.press("f9")
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, lambda: on(app, "HoldingScreen")() and items[0].reference in shown(app))

    await in_practice(story)


async def test_the_printed_list_of_actions_marks_what_the_steering_group_hears_of(home: Path) -> None:
    async def story(pilot: Pilot[None], app: MeetingApp) -> None:
        office = app.office
        with office.area.work() as record:
            persists, once = record.actions(states={ActionState.OPEN})[:2]
            record.save_action(replace(persists, carried=office.profile.escalate_after))
            record.save_action(replace(once, carried=office.profile.escalate_after - 1))
        released = release_actions(office, home / "out", formats=("txt", "docx", "pdf"), leave_out=True)
        text = next(path for path in released.paths if path.suffix == ".txt").read_text()
        marked = [block for block in text.split("\n- ") if "STEERING GROUP" in block]
        assert len(marked) == 1
        assert f"Action: {persists.number} " in marked[0]
        assert f"For the steering group, as they persist: {persists.number}\n" in text

    await in_practice(story)
