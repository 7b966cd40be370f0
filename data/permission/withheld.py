"""Where a text tells a fact that is withheld by default (R12).

The profile lists, for each fact, the words that tell it. The whole sentence with such a word goes, not the word
alone: 'her ⟨…⟩ ran out in May' would still tell. A line 'heading: text' whose heading has such a word goes whole.

What it cannot do: a fact told in words nobody listed, or in the sentence after, stays. The keeper reads what others
will read before it leaves, and can hide more by hand.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.records.profile import WithheldFact

# A full stop ends a sentence before a capital, but not after these; '!', '?', ';' and '…' always do.
_END = re.compile(r"[!?;…]+[\s\"”’)]+|\.{2,}\s*|\.[\"”’)⟩]*\s+(?=[^\w\s]*[A-ZÀ-ÞŠŽ⟨])")
_SHORT = frozenset(("st", "dr", "mr", "mrs", "ms", "nr", "no", "tel", "rd", "ave", "prof", "z", "znj", "rr", "vs"))
_HEADING = re.compile(r"[^\n:]{1,60}:")


@dataclass(frozen=True, slots=True)
class Tells:
    """A piece of the text, by code points, that tells the fact of this code."""

    start: int
    end: int
    fact: str


def find(text: str, facts: Sequence[WithheldFact], *, names: Sequence[str] = ()) -> tuple[Tells, ...]:
    """In order, without overlaps. ``names`` are of registered agencies: a word within one tells nothing."""
    if not facts:
        return ()
    folded = fold(text)
    if not _may_tell(folded, tuple(facts)):
        return ()
    for name in names:
        wanted = fold(name)
        folded = re.sub(rf"(?<!\w){re.escape(wanted)}(?!\w)", " " * len(wanted), folded) if wanted.strip() else folded
    patterns = _patterns(tuple(facts))
    return tuple(_tells(text, folded, patterns))


def _may_tell(folded: str, facts: tuple[WithheldFact, ...]) -> bool:
    """A quick look, since a note is read again at each keystroke: does any word begin one of the listed phrases?"""
    whole, stems = _beginnings(facts)
    return any(word in whole or word.startswith(stems) for word in re.findall(r"\w+", folded))


@lru_cache(maxsize=64)
def _beginnings(facts: tuple[WithheldFact, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    whole: set[str] = set()
    stems: set[str] = set()
    for words in (words for fact in facts for words in fact.words):
        first = re.findall(r"\w+", fold(words))[:1]
        alone = fold(words).split()[:1] == [f"{first[0]}*"] if first else False
        (stems if alone else whole).update(first)
    return frozenset(whole), tuple(stems)


def _tells(text: str, folded: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[Tells]:
    line_start = 0
    for line, written in zip(folded.split("\n"), text.split("\n"), strict=True):
        heading = _HEADING.match(line)
        fact = _first(heading.group(), patterns) if heading else None
        if fact and line.strip():
            yield Tells(line_start, line_start + len(line), fact)
        else:
            for start, end in _sentences(written):
                if told := _first(line[start:end], patterns):
                    yield Tells(line_start + start, line_start + end, told)
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


def _first(piece: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> str | None:
    return next((code for code, pattern in patterns if pattern.search(piece)), None)


@lru_cache(maxsize=64)
def _patterns(facts: tuple[WithheldFact, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((fact.code, re.compile("|".join(map(_pattern, fact.words)))) for fact in facts if fact.words)


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
