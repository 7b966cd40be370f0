"""In a text without a record a name goes with all capitals beside it: 'Berlin' + 'Social Court', a name + 'UK Ltd'."""

from collections.abc import Iterator, Sequence

from redaction.guessed.marks import Mark, Marks, hide
from redaction.languages.lists import COMMON, DIGIT, RANK, STOP
from redaction.text.reading import SPACE, Reading

NAMES = frozenset(["NAME", "PERSON", "ORG", "PLACE", "ADDRESS", "DEMOGRAPHIC", ""])
# From this chance on the CRF says that a capital is no mere one.
LIKELY = 0.1
_DOUBT = 0.3


def longer_names(reading: Reading, tags: Sequence[str], marks: Marks, chances: Sequence[float]) -> None:
    """Mark what else belongs to the names that are marked."""
    for first, last in list(_names(reading, marks, chances)):
        facts = reading.facts
        person = any(facts[at].bits & RANK or len(facts[at].low) == 1 for at in range(max(0, first - 1), last + 1))
        begin, end = _left(reading, tags, first), _right(reading, tags, last, person=person)
        kinds = [mark.kind for at in range(first, last + 1) if (mark := marks[at]) is not None]
        kind = next((kind for kind in kinds if kind not in ("NAME", "")), "NAME")
        hide(tags, marks, begin, first - 1, kind, "part of a longer name", _DOUBT)
        hide(tags, marks, last + 1, end, kind, "part of a longer name", _DOUBT)


def _names(reading: Reading, marks: Sequence[Mark | None], chances: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Runs of words that go as names do, and not for a mere capital."""
    at, size = 0, len(marks)
    while at < size:
        mark = marks[at]
        if mark is None or mark.kind not in NAMES or not reading.facts[at].capital:
            at += 1
            continue
        first = at
        while at + 1 < size and reading.kinds[at + 1] <= SPACE:
            mark = marks[at + 1]
            if mark is None or mark.kind not in NAMES:
                break
            at += 1
        run = range(first, at + 1)
        if any(chances[one] >= LIKELY or ((mark := marks[one]) is not None and mark.doubt < 0.5) for one in run):
            yield first, at
        at += 1


def _left(reading: Reading, tags: Sequence[str], first: int) -> int:
    """The first word of a name that goes on to the left: 'the Fourteenth Chamber of the Istanbul' + …"""
    facts, lists = reading.facts, reading.language.lists
    areas, states = lists.of("areas_of"), lists.of("states")
    begin = _capitals_before(reading, tags, first)
    while begin > 1 and not reading.begins[begin]:
        link = begin - 1 - (facts[begin - 1].low == "the")
        if link < 1 or facts[link].low != "of" or reading.kinds[begin - 1] != SPACE or reading.kinds[link] != SPACE:
            break
        head = facts[link - 1]
        heads = head.shape == "Xx" and not reading.begins[link - 1] and head.low not in states
        if tags[link - 1] or not (head.low in areas or heads):
            break
        begin = _capitals_before(reading, tags, link - 1)
    return begin


def _capitals_before(reading: Reading, tags: Sequence[str], begin: int) -> int:
    while begin and not reading.begins[begin] and not tags[begin - 1] and _goes(reading, begin - 1, begin):
        begin -= 1
    return begin


def _right(reading: Reading, tags: Sequence[str], end: int, *, person: bool) -> int:
    """The last word of a name that goes on to the right, over small words if it is nobody's: … + 'for Physicians'."""
    facts, links = reading.facts, reading.language.lists.of("name_links")
    while end + 1 < len(facts) and not tags[end + 1]:
        over = end + 1
        while not person and over < len(facts) and over - end < 3 and facts[over].low in links:
            if reading.gaps[over] != " ":
                break
            over += 1
        if over >= len(facts) or tags[over] or not _goes(reading, over, over):
            break
        end = over
    return end


def _goes(reading: Reading, at: int, gap: int) -> bool:
    """Whether a word has a capital that says something, and no more than a space or a title's point beside it."""
    fact, between = reading.facts[at], reading.gaps[gap]
    if not fact.capital or fact.bits & DIGIT or reading.case[at] != "x":
        return False
    if fact.low in reading.language.lists.of("public"):
        return False
    if reading.begins[at] and fact.bits & (STOP | COMMON) and not fact.bits & RANK:
        return False
    return between in (" ", "-", "-\n") or (between == ". " and bool(fact.bits & RANK))
