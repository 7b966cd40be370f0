"""What somebody is told by: the creatures they keep, a bus route, how tall they are, a mark."""

import re
from collections.abc import Sequence

from redaction.guessed.marks import Marks, hide
from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, STOP
from redaction.text.cues import THINGS
from redaction.text.reading import Reading

_ROUTE = re.compile(r"[a-z]{0,2}\d{1,3}[a-z]?")
_NEAR, _BODY = 8, 5


def told_things(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark creatures that somebody keeps, the number of a bus, heights, missing fingers, ink."""
    lists = reading.language.lists
    counted, gone, inks = lists.of("counted"), lists.of("gone"), lists.of("ink")
    instruments, bodies = lists.of("instruments"), lists.of("body")
    for index in reading.at(THINGS):
        low = reading.lows[index]
        if reading.facts[index].bits & DIGIT or low in counted:
            _bus(reading, tags, marks, index)
            _height(reading, tags, marks, index)
        elif low in gone:
            last = _within(reading, index + 1, "body", _BODY - 1)
            _single(tags, marks, index, last)
        elif low in inks:
            _inked(reading, tags, marks, index)
        elif low in instruments:
            _played(reading, tags, marks, index)
        elif low in bodies and index > 2:
            _drawn(reading, tags, marks, index)
        else:
            _creature(reading, tags, marks, index)


def _creature(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    lists = reading.language.lists
    kinds, lows = lists.of("creatures"), reading.lows
    pair = at > 0 and f"{lows[at - 1]}_{lows[at]}" in kinds
    kept = pair or lows[at] in kinds
    if not (kept or _animal(reading, at)) or not _ends(reading, at):
        return
    first = at - pair
    while first and reading.gaps[first] == " " and _describes(reading, tags, first - 1):
        first -= 1
    if kept or (first and reading.gaps[first] == " " and lows[first - 1] in lists.of("keeps_creature")):
        _single(tags, marks, first, at)


def _animal(reading: Reading, at: int) -> bool:
    fact = reading.facts[at]
    if fact.bits & (KIN | KEEP) or (fact.capital and reading.case[at] == "x" and not reading.begins[at]):
        return False
    return fact.senses[:1] == ("n05",) and fact.low not in reading.language.lists.of("no_creature")


def _ends(reading: Reading, at: int) -> bool:
    """Whether no noun goes on after a word: not 'egg' in 'egg cup'."""
    after = at + 1
    if after == len(reading.words) or reading.gaps[after] != " ":
        return True
    fact = reading.facts[after]
    if fact.bits & (STOP | COMMON) or fact.low in reading.language.lists.of("no_part"):
        return True
    return not (fact.senses[:1] or ("",))[0].startswith("n")


def _describes(reading: Reading, tags: Sequence[str], at: int) -> bool:
    fact, lists = reading.facts[at], reading.language.lists
    if tags[at] or fact.capital or fact.bits & (STOP | COMMON) or fact.low in lists.of("keeps_creature"):
        return False
    if fact.low in lists.of("no_part") or "'" in fact.low:
        return False
    senses = fact.senses
    return fact.low in lists.of("looks") or (bool(senses) and senses[0][0] == "n" and "n18" not in senses)


def _bus(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'The 417 to Haverley', 'number 34 bus', 'on the 63.'"""
    lists, lows, gaps = reading.language.lists, reading.lows, reading.gaps
    bus, counted, size = lists.of("bus"), lists.of("counted"), len(lows)
    before = lows[at - 1] if at and gaps[at] in (" ", " (") else ""
    if before not in lists.of("before_bus") or not (lows[at] in counted or _ROUTE.fullmatch(lows[at])):
        return
    last = at + (lows[at] in counted and at + 1 < size and gaps[at + 1] == " " and lows[at + 1] in counted)
    after = lows[last + 1] if last + 1 < size and gaps[last + 1] == " " else ""
    articled = before in lists.of("articles")
    near = bus.intersection(lows[max(0, at - _NEAR) : last + _NEAR])
    said = after in bus or (near and (not after or after in lists.of("after_bus")))
    ridden = articled and not after and at > 1 and lows[at - 2] in lists.of("ridden_on") and gaps[at - 1] == " "
    rides = articled and at > 1 and lows[at - 2] in lists.of("riding") and (not after or after in lists.of("bus_goes"))
    if said or ridden or (rides and lows[at] not in counted):
        _single(tags, marks, at, last)


def _height(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'6 ft 5', 'six foot seven'."""
    lists, lows, gaps = reading.language.lists, reading.lows, reading.gaps
    last = at + 2
    if last >= len(lows) or lows[at + 1] not in lists.of("feet") or not {gaps[at + 1], gaps[last]} <= {" ", ""}:
        return
    if lows[last] in lists.of("counted") or (lows[last].isdecimal() and int(lows[last]) < 12):
        _single(tags, marks, at, last)


def _inked(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'In prison ink behind the ear', 'a parrot on her shoulder in ink'."""
    last = _within(reading, at + 1, "body", _BODY)
    if last > 0:
        _single(tags, marks, at - 1, last)
        return
    body = reading.language.lists.of("body")
    first = next((place for place in range(at - 1, max(0, at - _BODY), -1) if reading.lows[place] in body), -1)
    if first > 2 and reading.lows[first - 2] in reading.language.lists.of("upon_body"):
        _single(tags, marks, first - 3, at)


def _played(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Broke mum's oud', 'her cello', 'a melodeon'."""
    lists = reading.language.lists
    before = reading.lows[at - 1] if at and reading.gaps[at] == " " else ""
    if before.endswith("'s") or before in lists.of("keeps_creature") or before in lists.of("plays"):
        _single(tags, marks, at, at)


def _drawn(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'A swallow on her neck': a creature or a sign where only ink puts it."""
    lows, gaps, lists = reading.lows, reading.gaps, reading.language.lists
    if (
        lows[at - 1] not in lists.of("whose_body")
        or lows[at - 2] not in lists.of("upon_body")
        or set(gaps[at - 2 : at + 1]) != {" "}
    ):
        return
    if lows[at - 3] in lists.of("drawn") or lows[at - 3] in lists.of("creatures"):
        _single(tags, marks, at - 3, at)


def _within(reading: Reading, first: int, section: str, most: int) -> int:
    """The place of the first word of a section of the lists soon after, in the same clause; -1 for none."""
    wanted = reading.language.lists.of(section)
    for at in range(first, min(first + most, len(reading.words))):
        if reading.gaps[at] not in (" ", "-"):
            break
        if reading.lows[at] in wanted:
            return at
    return -1


def _single(tags: Sequence[str], marks: Marks, first: int, last: int) -> None:
    hide(tags, marks, first, last, "OTHER", "something that singles out", 0.3)
