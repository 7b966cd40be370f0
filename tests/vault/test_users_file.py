"""The users file opens for its users alone; whatever is changed in it, is noticed before anything is opened."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from data.vault import changing
from data.vault.keyring import Keyring, open_body, open_ring, who_opens
from data.vault.people import Role, Term, User
from data.vault.problems import NoKey, NotAllowed, WrongKeyFile, WrongPassphrase
from data.vault.slot import TRIAL, lock
from data.vault.users_file import FileKey, Root, UsersFile, load, next_root

PHRASE, OTHER = "five made up words here", "five other made up words"
DAY = date(2026, 11, 24)


def opened(ring: Keyring, passphrase: str = PHRASE, user: str | None = None, today: date = DAY) -> Keyring:
    return open_ring(ring.file.dump(), passphrase, user, today)


@pytest.fixture
def ring() -> Keyring:
    return changing.found("area", PHRASE, name="Zzyxmarker", cost=TRIAL)


def with_second(ring: Keyring, user: str = "chair", role: Role = Role.CHAIR) -> Keyring:
    return changing.invite(ring, User(id=user, role=role), OTHER, cost=TRIAL).ring


def test_the_passphrase_opens_and_another_does_not(ring: Keyring) -> None:
    assert opened(ring).file_key == ring.file_key
    with pytest.raises(WrongPassphrase, match="does not open"):
        opened(ring, "five made up words there")


def test_a_letter_typed_as_two_opens_all_the_same(ring: Keyring) -> None:
    ring = changing.new_passphrase(ring, "shtatë fjalë të bëra", cost=TRIAL)
    assert opened(ring, "shtate\u0308 fjale\u0308 te\u0308 be\u0308ra").keeps


def test_the_file_names_nobody_without_a_key(ring: Keyring) -> None:
    written = ring.file.dump()
    assert b"Zzyxmarker" not in written
    assert who_opens(written) == ("coordinator",)
    assert "Zzyxmarker" not in repr(ring)


def test_one_user_opens_unnamed_and_several_must_say_who(ring: Keyring) -> None:
    both = with_second(ring)
    with pytest.raises(WrongPassphrase, match="which user"):
        opened(both)
    assert opened(both, OTHER, "chair").keeps
    with pytest.raises(WrongPassphrase):
        opened(both, PHRASE, "chair")
    with pytest.raises(WrongPassphrase, match="Nobody of this id"):
        opened(both, PHRASE, "mayor")


def accepted(changed: bytes, ring: Keyring) -> bool:
    """By what opens the file, in its order; only the slow derivation from the passphrase is left out."""
    try:
        file = load(changed)
        file.check(ring.file.roots[0].public)
    except WrongKeyFile:
        return False
    return set(file.slots) == {"coordinator"} and file.slots["coordinator"].is_by(ring.keys.public.sign, file.area)


def flipped(whole: bytes, bits: Iterable[int] = ()) -> Iterator[bytes]:
    for bit in bits or range(len(whole) * 8):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


def test_every_flipped_bit_of_the_users_file_is_noticed(ring: Keyring) -> None:
    """Its long parts shortened and signed anew, since every part is signed alike; whole files are in ``test_bits``."""
    assert ring.root
    short = replace(ring.file, file_keys=(FileKey(1, {"coordinator": b"wrap"}),), body=b"body").signed_by(ring.root)
    assert accepted(short.dump(), ring)
    assert not any(accepted(changed, ring) for changed in flipped(short.dump()))


def test_every_flipped_bit_of_the_sealed_list_of_users_is_noticed(ring: Keyring) -> None:
    for changed in flipped(ring.file.body):
        with pytest.raises(WrongKeyFile):
            open_body(replace(ring.file, body=changed), ring.secrets[1])


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 1 << 40},
        {"cost": {"memory_kib": 1 << 40, "rounds": 10**9, "lanes": 1}},
        {"cost": "TERABYTES"},
        {"salt": ""},
        {"number": "1"},
        {"cost": None},
    ],
)
def test_a_file_that_asks_for_terabytes_is_refused_before_deriving(ring: Keyring, change: dict[str, object]) -> None:
    read = json.loads(ring.file.dump())
    read["slots"]["coordinator"] |= change
    written = json.dumps(read, sort_keys=True, separators=(",", ":")).encode()
    with pytest.raises(WrongKeyFile):
        open_ring(written, PHRASE, None, DAY)


@pytest.mark.parametrize(
    "written", [b"", b"{}", b"[]", b"null", b"[" * 100_000, b"\xff\xfe", b'{"version":2}', b"1" * (9 << 20)]
)
def test_what_is_no_users_file_gets_a_sentence(written: bytes) -> None:
    with pytest.raises(WrongKeyFile, match="cannot be trusted"):
        open_ring(written, PHRASE, None, DAY)


def test_a_users_file_of_another_area_is_refused(ring: Keyring) -> None:
    """Also where the same person has the same passphrase there, and their lock is pasted in."""
    other = changing.found("other", PHRASE, cost=TRIAL)
    pasted = replace(ring.file, slots=other.file.slots)
    with pytest.raises(WrongPassphrase):
        open_ring(pasted.dump(), PHRASE, None, DAY)
    moved = replace(other.file, area="area")
    with pytest.raises((WrongKeyFile, WrongPassphrase)):
        open_ring(moved.dump(), PHRASE, None, DAY)


def test_a_file_made_anew_by_a_stranger_is_refused(ring: Keyring) -> None:
    """All but the user's own lock replaced by the stranger's: the root key trusted in the lock is another."""
    stranger = changing.found("area", OTHER, cost=TRIAL)
    forged = replace(stranger.file, slots=ring.file.slots)
    with pytest.raises(WrongKeyFile, match="stranger"):
        open_ring(forged.dump(), PHRASE, None, DAY)
    root = Ed25519PrivateKey.generate()
    chained = replace(
        ring.file, roots=(*ring.file.roots, Root(root.public_key().public_bytes_raw(), bytes(64)))
    ).signed_by(root)
    with pytest.raises(WrongKeyFile):
        open_ring(chained.dump(), PHRASE, None, DAY)


def test_a_lock_replaced_or_removed_is_noticed_by_any_other_user(ring: Keyring) -> None:
    both = with_second(ring)
    planted = lock(both.keys, both.file.roots[-1].public, "area", "chair", OTHER, cost=TRIAL)
    for slots in ({**both.file.slots, "chair": planted}, {"coordinator": both.file.slots["coordinator"]}):
        with pytest.raises(WrongKeyFile, match="lock of one of its users"):
            open_ring(replace(both.file, slots=slots).dump(), PHRASE, "coordinator", DAY)


def test_yesterdays_file_and_lock_are_refused_by_what_the_record_remembers(ring: Keyring) -> None:
    later = changing.new_passphrase(with_second(ring), "a newer passphrase of mine", cost=TRIAL)
    later.check_pin(later.pin())
    with pytest.raises(WrongKeyFile, match="older"):
        ring.check_pin(later.pin())
    old_lock = replace(later, file=replace(later.file, slots=with_second(ring).file.slots))
    with pytest.raises(WrongKeyFile, match="older"):
        old_lock.check_pin(later.pin())


def test_who_left_cannot_continue_the_chain_of_roots(ring: Keyring) -> None:
    """A keeper who left holds the old root key, and signs a branch of their own."""
    both = with_second(ring)
    left = opened(both, OTHER, "chair")
    now = changing.pruned(changing.disable(both, "chair"))
    root = Ed25519PrivateKey.generate()
    public = root.public_key().public_bytes_raw()
    assert left.root is not None
    branch = replace(
        left.file, serial=99, roots=(*left.file.roots, Root(public, left.root.sign(next_root("area", public))))
    )
    branched = replace(left, file=branch.signed_by(root))
    branched.file.check(left.file.roots[0].public)  # by itself it looks sound
    with pytest.raises(WrongKeyFile):
        branched.check_pin(now.pin())


def test_a_disabled_user_opens_nothing_and_an_expired_one_is_told(ring: Keyring) -> None:
    both = with_second(ring)
    with pytest.raises(WrongPassphrase):
        opened(changing.disable(both, "chair"), OTHER, "chair")
    until = changing.describe(both, "chair", until=DAY)
    assert opened(until, OTHER, "chair").keeps
    with pytest.raises(NoKey, match="has ended"):
        opened(until, OTHER, "chair", date(2026, 11, 25))


def test_figures_only_holds_the_file_key_and_no_group(ring: Keyring) -> None:
    figures = opened(with_second(ring, "figures", Role.FIGURES), OTHER, "figures")
    assert figures.file_key == ring.file_key
    assert not figures.groups
    assert figures.root is None
    for change in (lambda: changing.disable(figures, "coordinator"), lambda: figures.new_case_key("one", "I")):
        with pytest.raises(NotAllowed):
            change()


def test_a_participant_has_no_lock_in_the_area(ring: Keyring) -> None:
    invited = changing.invite(ring, User(id="police", role=Role.PARTICIPANT, agency="police"), OTHER, cost=TRIAL)
    assert set(invited.ring.file.slots) == {"coordinator"}
    assert opened(invited.ring).directory.user("police").agency == "police"


def test_the_last_keeper_stays(ring: Keyring) -> None:
    with pytest.raises(NotAllowed, match="themselves"):
        changing.disable(ring, "coordinator")
    with pytest.raises(NotAllowed, match="another keeper"):
        changing.set_role(ring, "coordinator", Role.FIGURES)


@pytest.mark.parametrize("name", ["", "Anna Hoxha", "recovery", "x" * 25, "1st", "a/b", "ë"])
def test_an_id_that_will_not_do(ring: Keyring, name: str) -> None:
    with pytest.raises(NotAllowed, match="24 small letters"):
        changing.invite(ring, User(id=name), OTHER, cost=TRIAL)


def test_short_passphrases_are_refused_with_the_length(ring: Keyring) -> None:
    with pytest.raises(NotAllowed, match="15 characters"):
        changing.new_passphrase(ring, "fourteen chars", cost=TRIAL)


def test_declaration_and_training_hold_for_their_term(ring: Keyring) -> None:
    term = Term(DAY, date(2027, 11, 24))
    user = opened(changing.describe(ring, "coordinator", declared=term)).user
    assert user.declared == term
    assert term.holds(DAY)
    assert not term.holds(date(2027, 11, 25))
    assert user.trained is None


def test_a_written_file_reads_back_to_the_same(ring: Keyring) -> None:
    file: UsersFile = load(with_second(ring).file.dump())
    assert file == with_second(ring).file or file.dump() == load(file.dump()).dump()
