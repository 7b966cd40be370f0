"""A pattern is passed over only where it could not match."""

import json
import re
from pathlib import Path

import pytest

from redaction.normal import fold
from redaction.shapes.every import SHAPES
from redaction.shapes.needed import Needed, needed

MATERIAL = Path(__file__).parents[1] / "material" / "eval"


@pytest.mark.parametrize(
    ("pattern", "pieces", "digits"),
    [
        (r"(?<=\baged )\d{1,3}", ("aged ",), 1),
        (r"(?:year|month)s? \d{4}", ("month", "year"), 4),
        (r"[a-z]+\d{2}(?:-\d{3})?", (), 2),
        (r"(?:flat )?\d", (), 1),
        (r"(?!not)x\d\d", (), 2),
        (r"(?i:aged) \w", (), 0),
        (r"\w+@\w+", ("@",), 0),
        (r"[^a]\s", (), 0),
        (r"(?:abc|d)e(?=\d\d)", (), 0),
        (r"(?:abc|de)(?=\d\d)", ("abc", "de"), 0),
    ],
)
def test_it_follows_from_the_pattern(pattern: str, pieces: tuple[str, ...], digits: int) -> None:
    """Alternatives are all told or none; what may be missing or must not stand there is not asked for."""
    assert needed(re.compile(pattern)) == Needed(pieces, digits)


def test_patterns_that_ignore_case_are_always_read() -> None:
    """What stands there may be written in capitals."""
    assert needed(re.compile("aged", re.IGNORECASE)) == Needed()


def test_every_match_in_the_notes_holds_what_its_pattern_needs() -> None:
    """Each pattern over all texts at hand, whole: what it finds, with what it looks at, has the pieces and the digits."""
    lines = [line for name in ("dev.en.jsonl", "dev.sq.jsonl") for line in (MATERIAL / name).read_text().splitlines()]
    texts = [fold(json.loads(line)["text"]) for line in lines]
    wanted = [
        (pattern, need) for shape in SHAPES for pattern in shape.patterns if (need := needed(pattern)) != Needed()
    ]
    found = 0
    for text in texts:
        for pattern, need in wanted:
            for match in pattern.finditer(text):
                seen = text[max(0, match.start() - 40) : match.end() + 40]
                assert not need.pieces or any(piece in seen for piece in need.pieces), pattern.pattern
                assert sum(map(str.isdecimal, match.group())) >= need.digits, pattern.pattern
                found += 1
    assert found > 500
