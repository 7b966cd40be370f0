"""Checkpoints as text: one way to write each, and a signature for each who vouches."""

from datetime import UTC, datetime

import pytest

from data.log.checkpoint import Checkpoint, KeySigner, NotACheckpoint, read_checkpoint, sign
from data.log.entry import Entry, NotAnEntry
from data.log.witness import Witnessed, WrongWitnessKey, countersign, new_key, open_key, read_witnessed

SIGNER = KeySigner.from_seed("keeper", b"\x07" * 32)
KEYS = {SIGNER.key_id: SIGNER.public}
SIGNED = sign(
    Checkpoint("riverton", 1234, bytes(range(32)), datetime(2026, 11, 24, 9, tzinfo=UTC)), SIGNER, SIGNER.public
)


def test_what_is_written_is_read_again() -> None:
    again = read_checkpoint(SIGNED.to_text())
    assert again == SIGNED
    assert again.valid_by(KEYS) == (SIGNER.key_id,)
    assert SIGNED.checkpoint.short == "62428 06050 95539 57313 61295"


@pytest.mark.parametrize(
    ("old", "new"),
    [("1234", "01234"), ("1234", "1235"), ("riverton", "Riverton"), ("09:00:00Z", "09:00:01Z"), ("— ", "- "),
     ("\n\n", "\n"), ("Hh8=", "Hh9="), ("meeting-log/", ""), ("at ", "")],
)  # fmt: skip
def test_a_changed_checkpoint_is_not_read_or_not_valid(old: str, new: str) -> None:
    text = SIGNED.to_text()
    assert old in text
    try:
        again = read_checkpoint(text.replace(old, new, 1))
    except NotACheckpoint:
        return
    assert again.valid_by(KEYS) == ()


def test_a_second_agency_signs_with_its_own_locked_key() -> None:
    file = new_key("the river is wide today")
    assert b"ENCRYPTED" in file
    signer = open_key("police", file, "the river is wide today")
    given = read_witnessed(countersign(Witnessed(SIGNED, {}), signer).to_text())
    assert given.signed.valid_by({**KEYS, **given.keys}) == (SIGNER.key_id, signer.key_id)
    with pytest.raises(WrongWitnessKey, match="does not open"):
        open_key("police", file, "the river is narrow today")
    with pytest.raises(WrongWitnessKey, match="small letters"):
        open_key("Po lice", file, "the river is wide today")


def test_a_countersignature_does_not_hold_under_another_checkpoint() -> None:
    signer = open_key("police", new_key("x"), "x")
    given = countersign(Witnessed(SIGNED, {}), signer).to_text().replace("1234", "1239", 1)
    assert read_witnessed(given).signed.valid_by(read_witnessed(given).keys) == ()


@pytest.mark.parametrize("ending", ["\nkey x y\n", "\n\n", "\nkey police.1 AAAA\n", "x"])
def test_a_file_with_something_else_in_it_is_refused(ending: str) -> None:
    with pytest.raises(NotACheckpoint):
        read_witnessed(SIGNED.to_text() + ending)


@pytest.mark.parametrize("kind", ["", "said “she”", 'a "quote"', "Përparim", "a\nb", "x" * 121])
def test_a_text_is_no_entry(kind: str) -> None:
    with pytest.raises(NotAnEntry):
        Entry(kind).to_bytes()


def test_entries_of_the_first_version_are_read() -> None:
    entry = Entry.from_bytes(b'{"hash": "", "kind": "case added", "reference": "7XKF-2M4Q"}')
    assert (entry.kind, entry.reference, entry.at) == ("case added", "7XKF-2M4Q", None)
