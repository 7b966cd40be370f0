"""What a module of this folder offers: one identifier, by its shape."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from redaction.languages.choose import LANGUAGES

DIGIT, AT, DOT, SAID = "digit", "at", "dot", "said"


@dataclass(frozen=True, slots=True)
class Shape:
    """``patterns`` are read on folded lower-case text, only near ``trigger``; ``accepts`` may refuse a match.

    ``trigger``: a digit, an at sign, a dot or underscore inside a word, or a word that details stand beside;
    ``before`` and ``after`` how far from it to read. What is accepted has so many ``digits``, and ``beside`` before it.
    """

    kind: str
    name: str
    trigger: str
    patterns: tuple[re.Pattern[str], ...]
    accepts: Callable[[re.Match[str]], bool] = lambda _match: True
    before: int = 12
    after: int = 24
    digits: int = 0
    beside: re.Pattern[str] | None = None


def one_of(*sections: str, of: Iterable[str] = ()) -> str:
    """An alternation of every language's single words of these sections, or of these languages', longest first."""
    return _one_of(sections, tuple(of) or tuple(LANGUAGES))


@cache
def _one_of(sections: Iterable[str], of: Iterable[str]) -> str:
    words = {
        re.escape(word.replace("_", " "))
        for language in (LANGUAGES[code] for code in of)
        for section in sections
        for word in language.lists.ordered.get(section, ())
    }
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


_OF_LAW = re.compile(
    r"(?:\bligj(?:i|it|in|e|et|eve)?\b|\bvkm\w*|udhezim\w*|\bnen(?:i|in|it|et|eve)?\b|dekret\w*|konvent\w*|(?<!\bin[ -])\blaw\b|\bact\b|\barticles?\b|\bsections?\b)(?:[ .,]{1,2}(?:nr|no|se|i|te|dates?|e)\b\.?| ?\d[\d/a-z]*(?!\w)|,)*[ .,]{0,2}\Z"
)


# One of these is in whatever that pattern finds.
_LAWS = ("ligj", "vkm", "udhezim", "nen", "dekret", "konvent", "law", "act", "article", "section")


def after_law(text: str, at: int) -> bool:
    """Whether what stands before a place of a folded text names a law or an article."""
    before = text[max(0, at - 48) : at]
    return any(map(before.__contains__, _LAWS)) and bool(_OF_LAW.search(before))


def of_law(match: re.Match[str]) -> bool:
    """Whether a number belongs to a law, an article or a decree: 'Ligji nr. 9669, datë 18.12.2006'."""
    return after_law(match.string, match.start()) or bool(re.match(r"(?:ligj|nen|law|act)[a-z]{0,4} \d", match.group()))


_WAIT = re.compile(
    r"\b(?:lmp|rev|review|note|open|wk|f2f|splint|for|in|after|every|next|from|last|x|headache|list|wait\w*|w/?l|course|supply|rx|lista|pritje\w*)[ :(?~]{1,2}$"
)
_WAITED = re.compile(r"[ )]{1,2}(?:wait\w*|review\w*|course|ago|later|supply|pritje|me pare)(?!\w)")


def of_a_wait(match: re.Match[str]) -> bool:
    """Whether twelfths or fifty-seconds count a wait or a course: 'w/list 7/12', '12/52 review'."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    return bool(_WAIT.search(before) or _WAITED.match(match.string, match.end()))


def digits(text: str) -> int:
    return sum(c.isdecimal() for c in text)
