"""A text that comes with no record: whom it singles out is unknown, so that more of it goes than of a note.

The criterion is that alone: nothing is recorded. What the rules for notes leave on purpose goes here by its kind: where
somebody is from, spans of time, parts of a year, ages however told, amounts and shares, harm to the body, what a party
is; a name goes with the capitals beside it. What names a court's law or a public body alone stands.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from redaction.guessed.marks import Mark, Marks, hide
from redaction.languages.lists import COMMON, DIGIT, KEEP, MONTH, NAME, ORDINARY, ORIGIN, STOP, SURNAME
from redaction.languages.words import Language
from redaction.recorded.initials import INITIALS
from redaction.shapes.shape import after_law
from redaction.spans import Find
from redaction.text.cues import NO_RECORD
from redaction.text.reading import SPACE, Reading
from redaction.told.longer_names import LIKELY, NAMES, longer_names

_LONGEST = 8
_DOUBT = 0.3
# A word for a person, among its classes of meaning.
_PERSON = "n18"
_ROMAN = re.compile(r"[ivxl]+")
_SIGN = re.compile(r" ?[%‰°]")


def without_record(reading: Reading, tags: Sequence[str], marks: Marks, chances: Sequence[float]) -> None:
    """Mark them, beside what was marked as in a note."""
    lists = reading.language.lists
    spans, times, harm, suffering = (lists.of(name) for name in ("spans", "parts_of_time", "harm", "suffering"))
    ends, public, parties = tuple(lists.of("illness_ends")), lists.of("public"), lists.of("parties")
    if not spans:
        return
    for index in reading.at(NO_RECORD):
        fact = reading.facts[index]
        low = fact.low
        if fact.bits & DIGIT and _SIGN.match(reading.gaps[index + 1]):
            hide(tags, marks, index, index, "OTHER", "a share", _DOUBT)
        if low in spans:
            _span(reading, tags, marks, index)
        elif low in times:
            _part(reading, tags, marks, index)
        elif low in suffering:
            _suffers(reading, tags, marks, index)
        elif low in harm:
            _harm(reading, tags, marks, index)
        elif low.endswith(ends):
            _illness(reading, tags, marks, index)
        elif low in parties:
            _is(reading, tags, marks, index)
        elif _is_number(reading, index):
            _counted(reading, tags, marks, index)
        elif fact.capital:
            _capital(reading, tags, marks, index)
        if low in public and chances[index] < LIKELY and _is_mere_capital(marks[index]):
            marks[index] = None
    _stand(reading, marks)
    longer_names(reading, tags, marks, chances)


def _is_number(reading: Reading, at: int) -> bool:
    fact = reading.facts[at]
    return fact.low.isdecimal() or fact.low in reading.language.lists.of("amounts")


def _numbers(reading: Reading, at: int) -> int:
    """The last word of a number whose first is at ``at``: 'sixty three'."""
    while at + 1 < len(reading.facts) and reading.gaps[at + 1] in (" ", "-") and _is_number(reading, at + 1):
        at += 1
    return at


def _capital(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """Where somebody is from, a month before a date, initials, an abbreviation nobody knows."""
    fact, after = reading.facts[index], index + 1
    lists = reading.language.lists
    low = reading.lows[after] if after < len(reading.lows) else ""
    if fact.bits & ORIGIN or fact.low in lists.of("peoples"):
        last = after if low in lists.of("nationals") else index
        hide(tags, marks, index, last, "DEMOGRAPHIC", "origin, faith, language or condition", 0.2)
    elif fact.bits & MONTH:
        if low in lists.of("joins_dates") and tags[after + 1 : after + 2] == ["S:DATE"]:
            hide(tags, marks, index, index, "OTHER", "a part of a year", _DOUBT)
    elif len(fact.low) == 1:
        _letter(reading, tags, marks, index)
    elif fact.shape == "XX" and reading.case[index] == "x" and not fact.bits & KEEP and not _ROMAN.fullmatch(fact.low):
        hide(tags, marks, index, index, "NAME", "capitals nobody knows", _DOUBT)


def _letter(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'J.P.' is somebody; the letter that heads a part of a text is not."""
    gaps, after = reading.gaps, index + 1
    if after >= len(reading.facts):
        return
    other = reading.facts[after]
    if gaps[after] == "." and len(other.low) == 1 and other.capital:
        hide(tags, marks, index, after, "NAME", INITIALS, _DOUBT)
    heads = gaps[after] == ". " and "\n" in (gaps[index] or "\n")
    if heads and other.bits & (ORDINARY | KEEP) and not other.bits & (NAME | SURNAME):
        marks[index] = None


def _span(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'three years', 'twelve-year', 'two and a half years', 'eighteen years of age'."""
    first, lows, joins = index, reading.lows, reading.language.lists.of("joins_amounts")
    while first and index - first < _LONGEST and reading.gaps[first] in (" ", "-"):
        if not _is_number(reading, first - 1) and lows[first - 1] not in joins:
            break
        first -= 1
    while first < index and not _is_number(reading, first):
        first += 1
    if first < index:
        last = index + 2 if lows[index + 1 : index + 3] == ["of", "age"] else index
        hide(tags, marks, first, last, "OTHER", "a span of time", _DOUBT)


def _part(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'the first half of 1993', 'the end of October 1997', 'summer and autumn of 1994', 'the age of 39'."""
    lows, lists, at = reading.lows, reading.language.lists, index + 1
    if at < len(lows) and lows[at] in lists.of("joins_dates") and reading.kinds[at] == SPACE:
        at += 1
    at += lows[at : at + 1] == ["the"]
    if at >= len(lows) or reading.kinds[at] != SPACE:
        return
    if lows[index] in lists.of("lives"):
        if _is_number(reading, at):
            last = _numbers(reading, at)
            last += reading.lows[last + 1 : last + 2] != [] and lows[last + 1] in lists.of("spans")
            hide(tags, marks, index, last, "OTHER", "a time of life", _DOUBT)
        return
    mark, season = marks[at], lows[at] in lists.of("parts_of_time") and lows[at - 1] == "and"
    dated = tags[at] == "S:DATE" or (mark is not None and mark.kind == "DATE") or reading.facts[at].shape == "year"
    if at > index + 1 and (dated or season or reading.facts[at].bits & MONTH):
        first = index
        while first and reading.kinds[first] == SPACE and lows[first - 1] in lists.of("ordinals"):
            first -= 1
        hide(tags, marks, first, at, "OTHER", "a part of a year", _DOUBT)


def _counted(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'sixteen other persons', '79 packages'."""
    lows, facts, at = reading.lows, reading.facts, _numbers(reading, index) + 1
    if lows[index] in ("one", "1", "half") or facts[index].shape == "year":
        return
    at += at < len(lows) and lows[at] in reading.language.lists.of("others")
    if at >= len(lows) or reading.gaps[at] != " " or not lows[at].endswith("s"):
        return
    counted = not facts[at].capital and not facts[at].bits & (STOP | COMMON)
    if counted and not after_law(reading.normal.low, reading.starts[index]):
        hide(tags, marks, index, at, "OTHER", "how many", _DOUBT)


def _suffers(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'diagnosed with paranoid schizophrenia'."""
    if reading.lows[index + 1 : index + 2] in (["from"], ["with"]):
        last = _told(reading, index + 2)
        hide(tags, marks, index + 2, last, "DEMOGRAPHIC", "an illness", _DOUBT)


def _harm(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'severe complications', 'fracture of the left kneecap', 'loss of sight'."""
    first, last = index, index
    while first and index - first < 3 and reading.gaps[first] in (" ", "-"):
        if reading.facts[first - 1].bits & (STOP | COMMON | DIGIT):
            break
        first -= 1
    if reading.lows[index + 1 : index + 2] in (["of"], ["in"], ["to"]) and reading.kinds[index + 1] == SPACE:
        last = max(index, _told(reading, index + 2))
    if first < last:
        hide(tags, marks, first, last, "DEMOGRAPHIC", "an illness", _DOUBT)


def _told(reading: Reading, first: int) -> int:
    """The last word of what is told from ``first`` on; less than ``first`` for nothing."""
    facts, at, inside = reading.facts, first, reading.language.lists.of("inside")
    while at < len(facts) and at - first < _LONGEST and reading.gaps[at] in (" ", "-"):
        if facts[at].bits & STOP and facts[at].low not in inside:
            break
        at += 1
    while at > first and facts[at - 1].bits & (STOP | COMMON):
        at -= 1
    return at - 1


def _illness(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """A word of medicine, told by its ending: 'degenerative discopathy'."""
    before = index and reading.kinds[index] <= SPACE and not reading.facts[index - 1].bits & (STOP | COMMON | DIGIT)
    hide(tags, marks, index - 1 if before else index, index, "DEMOGRAPHIC", "an illness", _DOUBT)


def _is(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'The applicant, who is a medical practitioner,': what a party is."""
    lows, lists, at = reading.lows, reading.language.lists, index + 1
    at += lows[at : at + 1] == ["who"]
    first = last = at + 2
    if first >= len(lows) or lows[at] not in lists.of("being_something") or lows[at + 1] not in lists.of("articles"):
        return
    while last < len(lows) and last - first < 4 and reading.gaps[last] in (" ", "-"):
        if reading.facts[last].bits & STOP:
            break
        last += 1
    if last > first and _PERSON in reading.facts[last - 1].senses:
        hide(tags, marks, first, last - 1, "JOB", "what somebody is", _DOUBT)


def _is_mere_capital(mark: Mark | None) -> bool:
    return mark is not None and mark.kind in NAMES and mark.reason == "a capital inside a sentence"


def _stand(reading: Reading, marks: Marks) -> None:
    """A public body or a treaty by its full name tells of nobody."""
    treaties = _treaties(reading.language)
    for index in reading.at(NO_RECORD):
        fact = reading.facts[index]
        for words in treaties.get(fact.low, ()) if fact.capital else ():
            if reading.lows[index : index + len(words)] == words:
                marks[index : index + len(words)] = [None] * len(words)


@cache
def _treaties(language: Language) -> Mapping[str, list[list[str]]]:
    """The words of each, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for name in language.lists.of("treaties"):
        words = name.split("_")
        found.setdefault(words[0], []).append(words)
    return found


def of_law(reading: Reading, find: Find) -> bool:
    """Whether what looks like a house and its street tells of a court and a law: 'Court under Article 34'."""
    if find.kind != "ADDRESS":
        return False
    touched, law = reading.covering(find.start, find.end), reading.language.lists.of("of_law")
    return any(reading.lows[at] in law for at in range(max(0, touched.start - 1), touched.stop))


def with_sign(text: str, find: Find) -> Find:
    """A share goes with its sign."""
    after = _SIGN.match(text, find.end)
    return replace(find, end=after.end()) if after else find
