"""A value opens only where it was sealed; a case's key opens for its group alone and tells who made it."""

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.vault import changing
from data.vault.binding import bind
from data.vault.keyring import Keyring
from data.vault.people import CONTENT, IDENTITY
from data.vault.problems import NoKey
from data.vault.sealing import STEP, DoesNotOpen, Place, open_row, open_sealed, seal, seal_row
from data.vault.seed import Keys
from data.vault.slot import TRIAL
from data.vault.wrapping import (
    CaseKey,
    OuterKey,
    Purpose,
    label,
    lock_case_key,
    unlock_case_key,
    unwrap,
    wrap,
    wrap_case_key,
)

PHRASE = "five made up words here"
PLACE = Place("area", "case", "case", "row", "people")


@pytest.fixture(scope="module")
def ring() -> Keyring:
    return changing.found("area", PHRASE, cost=TRIAL)


def flipped(whole: bytes):  # type: ignore[no-untyped-def]
    """The bytes with each single bit flipped in turn."""
    for bit in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


def test_every_flipped_bit_and_every_moved_value_is_noticed() -> None:
    key = bytes(32)
    sealed = seal(key, PLACE, b"Arta")
    assert open_sealed(key, PLACE, sealed) == b"Arta"
    for changed in flipped(sealed):
        with pytest.raises(DoesNotOpen):
            open_sealed(key, PLACE, changed)
    for other in (
        Place("area", "case", "case", "other", "people"),
        Place("area", "case", "case", "row", "narrative"),
        Place("area", "other", "case", "row", "people"),
        Place("other", "case", "case", "row", "people"),
        Place("area", "case", "case", "row", "people", generation=2),
    ):
        with pytest.raises(DoesNotOpen):
            open_sealed(key, other, sealed)


def test_a_row_sealed_in_one_go_is_what_each_value_alone_would_be() -> None:
    """Also that no two values share a nonce, and none opens as another field of its row."""
    values = {"people": b"Arta", "narrative": b"", "remarks": b"x" * 500}
    sealed = seal_row(bytes(32), PLACE, values)
    places = {name: Place("area", "case", "case", "row", name) for name in values}
    assert {name: open_sealed(bytes(32), places[name], value) for name, value in sealed.items()} == values
    assert open_row(bytes(32), PLACE, {name: seal(bytes(32), places[name], values[name]) for name in values}) == values
    assert len({value[1:13] for value in sealed.values()}) == 3
    with pytest.raises(DoesNotOpen):
        open_row(bytes(32), PLACE, {"people": sealed["remarks"], "remarks": sealed["people"]})


def test_what_a_value_is_bound_to_stays_as_it_was() -> None:
    """Areas made by earlier versions open: the quick ways of binding give what ``bind`` gave."""
    for place in (PLACE, Place("area", "case", "cases", "case", "narrative", 3)):
        bound = bind(place.area, place.case, place.table, place.row, place.field, place.generation, 1)
        padded = (5).to_bytes(4, "big") + "Artë".encode() + bytes(STEP - 9)
        stored = b"\1" + bytes(12) + AESGCM(bytes(32)).encrypt(bytes(12), padded, bound)
        assert open_sealed(bytes(32), place, stored) == "Artë".encode()
    head = bytes([3]) + (0).to_bytes(4, "big") + (2).to_bytes(4, "big") + bytes(8)
    inner = bind("case key under an outer key", "area", "one", "I", head)
    locked = head + bytes(12) + AESGCM(bytes(32)).encrypt(bytes(12), b"k" * 32, inner)
    outer = OuterKey(bytes(8).hex(), "I", 0, bytes(32), b"")
    assert unlock_case_key(locked, outer, "area", "one") == CaseKey(b"k" * 32, 2)


def test_lengths_do_not_tell() -> None:
    assert len(seal(bytes(32), PLACE, b"Al")) == len(seal(bytes(32), PLACE, b"Bartholomew-Smythe"))


def test_case_keys_are_bound_to_case_domain_and_area(ring: Keyring) -> None:
    key, wrapped = ring.new_case_key("one", "I")
    assert ring.open_case_key("one", "I", wrapped) == key
    for case, domain in (("two", "I"), ("one", "C")):
        with pytest.raises(NoKey):
            ring.open_case_key(case, domain, wrapped)
    with pytest.raises(NoKey):
        changing.found("other", PHRASE, cost=TRIAL).open_case_key("one", "I", wrapped)


def test_keys_made_together_are_each_cases_own(ring: Keyring) -> None:
    made = ring.new_case_keys({"one": 1, "two": 1, "three": 4}, "I")
    assert len({key.key for key, _wrap in made.values()}) == len({wrap[17:29] for _key, wrap in made.values()}) == 3
    for case, (key, wrapped) in made.items():
        assert ring.open_case_key(case, "I", wrapped) == key
        for other in made.keys() - {case}:
            with pytest.raises(NoKey):
                ring.open_case_key(other, "I", wrapped)
    assert made["three"][0].generation == label(made["three"][1]).generation == 4


def test_every_flipped_bit_of_a_wrap_is_noticed(ring: Keyring) -> None:
    _, wrapped = ring.new_case_key("one", "I")
    for changed in flipped(wrapped):
        with pytest.raises(NoKey):
            ring.open_case_key("one", "I", changed)


def test_every_flipped_bit_of_an_outer_key_is_noticed(ring: Keyring) -> None:
    outer = ring.outer_key("I")
    for changed in flipped(outer.wrapped):
        with pytest.raises(NoKey):
            ring.learn_outer("I", outer.id, changed)
    for domain, id in (("C", outer.id), ("I", "00" * 8)):
        with pytest.raises(NoKey):
            ring.learn_outer(domain, id, outer.wrapped)


def test_a_wrap_made_anew_with_the_public_key_alone_is_noticed(ring: Keyring) -> None:
    """Whoever writes the file knows every public key, and may sign with keys of their own."""
    stranger, planted = Keys.new(), CaseKey(bytes(32))
    for domain, group in (("I", IDENTITY), ("C", CONTENT)):
        epoch = ring.directory.current(group)
        for case in ("one", "outer key " + "ab" * 8):
            purpose = Purpose("area", case, domain, group)
            forged = wrap_case_key(planted, epoch.public, purpose, epoch.number, stranger)
            claimed = forged[:9] + bytes.fromhex(ring.keys.key_id) + forged[17:]  # under the keeper's name
            for wrapped, sentence in ((forged, "from outside"), (claimed, "not made by a keeper")):
                opening = ring.open_case_key if case == "one" else ring.learn_outer
                asked = ("one", domain) if case == "one" else (domain, "ab" * 8)
                with pytest.raises(NoKey, match=sentence):
                    opening(*asked, wrapped)
        made_up = OuterKey(ring.outer_key(domain).id, domain, epoch.number, bytes(32), b"")
        with pytest.raises(NoKey, match="not made by a keeper"):
            ring.open_case_key("one", domain, lock_case_key(planted, made_up, "area", "one"))


def test_a_wrap_names_its_maker_and_one_under_an_outer_key_names_that(ring: Keyring) -> None:
    _, wrapped = ring.new_case_key("one", "I")
    outer = ring.outer_key("I")
    assert label(wrapped).maker == outer.id
    assert label(outer.wrapped).maker == ring.keys.key_id
    assert ring.missing_outer("I", wrapped) == ""


def test_a_wrap_cannot_be_weakened_to_another_suite(ring: Keyring) -> None:
    hybrid = wrap(ring.keys.public.kem, b"secret", b"context")
    assert unwrap(ring.keys.kem, hybrid, b"context") == b"secret"
    with pytest.raises(NoKey, match="suite"):
        unwrap(ring.keys.kem, wrap(ring.keys.public.kem[-32:], b"secret", b"context"), b"context")
    for changed in (hybrid, b"\x01" + hybrid[1:], b"\x03" + hybrid[1:], b""):
        with pytest.raises(NoKey):
            unwrap(ring.keys.kem, changed, b"another context")
