"""Agencies of the area keep their names, also where a town or somebody's name is part of one."""

from redaction.recorded.known import Known
from redaction.text.reading import Reading


def is_agency(reading: Reading, index: int, known: Known) -> int:
    """How many words from here are the name of a registered agency; 0 when none."""
    best = 0
    for phrase in known.agencies.get(reading.lows[index], ()):
        if tuple(reading.lows[index : index + len(phrase)]) == phrase and (
            len(phrase) > 1 or reading.facts[index].capital
        ):
            best = max(best, len(phrase))
    return best
