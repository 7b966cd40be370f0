"""The words that stand in place of a detail: one person, one placeholder, plainly artificial."""

from redaction.known import Form, Known
from redaction.languages.words import Language

OPEN, CLOSE = "⟨", "⟩"


def for_form(form: Form, language: Language) -> str:
    """For what the record knows: a person by role and number, anything else by its kind."""
    if not form.who:
        return wrap(language.placeholders.get(form.kind, language.placeholders["OTHER"]))
    role, _, number = form.who.rpartition(" ")
    word = language.placeholders[role]
    alone = role in ("victim", "perpetrator") and number == "1"
    return wrap(word if alone else f"{word} {number}")


def for_kind(kind: str, language: Language) -> str:
    return wrap(language.placeholders.get(kind, language.placeholders["OTHER"]))


def for_other(surface: str, known: Known, language: Language) -> str:
    """For a name nobody recorded: a letter of its own, the same throughout the case."""
    return wrap(f"{language.placeholders['NAME']} {known.letter(surface)}")


def wrap(words: str) -> str:
    return f"{OPEN}{words}{CLOSE}"
