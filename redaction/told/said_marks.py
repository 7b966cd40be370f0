"""Numbers and marks said aloud: 'e k one seven', 'badge number four four one'.

For languages whose lists know what a number is said of (``numbered``).
"""

from collections.abc import Iterator, Mapping, Sequence

from redaction.languages.lists import DIGIT
from redaction.recorded.numbers import numeric_words
from redaction.spans import Find
from redaction.text.cues import FIGURES
from redaction.text.reading import Reading

_PAUSES = (" ", ", ", "-", ",", " - ")
_MIXED, _LETTERS, _AFTER_CUE, _SHORT = 4, 2, 2, 3
_NO_EDGE = frozenset("ai")


def said_marks(reading: Reading, tags: Sequence[str]) -> Iterator[Find]:
    """Letters and words for figures that together are a mark, and figures after what they number."""
    cues = reading.language.lists.of("numbered")
    if not cues or not reading.cues & FIGURES:
        return
    numeric = numeric_words(reading)
    size, past = len(reading.lows), 0
    for said in reading.at(FIGURES):
        if said < past or reading.lows[said] not in numeric:
            continue
        first = said
        while first and reading.gaps[first] in _PAUSES and _part(reading, first - 1, numeric):
            first -= 1
        past = said + 1
        while past < size and reading.gaps[past] in _PAUSES and _part(reading, past, numeric):
            past += 1
        yield from _mark(reading, tags, first, past - 1, numeric, cues)


def _part(reading: Reading, at: int, numeric: Mapping[str, str]) -> bool:
    low = reading.lows[at]
    if low in numeric:
        return True
    if reading.facts[at].bits & DIGIT:
        return low.isdecimal() and len(low) < _SHORT
    return len(low) == 1 and low.isalpha()


def _mark(
    reading: Reading, tags: Sequence[str], first: int, last: int, numeric: Mapping[str, str], cues: frozenset[str]
) -> Iterator[Find]:
    lows = reading.lows
    while first < last and lows[first] in _NO_EDGE:
        first += 1
    while last > first and lows[last] in _NO_EDGE:
        last -= 1
    run = range(first, last + 1)
    letters = sum(len(lows[at]) == 1 and not lows[at].isdecimal() and lows[at] != "o" for at in run)
    said = sum(lows[at] in numeric and len(lows[at]) > 1 for at in run)
    mixed = len(run) >= _MIXED and letters >= _LETTERS and said
    numbered = not letters and said >= _AFTER_CUE and _numbered(reading, first, cues)
    if (mixed or numbered) and not any(tags[at] for at in run):
        yield Find(reading.starts[first], reading.ends[last], "ID", "cue", "a mark said aloud", doubt=0.2)


def _numbered(reading: Reading, first: int, cues: frozenset[str]) -> bool:
    before = [reading.lows[at] for at in range(max(0, first - 2), first)]
    return any(low in cues for low in before)
