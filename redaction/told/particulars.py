"""What singles somebody out, told as a thing of theirs, a mark of the body, a language, or an age in words.

For languages whose lists know the words (``odd``, ``objects``, ``bodies`` with ``hurt``, ``speaking``).
"""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks
from redaction.languages.lists import (
    BIT,
    COMMON,
    DIGIT,
    GIVEN,
    JOB,
    KEEP,
    KIN,
    MONTH,
    ORG,
    ORIGIN,
    PLACE,
    RANK,
    ROLE,
    STOP,
    STREET,
    SURNAME,
    WEEKDAY,
)
from redaction.text.cues import PARTICULARS
from redaction.text.reading import MARK, SPACE, Reading

_LONGEST, _SPOKEN = 6, 5
_COUNTING = BIT["counting"]
_NO_NAME = COMMON | KEEP | KIN | RANK | ROLE | JOB | ORG | PLACE | STREET | WEEKDAY | MONTH
_BEFORE = (", ", " (", ". ", "\n", " | ", " – ", " - ", ": ")
_AFTER = ("", ",", ".", ";", ")", "\n", " |", " –", " -")


def particulars(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark them."""
    lists = reading.language.lists
    odd, objects, bodies = lists.of("odd"), lists.of("objects"), lists.of("bodies")
    speaking, articles = lists.of("speaking"), lists.of("some")
    routes, nought = lists.of("routes"), lists.of("nought")
    for index in reading.at(PARTICULARS):
        fact = reading.facts[index]
        low = fact.low
        if low in odd or (low in objects and _told_of(reading, tags, index)):
            first = index - (index > 0 and reading.lows[index - 1] in articles and reading.kinds[index] == SPACE)
            _hide(tags, marks, first, _reach(reading, tags, index), "OTHER", "a thing that singles out")
        elif low in bodies:
            _body(reading, tags, marks, index)
        elif low in speaking:
            _speaks(reading, tags, marks, index)
        if low in routes and index + 1 < len(reading.lows) and reading.kinds[index + 1] == SPACE:
            after = reading.facts[index + 1]
            if after.bits & DIGIT and not tags[index + 1]:
                _hide(tags, marks, index, index + 1, "OTHER", "a route")
        if fact.shape == "Xx" and reading.begins[index]:
            _first_name(reading, tags, marks, index)
        elif low == "t" and _between_names(reading, tags, marks, index):
            _hide(tags, marks, index, index, "NAME", "part of a name")
        if fact.bits & _COUNTING:
            _age(reading, tags, marks, index)
        if low in nought:
            _spoken(reading, tags, marks, index)


def _first_name(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """A sentence's first word that may be a name: before a surname, alone with an age, after a colon."""
    at, fact = index + 1, reading.facts[index]
    if at >= len(reading.facts) or reading.gaps[at] != " " or fact.bits & _NO_NAME:
        return
    name = fact.bits & GIVEN or reading.language.is_name(fact.low) or not reading.language.surely(fact.low)
    if not name and not (reading.gaps[index] == ": " and reading.facts[at].bits & SURNAME):
        return
    after, ends = reading.facts[at], reading.gaps[at + 1][:1] in ("", ",", ".", ";", ")", "\n")
    aged = ends and after.low.isdecimal() and len(after.low) < 3 and not reading.language.surely(fact.low)
    if aged:
        _hide(tags, marks, at, at, "AGE", "an age after a name")
    elif after.shape != "Xx" or after.bits & _NO_NAME:
        return
    elif reading.gaps[index] == ": " and ends and after.bits & SURNAME:
        _hide(tags, marks, at, at, "NAME", "stands after a heading")
    if aged or _named(tags, marks, at):
        _hide(tags, marks, index, index, "NAME", "stands before a name")


def _between_names(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], index: int) -> bool:
    """The article of 'Gjinit t'Lleshit'."""
    if not 0 < index < len(reading.facts) - 1 or reading.gaps[index + 1] != "'":
        return False
    return _named(tags, marks, index - 1) and _goes(tags, marks, index + 1)


def _goes(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    return marks[at] is not None or tags[at].startswith("R:")


def _told_of(reading: Reading, tags: Sequence[str], index: int) -> bool:
    """Whether it is told which: 'me dorezë të gjelbër', 'e gjyshes', 'pa pedale'."""
    at = index + 1
    lists = reading.language.lists
    if at + 1 >= len(reading.facts) or reading.kinds[at] != SPACE or reading.kinds[at + 1] != SPACE:
        return False
    if tags[at] or tags[at + 1]:
        return False
    fact = reading.facts[at + 1]
    if reading.lows[at] in lists.of("links"):
        return bool(fact.bits & KIN)
    return (
        reading.lows[at] in lists.of("which")
        and not fact.bits & (STOP | KIN)
        and len(fact.low) > 2
        and fact.low not in lists.of("plain_which")
    )


def _body(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    hurt = reading.language.lists.of("hurt")
    for at in range(index + 1, min(index + 6, len(reading.facts))):
        if reading.kinds[at] != SPACE or reading.facts[at].bits & STOP:
            break
        if reading.lows[at] in hurt:
            _hide(tags, marks, index, at, "OTHER", "a mark on somebody's body")
            break


def _speaks(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    languages = reading.language.lists.of("languages")
    for at in range(index + 1, min(index + 9, len(reading.facts))):
        if reading.begins[at]:
            break
        if reading.lows[at] in languages or reading.facts[at].bits & ORIGIN:
            _hide(tags, marks, at, at, "DEMOGRAPHIC", "origin, faith, language or condition")


def _age(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'Dorina, njëzet e pesë, në Berlin', 'ka tetëdhjetë e dy': an age in words that stands for itself."""
    if not index or reading.facts[index - 1].bits & _COUNTING:
        return
    last = index
    while last + 2 < len(reading.facts) and reading.lows[last + 1] in ("e", "a") and reading.kinds[last + 1] == SPACE:
        if reading.kinds[last + 2] != SPACE or not reading.facts[last + 2].bits & _COUNTING:
            break
        last += 2
    gap, after = reading.gaps[index], reading.gaps[last + 1]
    ends = after[:1] in ("", ",", ".", ";", ")", "\n") or after in _AFTER
    if last == index:
        alone = ends and gap in (", ", " (") and _named(tags, marks, index - 1)
    elif gap in _BEFORE:
        alone = ends
    else:
        said = reading.lows[index - 1] in reading.language.lists.of("aged")
        alone = said and (ends or reading.lows[last + 1] == "dhe")
    if alone:
        _hide(tags, marks, index, last, "AGE", "an age in words")


def _spoken(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """A number told digit by digit: 'zero gjashtë shtatë …'."""
    numbers, last = reading.language.lists.of("counting") | reading.language.lists.of("numbers"), index
    while last + 1 < len(reading.lows) and reading.lows[last + 1] in numbers and reading.kinds[last + 1] <= MARK:
        last += 1
    if last - index >= _SPOKEN:
        _hide(tags, marks, index, last, "PHONE", "a number digit by digit")


def _named(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    mark = marks[at]
    return tags[at].startswith("R:PERSON") or (mark is not None and mark.kind in ("NAME", "PERSON", ""))


def _reach(reading: Reading, tags: Sequence[str], index: int) -> int:
    """The last word of what is told of a thing."""
    lists = reading.language.lists
    which, last, at = lists.of("which"), index, index + 1
    while at < len(reading.facts) and at - index <= _LONGEST and reading.kinds[at] == SPACE and not tags[at]:
        fact = reading.facts[at]
        if fact.low in which or fact.low in lists.of("links"):
            if at + 1 >= len(reading.facts) or reading.kinds[at + 1] != SPACE or tags[at + 1]:
                break
            if reading.facts[at + 1].bits & STOP or (
                reading.facts[at + 1].bits & COMMON and len(reading.lows[at + 1]) < 3
            ):
                break
            last, at = at + 1, at + 2
            continue
        if fact.bits & (STOP | COMMON | KIN | DIGIT) or last != at - 1 or not fact.low.endswith(("i", "e", "sh", "it")):
            break
        last, at = at, at + 1
        break
    return last


def _hide(tags: Sequence[str], marks: Marks, first: int, last: int, kind: str, reason: str) -> None:
    for at in range(first, last + 1):
        if marks[at] is None and not tags[at]:
            marks[at] = Mark(kind, "cue", reason, 0.3)
