"""A text in blocks that can be read apart: cut after whole sentences and at empty lines, never inside a name."""

import re

from redaction.text.reading import ABBREVIATIONS

_SAFE = re.compile(r"(?=[ \t])(?:(?<=[^\W\d_]{3}[.!?])|(?<=[^\W\d_]{3}[.!?][\"”’)»]))[ \t]+(?=[^\s\d])|\n[ \t\r]*\n\s*")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[.!?][\"”’)»]?$")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FEW = 40
_CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-Þ](?![A-ZÀ-ÖØ-Þ])")


def blocks(text: str) -> list[str]:
    """Pieces that joined are the text again. Each cut depends on what stands right beside it alone."""
    found: list[str] = []
    at = 0
    for match in _SAFE.finditer(text):
        before = _WORD_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
        if before and (before.group(1)[0].isupper() or before.group(1).lower() in ABBREVIATIONS):
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
