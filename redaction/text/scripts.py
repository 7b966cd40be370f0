"""A name that the record holds in Cyrillic or Greek, in Latin letters: texts write it so."""

import unicodedata

_ROMAN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцыэіїєґ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "y",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "y",
            "e",
            "i",
            "yi",
            "ye",
            "g",
        ],
        strict=False,
    )
)
_ROMAN |= {"ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": "", "ё": "yo", "й": "i", "ў": "u", "ђ": "dj", "ј": "j",
           "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz"}  # fmt: skip
_ROMAN |= dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψως",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
            "s",
        ],
        strict=True,
    )
)


def romanised(name: str) -> str:
    """Folded; the same as folding where the name is in Latin letters already."""
    from redaction.text.normal import fold

    low = name.lower()
    if not any(c in _ROMAN for c in low):
        return fold(name)
    plain = unicodedata.normalize("NFC", low)
    return fold("".join(_ROMAN.get(c, _ROMAN.get(unicodedata.normalize("NFD", c)[0], c)) for c in plain))
