"""What no single word tells: whether the coded facts of a case together fit it alone, and what would help.

The counts of the area's other cases come from outside.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Widening:
    """Telling ``fact`` as ``told`` ('' leaves it out) would make the combination fit ``others`` other cases."""

    fact: str
    told: str
    others: int


@dataclass(frozen=True, slots=True)
class Circumstances:
    """``others`` other cases of the area fit the combination; ``singled_out`` where they are fewer than asked.

    ``widening`` is the one change that lifts it there with the least lost; None where no single one does, and
    ``closest`` is then the one that lifts it furthest.
    """

    others: int
    singled_out: bool
    widening: Widening | None
    closest: Widening | None = None


Combination = Mapping[str, str]


def circumstances(
    facts: Combination,
    area: Iterable[tuple[Combination, int]],
    *,
    least: int,
    wider: Mapping[str, Mapping[str, str]] | None = None,
    fixed: Collection[str] = (),
) -> Circumstances:
    """``area`` counts the other cases by their facts; ``wider`` gives for a fact's value what it is in general.

    ``fixed`` facts cannot be left out.
    """
    counted = list(area)
    others = _fitting(facts, counted, {})
    if others >= least:
        return Circumstances(others, False, None)
    tried: list[tuple[int, Widening]] = []
    for fact, value in facts.items():
        general = (wider or {}).get(fact, {})
        if value in general:
            found = _fitting(facts, counted, {fact: {v for v, told in general.items() if told == general[value]}})
            tried.append((0, Widening(fact, general[value], found)))
        if fact in fixed:
            continue
        tried.append((1, Widening(fact, "", _fitting(facts, counted, {fact: None}))))
    enough = [(rank, widening) for rank, widening in tried if widening.others >= least]
    # A wider value loses less than a fact left out; then the one that lets the fewest others in.
    best = min(enough, key=lambda found: (found[0], found[1].others, found[1].fact), default=None)
    more = [widening for _rank, widening in tried if widening.others > others]
    closest = None if best else max(more, key=lambda widening: (widening.others, widening.fact), default=None)
    return Circumstances(others, True, best[1] if best else None, closest)


def _fitting(
    facts: Combination, counted: Iterable[tuple[Combination, int]], allowed: Mapping[str, set[str] | None]
) -> int:
    total = 0
    for combination, count in counted:
        for fact, value in facts.items():
            values = allowed.get(fact, {value})
            if values is not None and combination.get(fact) not in values:
                break
        else:
            total += count
    return total
