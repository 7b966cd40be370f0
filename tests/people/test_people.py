"""The paths of people: invited, handed over, lost, disabled, granted, recovered; also on the command line."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from data.profiles.load import load
from data.records.agency import Agency
from data.records.case_details import Case, CaseFile, Person, Role
from data.records.reference import new_reference
from data.records.sharing import ALL, Agreement, Consent, ConsentState
from data.records.text import RawText
from data.store.work import NotForYou
from data.vault.problems import NoKey, NotAllowed, WrongKeyFile, WrongPassphrase, WrongSheet
from data.vault.slot import TRIAL
from meeting.area import Area
from meeting.cli import main
from meeting.usecases import agreements, granting, keeping, people, recovering, rights, sharing
from meeting.usecases.areas import open_area, who_opens
from meeting.usecases.check.run import at_opening, gather
from meeting.usecases.key_files import change_key_file, open_key_file
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

PHRASE, NAME = "five made up words here", "Zzyxmarker Professional"
NOW = datetime.now()  # stopped: a run that goes on over midnight stays on the day it began
TODAY = NOW.date()


def at_start() -> datetime:
    return NOW


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    area = Area.create(tmp_path / "home" / "riverton", PHRASE, profile="uk", memory_kib=64, clock=at_start)
    office = Office(area, load("uk"), at_start)
    with area.work() as record:
        record.save_agency(Agency(code="police", name="Police"))
    yield office
    office.close()


@pytest.fixture
def file(office: Office) -> CaseFile:
    case = Case(id="c1", reference=new_reference(), referred_on=TODAY, referring_agency="police")
    made = CaseFile(case=case, people=(Person(id="p", role=Role.VICTIM, first="Zzyx"),), narrative=RawText("raw"))
    with office.area.work() as record:
        record.add_case(made)
    return made


def consent(office: Office, file: CaseFile, ends: date | None = None) -> int:
    given = Consent(
        state=ConsentState.GIVEN, agencies=ALL, categories=ALL, purpose=office.profile.purposes[0].code,
        starts=TODAY, ends=ends, signed=RawText("signed"),
    )  # fmt: skip
    return sharing.record_consent(office, file.case.id, given)


def again(office: Office, welcome: people.Welcome) -> Office:
    office.close()
    return open_area("riverton", welcome.passphrase, user=welcome.id, clock=at_start)


def names(path: Path) -> bytes:
    return b"".join(p.read_bytes() for p in path.rglob("*") if p.is_file())


def test_an_invited_chair_opens_and_changes_the_passphrase(office: Office, file: CaseFile) -> None:
    welcome = people.invite(office, "chair", "chair", name=NAME, cost=TRIAL)
    assert len(welcome.passphrase.split()) >= 5
    chair = again(office, welcome)
    assert chair.file_of("c1") == file
    assert {p.id: p.name for p in people.people(chair)}["chair"] == NAME
    with pytest.raises(NotPossible, match="present passphrase"):
        people.change_passphrase(chair, "not my passphrase", "an own long passphrase", cost=TRIAL)
    people.change_passphrase(chair, welcome.passphrase, "an own long passphrase", cost=TRIAL)
    chair.close()
    with pytest.raises(WrongPassphrase):
        open_area("riverton", welcome.passphrase, user="chair")
    open_area("riverton", "an own long passphrase", user="chair").close()


def test_names_of_users_stand_neither_on_the_disk_nor_in_the_log(office: Office) -> None:
    people.invite(office, "chair", "chair", name=NAME, cost=TRIAL)
    assert NAME.encode() not in names(office.area.folder)
    with office.area.look() as record:
        assert not any(NAME.encode() in text for text in record.log_texts())
        kinds = b"".join(record.log_texts())
    assert b"user invited: chair" in kinds
    assert NAME not in repr(people.people(office))


def test_a_keeper_leaves_and_another_takes_over(office: Office, file: CaseFile) -> None:
    chair = again(office, people.invite(office, "chair", "chair", cost=TRIAL))
    with pytest.raises(NotPossible, match="two steps"):
        people.hand_over(chair, "chair", "chair-2", cost=TRIAL)
    successor = again(chair, people.hand_over(chair, "coordinator", "coordinator-2", cost=TRIAL))
    assert successor.file_of("c1") == file
    assert people.keeps(successor)
    successor.close()
    with pytest.raises(WrongPassphrase):
        open_area("riverton", PHRASE, user="coordinator")
    assert who_opens("riverton") == ("chair", "coordinator-2")


def test_a_lost_passphrase_is_replaced_and_the_old_one_is_dead(office: Office, file: CaseFile) -> None:
    first = people.invite(office, "chair", "chair", cost=TRIAL)
    second = people.renew(office, "chair", cost=TRIAL)
    chair = again(office, second)
    assert chair.file_of("c1") == file
    chair.close()
    with pytest.raises(WrongPassphrase):
        open_area("riverton", first.passphrase, user="chair")


def test_figures_only_sees_coded_facts_and_a_granted_case_alone(office: Office, file: CaseFile) -> None:
    welcome = people.invite(office, "figures", "figures", cost=TRIAL)
    with pytest.raises(NotPossible, match="No consent"):
        granting.grant_case(office, file.case.reference, "figures", TODAY + timedelta(days=9))
    consent(office, file, TODAY + timedelta(days=3))
    last = granting.grant_case(office, file.case.reference, "figures", TODAY + timedelta(days=9))
    assert last == TODAY + timedelta(days=3), "a grant ends with the consent it rests on"
    figures = again(office, welcome)
    assert not people.keeps(figures)
    assert figures.file_of("c1").people == file.people
    assert all(p.name == "" for p in people.people(figures))
    with pytest.raises(NotAllowed):
        people.invite(figures, "friend", "chair", cost=TRIAL)
    figures.close()


def test_a_withdrawn_consent_ends_the_grant_at_once(office: Office, file: CaseFile) -> None:
    welcome = people.invite(office, "figures", "figures", cost=TRIAL)
    number = consent(office, file)
    granting.grant_case(office, file.case.reference, "figures", TODAY + timedelta(days=9))
    sharing.withdraw_consent(office, file.case.id, number)
    assert granting.grants(office) == ()
    figures = again(office, welcome)
    with pytest.raises(NotForYou):
        figures.file_of("c1")
    figures.close()


def test_a_grant_taken_back_opens_nothing(office: Office, file: CaseFile) -> None:
    welcome = people.invite(office, "figures", "figures", cost=TRIAL)
    consent(office, file)
    granting.grant_case(office, file.case.reference, "figures", TODAY)
    assert granting.end_grant(office, file.case.reference, "figures")
    assert office.file_of("c1").people == file.people
    figures = again(office, welcome)
    with pytest.raises((NotForYou, NoKey)):
        figures.file_of("c1")
    figures.close()


def test_a_participant_has_a_key_file_of_their_own(office: Office, tmp_path: Path) -> None:
    for agency in ("", "nobody"):
        with pytest.raises(NotPossible, match="registered agency"):
            people.invite(office, "police-1", "participant", agency=agency, key_file=tmp_path / "k", cost=TRIAL)
    with pytest.raises(NotPossible, match="say where"):
        people.invite(office, "police-1", "participant", agency="police", cost=TRIAL)
    path = tmp_path / "police.key"
    welcome = people.invite(office, "police-1", "participant", agency="police", key_file=path, cost=TRIAL)
    area, user, keys, _root = open_key_file(path, welcome.passphrase)
    assert (area, user) == (office.area.ring.area, "police-1")
    assert office.area.ring.directory.user("police-1").public == keys.public
    change_key_file(path, welcome.passphrase, "an own long passphrase", cost=TRIAL)
    with pytest.raises(WrongPassphrase):
        open_key_file(path, welcome.passphrase)
    assert open_key_file(path, "an own long passphrase")[2] == keys
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(WrongKeyFile):
        open_key_file(path, "an own long passphrase")


def test_declaration_and_training_are_recorded_shown_and_expire(office: Office) -> None:
    assert "no declaration recorded" in people.people(office)[0].remarks
    people.declared(office, "coordinator", TODAY + timedelta(days=1))
    people.trained(office, "coordinator", TODAY - timedelta(days=1), on=TODAY - timedelta(days=400))
    (line,) = people.people(office)
    assert line.remarks == ("training expired",)
    (member,) = gather(office, read_log=False).members or ()
    assert member.declared_until == TODAY + timedelta(days=1)
    with pytest.raises(NotPossible, match="not before"):
        people.declared(office, "coordinator", TODAY - timedelta(days=1))


def test_what_cannot_be_done_gets_a_sentence(office: Office) -> None:
    people.invite(office, "chair", "chair", cost=TRIAL)
    for attempt, sentence in (
        (lambda: people.invite(office, "chair", "chair", cost=TRIAL), "already"),
        (lambda: people.invite(office, "Ann Other", "chair", cost=TRIAL), "24 small letters"),
        (lambda: people.invite(office, "mayor", "mayor", cost=TRIAL), "one of"),
        (lambda: people.disable(office, "coordinator"), "themselves"),
        (lambda: people.disable(office, "nobody"), "no user"),
        (lambda: people.set_role(office, "chair", "participant"), "new keys"),
    ):
        with pytest.raises((NotPossible, NotAllowed), match=sentence):
            attempt()


def test_access_that_ended_is_refused_at_once_and_its_keys_go_at_the_next_opening(
    office: Office, tmp_path: Path
) -> None:
    """Who reads figures, another keeper and a participant: refused from the day after on, disabled by a keeper."""
    welcomes = {
        user: people.invite(office, user, role, agency=agency, until=TODAY, cost=TRIAL, key_file=tmp_path / user)
        for user, role, agency in (
            ("figures", "figures", ""),
            ("chair", "chair", ""),
            ("police-1", "participant", "police"),
        )
    }
    staying = people.invite(office, "chair-2", "chair", until=TODAY + timedelta(days=9), cost=TRIAL)
    office.close()
    today = open_area("riverton", welcomes["figures"].passphrase, user="figures", clock=on(TODAY))
    assert today.ended == ()
    today.close()
    later = TODAY + timedelta(days=1)
    for user in ("figures", "chair"):
        with pytest.raises(NoKey, match="access to this area has ended"):
            open_area("riverton", welcomes[user].passphrase, user=user, clock=on(later))
    found = open_area("riverton", PHRASE, user="coordinator", clock=on(later))
    assert found.ended == ("chair", "figures", "police-1")
    assert "chair, figures, police-1" in at_opening(found)[-1]
    listed = {person.id: person for person in people.people(found)}
    assert [listed[user].active for user in welcomes] == [False, False, False]
    assert any("access ended" in remark for remark in listed["chair"].remarks)
    assert any("access ends" in remark for remark in listed["chair-2"].remarks)
    with pytest.raises(NotPossible, match="later one first"):
        people.renew(found, "chair", cost=TRIAL)
    people.describe(found, "chair", until=later)
    again = people.renew(found, "chair", cost=TRIAL)
    found.close()
    assert set(who_opens("riverton")) == {"chair", "chair-2", "coordinator"}
    for user, phrase in (("chair", again.passphrase), ("chair-2", staying.passphrase)):
        opened = open_area("riverton", phrase, user=user, clock=on(later))
        assert opened.ended == ()
        opened.close()


def on(day: date) -> Callable[[], datetime]:
    return lambda: datetime.combine(day, time.max)


def typed_from(*sheets: recovering.Printed) -> tuple[str, str]:
    first, second = ("\n".join(line[5:] for line in sheet.lines[2:7]) for sheet in sheets)
    return first, second


def test_two_printed_sheets_open_the_area_when_every_passphrase_is_lost(office: Office, file: CaseFile) -> None:
    with pytest.raises(NotPossible, match="no recovery sheets"):
        recovering.try_recovery(office, ("", ""))
    printed = recovering.make_recovery(office)
    assert recovering.try_recovery(office, typed_from(printed[0], printed[1])) == 1
    with pytest.raises(WrongSheet, match="Two different"):
        recovering.try_recovery(office, typed_from(printed[0], printed[0]))
    office.close()
    assert all("riverton" in sheet.lines[0] and f"SHEET {sheet.number}" in sheet.lines[0] for sheet in printed)
    typed = typed_from(printed[2], printed[0])
    welcome = recovering.use_recovery("riverton", typed, "coordinator", cost=TRIAL)
    found = open_area("riverton", welcome.passphrase)
    assert found.file_of("c1") == file
    assert found.area.check_log().whole
    recovering.make_recovery(found)
    found.close()
    with pytest.raises(NoKey):
        recovering.use_recovery("riverton", typed, "coordinator", cost=TRIAL)


def run(capsys: pytest.CaptureFixture[str], phrase: str, *words: str) -> tuple[int, str]:
    read, write = os.pipe()
    os.write(write, phrase.encode() + b"\n")
    os.close(write)
    status = main([*words, "--area", "riverton", "--passphrase-fd", str(read)])
    said = capsys.readouterr()
    return status, said.out + said.err


def test_the_whole_path_on_the_command_line(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.close()
    status, said = run(capsys, PHRASE, "user", "add", "chair", "--role", "chair", "--name", NAME)
    assert status == 0
    phrase = re.search(r"once: (.+)", said)[1]  # type: ignore[index]
    assert run(capsys, PHRASE, "user", "list")[0] == 1  # two people open it now: which of them?
    status, said = run(capsys, phrase, "user", "list", "--user", "chair")
    assert NAME in said
    assert "* chair" in said
    assert run(capsys, phrase, "user", "disable", "coordinator", "--user", "chair")[0] == 0
    status, said = run(capsys, phrase, "log", "show")
    assert "user disabled" in said
    assert NAME not in said
    status, said = run(capsys, phrase, "recovery", "make")
    assert said.count("RECOVERY SHEET") == 3


def test_without_a_terminal_a_passphrase_is_no_riddle(office: Office, tmp_path: Path) -> None:
    """A clear sentence and exit status 2 where nothing can be asked; a line of standard input is read."""
    command = [sys.executable, "-m", "meeting.cli", "actions", "--area", "riverton"]
    office.close()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True)
    assert done.returncode == 2
    assert "--passphrase-fd" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    done = subprocess.run(command, input=PHRASE + "\n", capture_output=True, text=True, start_new_session=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_who_sees_figures_only_changes_and_erases_nothing(office: Office, file: CaseFile) -> None:
    """Deleting needs no key of a case, and an agreement widens what may be shared."""
    figures = again(office, people.invite(office, "figures", "figures", cost=TRIAL))
    signed = Agreement(agency="police", signed_on=TODAY, starts=TODAY)
    for do in (
        lambda: keeping.erase(figures, "c1"),
        lambda: rights.restrict(figures, "c1", restricted=True),
        lambda: agreements.record_agreement(figures, signed),
        lambda: add_agency(figures),
    ):
        with pytest.raises(NotForYou):
            do()
    with figures.area.look() as record:
        assert not record.case("c1").restricted
        assert record.agreements() == ()
        assert [agency.code for agency in record.agencies()] == ["police"]
    figures.close()


def add_agency(office: Office) -> None:
    with office.area.work() as record:
        record.save_agency(Agency(code="mill", name="Mill"))
