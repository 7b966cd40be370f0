"""Neighbouring hidden words are one find."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from redaction.guessed.limits import Limits
from redaction.guessed.marks import Mark
from redaction.languages.lists import (
    ANIMAL,
    BIT,
    COMMON,
    CONDITION,
    DIGIT,
    JOB,
    MARK,
    NAME,
    ORDINARY,
    ORG,
    ORIGIN,
    PLACE,
    STOP,
    STREET,
    WORK,
)
from redaction.spans import Find
from redaction.text.facts import Facts
from redaction.text.reading import Reading

# A small word that the CRF is as sure of as this stays with what is beside it.
_SURE = 0.1
# Their placeholders have no article of their own.
_DESCRIPTIONS = frozenset(["JOB", "DEMOGRAPHIC", "OTHER"])
_ARTICLES = frozenset(["a", "an", "the"])
# Words that a detail is made of are hidden on less.
_TELLING = ANIMAL | JOB | MARK | ORG | PLACE | STREET | CONDITION | ORIGIN | DIGIT
_TELLING |= BIT["belongings"] | BIT["units"] | BIT["counting"]
# After a word for working the CRF may be this much less sure.
_WORKED = 0.25
_DOUBT = attrgetter("doubt")


def joined(reading: Reading, marks: Sequence[Mark | None], limits: Limits) -> Iterator[Find]:
    """Neighbouring hidden words are one name, without the small words at its borders."""
    vehicles, housework = reading.language.lists.of("vehicles"), reading.language.lists.of("housework")
    for first, last in _runs(reading, marks):
        first, last = _trimmed(reading, marks, first, last)
        run = [m for m in marks[first : last + 1] if m is not None]
        if not run:
            continue
        best = min(run, key=_DOUBT)
        faint = best.rule == "learned" and 1 - best.doubt < limits.peaks.get(best.kind, 0)
        guessed = best.rule == "learned" and best.kind == "PLACE"
        if guessed and vehicles.issuperset(reading.lows[first : last + 1]):
            continue
        if best.kind == "JOB" and housework.issuperset(reading.lows[first : last + 1]):
            continue
        if faint and _is_bare(reading, first, last, worked=1 - best.doubt >= _WORKED, job=best.kind == "JOB"):
            continue
        kind = next((m.kind for m in run if m.kind not in ("NAME", "")), best.kind or "NAME")
        kind = "ORG" if kind == "PLACE" and run[-1].kind == "ORG" else kind
        stop = reading.ends[last] - (2 if reading.lows[last].endswith("'s") and kind in ("NAME", "PERSON") else 0)
        yield Find(
            reading.starts[first], stop, "NAME" if kind == "PERSON" else kind, best.rule, best.reason, doubt=best.doubt
        )


def _runs(reading: Reading, marks: Sequence[Mark | None]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each."""
    size, past = len(marks), 0
    for start in [at for at, mark in enumerate(marks) if mark is not None]:
        mark = marks[start]
        if start < past or mark is None:
            continue
        end = start
        while (
            end + 1 < size
            and (following := marks[end + 1]) is not None
            and _touch(reading, end + 1)
            and _alike(mark, following)
        ):
            end += 1
        yield start, end
        past = end + 1


def _trimmed(reading: Reading, marks: Sequence[Mark | None], first: int, last: int) -> tuple[int, int]:
    """Without small words at the borders; one beside another run may be inside a name."""
    gaps = reading.gaps
    if not first or marks[first - 1] is None:
        while first <= last and gaps[first + 1] != "-" and _is_small(reading, marks, first):
            first += 1
    if last + 1 == len(marks) or marks[last + 1] is None:
        while last >= first and gaps[last] != "-" and _is_small(reading, marks, last):
            last -= 1
    return first, last


def _is_small(reading: Reading, marks: Sequence[Mark | None], at: int) -> bool:
    """An article, a preposition, a verb that only the CRF took for a part of what stands beside it."""
    mark, fact = marks[at], reading.facts[at]
    if mark is None or fact.capital or not fact.bits & (COMMON | STOP):
        return False
    if mark.kind in _DESCRIPTIONS and fact.low in _ARTICLES:
        return mark.rule == "learned"
    return mark.doubt > _SURE and (mark.rule == "learned" or mark.reason == "part of a name")


def _is_bare(reading: Reading, first: int, last: int, *, worked: bool, job: bool) -> bool:
    """Ordinary words in lower case that no list knows as a part of details, and that are not what somebody works at."""
    facts = reading.facts
    if worked and any(fact.bits & WORK for fact in facts[max(0, first - 2) : first]):
        return False
    if job and not any(fact.bits & (JOB | DIGIT) or fact.capital for fact in facts[first : last + 1]):
        return True
    return all(_is_plain(facts[at], reading.case[at]) for at in range(first, last + 1))


def _is_plain(fact: Facts, case: str) -> bool:
    if fact.capital or fact.bits & _TELLING or not fact.bits & ORDINARY:
        return False
    return not (fact.bits & NAME and case == "n" and not fact.bits & COMMON)


def _alike(one: Mark, other: Mark) -> bool:
    names = ("NAME", "PERSON", "ORG", "PLACE", "ADDRESS", "")
    return one.kind == other.kind or (one.kind in names and other.kind in names)


def _touch(reading: Reading, at: int) -> bool:
    gap = reading.gaps[at]
    return gap in (" ", "-", "\n", "'", " & ", ". ", ".") and (
        gap not in (". ", "\n") or not reading.begins[at] or gap == "\n"
    )
