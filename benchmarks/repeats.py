"""Repeats among 50,000 made-up people, each asked for again with two errors: found, rightly, and how fast."""

import time
from collections.abc import Iterator
from random import Random

from data.matching.compare import compare
from data.matching.index import Index
from data.matching.traits import Traits, traits
from data.practice.people import made_up, spoil
from data.records.case_details import Person
from redaction.languages.choose import LANGUAGES

PEOPLE, ASKED, COMPARED = 50_000, 4_000, 12


def measure() -> Iterator[str]:
    chance = Random(5)
    people = made_up(PEOPLE, chance)
    for errors in (0, 1, 2):
        yield from _round(people, errors, chance)


def _round(people: list[Person], errors: int, chance: Random) -> Iterator[str]:
    asked = chance.sample(range(len(people)), ASKED)
    again = {at: spoil(people[at], errors, chance) for at in asked}
    began = time.perf_counter()
    index: Index[int] = Index()
    for at, person in enumerate(people):
        index.add(at, traits(person, nicknames))
    offered = {at: [m.key for m in index.like(traits(person, nicknames))] for at, person in again.items()}
    took = time.perf_counter() - began
    known = [traits(person, nicknames) for person in people]
    found = sum(at in keys for at, keys in offered.items())
    shown = sum(map(len, offered.values()))
    yield (
        f"repeats, {errors} errors each: found {found / ASKED:.4f}, right of what is offered {found / shown:.4f}; "
        f"{took:.1f} s : {_all_pairs(known, [again[a] for a in asked[:COMPARED]]) * ASKED / COMPARED:.0f} s for all pairs"
    )


def _all_pairs(known: list[Traits], asked: list[Person]) -> float:
    began = time.perf_counter()
    for person in asked:
        mine = traits(person, nicknames)
        for one in known:
            compare(mine, one)
    return time.perf_counter() - began


def nicknames(name: str) -> tuple[str, ...]:
    return tuple(one for language in LANGUAGES.values() for one in language.nicknames.get(name, ()))
