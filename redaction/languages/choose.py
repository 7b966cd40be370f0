"""Which language module reads a text; a third language is one line here and a module beside."""

from collections.abc import Mapping

from redaction.languages.en import ENGLISH
from redaction.languages.sq import ALBANIAN
from redaction.languages.words import Language
from redaction.normal import fold

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, ALBANIAN)}


def language_of(code: str) -> Language:
    return LANGUAGES.get(code, ENGLISH)


def guess(text: str) -> str:
    """The language whose short words stand in the text most often; English where none does."""
    written = fold(text[:20_000]).split()
    found: Mapping[str, int] = {
        code: sum(word in language.lists.of("common_words") for word in written) for code, language in LANGUAGES.items()
    }
    return max(found, key=lambda code: (found[code], code == ENGLISH.code))
