"""A case moves from one area to another: sealed, whole, told by fingerprint, and changed by nobody on its way."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from data.records.case_details import CaseState
from data.records.sharing import ConsentState
from data.vault import transfer
from data.vault.problems import VaultProblem
from meeting.usecases import transferring
from meeting.usecases.areas import create_area, open_practice
from meeting.usecases.importing import preview, take
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

SHEET = (
    "Victim first name,Victim surname,Victim DOB,Perpetrator name,"
    "Date referred,Referring agency,Consent,What happened\n"
    "Odile,Fennick,03.11.86,Gareth Mulcaster,02.02.2026,Police,Yes,He had broken her door.\n"
)


def area(name: str) -> Office:
    return create_area(name, "plain words for a test", "uk", lambda: datetime(2026, 11, 24, 9, 0))


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Office, Office, str]:
    """The area a case is in, the area it moves to, and the case's id."""
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    here, there = area("here"), area("there")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(SHEET)
    (reference,) = take(here, preview(sheet, here)).references
    with here.area.look() as record:
        return here, there, record.case_by_reference(reference).id


def sent(two: tuple[Office, Office, str], folder: Path) -> tuple[Path, str]:
    """The sealed case, and the fingerprint of who sent it."""
    here, there, case_id = two
    fingerprint = transferring.write_card(there, folder / "there.card")
    path = transferring.send(here, case_id, folder / "there.card", fingerprint.lower(), folder).path
    return path, transferring.write_card(here, folder / "here.card")


def test_a_case_moves_whole_and_is_due_there(two: tuple[Office, Office, str], tmp_path: Path) -> None:
    from meeting.usecases.preparing import planned

    here, there, case_id = two
    path, mine = sent(two, tmp_path)
    assert b"Fennick" not in path.read_bytes()
    came = transferring.take(there, path, mine)
    file = there.file_of(came.case_id)
    assert (file.people[0].last, file.narrative.text) == ("Fennick", "He had broken her door.")
    assert (file.case.transferred_from, file.case.consent) == ("here", ConsentState.UNKNOWN)
    assert here.file_of(case_id).case.state is CaseState.CLOSED
    held = planned(there, datetime(2026, 12, 10).date()).held_back
    assert [case.reference for case in held] == [came.reference], "no paper before consent or a ground is recorded"
    with pytest.raises(NotPossible, match="here already"):
        transferring.take(there, path, mine)


def test_only_the_area_it_was_sealed_to_opens_it(two: tuple[Office, Office, str], tmp_path: Path) -> None:
    here, _there, _case_id = two
    path, mine = sent(two, tmp_path)
    for other in (here, area("elsewhere")):
        with pytest.raises(VaultProblem):
            transferring.take(other, path, mine)


def test_another_fingerprint_stops_it_on_either_side(two: tuple[Office, Office, str], tmp_path: Path) -> None:
    here, there, case_id = two
    stranger = area("stranger")
    wrong = transferring.write_card(stranger, tmp_path / "stranger.card")
    transferring.write_card(there, tmp_path / "a.card")
    with pytest.raises(NotPossible, match="another fingerprint"):
        transferring.send(here, case_id, tmp_path / "a.card", wrong, tmp_path / "out")
    path, _mine = sent(two, tmp_path)
    with pytest.raises(NotPossible, match="another area"):
        transferring.take(there, path, wrong)


def test_made_up_cases_and_real_ones_never_meet(two: tuple[Office, Office, str], tmp_path: Path) -> None:
    """Neither side does it: not who sends, not who takes, whichever of them practises."""
    here, _there, case_id = two
    practice = open_practice(datetime(2026, 11, 24).date())
    with practice.area.look() as record:
        made_up = record.cases(limit=1)[0].id
    cards = {office.area.name: tmp_path / f"{office.area.name}.card" for office in (here, practice)}
    prints = {o.area.name: transferring.write_card(o, cards[o.area.name]) for o in (here, practice)}
    for sender, case, taker in ((practice, made_up, here), (here, case_id, practice)):
        with pytest.raises(NotPossible, match=r"practice area.* Nothing was sent"):
            transferring.send(sender, case, cards[taker.area.name], prints[taker.area.name], tmp_path)
        # As a changed program could: sealed all the same.
        ring, to = sender.area.ring, transfer.read_card(cards[taker.area.name].read_bytes())
        sealed = tmp_path / f"{sender.area.name}.sealed"
        sealed.write_bytes(transfer.seal_case(ring, sender.area.name, to, b"{}", practice=sender.area.practice))
        with pytest.raises(NotPossible, match=r"practice area.* Nothing was taken"):
            transferring.take(taker, sealed, prints[sender.area.name])
    practice.close()


def test_a_file_that_does_not_say_whether_it_practises_is_judged_by_its_name(
    two: tuple[Office, Office, str],
) -> None:
    """A card of the first form has no such word; only the practice area is called 'practice'."""
    here, _there, _case_id = two
    for name, practises in (("practice", True), ("riverton", False)):
        said = json.loads(transfer.write_card(here.area.ring, name))
        said = {key: value for key, value in said.items() if key not in ("practice", "root", "signature")}
        written = transfer._signed(here.area.ring, {**said, "is": f"{transfer.CARD} 1"})
        assert transfer.read_card(written).practice is practises


def test_every_flipped_bit_is_noticed(two: tuple[Office, Office, str], tmp_path: Path) -> None:
    _here, there, _case_id = two
    path, _mine = sent(two, tmp_path)
    good, ring = path.read_bytes(), there.area.ring
    for at in range(len(good)):
        changed = bytearray(good)
        changed[at] ^= 1 << at % 8
        with pytest.raises(VaultProblem):
            transfer.open_case(ring, bytes(changed))
    for cut in (b"", good[:40], good + b" ", b"[]", b"{}", b"\xff" * 9):
        with pytest.raises(VaultProblem):
            transfer.open_case(ring, cut)
