"""All shapes, and finding them: what a text offers is asked once, and only patterns that it has enough for are read.

They are read near what triggers them alone, those for digits no further round them than they reach.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from redaction.shapes.address import HOUSE, POSTCODE, UNIT
from redaction.shapes.age import AGE
from redaction.shapes.albanian import ABROAD, ACT, AGE_SAID, CUES, DAY_SAID, PLATE_SAID, SAINT, STREET
from redaction.shapes.coordinates import COORDINATES
from redaction.shapes.date import DATE, PARTIAL
from redaction.shapes.email import EMAIL
from redaction.shapes.handle import FILE, HANDLE, UNDERSCORED
from redaction.shapes.identity import ACCOUNT, INSURANCE, NHS, PERSONAL
from redaction.shapes.leftover import LEFTOVER
from redaction.shapes.link import LINK
from redaction.shapes.needed import FAR, Needed, needed, reach
from redaction.shapes.offered import Offer, Words, offered, rows_in, signs_in
from redaction.shapes.phone import PHONE
from redaction.shapes.plate import PLATE
from redaction.shapes.reference import HELD, PREFIXED, REFERENCE
from redaction.shapes.shape import AT, DIGIT, DOT, SAID, Shape
from redaction.spans import Find
from redaction.text.reading import Reading

# The first that finds a piece gives it its kind.
SHAPES: tuple[Shape, ...] = (
    EMAIL, LINK, HANDLE, FILE, UNDERSCORED, STREET, ABROAD, DATE, DAY_SAID, PERSONAL, INSURANCE, ACCOUNT, NHS, AGE, AGE_SAID, HELD, PREFIXED, PHONE, COORDINATES,
    HOUSE, POSTCODE, UNIT, PLATE_SAID, PLATE, PARTIAL, REFERENCE, ACT, LEFTOVER, SAINT,
)  # fmt: skip
TRIGGERS = {
    DIGIT: re.compile(r"\d+"), AT: re.compile(r"@|\bat\b.{0,60}\bdot\b|[(\[]at[)\]]"), DOT: re.compile(r"\w[._]\w|://"), SAID: CUES,
}  # fmt: skip
_SPACE, _LONG_BEFORE, _LONG_AFTER = re.compile(r"[ \n]"), 80, 400
# Of a trigger all alternatives are told apart: they are read over the whole text.
ALL = 99
# What triggers shapes, and how far before and behind it they are read.
Near = tuple[str, int, int]


class Trial(NamedTuple):
    """A shape's pattern that a text has enough for if one of these needs of words is met; how far round digits it reads."""

    shape: int
    pattern: re.Pattern[str]
    words: int
    reach: tuple[int, int]


class Window(NamedTuple):
    """A piece of a text round what triggers a shape, and where in it triggers begin and end."""

    start: int
    end: int
    first: int
    last: int
    offer: Offer


def find_shapes(reading: Reading) -> Iterator[Find]:
    """Everything in a text that has an identifying shape."""
    low = reading.normal.low
    taken = bytearray(len(low))
    for window, (number, pattern, _words, (before, after)) in _read(reading):
        shape = SHAPES[number]
        start, end = max(window.start, window.first - before), min(window.end, window.last + after)
        for match in pattern.finditer(low, start, end):
            begin = match.start()
            stop = begin + len(match.group().rstrip(" ,.;:\n\"'-/"))
            if stop > begin and _is_new(taken, begin, stop, low) and shape.accepts(match):
                taken[begin:stop] = b"\1" * (stop - begin)
                yield Find(begin, stop, shape.kind, "shape", f"looks like {shape.name}")


def _read(reading: Reading) -> list[tuple[Window, Trial]]:
    """The windows and the patterns that could match in them, by shape, in their order."""
    found: list[tuple[Window, Trial]] = []
    low, signs, rows = reading.normal.low, signs_in(reading), rows_in(reading)
    offer = offered(low, rows, signs)
    said = _words().met(reading.facts)
    for near, triggers, words in _asked(offer):
        if triggers & said and words & said:
            for window in windows(low, near, rows, offer):
                found += [(window, trial) for trial in _fitting(near, window.offer) if trial.words & said]
    found.sort(key=_shape)
    return found


def _shape(found: tuple[Window, Trial]) -> int:
    return found[1].shape


@cache
def _needs(shape: Shape, pattern: re.Pattern[str]) -> Sequence[Needed]:
    """What a pattern needs, and what its shape does to accept it."""
    beside = needed(shape.beside)[0].words if shape.beside else frozenset()
    return [
        replace(need, digits=max(need.digits, shape.digits), words=beside or need.words) for need in needed(pattern)
    ]


@cache
def _words() -> Words:
    shapes = [need.words for shape in SHAPES for pattern in shape.patterns for need in _needs(shape, pattern)]
    return Words([*shapes, *(need.words for trigger in TRIGGERS.values() for need in needed(trigger, ALL))])


@lru_cache(2000)
def _fitting(near: Near, offer: Offer) -> Sequence[Trial]:
    """The patterns read there that need no more than is offered, words apart."""
    found = []
    for number, shape in enumerate(SHAPES):
        for pattern in shape.patterns if (shape.trigger, shape.before, shape.after) == near else ():
            words = reduce(or_, [_words().bit(need.words) for need in _needs(shape, pattern) if offer.has(need)], 0)
            if words:
                far = reach(pattern) if shape.trigger == DIGIT else (FAR, FAR)
                found.append(Trial(number, pattern, words, far))
    return found


@lru_cache(2000)
def _asked(offer: Offer) -> Sequence[tuple[Near, int, int]]:
    """Where anything could be read in a text, and the needs of words of which each time one must be met for it."""
    found = []
    for near in dict.fromkeys((shape.trigger, shape.before, shape.after) for shape in SHAPES):
        triggers = [_words().bit(need.words) for need in needed(TRIGGERS[near[0]], ALL) if offer.has(need)]
        words = [trial.words for trial in _fitting(near, offer)]
        if triggers and words:
            found.append((near, reduce(or_, triggers), reduce(or_, words)))
    return found


def _is_new(taken: bytearray, start: int, end: int, low: str) -> bool:
    """Whether nothing of a piece has a kind already, or digits of it would stay uncovered."""
    piece = taken[start:end]
    if not any(piece):
        return True
    return any(not piece[at - start] and low[at].isdecimal() for at in range(start, end))


def windows(low: str, near: Near, rows: Sequence[tuple[int, int]], offer: Offer) -> Iterator[Window]:
    """Pieces around the triggers that hold whole words, without overlap, and what each offers."""
    trigger, before, after = near
    places = rows if trigger == DIGIT else [match.span() for match in TRIGGERS[trigger].finditer(low)]
    last, size = 0, len(low)
    while last < len(places):
        first = last
        start, end = max(0, places[first][0] - before), min(size, places[first][1] + after)
        while (last := last + 1) < len(places) and places[last][0] - before <= end:
            end = min(size, places[last][1] + after)
        begin = max(low.rfind(" ", 0, start), low.rfind("\n", 0, start)) + 1
        space = _SPACE.search(low, end)
        begin, stop = max(begin, start - _LONG_BEFORE), min(space.start() if space else size, end + _LONG_AFTER)
        # A whole word may hold triggers of its neighbours too.
        one, other = first, last
        while one and places[one - 1][1] > begin:
            one -= 1
        while other < len(places) and places[other][0] < stop:
            other += 1
        held = places[one:other]
        yield Window(
            begin, stop, held[0][0], held[-1][1], offered(low, held, offer.signs) if trigger == DIGIT else offer
        )
