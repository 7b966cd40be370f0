"""A text in blocks that can be read apart: cut after whole sentences and at empty lines, never inside a name."""

import re

from redaction.text.reading import ABBREVIATIONS

# A pattern that begins with a character is looked for fast. Group 1 is the space after a sentence.
_SAFE = re.compile(r"[.!?\n](?:(?<=[^\W\d_]{3}[.!?])[\"”’)»]?([ \t]+)(?=[^\s\d])|(?<=\n)[ \t\r]*\n\s*)")
_WORD_BACKWARDS = re.compile(r"[\"”’)»]?[.!?]([^\W\d_]+)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FEW = 40
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=\b.)(?![A-ZÀ-ÖØ-Þ])")


def blocks(text: str) -> list[str]:
    """Pieces that joined are the text again. Each cut depends on what stands right beside it alone."""
    found: list[str] = []
    at = 0
    for match in _SAFE.finditer(text):
        start = match.start() if match[1] is None else match.start(1)
        before = _WORD_BACKWARDS.match(text[max(0, start - 24) : start][::-1])
        if before and (before[1][-1].isupper() or before[1][::-1].lower() in ABBREVIATIONS):
            continue
        found.append(text[at : match.end()])
        at = match.end()
    if at < len(text) or not found:
        found.append(text[at:])
    return found


def caseless(text: str) -> bool:
    """A text typed without capitals: hardly a word begins with one."""
    # A placeholder stands where a name did.
    capitals = len(_CAPITALS.findall(text)) + text.count("⟨")
    if capitals * _FEW > len(text) // 3 + 1:
        return False  # as many words as that are not in it
    return capitals == 0 or capitals * _FEW <= len(_LETTERS.findall(text))
