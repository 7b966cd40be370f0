"""Recorded words spelled out: letter by letter, with 'double', by a spelling alphabet, 'M for mother'."""

import re
from collections.abc import Iterator
from functools import cache

from redaction.languages.words import Language
from redaction.recorded.hit import hit
from redaction.recorded.known import Form, Known
from redaction.recorded.numbers import numeric_words
from redaction.spans import Find
from redaction.text.reading import Reading

_FOR = re.compile(
    r"(?<!\w)[^\W\d_] (?:for|as in|si) [^\W\d_]+(?:[,;. \n]{1,3}(?:and |dhe )?[^\W\d_] (?:for|as in|si) [^\W\d_]+){2,24}"
)
_LONGEST, _LETTERS = 24, 3


def find_spelled(reading: Reading, known: Known) -> Iterator[Find]:
    """Letters spelled or spaced out: D-A-N-U-T-A, D a n u t a, D, A, double N."""
    if len(reading.single) < _LETTERS - 1:  # the first letter may have an apostrophe before it
        return
    times = _repeats(reading.language)
    lows = reading.lows
    run: list[int] = []
    letters = 0
    for at in [*(at for at, low in enumerate(lows) if (len(low) == 1 and low.isalpha()) or low in times), -9]:
        if run and (at != run[-1] + 1 or len(reading.gaps[at]) > 3):
            if letters >= _LETTERS:
                yield from _of_run(reading, run, known, times)
            run, letters = [], 0
        run.append(at)
        letters += at >= 0 and len(lows[at]) == 1
    low = reading.normal.low
    for match in _FOR.finditer(low) if " for " in low or " as in " in low or " si " in low else ():
        covered = reading.covering(match.start(), match.end())
        first = "".join(lows[at] for at in covered if len(lows[at]) == 1)
        yield _by_words(reading, covered[0], covered[-1], first, known)


@cache
def _repeats(language: Language) -> dict[str, int]:
    entries = (entry.partition("=") for entry in language.lists.ordered.get("repeats", ()))
    return {word: int(times) for word, _, times in entries}


def _of_run(reading: Reading, run: list[int], known: Known, times: dict[str, int]) -> Iterator[Find]:
    """``places`` are the words that the letters come from."""
    spelled, places, again = "", [], 1
    for at in run:
        if reading.lows[at] in times:
            again = times[reading.lows[at]]
            continue
        spelled += reading.lows[at] * again
        places += [at] * again
        again = 1
    at = 0
    while at < len(spelled) - 2:
        for end in range(min(len(spelled), at + _LONGEST), at + 2, -1):
            whole = end - at == len(spelled)
            form = known.word(spelled[at:end]) or (known.near(spelled) if whole else None)
            if form:
                first = places[at] - (places[at] > run[0] and reading.lows[places[at] - 1] in times)
                yield hit(reading, first, places[end - 1], form, "a name spelled out")
                at = end - 1
                break
        at += 1


def find_alphabet(reading: Reading, known: Known) -> Iterator[Find]:
    """Letters by the words of a spelling alphabet: Mike Alpha Romeo Kilo; three and more go whatever they spell."""
    alphabet = reading.language.lists.of("spelling")
    if not reading.says("spelling"):
        return
    spoken = {at for at, low in enumerate(reading.lows) if low in alphabet}
    if len(spoken) < 3:
        return
    numeric = numeric_words(reading)
    at, size = 0, len(reading.lows)
    while at < size:
        last, spelled = at, ""
        while last < size and (last == at or len(reading.gaps[last]) <= 3):
            low = reading.lows[last]
            if last not in spoken and low not in numeric and len(low) > 1 and low != "ray" and not low.isdecimal():
                break
            spelled += "" if low == "ray" else low[0] if last in spoken or len(low) == 1 else numeric.get(low, low)
            last += 1
        if len(spoken & set(range(at, last))) > 2:
            yield _by_words(reading, at, last - 1, spelled, known)
        at = max(last, at + 1)


def _by_words(reading: Reading, first: int, last: int, spelled: str, known: Known) -> Find:
    form = known.word(spelled) or known.near(spelled) or next((f for *_, f in known.numbers_in(spelled)), None)
    if form:
        return hit(reading, first, last, form, "spelled by an alphabet")
    return hit(reading, first, last, Form("ID"), "spelled by an alphabet", "shape")
