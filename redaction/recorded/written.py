"""How a value of the record may be written: pure, from the value alone."""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from redaction.languages.choose import LANGUAGES
from redaction.text.normal import fold

PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NUMBER = re.compile(r"[+\d(][\d\s()./-]{4,}\d")
_BETWEEN = re.compile(r"[,;/]|\bor\b|\bose\b")
_INITIALS = re.compile(r"[\s-]+")
# What people write where there is nothing to write.
_NOTHING = frozenset(
    [
        "n/a",
        "na",
        "none",
        "nil",
        "no",
        "not",
        "known",
        "unknown",
        "unemployed",
        "not",
        "applicable",
        "nothing",
        "?",
        "-",
        "x",
        "asnje",
        "nuk",
        "ka",
        "s'ka",
        "ska",
        "pa",
        "i",
        "panjohur",
        "e",
        "panjohur",
        "nuk",
        "dihet",
        "i",
        "papune",
        "e",
        "papune",
    ]
)
# Letters that are read for digits, and digits for letters; one of each stands for both.
LOOKS = str.maketrans("oilsbzgte", "011582973")
SHORTEST = 4
# Words that belong to a surname and are no name alone.
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "bint",
        "ibn",
        "ben",
        "y",
        "e",
    ]
)
_PREFIXED = re.compile(r"(mc|mac|o'|d')(.{3,})")
_TOGETHER = 3


def says_nothing(value: str) -> bool:
    """Whether a cell holds no value but a remark that there is none."""
    return all(word in _NOTHING for word in fold(value).split())


def joined(parts: Sequence[str]) -> Iterator[str]:
    """Parts of one name written as one word: ``almutlaq``, ``vanderberg``."""
    if 2 <= len(parts) <= _TOGETHER:
        yield "".join(parts)
    for one, other in itertools.pairwise(parts):
        if one in PARTICLES:
            yield one + other


def tails(part: str) -> Iterator[str]:
    """A surname without its O' or D'."""
    if "'" in part:
        yield part.replace("'", "")
        tail = part.rpartition("'")[2]
        if len(tail) >= SHORTEST:
            yield tail


def initials(first: str, last: str) -> Iterator[str]:
    """Letters that stand for somebody: of the whole name, of a double first name, of a double surname."""
    firsts, lasts = _letters(first), _letters(last)
    for letters in (firsts + lasts, firsts[:1] + lasts[:1], lasts[:1] + firsts[:1], firsts, lasts):
        if len(letters) >= 2:
            yield letters
    for part in PARTS.findall(fold(last)):
        if found := _PREFIXED.fullmatch(part):
            yield found.group(1) + found.group(2)[0]


def _letters(name: str) -> str:
    return "".join(part[0] for part in _INITIALS.split(fold(name).strip()) if part[:1].isalpha())


def numbers(value: str) -> Iterator[str]:
    """Each number in a cell, without the remarks beside it."""
    found = [number for piece in _BETWEEN.split(value) for number in _NUMBER.findall(piece)]
    found = found or _NUMBER.findall(value)
    yield from found or ([value] if any(c.isdecimal() for c in value) else [])


def account(email: str) -> Iterator[str]:
    """The words of an e-mail address before its sign."""
    name, sign, _ = fold(email).partition("@")
    yield from (part for part in re.findall(r"[^\W\d_]+", name) if sign and len(part) >= SHORTEST)


def phone(written: str) -> Iterator[str]:
    """A phone number as its digits: with the leading nought, without it, without the land."""
    plain = compact(written)
    yield plain
    if len(plain) > 9 and plain[0] == "0":
        yield plain[1:]
    elif len(plain) >= 11:
        yield plain[-9:]


def reference(written: str) -> Iterator[str]:
    """A reference as one run; two neighbouring parts of it, or one long part, tell it too."""
    plain = compact(written)
    yield plain
    parts = [part for part in re.split(r"[^\w]+", fold(written)) if part]
    for one, other in itertools.pairwise(parts):
        both = one + other
        if both != plain and len(both) >= 6 and sum(c.isdecimal() for c in both) >= 5 and not _is_year(one, other):
            yield both


def tail(written: str) -> str:
    """The digits after the last sign of a reference, by which it is quoted; none where it has no parts, or one."""
    parts = re.findall(r"[^\W_]+", fold(written))
    last = parts[-1] if len(parts) > 1 else ""
    return last if last.isdecimal() and len(last) > 1 else ""


def _is_year(*parts: str) -> bool:
    return all(len(part) <= 2 or (len(part) == 4 and part[:2] in ("19", "20")) for part in parts)


def compact(value: str) -> str:
    """Letters and digits alone; a national prefix counts as the leading zero."""
    plain = "".join(c for c in fold(value) if c.isalnum())
    if value.strip().startswith("+") or plain.startswith("00"):
        for prefix in ("0044", "00355", "44", "355"):
            if plain.startswith(prefix):
                return "0" + plain[len(prefix) :].removeprefix("0")
    return plain


@cache
def short_words() -> dict[str, set[str]]:
    """Other ways to write a word of an address or a name of a school, from all languages: ``street``: ``st``."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES.values():
        for entry in language.lists.ordered.get("short", ()):
            word, _, others = entry.partition("=")
            found.setdefault(word, set()).update(others.split(","))
    return found


def sound(word: str) -> str:
    """A word as it is heard: consonants alone after the first letter, those that sound alike as one."""
    plain = word
    for written, heard in _HEARD:
        plain = plain.replace(written, heard)
    first, rest = plain[:1], "".join(c for c in plain[1:] if c not in "aeiouyhw")
    said = ("a" if first in "aeiouy" else first) + rest
    return re.sub(r"(.)\1+", r"\1", said)


_HEARD = (
    ("bh", "v"), ("mh", "v"), ("ch", "s"), ("sh", "s"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"), ("c", "k"), ("z", "s"), ("gh", ""),
)  # fmt: skip
