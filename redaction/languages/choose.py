"""Which language module reads a text; a third language is one line here and a module beside."""

import re
from collections.abc import Mapping

from redaction.languages.en import ENGLISH
from redaction.languages.sq import ALBANIAN
from redaction.languages.words import Language
from redaction.text.normal import fold

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, ALBANIAN)}
_PLAINLY = 3  # short words


def language_of(code: str) -> Language:
    return LANGUAGES.get(code, ENGLISH)


def guess(text: str) -> str:
    """The language whose short words stand in the text most often; English where none does."""
    found = _counted(text[:20_000])
    return max(found, key=lambda code: (found[code], code == ENGLISH.code))


def written_in(text: str, usual: str) -> str:
    """``usual``, unless another language is plainly that of the text: a note in English of an Albanian case."""
    found = _counted(text[:2_000])
    code = max(found, key=lambda one: (found[one], one == usual))
    if found[code] >= _PLAINLY and found[code] > 2 * found.get(usual, 0):
        return code
    english = ENGLISH.code
    borrowed = usual != english and found[english] and found[english] >= found.get(usual, 0)
    return english if borrowed and _english(text[:2_000], usual) else usual


def _english(text: str, usual: str) -> bool:
    """Whether a few words ('Visit her and fit a lock') are English: the other list knows many an English word, since notes
    borrow them, but here is none that it alone knows."""
    words = re.findall(r"[^\W\d_]{2,}", fold(text))
    known = [word for word in words if ENGLISH.knows(word)]
    return len(known) >= _PLAINLY and not any(language_of(usual).knows(word) for word in set(words).difference(known))


def _counted(text: str) -> Mapping[str, int]:
    written = fold(text).split()
    return {
        code: sum(word in language.lists.of("common_words") for word in written) for code, language in LANGUAGES.items()
    }
