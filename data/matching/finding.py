"""Somebody's cases, found by a name as it is remembered: by its words' beginnings, spellings and short forms."""

from collections.abc import Iterable, Sequence
from functools import reduce

from data.matching.names import like
from data.matching.traits import Nicknames
from data.records.case_details import Person
from data.records.sharing import name_words
from redaction.text.normal import fold

_BEGINNING = 3  # letters that may stand for a word they begin


class Names:
    """The names of everybody on record by their words; each word is compared once, however many bear it."""

    def __init__(self, nicknames: Nicknames) -> None:
        self._nicknames = nicknames
        self._names: list[str] = []  # the case of each name
        self._bearing: dict[str, set[int]] = {}

    def add(self, case_id: str, people: Iterable[Person]) -> None:
        for person in people:
            for name in (person.full_name, *person.also_known_as):
                for word in _words(name):
                    self._bearing.setdefault(word, set()).add(len(self._names))
                self._names.append(case_id)

    def find(self, sought: str) -> tuple[str, ...]:
        """The ids of the cases, each once, with a person each of these words is a word of the name of."""
        words = _words(sought)
        if not words:
            return ()
        found = reduce(set.intersection, (self._of(word) for word in words))
        return tuple(dict.fromkeys(self._names[at] for at in sorted(found)))

    def _of(self, sought: str) -> set[int]:
        fit = (bearing for word, bearing in self._bearing.items() if self._fits(sought, word))
        return set().union(*fit)

    def _fits(self, sought: str, word: str) -> bool:
        begins = len(sought) >= _BEGINNING and word.startswith(sought)
        return begins or (min(len(sought), len(word)) > 1 and like(sought, word, self._nicknames))


def _words(name: str) -> Sequence[str]:
    return [fold(word) for word in name_words(name)]
