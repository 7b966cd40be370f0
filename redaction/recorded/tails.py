"""The last digits of a recorded reference, as people quote it: 'case 58' for ABC-FZ-58."""

from collections.abc import Iterator

from redaction.languages.lists import DIGIT
from redaction.recorded.hit import hit
from redaction.recorded.known import Known
from redaction.spans import Find
from redaction.text.reading import Reading

_BACK = 3
_HOLDS = {".", ".:", ":", " ", ". ", ": ", " - ", " #", "#", ".: ", " nr. "}


def find_tails(reading: Reading, known: Known) -> Iterator[Find]:
    """A number alone that ends a recorded reference, after 'no.', 'case' and the like."""
    lows, facts = reading.lows, reading.facts
    for at, low in enumerate(lows) if reading.bits & DIGIT else ():
        form = known.tails.get(low) if facts[at].bits & DIGIT else None
        if form and _alone(reading, at) and _numbered(reading, at):
            yield hit(reading, at, at, form, "the end of a reference in the record")


def _alone(reading: Reading, at: int) -> bool:
    """No piece of a date, an amount or a longer number."""
    before, after = reading.gaps[at][-1:], reading.gaps[at + 1]
    if before in (",", "/", "£", "$", "€", "+") or after[:1] in ("/", "%", "\u2019") or reading.gaps[at] == ".":
        return False
    following = reading.facts[at + 1].bits & DIGIT if at + 1 < len(reading.lows) else 0
    return not (following and after in (".", ",", ":", "-"))


def _numbered(reading: Reading, at: int) -> bool:
    """'Nr. i lëndës 58': a word for numbers at most three words before, in the same sentence."""
    numbered = reading.language.lists.of("numbered")
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if reading.gaps[back + 1] not in _HOLDS or reading.facts[back].bits & DIGIT:
            return False
        if reading.lows[back] in numbered:
            return True
    return False
