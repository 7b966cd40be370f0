"""Neighbouring hidden words are one find."""

from collections.abc import Iterator, Sequence

from redaction.marks import Mark
from redaction.reading import Reading
from redaction.spans import Find


def joined(reading: Reading, marks: Sequence[Mark | None]) -> Iterator[Find]:
    """Neighbouring hidden words are one name."""
    size = len(marks)
    start = 0
    while start < size:
        mark = marks[start]
        if mark is None:
            start += 1
            continue
        end = start
        while (
            end + 1 < size
            and (following := marks[end + 1]) is not None
            and _touch(reading, end + 1)
            and _alike(mark, following)
        ):
            end += 1
        run = [m for m in marks[start : end + 1] if m is not None]
        best = min(run, key=lambda m: m.doubt)
        kind = next((m.kind for m in run if m.kind not in ("NAME", "")), best.kind or "NAME")
        stop = reading.ends[end] - (2 if reading.lows[end].endswith("'s") and kind in ("NAME", "PERSON") else 0)
        yield Find(
            reading.starts[start], stop, "NAME" if kind == "PERSON" else kind, best.rule, best.reason, doubt=best.doubt
        )
        start = end + 1


def _alike(one: Mark, other: Mark) -> bool:
    names = ("NAME", "PERSON", "ORG", "PLACE", "ADDRESS", "")
    return one.kind == other.kind or (one.kind in names and other.kind in names)


def _touch(reading: Reading, at: int) -> bool:
    gap = reading.gaps[at]
    return gap in (" ", "-", "\n", "'", " & ", ". ", ".") and (
        gap not in (". ", "\n") or not reading.begins[at] or gap == "\n"
    )
