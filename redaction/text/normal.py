"""Layer 1: a text as the matching sees it, composed, without diacritics, look-alikes and invisible characters.

Every character of the folded text keeps the offset it came from.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from redaction.text.codes import codes

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "′": "'", "＇": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
    "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "…": ".", "·": ".",
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "s", "ħ": "h", "ŧ": "t",
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)), "օ": "o", "Օ": "O", "ո": "n", "ս": "u", "\u115f": "", "\u1160": "", "\u3164": "",
    "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ə": "e", "ɑ": "a", "ɡ": "g", "ɩ": "i",
    # Letters of other scripts that look like Latin ones.
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j", "һ": "h",
    "ԁ": "d", "ԛ": "q", "ԝ": "w", "к": "k", "т": "t", "м": "m", "п": "n", "в": "b", "н": "h", "г": "r", "ѵ": "v",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y",
    "Х": "X", "І": "I", "Ѕ": "S", "Ј": "J", "Ԁ": "D", "Ԛ": "Q", "Ԝ": "W",
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
    "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "α": "a", "ν": "v", "ρ": "p", "τ": "t", "υ": "u",
    "ι": "i", "κ": "k", "χ": "x", "ε": "e", "η": "n",
}  # fmt: skip
_OTHER = re.compile(r"[^\x00-\x7f]")


def _one(character: str) -> str:
    """What one character becomes: nothing, itself, or Latin letters."""
    same = _SAME.get(character)
    if same is not None:
        return same
    if unicodedata.category(character) in ("Cf", "Mn", "Me", "Mc"):
        return ""
    if character.isdecimal() and character.isdecimal():
        return str(unicodedata.decimal(character))
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return "".join(_SAME.get(c, c) for c in plain) or character


_TABLE = {
    code: found
    for code in (*range(0x80, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070), *range(0xFF01, 0xFF5F))
    if len(found := _one(chr(code))) == 1 and found != chr(code)
}  # fmt: skip
# Looked for one by one they are sooner gone than by the table, which is asked of every letter.
_COMMONEST = [(written, _TABLE[ord(written)]) for written in "ë“”çË’"]
_letter = lru_cache(4096)(_one)


@dataclass(slots=True)
class Normal:
    """``text`` is folded, ``low`` the same in lower case and of the same length.

    ``offsets[i]`` is the place of the i-th character in the original of ``length``; None where nothing moved.
    """

    text: Final[str] = field(repr=False)
    low: Final[str] = field(repr=False)
    offsets: Final[Sequence[int] | None] = field(repr=False)
    length: Final[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The piece of the original that a piece of the folded text came from, with the marks on its last letter."""
        if self.offsets is None:
            return start, end
        after = self.offsets[end] if end < len(self.offsets) else self.length
        return self.offsets[start], max(after, self.offsets[end - 1] + 1)

    def folded(self, offset: int) -> int:
        """The first folded character that came from this offset or later."""
        if self.offsets is None:
            return offset
        from bisect import bisect_left

        return bisect_left(self.offsets, offset)


def normalise(text: str) -> Normal:
    plain = _letters(text)
    if not _SIGN.search(plain.text) or not _UNDONE.search(plain.text):
        return plain
    return without_marks(plain)


def _letters(text: str) -> Normal:
    if text.isascii():
        return Normal(text, text.lower(), None, len(text))
    plain = text
    for written, meant in _COMMONEST:
        plain = plain.replace(written, meant)
    plain = plain if plain.isascii() else plain.translate(_TABLE)
    if plain.isascii():
        return Normal(plain, plain.lower(), None, len(text))
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _OTHER.finditer(plain):
        start = match.start()
        becomes = _letter(match.group())
        pieces.append(plain[at:start])
        offsets.extend(range(at, start))
        pieces.append(becomes)
        offsets.extend([start] * len(becomes))
        at = start + 1
    pieces.append(plain[at:])
    offsets.extend(range(at, len(plain)))
    folded = "".join(pieces)
    return Normal(folded, _lower(folded), offsets, len(text))


# One of these is in whatever has to be undone.
_SIGN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f&%=\\<*~\[]")
# Invisible controls; and between letters: tags, emphasis, brackets round letters, letters as numbers or names.
_UNDONE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f]|&#?\w{1,8};|(?<!\d)[%=][4-7]\w|\\u00\w\w|(?<=[^\W\d_])(?:<|\*\*|~~|\[)(?=[^\W\d]|/)"
)


def without_marks(plain: Normal) -> Normal:
    """The same text without controls, and with letters that were written as codes or inside markup."""
    pieces: list[str] = []
    offsets: list[int] = []
    held = plain.offsets if plain.offsets is not None else range(plain.length)
    at = 0
    for start, end, becomes in codes(plain.text):
        pieces += [plain.text[at:start], becomes]
        offsets += held[at:start]
        offsets += [held[start]] * len(becomes)
        at = end
    pieces.append(plain.text[at:])
    offsets += held[at:]
    folded = "".join(pieces)
    return Normal(folded, _lower(folded), offsets, plain.length)


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def fold(text: str) -> str:
    """Folded and in lower case, for comparing."""
    return normalise(text).low
