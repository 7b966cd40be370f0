"""A bit flipped anywhere, and every wrap made anew with public keys alone: each is noticed.

Whole files as they are written, only the slow derivation from a passphrase left out. One bit of each byte;
``MEETING_BITS=all`` tries every bit (two minutes).
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from data.vault import changing
from data.vault.directory_json import canonical
from data.vault.keyring import Grant, Keyring, assemble, file_key_context, group_context, recipient, root_context
from data.vault.packs import OpenedPack, make_answers, make_pack, open_answers, open_pack
from data.vault.people import GROUPS, Role, User
from data.vault.problems import NoKey, VaultProblem, WrongKeyFile
from data.vault.seed import Keys
from data.vault.slot import TRIAL, unlock
from data.vault.users_file import FileKey, UsersFile, load
from data.vault.wrapping import CaseKey, Purpose, wrap, wrap_case_key
from tests.vault.flips import flipped

PHRASE = "five made up words here"


@pytest.fixture(scope="module")
def ring() -> Keyring:
    """Two keepers, one who sees figures, a participant, recovery sheets: all that a users file can hold."""
    made = changing.found("area", PHRASE, name="Zzyxmarker", cost=TRIAL)
    for user, role in (("chair", Role.CHAIR), ("figures", Role.FIGURES)):
        made = changing.invite(made, User(id=user, role=role), PHRASE, cost=TRIAL).ring
    return made


@pytest.fixture(scope="module")
def participant(ring: Keyring) -> tuple[Keyring, Keys, bytes]:
    invited = changing.invite(ring, User(id="police", role=Role.PARTICIPANT, agency="police"), PHRASE, cost=TRIAL)
    keys, root = unlock(invited.slot, "area", PHRASE)
    return invited.ring, keys, root


@pytest.fixture(scope="module")
def pack(participant: tuple[Keyring, Keys, bytes]) -> OpenedPack:
    ring, keys, root = participant
    return open_pack(make_pack(ring, "police", "1", b"{}"), "area", "police", keys, root)


def accepted(changed: bytes, ring: Keyring) -> bool:
    """By what opens the file, in its order."""
    try:
        file = load(changed)
        file.check(ring.file.roots[0].public)
        users = {user.id: user for user in ring.directory.users if user.opens_file}
        locks = all(slot.is_by(users[user].public.sign, file.area) for user, slot in file.slots.items())
    except (WrongKeyFile, KeyError):
        return False
    return locks and set(file.slots) == set(users)


def test_every_byte_of_a_whole_users_file(ring: Keyring) -> None:
    alone = changing.found("area", PHRASE, cost=TRIAL)  # the smallest whole one
    written = alone.file.dump()
    assert accepted(written, alone)
    assert accepted(ring.file.dump(), ring)
    assert not any(accepted(changed, alone) for changed in flipped(written))


def test_every_byte_of_a_pack(participant: tuple[Keyring, Keys, bytes]) -> None:
    ring, keys, root = participant
    written = make_pack(ring, "police", "1", b"{}")
    assert open_pack(written, "area", "police", keys, root).content == b"{}"
    for changed in flipped(written):
        with pytest.raises(VaultProblem):
            open_pack(changed, "area", "police", keys, root)


def test_every_byte_of_answers(participant: tuple[Keyring, Keys, bytes], pack: OpenedPack) -> None:
    ring, keys, _root = participant
    written = make_answers(pack, keys, b"{}")
    assert open_answers(written, ring) == ("police", "1", b"{}")
    for changed in flipped(written):
        with pytest.raises(VaultProblem):
            open_answers(changed, ring)


def test_every_bit_of_a_grant(ring: Keyring) -> None:
    grant, figures = granted(ring)
    today = grant.until
    assert figures.open_grant(grant, today).key == bytes(32)
    for changed in flipped(grant.wrapped, every=True):
        with pytest.raises(NoKey):
            figures.open_grant(replace(grant, wrapped=changed), today)


def granted(ring: Keyring) -> tuple[Grant, Keyring]:
    from datetime import date

    grant = ring.grant(CaseKey(bytes(32)), Grant("one", "I", "figures", date(2026, 11, 24), "consent"))
    keys, _root = unlock(ring.file.slots["figures"], "area", PHRASE)
    return grant, assemble(ring.file, "figures", keys)


def forged(ring: Keyring) -> Iterator[UsersFile]:
    """The users file with one wrap made anew by who knows every public key and no private one."""
    file = ring.file
    publics = ring.directory.recipients(keepers_only=False)
    for held in file.file_keys:
        for name in held.wraps:
            planted = wrap(publics[name].kem, bytes(64), file_key_context("area", held.number, name))
            keys = (FileKey(held.number, {**held.wraps, name: planted}),)
            yield replace(file, file_keys=(*(k for k in file.file_keys if k.number != held.number), *keys))
    name = recipient(ring.user_id, ring.keys.public)
    for group in GROUPS:
        epoch = ring.directory.current(group)
        context = group_context("area", group, epoch.number, epoch.public, name)
        yield resealed(
            ring, {group: (replace(epoch, wraps={**epoch.wraps, name: wrap(publics[name].kem, bytes(32), context)}),)}
        )
    planted = wrap(publics[name].kem, bytes(32), root_context("area", file.roots[-1].public, name))
    directory = replace(ring.directory, root_wraps={**ring.directory.root_wraps, name: planted})
    yield resealed(replace(ring, directory=directory), {})


def resealed(ring: Keyring, groups) -> UsersFile:  # type: ignore[no-untyped-def]
    """As one who sees figures only could: they hold the file key, and no root to sign with."""
    from data.vault.directory_json import dump
    from data.vault.keyring import seal_body

    directory = replace(ring.directory, groups={**ring.directory.groups, **groups})
    body = seal_body("area", ring.file.serial, ring.secrets[ring.generation], dump(directory))
    return replace(ring.file, body=body)


def test_every_wrap_of_the_users_file_made_anew(ring: Keyring) -> None:
    tried = 0
    for file in forged(ring):
        assert not accepted(file.dump(), ring)
        tried += 1
    assert tried == 3 + 2 + 1


def test_a_grant_a_pack_and_answers_made_anew(
    ring: Keyring, participant: tuple[Keyring, Keys, bytes], pack: OpenedPack
) -> None:
    """By one who knows all public keys and signs with their own."""
    stranger = Keys.new()
    grant, figures = granted(ring)
    purpose = Purpose("area", "one", "I", recipient("figures", figures.keys.public), grant.terms)
    planted = wrap_case_key(CaseKey(b"\1" * 32), figures.keys.public.kem, purpose, 0, stranger)
    claimed = planted[:9] + bytes.fromhex(ring.keys.key_id) + planted[17:]
    for wrapped in (planted, claimed):
        with pytest.raises(NoKey, match="keep"):
            figures.open_grant(replace(grant, wrapped=wrapped), grant.until)
    whole, keys, root = participant
    with pytest.raises(VaultProblem, match="changed"):
        open_answers(make_answers(pack, stranger, b"{}"), whole)
    outsider = changing.found("area", PHRASE, cost=TRIAL)
    known = whole.directory.user("police")
    theirs = replace(outsider, directory=replace(outsider.directory, users=(*outsider.directory.users, known)))
    with pytest.raises(WrongKeyFile, match="not made by a keeper"):
        open_pack(make_pack(theirs, "police", "1", b"{}"), "area", "police", keys, root)
    # The roots of the real area copied in front of their own signature.
    pasted = replace(theirs, file=replace(theirs.file, roots=whole.file.roots))
    with pytest.raises(WrongKeyFile, match="not made by a keeper"):
        open_pack(make_pack(pasted, "police", "1", b"{}"), "area", "police", keys, root)


def test_the_flipping_reaches_every_byte() -> None:
    whole = canonical({"a": 1})
    assert {
        at for changed in flipped(whole, every=False) for at in range(len(whole)) if changed[at] != whole[at]
    } == set(range(len(whole)))
    assert len(set(flipped(whole, every=True))) == len(whole) * 8
