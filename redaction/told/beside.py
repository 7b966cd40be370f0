"""What stands beside a name or a verb and is told by that alone: 'Tedi, 9.', 'punon si larëse enësh'."""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks, is_name
from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, MONTH, RANK, ROLE, SMALL, STOP, WORK
from redaction.text.cues import BEHIND, BESIDE
from redaction.text.reading import SPACE, Reading

_CLOSES = ("", ",", ".", ";", ")", "\n")
_NO_JOB = COMMON | STOP | SMALL | KEEP | KIN | WORK | DIGIT | ROLE


def told_beside(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark ages after names, and jobs after words for working."""
    lists = reading.language.lists
    numbers, counted, towards = lists.of("numbers"), lists.of("counted"), lists.of("towards")
    if not (reading.cues & BESIDE or any(marks) or any(tags)):
        return
    for index, fact in enumerate(reading.facts[:-1]):
        if not fact.cues & BESIDE:
            if marks[index] is None and not tags[index]:
                continue
            if not reading.facts[index + 1].cues & BEHIND and reading.gaps[index + 1] != "-":
                continue
        if fact.bits & WORK and not fact.capital:
            _job(reading, tags, marks, index)
        at = index + 1
        if tags[at] == "R:ADDRESS" and fact.low in counted and reading.gaps[at] == " ":
            marks[index] = marks[index] or Mark("ADDRESS", "cue", "a house's number in words", 0.1)
        goes = marks[index] is not None or tags[index].startswith("R:")
        if goes:
            _between(reading, tags, marks, at)
        elif fact.low not in towards:
            continue
        _name_goes_on(reading, tags, marks, index)
        if tags[at] or marks[at] is not None or not is_name(tags, marks, index):
            continue
        low = reading.lows[at]
        small = (low.isdecimal() and len(low) < 3) or low in numbers
        if small and reading.gaps[at] in (", ", " (") and reading.gaps[at + 1][:1] in _CLOSES:
            marks[at] = Mark("AGE", "cue", "an age after a name", 0.2)


def _job(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    at, lows, size, lists = index + 1, reading.lows, len(reading.lows), reading.language.lists
    said = at < size and lows[at] in lists.of("works_as")
    at += said
    at += at < size and said and lows[at] in lists.of("one_of")
    if at >= size or any(reading.kinds[place] != SPACE for place in range(index + 1, at + 1)):
        return
    trades = tuple(lists.of("trades"))
    fact = reading.facts[at]
    if tags[at] or fact.capital or fact.bits & _NO_JOB or not (said or lows[at].endswith(trades)) or len(fact.low) < 4:
        return
    marks[at] = marks[at] or Mark("JOB", "cue", "follows a word for working", 0.2)
    after = at + 1
    if (
        not trades
        or after >= size
        or reading.kinds[after] != SPACE
        or tags[after]
        or reading.facts[after].bits & _NO_JOB
    ):
        return
    if lows[after].endswith(("sh", "i")) and not lows[after].endswith("oi"):
        marks[after] = marks[after] or Mark("JOB", "cue", "follows a word for working", 0.2)


def _name_goes_on(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """A case ending after a hyphen, a surname that is a month or a rank, a place's 'i Vogël', a place after 'in'."""
    at, facts, lists = index + 1, reading.facts, reading.language.lists
    if _goes(tags, marks, index):
        _upper_or_lower(reading, tags, marks, at)
    if at >= len(facts) or tags[at] or marks[at] is not None:
        return
    gap, low = reading.gaps[at], reading.lows[at]
    plain = facts[at].shape == "Xx" and reading.case[at] == "x"
    if gap == " " and plain and not facts[at].bits & KEEP and reading.lows[index] in lists.of("towards"):
        marks[at] = Mark("PLACE", "cue", "follows a word for where", 0.3)
    if not _goes(tags, marks, index):
        return
    if gap == "-" and low in reading.language.endings:
        marks[at] = Mark("NAME", "cue", "the ending of a name", 0.1)
    elif (
        gap == " "
        and plain
        and facts[index].shape == "Xx"
        and facts[at].bits & (MONTH | RANK | KIN | ROLE)
        and is_name(tags, marks, index)
    ):
        marks[at] = Mark("PERSON", "cue", "follows a first name", 0.2)


def _upper_or_lower(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Bardhosh i Poshtëm', 'Livadhja e Sipërme': behind a name, a link and what tells two places apart."""
    lists, after = reading.language.lists, at + 1
    if after >= len(marks) or reading.lows[at] not in lists.of("links") or tags[at] or tags[after]:
        return
    told = reading.lows[after] in lists.of("beside_places") and reading.facts[after].capital
    if told and reading.gaps[at] == reading.gaps[after] == " ":
        for place in (at, after):
            marks[place] = marks[place] or Mark("PLACE", "cue", "part of a name", 0.2)


def _between(reading: Reading, tags: Sequence[str], marks: Marks, first: int) -> None:
    """Number words between two words that go: 'Zulu seven six Hotel'."""
    numbers, last = reading.language.lists.of("numbers"), first
    while last < len(reading.lows) and reading.lows[last] in numbers and reading.gaps[last] == " ":
        last += 1
    if last > first and last < len(reading.lows) and reading.gaps[last] == " " and _goes(tags, marks, last):
        for at in range(first, last):
            marks[at] = marks[at] or Mark("ID", "cue", "between words that go", 0.2)


def _goes(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    return tags[at].startswith("R:") or marks[at] is not None
