"""Layer 4: what is hidden by default. Each rule says its name, the reason, and the doubt to hide a word.

A doubt of .5 and more gives way to the CRF.
"""

from redaction.guessed.around import before_role, has_heading, initial, is_named
from redaction.languages.lists import (
    COMMON,
    GIVEN,
    JOB,
    KEEP,
    KIN,
    MONTH,
    NAME,
    NAMING,
    NOT_NAME,
    ORDINARY,
    RANK,
    ROLE,
    STOP,
    SURNAME,
    WEEKDAY,
)
from redaction.text.facts import Facts
from redaction.text.reading import SPACE, Reading

Rule = tuple[str, str, float]
_LONG, _GIVES_WAY = 40, 0.7
_NOBODY = KEEP | COMMON | STOP | NOT_NAME | KIN | RANK | ROLE | JOB | MONTH | WEEKDAY
_STANDS = KEEP | RANK | KIN | ROLE | WEEKDAY | MONTH
_ORDINARY_OR_NAME = ("default", "an ordinary word, or a name", 0.5)
_UNKNOWN = "not an ordinary word"


def by_default(reading: Reading, index: int) -> Rule | None:
    """Why a word is hidden unless something speaks for it; None where nothing speaks against it."""
    fact = reading.facts[index]
    if len(fact.low) == 1:
        return initial(reading, index)
    if fact.capital and fact.low in reading.language.lists.of("digraphs") and reading.gaps[index + 1].startswith("."):
        return "cue", "an initial", 0.2
    if len(fact.low) > _LONG:
        return "default", "too long for a word", 0.1
    before = _before(reading, index)
    if before and reading.case[index] == "C" and fact.bits & SURNAME and fact.bits & RANK and before.bits & NAME:
        return "cue", "follows a first name", 0.2
    if fact.bits & _STANDS and not _announced(fact, before):
        return None
    if fact.shape == "XX" and stands_as_abbreviation(reading, index):
        return None
    if cue := _cue(reading, index, before):
        return cue
    if (fact.capital or reading.case[index] == "n") and fact.low in reading.language.lists.of("word_names"):
        return "default", "a given name, and a word", 0.3
    if reading.case[index] == "C":
        return _among_capitals(fact)
    return _capital(reading, index) if fact.capital else _small(reading, index)


def _before(reading: Reading, index: int) -> Facts | None:
    """The word before in the same sentence, if nothing but a space or an abbreviation's point is between."""
    if not index or reading.begins[index] or not (reading.kinds[index] <= SPACE or reading.gaps[index] == ". "):
        return None
    return reading.facts[index - 1]


def _announced(fact: Facts, before: Facts | None) -> bool:
    """A name that is a month, a role or the like, after a title or a word that names."""
    return bool(before and before.bits & (RANK | NAMING) and fact.shape == "Xx" and fact.bits & (NAME | SURNAME))


def stands_as_abbreviation(reading: Reading, index: int) -> bool:
    """An abbreviation of the field; written as a name is, it must not be one."""
    fact = reading.facts[index]
    if fact.low.removesuffix("'s") not in reading.language.lists.of("abbreviations"):
        return False
    return (fact.shape != "Xx" and reading.case[index] != "C") or not fact.bits & (NAME | SURNAME)


def _cue(reading: Reading, index: int, before: Facts | None) -> Rule | None:
    """What follows kin, a title, a heading or a word that names."""
    fact = reading.facts[index]
    plain = fact.shape == "Xx" and reading.case[index] == "x"
    if plain and index and reading.gaps[index] == ", " and reading.facts[index - 1].bits & KIN:
        return "cue", "follows a relation", 0.2
    if fact.shape == "Xx" and reading.begins[index] and not fact.bits & NAMING and has_heading(reading, index):
        return "cue", "stands after a heading", 0.2
    if before is None:
        return None
    if before.bits & RANK and reading.case[index] == "C" and not fact.bits & (KEEP | COMMON | STOP):
        return "cue", "follows a title", 0.1 if fact.bits & (NAME | SURNAME) else 0.6
    if not (_may_be_name(reading, index) or not fact.bits & (ORDINARY | KEEP) or _borrowed(reading, index)):
        return None
    if before.bits & RANK:
        return "cue", "follows a title", 0.1
    if before.bits & KIN:
        return "cue", "follows a relation", 0.1
    if before.bits & NAMING or is_named(reading, index):
        return "cue", "follows a word that names", 0.1
    return None


def _borrowed(reading: Reading, index: int) -> bool:
    """Whether only another language, or an ending, makes a small word an ordinary one: 'komshija dude'."""
    fact = reading.facts[index]
    if fact.shape != "x" or fact.bits & _NOBODY or not fact.low.isalpha():
        return False
    lists = reading.language.lists
    return bool(lists.of("links")) and fact.low not in lists.of("net_words") and not reading.language.surely(fact.low)


def _may_be_name(reading: Reading, index: int) -> bool:
    fact, case = reading.facts[index], reading.case[index]
    if case == "C" and not fact.bits & ORDINARY:
        return True
    if fact.capital:
        return case == "x"
    named = bool(fact.bits & NAME) and not fact.bits & (NOT_NAME | COMMON | JOB)
    return named and bool(reading.language.lists.of("links"))


def _among_capitals(fact: Facts) -> Rule | None:
    """In a sentence of capitals they say nothing."""
    if not fact.bits & (ORDINARY | KEEP):
        return "default", _UNKNOWN, 0.3
    if fact.bits & (NAME | GIVEN) and not fact.bits & NOT_NAME:
        return "default", "a name too", 0.6
    return None


def _capital(reading: Reading, index: int) -> Rule | None:
    fact = reading.facts[index]
    bits = fact.bits
    if not bits & (ORDINARY | KEEP):
        return "default", _UNKNOWN, 0.2
    if stands_as_abbreviation(reading, index) or before_role(reading, index):
        return None
    if fact.shape == "XX":
        return None if bits & ORDINARY else ("default", "capitals nobody knows", 0.3)
    if fact.shape == "Xx" and _has_a_relation(reading, index):
        return "cue", "a relation follows", 0.1
    if not reading.begins[index]:
        if bits & (NAME | SURNAME | GIVEN) and _between_commas(reading, index):
            return "cue", "a name between commas", 0.1
        return "default", "a capital inside a sentence", 0.3 if bits & (NAME | SURNAME | GIVEN) else 0.5
    if bits & (NAME | GIVEN) and not bits & NOT_NAME:
        return ("cue", "a name of two words", 0.1) if _has_a_surname(reading, index) else _ORDINARY_OR_NAME
    return None


def _between_commas(reading: Reading, index: int) -> bool:
    """'Shefi i postës, Bame, s'e lëshoi.': somebody who was told of, named."""
    return reading.gaps[index] == ", " and reading.gaps[index + 1] == ", " and reading.facts[index].shape == "Xx"


def _has_a_surname(reading: Reading, index: int) -> bool:
    """'Besnik Hoxha': a capital follows that is a surname, or nothing else."""
    after = index + 1
    if after >= len(reading.facts) or reading.gaps[after] != " ":
        return False
    fact = reading.facts[after]
    return fact.shape == "Xx" and not fact.bits & KEEP and bool(fact.bits & SURNAME or not fact.bits & ORDINARY)


def _has_a_relation(reading: Reading, index: int) -> bool:
    """'Clemency, her daughter': told whose relation somebody is."""
    facts, gaps = reading.facts, reading.gaps
    at = index + 1
    return (
        at + 1 < len(facts)
        and gaps[at] == ", "
        and facts[at].low in reading.language.lists.of("whose")
        and gaps[at + 1] == " "
        and bool(facts[at + 1].bits & KIN)
    )


def _small(reading: Reading, index: int) -> Rule | None:
    bits, none = reading.facts[index].bits, reading.case[index] == "n"
    if bits & (ORDINARY | KEEP):
        return None
    if reading.language.hides_unknown_lower_case:
        return "default", _UNKNOWN, 0.3
    if bits & NAME and (none or reading.language.lists.of("links")):
        return "default", "a name on the lists", 0.3 if none else _GIVES_WAY
    return ("default", _UNKNOWN, _GIVES_WAY) if none else None
