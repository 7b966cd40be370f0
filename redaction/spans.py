"""A span is a piece of the original text that is replaced; overlaps are settled here."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

# Both are made by the dozen for every line: ``Final`` says to the type checker what ``frozen`` would cost at each making.


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Offsets count code points of the text as given, end exclusive. ``certain`` is False for a doubt.

    ``doubt`` is how doubtful, from 0 (sure) to 1, for the order of a review.
    """

    start: Final[int]
    end: Final[int]
    kind: Final[str]
    placeholder: Final[str]
    rule: Final[str]
    reason: Final[str]
    certain: Final[bool] = True
    doubt: Final[float] = 0.0


@dataclass(slots=True, unsafe_hash=True)
class Find:
    """A piece of the folded text that has to go, and why. ``who`` is a person of the record, ``base`` her name there."""

    start: Final[int]
    end: Final[int]
    kind: Final[str]
    rule: Final[str]
    reason: Final[str]
    who: Final[str] = ""
    base: Final[str] = field(default="", repr=False)
    doubt: Final[float] = 0.0
    surface: Final[str] = field(default="", repr=False)
    surname: Final[bool] = False

    def at(self, start: int, end: int, surface: str) -> "Find":
        """The same find in another place."""
        return Find(
            start, end, self.kind, self.rule, self.reason, self.who, self.base, self.doubt, surface, self.surname
        )


# What says more about a person wins: the record over a shape, a shape over a guess.
RANKS = {"reviewer": 0, "record": 1, "near record": 2, "shape": 3, "cue": 4, "default": 5, "learned": 6}
CERTAIN = 0.25
_ON_THE_NET, _FILE = ("EMAIL", "URL", "HANDLE"), "looks like the name of an account or a file"


def doubtful(spans: Iterable[Span]) -> list[Span]:
    """What a reviewer should look at, the most doubtful first."""
    return sorted((s for s in spans if not s.certain), key=lambda s: (-s.doubt, s.start))


def settle(finds: Iterable[Find]) -> list[Find]:
    """Without overlaps, in order; of two that overlap the union stays hidden under the better-known one."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda s: (s.start, -s.end)):
        if find.end <= find.start:
            continue
        if kept and find.start < kept[-1].end:
            kept[-1] = _union(kept[-1], find)
        else:
            kept.append(find)
    return kept


def _union(one: Find, other: Find) -> Find:
    better = min((one, other), key=lambda s: (RANKS.get(s.rule, 9), -(s.end - s.start)))
    start, end = min(one.start, other.start), max(one.end, other.end)
    wide = one if better is other else other
    if wide.kind in _ON_THE_NET and better.kind in ("PERSON", "NAME") and wide.reason != _FILE:
        # A name inside an address on the net: the reader is told of an address, not of a person.
        better = replace(better, kind=wide.kind, who="", base="")
    elif wide.kind == "NAME" and better.surname and wide.start < better.start:
        better = replace(better, kind="NAME", who="", base="")  # An unrecorded first name: somebody of the family.
    if (start, end) == (better.start, better.end):
        return better
    surface = one.surface if (one.start, one.end) == (start, end) else one.surface + other.surface
    return replace(better, start=start, end=end, doubt=min(one.doubt, other.doubt), surface=surface)
