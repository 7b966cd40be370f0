"""A house or an institution by its full name: 'kafe “Mirdita”', 'ura e Matit', 'poliklinika nr 3'."""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks
from redaction.languages.lists import KEEP, ORG, PLACE, STREET
from redaction.text.cues import FULL_NAMES
from redaction.text.reading import SPACE, Reading

_LONGEST, _SHORT = 7, 4


def full_names(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark what belongs to a name of which a part has to go, or which stands in quotes."""
    lists = reading.language.lists
    links, schools, at_house = lists.of("links"), lists.of("schools"), lists.of("at_quoted")
    if not links and ' "' not in reading.gaps:
        return
    for index in reading.at(FULL_NAMES):
        fact = reading.facts[index]
        if fact.low in at_house and reading.gaps[index + 1] == ' "' and not tags[index]:
            _at_quoted(reading, marks, index + 1)
        if not fact.bits & (ORG | PLACE) or tags[index]:
            continue
        kind = "ORG" if fact.bits & ORG else "PLACE"
        opens = _opens(reading, index)
        if opens and (reading.facts[opens].capital or reading.case[opens] != "x"):
            last = _quoted(reading, opens)
            if last:
                _hide(marks, index + (reading.lows[index] in schools), last, kind)
                continue
        if fact.bits & STREET or not links:
            continue
        at = index + 1
        if at < len(reading.facts) and reading.lows[at] in links and reading.kinds[at] == SPACE:
            at += 1
        elif fact.bits & PLACE or fact.bits & KEEP:
            continue
        if at < len(reading.facts) and reading.kinds[at] == SPACE and _goes(tags, marks, at):
            _hide(marks, index, at - 1, kind)


def _at_quoted(reading: Reading, marks: Marks, first: int) -> None:
    """'Te “Guaska e Bardhë”'."""
    last = _quoted(reading, first)
    if last and reading.facts[first].shape == "Xx" and last - first < _SHORT:
        _hide(marks, first, last, "ORG")


def _opens(reading: Reading, index: int) -> int:
    """The first word of a quotation behind an institution, or behind an adjective or two of it; 0 for none."""
    for at in range(index + 1, min(index + 4, len(reading.facts))):
        if reading.gaps[at] == ' "':
            return at
        if reading.kinds[at] != SPACE:
            break
    return 0


def _quoted(reading: Reading, first: int) -> int:
    """The last word of the quotation that begins before ``first``; 0 if it is long, or does not end."""
    for at in range(first, min(first + _LONGEST, len(reading.facts))):
        gap = reading.gaps[at + 1]
        if '"' in gap:
            return at
        if "\n" in gap:
            break
    return 0


def _goes(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    """Whether a word goes as a name does."""
    mark = marks[at]
    if mark is not None:
        return mark.kind in ("NAME", "PERSON", "PLACE", "ORG", "")
    return tags[at].startswith("R:P")


def _hide(marks: Marks, first: int, last: int, kind: str) -> None:
    for at in range(first, last + 1):
        if marks[at] is None:
            marks[at] = Mark(kind, "cue", "part of a name", 0.2)
