"""A recorded name that is cut in two, or run into other words."""

from collections.abc import Iterator

from redaction.languages.lists import ORDINARY
from redaction.recorded.hit import hit
from redaction.recorded.known import Form, Known
from redaction.spans import Find
from redaction.text.reading import Reading

# A longer run of letters is no word: it is hidden whatever stands in it.
_LONG = 48
_INSIDE, _MIN, _WIDEST = 7, 6, 8


def cut_in_two(reading: Reading, index: int, known: Known) -> Iterator[Find]:
    """'Mei Ling', 'Siob han', 'Hollingw-' and 'orth' on the next line, for a name recorded as one word."""
    other = index + 1
    if other >= len(reading.lows):
        return
    gap = reading.gaps[other]
    if not gap or len(gap) > _WIDEST or gap.strip(" \t\n-'"):
        return
    one, second = reading.lows[index], reading.lows[other].removesuffix("'s")
    both = known.word(one + second) if len(second) > 1 and len(one + second) >= _MIN else None
    if both is None or not (one.isalpha() and second.isalpha()):
        return
    facts = reading.facts[index], reading.facts[other]
    strange = facts[1].capital or "-" in gap or not facts[0].bits & ORDINARY
    if any(f.bits & ORDINARY for f in facts) and not (facts[0].capital and strange):
        return
    yield hit(reading, index, other, both, "a name in the record, cut in two")


def run_together(low: str, known: Known) -> Form | None:
    """Two names as one word, or a name of five letters that begins or ends a longer one, or of seven inside one."""
    if not 7 <= len(low) <= _LONG:
        return None
    names = known.names
    for cut in range(3, len(low) - 2):
        left, right = names.get(low[:cut]), names.get(low[cut:])
        if left and right:
            return left
        if left and cut >= 5:
            return left
        if right and len(low) - cut >= 5:
            return right
    return None


def inside(low: str, known: Known) -> Form | None:
    """The longest recorded name of seven letters and more inside a longer run of letters."""
    if not _INSIDE < len(low) <= _LONG:
        return None
    for length in range(len(low) - 1, _INSIDE - 1, -1):
        if known.of_length(length):
            for at in range(len(low) - length + 1):
                if found := known.names.get(low[at : at + length]):
                    return found
    return None
