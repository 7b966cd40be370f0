"""What a pattern cannot do without: where it is missing from a text, the pattern is not read at all.

It follows from the pattern itself (``tools/needs.py``), so that no pattern can be given a wrong one; the table beside
this module holds it, under the pattern's digest. A pattern that is not there is always read.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("needs.jsonl")
# So many choices among a pattern's alternatives are told apart.
MOST = 16
FAR = 1 << 16
# In front of a part of a word, or behind it: there the word begins, or ends.
BORDER = "|"


@dataclass(frozen=True, slots=True)
class Needed:
    """``digits``: each match has at least so many; ``row``: so many without a break; ``rows``: so many times some apart;
    ``touch``: a letter right beside one.

    ``signs``: of each of these the text has one, a point before a letter or digit or another point. ``words``: one of
    its words has one of these in it; none where that is not sure.
    """

    digits: int = 0
    row: int = 0
    rows: int = 0
    touch: bool = False
    signs: frozenset[frozenset[str]] = frozenset()
    words: frozenset[str] = frozenset()


@cache
def needed(pattern: re.Pattern[str], most: int = MOST) -> Sequence[Needed]:
    """What it needs: one of these is met wherever it matches."""
    held = _table().get(named(pattern, most))
    return [_read(one) for one in held[0]] if held else [Needed()]


@cache
def reach(pattern: re.Pattern[str]) -> tuple[int, int]:
    """How far before the first digit of a match it can begin, and how far behind the last one it reads, at most."""
    held = _table().get(named(pattern, MOST))
    return (held[1], held[2]) if held else (FAR, FAR)


def named(pattern: re.Pattern[str], most: int) -> str:
    return sha256(f"{pattern.flags}|{most}|{pattern.pattern}".encode()).hexdigest()[:20]


def entry(needs: Sequence[Needed], reach: tuple[int, int]) -> list[Any]:
    """What the table holds of a pattern."""
    told = [
        [n.digits, n.row, n.rows, int(n.touch), sorted("".join(sorted(s)) for s in n.signs), sorted(n.words)]
        for n in needs
    ]
    return [told, *reach]


def _read(told: Sequence[Any]) -> Needed:
    digits, row, rows, touch, signs, words = told
    return Needed(digits, row, rows, bool(touch), frozenset(map(frozenset, signs)), frozenset(words))


@cache
def _table() -> Mapping[str, Sequence[Any]]:
    lines = TABLE.read_text(encoding="ascii").splitlines() if TABLE.is_file() else ()
    return {held[0]: held[1:] for held in map(json.loads, lines)}
