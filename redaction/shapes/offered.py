"""What a text offers to the patterns of shapes, asked once for all of them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from redaction.languages.lists import DIGIT, KEEP, ORDINARY
from redaction.shapes.needed import BORDER, Needed
from redaction.text.facts import Facts
from redaction.text.reading import Reading

# Led by a character, so that the search skips all others.
_ROW = re.compile(r"\d\d*")
_MANY, _MOST_KEPT = 16, 60_000
_LETTERS, _NO_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz"), "0123456789'"
# What patterns ask for; any other sign would make texts differ without need.
_SIGNS = frozenset('/-:()[]@_"|–⁄?*.')


class Offer(NamedTuple):
    """How many digits, how many without a break, how often some, whether a letter is beside one; and signs."""

    digits: int
    row: int
    rows: int
    touch: bool
    signs: frozenset[str]

    def has(self, need: Needed) -> bool:
        """Whether there is enough for a pattern, its words apart."""
        return (
            need.digits <= self.digits
            and need.row <= self.row
            and need.rows <= self.rows
            and need.touch <= self.touch
            and not any(one <= _SIGNS and one.isdisjoint(self.signs) for one in need.signs)
        )


def signs_in(reading: Reading) -> frozenset[str]:
    """The signs of a text; a point where a letter or digit or another point is behind it."""
    signs = _SIGNS.intersection("".join(set(reading.gaps)))
    if "." in signs and not any(gap[-1:] == "." or ".." in gap for gap in reading.gaps[:-1]):
        return signs - {"."}
    return signs


def rows_in(reading: Reading) -> list[tuple[int, int]]:
    """Where digits stand without a break."""
    return [match.span() for match in _ROW.finditer(reading.normal.low)] if reading.bits & DIGIT else []


def offered(low: str, rows: Sequence[tuple[int, int]], signs: frozenset[str]) -> Offer:
    """What a text or a piece of it offers."""
    if not rows:
        return Offer(0, 0, 0, False, signs)
    lengths = [end - start for start, end in rows]
    touch = any(low[end : end + 1] in _LETTERS or (start and low[start - 1] in _LETTERS) for start, end in rows)
    return Offer(min(sum(lengths), _MANY), min(max(lengths), _MANY), min(len(rows), _MANY), touch, signs)


# By its first letters a part of a word that is asked for, whether the word ends with it, and its bit.
_Parts = dict[str, list[tuple[str, bool, int]]]


class Words:
    """All parts of words that patterns ask for: a bit for each need, the lowest where nothing is needed."""

    def __init__(self, needs: Iterable[frozenset[str]]) -> None:
        self._bits = {need: 1 << at for at, need in enumerate(dict.fromkeys([frozenset[str](), *needs]))}
        self._begin: _Parts = {}
        self._inside: _Parts = {}
        self._kept: dict[str, int] = {}
        for need, bit in self._bits.items():
            for piece in need:
                part, last = piece.strip(BORDER), piece[-1] == BORDER
                held = self._begin if piece[0] == BORDER else self._inside
                # Behind a single letter the word ends, or something else than a letter follows.
                for led in (part[:2],) if part[1:] else (part, *(part + other for other in _NO_LETTERS)):
                    held.setdefault(led, []).append((part, last, bit))

    def bit(self, need: frozenset[str]) -> int:
        return self._bits[need]

    def met(self, facts: Iterable[Facts]) -> int:
        """The needs that the words of a text meet; kept by ordinary word alone."""
        said = 1
        kept = self._kept
        for fact in facts:
            met = kept.get(fact.low)
            if met is None:
                met = self._met_by(fact.low)
                if fact.bits & (ORDINARY | KEEP) and not fact.bits & DIGIT and len(kept) < _MOST_KEPT:
                    kept[fact.low] = met
            said |= met
        return said

    def _met_by(self, word: str) -> int:
        met = 0
        for at in range(len(word)):
            led = word[at : at + 2]
            if led in self._inside:
                met |= _of(self._inside[led], word, at)
            if led in self._begin and (not at or word[at - 1] not in _LETTERS):
                met |= _of(self._begin[led], word, at)
        return met


def _of(asked: Iterable[tuple[str, bool, int]], word: str, at: int) -> int:
    """The bits of those that stand at a place of a word."""
    met = 0
    for part, last, bit in asked:
        end = at + len(part)
        if word.startswith(part, at) and not (last and word[end : end + 1] in _LETTERS):
            met |= bit
    return met
