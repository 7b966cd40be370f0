"""Whatever is done to the log from outside is noticed, and said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from data.log.checkpoint import Checkpoint, KeySigner, read_checkpoint, sign
from data.log.verify import Row, verify
from tests.log.made_up_log import AREA, KEYS, NOON, SIGNER, log_of

HELD = read_checkpoint(log_of(1, 3, 2)[-1][3].decode()).checkpoint


def test_a_log_left_alone_is_whole() -> None:
    verdict = verify(AREA, log_of(1, 3, 2, 1), KEYS, held=[HELD])
    assert verdict.whole
    assert (verdict.size, verdict.held, verdict.set_back) == (7, (6,), ())
    assert verdict.last
    assert verdict.last.checkpoint.root == verdict.root


def test_one_checkpoint_covers_a_whole_unit_of_work() -> None:
    assert sum(bool(row[3]) for row in log_of(1, 3000)) == 2


def flips(raw: bytes) -> Iterator[bytes]:
    for at in range(len(raw)):
        for bit in range(8):
            yield raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :]


@pytest.mark.parametrize("at", [1, 3, 5])
def test_every_flipped_bit_of_an_entry_and_its_checkpoint_is_noticed(at: int) -> None:
    rows = log_of(1, 3, 2)
    position, entry, frontier, checkpoint = rows[at]
    hostile: list[Row] = [(position, flipped, frontier, checkpoint) for flipped in flips(entry)]
    hostile += [(position, entry, frontier, flipped) for flipped in flips(checkpoint)]
    hostile += [(position, entry, f.decode("latin-1"), checkpoint) for f in flips(frontier.encode())]
    assert len(hostile) > 500
    for row in hostile:
        assert verify(AREA, [*rows[:at], row, *rows[at + 1 :]], KEYS).fault, row


def renumbered(rows: list[Row]) -> list[Row]:
    return [(at, *row[1:]) for at, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: rows[:2] + rows[3:], "Entry 3 is missing"),
        (lambda rows: renumbered(rows[:2] + rows[3:]), "Among entries 2 to 3"),
        (lambda rows: renumbered([rows[0], rows[2], rows[1], *rows[3:]]), "Among entries 2 to 4"),
        (lambda rows: rows[:-1], "ends without a checkpoint"),
        (lambda rows: [*rows, (6, rows[0][1], "", b"")], "ends without a checkpoint"),
        (lambda rows: rows[1:], "Entry 1 is missing"),
        (lambda rows: [], "emptied"),
        (lambda rows: [(*row[:2], "", b"") for row in rows], "without a checkpoint"),
    ],
)
def test_dropped_reordered_cut_or_added_entries_are_noticed(change, said: str) -> None:  # type: ignore[no-untyped-def]
    assert said in verify(AREA, change(log_of(1, 3, 2)), KEYS).fault


def test_a_log_made_anew_with_another_key_is_noticed() -> None:
    other = KeySigner.from_seed("keeper", b"\x02" * 32)
    rows = [
        (*row[:3], sign(read_checkpoint(row[3].decode()).checkpoint, other, other.public).to_text().encode())
        if row[3]
        else row
        for row in log_of(1, 2)
    ]
    assert "not signed with a key of this area" in verify(AREA, rows, KEYS).fault
    # The same key id with another key behind it.
    renamed = replace(other, key_id=SIGNER.key_id)
    rows = [
        (*row[:3], sign(read_checkpoint(row[3].decode()).checkpoint, renamed, other.public).to_text().encode())
        if row[3]
        else row
        for row in log_of(1, 2)
    ]
    assert "not signed with a key of this area" in verify(AREA, rows, KEYS).fault


def test_an_old_file_put_back_shows_only_against_a_checkpoint_held_outside() -> None:
    old = log_of(1, 3)
    assert verify(AREA, old, KEYS).whole
    assert "an older file was put back" in verify(AREA, old, KEYS, held=[HELD]).fault


def test_an_old_file_that_was_written_on_shows_too() -> None:
    other = log_of(1, 4, 3)
    assert verify(AREA, other, KEYS).whole
    assert "not those the checkpoint held outside" in verify(AREA, other, KEYS, held=[HELD]).fault


def test_of_several_checkpoints_held_outside_each_must_fit() -> None:
    wrong = replace(HELD, root=b"\x00" * 32)
    for held in ([HELD, wrong], [wrong, HELD]):
        assert verify(AREA, log_of(1, 3, 2), KEYS, held=held).fault


def test_a_checkpoint_of_another_area_is_refused() -> None:
    held = Checkpoint("elsewhere", 1, b"\x00" * 32, NOON)
    assert "another area" in verify(AREA, log_of(1), KEYS, held=[held]).fault


def test_a_clock_set_back_leaves_an_entry_and_is_said() -> None:
    first = log_of(2)
    from data.log.entry import Entry
    from data.log.grow import grow

    earlier = NOON - timedelta(hours=3)
    grown = grow(AREA, first[-1][2], first[-1][3], [Entry("case changed")], SIGNER, SIGNER.public, earlier)
    assert len(grown.entries) == 2
    rows = [*first, (2, grown.entries[0], "", b""), (3, grown.entries[1], grown.frontier, grown.checkpoint)]
    verdict = verify(AREA, rows, KEYS)
    assert verdict.whole
    assert verdict.set_back == (3,)
    noted = Entry.from_bytes(grown.entries[0])
    assert (noted.kind, noted.reference) == ("clock set back", "2026-11-24T12:00:00Z")


def test_a_clock_a_minute_slow_is_no_matter() -> None:
    from data.log.entry import Entry
    from data.log.grow import grow

    first = log_of(1)
    grown = grow(
        AREA, first[-1][2], first[-1][3], [Entry("case changed")], SIGNER, SIGNER.public, NOON - timedelta(minutes=1)
    )
    assert len(grown.entries) == 1
