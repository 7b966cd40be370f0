"""The template's own phrases: each excuses its words only where the whole phrase stands."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from redaction.recorded.written import WORDS
from redaction.spans import Find
from redaction.text.normal import fold
from redaction.text.reading import Reading

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Constants:
    """``by_word``: the phrases, longest first, that a folded word stands in, and where in each."""

    by_word: Mapping[str, tuple[tuple[Phrase, int], ...]] = field(repr=False)

    @staticmethod
    def of(phrases: Collection[str]) -> "Constants":
        found: dict[str, list[tuple[Phrase, int]]] = {}
        for phrase in {tuple(WORDS.findall(fold(phrase))) for phrase in phrases}:
            for at, word in enumerate(phrase):
                found.setdefault(word, []).append((phrase, at))
        longest = {word: tuple(sorted(held, key=lambda one: -len(one[0]))) for word, held in found.items()}
        return Constants(longest)

    def excuse(self, reading: Reading, find: Find) -> bool:
        """Whether all that was found stands inside one phrase, and the whole phrase stands there."""
        covered = reading.covering(find.start, find.end)
        if not covered:
            return False
        first, last = covered[0], covered[-1]
        for phrase, at in self.by_word.get(reading.lows[first], ()):
            begin = first - at
            if begin >= 0 and last < begin + len(phrase) and _stands(reading, begin, phrase):
                return True
        return False


def _stands(reading: Reading, begin: int, phrase: Phrase) -> bool:
    return tuple(reading.lows[begin : begin + len(phrase)]) == phrase
