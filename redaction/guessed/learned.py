"""Layer 5: a small CRF of our own, which weighs what the lists say of a word and of the words around it.

``python -m tools.train`` makes its file from the notes in the repository.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from redaction.text.reading import SPACE, Reading

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


def items(reading: Reading, tags: Sequence[str], first: int, last: int) -> list[list[bytes]]:
    """The marks of each word of a segment. ``tags`` is what the layers before found, by word."""
    facts = reading.facts[first:last]
    found = [list(fact.own) for fact in facts]
    following, second = found[1:], found[2:]
    for marks, fact in zip(following, facts, strict=False):
        marks += fact.before
    for marks, fact in zip(second, facts, strict=False):
        marks += fact.before2
    for marks, fact in zip(found, facts[1:], strict=False):
        marks += fact.after
    for marks, fact in zip(found, facts[2:], strict=False):
        marks += fact.after2
    for at, tag in enumerate(tags[first:last]):
        if tag:
            found[at].append(_mark("t=", tag))
            if at:
                found[at - 1].append(_mark("+t=", tag))
            if at + 1 < len(found):
                found[at + 1].append(_mark("-t=", tag))
    _stands(reading, first, last, found)
    return found


@lru_cache(2000)
def _mark(name: str, value: str) -> bytes:
    return (name + value).encode()


def _stands(reading: Reading, first: int, last: int, found: list[list[bytes]]) -> None:
    """Add what stands before and after each word, where a sentence begins, and its letter case."""
    gaps, case = reading.gaps, reading.case
    for at, kind in enumerate(reading.kinds[first : last + 1]):
        if kind != SPACE:
            gap = _GAPS.get(gaps[first + at], "?")
            if at:
                found[at - 1].append(_mark("h=", gap))
            if at < len(found):
                found[at].append(_mark("g=", gap))
    for at, begins in enumerate(reading.begins[first:last]):
        if begins:
            found[at].append(_mark("b=", reading.facts[first + at].shape))
    if any(one != "x" for one in case[first:last]):
        for at in range(first, last):
            if case[at] != "x":
                found[at - first].append(_mark("c=", case[at]))


def learned(reading: Reading, tags: Sequence[str], model: str) -> Learned:
    """What the model thinks of each word."""
    size = len(reading.words)
    chance, kinds = [0.03] * size, [""] * size
    loaded = _tagger(model)
    if loaded is None:
        return Learned(chance, kinds)
    tagger, labels = loaded
    marginal = tagger.marginal
    telling = [fact.telling for fact in reading.facts]
    for first, last in reading.segments:
        if not any(telling[first:last]) and not any(tags[first:last]):
            continue
        tagger.set(items(reading, tags, first, last))
        for at, tag in enumerate(tags[first:last]):
            if len(tag) > 1:
                continue
            chance[first + at] = hidden = 1.0 - marginal(PLAIN, at)
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
    """The model, and its labels for what has to go; None where there is none of that name."""
    import pycrfsuite

    packed = files("redaction.languages.data") / f"{model}.crf.gz"
    if not packed.is_file():
        return None
    import gzip

    model_bytes = gzip.decompress(packed.read_bytes())
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model_bytes)
    _ALIVE[model] = model_bytes
    return tagger, [label for label in tagger.labels() if label != PLAIN]


# The tagger reads the bytes it was opened on for as long as it lives.
_ALIVE: dict[str, bytes] = {}


def forget_models() -> None:
    """After training: read the files again."""
    _tagger.cache_clear()
