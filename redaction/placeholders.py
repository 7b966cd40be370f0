"""Layer 7: one person, one placeholder, plainly artificial, in the text's language."""

from redaction.known import Known, letter
from redaction.languages.words import Language
from redaction.normal import fold
from redaction.spans import Find

OPEN, CLOSE = "⟨", "⟩"


def wrap(words: str) -> str:
    return f"{OPEN}{words}{CLOSE}"


class Names:
    """Letters for the names nobody recorded: the same for one person throughout a text, and, kept, a case."""

    def __init__(self, known: Known, language: Language, *, keep: bool) -> None:
        self._known = known
        self._held = known.others if keep else dict(known.others)
        self._language = language

    def letter(self, surface: str) -> str:
        """A full name and its first name alone get the same letter; a surname that stood with another does too."""
        words = [w.removesuffix("'s") for w in fold(surface).replace("-", " ").split()]
        words = [w.strip(".,'\"()") for w in words if len(w.strip(".,'\"()")) > 1] or [fold(surface)]
        first = words[0]
        found = self._of(first) or (self._of(words[-1]) if len(words) == 1 else None)
        if found is None:
            found = letter(len(set(self._held.values())))
        self._held.setdefault(first, found)
        if len(words) > 1:
            self._held.setdefault(words[-1], found)
        return found

    def _of(self, word: str) -> str | None:
        held = self._held
        if word in held:
            return held[word]
        for form in sorted(self._language.forms(word)):
            if form in held:
                return held[form]
        return None


def person(find: Find, language: Language, surface: str) -> str:
    """For somebody of the record: by role and number, in the case of the name it replaces."""
    if not find.who:
        return wrap(language.inflect(language.placeholders["FAMILY"], fold(surface), find.base))
    role, _, number = find.who.rpartition(" ")
    word = language.placeholders.get(role, language.placeholders["other"])
    alone = role in ("victim", "perpetrator") and number == "1"
    return wrap(language.inflect(word if alone else f"{word} {number}", fold(surface), find.base))


def for_kind(kind: str, language: Language) -> str:
    return wrap(language.placeholders.get(kind, language.placeholders["OTHER"]))
