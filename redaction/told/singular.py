"""What singles a person out in more than one word: a tattoo and where it is, 'the only Sikh family in the village'."""

from redaction.guessed.marks import Mark, Marks
from redaction.languages.lists import MARK, ONLY, SINGULAR, STOP
from redaction.text.cues import SINGLE
from redaction.text.reading import SPACE, Reading

_LONGEST, _NEAR = 9, 8


def single_out(reading: Reading, marks: Marks) -> None:
    """Add the words of such descriptions to what has to go."""
    for index in reading.at(SINGLE):
        fact = reading.facts[index]
        if fact.bits & MARK:
            first = index - 1 if _describes(reading, index) else index
            _hide(marks, first, _end(reading, index), "OTHER", "a mark on somebody's body")
        elif fact.bits & ONLY or _no_other(reading, index):
            _only(reading, marks, index)


def _no_other(reading: Reading, index: int) -> bool:
    for words, bit in reading.language.lists.phrases.get(reading.lows[index], ()):
        if bit & ONLY and tuple(reading.lows[index : index + len(words)]) == words:
            return True
    return False


def _only(reading: Reading, marks: Marks, index: int) -> None:
    last = max(_end(reading, index), _area(reading, index))
    several = range(index + 1, min(index + 4, last + 1))
    told = any((mark := marks[at]) is not None and mark.kind in ("DEMOGRAPHIC", "JOB") for at in several)
    singular = any(reading.facts[at].bits & SINGULAR for at in several)
    always = not reading.language.lists.of("singulars")
    if not (told or singular or always or _area(reading, index)) or last == index:
        return
    first = index - 1 if index and reading.kinds[index] == SPACE and len(reading.lows[index - 1]) <= 3 else index
    _hide(marks, first, last, "DEMOGRAPHIC" if told else "OTHER", "the only one of a kind")


def _area(reading: Reading, index: int) -> int:
    """The last word of 'in the county', 'in town' soon after; 0 where there is none."""
    areas, lows = reading.language.lists.of("areas"), reading.lows
    for at in range(index + 1, min(index + _NEAR, len(lows))):
        if reading.kinds[at] > SPACE:
            break
        if lows[at] in areas and {"in", "on"}.intersection(lows[max(index, at - 3) : at]):
            return at
    return 0


def _describes(reading: Reading, index: int) -> bool:
    """Whether the word before belongs to the description."""
    if not index or reading.kinds[index] > SPACE:
        return False
    before = reading.facts[index - 1]
    return len(before.low) > 4 and not before.bits & STOP


def _end(reading: Reading, index: int) -> int:
    """The last word of a description that begins here: to a mark, or a word at which it ends."""
    at = index
    while at + 1 < len(reading.facts) and at - index < _LONGEST:
        if reading.kinds[at + 1] > SPACE or reading.facts[at + 1].bits & STOP:
            break
        at += 1
    return at


def _hide(marks: Marks, first: int, last: int, kind: str, reason: str) -> None:
    for at in range(first, last + 1):
        if marks[at] is None:
            marks[at] = Mark(kind, "cue", reason, 0.3)
