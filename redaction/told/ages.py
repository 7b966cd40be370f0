"""Ages told beside a person: 'she is seventy four', 'Idris, nearly 13;', 'a woman of 41', 'twins 8 both', '46F'."""

import re
from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks, hide, is_name
from redaction.languages.lists import KIN, ROLE
from redaction.shown.placeholders import OPEN
from redaction.text.cues import AGES
from redaction.text.reading import Reading

_MOST = 110
_OF_SEX = re.compile(r"\d\d[MF]|F\d\d")
_OPENS = (", ", " (", " - ", "(")


def told_ages(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark numbers and number words that what stands around them makes somebody's age."""
    lists = reading.language.lists
    units, small, decades = lists.of("age_units"), lists.of("counted"), lists.of("decades")
    lows, past, size = reading.lows, 0, len(reading.words)
    for at in reading.at(AGES):
        if at < past:
            continue
        low = lows[at]
        last = _number(reading, at, small) if low in small or low.isdecimal() else at - 1
        if last < at:
            if low in decades and at and lows[at - 1] in lists.of("before_decades"):
                _age(tags, marks, at - 1 if lows[at - 1] in lists.of("parts_of_decades") else at, at)
            if len(low) == 3 and _OF_SEX.fullmatch(reading.words[at]):
                _age(tags, marks, at, at)
            continue
        after = last + 1
        if after < size and reading.lows[after] in units and reading.gaps[after] in (" ", "-"):
            last = after
        closes = _closes(reading, last + 1) or (after == last + 1 and at and reading.lows[at - 1] == "of")
        if last == after and after + 1 < size and reading.lows[after + 1] == "old":
            _age(tags, marks, at, last)
        elif closes and _told(reading, tags, marks, at, last):
            _age(tags, marks, at, last)
            last = _row(reading, tags, marks, last, small)
        past = last + 1


def _row(reading: Reading, tags: Sequence[str], marks: Marks, last: int, small: frozenset[str]) -> int:
    """Hide the numbers that go on after an age: '4, 7 and 9', '17 to 2'; the last word of them."""
    size = len(reading.words)
    while last + 1 < size and (reading.gaps[last + 1] in (" ", ", ", "/", " & ")):
        at = last + 1 + (reading.lows[last + 1] in reading.language.lists.of("rows") and reading.gaps[last + 1] == " ")
        found = _number(reading, at, small) if at < size else at - 1
        if found < at or (at == last + 1 and reading.gaps[at] == " ") or not _closes(reading, found + 1):
            break
        _age(tags, marks, at, found)
        last = found
    return last


def _number(reading: Reading, at: int, small: frozenset[str]) -> int:
    """The last word of a number up to 110 that begins here; less than ``at`` for none."""
    low, lows = reading.lows[at], reading.lows
    if low.isdecimal():
        return at if len(low) < 4 and low[0] != "0" and int(low) < _MOST else at - 1
    if low not in small:
        return at - 1
    after = at + 1
    if low.endswith("ty") and after < len(lows) and reading.gaps[after] in (" ", "-") and lows[after] in small:
        return after if len(lows[after]) < 6 and not lows[after].endswith(("ty", "teen")) else at
    return at


def _closes(reading: Reading, at: int) -> bool:
    """Whether a number ends what is said before this word: a mark, or a word that begins something else."""
    gap = reading.gaps[at]
    if at == len(reading.words):
        return not gap.startswith(("%", "/", ":"))
    if gap == " ":
        return reading.lows[at] in reading.language.lists.of("after_age")
    if gap == f" {OPEN}":
        return False  # as it was before the word in there was hidden
    if gap in (".", ",", "/", ":", "-", "'", "") or gap.startswith(("%", "/", ":")):
        return False
    return not (gap.startswith(" /") and reading.lows[at].isdecimal())


def _told(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], first: int, last: int) -> bool:
    """Whether what stands before a number says whose age it is."""
    lists, lows, gaps = reading.language.lists, reading.lows, reading.gaps
    at = first
    while at and gaps[at] == " " and lows[at - 1] in lists.of("nearly"):
        at -= 1
    before, gap = at - 1, gaps[at]
    if before < 0:
        return False
    low = lows[before]
    name = is_name(tags, marks, before)
    one = lows[last] == "one" and first == last
    if gap == " ":
        if low in lists.of("turning") or (low in lists.of("they_are") and not one):
            return True
        if low in lists.of("being"):
            while before and lows[before - 1] in lists.of("perhaps_being"):
                before -= 1
            return not one and _someone(reading, tags, marks, before - 1)
        alone = before + 1 == first
        if low == "of":
            return _is_of_age(reading, before)
        if low == "at":
            return _at_age(reading, before, first) or _goes_on_with_a_person(reading, last + 1)
        if low in lists.of("eldest") or (alone and low in lists.of("pronouns") and gaps[before] != " "):
            return not one
        if low in lists.of("several") or low in lists.of("sexes"):
            return len(low) > 1 and not one
        if low.endswith("'s") and alone:
            return _is_someone(reading, low[:-2])
        if low == "as" and before:
            return lows[before - 1] == "age"
        figures = lows[first].isdecimal()
        return (name and figures) or ((figures or not alone) and bool(reading.facts[before].bits & KIN))
    if gap == ", " and tuple(lows[last + 1 : last + 3]) == ("or", "so"):
        return True
    if "|" in gap:
        return "|" in gaps[last + 1] and (name or bool(reading.facts[before].bits & KIN))
    if gap not in _OPENS:
        return gap == "), " and bool(tags[before])
    if low in lists.of("sexes") or low in lists.of("several") or low in lists.of("eldest") or name:
        return True
    return bool(reading.facts[before].bits & KIN) or (_is_age(tags, marks, before) and gap == ", ")


def _goes_on_with_a_person(reading: Reading, after: int) -> bool:
    """'At 81 she cannot', 'at nineteen, he left'."""
    if after >= len(reading.lows) or reading.gaps[after] not in (" ", ", "):
        return False
    return reading.lows[after] in reading.language.lists.of("pronouns")


def _is_of_age(reading: Reading, of: int) -> bool:
    """'A woman of 41', 'the age of twelve', not 'a mother of six'."""
    fact = reading.facts[of - 1]
    if reading.gaps[of] != " ":
        return False
    if fact.bits & KIN:
        return fact.low in reading.language.lists.of("young")
    return fact.low == "age" or "n18" in reading.language.senses(fact.low)


def _at_age(reading: Reading, at: int, number: int) -> bool:
    """'Married at 19', 'left school at fifteen', 'working at seventy', which is no time of day."""
    lists, lows = reading.language.lists, reading.lows
    if at and (lows[at - 1] in lists.of("at_age") or (at > 1 and lows[at - 2] == "left")):
        return True
    return not lows[number].isdecimal() and lows[number].endswith("ty") and lows[number + 1 : number + 2] != ["five"]


def _is_someone(reading: Reading, low: str) -> bool:
    return low in reading.language.lists.of("sexes") or bool(reading.language.lists.words.get(low, 0) & KIN)


def _someone(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    if at < 0:
        return False
    low = reading.lows[at]
    if low in reading.language.lists.of("someone") or is_name(tags, marks, at):
        return True
    return bool(reading.facts[at].bits & (KIN | ROLE)) or "n18" in reading.language.senses(low)


def _is_age(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    mark = marks[at]
    return tags[at] == "S:AGE" or (mark is not None and mark.kind == "AGE")


def _age(tags: Sequence[str], marks: Marks, first: int, last: int) -> None:
    hide(tags, marks, first, last, "AGE", "somebody's age", 0.2)
