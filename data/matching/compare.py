"""How much speaks for two records being of one person, and how much against: each piece said, none computed away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import OSA, JaroWinkler

from data.matching.traits import Traits, sound

# Weights are logarithms (base 2) of how much likelier a finding is between records of one person than
# between records of two, set over made-up people with the errors practice makes (see benchmarks/repeats.py).
SURE = 22.0  # hardly chance, also among 50,000 people
USUAL, RARE = 7.0, 11.0  # of a name nobody counted, of one that hardly anybody bears

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """``finding`` is a code such as ``born: day and month swapped``; it holds no detail of anyone."""

    finding: str
    weight: float

    @property
    def speaks_for(self) -> bool:
        return self.weight > 0


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` is the sum of the evidence, in bits; from SURE on it is hardly chance."""

    score: float
    evidence: tuple[Evidence, ...] = field(default=())


def compare(one: Traits, other: Traits, rarity: Rarity = lambda _name: USUAL) -> Likeness:
    """Symmetric, and total: two empty records give a score of 0. ``rarity`` of a name is a weight in bits."""
    found = [
        *_names("first name", one.given, other.given, one.family, other.family, rarity, -6.0),
        *_names("surname", one.family, other.family, one.given, other.given, rarity, -2.2),
        *_born(one.born, other.born),
        *_shared("phone", one.phones, other.phones, 14.0),
        *_shared("e-mail", one.emails, other.emails, 14.0),
        *_shared("identifier", one.identifiers, other.identifiers, 20.0),
        *_homes(one.home, other.home),
    ]
    if {one.gender, other.gender} == {"m", "f"}:
        found.append(Evidence("gender: different", -8.0))
    if {"surname: different", "born: one digit different"} <= {piece.finding for piece in found}:
        # Each alone is a common error; namesakes of the same year have both.
        found.append(Evidence("surname and birth both differ", -0.5))
    return Likeness(sum(piece.weight for piece in found), tuple(found))


def _names(
    what: str,
    one: frozenset[str],
    other: frozenset[str],
    crossed_one: frozenset[str],
    crossed_other: frozenset[str],
    rarity: Rarity,
    different: float,
) -> list[Evidence]:
    if not one or not other:
        return []
    if both := one & other:
        return [Evidence(f"{what}: the same", max(map(rarity, both)))]
    if misspelt := [_misspelt(rarity(a), rarity(b)) for a in one for b in other if near(a, b)]:
        return [Evidence(f"{what}: nearly the same", max(misspelt))]
    if {sound(a) for a in one} & {sound(b) for b in other}:
        return [Evidence(f"{what}: sounds the same", 2.0)]
    if (crossed := one & crossed_other) and other & crossed_one:
        return [Evidence(f"{what}: stands in the other field", max(map(rarity, crossed)) - 1.0)]
    return [Evidence(f"{what}: different", different)]


def _misspelt(one: float, other: float) -> float:
    """Two names that many bear, such as Maria and Marta, are rather two names than one misspelt."""
    return min(one, other) - (1.0 if max(one, other) >= RARE else 5.0)


def near(one: str, other: str) -> bool:
    """One typing error from four letters, two from eight, or one cut short of the other."""
    shorter = min(len(one), len(other))
    if shorter < 4:
        return False
    limit = 1 if shorter < 8 else 2
    if abs(len(one) - len(other)) <= limit and OSA.distance(one, other, score_cutoff=limit) <= limit:
        return True
    return JaroWinkler.similarity(one, other, score_cutoff=0.93) > 0


def _born(one: date | None, other: date | None) -> list[Evidence]:
    if one is None or other is None:
        return []
    if one == other:
        return [Evidence("born: the same day", 13.5)]
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return [Evidence("born: day and month swapped", 11.0)]
    wrong = sum(a != b for a, b in zip(one.isoformat(), other.isoformat(), strict=True))
    if wrong == 1:
        return [Evidence("born: one digit different", 7.5)]
    if abs((one - other).days) == 1 or (one.day, one.month) == (other.day, other.month):
        return [Evidence("born: near", 4.5)]
    if wrong == 2 and one.year == other.year:
        return [Evidence("born: two digits different", 0.5)]
    return [Evidence("born: another day", -6.5)]


def _homes(one: str, other: str) -> list[Evidence]:
    if not one or not other:
        return []
    if one == other:
        return [Evidence("address: the same", 10.0)]
    if _number(one) == _number(other) and OSA.distance(one, other, score_cutoff=2) <= 2:
        return [Evidence("address: nearly the same", 7.0)]
    return []


def _number(home: str) -> str:
    return home.partition(" ")[0]


def _shared(what: str, one: frozenset[str], other: frozenset[str], weight: float) -> list[Evidence]:
    return [Evidence(f"{what}: the same", weight)] if one & other else []
