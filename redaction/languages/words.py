"""What a language module offers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from redaction.languages.lists import Lists


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. Everything the engine knows of it stands here, so that a third is a module of its own.

    ``lists`` are its lists by heart (kin, ranks, jobs, months …); ``knows`` whether a folded lower-case word is
    an ordinary one; ``is_name`` whether a folded word is on a list of names; ``forms`` gives a name in every
    case it takes; ``bare`` what a written word may be without endings, clitics or a habit's spelling.
    ``placeholders`` are words by kind of detail, ``inflect`` puts one into the case of the word it replaces.
    ``limits`` are the chances from which on the CRF hides, by their names in ``redaction.guessed.unknown.Limits``, where this
    language has its own.
    ``says`` are the sentences of what is told in general, ``months`` their names, ``generals`` what a noun inside
    a name tells of it ('surgery': 'a surgery').
    ``models`` weigh a text that comes with no record; where there is one, 'notes' does alone.
    ``senses`` are marks of what an ordinary word means or stems from, for the CRF.
    ``same_name`` whether two folded words are one name in two cases, where ``forms`` from the first alone do not say it.
    ``owns`` says whether an ordinary word is the language's own, where it knows borrowed ones too.
    ``pets`` are what a given name is cut down to at home, by rule, beside the ``nicknames`` that are known.
    ``surely`` says whether a word list holds a word as it stands: with an ending taken off, many a name is a word.
    ``hides_unknown_lower_case`` where the word list is full enough for that.
    """

    code: str
    lists: Lists
    knows: Callable[[str], bool]
    is_name: Callable[[str], int]
    forms: Callable[[str], frozenset[str]]
    bare: Callable[[str], tuple[str, ...]]
    nicknames: Mapping[str, tuple[str, ...]]
    placeholders: Mapping[str, str]
    inflect: Callable[[str, str, str], str]
    endings: frozenset[str]
    says: Mapping[str, str]
    months: tuple[str, ...]
    generals: Mapping[str, str]
    hides_unknown_lower_case: bool
    limits: Mapping[str, Any] = field(default_factory=dict)
    models: tuple[str, ...] = ("notes",)
    senses: Callable[[str], tuple[str, ...]] = lambda _word: ()
    surely: Callable[[str], bool] = lambda _word: True
    same_name: Callable[[str, str], bool] | None = None
    owns: Callable[[str], bool] | None = None
    pets: Callable[[str], frozenset[str]] = lambda _name: frozenset()

    def has(self, word: str) -> bool:
        """Whether a folded word is an ordinary one of this language, and not borrowed."""
        return (self.owns or self.knows)(word)

    def is_one_name(self, one: str, other: str) -> bool:
        """Whether one folded word is the other, maybe in another case."""
        if one == other:
            return True
        return self.same_name(one, other) if self.same_name else other in self.forms(one)
