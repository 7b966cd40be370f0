"""A crew's call sign: 'Patrulla Delta 31', 'unit Tango 7', 'Lima Papa 22'.

For languages whose lists know the words that radios spell with (``call_signs``).
"""

from collections.abc import Iterator, Sequence

from redaction.languages.lists import DIGIT, KEEP, MONTH, ORG, PLACE, UNIT, WEEKDAY
from redaction.spans import Find
from redaction.text.cues import CREWS
from redaction.text.reading import Reading

_GLUED = (" ", "-", "/")
_DIGITS, _NEAR = 3, 3
_NO_SIGN = KEEP | ORG | PLACE | UNIT | MONTH | WEEKDAY


def call_signs(reading: Reading, tags: Sequence[str]) -> Iterator[Find]:
    lists, lows = reading.language.lists, reading.lows
    signs = lists.of("call_signs")
    if not reading.cues & CREWS or not reading.bits & DIGIT:
        return
    for number in range(1, len(lows)):
        if not _numbers(reading, number) or tags[number].startswith("R"):
            continue
        first = last = number - 1
        while first and lows[first] in signs and lows[first - 1] in signs and reading.gaps[first] in _GLUED:
            first -= 1
        if _is_sign(reading, first, last):
            yield Find(reading.starts[first], reading.ends[number], "ID", "cue", "a crew's call sign", doubt=0.2)


def _numbers(reading: Reading, at: int) -> bool:
    low = reading.lows[at]
    return low.isdecimal() and len(low) <= _DIGITS and reading.gaps[at] in _GLUED


def _is_sign(reading: Reading, first: int, last: int) -> bool:
    lists, fact = reading.language.lists, reading.facts[first]
    near = reading.lows[max(0, first - _NEAR) : first]
    crew = not lists.of("crews").isdisjoint(near)
    if fact.low in lists.of("call_signs"):
        plain = fact.low not in lists.of("things_too") or last > first
        return crew or (plain and fact.shape in ("Xx", "XX") and reading.case[first] == "x")
    beside = bool(near) and near[-1] in lists.of("crews") and reading.gaps[first] == " "
    return beside and fact.shape == "Xx" and reading.case[first] == "x" and not fact.bits & _NO_SIGN
