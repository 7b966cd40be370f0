"""Where a text tells a fact that is withheld by default (R12).

The profile lists, for each fact, the words that tell it. The whole sentence with such a word goes, not the word
alone: 'her ⟨…⟩ ran out in May' would still tell. A line 'heading: text' whose heading has such a word goes whole.

In doubt a sentence goes too: one that goes on from a sentence that tells ('It was never renewed.'), one with a word
that hints at a fact which the case's texts tell elsewhere, and one in which words of several classes come together
('afraid', 'kids', 'court').

What it cannot do: a fact told in words nobody listed stays. The keeper reads what others will read before it leaves,
and can hide more by hand.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.permission.together import together_in
from data.records.profile import WithheldFact

# A full stop ends a sentence before a capital, but not after these; '!', '?', ';' and '…' always do.
_END = re.compile(r"[!?;…]+[\s\"”’)]+|\.{2,}\s*|\.[\"”’)⟩]*\s+(?=[^\w\s]*[A-ZÀ-ÞŠŽ⟨])")
_SHORT = frozenset(("st", "dr", "mr", "mrs", "ms", "nr", "no", "tel", "rd", "ave", "prof", "z", "znj", "rr", "vs"))
# How a sentence begins that goes on from the one before, in folded letters; persons ('she', 'ajo') begin any sentence.
_GOES_ON = re.compile(
    r"\W*(?:it|its|this|that|these|those|they|there|here|which|so|therefore|because|since|until|without|after that|"
    r"before that|if so|if not|as a result|kjo|ky|keto|kete|kesaj|ketij|atje|aty|ketu|prandaj|sepse|pa te|qe atehere|"
    r"deri atehere|per kete|kur kjo|nese po|nese jo)(?!\w)"
)
_Patterns = tuple[tuple[str, re.Pattern[str]], ...]
_HEADING = re.compile(r"[^\n:]{1,60}:")


@dataclass(frozen=True, slots=True)
class Tells:
    """A piece of the text, by code points, that tells the fact of this code; where it is not ``sure``, it may."""

    start: int
    end: int
    fact: str
    sure: bool = True


def find(
    text: str, facts: Sequence[WithheldFact], *, names: Sequence[str] = (), elsewhere: Collection[str] = ()
) -> tuple[Tells, ...]:
    """In order, without overlaps. ``names`` are of registered agencies: a word within one tells nothing.
    ``elsewhere``: codes of the facts that other texts of the same case tell."""
    if not facts:
        return ()
    folded, given = fold(text), tuple(facts)
    if not _may_tell(folded, given, hints=bool(elsewhere)) and not together_in(folded, given):
        return ()
    for name in names:
        wanted = fold(name)
        folded = re.sub(rf"(?<!\w){re.escape(wanted)}(?!\w)", " " * len(wanted), folded) if wanted.strip() else folded
    sure = _patterns(given)
    told = {*elsewhere, *(code for code, pattern in sure if pattern.search(folded))}
    hints = tuple((code, pattern) for code, pattern in _patterns(given, hints=True) if code in told)
    return tuple(_tells(text, folded, sure, hints, given))


def _may_tell(folded: str, facts: tuple[WithheldFact, ...], *, hints: bool) -> bool:
    """A quick look, since a note is read again at each keystroke: does any word begin one of the listed phrases?"""
    whole, stems = _beginnings(facts, hints=hints)
    return any(word in whole or word.startswith(stems) for word in re.findall(r"\w+", folded))


@lru_cache(maxsize=64)
def _beginnings(facts: tuple[WithheldFact, ...], *, hints: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    whole: set[str] = set()
    stems: set[str] = set()
    for words in (words for fact in facts for words in (*fact.words, *(fact.hints if hints else ()))):
        first = re.findall(r"\w+", fold(words))[:1]
        alone = fold(words).split()[:1] == [f"{first[0]}*"] if first else False
        (stems if alone else whole).update(first)
    return frozenset(whole), tuple(stems)


def _tells(
    text: str, folded: str, patterns: _Patterns, hints: _Patterns, facts: tuple[WithheldFact, ...]
) -> Iterator[Tells]:
    line_start = 0
    for line, written in zip(folded.split("\n"), text.split("\n"), strict=True):
        heading = _HEADING.match(line)
        fact = _first(heading.group(), patterns) if heading else None
        if fact and line.strip():
            yield Tells(line_start, line_start + len(line), fact)
        else:
            before: str | None = None
            for start, end in _sentences(written):
                sentence = line[start:end]
                told = _first(sentence, patterns)
                before = told or _first(sentence, hints) or (before if _GOES_ON.match(sentence) else None)
                if fact := before or together_in(sentence, facts):
                    yield Tells(line_start + start, line_start + end, fact, sure=bool(told))
        line_start += len(line) + 1


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(line):
        before = re.findall(r"\w+$", line[start : mark.start()])
        if mark.group().startswith(".") and before and fold(before[0]) in _SHORT:
            continue
        yield start, start + len(line[start : mark.end()].rstrip())
        start = mark.end()
    if line[start:].strip():
        yield start, len(line)


def _first(piece: str, patterns: _Patterns) -> str | None:
    return next((code for code, pattern in patterns if pattern.search(piece)), None)


@lru_cache(maxsize=64)
def _patterns(facts: tuple[WithheldFact, ...], *, hints: bool = False) -> _Patterns:
    listed = [(fact.code, fact.hints if hints else fact.words) for fact in facts]
    return tuple((code, re.compile("|".join(map(_pattern, words)))) for code, words in listed if words)


def _pattern(words: str) -> str:
    """Words with any gap between them; a stem takes any ending."""
    parts = [re.escape(part.rstrip("*")) + (r"\w*" if part.endswith("*") else "") for part in fold(words).split()]
    return r"(?<!\w)" + r"\W+".join(parts) + r"(?!\w)"


def fold(text: str) -> str:
    """Small letters without their marks, one for each of the text's code points."""
    return "".join(map(_letter, text))


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    if character == "’":
        return "'"
    return unicodedata.normalize("NFKD", character)[0].casefold()[:1] or character
