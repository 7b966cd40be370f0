"""A pattern is passed over only where it could not match."""

import json
import re
from pathlib import Path

import pytest

from redaction.shapes.every import SHAPES
from redaction.shapes.needed import Needed, needed, offered
from redaction.text.normal import fold

MATERIAL = Path(__file__).parents[1] / "material" / "eval"


@pytest.mark.parametrize(
    ("pattern", "pieces", "digits", "row", "touch"),
    [
        (r"(?<=\baged )\d{1,3}", ("aged ",), 1, 1, False),
        (r"(?:year|month)s? \d{4}", ("month", "year"), 4, 4, False),
        (r"[a-z]+\d{2}(?:-\d{3})?", (), 2, 2, True),
        (r"(?:flat )?\d", (), 1, 1, False),
        (r"(?!not)x\d\d", (), 2, 2, True),
        (r"(?i:aged) \w", (), 0, 0, False),
        (r"\w+@\w+", ("@",), 0, 0, False),
        (r"[^a]\s", (), 0, 0, False),
        (r"(?:abc|d)e(?=\d\d)", (), 0, 0, False),
        (r"(?:abc|de)(?=\d\d)", ("abc", "de"), 0, 0, False),
        (r"\d\d ?\d{3}\d?", (), 5, 3, False),
        (r"[a-z]{2} ?\d{2}", (), 2, 2, False),
        (r"[a-z]\d|\d\dx", (), 1, 1, True),
        (r"[a-z]\d|\d \d", (), 1, 1, False),
        (r"[a-z\d]{2}\d", (), 1, 1, False),
        (r"(?:\d{3}-){2}\d", (), 7, 3, False),
        (r"a(?=x)\d\b\d", (), 2, 2, True),
        (r"é\d", (), 1, 1, False),
    ],
)
def test_it_follows_from_the_pattern(pattern: str, pieces: tuple[str, ...], digits: int, row: int, touch: bool) -> None:
    """Alternatives are all told or none; what may be missing or must not stand there is not asked for."""
    assert needed(re.compile(pattern)) == Needed(pieces, digits, row, touch)


def test_a_piece_offers_digits_rows_and_a_letter_beside_one() -> None:
    """What a window has is counted as the patterns need it."""
    assert offered("12 of 345") == (5, 3, False)
    assert offered("no digit") == (0, 0, False)
    assert offered("ab12") == (2, 2, True)
    assert offered("7th") == (1, 1, True)


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
                digits, row, touch = offered(match.group())
                assert digits >= need.digits, pattern.pattern
                assert row >= need.row, pattern.pattern
                assert touch >= need.touch, pattern.pattern
                found += 1
    assert found > 500
