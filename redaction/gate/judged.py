"""Whether a find stops a paper: a recorded detail does, the ordinary word that is spelled like one does not."""

from collections.abc import Iterator

from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import (
    COMMON,
    DIGIT,
    KEEP,
    KIN,
    MONTH,
    NAME,
    NOT_NAME,
    ORDINARY,
    RANK,
    ROLE,
    SMALL,
    WEEKDAY,
)
from redaction.recorded.hit import NEAR, hit
from redaction.recorded.initials import INITIALS
from redaction.recorded.known import Form, Known
from redaction.spans import Find
from redaction.text.facts import lexicon
from redaction.text.reading import Reading

# From here on a find is rather the ordinary word that is spelled like the name.
_TOO_DOUBTFUL = 0.4
_SURE, _CAPITAL = 0.1, 0.05
_LONG, _NEAR, _LONGER, _SHORT = 6, 5, 9, 3
# Names of typefaces that people are called by.
_FONTS = frozenset(
    [
        "georgia",
        "arial",
        "verdana",
        "cambria",
        "calibri",
        "candara",
        "corbel",
        "aptos",
        "helvetica",
        "times",
        "consolas",
        "constantia",
        "lucida",
        "tahoma",
        "gill",
        "segoe",
    ]
)
_WORDS = ORDINARY | COMMON | SMALL | KEEP | MONTH | WEEKDAY | ROLE | KIN | RANK
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyzëç")
_BEGINS = ".!?:;\n⟩|·"
# Before a month these tell that it is one.
_IN_TIME = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "during",
        "of",
        "by",
        "from",
        "last",
        "next",
        "early",
        "late",
        "mid",
        "every",
        "this",
        "to",
        "and",
        "ne",
        "prej",
        "deri",
        "gjate",
        "me",
    ]
)


def knows(low: str) -> bool:
    """Whether a word is an ordinary one in any language."""
    return bool(_bits(low) & _WORDS)


def _bits(low: str) -> int:
    """What the lists of any language say of a word."""
    found = 0
    for language in LANGUAGES.values():
        found |= lexicon(language).bits(low)
    return found


def counts(reading: Reading, find: Find, *, text: str, behind: bool) -> bool:
    """``text`` as it was given; ``behind`` where no reader of the paper sees it."""
    hit_ = reading.normal.low[find.start : find.end]
    if find.rule == "shape" or find.kind == "BORN" or find.doubt >= _TOO_DOUBTFUL:
        return False
    touched = reading.covering(find.start, find.end)
    ordinary = all(knows(reading.facts[at].low) for at in touched)
    if find.rule == NEAR:
        # A typing error is nearer to a name than to any word a language knows.
        strange = not any(knows(reading.facts[at].low) for at in touched)
        capital = len(touched) > 0 and reading.facts[touched[0]].capital
        return not behind and strange and len(hit_) >= (_NEAR if capital else _LONGER)
    if behind and len(touched) == 1 and (len(hit_) < _LONG or ordinary):
        return len(hit_) > _SHORT and not ordinary and hit_ not in _FONTS
    if len(touched) == 1 and ordinary and not reading.facts[touched[0]].bits & _WORDS:
        return False  # Another language knows it as a word: its own reading tells the name from the word.
    if find.kind in ("ORG", "PLACE", "ADDRESS") and ordinary and _begins(reading.normal.text, find.start):
        return any(reading.facts[at].capital for at in touched[1:])
    return find.kind != "PERSON" or not _harmless(reading, find, hit_, text, ordinary)


def _harmless(reading: Reading, find: Find, hit_: str, text: str, ordinary: bool) -> bool:
    """An ordinary word at the beginning of a sentence is no name; initials alone are too short to tell."""
    if find.reason == INITIALS and len(hit_) <= _SHORT:
        return True
    at = reading.covering(find.start, find.end)[0]
    if len(hit_) <= _SHORT and (not reading.facts[at].capital or (find.doubt == _CAPITAL and hit_.upper() in text)):
        return True  # Three letters in lower case, or like an abbreviation.
    if find.doubt == _CAPITAL and (_of_time(reading, at) or _bits(reading.lows[at]) & (MONTH | KEEP)):
        return True
    if not ordinary or len(reading.covering(find.start, find.end)) > 1:
        return False
    start, end = reading.normal.original(find.start, find.end)
    if any(c.isalpha() and c.lower() not in _ALPHABET for c in text[start:end]):
        return False  # Nobody writes an ordinary word in letters of another alphabet.
    if find.doubt <= _SURE and not _begins(reading.normal.text, find.start):
        return False
    if find.doubt == _SURE or _beside(reading, find, at):
        return False
    bits = _bits(reading.facts[at].low)
    return bool(bits & (NOT_NAME | KEEP)) or not bits & NAME


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'(•-")
    return not before or before[-1] in _BEGINS


def _beside(reading: Reading, find: Find, at: int) -> bool:
    """A doubt of nothing at a sentence's start: it stands beside another part of the name."""
    return find.doubt == 0 and (reading.begins[at] or reading.case[at] != "x" or reading.facts[at].capital)


def _of_time(reading: Reading, at: int) -> bool:
    """Whether a month's or a weekday's name stands in a date: '3 May', 'in April', 'May 2024'."""
    facts = reading.facts
    if not _bits(reading.lows[at]) & (MONTH | WEEKDAY):
        return False
    before = at - 1
    near = before >= 0 and reading.gaps[at] in (" ", ", ", "\n", ".", ". ", "-", "/")
    if near and (facts[before].bits & DIGIT or reading.lows[before] in _IN_TIME):
        return True
    after = at + 1
    return after < len(facts) and bool(facts[after].bits & DIGIT) and reading.gaps[after] in (" ", ", ", "-", "/", "\n")


def likes(reading: Reading, known: Known) -> Iterator[Find]:
    """Words with a capital that no language knows, one error or one sound from a recorded one."""
    for at, fact in enumerate(reading.facts):
        if fact.shape not in ("Xx", "XxX") or fact.bits & (_WORDS | DIGIT) or reading.gaps[at] == "-":
            continue
        low = fact.low.removesuffix("'s")
        if known.like(low) and not knows(low):
            yield hit(reading, at, at, Form("NAME"), "nearly a recorded word", NEAR, 0.3)
