"""What of a person two records are compared by, worked out once."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from data.records.case_details import Person, Role
from redaction.text.normal import fold

Nicknames = Callable[[str], Iterable[str]]
"""From a folded given name to the folded names it also goes by."""

_PARTS = re.compile(r"[^\W\d_]{2,}")
# Definite and case endings of Albanian names; stripped from both sides alike.
_ENDINGS = re.compile(r"(?:nit|jes|jen|ve|it|in|ut|un|es|en|ja|i|u|a|e|o|s|n)$")
_ROADS = frozenset({"street", "road", "lane", "avenue", "close", "drive", "flat", "rruga", "pallati", "apartamenti"})
# Sounds that are confused in English or Albanian spelling, most letters first.
_SOUNDS = (
    ("xh", "J"), ("sch", "S"), ("sh", "S"), ("zh", "S"), ("x", "S"), ("ch", "C"), ("ck", "K"), ("ph", "F"), ("gj", "J"),
    ("th", "T"), ("dh", "T"), ("gh", "G"), ("wr", "R"), ("kn", "N"), ("qu", "K"), ("rr", "R"), ("ll", "L"),
    ("nj", "N"), ("ks", "S"),
)  # fmt: skip
_LETTERS = str.maketrans(
    {"c": "K", "k": "K", "q": "K", "g": "G", "j": "J", "d": "T", "t": "T", "b": "B", "p": "B", "f": "F",
     "v": "F", "w": "F", "s": "S", "z": "S", "l": "L", "r": "R", "m": "N", "n": "N", "C": "K",
     "h": "", "y": "A", "a": "A", "e": "A", "i": "A", "o": "A", "u": "A"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traits:
    """Folded and comparable. ``given`` with nicknames; ``family`` every surname on record, aliases among them."""

    role: Role
    given: frozenset[str] = field(repr=False)
    family: frozenset[str] = field(repr=False)
    spoken: frozenset[str] = field(repr=False)  # sound codes of all of these
    born: date | None = field(repr=False)
    gender: str
    phones: frozenset[str] = field(repr=False)
    emails: frozenset[str] = field(repr=False)
    home: str = field(repr=False)  # number and street, or postcode
    identifiers: frozenset[str] = field(repr=False)


def traits(person: Person, nicknames: Nicknames = lambda _name: ()) -> Traits:
    given = set(_parts(person.first))
    family = set(_parts(person.last))
    for other in person.also_known_as:
        parts = _parts(other)
        # One word may be either; of several the last is the surname.
        given |= set(parts[:1])
        family |= set(parts[1:] or parts)
    for name in tuple(given):
        given |= set(nicknames(name))
    return Traits(
        role=person.role,
        given=frozenset(given),
        family=frozenset(family),
        spoken=frozenset(code for name in given | family if (code := sound(name))),
        born=person.date_of_birth,
        gender=person.gender[:1].casefold(),
        phones=frozenset(number for phone in person.phones if (number := _digits(phone))),
        emails=frozenset(fold(email).strip() for email in person.emails),
        home=_home(person.address.line, person.address.postcode),
        identifiers=frozenset("".join(filter(str.isalnum, fold(value))) for _kind, value in person.identifiers),
    )


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """How a folded name sounds, without its vowels but the first; 'gashi' and 'gashit' sound alike."""
    return sound_of(stem(name))


def sound_of(written: str) -> str:
    """The same with its ending."""
    for letters, code in _SOUNDS:
        written = written.replace(letters, code)
    code = written.translate(_LETTERS)
    bare = code[:1] + code[1:].replace("A", "")
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=100_000)
def stem(name: str) -> str:
    """A folded name without the ending of its case."""
    shorter = _ENDINGS.sub("", name)
    return shorter if len(shorter) >= 3 else name


def _parts(written: str) -> list[str]:
    return _PARTS.findall(fold(written)) if written else []


def _digits(phone: str) -> str:
    """The last eight digits: national and international writing end alike."""
    digits = "".join(filter(str.isdigit, phone))
    return digits[-8:] if len(digits) >= 6 else ""


def _home(line: str, postcode: str) -> str:
    words = re.findall(r"\w+", fold(line))
    numbers = [word for word in words if word[:1].isdigit()]
    streets = [word for word in words if not word[:1].isdigit() and len(word) > 3 and word not in _ROADS]
    if numbers and streets:
        return " ".join((*numbers, *streets[:2]))
    return "".join(fold(postcode).split())
