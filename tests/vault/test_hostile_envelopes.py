"""Envelopes with one fault each, and the very sentence each gets."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from data.vault import changing
from data.vault.binding import text
from data.vault.directory_json import canonical
from data.vault.keyring import Grant, Keyring, open_ring
from data.vault.packs import make_pack, open_pack
from data.vault.people import Role, User
from data.vault.problems import VaultProblem
from data.vault.sealing import Place, open_sealed, seal
from data.vault.seed import Keys
from data.vault.slot import TRIAL, unlock
from data.vault.wrapping import CaseKey

PHRASE = "five made up words here"
DAY = date(2026, 11, 24)
PLACE = Place("area", "case", "cases", "row", "people")
Fault = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def ring() -> Keyring:
    made = changing.found("area", PHRASE, cost=TRIAL)
    return changing.invite(made, User(id="figures", role=Role.FIGURES), PHRASE, cost=TRIAL).ring


TOO_SHORT = "A sealed value is too short or of an unknown version."
ELSEWHERE = "A sealed value was changed, or stands in another place than it was sealed for."
NO_WRAP = "The key of a case is damaged or of an unknown version."
OUTSIDE = "The key of a case was not made by a keeper of this area, or it was changed or moved."
USERS = "The users file of this area cannot be trusted: it was damaged or changed. Put back its newest copy."
PACK = "This file is no pack, or it was cut or changed. Ask for it again."
FOREIGN = "This pack was not made by a keeper of your area, or it was changed. Open nothing from it."

VALUES: dict[str, tuple[Fault, str]] = {
    "empty": (lambda v: b"", TOO_SHORT),
    "shorter than any": (lambda v: v[:28], TOO_SHORT),
    "version 0": (lambda v: b"\0" + v[1:], TOO_SHORT),
    "a later version": (lambda v: b"\2" + v[1:], TOO_SHORT),
    "another nonce": (lambda v: v[:1] + bytes(12) + v[13:], ELSEWHERE),
    "cut by a byte": (lambda v: v[:-1], ELSEWHERE),
    "a byte more": (lambda v: v + b"\0", ELSEWHERE),
    "twice": (lambda v: v + v, ELSEWHERE),
    "another row's": (lambda v: seal(bytes(32), PLACE._replace(row="other"), b"Arta"), ELSEWHERE),
    "an older generation's": (lambda v: seal(bytes(32), PLACE._replace(generation=0), b"Arta"), ELSEWHERE),
    "another key's": (lambda v: seal(bytes([1]) * 32, PLACE, b"Arta"), ELSEWHERE),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_sealed_value(name: str) -> None:
    fault, sentence = VALUES[name]
    sealed = seal(bytes(32), PLACE, b"Arta")
    assert open_sealed(bytes(32), PLACE, sealed) == b"Arta"
    said(lambda: open_sealed(bytes(32), PLACE, fault(sealed)), sentence)


WRAPS: dict[str, tuple[Fault, str]] = {
    "empty": (lambda w: b"", NO_WRAP),
    "of an unknown kind": (lambda w: b"\x09" + w[1:], NO_WRAP),
    "of the first version": (lambda w: b"\x01" + w[1:], NO_WRAP),
    "cut": (lambda w: w[:-1], NO_WRAP),
    "a byte more": (lambda w: w + b"\0", NO_WRAP),
    "of another generation": (lambda w: w[:8] + b"\x07" + w[9:], OUTSIDE),
    "with another key inside": (lambda w: w[:-48] + bytes(32) + w[-16:], OUTSIDE),
    "of an epoch that is not yet": (
        lambda w: w[:1] + b"\0\0\0\x09" + w[5:],
        "You hold no key to this: it is for the chair and the coordinator, or for who was granted the case.",
    ),
    "under another outer key": (
        lambda w: w[:9] + bytes(8) + w[17:],
        "The key that a case's key is locked under is missing.",
    ),
}


@pytest.mark.parametrize("name", WRAPS)
def test_a_cases_key(ring: Keyring, name: str) -> None:
    fault, sentence = WRAPS[name]
    _key, wrapped = ring.new_case_key("case", "I")
    said(lambda: ring.open_case_key("case", "I", fault(wrapped)), sentence)


def test_a_grant(ring: Keyring) -> None:
    grant = ring.grant(CaseKey(bytes(32)), Grant("one", "I", "figures", DAY, "consent"))
    figures = open_ring(ring.file.dump(), PHRASE, "figures", DAY)
    assert figures.open_grant(grant, DAY).key == bytes(32)
    for changed in (
        replace(grant, until=date(2099, 1, 1)),
        replace(grant, because="ground"),
        replace(grant, case="two"),
        replace(grant, domain="C"),
    ):
        said(lambda changed=changed: figures.open_grant(changed, DAY), OUTSIDE)  # type: ignore[misc]
    said(
        lambda: figures.open_grant(grant, date(2026, 11, 25)),
        "This case was granted to you until a day that has passed; ask a keeper.",
    )


def edited(**changes: object) -> Fault:
    return lambda written: canonical({**json.loads(written), **changes})


FILES: dict[str, Fault] = {
    "empty": lambda w: b"",
    "a later version": edited(version=3),
    "the version as a text": edited(version="2"),
    "a version that is true": edited(version=True),
    "no roots": edited(roots=[]),
    "no file keys": edited(file_keys=[]),
    "one field more": edited(more="x"),
    "a later serial": edited(serial=99),
    "another area": edited(area="other"),
    "no signature": edited(signature=""),
    "another body": edited(body=text(bytes(64))),
    "written with blanks": lambda w: json.dumps(json.loads(w), sort_keys=True).encode(),
    "its fields in another order": lambda w: json.dumps(
        dict(reversed(json.loads(w).items())), separators=(",", ":")
    ).encode(),
    "a field twice": lambda w: w[:-1] + b',"version":2}',
    "a line more": lambda w: w + b"\n",
}


@pytest.mark.parametrize("name", FILES)
def test_a_users_file(ring: Keyring, name: str) -> None:
    written = FILES[name](ring.file.dump())
    sentences = (USERS, "This passphrase does not open the area. Check for capitals and try again.")
    # A lock is bound to its area: with another, the passphrase is what does not fit.
    said(lambda: open_ring(written, PHRASE, "figures", DAY), sentences[name == "another area"])


def test_a_pack(ring: Keyring) -> None:
    invited = changing.invite(ring, User(id="police", role=Role.PARTICIPANT, agency="police"), PHRASE, cost=TRIAL)
    keys, root = unlock(invited.slot, "area", PHRASE)
    written = make_pack(invited.ring, "police", "1", b"{}")
    faults: list[tuple[bytes, str]] = [
        (b"", PACK),
        (edited(version=2)(written), PACK),
        (edited(kind="a letter")(written), PACK),
        (edited(number="2")(written), FOREIGN),
        (edited(area="other")(written), FOREIGN),
        (edited(to="chair")(written), FOREIGN),
        (edited(vouched=text(bytes(64)))(written), FOREIGN),
        (edited(signature=text(bytes(64)))(written), FOREIGN),
        (edited(maker=text(Keys.new().public.sign))(written), FOREIGN),
        (edited(more="x")(written), FOREIGN),
        (written + b" ", PACK),
    ]
    for changed, sentence in faults:
        said(lambda changed=changed: open_pack(changed, "area", "police", keys, root), sentence)  # type: ignore[misc]


def said(opening: Callable[[], object], sentence: str) -> None:
    with pytest.raises(VaultProblem) as told:
        opening()
    assert str(told.value) == sentence
