"""What the CRF is told of a word and, by where they stand, of the words around it: marks, each a name of a few bytes.

A model knows the marks of the commonest words merged, each with the sum of their weights: the sum is what it would make
of them, so that one mark stands for all. ``python -m tools.train`` chooses which.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from redaction.languages.lists import DIGIT, KEEP, NAMES, ORDINARY, PHRASE
from redaction.text.facts import Facts

Marks = tuple[bytes, ...]
_TOLD = tuple((bit, name) for bit, name in NAMES.items() if bit < PHRASE)
_ENDING = (b"e=", b"E=")
_SAYS_LITTLE = ("ordinary", "common_words")


class Features(NamedTuple):
    """A word's marks: its own, and those for the words that stand one or two after it, one or two before it."""

    own: Marks
    before: Marks
    before2: Marks
    after: Marks
    after2: Marks


def features(fact: Facts) -> Features:
    """All of a word's marks, none merged."""
    low, bits, shape, senses = fact.low, fact.bits, fact.shape, fact.senses
    marks = [name for bit, name in _TOLD if bits & bit]
    written = "#" + shape if bits & DIGIT else low if bits & (ORDINARY | KEEP) else "?"
    own = [f"w={written}", f"s={shape}", *(f"m={mark}" for mark in marks), *senses]
    if bits & DIGIT and not low.isdecimal():
        own.append("z=" + "".join(c for c in low if not c.isdecimal())[:4])
    if len(low) > 4 and not bits & DIGIT:
        own += [f"e={low[-3:]}", f"E={low[-2:]}"]
    near = [written, *senses, *(mark.upper() for mark in marks if mark not in _SAYS_LITTLE)]
    if not bits & ORDINARY:
        near.append("?" + shape)
    far = [written, *(mark.upper() for mark in marks[:2] if mark != "ordinary")]
    return Features(
        _packed("", own), _packed("-", near), _packed("--", far), _packed("+", near), _packed("++", [written])
    )


def _packed(sign: str, marks: list[str]) -> Marks:
    return tuple((sign + mark).encode() for mark in marks)


def ending(own: Marks) -> tuple[Marks, Marks]:
    """A word's own marks, and apart from them those of its last letters, which names have too."""
    split = len(own) - sum(mark[:2] in _ENDING for mark in own)
    return own[:split], own[split:]


def together(marks: Marks) -> bytes:
    """Several marks as a model's file lists them."""
    return b" ".join(marks)


def merged_mark(number: int) -> bytes:
    """The one mark for those that stand at this place of the list; no word gives the same."""
    return b"=%x" % number


def listed(some: Sequence[bytes], none: Sequence[bytes]) -> bytes:
    """What follows the CRF in a model's file: marks merged, and after an empty line those of no weight at all."""
    return b"\n".join((*some, b"", *none))


def known_together(model: bytes) -> dict[bytes, Marks]:
    """What a model has for several marks together."""
    size = int.from_bytes(model[4:8], "little")
    some, _, none = model[size:].partition(b"\n\n")
    numbered = {marks: (merged_mark(number),) for number, marks in enumerate(some.splitlines())}
    return numbered | dict.fromkeys(none.splitlines(), ())


def merged(full: Features, known: Mapping[bytes, Marks]) -> Features:
    """The same with fewer marks. ``known`` gives what a model has for several marks together: one mark, or none."""

    def fewer(marks: Marks) -> Marks:
        return known.get(together(marks), marks)

    own = fewer(full.own)
    if own is full.own:
        first, last = ending(own)
        own = fewer(first) + fewer(last)
    return Features(own, *map(fewer, full[1:]))
