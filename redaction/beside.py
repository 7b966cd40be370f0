"""What stands beside a name or a verb and is told by that alone: 'Tedi, 9.', 'punon si larëse enësh'."""

from collections.abc import Sequence

from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, ROLE, SMALL, STOP, WORK
from redaction.marks import Mark
from redaction.reading import SPACE, Reading

_AS = frozenset(["si", "as"])
_ARTICLES = frozenset(["a", "an", "nje"])
_NO_JOB = COMMON | STOP | SMALL | KEEP | KIN | WORK | DIGIT | ROLE


def told_beside(reading: Reading, tags: Sequence[str], marks: list[Mark | None]) -> None:
    """Mark ages after names, and jobs after words for working."""
    numbers = reading.language.lists.of("numbers")
    for index, fact in enumerate(reading.facts[:-1]):
        if fact.bits & WORK and not fact.capital:
            _job(reading, tags, marks, index)
        at = index + 1
        if (
            reading.gaps[at] not in (", ", " (")
            or tags[at]
            or marks[at] is not None
            or not _is_name(tags, marks, index)
        ):
            continue
        low = reading.lows[at]
        if ((low.isdigit() and len(low) < 3) or low in numbers) and reading.gaps[at + 1][:1] in (
            "",
            ",",
            ".",
            ";",
            ")",
            "\n",
        ):
            marks[at] = Mark("AGE", "cue", "an age after a name", 0.2)


def _job(reading: Reading, tags: Sequence[str], marks: list[Mark | None], index: int) -> None:
    at, lows, size = index + 1, reading.lows, len(reading.lows)
    said = at < size and lows[at] in _AS
    at += said
    at += at < size and said and lows[at] in _ARTICLES
    if at >= size or any(reading.kinds[place] != SPACE for place in range(index + 1, at + 1)):
        return
    trades = tuple(reading.language.lists.of("trades"))
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


def _is_name(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    mark = marks[at]
    return tags[at].startswith("R:PERSON") or (mark is not None and mark.kind in ("NAME", "PERSON", ""))
