"""Layer 7: one person, one placeholder, plainly artificial, in the text's language."""

import re
from functools import cache

from redaction.languages.words import Language
from redaction.recorded.known import Known, letter
from redaction.shown.generalise import general
from redaction.shown.policy import Policy, Treatment
from redaction.spans import CERTAIN, Find
from redaction.text.normal import fold

OPEN, CLOSE = "⟨", "⟩"
_ENDS = ("", "n", "t", "et", "eve")  # of a name, one for each case that a placeholder takes


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
        alike = self._language.is_one_name
        return next((held[name] for name in held if name[0] == word[0] and alike(word, name)), None)


def person(find: Find, language: Language, surface: str) -> str:
    """For somebody of the record: by role and number, in the case of the name it replaces."""
    if not find.who:
        return wrap(language.inflect(language.placeholders["FAMILY"], fold(surface), find.base))
    return wrap(language.inflect(_called(find.who, language), fold(surface), find.base))


def _called(who: str, language: Language) -> str:
    role, _, number = who.rpartition(" ")
    word = language.placeholders.get(role, language.placeholders["other"])
    return word if role in ("victim", "perpetrator") and number == "1" else f"{word} {number}"


def written(who: str, language: Language) -> set[str]:
    """Every case in which the placeholder of a person of the record stands in a text."""
    return _cases(_called(who, language), language)


def lettered(letter: str, language: Language) -> set[str]:
    """The same of a name that nobody recorded."""
    return _cases(f"{language.placeholders['NAME']} {letter}", language)


def _cases(word: str, language: Language) -> set[str]:
    last = word.split()[0]
    return {wrap(language.inflect(word, last + end, last)) for end in _ENDS}


def placeholder(find: Find, names: Names, language: Language, policy: Policy) -> str:
    """What stands in place of a find for this audience."""
    if find.kind in ("PERSON", "NAME"):
        return _someone(find, names, language, policy)
    treatment = policy.of(find.kind)
    if treatment is Treatment.REMOVE:
        return wrap(language.says["removed"])
    kind = "OTHER" if is_guess(find) else find.kind
    general_too = treatment is Treatment.GENERALISE and kind == find.kind
    words = general(find, language, policy.on) if general_too else ""
    words = words or language.placeholders.get(kind, language.placeholders["OTHER"])
    return wrap(
        language.inflect(words, find.surface, "") if find.kind == "PLACE" and " " not in find.surface else words
    )


# How doubtful an age may be that the CRF alone found: what it finds besides are counts.
_SURE = 0.1


def is_guess(find: Find) -> bool:
    """Only guessed to be an age or a day: told as one it could be a wrong fact."""
    if find.rule != "learned" or find.kind not in ("AGE", "DATE"):
        return False
    return find.doubt > (_SURE if find.kind == "AGE" else CERTAIN)


def _someone(find: Find, names: Names, language: Language, policy: Policy) -> str:
    if find.kind == "PERSON":
        return person(find, language, find.surface)
    word = language.placeholders["NAME"]
    if not policy.linked:
        return wrap(language.says["somebody"])
    return wrap(language.inflect(f"{word} {names.letter(find.surface)}", find.surface, ""))


@cache
def ours(language: Language) -> re.Pattern[str]:
    """The placeholders this engine writes, so that a disguised text can be disguised again and stays."""
    month = "(?:" + "|".join(map(re.escape, language.months)) + r")(?: \d{4})?"
    shown = [re.escape(words) for words in language.generals.values()]
    for kind in language.placeholders.values():
        last = kind.split()[-1]
        forms = {language.inflect(kind, last + end, last) for end in _ENDS}
        shown += [re.escape(form) + r"(?: [A-Z]?\d{0,4})?" for form in forms]
    slots = {"month": month, "low": r"\d{1,2}", "high": r"\d{1,2}", "count": r"[^\W\d_]+", "told": r"[^⟨⟩]+"}
    for told in language.says.values():
        plain = re.escape(told)
        for slot, pattern in slots.items():
            plain = plain.replace(re.escape("{" + slot + "}"), pattern)
        shown.append(plain)
    # With the article that some of them once had.
    return re.compile(f"{OPEN}(?:an? )?(?:{'|'.join(sorted(shown, key=len, reverse=True))}){CLOSE}")
