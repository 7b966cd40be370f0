"""All shapes, and finding them near what triggers them: most of a text is never read by a pattern."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter

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
from redaction.shapes.needed import REACH, Needed, needed, offered
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
_TRIGGERS = {
    DIGIT: re.compile(r"\d+"), AT: re.compile(r"@|\bat\b.{0,60}\bdot\b|[(\[]at[)\]]"), DOT: re.compile(r"\w[._]\w|://"), SAID: CUES,
}  # fmt: skip
_SPACE, _LONG_BEFORE, _LONG_AFTER = re.compile(r"[ \n]"), 80, 400
# One of these is in whatever the pattern for an at sign finds.
_AT = ("@", "dot", "at)", "at]")


Patterns = Mapping[int, Sequence[tuple[re.Pattern[str], Needed]]]


@dataclass(slots=True)
class Window:
    """A piece of a text round what triggers a shape, and, by shape, the patterns that could match in it."""

    start: int
    end: int
    piece: str = field(repr=False)
    patterns: Patterns = field(repr=False)


def find_shapes(reading: Reading) -> Iterator[Find]:
    """Everything in a text that has an identifying shape."""
    low = reading.normal.low
    taken = bytearray(len(low))
    for number, window in _read(low):
        shape = SHAPES[number]
        for pattern, need in window.patterns[number]:
            if need.pieces and not any(map(window.piece.__contains__, need.pieces)):
                continue
            for match in pattern.finditer(low, window.start, window.end):
                stop = match.start() + len(match.group().rstrip(" ,.;:\n\"'-/"))
                if stop > match.start() and _is_new(taken, match.start(), stop, low) and shape.accepts(match):
                    taken[match.start() : stop] = b"\1" * (stop - match.start())
                    yield Find(match.start(), stop, shape.kind, "shape", f"looks like {shape.name}")


def _read(low: str) -> list[tuple[int, Window]]:
    """By shape, in their order, the windows in which one of its patterns could match."""
    found: list[tuple[int, Window]] = []
    for trigger, pattern in _TRIGGERS.items():
        if trigger == AT and not any(map(low.__contains__, _AT)):
            continue
        places = [m.span() for m in pattern.finditer(low)]
        for before, after in _reaches(trigger) if places else ():
            for start, end in _windows(low, places, before, after):
                piece = low[max(0, start - REACH) : end]
                window = Window(start, end, piece, _fitting((trigger, before, after), *offered(piece)))
                found += [(number, window) for number in window.patterns]
    found.sort(key=_number)
    return found


_number: Callable[[tuple[int, Window]], int] = itemgetter(0)


@cache
def _reaches(trigger: str) -> Sequence[tuple[int, int]]:
    """How far before and after a trigger its shapes are read."""
    return tuple(dict.fromkeys((shape.before, shape.after) for shape in SHAPES if shape.trigger == trigger))


@lru_cache(4000)
def _fitting(near: tuple[str, int, int], digits: int, row: int, touch: bool) -> Patterns:
    """By shape, its patterns that need no more of digits than there is."""
    found = {}
    for number, shape in enumerate(SHAPES):
        held = [(p, needed(p)) for p in shape.patterns] if (shape.trigger, shape.before, shape.after) == near else ()
        fit = [(p, n) for p, n in held if n.digits <= digits and n.row <= row and n.touch <= touch]
        if fit:
            found[number] = fit
    return found


def _is_new(taken: bytearray, start: int, end: int, low: str) -> bool:
    """Whether nothing of a piece has a kind already, or digits of it would stay uncovered."""
    piece = taken[start:end]
    if not any(piece):
        return True
    return any(not piece[at - start] and low[at].isdecimal() for at in range(start, end))


def _windows(low: str, places: Sequence[tuple[int, int]], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Pieces around the triggers that hold whole words, without overlap."""
    found: list[list[int]] = []
    size = len(low)
    for first, last in places:
        start, end = max(0, first - before), min(size, last + after)
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    for start, end in found:
        first = max(low.rfind(" ", 0, start), low.rfind("\n", 0, start)) + 1
        space = _SPACE.search(low, end)
        last = space.start() if space else size
        yield max(first, start - _LONG_BEFORE, 0), min(last, end + _LONG_AFTER)
