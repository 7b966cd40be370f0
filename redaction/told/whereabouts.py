"""Where somebody lives or is found, told by what stands there: 'mbi furrën', 'pas xhamisë së vjetër', 'ura e varur'.

For languages whose lists know the words (``landmarks``, ``by``, ``dwellings``).
"""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks
from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, ORG, STOP, STREET
from redaction.text.cues import WHEREABOUTS
from redaction.text.reading import MARK, SPACE, Reading

_MOST = 14
_OPENS = (": ", " | ")


def whereabouts(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark what tells where."""
    lists = reading.language.lists
    landmarks = lists.of("landmarks")
    by, sights, links, dwellings = (lists.of(name) for name in ("by", "sights", "links", "dwellings"))
    for index in reading.at(WHEREABOUTS):
        fact, at = reading.facts[index], index + 1
        if at == len(reading.facts):
            break
        low = fact.low
        if low in by:
            if low == "ngjitur" and reading.lows[at] == "me":
                at += 1
            if at < len(reading.lows) and _near(reading, tags, at, landmarks):
                first = _house(reading, tags, index)
                _hide(tags, marks, first, _reach(reading, tags, at), "ADDRESS")
        elif low in sights and not tags[index] and reading.lows[at] in links and _told(reading, tags, at + 1):
            _hide(tags, marks, index, _reach(reading, tags, at + 1), "PLACE")
        elif fact.bits & (ORG | STREET) and not tags[index]:
            _called(reading, tags, marks, index)
        if low in dwellings and reading.gaps[at] in _OPENS and reading.lows[at] not in lists.of("untold"):
            _rest(reading, tags, marks, at)


def _called(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'Rruga e Hardhive', 'poliklinika nr. 3', 'kopshti i kuq'."""
    lists, at, last = reading.language.lists, index + 1, index + 2
    if last >= len(reading.facts) or reading.kinds[at] != SPACE:
        return
    fact, link = reading.facts[index], reading.lows[at]
    if link == "nr" and reading.facts[last].bits & DIGIT and fact.bits & ORG:
        _hide(tags, marks, index, last, "ORG")
    if link not in lists.of("links") or reading.kinds[last] != SPACE:
        return
    mark, after = marks[last], reading.facts[last]
    if fact.bits & STREET and after.capital and reading.case[last] == "x" and (mark or tags[last]):
        _hide(tags, marks, index, last, "ADDRESS")
    elif fact.bits & ORG and not fact.bits & KEEP and after.low in lists.of("colours") and not after.capital:
        _hide(tags, marks, index, last, "ORG")


def _near(reading: Reading, tags: Sequence[str], at: int, landmarks: frozenset[str]) -> bool:
    low = reading.lows[at]
    return reading.kinds[at] == SPACE and not tags[at] and (low in landmarks or low.removeprefix("ish-") in landmarks)


def _told(reading: Reading, tags: Sequence[str], at: int) -> bool:
    if at >= len(reading.lows) or any(reading.kinds[place] != SPACE for place in (at - 1, at)) or tags[at]:
        return False
    fact = reading.facts[at]
    if fact.low in reading.language.lists.of("beside_places"):
        return True
    return len(fact.low) > 2 and not fact.bits & (STOP | KIN | COMMON)


def _house(reading: Reading, tags: Sequence[str], index: int) -> int:
    """The first word of a house told before where it stands: 'shtëpia me çati të kaltër pas varrezave'."""
    houses = reading.language.lists.of("houses")
    for at in range(index - 1, max(-1, index - 8), -1):
        if tags[at] or reading.kinds[at + 1] > MARK or reading.facts[at].bits & (STOP | KIN):
            break
        if reading.lows[at] in houses:
            return at
    return index


def _rest(reading: Reading, tags: Sequence[str], marks: Marks, first: int) -> None:
    """All that stands behind a heading for where somebody lives, to the end of its line or sentence."""
    last = first
    while last + 1 < len(reading.facts) and last - first < _MOST and reading.kinds[last + 1] <= MARK:
        if "|" in reading.gaps[last + 1] or reading.facts[last + 1].bits & STOP:
            break
        last += 1
    _hide(tags, marks, first, last, "ADDRESS")


def _reach(reading: Reading, tags: Sequence[str], index: int) -> int:
    """The last word of a genitive or an adjective behind a landmark."""
    links, last, at = reading.language.lists.of("links"), index, index + 1
    while at + 1 < len(reading.facts) and at - index < 5:
        if reading.lows[at] not in links or tags[at] or reading.kinds[at] != SPACE or not _told(reading, tags, at + 1):
            break
        last = at + 1
        at += 2
    return last


def _hide(tags: Sequence[str], marks: Marks, first: int, last: int, kind: str) -> None:
    for at in range(first, last + 1):
        if marks[at] is None and not tags[at]:
            marks[at] = Mark(kind, "cue", "where somebody lives or was", 0.3)
