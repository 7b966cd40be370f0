"""Words of several classes in one sentence: 'afraid', 'kids' and 'court' tell together what none of them tells alone.

Read word by word and not with patterns, since a note is read again at each keystroke.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from data.records.profile import WithheldFact

_WORD = re.compile(r"[^\W_]+")
_Phrase = tuple[str, ...]
_SHORTEST = 2  # letters of a stem
NEAR = 16  # words within which they must stand: a dictated note is one sentence


@dataclass(frozen=True, slots=True)
class _Classes:
    """``first``: by a phrase's first word, or by its first stem, the classes it may be of."""

    words: dict[str, list[tuple[_Phrase, int]]]
    stems: dict[str, list[tuple[_Phrase, int]]]
    rules: tuple[tuple[str, frozenset[int]], ...]
    seen: dict[str, tuple[tuple[_Phrase, int], ...]] = field(default_factory=dict)

    def told(self, sentence: str) -> str | None:
        """The code of the first fact of which all classes of one rule stand near each other."""
        words = _WORD.findall(sentence)
        last: dict[int, int] = {}  # where a word of each class stood last
        for at, word in enumerate(words):
            met = {number for phrase, number in self._begun_by(word) if _goes_on(words, at, phrase)}
            last.update(dict.fromkeys(met, at))
            for code, wanted in self.rules if met else ():
                if wanted & met and all(at - last.get(number, -NEAR) < NEAR for number in wanted):
                    return code
        return None

    def _begun_by(self, word: str) -> tuple[tuple[_Phrase, int], ...]:
        known = self.seen.get(word)
        if known is None:
            begun = list(self.words.get(word, ()))
            for end in range(_SHORTEST, len(word) + 1):
                begun += self.stems.get(word[:end], ())
            if len(self.seen) > 20_000:
                self.seen.clear()
            known = self.seen[word] = tuple(begun)
        return known


def together_in(sentence: str, facts: tuple[WithheldFact, ...]) -> str | None:
    """The code of the first fact that a folded sentence may tell by words of several classes."""
    classes = _classes(facts)
    return classes.told(sentence) if classes.rules else None


@lru_cache(maxsize=64)
def _classes(facts: tuple[WithheldFact, ...]) -> _Classes:
    numbers: dict[str, int] = {}
    rules = []
    for fact in facts:
        for line in fact.together:
            wanted = frozenset(numbers.setdefault(one.strip(), len(numbers)) for one in line.split("+"))
            rules.append((fact.code, wanted))
    words: dict[str, list[tuple[_Phrase, int]]] = defaultdict(list)
    stems: dict[str, list[tuple[_Phrase, int]]] = defaultdict(list)
    for written, number in numbers.items():
        for phrase in _phrases(written.split("|")):
            first = phrase[0]
            (stems if first.endswith("*") else words)[first.rstrip("*")].append((phrase, number))
    return _Classes(dict(words), dict(stems), tuple(rules))


def _phrases(written: Iterable[str]) -> Iterator[_Phrase]:
    for one in written:
        parts = tuple(part for word in one.split() for part in re.findall(r"[^\W_]+\*?", word))
        if parts:
            yield parts


def _goes_on(words: list[str], at: int, phrase: _Phrase) -> bool:
    rest = words[at + 1 : at + len(phrase)]
    return len(rest) == len(phrase) - 1 and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for word, part in zip(rest, phrase[1:], strict=True)
    )
