"""Layer 4: hide by default what nobody recorded and no list of ordinary words vouches for."""

import re
from collections.abc import Iterator, Sequence

from redaction.known import Known
from redaction.languages.words import Language
from redaction.normal import Normal, Word
from redaction.placeholders import for_kind, for_other
from redaction.recorded import is_agency
from redaction.spans import Span

_END = re.compile(r"[.!?:;\n•|]|^\s*[-*]\s|\"\s*$")


def find_unknown(normal: Normal, words: Sequence[Word], known: Known, language: Language) -> Iterator[Span]:
    """Capitals inside sentences, unknown words, and what follows kin, titles and naming words."""
    hidden: list[tuple[int, str, str]] = []
    skip = 0
    for index, word in enumerate(words):
        if word.low in language.descriptions:
            first, last = normal.original(word.start, word.end)
            yield Span(
                first, last, "DEMOGRAPHIC", for_kind("DEMOGRAPHIC", language), "shape", "origin, faith or language"
            )
            continue
        if skip:
            skip -= 1
            continue
        if length := is_agency(index, words, known):
            skip = length - 1
            continue
        reason = _reason(normal, words, index, language)
        if reason:
            hidden.append((index, *reason))
    yield from _joined(normal, words, hidden, known, language)


def carry_over(normal: Normal, words: Sequence[Word], spans: Sequence[Span], language: Language) -> Iterator[Span]:
    """Layer 6: a word hidden as a name once is hidden everywhere in the text."""
    hidden: dict[str, Span] = {}
    for span in spans:
        if span.kind in ("PERSON", "NAME"):
            for word in words:
                first, last = normal.original(word.start, word.end)
                if span.start <= first and last <= span.end and len(word.low) > 2:
                    for form in language.forms(word.low.removesuffix("'s")):
                        hidden.setdefault(form, span)
    for word in words:
        found = hidden.get(word.low)
        ordinary = language.knows(word.low) and not word.text[:1].isupper()
        if found and not ordinary:
            first, last = normal.original(word.start, word.end)
            yield Span(
                first, last, found.kind, found.placeholder, "cue", "hidden elsewhere in this text", found.certain
            )


def _reason(normal: Normal, words: Sequence[Word], index: int, language: Language) -> tuple[str, str] | None:
    """Rule and reason to hide this word; None when it may stand."""
    word = words[index]
    bare = word.low.removesuffix("'s").removesuffix("'")
    if any(c.isdigit() for c in word.text) or len(bare) < 2 or bare in language.keep:
        return None
    capital, ordinary = word.text[0].isupper(), language.knows(bare)
    name_too = bare in language.given_names or bare in language.nicknames
    before = words[index - 1].low.removesuffix("'s") if index and not _starts(normal, words, index) else ""
    if before and capital and (before in language.titles or before in language.kin):
        return "cue", "follows a title or a relation"
    if before and not ordinary and (before in language.titles or before in language.kin):
        return "cue", "follows a title or a relation"
    if before and (capital or not ordinary) and _named(words, index, language):
        return "cue", "follows a word that names"
    if word.text.isupper() and len(word.text) > 1:
        return ("default", "not an ordinary word") if not ordinary and len(bare) > 1 else None
    if capital and before:
        return "default", "a capital inside a sentence"
    if capital:
        return ("default", "not an ordinary word, or a name too") if not ordinary or name_too else None
    if not ordinary and language.hides_unknown_lower_case:
        return "default", "not an ordinary word"
    return None


def _starts(normal: Normal, words: Sequence[Word], index: int) -> bool:
    if index == 0:
        return True
    between = normal.text[words[index - 1].end : words[index].start]
    abbreviation = between.strip() == "." and words[index - 1].low in (
        "mr",
        "mrs",
        "dr",
        "ms",
        "z",
        "znj",
        "st",
        "rr",
        "insp",
    )
    return bool(_END.search(between)) and not abbreviation


def _named(words: Sequence[Word], index: int, language: Language) -> bool:
    return any(tuple(word.low for word in words[max(0, index - len(cue)) : index]) == cue for cue in language.naming)


def _joined(
    normal: Normal, words: Sequence[Word], hidden: Sequence[tuple[int, str, str]], known: Known, language: Language
) -> Iterator[Span]:
    """Neighbouring hidden words are one name."""
    start = 0
    while start < len(hidden):
        end = start
        while end + 1 < len(hidden) and _touch(normal, words, hidden[end][0], hidden[end + 1][0]):
            end += 1
        first, last = words[hidden[start][0]], words[hidden[end][0]]
        surface = " ".join(words[hidden[at][0]].low for at in range(start, end + 1)).removesuffix("'s")
        tail = 2 if last.text.endswith("'s") else 0
        begin, stop = normal.original(first.start, last.end - tail)
        _, rule, reason = hidden[start]
        placeholder = for_other(surface, known, language)
        yield Span(begin, stop, "NAME", placeholder, rule, reason, certain=rule == "cue")
        start = end + 1


def _touch(normal: Normal, words: Sequence[Word], one: int, other: int) -> bool:
    between = normal.text[words[one].end : words[other].start]
    return other == one + 1 and between in (" ", "-", "\n", "'") and words[other].text[0].isupper()
