"""Days told in words: 'the fourteenth of the second eighty six', 'march twenty seventeen', 'on the ninth.'

For languages whose lists know the ordinals and number words (``ordinals``, ``counted``, ``on_days``).
"""

from collections.abc import Sequence

from redaction.guessed.marks import Marks, hide
from redaction.languages.lists import DIGIT, MONTH, NOT_NAME
from redaction.text.cues import DAYS
from redaction.text.reading import SPACE, Reading

_MONTHS = 12
_CLOSES = ("", ",", ".", ";", ")", "\n", ":")


def told_days(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark them."""
    lists = reading.language.lists
    ordinals, known = lists.ordered.get("ordinals", ()), lists.among("ordinals", "more_ordinals")
    for at in reading.at(DAYS):
        if reading.lows[at] in known:
            _day(reading, tags, marks, at, ordinals)
        else:
            last = _year(reading, at + 1, short=False)
            after = _ordinal(reading, at + 1 + _is(reading, at + 1, "the"), known)
            if last > at or after > at:
                _hide(tags, marks, at, max(last, after))


def _day(reading: Reading, tags: Sequence[str], marks: Marks, at: int, ordinals: Sequence[str]) -> None:
    """From an ordinal on: with a month, with a month's number, or alone after 'on the'."""
    lists, lows = reading.language.lists, reading.lows
    first = at - 1 if at and _joined(reading, at) and lows[at - 1] in lists.of("counted") else at
    month = at + 1
    month += month < len(lows) and _joined(reading, month) and lows[month] == "day"
    of = _is(reading, month, "of")
    month += of
    month += _is(reading, month, "the")
    if month < len(lows) and _joined(reading, month):
        numbered = of and lows[month] in ordinals[:_MONTHS]
        sure = of or not reading.facts[month].bits & NOT_NAME or _ends(reading, month)
        named = reading.facts[month].bits & MONTH and sure
        if numbered or named:
            _hide(tags, marks, first, max(month, _year(reading, month + 1, short=True)))
            return
    small = first == at and lows[at] in ordinals[:2]
    on = first > 1 and lows[first - 1] == "the" and lows[first - 2] in lists.of("on_days")
    if on and not small and _ends(reading, at):
        _hide(tags, marks, first, at)


def _is(reading: Reading, at: int, word: str) -> int:
    return int(at < len(reading.lows) and _joined(reading, at) and reading.lows[at] == word)


def _joined(reading: Reading, at: int) -> bool:
    return reading.kinds[at] == SPACE or reading.gaps[at] == "-"


def _ends(reading: Reading, at: int) -> bool:
    return reading.gaps[at + 1][:1] in _CLOSES


def _ordinal(reading: Reading, at: int, known: frozenset[str]) -> int:
    """The last word of an ordinal that begins at a place; -1 where none does."""
    lows, size = reading.lows, len(reading.lows)
    if at < size and _joined(reading, at) and lows[at] in known:
        return at
    after = at + 1
    tens = after < size and lows[at] in reading.language.lists.of("counted") and lows[after] in known
    return after if tens and _joined(reading, at) and _joined(reading, after) else -1


def _year(reading: Reading, at: int, *, short: bool) -> int:
    """The last word of a year that begins at a place; -1 where none does. ``short``: also 'eighty six', '86'."""
    lists, lows, size = reading.language.lists, reading.lows, len(reading.lows)
    counted = lists.of("counted")
    if at >= size or not _joined(reading, at):
        return -1
    if reading.facts[at].bits & DIGIT:
        return at if short and lows[at].isdecimal() and len(lows[at]) in (2, 4) else -1
    if lows[at] == "two" and at + 1 < size and lows[at + 1] == "thousand":
        at += 1 + _is(reading, at + 2, "and")
    elif lows[at] in lists.of("centuries") and at + 1 < size and lows[at + 1] in counted and _joined(reading, at + 1):
        pass
    elif not (short and lows[at] in counted):
        return -1
    last = at
    while last + 1 < size and last - at < 2 and lows[last + 1] in counted and _joined(reading, last + 1):
        last += 1
    return last


def _hide(tags: Sequence[str], marks: Marks, first: int, last: int) -> None:
    hide(tags, marks, first, last, "DATE", "a day in words", 0.1)
