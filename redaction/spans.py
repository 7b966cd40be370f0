"""A span is a piece of the original text that is replaced; overlaps are settled here."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets count code points of the text as given, end exclusive. ``certain`` is False for a doubt."""

    start: int
    end: int
    kind: str
    placeholder: str
    rule: str
    reason: str
    certain: bool = True


# What says more about a person wins: the record over a shape, a shape over a guess.
RANKS = {"reviewer": 0, "record": 1, "near record": 2, "shape": 3, "cue": 4, "default": 5}


def resolve(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Without overlaps, in order; of two that overlap the union stays hidden under the better-known one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.end <= span.start:
            continue
        if kept and span.start < kept[-1].end:
            kept[-1] = _union(kept[-1], span)
        else:
            kept.append(span)
    return tuple(kept)


def _union(one: Span, other: Span) -> Span:
    better = min((one, other), key=lambda s: (RANKS.get(s.rule, 9), -(s.end - s.start)))
    return Span(
        min(one.start, other.start),
        max(one.end, other.end),
        better.kind,
        better.placeholder,
        better.rule,
        better.reason,
        one.certain and other.certain,
    )
