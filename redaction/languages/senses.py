"""Classes of meaning of ordinary words, from a packed file: what the CRF learns of one word it knows of its like."""

from bisect import bisect_left
from collections.abc import Sequence

from redaction.languages.lists import packed


class Senses:
    """By the place of a word in a sorted list; the file tells the classes, then by one character a word's own."""

    def __init__(self, name: str, listed: Sequence[str] | None = None) -> None:
        """``listed`` where the file does not hold the words itself."""
        parts = packed(name).split("\n\n")
        self._words = parts[0].split() if listed is None else listed
        self._classes = [tuple(own.split()) for own in parts[-2].split("\n")]
        self._own = parts[-1]
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        found = self._found.get(word)
        if found is None:
            found = self._find(word)
            if found:  # A word of the list alone is kept: others may be names.
                self._found[word] = found
        return found

    def _find(self, word: str) -> tuple[str, ...]:
        at = bisect_left(self._words, word)
        if at == len(self._words) or self._words[at] != word:
            return ()
        return self._classes[ord(self._own[at]) - 0x100]
