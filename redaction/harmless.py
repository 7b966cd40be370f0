"""Words that may stand in the whole area: never one that is, in any form, a name recorded in some case."""

from collections.abc import Iterable

from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import NAME
from redaction.recorded.known import name_parts
from redaction.text.normal import fold

_FUZZY = 5  # letters from which on one typing error still tells the name


def standing(words: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Of ``words`` those in which no part is one of ``names``, a form of one, or one letter away from it."""
    recorded = {part for name in names for part in name_parts(name)}
    recorded |= {nick for part in recorded for one in LANGUAGES.values() for nick in one.nicknames.get(part, ())}
    begins: dict[str, set[str]] = {}
    for name in recorded:
        begins.setdefault(name[:2], set()).add(name)
    return tuple(
        word for word in words if not any(_is_name(part, recorded, begins) for part in fold(word).split() if part)
    )


def may_name(words: str) -> bool:
    """Whether a list of first names holds one of these words: harmless in one text, never in a whole area."""
    return any(language.is_name(part) & NAME for part in name_parts(words) for language in LANGUAGES.values())


def _is_name(part: str, recorded: set[str], begins: dict[str, set[str]]) -> bool:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    part = part.strip(".,;:!?\"'()").removesuffix("'s")
    if part in recorded:
        return True
    for name in begins.get(part[:2], ()):
        forms = {form for language in LANGUAGES.values() for form in language.forms(name)}
        if part in forms or (len(part) >= _FUZZY and _near(part, forms)):
            return True
    longer = [name for name in recorded if len(name) >= _FUZZY] if len(part) >= _FUZZY else []
    return process.extractOne(part, longer, scorer=OSA.distance, score_cutoff=1) is not None


def _near(part: str, forms: set[str]) -> bool:
    from rapidfuzz.distance import OSA

    return any(OSA.distance(form, part, score_cutoff=1) <= 1 for form in forms)
