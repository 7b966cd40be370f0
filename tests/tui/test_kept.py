"""Nothing typed is lost: a form or a narrative is kept as it is typed, and offered when one comes back to it."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import fill, on, opened, shown, until
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from data.records.draft import DraftOf
from data.store.problems import DiskFull
from meeting.area import Area
from meeting.tui.app import MeetingApp
from meeting.tui.case import CaseScreen
from meeting.tui.locking import Watch
from meeting.tui.opened import ANEW
from meeting.tui.pages import show_page
from meeting.tui.sharing import SharingScreen
from meeting.tui.writing import WritingScreen
from meeting.usecases import held, preparing
from meeting.usecases.areas import open_practice
from meeting.usecases.drafts import AreaDrafts

WORDS = "Zzyxmarker rang her sister"
PHRASE = "zzyx phrase nobody else says"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_home: Path) -> Iterator[Path]:
    shutil.copytree(practice_home, tmp_path / "home")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    yield tmp_path / "home"
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert b"Zzyxmarker" not in path.read_bytes(), "what is typed is nowhere in clear"
        assert "Zzyxmarker" not in path.name


def first_case(app: MeetingApp) -> str:
    return preparing.agenda_of(app.office, preparing.meetings(app.office)[0].id).items[0].case_id


async def contact(pilot: Pilot[None], app: MeetingApp) -> str:
    """The form of a contact, over its case."""
    await until(pilot, on(app, "CasesScreen"))
    case_id = first_case(app)
    app.push_screen(CaseScreen(case_id))
    await until(pilot, on(app, "CaseScreen"))
    await pilot.press("t")
    return case_id


def what(app: MeetingApp) -> TextArea:
    return app.screen.query_one("#field-what", TextArea)


async def type_and_end(how: str) -> MeetingApp:
    """Type in the form of a contact, and end the app at once."""
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await contact(pilot, app)
        await until(pilot, on(app, "Recording"))
        what(app).text = WORDS
        if how == "key":
            await pilot.press("f12")
        elif how == "idleness":
            app.office.area.practice = False
            app._watch = Watch(0.01)
            time.sleep(0.05)
            app._every_few_seconds()
        elif how == "hang-up":
            app._save_and_close()
            app._office = None
        else:
            app._handle_exception(RuntimeError("Zzyxmarker"))
            app._exception = None  # or the harness raises it again
        await pilot.pause(0.05)
    assert (app.return_code == ANEW) is (how in ("key", "idleness"))
    return app


@pytest.mark.parametrize("how", ["key", "idleness", "hang-up", "crash"])
async def test_what_is_typed_in_a_form_is_kept_however_the_app_ends(how: str) -> None:
    await type_and_end(how)
    office = open_practice()
    case_id = preparing.agenda_of(office, preparing.meetings(office)[0].id).items[0].case_id
    assert AreaDrafts(office).take_up(DraftOf("contact", case_id))["what"] == WORDS
    assert not AreaDrafts(office).kept_at(DraftOf("ground", case_id)), "another form has nothing"
    office.close()


async def test_what_is_typed_in_a_form_is_offered_again_until_it_is_recorded_or_discarded() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        case_id = await contact(pilot, app)
        form, drafts = DraftOf("contact", case_id), AreaDrafts(app.office)
        await until(pilot, on(app, "Recording"))
        what(app).text = WORDS
        await until(pilot, lambda: drafts.kept_at(form) is not None)  # soon after typing pauses, with no key at all
        what(app).text = WORDS + " again"
        await pilot.press("f11")  # the projector takes every form away
        await until(pilot, on(app, "CasesScreen"))
        await pilot.press("f11")
        await until(pilot, lambda: not app.projector)
        await contact(pilot, app)
        await until(pilot, on(app, "Ask"))
        assert "Kept from" in shown(app)
        await pilot.press("enter")
        await until(pilot, on(app, "Recording"))
        assert what(app).text == WORDS + " again"
        await pilot.press("escape")  # not now
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("t")
        await until(pilot, on(app, "Ask"))
        await pilot.press("escape")  # nor now
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("t")
        await until(pilot, on(app, "Ask"))
        await pilot.press("enter")
        await until(pilot, on(app, "Recording"))
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "CaseScreen"))
        with app.office.area.look() as record:
            assert WORDS in record.contacts(case_id)[-1].note.text
        assert drafts.kept_at(form) is None, "recorded: gone"
        await pilot.press("t")
        await until(pilot, on(app, "Recording"))
        assert what(app).text == ""
        what(app).text = WORDS
        await pilot.press("escape")
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("t")
        await until(pilot, on(app, "Ask"))
        await pilot.press("right", "enter")
        await until(pilot, on(app, "Recording"))
        assert what(app).text == ""
        assert drafts.kept_at(form) is None, "discarded: gone"


async def test_what_cannot_be_recorded_stays_in_its_form_and_what_is_typed_away_is_kept_no_more() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        case_id = first_case(app)
        app.push_screen(SharingScreen(case_id))
        await until(pilot, on(app, "SharingScreen"))
        await pilot.press("c")
        await until(pilot, on(app, "Recording"))
        form, drafts = DraftOf("consent", case_id), AreaDrafts(app.office)
        app.screen.query_one("#field-categories").value = ""  # type: ignore[attr-defined]
        app.screen.query_one("#field-signed", Input).value = WORDS
        await until(pilot, lambda: drafts.kept_at(form) is not None)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Tick at least" in str(app.screen.query_one("#wrong", Static).render()))
        assert app.screen.query_one("#field-signed", Input).value == WORDS
        app.screen.query_one("#field-categories").value = "all"  # type: ignore[attr-defined]
        app.screen.query_one("#field-signed", Input).value = ""
        await until(pilot, lambda: drafts.kept_at(form) is None)


async def test_a_narrative_is_kept_as_it_is_written_and_offered_again() -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        case_id = first_case(app)
        form, drafts = DraftOf("narrative", case_id), AreaDrafts(app.office)
        before = app.office.file_of(case_id).narrative.text
        app.push_screen(WritingScreen(case_id))
        await until(pilot, on(app, "WritingScreen"))
        app.screen.query_one("#note", TextArea).insert(" " + WORDS)
        await until(pilot, lambda: drafts.kept_at(form) is not None)
        app.screen.query_one("#note", TextArea).insert(" again")
        show_page(app, "1")
        await until(pilot, on(app, "CasesScreen"))
        assert app.office.file_of(case_id).narrative.text == before, "going away is no saying so"
        app.push_screen(WritingScreen(case_id))
        await until(pilot, on(app, "Ask"))
        await pilot.press("enter")
        await until(pilot, on(app, "WritingScreen"))
        assert app.screen.query_one("#note", TextArea).text.endswith(WORDS + " again")
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "CasesScreen"))
        assert app.office.file_of(case_id).narrative.text.endswith(WORDS + " again")
        assert drafts.kept_at(form) is None


def no_room(*_anything: object) -> None:
    raise DiskFull("The disk is full: what was saved before is safe.")


async def test_locking_on_a_full_disk_says_so_and_holds_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that holds the keys ends all the same; the next one has it sealed, and says so."""
    with monkeypatch.context() as full:
        full.setattr(AreaDrafts, "keep", no_room)
        app = await type_and_end("key")
    assert app.held is not None
    assert b"Zzyxmarker" not in app.held.sealed
    for name, value in held.passed_on(app.held).items():
        monkeypatch.setenv(name, value)
    again = held.received()
    assert again == app.held
    assert held.received() is None, "once"
    app = MeetingApp(held=again)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "FirstScreen"))
        assert "could not be kept" in shown(app)
        await pilot.press("ctrl+q")
        await pilot.pause(0.1)
        assert app.is_running, "leaving would lose it: it is asked once"
        await pilot.press("p")
        await contact(pilot, app)
        await until(pilot, on(app, "Ask"))
        await pilot.press("enter")
        await until(pilot, on(app, "Recording"))
        assert what(app).text == WORDS
        assert not app.unkept


async def test_on_a_full_disk_a_form_stays_with_a_sentence_and_another_page_does_not_lose_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        case_id = await contact(pilot, app)
        await until(pilot, on(app, "Recording"))
        with monkeypatch.context() as full:
            full.setattr(AreaDrafts, "keep", no_room)
            what(app).text = WORDS
            await until(pilot, lambda: "disk is full" in str(app.screen.query_one("#wrong", Static).render()))
            await pilot.press("ctrl+q")
            await pilot.pause(0.1)
            assert app.is_running
            show_page(app, "5")
            await until(pilot, on(app, "ActionsScreen"))
            assert app.unkept
        app._every_few_seconds()
        assert not app.unkept, "tried again by itself"
        assert AreaDrafts(app.office).kept_at(DraftOf("contact", case_id)) is not None


async def test_passphrases_are_never_kept(home: Path) -> None:
    Area.create(home / "riverton", PHRASE, profile="uk", memory_kib=64).close()
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, PHRASE)
        from meeting.tui.people import PeopleScreen

        app.push_screen(PeopleScreen())
        await until(pilot, on(app, "PeopleScreen"))
        await pilot.press("p")
        await until(pilot, on(app, "Recording"))
        app.screen.query_one("#field-old", Input).value = "Zzyxmarker"
        await pilot.pause(0.8)
        app.flush()
        assert "Zzyxmarker" not in str(dict(app.screen.keeper._values()))  # type: ignore[attr-defined]
        assert not app.unkept
        with app.office.area.look() as record:
            from sqlmodel import select

            from data.store.rows import DraftRow

            assert record.session.exec(select(DraftRow)).all() == []
        await pilot.press("escape", "n")
        await fill(pilot, app, id="")
        assert app.screen.keeper.about == DraftOf("invite")  # type: ignore[attr-defined]


async def test_at_a_hang_up_on_a_full_disk_the_room_kept_free_is_given_up(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can be told any more: the last words take the room that lies beside the record for them."""
    keep, room = AreaDrafts.keep, home / "practice" / "reserve"

    def full_beside_it(drafts: AreaDrafts, about: DraftOf, values: dict[str, str]) -> None:
        if room.exists():
            no_room()
        keep(drafts, about, values)

    monkeypatch.setattr(AreaDrafts, "keep", full_beside_it)
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        case_id = await contact(pilot, app)
        await until(pilot, on(app, "Recording"))
        what(app).text = WORDS
        await until(pilot, lambda: "disk is full" in str(app.screen.query_one("#wrong", Static).render()))
        assert room.exists(), "while somebody can make room it stays"
        app._save_and_close()
        office = open_practice()
        assert AreaDrafts(office).take_up(DraftOf("contact", case_id))["what"] == WORDS
        office.close()
