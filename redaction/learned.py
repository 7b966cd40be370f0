"""Layer 5: a small CRF of our own, which weighs what the lists say of a word and of the words around it.

``python -m tools.train`` makes its file from the notes in the repository.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from redaction.reading import Reading

PLAIN = "O"
# Below this chance nothing is hidden, so that the kind does not matter.
_WORTH = 0.045
_ROUNDING = 1e-6
_GAPS = {
    ", ": ",",
    ": ": ":",
    ". ": ".",
    "\n": "/n",
    " (": "(",
    ") ": ")",
    ' "': '"',
    '" ': '"',
    "-": "-",
    "/": "/",
    " & ": "&",
    "\n\n": "/n",
    " - ": "~",
    "'": "'",
    ".": ".",
    ":": "t",
    " £": "£",
    "£": "£",
    " €": "£",
}


@dataclass(frozen=True, slots=True)
class Learned:
    """How likely each word is to be hidden, and as what; ``kinds`` is empty where it is hardly likely."""

    chance: list[float] = field(repr=False)
    kinds: list[str] = field(repr=False)


def items(reading: Reading, tags: Sequence[str], first: int, last: int) -> list[list[str]]:
    """The marks of each word of a segment. ``tags`` is what the layers before found, by word."""
    facts, kinds, gaps, case = reading.facts, reading.kinds, reading.gaps, reading.case
    found: list[list[str]] = []
    top = len(facts)
    for at in range(first, last):
        fact = facts[at]
        marks = list(fact.own)
        if tags[at]:
            marks.append("t=" + tags[at])
        if at > first:
            marks += facts[at - 1].before
            if tags[at - 1]:
                marks.append("-t=" + tags[at - 1])
            if at - 1 > first:
                marks += facts[at - 2].before2
        if at + 1 < last:
            marks += facts[at + 1].after
            if tags[at + 1]:
                marks.append("+t=" + tags[at + 1])
            if at + 2 < last:
                marks += facts[at + 2].after2
        if kinds[at] != 1:
            marks.append("g=" + _GAPS.get(gaps[at], "?"))
        if at + 1 < top + 1 and kinds[at + 1] != 1:
            marks.append("h=" + _GAPS.get(gaps[at + 1], "?"))
        if reading.begins[at]:
            marks.append("b=" + fact.shape)
        if case[at] != "x":
            marks.append("c=" + case[at])
        found.append(marks)
    return found


def learned(reading: Reading, tags: Sequence[str], model: str) -> Learned:
    """What the model thinks of each word."""
    tagger = _tagger(model)
    size = len(reading.words)
    chance, kinds = [0.03] * size, [""] * size
    if tagger is None:
        return Learned(chance, kinds)
    labels = [label for label in tagger.labels() if label != PLAIN]
    facts = reading.facts
    for first, last in reading.segments:
        if not any(facts[at].telling or tags[at] for at in range(first, last)):
            continue
        tagger.set(items(reading, tags, first, last))
        marginal = tagger.marginal
        for at in range(last - first):
            if len(tags[first + at]) > 1:
                continue
            hidden = 1.0 - marginal(PLAIN, at)
            chance[first + at] = hidden
            if hidden > _WORTH:
                kinds[first + at] = _likeliest(labels, marginal, at, hidden)
    return Learned(chance, kinds)


def _likeliest(labels: Sequence[str], marginal: Callable[[str, int], float], at: int, left: float) -> str:
    """The first of the likeliest labels; ``left`` is the chance of all together."""
    best, most = "", -1.0
    for label in labels:
        chance = marginal(label, at)
        if chance > most:
            best, most = label, chance
        left -= chance
        if most > left + _ROUNDING:
            break
    return best


def either(told: Sequence[Learned]) -> Learned:
    """What several models think: of each word the one that is surest that it has to go."""
    if len(told) == 1:
        return told[0]
    surest = [max(told, key=lambda one, at=at: one.chance[at]) for at in range(len(told[0].chance))]  # type: ignore[misc]
    return Learned([one.chance[at] for at, one in enumerate(surest)], [one.kinds[at] for at, one in enumerate(surest)])


@cache
def _tagger(model: str):  # type: ignore[no-untyped-def]
    import pycrfsuite

    packed = files("redaction.languages.data") / f"{model}.crf.gz"
    if not packed.is_file():
        return None
    import gzip

    model_bytes = gzip.decompress(packed.read_bytes())
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model_bytes)
    _ALIVE[model] = model_bytes
    return tagger


# The tagger reads the bytes it was opened on for as long as it lives.
_ALIVE: dict[str, bytes] = {}


def forget_models() -> None:
    """After training: read the files again."""
    _tagger.cache_clear()
