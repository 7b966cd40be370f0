"""English: possessives, nicknames, and its lists in ``data/en.lists``."""

from functools import cache

from redaction.languages.lists import NAME, SURNAME, entries, packaged, words
from redaction.languages.nicknames import nicknames
from redaction.languages.senses import Senses
from redaction.languages.words import Language

_PLACEHOLDERS = {
    "victim": "victim", "perpetrator": "perpetrator", "child": "Child", "relative": "relative", "other": "Person",
    "FAMILY": "family name", "NAME": "name", "PHONE": "a phone number", "EMAIL": "an e-mail address", "URL": "a link",
    "HANDLE": "an account name", "ADDRESS": "an address", "PLACE": "a place", "ORG": "an organisation",
    "ID": "a number", "VEHICLE": "a vehicle mark", "DATE": "a date", "AGE": "an age",
    "DEMOGRAPHIC": "description", "JOB": "job", "OTHER": "detail", "BIRTH": "a date of birth", "BORN": "a birthday",
}  # fmt: skip


_SAYS = {
    "weeks_before": "{count} weeks before the meeting", "week_before": "a week before the meeting", "about": "about {told}", "day_in": "a day in {month}", "in_month": "{month}",
    "n2": "two", "n3": "three", "n4": "four", "n5": "five", "n6": "six", "n7": "seven", "n8": "eight",
    "band": "aged {low} to {high}", "old": "over 85", "baby": "a small child", "school_year": "a school year",
    "small_units": "w m d", "year_units": "y o", "class_words": "year yr y1 y2 y3 y4 y5 y6 y7 y8 y9 reception",
    "removed": "left out", "somebody": "somebody",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LISTS = packaged("en.lists")


def _forms(name: str) -> frozenset[str]:
    return frozenset({name, f"{name}s"}) if len(name) > 2 else frozenset({name})


def _bare(word: str) -> tuple[str, ...]:
    if word.endswith("'s"):
        return (word[:-2],)
    if "'" in word:
        return (word.replace("'", ""), word.rpartition("'")[2])
    return ()


@cache
def _senses() -> Senses:
    return Senses("en_senses.gz", entries("en.txt.gz"))


@cache
def _more() -> frozenset[str]:
    """Words beside the large list."""
    return words("seen.en.txt.gz") | ENGLISH.lists.among("ordinary", "abbreviations")


def _is_word(word: str) -> bool:
    return word in words("en.txt.gz") or word in _more()


def _knows(word: str) -> bool:
    if _is_word(word):
        return True
    if "'" in word:
        return all(_is_word(part) or (part and len(part) < 3) for part in word.split("'"))
    return False


def names(word: str) -> int:
    """Whether the lists of names of many countries hold a folded word: a given name, a surname."""
    return (NAME if word in words("given.txt.gz") else 0) | (SURNAME if word in words("last.txt.gz") else 0)


ENGLISH = Language(
    code="en",
    lists=_LISTS,
    knows=_knows,
    is_name=names,
    forms=_forms,
    bare=_bare,
    nicknames=nicknames("en.nicknames"),
    placeholders=_PLACEHOLDERS,
    inflect=lambda placeholder, _surface, _base: placeholder,
    endings=frozenset(),
    says=_SAYS,
    months=_MONTHS,
    generals=_LISTS.generals(),
    hides_unknown_lower_case=True,
    owns=lambda word: word in words("en.txt.gz"),
    senses=lambda word: _senses().of(word),
    models=("notes", "court"),
    # Odd facts and jobs are told in ordinary words: less certainty is asked for than elsewhere.
    limits={
        "ordinary": 0.07,
        "small": 0.12,
        "plain": 0.4,
        "lower": 0.03,
        "begins": 0.01,
        "clear": 0.002,
        "record": 0.3,
        "peaks": {
            "JOB": 0.3,
            "OTHER": 0.5,
            "DEMOGRAPHIC": 0.5,
            "ORG": 0.3,
            "PLACE": 0.5,
            "ADDRESS": 0.3,
            "DATE": 0.5,
            "PERSON": 0.3,
            "ID": 0.3,
        },
    },
)
