"""Finding who may be the same person among many, without comparing everyone with everyone.

The index lives in memory while an area is open and is never written: whoever stole one would have all names.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from math import log2
from typing import Generic, TypeVar

from data.matching.compare import SURE, Likeness, compare
from data.matching.traits import Traits, sound

K = TypeVar("K", bound=Hashable)
# Bits: a name weighs no less and no more, and what scores so much below the best is not shown beside it.
LEAST, MOST, BESIDE = 3.0, 11.5, 3.0
UNSEEN = 200  # people not in a small area's record, so that a name found once there is not called common
LEAST_LIKELY, LIKELY_AMONG_ALL = 6.0, -1.6


@dataclass(frozen=True, slots=True)
class Match(Generic[K]):
    """``key`` is what the person was put in under."""

    key: K
    likeness: Likeness


class Index(Generic[K]):
    """People by compound keys: two records of one person share at least one of them, nearly always."""

    def __init__(self) -> None:
        self._people: dict[K, Traits] = {}
        self._by: dict[str, list[K]] = defaultdict(list)
        self._names: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._people)

    def __getitem__(self, key: K) -> Traits:
        return self._people[key]

    def add(self, key: K, person: Traits) -> None:
        self._people[key] = person
        self._names.update(person.given | person.family)
        for block in _blocks(person):
            self._by[block].append(key)

    def like(self, person: Traits, *, skip: Callable[[K], bool] = lambda _key: False) -> tuple[Match[K], ...]:
        """Likeliest first, without those to ``skip``.

        Beside a match that is hardly chance, one that may well be chance is not offered.
        """
        # The more people, the likelier that somebody is alike by chance.
        at_least = max(LEAST_LIKELY, log2(len(self._people) + 1) + LIKELY_AMONG_ALL)
        seen: dict[K, None] = {}
        for block in _blocks(person):
            seen.update(dict.fromkeys(self._by.get(block, ())))
        found = [Match(key, compare(person, self._people[key], self._rarity)) for key in seen if not skip(key)]
        offered = sorted((m for m in found if m.likeness.score >= at_least), key=lambda m: -m.likeness.score)
        return tuple(m for m in offered if self._stands_beside(m, offered[0]))

    def _stands_beside(self, match: Match[K], best: Match[K]) -> bool:
        """A weak match beside a strong one is of the same person as the strong one, or chance."""
        if match.likeness.score >= min(best.likeness.score - BESIDE, SURE):
            return True
        return compare(self._people[match.key], self._people[best.key], self._rarity).score >= SURE

    def _rarity(self, name: str) -> float:
        """In bits: how surprising it is that two people share the name."""
        share = (self._names.get(name, 0) + 1) / (len(self._people) + UNSEEN)
        return max(LEAST, min(MOST, -log2(share)))


def _blocks(person: Traits) -> Iterator[str]:
    given = {sound(name) for name in person.given}
    family = {sound(name) for name in person.family}
    both = sorted(given | family)
    for at, one in enumerate(both):
        for other in both[at + 1 :]:
            yield f"names {one} {other}"
    if person.born:
        day, month = sorted((person.born.day, person.born.month))
        year = person.born.year
        yield f"born {year} {day} {month}"
        for name in both:
            yield f"year {name} {year}"
            yield f"days {name} {day} {month}"
    for number in person.phones:
        yield f"phone {number}"
    for address in person.emails:
        yield f"mail {address}"
    for value in person.identifiers:
        yield f"id {value}"
    if person.home:
        yield f"home {person.home}"
