"""A proof is checked by the file alone, and nothing in it can be changed."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from data.log.checkpoint import read_checkpoint
from data.log.export import NotAnExport, check_export, write_export
from data.log.merkle import Tree, leaf_hash
from data.log.proof import DoesNotProve, check, make
from tests.log.made_up_log import AREA, KEYS, log_of

ROWS = log_of(1, 3, 2, 5)
TREE = Tree([leaf_hash(row[1]) for row in ROWS])
SIGNED = read_checkpoint(ROWS[-1][3].decode())
OLDER = read_checkpoint(ROWS[3][3].decode()).checkpoint
PROOF = make(TREE, {at: ROWS[at][1] for at in (2, 7)}, SIGNED, KEYS, OLDER)


def test_a_proof_shows_the_entries_and_that_the_log_continues() -> None:
    proved = check(PROOF, OLDER)
    assert [(number, entry.reference) for number, entry in proved.entries] == [(3, "REF2"), (8, "REF7")]
    assert proved.since == 4
    assert check(PROOF, SIGNED.checkpoint).signers == tuple(KEYS)


HOSTILE: dict[str, Callable[[dict[str, Any]], object]] = {
    "another entry": lambda p: p["entries"][0].update(entry=p["entries"][0]["entry"].replace("REF2", "REF3")),
    "another place": lambda p: p["entries"][0].update(position=3),
    "a negative place": lambda p: p["entries"][0].update(position=-1),
    "a step missing": lambda p: p["entries"][0]["proof"].pop(),
    "a step more": lambda p: p["entries"][0]["proof"].append(p["entries"][0]["proof"][0]),
    "a smaller log": lambda p: p.update(checkpoint=p["checkpoint"].replace("\n11\n", "\n10\n")),
    "no key": lambda p: p.update(keys={}),
    "another key": lambda p: p.update(keys=dict.fromkeys(p["keys"], "A" * 43 + "=")),
    "an older log made up": lambda p: p["since"].update(size=3),
    "a step of it missing": lambda p: p["since"]["proof"].pop(),
    "a later version": lambda p: p.update(version=2),
    "no checkpoint": lambda p: p.pop("checkpoint"),
    "a list instead": lambda p: p.update(entries=7),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_changed_proof_does_not_hold(change: Callable[[dict[str, Any]], object]) -> None:
    made = json.loads(PROOF)
    change(made)
    with pytest.raises(DoesNotProve):
        check(json.dumps(made).encode(), OLDER)


def test_every_flipped_bit_of_a_proof_is_noticed() -> None:
    held = check(PROOF, OLDER)
    for at in range(len(PROOF)):
        for bit in range(8):
            flipped = PROOF[:at] + bytes([PROOF[at] ^ 1 << bit]) + PROOF[at + 1 :]
            try:
                # Spaces between the parts may change; what is shown may not.
                assert check(flipped, OLDER) == held
            except DoesNotProve:
                continue


def test_a_proof_that_does_not_reach_back_says_what_to_ask_for() -> None:
    plain = make(TREE, {2: ROWS[2][1]}, SIGNED, KEYS)
    assert check(plain).since == 0
    with pytest.raises(DoesNotProve, match="--since"):
        check(plain, OLDER)


def test_an_exported_log_is_checked_without_the_area() -> None:
    lines = list(write_export(AREA, ROWS, KEYS))
    assert check_export(lines, [OLDER]).whole
    assert not check_export([*lines[:4], *lines[5:]]).whole
    assert not check_export([line.replace("REF4", "REF9") for line in lines]).whole
    assert "older file" in check_export(lines[:5], [SIGNED.checkpoint]).fault
    with pytest.raises(NotAnExport):
        check_export(["{}"])
