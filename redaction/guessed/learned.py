"""Layer 5: a small CRF of our own, which weighs what the lists say of a word and of the words around it.

``python -m tools.train`` makes its file from the notes in the repository.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import compress
from typing import Protocol

from redaction.guessed.features import Features, Marks, features, known_together, merged
from redaction.text.facts import Facts, forget_facts
from redaction.text.reading import SPACE, Reading

PLAIN = "O"
# Below this chance nothing is hidden, so that the kind does not matter.
_WORTH = 0.045
_ROUNDING = 1e-6
# The labels by how often they are the likeliest, and which to ask first: by the first sign of a word's shape.
_COMMON = ("PERSON", "JOB", "OTHER", "ORG", "PLACE", "DEMOGRAPHIC", "ADDRESS", "AGE", "DATE", "ID", "HANDLE")
_FIRST = {"x": "JOB", "X": "PERSON", "9": "AGE"}
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


def items(reading: Reading, tags: Sequence[str], first: int, last: int, told: Sequence[Sequence[Marks]]) -> list[Marks]:
    """The marks of each word of a segment. ``told`` are those of all words, ``tags`` what the layers before found."""
    own, before, before2, after, after2 = zip(*told[first:last], strict=True)
    two = (_NONE, _NONE)
    around = zip(own, (_NONE, *before), (*two, *before2), (*after[1:], _NONE), (*after2[2:], *two), strict=False)
    found = [o + b + bb + a + aa for o, b, bb, a, aa in around]
    size = last - first
    for at in compress(range(size), tags[first:last]):
        tag = tags[first + at]
        found[at] += (_mark("t=", tag),)
        if at:
            found[at - 1] += (_mark("+t=", tag),)
        if at + 1 < size:
            found[at + 1] += (_mark("-t=", tag),)
    _stands(reading, first, last, found)
    return found


_NONE: Marks = ()


@lru_cache(2000)
def _mark(name: str, value: str) -> bytes:
    return (name + value).encode()


def _stands(reading: Reading, first: int, last: int, found: list[Marks]) -> None:
    """Add what stands before and after each word, where a sentence begins, and its letter case."""
    gaps, size = reading.gaps, last - first
    for at, kind in enumerate(reading.kinds[first : last + 1]):
        if kind != SPACE:
            before, after = _GAP_MARKS.get(gaps[first + at], _OTHER_GAP)
            if at:
                found[at - 1] += before
            if at < size:
                found[at] += after
    for at in compress(range(size), reading.begins[first:last]):
        found[at] += (_mark("b=", reading.facts[first + at].shape),)
    case = reading.case[first:last]
    if case.count("x") < size:
        for at, written in enumerate(case):
            if written != "x":
                found[at] += (_mark("c=", written),)


_GAP_MARKS = {gap: ((_mark("h=", sign),), (_mark("g=", sign),)) for gap, sign in _GAPS.items()}
_OTHER_GAP = (_mark("h=", "?"),), (_mark("g=", "?"),)


def learned(reading: Reading, tags: Sequence[str], model: str) -> Learned:
    """What the model thinks of each word."""
    size = len(reading.words)
    chance, kinds = [0.03] * size, [""] * size
    loaded = _loaded(model)
    if loaded is None:
        return Learned(chance, kinds)
    marginal = loaded.tagger.marginal
    facts = reading.facts
    telling = [fact.telling for fact in facts]
    told: list[Sequence[Marks]] = []
    for first, last in reading.segments:
        if True not in telling[first:last] and not any(tags[first:last]):
            continue
        told = told or [fact.weighed.get(model) or loaded.features(fact) for fact in facts]
        loaded.tagger.set(items(reading, tags, first, last, told))
        kind = ""
        for at, tag in enumerate(tags[first:last]):
            if len(tag) > 1:
                continue
            chance[first + at] = hidden = 1.0 - marginal(PLAIN, at)
            if hidden > _WORTH:
                order = loaded.orders[kind or _FIRST.get(facts[first + at].shape[0], "PERSON")]
                kinds[first + at] = kind = _likeliest(order, marginal, at, hidden)
    return Learned(chance, kinds)


def _likeliest(labels: Sequence[str], marginal: Callable[[str, int], float], at: int, left: float) -> str:
    """The likeliest of the labels; ``left`` is the chance of all together."""
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


class _Tagger(Protocol):
    """What is used of python-crfsuite's."""

    def set(self, _items: Sequence[Sequence[bytes]], /) -> None: ...
    def marginal(self, _label: str, _at: int, /) -> float: ...
    def labels(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class _Model:
    """``orders`` are the labels for what has to go, by the one to ask first; ``merged`` the marks known together.

    The tagger reads ``data`` for as long as it lives.
    """

    name: str
    tagger: _Tagger
    orders: Mapping[str, Sequence[str]]
    merged: Mapping[bytes, Marks] = field(repr=False)
    data: bytes = field(repr=False)

    def features(self, fact: Facts) -> Features:
        """What this model is told of a word: found once, kept with what else is known of it."""
        found = fact.weighed[self.name] = merged(features(fact), self.merged)
        return found


@cache
def _loaded(name: str) -> _Model | None:
    """None where there is no model of that name."""
    import pycrfsuite

    packed = files("redaction.languages.data") / f"{name}.crf.gz"
    if not packed.is_file():
        return None
    import gzip

    data = gzip.decompress(packed.read_bytes())
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    labels = [label for label in tagger.labels() if label != PLAIN]
    labels.sort(key=lambda label: _COMMON.index(label) if label in _COMMON else -1)
    return _Model(name, tagger, {one: _first(one, labels) for one in (*_COMMON, *labels)}, known_together(data), data)


def _first(one: str, labels: Sequence[str]) -> list[str]:
    """One label asked first, if the model has it."""
    return sorted(labels, key=lambda label: label != one)


def forget_models() -> None:
    """After training: read the files again."""
    _loaded.cache_clear()
    forget_facts()
