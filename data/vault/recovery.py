"""The area's recovery key on three sheets of paper, any two of which give it back. It lies on no machine.

A sheet's letters are Crockford's base 32 (no I, L, O, U) in five lines of four groups; each line ends in two
letters that tell a typing error. In them: area, set, sheet, the root key to trust, and the share.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from gettext import gettext as _

from data.vault.keyring import Keyring, assemble
from data.vault.people import RECOVERY
from data.vault.problems import WrongKeyFile, WrongSheet
from data.vault.seed import Keys
from data.vault.shamir import join, split
from data.vault.users_file import UsersFile
from data.vault.users_file import load as load_file

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
LINES = 5
_VERSION, _PER_LINE, _MARK, _ROOT = 1, 16, 4, 10
SHEETS, NEEDED = 3, 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it is printed: ``area_mark`` tells which area, ``lines`` are what is typed again."""

    number: int
    set_number: int
    area_mark: str
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Share:
    area_mark: bytes
    set_number: int
    number: int
    root: bytes
    share: bytes = field(repr=False)


def make_sheets(keys: Keys, ring: Keyring) -> tuple[Sheet, ...]:
    """For the recovery key that ``changing.set_recovery`` put into ``ring``."""
    recovery = ring.directory.recovery
    if recovery is None or recovery.public != keys.public:
        raise ValueError("these are not the area's recovery keys")
    mark, root = _mark(ring.area), _root_mark(ring.file.roots[-1].public)
    sheets = []
    for number, share in split(keys.seed, shares=SHEETS, needed=NEEDED).items():
        head = bytes([_VERSION]) + mark + recovery.set_number.to_bytes(2, "big") + bytes([number])
        sheets.append(Sheet(number, recovery.set_number, mark.hex(), _lines(head + root + share)))
    return tuple(sheets)


def recover(written: bytes, typed: Sequence[str]) -> Keyring:
    """A keyring that may change users, from two sheets as they were typed. Raises WrongSheet, WrongKeyFile, NoKey."""
    file = load_file(written)
    shares = [_read(sheet, number) for number, sheet in enumerate(typed, 1)]
    _fit(file, shares)
    keys = Keys(join({share.number: share.share for share in shares}))
    trusted = [root.public for root in file.roots if _root_mark(root.public) == shares[0].root]
    if not trusted:
        raise WrongKeyFile(_("The users file was made anew by a stranger, or is older than the sheets."))
    file.check(trusted[0])
    return assemble(file, RECOVERY, keys)


def check_line(line: str, number: int) -> str:
    """Empty when the line was typed as it is printed; otherwise what is wrong with it."""
    letters = _clean(line)
    if len(letters) != _PER_LINE + 2:
        return _("Line {number} has {count} letters; it should have {wanted}.").format(
            number=number, count=len(letters), wanted=_PER_LINE + 2
        )
    if set(letters) - set(_LETTERS) or _check(letters[:_PER_LINE], number) != letters[_PER_LINE:]:
        return _("Line {number} is not as printed: compare it letter by letter.").format(number=number)
    return ""


def _fit(file: UsersFile, shares: list[_Share]) -> None:
    if len({share.number for share in shares}) < NEEDED:
        raise WrongSheet(_("Two different sheets are needed; the same one twice is one."))
    if any(share.area_mark != _mark(file.area) for share in shares):
        raise WrongSheet(_("A sheet belongs to another area."))
    if len({(share.set_number, share.root) for share in shares}) > 1:
        raise WrongSheet(_("The sheets belong to different sets: the number of the set stands on each."))


def _read(typed: str, sheet: int) -> _Share:
    lines = [line for line in typed.splitlines() if line.strip()]
    if len(lines) != LINES:
        raise WrongSheet(
            _("Sheet {sheet} of those typed has {count} lines; it should have {wanted}.").format(
                sheet=sheet, count=len(lines), wanted=LINES
            )
        )
    for number, line in enumerate(lines, 1):
        if wrong := check_line(line, number):
            raise WrongSheet(_("Sheet {sheet} of those typed: {wrong}").format(sheet=sheet, wrong=wrong))
    bits = 0
    for letter in "".join(_clean(line)[:_PER_LINE] for line in lines):
        bits = bits << 5 | _LETTERS.index(letter)
    raw = bits.to_bytes(LINES * _PER_LINE * 5 // 8, "big")
    if raw[0] != _VERSION:
        raise WrongSheet(
            _("Sheet {sheet} of those typed is of a version this program does not know.").format(sheet=sheet)
        )
    at = 1 + _MARK
    return _Share(raw[1:at], int.from_bytes(raw[at : at + 2], "big"), raw[at + 2], raw[at + 3 : at + 3 + _ROOT],
                  raw[at + 3 + _ROOT :])  # fmt: skip


def _lines(raw: bytes) -> tuple[str, ...]:
    bits, count = int.from_bytes(raw, "big"), len(raw) * 8 // 5
    letters = "".join(_LETTERS[bits >> 5 * (count - 1 - at) & 31] for at in range(count))
    lines = []
    for number in range(1, LINES + 1):
        line = letters[(number - 1) * _PER_LINE : number * _PER_LINE]
        groups = [line[at : at + 4] for at in range(0, _PER_LINE, 4)]
        lines.append(" ".join([*groups, _check(line, number)]))
    return tuple(lines)


def _check(letters: str, number: int) -> str:
    digest = hashlib.sha256(f"{number}:{letters}".encode()).digest()
    return _LETTERS[digest[0] & 31] + _LETTERS[digest[1] & 31]


def _clean(line: str) -> str:
    return "".join(letter for letter in line.upper().translate(_LIKE) if letter.isalnum())


def _mark(area: str) -> bytes:
    return hashlib.sha256(b"meeting area" + area.encode()).digest()[:_MARK]


def _root_mark(public: bytes) -> bytes:
    return hashlib.sha256(b"meeting root" + public).digest()[:_ROOT]
