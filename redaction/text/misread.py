"""Words that a scanner misread: 'te1ephone', 'frorn', 'HlGH'; ordinary words once that is undone."""

from collections.abc import Callable, Iterator
from itertools import product

from redaction.languages.choose import LANGUAGES

_DIGITS = {"0": "o", "1": "li", "5": "s", "8": "b", "9": "g", "6": "b"}
_MOST = 3


def is_misread(token: str) -> bool:
    """A folded word with digits for letters that is an ordinary word of some language without them."""
    digits = sum(c.isdecimal() for c in token)
    if not (0 < digits <= _MOST and digits * 2 < len(token) and len(token) > 2) or not token.isalnum():
        return False
    if not set(token) - set("0123456789") or any(c.isdecimal() and c not in _DIGITS for c in token):
        return False
    spelled = ["".join(letters) for letters in product(*(_DIGITS.get(c, c) for c in token))]
    return any(
        language.knows(word) and not language.is_name(word) for language in LANGUAGES.values() for word in spelled
    )


def as_meant(word: str, low: str, knows: Callable[[str], bool]) -> str:
    """The ordinary word that letters run together or mistaken for others stand for; '' for none."""
    return next((meant for meant in _meant(word, low) if knows(meant)), "")


def _meant(word: str, low: str) -> Iterator[str]:
    # A short one with a capital may well be a surname: 'Carne'.
    if "rn" in low and len(low) > (4 if word == low else 7):
        yield low.replace("rn", "m")
        yield low.replace("rn", "m", 1)
    if "I" in word[1:] and not word.isupper():
        yield word.replace("I", "l").lower()
    if "l" in word and word.replace("l", "").isupper() and len(word) > 2:
        yield word.replace("l", "i").lower()
