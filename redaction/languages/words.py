"""What a language module offers, and the word lists behind it."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Language:
    """All words are folded and in lower case.

    ``forms`` gives a name in every case it takes; ``knows`` whether a lower-case word is an ordinary one;
    ``keep`` roles, services and laws that may stand with a capital; ``kin`` and ``titles`` announce a name;
    ``placeholders`` are words by kind of detail.
    """

    code: str
    forms: Callable[[str], frozenset[str]]
    knows: Callable[[str], bool]
    keep: frozenset[str]
    kin: frozenset[str]
    titles: frozenset[str]
    naming: tuple[tuple[str, ...], ...]
    months: frozenset[str]
    given_names: frozenset[str]
    nicknames: dict[str, tuple[str, ...]]
    descriptions: frozenset[str]
    placeholders: dict[str, str]
    hides_unknown_lower_case: bool


@cache
def english_words() -> frozenset[str]:
    raw = (files("redaction.languages.data") / "en.txt.gz").read_bytes()
    return frozenset(gzip.decompress(raw).decode().split())
