"""The round of a pack at the keyboard: a keeper makes it, the participant answers in the screen, a keeper takes it.

The participant's folder holds the pack and the key file alone: no area, no keepers' file.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from keyboard import on, shown, until, words
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from data.records.conference import ActionState, NoteKind
from data.records.draft import DraftOf
from data.vault.slot import TRIAL
from meeting.tui.app import MeetingApp
from meeting.tui.opened import ANEW
from meeting.tui.pack_given import PackGiven
from meeting.usecases import arranging, following, holding, people
from meeting.usecases.answering import Desk, open_desk, seal
from meeting.usecases.areas import open_practice
from meeting.usecases.pack_content import CaseAnswer
from meeting.usecases.packs import pack_for
from meeting.usecases.places import NotPossible

OTHER = "other words of my own choice"
KEPT = 45  # days: the area's own number
MARKER = "Hesper Quillfeather"  # a name typed by the participant: it stands on no disk in the clear


@dataclass(frozen=True)
class Given:
    """What a participant was given, and where the keepers' area lies."""

    pack: Path
    key: Path
    passphrase: str
    area: Path
    agency: str
    meeting: str

    @property
    def folder(self) -> Path:
        return self.pack.parent

    def app(self) -> MeetingApp:
        return MeetingApp("pack", PackGiven(str(self.pack), str(self.key), self.passphrase))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """A practice area, an agency with an open action on a case of the coming meeting, its participant, a pack."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEETING_HOME", str(home))
        office = open_practice()
        office.profile = replace(office.profile, keep_draft_days=KEPT)
        meeting = arranging.latest(office)
        assert meeting
        with office.area.look() as record:
            items, open_ones = record.items(meeting.id), record.actions(states={ActionState.OPEN})
        case_ids = {item.case_id: item for item in items}
        owners = [a.agency for a in open_ones if a.case_id in case_ids and a.agency in case_ids[a.case_id].agencies]
        agency = max(set(owners), key=owners.count)
        welcome = people.invite(office, "reader", "participant", agency=agency, key_file=folder / "k.key", cost=TRIAL)
        pack = pack_for(office, meeting.id, "reader", folder / "p.pack").path
        office.close()
    return Given(pack, folder / "k.key", welcome.passphrase, home, agency, meeting.id)


@pytest.fixture
def given(made: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    """A folder of their own with pack and key, and a machine on which no area is."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    for path in (made.pack, made.key):
        shutil.copy(path, folder)
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "no area here"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return replace(made, pack=folder / "p.pack", key=folder / "k.key")


@asynccontextmanager
async def reading(given: Given, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Pilot[None], MeetingApp]]:
    """The pack opened, the declaration agreed to where it was not before."""
    app = given.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: type(app.screen).__name__ in ("Ask", "PackScreen"))
        await pilot.pause(0.2)
        if on(app, "Ask")():
            assert "agree" in shown(app)
            await pilot.press("enter")
        await until(pilot, on(app, "PackScreen"))
        yield pilot, app


def desk_of(given: Given, on: date | None = None) -> Desk:
    return open_desk(given.pack, given.key, given.passphrase, on or date.today())


async def test_a_participant_answers_and_a_keeper_takes_it(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    content = desk_of(given).view.content
    action = content.actions[0]
    async with reading(given) as (pilot, app):
        assert content.cases[0].reference in shown(app)
        await pilot.press("enter")
        await until(pilot, on(app, "PackCaseScreen"))
        await until(pilot, lambda: "What your agency knows" in shown(app))
        await pilot.press("tab", *"Two", "space", *"calls", "tab", *"Worse", "f9")
        await until(pilot, lambda: content.cases[1].reference in shown(app))
        app.screen.query_one("#say-can_do", TextArea).text = f"We visit {MARKER}."
        await pilot.press("escape")
        await until(pilot, on(app, "PackScreen"))
        assert shown(app).count(" yes ") == 2
        await pilot.press("tab")
        await until(pilot, lambda: getattr(app.focused, "id", "") == "actions")
        await pilot.press("x")
        await until(pilot, on(app, "Fill", "Recording"))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Say why" in str(app.screen.query_one("#wrong", Static).render())
        app.screen.query_one("#field-reason", TextArea).text = "Moved [/away]"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "not done: Moved [/away]" in shown(app))
        await pilot.press("f10")
        await until(pilot, on(app, "Fill", "Recording"))
        sealed = Path(app.screen.query_one("#field-path", Input).value)
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "Ask"))
        await until(pilot, lambda: "2 cases, 1 action." in words(app))
    assert not any(MARKER.encode() in path.read_bytes() for path in given.folder.iterdir())
    assert not (given.folder.parent / "no area here").exists(), "a participant needs no area"
    await keeper_takes(given, sealed, monkeypatch)
    office = open_practice()
    ids = [case.id for case in content.cases]
    assert "Fact: Two calls\nOpinion: Worse" in holding.raw_of(office, ids[0], NoteKind.INFORMATION, given.agency).text
    assert MARKER in holding.raw_of(office, ids[1], NoteKind.INFORMATION, given.agency).text
    row = next(row for row in following.actions(office) if row.action.id == action.id)
    assert (row.action.state, row.action.reason.text) == (ActionState.NOT_DONE, "Moved [/away]")
    (line,) = [one for one in holding.attendance(office, given.meeting) if one.agency == given.agency]
    assert line.information_sent
    office.close()


async def keeper_takes(given: Given, sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEETING_HOME", str(given.area))
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        await pilot.press("2", "p")
        await until(pilot, on(app, "PacksScreen"))
        await until(pilot, lambda: "reader" in shown(app))
        await pilot.press("t")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-path", Input).value = str(sealed)
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "Ask"))
        await until(pilot, lambda: "Two calls" in shown(app))
        assert "Agreed to the declaration" in shown(app)
        await pilot.press("right", "enter")
        await until(pilot, lambda: "2 cases into the notes" in shown(app))
        await pilot.press("m")
        await until(pilot, on(app, "Fill", "Recording"))
        app.screen.query_one("#field-path", Input).value = str(given.folder / "second.pack")
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "Ask"))
    assert (given.folder / "second.pack").exists()


async def test_what_is_typed_stands_again_after_a_kill_and_in_a_newer_pack(given: Given) -> None:
    """Kept within a second, without leaving the field; sealed; and carried to the next pack of the same meeting."""
    async with reading(given) as (pilot, app):
        await pilot.press("enter")
        await until(pilot, on(app, "PackCaseScreen"))
        await pilot.press("tab", *"Half a"[:4])
        await until(pilot, lambda: [said.fact for said in desk_of(given).answers.cases] == ["Half"])
        app._exit = True  # as if killed: nothing more is written
    (draft,) = given.folder.glob("*.draft")
    assert b"Half" not in draft.read_bytes()
    given.pack.rename(given.folder / "newer.pack")
    again = replace(given, pack=given.folder / "newer.pack")
    async with reading(again) as (pilot, app):
        assert "1 of" in shown(app), "declared and answered before: neither is asked again"
        assert f"Kept until {desk_of(again).kept_until:%d.%m.%Y}" in shown(app)
        await pilot.press("enter")
        await until(pilot, on(app, "PackCaseScreen"))
        assert app.screen.query_one("#say-fact", TextArea).text == "Half"
        await pilot.press("escape", "p")
        await until(pilot, on(app, "Recording"))
        for field, value in (("old", "not the words"), ("new", OTHER), ("again", OTHER)):
            app.screen.query_one(f"#field-{field}", Input).value = value
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "passphrase" in str(app.screen.query_one("#wrong", Static).render())
        app.screen.query_one("#field-old", Input).value = given.passphrase
        await pilot.press("ctrl+s")
        await until(pilot, on(app, "PackScreen"))
        await pilot.press("f12")
        await pilot.pause()
    assert app.return_code == ANEW
    assert desk_of(replace(again, passphrase=OTHER)).answers.cases[0].fact == "Half"


async def test_nothing_is_shown_before_the_declaration_is_agreed_to(given: Given) -> None:
    app = given.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "Ask"))
        await pilot.press("escape")
        await until(pilot, on(app, "PackScreen"))
        content = desk_of(given).view.content
        assert not any(case.reference in shown(app) for case in content.cases)
        await pilot.press("enter", "f10")
        await pilot.pause()
        assert on(app, "PackScreen")()
        await pilot.press("a")
        await until(pilot, on(app, "Ask"))
        await pilot.press("enter")
        await until(pilot, lambda: content.cases[0].reference in shown(app))
        app._watch._idle = -1.0  # nobody at the keys for too long
        app._every_few_seconds()
        await pilot.pause()
    assert app.return_code == ANEW


async def test_a_wrong_passphrase_and_a_full_folder_are_told(given: Given) -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, on(app, "Fill", "Recording"))
        for field, value in (("pack", given.pack), ("key", given.key), ("passphrase", "some other words here")):
            app.screen.query_one(f"#field-{field}", Input).value = str(value)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "does not open" in str(app.screen.query_one("#wrong", Static).render()))
        assert on(app, "Fill")(), "asked for again at once"
        assert app.screen.query_one("#field-pack", Input).value == str(given.pack), "paths need not be typed again"
    desk = desk_of(given)
    (given.folder / desk.draft.with_suffix(".new").name).mkdir()  # so that nothing can be written there
    desk.declare(desk.view.content.on)
    with pytest.raises(NotPossible, match="cannot be kept"):
        desk.keep()


def test_two_windows_never_write_over_each_other(given: Given) -> None:
    first, second = desk_of(given), desk_of(given)
    for desk in (first, second):
        desk.say(replace(desk.of_case(desk.view.content.cases[0].id), fact=f"said in {id(desk)}"))
    first.keep()
    with pytest.raises(NotPossible, match="another window"):
        second.keep()
    assert desk_of(given).answers == first.answers


def test_a_damaged_draft_is_left_as_it_is(given: Given) -> None:
    desk = desk_of(given)
    desk.say(replace(desk.of_case(desk.view.content.cases[0].id), fact="x"))
    desk.keep()
    written = bytearray(desk.draft.read_bytes())
    for at in range(0, len(written), 53):
        changed = bytearray(written)
        changed[at] ^= 1
        desk.draft.write_bytes(changed)
        with pytest.raises(NotPossible, match="do not open"):
            desk_of(given)
        assert desk.draft.read_bytes() == changed
    desk.draft.unlink()
    assert desk_of(given).answers.cases == ()


def test_a_form_that_is_typed_in_is_kept_beside_the_pack_and_never_sent(given: Given) -> None:
    """With the answers so far, sealed to the participant; over a lock on a full disk too."""
    desk, about = desk_of(given), DraftOf("not done a1")
    desk.drafts.keep(about, {"reason": MARKER})
    assert MARKER.encode() not in desk.draft.read_bytes()
    again = desk_of(given)
    assert again.drafts.take_up(about) == {"reason": MARKER}
    again.say(CaseAnswer(again.view.content.cases[0].id, fact="Two calls"))
    held = again.to_hold()
    assert MARKER.encode() not in held.sealed
    other = desk_of(given)
    assert other.answers.cases == ()
    assert other.take_held(held)
    assert other.of_case(again.view.content.cases[0].id).fact == "Two calls"
    assert not other.take_held(replace(held, user="somebody-else"))
    seal(other.view, other.answers, given.folder / "out.sealed")
    other.drafts.drop(about)
    assert desk_of(given).drafts.kept_at(about) is None
    assert desk_of(given).answers == other.answers


def typed_on(draft: Path, day: date) -> None:
    """As if the draft had been written last on that day."""
    at = datetime.combine(day, time(12)).timestamp()
    os.utime(draft, (at, at))


def test_what_is_typed_beside_a_pack_goes_after_the_area_s_days_and_never_before_its_meeting(given: Given) -> None:
    """Only this participant's; what lies there of other packs goes with the opening of any."""
    desk = desk_of(given)
    desk.say(CaseAnswer(desk.view.content.cases[0].id, fact="Two calls"))
    desk.keep()
    meeting = desk.view.content.on
    assert meeting is not None
    others = [desk.draft.with_name(name) for name in ("answers-2020-01-31-reader-two.draft", "answers of mine.draft")]
    older = desk.draft.with_name("answers-2020-01-31-reader.draft")
    for path in (*others, older):
        path.write_bytes(b"sealed")
        typed_on(path, date(2020, 1, 1))
    typed_on(desk.draft, meeting - timedelta(days=KEPT + 20))
    opened = desk_of(given, meeting)
    assert opened.gone == (older.name,)
    assert [answer.fact for answer in opened.answers.cases] == ["Two calls"], "the meeting is still to come"
    assert opened.kept_until == meeting + timedelta(days=KEPT)
    assert desk_of(given, opened.kept_until).answers == opened.answers
    late = desk_of(given, opened.kept_until + timedelta(days=1))
    assert (late.gone, late.answers.cases, late.kept_until) == ((desk.draft.name,), (), None)
    assert all(path.exists() for path in others)


def test_a_form_beside_a_pack_goes_after_the_days_though_answers_were_typed_since(given: Given) -> None:
    desk, about = desk_of(given), DraftOf("not done a1")
    meeting = desk.view.content.on
    assert meeting is not None
    desk.drafts.keep(about, {"reason": MARKER})
    desk.say(CaseAnswer(desk.view.content.cases[0].id, fact="Two calls"))
    desk.keep()
    typed_on(desk.draft, meeting + timedelta(days=9))
    last = meeting + timedelta(days=KEPT)
    assert desk_of(given, last).drafts.kept_at(about)
    late = desk_of(given, last + timedelta(days=1))
    assert late.drafts.kept_at(about) is None
    assert late.answers == desk.answers
    assert desk_of(given, last).drafts.kept_at(about) is None, "it is gone from the file as well"


async def test_the_page_says_what_went(given: Given) -> None:
    gone = given.folder / "answers-2020-01-31-reader.draft"
    gone.write_bytes(b"sealed")
    typed_on(gone, date(2020, 1, 1))
    async with reading(given) as (pilot, app):
        await until(pilot, lambda: gone.name in shown(app))
        assert f"Kept for {KEPT} days and gone now" in shown(app)
    assert not gone.exists()
