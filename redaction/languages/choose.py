"""Which language module reads a text; a third language is one line here and a module beside."""

from redaction.languages.en import ENGLISH
from redaction.languages.sq import ALBANIAN
from redaction.languages.words import Language

LANGUAGES = {language.code: language for language in (ENGLISH, ALBANIAN)}


def language_of(code: str) -> Language:
    return LANGUAGES.get(code, ENGLISH)


def guess(text: str) -> str:
    """'sq' or 'en', by the short words only one of them has."""
    words = set(text.casefold().split())
    albanian = len(
        words & {"dhe", "në", "ne", "të", "e", "i", "se", "me", "për", "nga", "është", "ka", "më", "që", "u"}
    )
    english = len(
        words & {"the", "and", "of", "to", "is", "was", "has", "with", "for", "her", "his", "she", "he", "in"}
    )
    return "sq" if albanian > english else "en"
