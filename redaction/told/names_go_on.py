"""A name of a place or a house takes the capitals beside it: 'St Brychan's' + 'Hospital', 'Kirk of' + 'St Ebba'."""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks
from redaction.languages.lists import KEEP, NAME, ORDINARY, ORG, PLACE, RANK, STREET, SURNAME
from redaction.text.cues import GO_ON
from redaction.text.reading import Reading

_HEADS = ORG | PLACE | STREET
_GAPS = (" ", "-", " & ", "'", "' ")


def names_go_on(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    facts, last = reading.facts, len(marks) - 1
    # A name that goes on is itself what the next word is looked at for.
    for index, mark in enumerate(marks):
        if mark is not None or tags[index].startswith("R"):
            if index < last and facts[index + 1].cues & GO_ON:
                _go_on(reading, tags, marks, index, 1)
            if index and facts[index - 1].cues & GO_ON:
                _go_on(reading, tags, marks, index, -1)


def _go_on(reading: Reading, tags: Sequence[str], marks: Marks, index: int, step: int) -> None:
    """From the word at ``index`` to one side, as long as there are parts of a name."""
    facts, gaps, size = reading.facts, reading.gaps, len(reading.facts)
    mark = marks[index]
    doubt = mark.doubt if mark else 0.1
    at = index + step
    while 0 <= at < size and not _hides(tags, marks, at) and not tags[at]:
        gap = gaps[max(at, at - step)]
        if gap not in _GAPS and not (gap == ". " and _shortened(reading, max(at, at - step) - 1)):
            return
        kind = _head_kind(facts[at].bits)
        if _joins(reading, at, step):
            marks[at] = Mark(kind, "default", "part of a name", doubt)
            if mark and mark.kind in ("NAME", "PERSON"):
                mark.kind = kind
        elif gap == " " and _lower_head(reading, index, at, step):
            if not (mark and facts[index].bits & (NAME | SURNAME)):
                marks[at] = Mark(kind, "default", "part of a name", doubt)
            return
        elif _links(reading, tags, marks, index, at, step):
            marks[at] = Mark(mark.kind if mark else "PLACE", "default", "part of a name", doubt)
        else:
            return
        at += step


def _hides(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    return marks[at] is not None or tags[at].startswith("R")


def _joins(reading: Reading, at: int, step: int) -> bool:
    bits = reading.facts[at].bits
    if reading.case[at] == "C" or (step < 0 and (bits & RANK or (reading.begins[at] and bits & KEEP))):
        return False
    return _is_head(reading, at) or (step < 0 and _is_land(reading, at))


def _is_land(reading: Reading, at: int) -> bool:
    return reading.lows[at] in reading.language.lists.of("lands")


def _is_head(reading: Reading, at: int) -> bool:
    fact = reading.facts[at]
    return fact.capital and bool(fact.bits & _HEADS or fact.low in reading.language.lists.of("before_heads"))


def _links(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], index: int, at: int, step: int) -> bool:
    """A small word inside a name: 'Kirk of St Ebba'."""
    facts, other, lists = reading.facts, at + step, reading.language.lists
    if not (facts[at].low in lists.of("inside_names") and facts[index].capital and 0 <= other < len(facts)):
        return False
    gap = reading.gaps[max(other, at)]
    if gap == "-" and step > 0:
        return facts[other].low in lists.of("inside_names") or facts[other].capital  # St Mary-in-the-Marsh
    if gap != " ":
        return False
    if step < 0:
        # 'liqeni i Shkozëzit': a lake has its name behind it, in small letters or not.
        return _is_head(reading, other) or (facts[index].shape == "Xx" and _is_land(reading, other))
    if not (_hides(tags, marks, other) and facts[other].capital and not tags[other]):
        return False
    if facts[at].low == "e" and _two_people(reading, marks, index, other):
        return False
    # Between a person and a place some are no part of a name.
    if facts[at].low not in lists.of("between_names") or (facts[index].bits & facts[other].bits & ORDINARY):
        return True
    return not (_is_person(marks, index) or _is_person(marks, other))


def _two_people(reading: Reading, marks: Sequence[Mark | None], one: int, other: int) -> bool:
    """'Ana e Eda': 'e' is 'and', unless the name behind it is in the genitive."""
    last = max(one, other)
    while last + 1 < len(marks) and reading.gaps[last + 1] == " " and _is_person(marks, last + 1):
        last += 1  # 'Tonin e Mark Gjonit'
    return (
        _is_person(marks, one) and _is_person(marks, other) and not reading.lows[last].endswith(("s", "t", "se", "ve"))
    )


def _shortened(reading: Reading, at: int) -> bool:
    """A word of a name cut short by a point: 'Med. Centre', 'Prim. School'."""
    return at >= 0 and reading.lows[at] in reading.language.lists.of("short_heads") and reading.facts[at].capital


def _is_person(marks: Sequence[Mark | None], at: int) -> bool:
    mark = marks[at]
    return mark is not None and mark.kind in ("PERSON", "NAME")


def _lower_head(reading: Reading, index: int, at: int, step: int) -> bool:
    """A small noun of a place after the capitals that name it: 'Halting Lane quarry'."""
    fact = reading.facts[at]
    return step > 0 and not fact.capital and bool(fact.bits & (ORG | PLACE)) and reading.facts[index].shape == "Xx"


def _head_kind(bits: int) -> str:
    if bits & ORG:
        return "ORG"
    return "ADDRESS" if bits & STREET else "PLACE"
