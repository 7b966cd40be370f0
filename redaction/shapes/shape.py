"""What a module of this folder offers: one identifier, by its shape."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from redaction.languages.choose import LANGUAGES

DIGIT, AT, DOT = "digit", "at", "dot"


@dataclass(frozen=True, slots=True)
class Shape:
    """``patterns`` are read on folded lower-case text, only near ``trigger``; ``accepts`` may refuse a match.

    ``trigger``: a digit, an at sign, or a dot or underscore inside a word.
    """

    kind: str
    name: str
    trigger: str
    patterns: tuple[re.Pattern[str], ...]
    accepts: Callable[[re.Match[str]], bool] = lambda _match: True


def one_of(*sections: str) -> str:
    """An alternation of every language's single words of these sections, longest first."""
    return _one_of(sections)


@cache
def _one_of(sections: Iterable[str]) -> str:
    words = {
        re.escape(word.replace("_", " "))
        for language in LANGUAGES.values()
        for section in sections
        for word in language.lists.ordered.get(section, ())
    }
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


def digits(text: str) -> int:
    return sum(c.isdigit() for c in text)
