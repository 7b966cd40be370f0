"""The log of a real area: verified, taken out, countersigned, proved, looked through."""

import hmac
import json
import os
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlmodel import Session, delete, insert, select, update

from data.log.merkle import Frontier, leaf_hash
from data.profiles.load import load
from data.records.agency import Agency
from data.records.case_details import Case, CaseFile
from data.records.conference import Item, Meeting, Why
from data.records.reference import new_reference
from data.store.rows import LogRow
from data.store.work import NotAUnitOfWork
from meeting.area import Area
from meeting.cli import main
from meeting.usecases import logbook, practising
from meeting.usecases.logview import LogView, view_of
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

PHRASE = "five made up words here"


class Clock:
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(params=["file", "server"])
def office(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    server = request.getfixturevalue("database") if request.param == "server" else ""
    folder = tmp_path / "home" / "riverton"
    area = Area.create(folder, PHRASE, profile="uk", memory_kib=64, clock=Clock(), server=server)
    office = Office(area, load("uk"), Clock())
    with area.work() as record:
        record.save_agency(Agency(code="police", name="Police"))
        record.save_agency(Agency(code="housing", name="Housing"))
    yield office
    office.close()


def add_cases(office: Office, count: int) -> list[CaseFile]:
    files = [
        CaseFile(
            case=Case(
                id=str(uuid.uuid4()),
                reference=new_reference(),
                referred_on=date(2026, 11, 24),
                referring_agency="police",
            ),
            people=(),
        )
        for _n in range(count)
    ]
    with office.area.work() as record:
        record.add_cases(files)
    return files


def raw_rows(office: Office) -> Session:
    """The database itself, as someone with the file key has it."""
    return Session(office.area._place.database._writer)


def test_each_unit_of_work_has_one_checkpoint_by_the_clock_given(office: Office) -> None:
    add_cases(office, 300)
    verdict = logbook.verify_log(office)
    assert verdict.whole
    with raw_rows(office) as session:
        signed = session.exec(select(LogRow.position).where(LogRow.frontier != "")).all()
    assert len(signed) == 3  # created, two agencies together, three hundred cases
    assert verdict.size == 303
    assert verdict.last
    assert verdict.last.checkpoint.at == Clock.now


def test_a_failed_unit_of_work_leaves_no_entry(office: Office) -> None:
    before = logbook.verify_log(office).size
    with pytest.raises(RuntimeError), office.area.work() as record:  # noqa: PT012
        record.log_entry("case changed", "X")
        raise RuntimeError
    assert logbook.verify_log(office).size == before


def test_a_look_that_the_log_must_know_of_is_refused_outside_a_unit_of_work(office: Office) -> None:
    file = add_cases(office, 1)[0]
    with pytest.raises(NotAUnitOfWork), office.area.look() as record:
        record.open_file(file.case.id)


def test_a_log_edited_in_the_database_is_noticed(office: Office) -> None:
    add_cases(office, 3)
    with raw_rows(office) as session:
        entry = session.exec(select(LogRow.entry).where(LogRow.position == 4)).one()
        session.exec(update(LogRow).where(LogRow.position == 4).values(entry=entry.replace(b"added", b"shown")))
        session.commit()
    assert "Among entries 4 to 6" in logbook.verify_log(office).fault


def test_an_area_of_the_first_version_goes_on_and_verifies(office: Office) -> None:
    """Its entries carried an authenticated root each, and neither time nor person."""
    key = office.area.ring.log_key
    office.area.ledger.trust_first_keeper(key)
    frontier, rows = Frontier(), []
    for number in range(5):
        entry = json.dumps({"kind": "case added", "reference": f"R{number}", "hash": ""}, sort_keys=True).encode()
        frontier = frontier.append(leaf_hash(entry))
        mark = hmac.digest(key, frontier.size.to_bytes(8, "big") + frontier.root, "sha256")
        rows.append({"area_id": office.area.ledger.area, "position": number, "entry": entry,
                     "frontier": frontier.to_text(), "checkpoint": mark})  # fmt: skip
    with raw_rows(office) as session:
        session.exec(delete(LogRow))
        session.execute(insert(LogRow), rows)
        session.commit()
    assert logbook.verify_log(office).size == 5
    with pytest.raises(NotPossible, match="no signed checkpoint yet"):
        logbook.latest(office)
    add_cases(office, 2)
    assert logbook.verify_log(office).whole
    with raw_rows(office) as session:
        session.exec(update(LogRow).where(LogRow.position == 2).values(checkpoint=bytes(32)))
        session.commit()
    assert "Entry 3 was changed" in logbook.verify_log(office).fault


def test_a_checkpoint_held_outside_shows_an_old_file_put_back(office: Office, tmp_path: Path) -> None:
    add_cases(office, 2)
    logbook.take_out(office, tmp_path / "held")
    assert logbook.verify_log(office, [tmp_path / "held"]).whole
    with raw_rows(office) as session:
        session.exec(delete(LogRow).where(LogRow.position > 2))
        session.commit()
    assert logbook.verify_log(office).whole
    assert "older file was put back" in logbook.verify_log(office, [tmp_path / "held"]).fault


def test_a_checkpoint_printed_under_minutes_does_the_same(office: Office) -> None:
    told = logbook.latest(office).checkpoint
    add_cases(office, 2)
    assert logbook.verify_log(office, printed=f"{told.size} {told.short}").whole
    with pytest.raises(NotPossible, match="does not fit what was printed"):
        logbook.verify_log(office, printed=f"{told.size + 1} {told.short}")
    with pytest.raises(NotPossible, match="as they stand under the minutes"):
        logbook.verify_log(office, printed="12")


def test_a_second_agency_countersigns_and_it_is_kept_and_shown(office: Office, tmp_path: Path) -> None:
    add_cases(office, 1)
    path, key = tmp_path / "checkpoint", tmp_path / "police.pem"
    size = logbook.take_out(office, path).checkpoint.size
    with pytest.raises(NotPossible, match="No other agency"):
        logbook.keep_countersigned(office, path)
    logbook.sign_for_another(path, key, "police", "the river is wide")
    (key_id,) = logbook.keep_countersigned(office, path)
    assert key_id.startswith("police.")
    assert [(c.key_id, c.checkpoint.size) for c in logbook.countersigned(office)] == [(key_id, size)]
    with pytest.raises(NotPossible, match="signed this checkpoint already"):
        logbook.sign_for_another(path, key, "police", "the river is wide")


def test_an_agency_gets_proof_of_its_own_entries(office: Office, tmp_path: Path) -> None:
    add_cases(office, 4)
    logbook.take_out(office, tmp_path / "held")
    assert logbook.prove(office, tmp_path / "proof", agency="housing", since=tmp_path / "held") == 1
    proved = logbook.check_proof(tmp_path / "proof", tmp_path / "held")
    assert [entry.agency for _n, entry in proved.entries] == ["housing"]  # type: ignore[union-attr]
    with pytest.raises(NotPossible, match="no entry of this agency"):
        logbook.prove(office, tmp_path / "none", agency="fire")
    with pytest.raises(NotPossible, match="none of this number"):
        logbook.prove(office, tmp_path / "none", entries=[99])
    with pytest.raises(NotPossible, match="another name"):
        logbook.prove(office, tmp_path / "proof", agency="housing")


def test_what_is_no_checkpoint_gets_a_sentence(office: Office, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\xff\xfe")
    with pytest.raises(NotPossible, match="no checkpoint"):
        logbook.verify_log(office, [tmp_path / "x"])
    with pytest.raises(NotPossible, match="cannot be read"):
        logbook.verify_log(office, [tmp_path / "nowhere"])
    other = Area.create(tmp_path / "other", PHRASE, profile="uk", memory_kib=64)
    logbook.take_out(Office(other, load("uk"), Clock()), tmp_path / "foreign")
    other.close()
    with pytest.raises(NotPossible, match="another area"):
        logbook.verify_log(office, [tmp_path / "foreign"])


def test_a_clock_set_back_is_noticed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not logbook.clock_went_back(office)
    monkeypatch.setattr(Clock, "now", Clock.now - timedelta(days=2))
    assert logbook.clock_went_back(office)
    add_cases(office, 1)
    assert logbook.verify_log(office).set_back == (4,)
    assert [line.kind for line in view_of(office).narrowed(kind="clock")] == ["clock set back"]


def test_the_log_is_looked_through_by_reference_kind_and_person(office: Office) -> None:
    files = add_cases(office, 5)
    view = view_of(office)
    assert len(view.narrowed(about=files[2].case.reference.lower())) == 1
    assert len(view.narrowed(kind="case added", who="coordinator")) == 5
    assert len(view.narrowed(kind="case added", who="somebody")) == 0
    assert len(view.narrowed(who="added")) == 0
    assert len(view.narrowed(about=".")) == len(view.narrowed(about='"')) == 0
    old = LogView([b'{"hash": "", "kind": "case added", "reference": "7XKF-2M4Q"}'], range(1))
    assert old.narrowed(about="7xkf", kind="added")[0].about == "7XKF-2M4Q"
    line = view.narrowed(about=files[2].case.reference)[0]
    assert (line.kind, line.about, line.who) == ("case added", files[2].case.reference, "coordinator")


def test_a_meeting_is_shown_by_its_day_and_an_item_by_its_reference(office: Office) -> None:
    """The log itself, and what is exported of it, keeps ids."""
    meeting, item = (str(uuid.uuid4()) for _one in range(2))
    file = add_cases(office, 1)[0]
    with office.area.work() as record:
        record.save_meeting(Meeting(id=meeting, on=date(2026, 12, 3)))
        heard = Item(id=item, case_id=file.case.id, reference=file.case.reference, why=(Why.NEW,), minutes=12)
        record.save_items(meeting, [heard])
        record.log_entry("note on risks", item, agency="police")
    view = view_of(office)
    assert [line.about for line in view.narrowed(about="3.12")] == ["meeting 03.12.2026"] * 2
    assert view.narrowed(kind="note on")[0].about == f"{file.case.reference} police"
    assert {line.kind for line in view.narrowed(about=file.case.reference)} >= {"case added", "note on risks"}
    assert len(view.narrowed(about=meeting)) == 2
    assert view_of(office).texts[-1].count(item.encode()) == 1


def test_a_made_up_meeting_of_the_past_sets_no_clock_back(office: Office) -> None:
    """The rest of a first sitting in practice once stood in the log four weeks too early."""
    practising.earlier_meeting(office, Random(1))
    assert logbook.verify_log(office).set_back == ()
    line = view_of(office)[-1]
    assert line.when == f"{Clock.now.astimezone():%d.%m.%Y %H:%M}"


def test_the_command_line_says_it_in_sentences(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_cases(office, 1)
    phrase = tmp_path / "phrase"
    phrase.write_text(PHRASE)

    def run(*words: str) -> tuple[int, str]:
        given = os.open(phrase, os.O_RDONLY)  # the command closes it
        status = main(["log", *words, "--area", "riverton", "--passphrase-fd", str(given)])
        said = capsys.readouterr()
        return status, said.out + said.err

    status, said = run("verify")
    assert status == 0
    assert "whole and in order: 5 entries" in said
    assert "only a checkpoint held outside can tell" in said
    assert run("checkpoint", "--out", str(tmp_path / "held"))[0] == 0
    status, said = run("verify", "--checkpoint", str(tmp_path / "held"))
    assert (status, "continues what is held outside" in said) == (0, True)
    with raw_rows(office) as session:
        session.exec(delete(LogRow).where(LogRow.position >= 2))
        session.commit()
    status, said = run("verify", "--checkpoint", str(tmp_path / "held"))
    assert (status, "changed from outside" in said) == (1, True)
