"""House numbers beside a name that no list of streets ends: '119 Caxton Hse', '70 Ridgeway', 'twelve bellwether close'.

For languages whose lists know the words before them (``at_house``).
"""

from collections.abc import Sequence

from redaction.guessed.marks import Marks, hide
from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, MONTH, ROLE, STOP, STREET
from redaction.text.cues import HOUSE_NUMBERS
from redaction.text.reading import Reading

_OPENS = (", ", ": ", " (", "\n", " - ", ". ", "; ", " | ")
_PLACES = ("PLACE", "ADDRESS", "ORG", "NAME", "PERSON", "")
_WORDS, _DIGITS, _STREET_WORDS, _FEW = 4, 4, 3, 3


def house_numbers(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark them, with the words of the street where it is told in ordinary ones."""
    lists, lows = reading.language.lists, reading.lows
    houses, counted, short = lists.of("at_house"), lists.of("counted"), lists.of("short_streets")
    for at in reading.at(HOUSE_NUMBERS):
        low = lows[at]
        if low in short:
            _street(reading, tags, marks, at)
        if tags[at] == "S:ADDRESS" and reading.gaps[at] == ", " and reading.facts[at].bits & DIGIT:
            _building(reading, tags, marks, at)
        if reading.facts[at].bits & DIGIT:
            if low[:1].isdecimal() and len(low) <= _DIGITS and not tags[at] and _opens(reading, at, houses):
                _figures(reading, tags, marks, at)
        elif low in counted and (not at or lows[at - 1] not in counted):
            _in_words(reading, tags, marks, at)


def _opens(reading: Reading, at: int, houses: frozenset[str]) -> bool:
    return not at or reading.gaps[at] in _OPENS or (reading.gaps[at] == " " and reading.lows[at - 1] in houses)


def _figures(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """A number before capitals, or words without them, that go as a place's or anybody's name."""
    after, size = at + 1, len(marks)
    the = after < size and reading.lows[after] == "the" and reading.gaps[after] == " "
    name = after + the
    if name >= size or reading.gaps[name] != " " or reading.facts[name].bits & (MONTH | DIGIT | KIN):
        return
    mark = marks[name]
    placed = tags[name].startswith(("R:ADDRESS", "R:PLACE"))
    if not placed and (mark is None or mark.kind not in _PLACES):
        return
    person = mark is not None and mark.kind in ("NAME", "PERSON")
    few = reading.lows[at].isdecimal() and int(reading.lows[at]) < _FEW
    if person and (few or reading.facts[name].shape != "Xx"):
        return
    if the and not (mark and mark.kind in ("PLACE", "ADDRESS", "ORG")) and not placed:
        return
    hide(tags, marks, at, name - 1, "ADDRESS", "a house's number", 0.2)


def _street(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Larkhill rd', '21 lowther gro': a street written short, with its number."""
    name = at - 1
    if at < 1 or reading.gaps[at] != " " or reading.facts[name].bits & (COMMON | STOP | DIGIT | KIN):
        return
    number = name - 1
    numbered = number >= 0 and reading.gaps[name] == " " and bool(reading.facts[number].bits & DIGIT)
    first = number if numbered and len(reading.lows[number]) <= _DIGITS else name
    hide(tags, marks, first, at, "ADDRESS", "a street written short", 0.2)


def _building(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Guildhall Chambers, 12 Moot Street': the capitals of a building before its number, at the begin of a line."""
    first = last = at - 1
    while first >= 0 and last - first < _WORDS and reading.facts[first].shape == "Xx":
        if reading.gaps[first] != " ":
            break
        first -= 1
    opens = first >= 0 and (not first or reading.gaps[first][-1:] in ("\n", ":", "(") or reading.gaps[first] == ": ")
    run = range(first, last + 1)
    if opens and all(reading.facts[i].shape == "Xx" and not reading.facts[i].bits & (KEEP | ROLE | KIN) for i in run):
        hide(tags, marks, first, last, "ADDRESS", "a building before its number", 0.2)


def _in_words(reading: Reading, tags: Sequence[str], marks: Marks, first: int) -> None:
    """'Twelve bellwether close', 'thirty one stannard rd'."""
    lows, gaps, facts, size = reading.lows, reading.gaps, reading.facts, len(marks)
    lists = reading.language.lists
    counted = lists.of("counted")
    last = first
    while last + 1 < size and last - first < _WORDS and gaps[last + 1] in (" ", "-") and lows[last + 1] in counted:
        last += 1
    street = last + 1
    while street < size and street - last <= _STREET_WORDS and gaps[street] == " ":
        if facts[street].bits & (COMMON | STOP | DIGIT | KIN) or lows[street] in counted:
            return
        if facts[street].bits & STREET and street > last + 1:
            break
        street += 1
    else:
        return
    named = any(_goes(tags, marks, at) for at in range(last + 1, street))
    said = first and lows[first - 1] in lists.of("says_address") and lows[street] not in lists.of("half_streets")
    if named or said:
        hide(tags, marks, first, street, "ADDRESS", "a house's number in words", 0.1)


def _goes(tags: Sequence[str], marks: Marks, at: int) -> bool:
    mark = marks[at]
    return tags[at].startswith("R:") or (mark is not None and mark.kind in _PLACES)
