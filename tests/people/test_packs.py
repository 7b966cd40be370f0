"""Packs: a participant reads what their agency may see and nothing else, whatever they try; answers come back once."""

import json
import os
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from data.log.entry import Entry
from data.records.conference import ActionState, MeetingState, NoteKind
from data.store.problems import DiskFull
from data.vault.keyring import assemble
from data.vault.packs import make_answers, make_pack, open_pack
from data.vault.problems import NoKey, NotAllowed, WrongKeyFile, WrongPassphrase
from data.vault.slot import TRIAL
from meeting.cli import main
from meeting.usecases import holding, packs, people, preparing, sharing
from meeting.usecases.answering import Answer, PackView, answer, read_pack
from meeting.usecases.areas import open_practice
from meeting.usecases.key_files import open_key_file
from meeting.usecases.office import Office
from meeting.usecases.pack_content import (
    ActionAnswer,
    Answers,
    CaseAnswer,
    PackContent,
    read_answers,
    read_pack_content,
    write_answers,
)
from meeting.usecases.packs import pack_for, take_answers
from meeting.usecases.places import NotPossible
from meeting.usecases.said import history


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEETING_HOME", str(home))
        made = open_practice()
        yield made
        made.close()


@pytest.fixture(scope="module")
def meeting_id(office: Office) -> str:
    return preparing.meetings(office)[0].id


@pytest.fixture(scope="module")
def agency(office: Office, meeting_id: str) -> str:
    with office.area.look() as record:
        items = record.items(meeting_id)
    codes = [code for item in items for code in item.agencies]
    return max(set(codes), key=lambda code: (codes.count(code) < len(items), codes.count(code)))


@pytest.fixture(scope="module")
def welcome(office: Office, agency: str, tmp_path_factory: pytest.TempPathFactory) -> people.Welcome:
    path = tmp_path_factory.mktemp("keys") / "participant.key"
    return people.invite(office, "participant", "participant", agency=agency, key_file=path, cost=TRIAL)


@pytest.fixture
def pack(office: Office, meeting_id: str, welcome: people.Welcome, tmp_path: Path) -> Path:
    return pack_for(office, meeting_id, "participant", tmp_path / "p.pack").path


def view_of(pack: Path, welcome: people.Welcome):  # type: ignore[no-untyped-def]
    assert welcome.key_file
    return read_pack(pack, welcome.key_file, welcome.passphrase)


def test_a_pack_shows_the_agencys_cases_and_names_nobody(
    office: Office, meeting_id: str, agency: str, pack: Path, welcome: people.Welcome
) -> None:
    view = view_of(pack, welcome)
    with office.area.look() as record:
        items = record.items(meeting_id)
    mine = {item.reference for item in items if agency in item.agencies}
    assert {reference for _item, reference in view.items} == mine
    others = {item.reference for item in items} - mine
    assert others, "the test needs cases this agency may not see"
    assert not any(reference in view.text for reference in others)
    names = {p.last for item in items for p in office.file_of(item.case_id).people if len(p.last) > 3}
    assert names
    assert not any(name in view.text for name in names)
    assert not any(reference.encode() in pack.read_bytes() for reference in mine)


def test_a_participant_opens_nothing_of_the_record_with_all_they_hold(
    office: Office, pack: Path, welcome: people.Welcome
) -> None:
    """Their keys tried on the users file, and on every wrap in it and in the record."""
    assert welcome.key_file
    _area, user, keys, _root = open_key_file(welcome.key_file, welcome.passphrase)
    with pytest.raises(NoKey):
        assemble(office.area.ring.file, user, keys)
    # As a program of their own would: themselves in place of a keeper.
    mine = replace(office.area.ring, user_id=user, keys=keys, groups={}, root=None, secrets={1: bytes(64)}, _outer={})
    with office.area.look() as record:
        rows = record.session.connection().exec_driver_sql("SELECT id, key_i, key_c FROM cases").all()
        outer = record.session.connection().exec_driver_sql("SELECT domain, id, outer FROM outer_keys").all()
    assert rows
    for domain, id, wrapped in outer:
        with pytest.raises(NoKey):
            mine.learn_outer(domain, id, wrapped)
    for case, key_i, key_c in rows:
        for domain, wrapped in (("I", key_i), ("C", key_c)):
            with pytest.raises(NoKey):
                mine.open_case_key(case, domain, wrapped)
    content = json.loads(view_of(pack, welcome).pack.content)
    assert set(content) == {field.name for field in fields(PackContent)}, "no key of the area travels in a pack"


def test_only_the_one_it_is_sealed_to_opens_it(
    office: Office, agency: str, pack: Path, welcome: people.Welcome, tmp_path: Path
) -> None:
    other = people.invite(office, "other", "participant", agency=agency, key_file=tmp_path / "o", cost=TRIAL)
    with pytest.raises(NoKey, match="somebody else"):
        view_of(pack, other)
    with pytest.raises(WrongPassphrase):
        view_of(pack, replace(welcome, passphrase="not the words that were given"))
    people.disable(office, "other")
    with pytest.raises(NotAllowed, match="not disabled"):
        pack_for(office, preparing.meetings(office)[0].id, "other", tmp_path / "no")


def test_another_agencys_pack_and_a_keepers_are_refused(office: Office, meeting_id: str, tmp_path: Path) -> None:
    with pytest.raises(NotPossible, match="not of that agency"):
        pack_for(office, meeting_id, "participant", tmp_path / "no", agency="somebody-else")
    with pytest.raises((NotPossible, NotAllowed)):
        pack_for(office, meeting_id, "coordinator", tmp_path / "no")
    assert not (tmp_path / "no").exists()


def test_a_pack_that_the_log_cannot_tell_of_is_taken_away(
    office: Office, meeting_id: str, welcome: people.Welcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object) -> None:
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(packs, "disclose", full)
    with pytest.raises(DiskFull):
        pack_for(office, meeting_id, "participant", tmp_path / "no.pack")
    assert not (tmp_path / "no.pack").exists()


def test_a_pack_of_a_stranger_is_refused(welcome: people.Welcome, office: Office) -> None:
    from data.vault import changing
    from data.vault.people import Role, User

    assert welcome.key_file
    area, user, keys, root = open_key_file(welcome.key_file, welcome.passphrase)
    stranger = changing.found(area, "a stranger's own passphrase", cost=TRIAL)
    known = replace(office.area.ring.directory.user(user))
    listed = replace(stranger.directory, users=(*stranger.directory.users, User(
        id=user, role=Role.PARTICIPANT, agency="x", keys=known.keys)))  # fmt: skip
    forged = make_pack(replace(stranger, directory=listed), user, "1", b"{}")
    with pytest.raises(WrongKeyFile, match="not made by a keeper"):
        open_pack(forged, area, user, keys, root)


def test_answers_come_back_into_the_notes_once(
    office: Office, meeting_id: str, agency: str, pack: Path, welcome: people.Welcome, tmp_path: Path
) -> None:
    view = view_of(pack, welcome)
    item, reference = view.items[0]
    with pytest.raises(NotPossible, match=r"Not in this pack: 0000-0000, \?\."):
        answer(view, [Answer("0000-0000", fact="x"), Answer("Ann Other", fact="x")], tmp_path / "a")
    said = Answer(reference, fact="Two calls in May.", opinion="It gets worse.", held_back="A source, for safety.")
    assert answer(view, [said], tmp_path / "a").cases == 1
    assert b"May" not in (tmp_path / "a").read_bytes()
    for _twice in range(2):
        assert take_answers(office, tmp_path / "a").references == (reference,)
    note = holding.raw_of(office, item, NoteKind.INFORMATION, agency).text
    assert note.count("Fact: Two calls in May.") == 1
    assert "Opinion: It gets worse." in note
    assert "Held back, and why: A source, for safety." in note


def sealed(view: PackView, path: Path, *cases: CaseAnswer, actions: tuple[ActionAnswer, ...] = ()) -> Path:
    """Answers as a program of the participant's own could seal them."""
    content = Answers(meeting=view.content.meeting, cases=cases, actions=actions)
    path.write_bytes(make_answers(view.pack, view.keys, write_answers(content)))
    return path


def test_answers_on_what_is_not_theirs_are_refused(
    office: Office, meeting_id: str, agency: str, pack: Path, welcome: people.Welcome, tmp_path: Path
) -> None:
    """Another agency's case, another's action, another area's meeting, a case they are in conflict with: nothing is
    taken, and what they wrote in place of a code is not repeated."""
    view = view_of(pack, welcome)
    with office.area.look() as record:
        other = next(item for item in record.items(meeting_id) if agency not in item.agencies)
        theirs = next(a for a in record.actions() if a.agency != agency)
    name = "Ann Other"
    with pytest.raises(NotPossible, match="not on this agency's agenda"):
        take_answers(office, sealed(view, tmp_path / "1", CaseAnswer(other.id, "x")))
    report = ActionAnswer(theirs.id, name, ActionState.DONE)
    with pytest.raises(NotPossible, match=r"Action \? is not this agency's"):
        take_answers(office, sealed(view, tmp_path / "2", actions=(report,)))
    strange = replace(view, content=replace(view.content, meeting="another"))
    with pytest.raises(NotPossible, match="does not know"):
        take_answers(office, sealed(strange, tmp_path / "3", CaseAnswer(view.items[0][0], "x")))
    with office.area.look() as record:
        own = next(item for item in record.items(meeting_id) if item.id == view.items[-1][0])
    sharing.record_conflict(office, own.case_id, agency, "His sister.")
    with pytest.raises(NotPossible, match="not on this agency's agenda"):
        take_answers(office, sealed(view, tmp_path / "4", CaseAnswer(own.id, "x")))
    sharing.end_conflict(office, own.case_id, 0)
    with office.area.work() as record:
        before = record.meeting(meeting_id)
        record.save_meeting(replace(before, state=MeetingState.ENDED))
    with pytest.raises(NotPossible, match="has ended"):
        take_answers(office, sealed(view, tmp_path / "5", CaseAnswer(view.items[0][0], "x")))
    with office.area.work() as record:
        record.save_meeting(before)


def test_a_case_is_held_where_a_participant_may_be_who_is_out_of_it(
    office: Office, meeting_id: str, agency: str, pack: Path, welcome: people.Welcome, tmp_path: Path
) -> None:
    """Whoever has no name on record, or one that may be the same: no pack shows it, no answer on it is taken."""
    view = view_of(pack, welcome)
    own, reference = view.items[-1]
    with office.area.look() as record:
        case_id = next(item.case_id for item in record.items(meeting_id) if item.id == own)
    sharing.record_conflict(office, case_id, agency, "His sister.", "Ann Other")
    number = len(sharing.case_sharing(office, case_id).sharing.conflicts) - 1
    for name, held in (("", True), ("A. Other", True), ("Sam Else", False)):
        people.describe(office, "participant", name=name)
        made = pack_for(office, meeting_id, "participant", tmp_path / f"{name}.pack")
        assert (reference in dict(view_of(made.path, welcome).items).values()) is not held, name
        assert made.in_doubt == ((reference,) if held else ())
        assert (reference in packs.held_in_doubt(made)) is held
        if held:
            with pytest.raises(NotPossible, match="not on this agency's agenda"):
                take_answers(office, sealed(view, tmp_path / f"{name}.answers", CaseAnswer(own, "x")))
    sharing.end_conflict(office, case_id, number)
    people.describe(office, "participant", name="")


def test_a_pack_and_answers_of_the_first_form_are_read(
    office: Office, meeting_id: str, agency: str, pack: Path, welcome: people.Welcome, tmp_path: Path
) -> None:
    view = view_of(pack, welcome)
    item, reference = view.items[1]
    first = json.dumps({"text": "all of it", "meeting": meeting_id, "items": [[item, reference]]}).encode()
    read = read_pack_content(first)
    assert read.cases[0].reference == reference
    assert "all of it" in read.cases[0].summary
    said = json.dumps({"meeting": meeting_id, "answers": [[item, reference, "Seen once.", "", ""]]}).encode()
    (tmp_path / "a").write_bytes(make_answers(view.pack, view.keys, said))
    assert take_answers(office, tmp_path / "a").references == (reference,)
    assert "Fact: Seen once." in holding.raw_of(office, item, NoteKind.INFORMATION, agency).text
    for newer in (b'{"version": 3}', b"[]", b"{"):
        with pytest.raises(WrongKeyFile, match="newer program"):
            read_pack_content(newer)
        with pytest.raises(WrongKeyFile, match="newer program"):
            read_answers(newer)


def test_the_way_of_a_pack_on_the_command_line(
    office: Office, pack: Path, welcome: people.Welcome, capsys: pytest.CaptureFixture[str]
) -> None:
    read, write = os.pipe()
    os.write(write, welcome.passphrase.encode() + b"\n")
    os.close(write)
    assert main(["open", str(pack), "--plain", "--key", str(welcome.key_file), "--passphrase-fd", str(read)]) == 0
    assert view_of(pack, welcome).items[0][1] in capsys.readouterr().out


def test_a_revised_answer_takes_the_place_of_the_earlier_one_which_is_kept(
    office: Office, meeting_id: str, agency: str, pack: Path, welcome: people.Welcome, tmp_path: Path
) -> None:
    """Also where it is shorter, and the keeper wrote beside it; sent again or late, an older one changes nothing."""
    view = view_of(pack, welcome)
    item, reference = view.items[2]
    other, other_reference = view.items[3]

    def noted() -> str:
        return holding.raw_of(office, item, NoteKind.INFORMATION, agency).text

    first = sealed(view, tmp_path / "1", CaseAnswer(item, "Seen twice.", "Worried."), CaseAnswer(other, "Quiet."))
    take_answers(office, first)
    holding.type_note(office, meeting_id, item, NoteKind.INFORMATION, f"{noted()}\nRang on Monday.", agency)
    second = sealed(view, tmp_path / "2", CaseAnswer(item, "Seen twice."))
    shown = packs.look_at_answers(office, second)
    assert [(s.standing, s.before.said.text) for s in shown.said if s.before] == [
        ("revised", "Fact: Seen twice.\nOpinion: Worried.")
    ]
    assert other_reference in shown.unsaid
    take_answers(office, second)
    assert noted().endswith("Fact: Seen twice.\nRang on Monday.")
    assert "Worried" not in noted()
    assert "Quiet." in holding.raw_of(office, other, NoteKind.INFORMATION, agency).text
    for file, standing in ((second, "there"), (first, "older")):
        before = noted()
        assert [s.standing for s in take_answers(office, file).said if s.item == item] == [standing]
        assert noted() == before
    kept = [(r, one.said.text) for r, one in history(office, meeting_id, "participant") if r == reference]
    assert [text for _r, text in kept] == ["Fact: Seen twice.\nOpinion: Worried.", "Fact: Seen twice."]
    assert next(one.at for r, one in history(office, meeting_id, "participant") if r == reference)
    assert {r.user: bool(r.revised_on) for r in packs.readers(office, meeting_id)}["participant"]
    with office.area.look() as record:
        kinds = [Entry.from_bytes(text).kind for text in record.log_texts()]
    assert "answer revised by participant" in kinds


def test_a_crash_between_the_version_and_the_note_is_made_good_by_taking_it_again(
    office: Office, agency: str, pack: Path, welcome: people.Welcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(pack, welcome)
    item, reference = view.items[2]
    file = sealed(view, tmp_path / "1", CaseAnswer(item, "Seen three times."))
    with monkeypatch.context() as patch:
        patch.setattr(holding, "type_note", lambda *_args: (_ for _ in ()).throw(DiskFull("made up")))
        with pytest.raises(DiskFull):
            take_answers(office, file)
    take_answers(office, file)
    assert holding.raw_of(office, item, NoteKind.INFORMATION, agency).text.count("Seen three times.") == 1
    meeting = preparing.meetings(office)[0].id
    texts = [one.said.text for r, one in history(office, meeting, "participant") if r == reference]
    assert texts.count("Fact: Seen three times.") == 1
