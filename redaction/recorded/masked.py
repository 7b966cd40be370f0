"""Recorded names with signs in place of letters: 'Si*bhan', 'S****an', 'M@rk'."""

import re
from collections.abc import Iterator

from redaction.recorded.known import Known
from redaction.spans import Find
from redaction.text.reading import Reading

_SIGNS = "*@!$_?#"
_MASKED = re.compile(
    r"(?<![\w*@!$?#])(?:[^\W\d_]+[*@!$_?#]{1,9}(?:[^\W\d_]+[*@!$_?#]{0,9}){1,4}|[$@!*][^\W\d_]{3,})(?![\w*@$#])"
)
_SHORTEST, _LONGEST = 4, 24


def find_masked(reading: Reading, known: Known) -> Iterator[Find]:
    """A sign stands for one letter of a recorded word of the same length."""
    low = reading.normal.low
    if not any(map(low.__contains__, _SIGNS)):
        return
    for match in _MASKED.finditer(low):
        written = match.group().rstrip("!?")
        if not _SHORTEST <= len(written) <= _LONGEST or written.isalpha():
            continue
        letters = [(at, c) for at, c in enumerate(written) if c not in _SIGNS]
        if len(letters) < 2:
            continue
        for name in known.of_length(len(written)):
            if all(name[at] == c for at, c in letters) and (form := known.word(name)):
                end = match.start() + len(written)
                reason = "a name in the record, with signs for letters"
                yield Find(match.start(), end, form.kind, "record", reason, form.who, form.base)
                break
