"""A model made quick: what it says of the commonest words in one mark each, so that the engine looks up fewer.

Weights are rounded to a fixed step first. Sums of such numbers are exact, so that a merged mark says to the last bit
what its marks say together.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from redaction.guessed.features import Features, Marks, ending, listed, merged_mark, together
from tools.crf_file import Crf, Weights, read, write

_STEP = 2.0**-24
# A word's own marks that stand less often are merged apart from those of its last letters.
_OFTEN = 4


def quick(model: bytes, words: Mapping[Features, int], most: int) -> bytes:
    """CRFsuite's file of a model as the engine reads it, with at most so many merged marks.

    ``words`` says how often each stands in texts like those that the engine will read.
    """
    crf = _rounded(read(model))
    marks = dict(crf.marks)
    saved = {common: saving for common, count in _common(words).items() if (saving := count * _spared(crf, common))}
    some, none = [], []
    for common in sorted(sorted(saved, key=lambda common: (-saved[common], common))[:most]):
        weights = weighed(crf, common)
        if weights:
            marks[merged_mark(len(some))] = weights
            some.append(together(common))
        else:
            none.append(together(common))
    return write(replace(crf, marks=marks)) + listed(some, none)


def _common(words: Mapping[Features, int]) -> Counter[Marks]:
    """How often marks stand together."""
    own: Counter[Marks] = Counter()
    common: Counter[Marks] = Counter()
    for word, count in words.items():
        own[word.own] += count
        for marks in word[1:]:
            common[marks] += count
    for marks, count in own.items():
        for part in (marks,) if count >= _OFTEN else ending(marks):
            common[part] += count
    return common


def _spared(crf: Crf, marks: Marks) -> int:
    """How many marks fewer are looked up."""
    return len(marks) - any(mark in crf.marks for mark in marks)


def weighed(crf: Crf, marks: Marks) -> Weights:
    """What several marks weigh together."""
    sums = [0.0] * len(crf.labels)
    for mark in marks:
        for label, weight in crf.marks.get(mark, ()):
            sums[label] += weight
    return tuple((label, weight) for label, weight in enumerate(sums) if weight)


def _rounded(crf: Crf) -> Crf:
    def row(weights: Weights) -> Weights:
        return tuple((label, round(weight / _STEP) * _STEP) for label, weight in weights)

    marks = {mark: row(weights) for mark, weights in crf.marks.items()}
    return replace(crf, follows=tuple(map(row, crf.follows)), marks=marks)
