"""What can be said of a word without looking around it: found once for every spelling, kept for ordinary words.

Only words of the language's own lists are kept for the life of the process; what may be a name is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import (
    AGE,
    ANIMAL,
    COMMON,
    CONDITION,
    DIGIT,
    FEAST,
    GIVEN,
    JOB,
    KEEP,
    NAME,
    NOT_NAME,
    OPENER,
    ORDINARY,
    ORIGIN,
    PHRASE,
    PLAIN,
    ROLE,
    SMALL,
    STOP,
    WORKER,
)
from redaction.languages.words import Language
from redaction.text.cues import UNCAPPED, Cues
from redaction.text.misread import as_meant

_MOST = 60_000
_HAS_DIGIT = re.compile(r"\d")
# A sentence of such words alone, in lower case, tells nothing of anybody.
_PLAIN = ORDINARY | COMMON | STOP | SMALL | AGE | ROLE | KEEP
# Whatever else a word in lower case is, it is no matter for the rules that hide by default; where names are words too
# (``links``), a name is.
_ASKED = DIGIT | ORIGIN | CONDITION | FEAST
_LONG = 40


@dataclass(frozen=True, slots=True)
class Facts:
    """``low`` in lower case, ``bits`` what the lists say of it, ``shape`` of its letters: x, Xx, XX, X, 9, 9x.

    ``senses`` is what an ordinary word means, ``cues`` the rules that may begin from it; ``weighed`` keeps, by model,
    what the CRF is told of the word.
    """

    low: str = field(repr=False)
    bits: int
    shape: str
    capital: bool
    telling: bool = True
    senses: tuple[str, ...] = field(default=(), repr=False)
    cues: int = 0
    weighed: dict[str, Sequence[tuple[bytes, ...]]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def ordinary(self) -> bool:
        return bool(self.bits & ORDINARY)


class Lexicon:
    """Facts of words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._kept: dict[str, Facts] = {}
        self._cues = Cues(language.lists)
        self._asked = _ASKED | (NAME if language.lists.of("links") else 0)

    def facts(self, word: str, own: dict[str, Facts]) -> Facts:
        """``own`` keeps what belongs to one text alone."""
        found = self._kept.get(word) or own.get(word)
        if found is None:
            found = self._find(word)
            if found.bits & (ORDINARY | KEEP) and not found.bits & DIGIT and len(self._kept) < _MOST:
                self._kept[word] = found
            else:
                own[word] = found
        return found

    def bits(self, low: str) -> int:
        """What the lists say of a folded word in lower case."""
        language = self.language
        held = language.lists.words
        bits = held.get(low, 0)
        if not bits and low.endswith("'s"):
            bits = held.get(low[:-2], 0)
            low = low[:-2]
        if not bits and low.endswith("s") and len(low) > 4:
            bits = held.get(low[:-1], 0) & JOB
        if language.knows(low):
            bits |= ORDINARY
        return bits | (language.is_name(low) if not bits & NOT_NAME else 0)

    def _find(self, word: str) -> Facts:
        low = word.lower()
        if _HAS_DIGIT.search(word):
            bits, shape = DIGIT | self.language.lists.words.get(low, 0), _digits(low)
        else:
            bits = self.bits(low)
            if not bits and as_meant(word, low, self.language.knows):
                bits = ORDINARY
            upper = word.isupper()
            shape = ("X" if len(word) == 1 else "XX") if upper else "Xx" if word[0].isupper() else "x"
            if not upper and word[0].isupper() and word[1:] != word[1:].lower():
                shape = "XxX"
        capital = word[0].isupper()
        if low in self.language.lists.phrases:
            bits |= PHRASE
        senses = () if bits & DIGIT else self.language.senses(low)
        telling = capital or bits & _PLAIN != bits or not bits & ORDINARY
        bits |= (ANIMAL if "n05" in senses else 0) | (WORKER if "job" in senses else 0)
        sure = bits & KEEP or (bits & ORDINARY and self.language.surely(low))
        if shape == "x" and sure and not bits & self._asked and len(low) <= _LONG:
            bits |= PLAIN
        cues = self._cues.of(word, low, bits)
        named = bits & (_ASKED | NAME | GIVEN) or cues & UNCAPPED
        if shape == "Xx" and bits & (ORDINARY | KEEP) and not named and len(low) <= _LONG:
            bits |= OPENER
        return Facts(low, bits, shape, capital, telling, senses, cues)


def _digits(low: str) -> str:
    """``12`` is 99, ``3rd`` 9x, ``b12`` x9; long numbers by their length."""
    if low.isdecimal():
        return "9" * min(len(low), 5) if len(low) != 4 or low[:2] not in ("19", "20") else "year"
    return ("9" if low[0].isdecimal() else "x") + ("x" if low[-1].isalpha() else "9") + str(min(len(low), 6))


_LEXICONS: dict[str, Lexicon] = {}


def lexicon(language: Language) -> Lexicon:
    if language.code not in _LEXICONS or _LEXICONS[language.code].language is not language:
        _LEXICONS[language.code] = Lexicon(LANGUAGES.get(language.code, language))
    return _LEXICONS[language.code]


def forget_facts() -> None:
    """After the lists were made anew: find everything again."""
    from redaction.languages import en

    _LEXICONS.clear()
    en._more.cache_clear()
