"""Keys open for their keeper alone; a value opens only where it was sealed."""

import json

import pytest

from data.vault.keys import WrongKeyFile, WrongPassphrase, create, unlock
from data.vault.sealing import DoesNotOpen, Place, open_sealed, seal

SMALL = 64
PLACE = Place("area", "case", "case", "row", "people")


def test_the_passphrase_opens_and_another_does_not() -> None:
    keeper, file = create("area", "five made up words here", memory_kib=SMALL)
    assert unlock(file, "five made up words here").file_key == keeper.file_key
    with pytest.raises(WrongPassphrase, match="does not open"):
        unlock(file, "five made up words there")


@pytest.mark.parametrize("change", [{"memory_kib": 1 << 30}, {"rounds": 10**9}, {"lanes": 0}, {"version": 9}])
def test_a_changed_key_file_is_refused_before_deriving(change: dict[str, int]) -> None:
    _, file = create("area", "five made up words here", memory_kib=SMALL)
    with pytest.raises(WrongKeyFile):
        unlock(json.dumps({**json.loads(file), **change}).encode(), "five made up words here")


def test_case_keys_are_bound_to_case_and_domain() -> None:
    keeper, _ = create("area", "five made up words here", memory_kib=SMALL)
    key, wrapped = keeper.new_case_key("one", "I")
    assert keeper.open_case_key("one", "I", wrapped) == key
    for case, domain in (("two", "I"), ("one", "C")):
        with pytest.raises(WrongPassphrase):
            keeper.open_case_key(case, domain, wrapped)


def test_every_flipped_bit_and_every_moved_value_is_noticed() -> None:
    key = bytes(32)
    sealed = seal(key, PLACE, b"Arta")
    assert open_sealed(key, PLACE, sealed) == b"Arta"
    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(DoesNotOpen):
            open_sealed(key, PLACE, bytes(changed))
    with pytest.raises(DoesNotOpen):
        open_sealed(key, Place("area", "case", "case", "other", "people"), sealed)


def test_lengths_do_not_tell() -> None:
    assert len(seal(bytes(32), PLACE, b"Al")) == len(seal(bytes(32), PLACE, b"Bartholomew-Smythe"))
