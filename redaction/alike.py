"""Names that are ordinary words, or letters, are carried only to where they are written alike.

Each goes under a key of its own: ``=`` without a capital or all in capitals, ``^`` where a sentence begins or as a
month, ``#`` as initials. For languages whose lists know such names (``given_words``).
"""

from redaction.guessed.around import is_graded
from redaction.languages.lists import (
    COMMON,
    DIGIT,
    JOB,
    KEEP,
    KIN,
    MONTH,
    NAME,
    NOT_NAME,
    ORDINARY,
    ORG,
    ORIGIN,
    PLACE,
    RANK,
    ROLE,
    STOP,
    STREET,
    WEEKDAY,
)  # fmt: skip
from redaction.text.facts import Facts
from redaction.text.reading import Reading

_NO_FIRST_NAME = (
    DIGIT | KEEP | ORG | PLACE | STREET | RANK | KIN | ROLE | NOT_NAME | COMMON | STOP | JOB | ORIGIN | WEEKDAY
)
_KEYS = "=^#"


def word_of(key: str) -> str:
    """The word of a key."""
    return key.lstrip(_KEYS)


def alike(reading: Reading, at: int, low: str, *, free: bool = True) -> str:
    """The key under which a word is carried that says nothing by itself; '' for one that is not."""
    fact, case = reading.facts[at], reading.case[at]
    if len(low) < 4 and fact.shape in ("X", "XX") and low.isalpha() and not fact.bits & KEEP:
        if free and case == "C":
            return ""
        abbreviated = low in reading.language.lists.of("abbreviations")
        return "" if abbreviated or low == "i" or is_graded(reading, at) else "#"
    if fact.bits & MONTH and fact.bits & NAME:
        return "^" if fact.shape == "Xx" and case == "x" and not _dated(reading, at) else ""
    if low not in reading.language.lists.of("given_words"):
        told = fact.shape == "Xx" and case == "x" and _given(fact)
        return "^" if told and reading.language.lists.of("given_words") else ""
    if fact.shape == "x" or (fact.shape == "XX" and case == "C"):
        return "="
    return "^" if fact.shape == "Xx" else ""


def _given(fact: Facts) -> bool:
    """A first name that is a word, if it is ever meant as one where a sentence begins."""
    return len(fact.low) > 3 and bool(fact.bits & ORDINARY) and not fact.bits & _NO_FIRST_NAME


def _dated(reading: Reading, at: int) -> bool:
    """Whether a month stands where one is meant: 'in May', 'May 2024', '4 May'."""
    after = at + 1
    if after < len(reading.lows) and reading.facts[after].bits & DIGIT:
        return True
    before = reading.lows[at - 1] if at else ""
    return bool(at and reading.facts[at - 1].bits & DIGIT) or before in reading.language.lists.of("before_months")
