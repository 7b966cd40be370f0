"""All shapes, and finding them near what triggers them: most of a text is never read by a pattern."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from redaction.reading import Reading
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
from redaction.shapes.needed import REACH, Needed, needed
from redaction.shapes.phone import PHONE
from redaction.shapes.plate import PLATE
from redaction.shapes.reference import HELD, PREFIXED, REFERENCE
from redaction.shapes.shape import AT, DIGIT, DOT, SAID, Shape
from redaction.spans import Find

# The first that finds a piece gives it its kind.
SHAPES: tuple[Shape, ...] = (
    EMAIL, LINK, HANDLE, FILE, UNDERSCORED, STREET, ABROAD, DATE, DAY_SAID, PERSONAL, INSURANCE, ACCOUNT, NHS, AGE, AGE_SAID, HELD, PREFIXED, PHONE, COORDINATES,
    HOUSE, POSTCODE, UNIT, PLATE_SAID, PLATE, PARTIAL, REFERENCE, ACT, LEFTOVER, SAINT,
)  # fmt: skip
_TRIGGERS = {
    DIGIT: re.compile(r"\d+"), AT: re.compile(r"@|\bat\b.{0,60}\bdot\b|[(\[]at[)\]]"), DOT: re.compile(r"\w[._]\w|://"), SAID: CUES,
}  # fmt: skip
# One of these is in whatever the pattern for an at sign finds.
_AT = ("@", "dot", "at)", "at]")

# A word that details stand beside may stand far from them.
_BEFORE, _AFTER = 48, 60

# Where a piece of a text begins and ends, what can be seen from it, and how many digits that has.
Window = tuple[int, int, str, int]


def find_shapes(reading: Reading) -> Iterator[Find]:
    """Everything in a text that has an identifying shape."""
    low = reading.normal.low
    places = {
        trigger: [m.span() for m in pattern.finditer(low)]
        for trigger, pattern in _TRIGGERS.items()
        if trigger != AT or any(sign in low for sign in _AT)
    }
    if not any(places.values()):
        return
    taken = bytearray(len(low))
    windows: dict[tuple[str, int, int], Sequence[Window]] = {}
    for shape, patterns in _shapes():
        near = (shape.trigger, *((_BEFORE, _AFTER) if shape.trigger == SAID else (shape.before, shape.after)))
        if near not in windows:
            windows[near] = _windows(low, places.get(shape.trigger, ()), shape.before, shape.after)
        for start, end, piece, digits in windows[near]:
            for pattern, need in patterns:
                if digits < need.digits or (need.pieces and not any(one in piece for one in need.pieces)):
                    continue
                for match in pattern.finditer(low, start, end):
                    stop = match.start() + len(match.group().rstrip(" ,.;:\n\"'-/"))
                    if stop > match.start() and _is_new(taken, match.start(), stop, low) and shape.accepts(match):
                        taken[match.start() : stop] = b"\1" * (stop - match.start())
                        yield Find(match.start(), stop, shape.kind, "shape", f"looks like {shape.name}")


Patterns = tuple[tuple[re.Pattern[str], Needed], ...]


@cache
def _shapes() -> tuple[tuple[Shape, Patterns], ...]:
    """Each shape with its patterns, each of them with what it cannot do without."""
    return tuple((shape, tuple((pattern, needed(pattern)) for pattern in shape.patterns)) for shape in SHAPES)


def _is_new(taken: bytearray, start: int, end: int, low: str) -> bool:
    """Whether nothing of a piece has a kind already, or digits of it would stay uncovered."""
    piece = taken[start:end]
    if not any(piece):
        return True
    return any(not piece[at - start] and low[at].isdecimal() for at in range(start, end))


def _windows(low: str, places: Sequence[tuple[int, int]], before: int, after: int) -> Sequence[Window]:
    """Pieces around the triggers that hold whole words, without overlap."""
    found: list[list[int]] = []
    size = len(low)
    for first, last in places:
        start, end = max(0, first - before), min(size, last + after)
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    for window in found:
        start, end = window
        while start and low[start - 1] not in " \n" and window[0] - start < 80:
            start -= 1
        while end < size and low[end] not in " \n" and end - window[1] < 400:
            end += 1
        window[:] = [start, end]
    return [
        (start, end, piece := low[max(0, start - REACH) : end], sum(map(str.isdecimal, piece))) for start, end in found
    ]
