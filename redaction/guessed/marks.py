"""What the layers that guess say of one word."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Mark:
    """One word that has to go."""

    kind: str
    rule: str
    reason: str
    doubt: float


Marks = list[Mark | None]  # of each word of a reading


def yields(mark: Mark | None, doubt: float) -> bool:
    """Whether a word is free for a mark that is surer: none stands, or one only learned and doubted more."""
    return mark is None or (mark.rule == "learned" and mark.doubt > doubt)


def hide(tags: Sequence[str], marks: Marks, first: int, last: int, kind: str, reason: str, doubt: float) -> None:
    """Give words from ``first`` to ``last`` that no layer before found, and that are free for it, a cue's mark."""
    for at in range(max(0, first), last + 1):
        if not tags[at] and yields(marks[at], doubt):
            marks[at] = Mark(kind, "cue", reason, doubt)


def is_name(tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    """Whether a word goes as somebody's name: one of the record, or one that was guessed."""
    mark = marks[at]
    return tags[at].startswith("R:PERSON") or (mark is not None and mark.kind in ("NAME", "PERSON", ""))
