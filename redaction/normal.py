"""A text as the matching sees it: composed, without diacritics, look-alikes and invisible characters.

Every character of the folded text keeps the offset it came from.
"""

import re
import unicodedata
from dataclasses import dataclass

_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "s",
        # Letters of other scripts that look like Latin ones.
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j",
        "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T",
        "Х": "X", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
        "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o",
    }
)  # fmt: skip
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}
_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a folded text; ``start`` and ``end`` are offsets into the folded text."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.casefold()


@dataclass(frozen=True, slots=True)
class Normal:
    """``text`` is folded, ``offsets[i]`` the place of its i-th character in the original of ``length``."""

    text: str
    offsets: tuple[int, ...]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The piece of the original that a piece of the folded text came from."""
        first = self.offsets[start]
        last = self.offsets[end - 1] + 1
        return first, last

    def words(self) -> tuple[Word, ...]:
        return tuple(Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.text))


def normalise(text: str) -> Normal:
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character in _INVISIBLE or unicodedata.combining(character):
            continue
        for plain in unicodedata.normalize("NFKD", character.translate(_SAME)):
            if not unicodedata.combining(plain):
                letters.append(plain)
                offsets.append(offset)
    return Normal("".join(letters), tuple(offsets), len(text))


def fold(text: str) -> str:
    """Folded and in lower case, for comparing."""
    return normalise(text).text.casefold()
