"""Houses by their names, or as they are told: 'Nag's Head', 'the end bungalow', 'over the bookies'."""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks, hide
from redaction.languages.lists import DIGIT, KEEP, KIN, MONTH, ORG, PLACE, RANK, ROLE, STREET, WEEKDAY
from redaction.text.cues import HOUSES
from redaction.text.reading import Reading

_RUN = 4


def told_houses(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark what belongs to the name of a house, a shop or a pub, and which of the houses somebody lives in."""
    lists = reading.language.lists
    at_house, dwelling = lists.of("at_house"), lists.of("dwelling")
    above, ends = lists.of("above"), lists.of("name_ends")
    for index in reading.at(HOUSES):
        low = reading.lows[index]
        if low in at_house:
            after = reading.facts[index + 1 : index + 2]
            if after and (after[0].capital or after[0].low == "the"):
                _named(reading, tags, marks, index)
            elif after and after[0].bits & DIGIT:
                _numbered(reading, tags, marks, index)
        elif low == "the" and reading.facts[index].capital:
            _article(reading, tags, marks, index)
        elif low in dwelling and not tags[index]:
            _which(reading, tags, marks, index)
        elif low in above:
            _over(reading, tags, marks, index)
        if index and low in ends:
            _ends_name(reading, tags, marks, index)


def _ends_name(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Head' in 'Nag's Head', which stands for itself elsewhere."""
    before = at - 1
    named = reading.facts[before].capital and not tags[before].startswith("R:PERSON")
    if named and reading.gaps[at] == " " and reading.facts[at].shape == "Xx" and _goes(tags, marks, before):
        hide(tags, marks, at, at, "ORG", "part of a house's name", 0.2)


def _named(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'At King Alfred's', 'from the Monday Club': all capitals of a name of which one goes, with its possessive."""
    facts, gaps, size = reading.facts, reading.gaps, len(reading.facts)
    first = at + 1
    first += first < size and gaps[first] == " " and reading.lows[first] == "the" and not facts[first].capital
    last = first
    while (
        last < size
        and last - first < _RUN
        and gaps[last] == " "
        and facts[last].shape == "Xx"
        and reading.case[last] == "x"
    ):
        last += 1
    if last == first or not any(_goes(tags, marks, place) for place in range(first, last)):
        return
    end = facts[last - 1]
    house = bool(end.bits & (ORG | PLACE | STREET))
    if facts[first].bits & (RANK | ROLE | KIN | MONTH) or (facts[first].bits & (WEEKDAY | KEEP) and not house):
        return
    if last - first > 1 and not tags[last - 1]:
        hide(tags, marks, first, last - 1, "ORG" if house else "NAME", "part of a house's name", 0.2)
    mark = marks[last - 1]
    if end.low.endswith("'s") and mark is not None and not _owns(reading, last):
        mark.kind = "ORG"


def _owns(reading: Reading, at: int) -> bool:
    """Whether something of somebody follows: 'at Jordan's flat'."""
    if at == len(reading.words) or reading.gaps[at] != " ":
        return False
    senses = reading.language.senses(reading.lows[at])
    return reading.lows[at] not in reading.language.lists.of("no_part") and bool(senses) and senses[0][0] in "n"


def _numbered(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'At 3 Shingle Bank', 'the neighbour in 19,'."""
    number, lows, gaps, size = at + 1, reading.lows, reading.gaps, len(reading.words)
    if number >= size or gaps[number] != " " or not lows[number].isdecimal() or len(lows[number]) > 3 or tags[number]:
        return
    after = number + 1
    if after < size and gaps[after] == " " and reading.facts[after].shape == "Xx":
        if _goes(tags, marks, after) and not reading.facts[after].bits & MONTH:
            hide(tags, marks, number, number, "ADDRESS", "part of a house's name", 0.2)
        return
    who = lows[at - 1] if at else ""
    closes = gaps[after][:1] in (",", ".", ";", ")", "\n", "") or (
        after < size and lows[after] in ("and", "is", "has", "who")
    )
    near = who in reading.language.lists.of("neighbours") or (lows[at] == "in" and at and _goes(tags, marks, at - 1))
    if closes and near and not reading.facts[at - 1].bits & DIGIT:
        hide(tags, marks, number, number, "ADDRESS", "part of a house's name", 0.2)


def _article(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Lives: The Lindens': the article of a house's name in a form, or inside a sentence."""
    after = at + 1
    if after >= len(reading.words) or reading.gaps[after] != " " or not reading.facts[after].capital:
        return
    if _goes(tags, marks, after) and (reading.gaps[at] == ": " or not reading.begins[at]) and reading.case[at] == "x":
        hide(tags, marks, at, at, "ORG", "part of a house's name", 0.2)


def _which(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'The end bungalow', 'the last house before the beacon', 'in the manse'."""
    lists, lows, gaps, size = reading.language.lists, reading.lows, reading.gaps, len(reading.words)
    if not at or gaps[at] != " ":
        return
    alone = (
        lows[at] in lists.of("one_of_a_kind")
        and lows[at - 1] == "the"
        and at > 1
        and lows[at - 2] in lists.of("at_house")
    )
    first = at if alone else at - 1
    if not alone and lows[first] not in lists.of("which_house"):
        return
    last, after = at, at + 1
    if after + 1 < size and gaps[after] == " " and lows[after] in lists.of("past") and gaps[after + 1] == " ":
        last = after + 1
        while (
            last + 1 < size
            and gaps[last + 1] == " "
            and last - after < _RUN
            and (lows[last] in ("the", "a") or reading.language.senses(lows[last])[:1] in ((), ("a00",)))
        ):
            last += 1
    beside = after < size and gaps[after] == ", " and _goes(tags, marks, after)
    if lows[first] in ("first", "last") and last == at and not beside:
        return
    if beside and first and lows[first - 1] == "the":
        first -= 1
    hide(tags, marks, first, last, "ADDRESS", "part of a house's name", 0.2)


def _over(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'The flat is over the bookies on Shambles Lane'."""
    lists, lows, gaps, size = reading.language.lists, reading.lows, reading.gaps, len(reading.words)
    shop = at + 2
    if not at or shop >= size or lows[at + 1] not in ("the", "a") or gaps[shop] != " ":
        return
    if lows[at - 1] not in lists.of("lies") or not (
        lows[shop].endswith("'s") or lows[shop] in lists.of("premises_below")
    ):
        return
    last = shop
    if last + 2 < size and lows[last + 1] in ("on", "in") and gaps[last + 2] == " " and _goes(tags, marks, last + 2):
        last += 1
    hide(tags, marks, at, last, "ADDRESS", "part of a house's name", 0.2)


def _goes(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    mark = marks[at]
    if mark is not None:
        return mark.kind in ("NAME", "PERSON", "PLACE", "ORG", "ADDRESS", "")
    return tags[at].startswith(("R:", "S:ADDRESS"))
