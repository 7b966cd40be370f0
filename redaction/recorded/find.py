"""Layer 2: find in a text what the record knows."""

from collections.abc import Iterator

from redaction.recorded.births import find_births
from redaction.recorded.known import Known
from redaction.recorded.masked import find_masked
from redaction.recorded.names import find_names
from redaction.recorded.numbers import find_numbers
from redaction.recorded.spelled import find_alphabet, find_spelled
from redaction.recorded.tails import find_tails
from redaction.recorded.values import find_values
from redaction.spans import Find
from redaction.text.reading import Reading


def find_recorded(reading: Reading, known: Known, *, near: bool = True) -> Iterator[Find]:
    """Names, values, numbers and days of birth of the record, in any form."""
    if known.names or known.letters:
        yield from find_names(reading, known, near)
        yield from find_masked(reading, known)
    if known.names or known.parts or known.digits:
        yield from find_spelled(reading, known)
        yield from find_alphabet(reading, known)
    if known.parts:
        yield from find_values(reading, known)
    if known.digits:
        yield from find_numbers(reading, known)
    if known.tails:
        yield from find_tails(reading, known)
    if known.dates:
        yield from find_births(reading, known)
