"""Layers 4 to 6: hide by default what nobody recorded, let the CRF weigh it, carry over what was hidden once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaction.beside import told_beside
from redaction.institutions import full_names
from redaction.languages.lists import (
    COMMON,
    CONDITION,
    DIGIT,
    FEAST,
    GIVEN,
    JOB,
    KEEP,
    KIN,
    MONTH,
    NAME,
    NAMING,
    NOT_NAME,
    ORDINARY,
    ORG,
    ORIGIN,
    PHRASE,
    PLACE,
    RANK,
    ROLE,
    STREET,
    SURNAME,
    WEEKDAY,
    WORK,
)
from redaction.learned import Learned
from redaction.marks import Mark
from redaction.reading import END, SPACE, Reading
from redaction.shapes.shape import after_law
from redaction.singular import single_out
from redaction.spans import Find

# Tags an ordinary word that is spelled like a name of the record.
DOUBTFUL = "D"
_HEADS = ORG | PLACE | STREET
_SPELLED = 20
_LINKS = frozenset(["of", "on", "the", "and", "at", "in", "le", "la", "de", "i", "e", "te", "se", "upon"])


@dataclass(frozen=True, slots=True)
class Limits:
    """From which chance on the CRF hides an ordinary word, a number; below ``clear`` a mere capital may stand."""

    ordinary: float = 0.25
    number: float = 0.25
    record: float = 0.45
    keep: float = 0.6
    plain_number: float = 0.9
    begins: float = 0.05
    small: float = 0.5
    plain: float = 0.9
    job: float = 0.06
    lower: float = 0.1
    clear: float = 0.006


def find_unknown(reading: Reading, tags: Sequence[str], chances: Learned, limits: Limits) -> Iterator[Find]:
    """Capitals inside sentences, unknown words, what follows kin, titles and naming words, and what the CRF adds."""
    marks: list[Mark | None] = [None] * len(reading.words)
    _phrases(reading, marks)
    for index in range(len(reading.words)):
        if tags[index] == DOUBTFUL:
            marks[index] = _ordinary_or_name(index, chances, limits)
        elif not tags[index] and marks[index] is None:
            marks[index] = _mark(reading, index, chances, limits)
    _extend(reading, tags, marks)
    full_names(reading, tags, marks)
    told_beside(reading, tags, marks)
    single_out(reading, marks)
    yield from _joined(reading, marks)


def _ordinary_or_name(index: int, chances: Learned, limits: Limits) -> Mark | None:
    """An ordinary word that is a name in the record: the CRF knows that it is, and weighs the words around."""
    chance = chances.chance[index]
    if chance < limits.record:
        return None
    return Mark("PERSON", "record", "a name in the record, and a word", min(0.4, 1 - chance))


def _phrases(reading: Reading, marks: list[Mark | None]) -> None:
    """Entries of several words: peoples, conditions, feast days, jobs."""
    phrases = reading.language.lists.phrases
    for index, fact in enumerate(reading.facts):
        if not fact.bits & PHRASE:
            continue
        for words, bit in phrases.get(fact.low, ()):
            if tuple(reading.lows[index : index + len(words)]) != words:
                continue
            kind = "JOB" if bit & JOB else _described(bit)
            if kind:
                for at in range(index, index + len(words)):
                    marks[at] = marks[at] or Mark(kind, "shape", _REASONS[kind], 0.2)
            break


_REASONS = {
    "DEMOGRAPHIC": "origin, faith, language or condition", "DATE": "a feast day", "JOB": "what somebody does for a living",
    "OTHER": "something that singles out",
}  # fmt: skip


def _described(bits: int) -> str:
    if bits & (ORIGIN | CONDITION):
        return "DEMOGRAPHIC"
    if bits & FEAST:
        return "DATE"
    return ""


def _mark(reading: Reading, index: int, chances: Learned, limits: Limits) -> Mark | None:
    fact = reading.facts[index]
    bits = fact.bits
    chance = chances.chance[index]
    kind = chances.kinds[index]
    if bits & DIGIT:
        least = limits.plain_number if _counts(reading, index) else limits.number
        if chance < least or after_law(reading.normal.low, reading.starts[index]):
            return None
        return Mark(kind or "ID", "learned", "likely to single out", 1 - chance)
    if bits & ORIGIN and not bits & KEEP and not (fact.capital is False and bits & NAME and chance < limits.ordinary):
        return Mark("DEMOGRAPHIC", "shape", _REASONS["DEMOGRAPHIC"], 0.2)
    if bits & (CONDITION | FEAST) and chance > limits.clear:
        return Mark(_described(bits), "shape", _REASONS[_described(bits)], 0.3)
    if len(fact.low) == 1 and _spelled(reading, index):
        return None
    rule = _by_default(reading, index)
    if rule is None:
        least = limits.keep if bits & KEEP else limits.job if bits & JOB and not bits & ROLE else limits.ordinary
        if kind == "PERSON" and not fact.capital and reading.case[index] == "x":
            least = max(least, limits.small)
        links = reading.language.lists.of("links")
        bare = links and bits & COMMON and fact.low not in links
        if bare or (bits & (KIN | WORK | MONTH | WEEKDAY) and not bits & JOB):
            least = max(least, limits.plain)
        if chance >= least and not (bits & KEEP and kind == "PERSON"):
            return Mark(kind, "learned", "likely to single out", 1 - chance)
        return None
    name, reason, doubt = rule
    if doubt >= 0.7 and chance < limits.lower:
        return None
    if doubt >= 0.5 and reading.begins[index] and chance < limits.begins:
        return None
    if doubt >= 0.5 and chance < limits.ordinary and _heading(reading, index):
        return None
    if doubt >= 0.5 and chance < limits.clear and not _beside_capital(reading, index):
        return None
    return Mark(kind if chance > 0.3 and kind else "NAME", name, reason, min(doubt, 1 - chance))


def _by_default(reading: Reading, index: int) -> tuple[str, str, float] | None:
    """Rule, reason and doubt to hide a word; a doubt of .5 and more gives way to the CRF."""
    fact = reading.facts[index]
    bits, low = fact.bits, fact.low
    if len(low) == 1:
        return _initial(reading, index)
    if len(low) > _LONG:
        return "default", "too long for a word", 0.1
    before = reading.facts[index - 1] if index else None
    near = (
        before is not None
        and (reading.kinds[index] <= SPACE or reading.gaps[index] == ". ")
        and not reading.begins[index]
    )
    case = reading.case[index]
    called = (
        not fact.capital
        and bool(bits & NAME)
        and not bits & (NOT_NAME | COMMON | JOB)
        and bool(reading.language.lists.of("links"))
    )
    counts = called or (fact.capital and case == "x") or (case == "C" and not bits & ORDINARY)
    unknown = not bits & (ORDINARY | KEEP)
    named = near and before and before.bits & (RANK | NAMING) and fact.shape == "Xx" and bits & (NAME | SURNAME)
    if bits & (KEEP | RANK | KIN | ROLE | WEEKDAY | MONTH) and not named:
        return None
    if before is not None and before.bits & KIN and reading.gaps[index] == ", " and fact.shape == "Xx" and case == "x":
        return "cue", "follows a relation", 0.2
    if fact.shape == "Xx" and reading.begins[index] and _headed(reading, index):
        return "cue", "stands after a heading", 0.2
    if near and before and (counts or unknown):
        if before.bits & RANK:
            return "cue", "follows a title", 0.1
        if before.bits & KIN:
            return "cue", "follows a relation", 0.1
        if before.bits & NAMING or _named(reading, index):
            return "cue", "follows a word that names", 0.1
    if case == "C":
        if unknown:
            return "default", "not an ordinary word", 0.3
        return ("default", "a name too", 0.6) if bits & (NAME | GIVEN) and not bits & NOT_NAME else None
    if fact.capital:
        if unknown:
            return "default", "not an ordinary word", 0.2
        if fact.shape == "XX":
            return None if bits & ORDINARY else ("default", "capitals nobody knows", 0.3)
        if not reading.begins[index]:
            return "default", "a capital inside a sentence", 0.3 if bits & (NAME | SURNAME | GIVEN) else 0.5
        if bits & (NAME | GIVEN) and not bits & NOT_NAME:
            return "default", "an ordinary word, or a name", 0.5
        return None
    if not unknown:
        return None
    if reading.language.hides_unknown_lower_case:
        return "default", "not an ordinary word", 0.3
    if bits & NAME and case == "n":
        return "default", "a name on the lists", 0.3
    return ("default", "not an ordinary word", 0.7) if case == "n" else None


_LONG = 40
_UNITS = re.compile(r"mg\d{1,2}|\d+(?:ft|mg|ml|kg|cm|mm|m|st|lb|g|am|pm|h|hrs?|x|k|p)")
_LAWS = frozenset(
    [
        "s",
        "ss",
        "section",
        "sections",
        "act",
        "article",
        "direction",
        "pd",
        "rule",
        "part",
        "schedule",
        "neni",
        "nenet",
        "nenit",
        "ligji",
        "ligjit",
    ]
)


def _counts(reading: Reading, index: int) -> bool:
    """A bare year, a law's number, a measure: no detail of a person by itself."""
    fact = reading.facts[index]
    if fact.shape == "year" or _UNITS.fullmatch(fact.low):
        return True
    return bool(index) and reading.lows[index - 1] in _LAWS and reading.kinds[index] <= END


def _headed(reading: Reading, index: int) -> bool:
    """A name after 'Nurse:', or one that is all of its line or sentence: two or three capitals."""
    gap = reading.gaps[index]
    if not gap.startswith(":"):
        return False
    facts = reading.facts
    if index and facts[index - 1].bits & (RANK | ROLE | KIN | NAMING):
        return True
    last = index + 1
    while (
        last < len(facts) and reading.gaps[last] == " " and facts[last].shape in ("Xx", "X", "XX") and last - index < 4
    ):
        last += 1
    return 2 <= last - index <= 3 and "\n" in (reading.gaps[last] or "\n") and not facts[index + 1].bits & KEEP


def _heading(reading: Reading, index: int) -> bool:
    """Whether a word stands in a line of ordinary words that all have a capital: a heading."""
    first = last = index
    while first and not reading.begins[first]:
        first -= 1
    while last + 1 < len(reading.facts) and not reading.begins[last + 1]:
        last += 1
    if last - first > 5 or not (first == 0 or "\n" in reading.gaps[first]):
        return False
    after = reading.gaps[last + 1]
    if after.strip() not in ("", ":") or (after and not after.startswith((":", "\n"))):
        return False
    return all(
        f.capital and f.bits & (ORDINARY | KEEP) and not f.bits & (NAME | SURNAME)
        for f in reading.facts[first : last + 1]
    )


def _beside_capital(reading: Reading, index: int) -> bool:
    """Whether a capital has another one for a neighbour: a name of two words."""
    facts = reading.facts
    for at, gap in ((index - 1, index), (index + 1, index + 1)):
        if 0 <= at < len(facts) and reading.gaps[gap] == " " and facts[at].shape == "Xx" and reading.case[at] == "x":
            other = facts[at]
            if not other.bits & KEEP and not reading.begins[at]:
                return True
    return False


def _initial(reading: Reading, index: int) -> tuple[str, str, float] | None:
    """A single capital beside a name: 'K. Osgood', 'Tom B'."""
    fact, facts = reading.facts[index], reading.facts
    if not (fact.capital and fact.low.isalpha()) or reading.lows[index - 1] in reading.language.lists.of("grades"):
        return None
    if _introduced(reading, index):
        return "cue", "an initial", 0.1
    after = index + 1
    if fact.bits & COMMON and not reading.gaps[after].startswith("."):
        return None
    if after < len(facts) and reading.gaps[after] in (". ", ".", " "):
        other = facts[after]
        spaced = reading.gaps[after] == " "
        alone = spaced and (fact.low in ("i", "a") or other.bits & ORDINARY)
        if other.capital and len(other.low) > 1 and not other.bits & (KEEP | DIGIT) and not alone:
            return "cue", "an initial", 0.2
    if index and reading.gaps[index] == " " and fact.low != "i":
        other = facts[index - 1]
        if (
            other.capital
            and len(other.low) > 1
            and (other.bits & (NAME | SURNAME) or not other.bits & ORDINARY)
            and not other.bits & (KEEP | DIGIT | RANK)
        ):
            return "cue", "an initial", 0.2
    return None


def _spelled(reading: Reading, index: int) -> bool:
    """A letter of an ordinary word that is letter-spaced for emphasis: 'V E N D I M'."""
    lows, gaps = reading.lows, reading.gaps
    first = last = index
    while first and len(lows[first - 1]) == 1 and gaps[first] == " " and last - first < _SPELLED:
        first -= 1
    while last + 1 < len(lows) and len(lows[last + 1]) == 1 and gaps[last + 1] == " " and last - first < _SPELLED:
        last += 1
    return 2 < last - first < _SPELLED and reading.language.knows("".join(lows[first : last + 1]))


def _introduced(reading: Reading, index: int) -> bool:
    """Initials after a rank or a role: 'Counsellor: A.T.'"""
    if not reading.gaps[index + 1].startswith("."):
        return False
    at = index
    while at and reading.gaps[at] == "." and len(reading.lows[at - 1]) == 1:
        at -= 1
    return bool(at) and bool(reading.facts[at - 1].bits & (RANK | ROLE)) and reading.gaps[at] in (" ", ": ", ". ")


def _named(reading: Reading, index: int) -> bool:
    lows = reading.lows
    for length in (2, 3):
        first = index - length
        if first >= 0:
            for words, bit in reading.language.lists.phrases.get(lows[first], ()):
                if bit & NAMING and tuple(lows[first:index]) == words:
                    return True
    return False


def _extend(reading: Reading, tags: Sequence[str], marks: list[Mark | None]) -> None:
    """A name of a place or a house takes the capitals beside it: 'St Brychan's' + 'Hospital', 'Kirk of' + 'St Ebba'."""
    facts, gaps = reading.facts, reading.gaps
    size = len(facts)

    def hides(at: int) -> bool:
        return marks[at] is not None or tags[at].startswith("R")

    def joins(at: int) -> bool:
        return (
            0 <= at < size
            and facts[at].capital
            and bool(
                facts[at].bits & _HEADS
                or facts[at].low in ("st", "saint", "new", "old", "upper", "lower", "royal", "hmp")
            )
        )

    for index in range(size):
        if not hides(index):
            continue
        mark = marks[index]
        doubt = mark.doubt if mark else 0.1
        for step in (1, -1):
            at = index + step
            while 0 <= at < size and not hides(at) and not tags[at]:
                gap = gaps[max(at, at - step)]
                if gap not in (" ", "-", " & ", "'", "' "):
                    break
                kind = _head_kind(facts[at].bits)
                if (
                    joins(at)
                    and reading.case[at] != "C"
                    and not (step < 0 and reading.begins[at] and facts[at].bits & KEEP)
                ):
                    marks[at] = Mark(kind, "default", "part of a name", doubt)
                    if mark and mark.kind in ("NAME", "PERSON"):
                        mark.kind = kind
                    at += step
                    continue
                if gap == " " and _lower_head(reading, index, at, step):
                    if not (mark and facts[index].bits & (NAME | SURNAME)):
                        marks[at] = Mark(kind, "default", "part of a name", doubt)
                    break
                other = at + step
                if (
                    facts[at].low in _LINKS
                    and 0 <= other < size
                    and gaps[max(other, at)] == " "
                    and (hides(other) and facts[other].capital and not tags[other] if step > 0 else joins(other))
                    and facts[index].capital
                ):
                    marks[at] = Mark(mark.kind if mark else "PLACE", "default", "part of a name", doubt)
                    at += step
                    continue
                break


def _lower_head(reading: Reading, index: int, at: int, step: int) -> bool:
    """A small noun of a place after the capitals that name it: 'Halting Lane quarry'."""
    fact = reading.facts[at]
    return step > 0 and not fact.capital and bool(fact.bits & (ORG | PLACE)) and reading.facts[index].shape == "Xx"


def _head_kind(bits: int) -> str:
    if bits & ORG:
        return "ORG"
    return "ADDRESS" if bits & STREET else "PLACE"


def _joined(reading: Reading, marks: Sequence[Mark | None]) -> Iterator[Find]:
    """Neighbouring hidden words are one name."""
    size = len(marks)
    start = 0
    while start < size:
        mark = marks[start]
        if mark is None:
            start += 1
            continue
        end = start
        while (
            end + 1 < size
            and (following := marks[end + 1]) is not None
            and _touch(reading, end + 1)
            and _alike(mark, following)
        ):
            end += 1
        run = [m for m in marks[start : end + 1] if m is not None]
        best = min(run, key=lambda m: m.doubt)
        kind = next((m.kind for m in run if m.kind not in ("NAME", "")), best.kind or "NAME")
        stop = reading.ends[end] - (2 if reading.lows[end].endswith("'s") and kind in ("NAME", "PERSON") else 0)
        yield Find(
            reading.starts[start], stop, "NAME" if kind == "PERSON" else kind, best.rule, best.reason, doubt=best.doubt
        )
        start = end + 1


def _alike(one: Mark, other: Mark) -> bool:
    names = ("NAME", "PERSON", "ORG", "PLACE", "ADDRESS", "")
    return one.kind == other.kind or (one.kind in names and other.kind in names)


def _touch(reading: Reading, at: int) -> bool:
    gap = reading.gaps[at]
    return gap in (" ", "-", "\n", "'", " & ", ". ", ".") and (
        gap not in (". ", "\n") or not reading.begins[at] or gap == "\n"
    )
