"""A pattern is passed over only where it could not match."""

import json
import random
import re
from pathlib import Path

import pytest

from redaction.languages.choose import language_of
from redaction.shapes.every import SHAPES, TRIGGERS, find_shapes, windows
from redaction.shapes.needed import TABLE, Needed
from redaction.shapes.offered import Offer, Words, offered, rows_in, signs_in
from redaction.text.normal import fold
from redaction.text.reading import Reading, read
from tools.needs import needed, reach, table

MATERIAL = Path(__file__).parents[1] / "material" / "eval"


def _need(*words: str, digits: int = 0, row: int = 0, rows: int = 0, touch: bool = False, signs: str = "") -> Needed:
    sets = frozenset(frozenset(one) for one in signs.split())
    return Needed(digits, row, rows, touch, sets, frozenset(words))


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"(?<=\baged )\d{1,3}", [_need("|aged|", digits=1, row=1, rows=1)]),
        (r"(?:year|month)s? \d{4}", [_need("year", "month", digits=4, row=4, rows=1)]),
        (r"[a-z]+\d{2}(?:-\d{3})?", [_need(digits=2, row=2, rows=1, touch=True)]),
        (r"(?:flat )?\d", [_need(digits=1, row=1, rows=1)]),
        (r"(?!not)x\d\d", [_need(digits=2, row=2, rows=1, touch=True)]),
        (r"(?i:aged) \w", [_need()]),
        (r"\w+@\w+", [_need(signs="@")]),
        (r"[^a]\s", [_need()]),
        (r"(?:abc|d)e(?=\d\d)", [_need("abce", "de")]),
        (r"\d\d ?\d{3}\d?", [_need(digits=5, row=3, rows=1)]),
        (r"[a-z]\d|\d\dx", [_need(digits=1, row=1, rows=1, touch=True), _need(digits=2, row=2, rows=1, touch=True)]),
        (r"[a-z]\d|\d \d", [_need(digits=1, row=1, rows=1, touch=True), _need(digits=2, row=1, rows=2)]),
        (r"[a-z\d]{2}\d", [_need(digits=1, row=1, rows=1)]),
        (r"(?:\d{3}-){2}\d", [_need(digits=7, row=3, rows=3, signs="-")]),
        (r"\d[/-]\d|\d[:]\d", [_need(digits=2, row=1, rows=2, signs="/-"), _need(digits=2, row=1, rows=2, signs=":")]),
        (r"\d\.\d", [_need(digits=2, row=1, rows=2, signs=".")]),
        (r"\d\. ?\d", [_need(digits=2, row=1, rows=2)]),
        (r"(?<!\w)(?:may|june?)\.? \d", [_need("|may", "|jun", digits=1, row=1, rows=1)]),
        (r"(?<![a-z])act(?!\w)", [_need("|act|")]),
        (r"(?:[a-z]+ ){1,3}road (?:at )?\w", [_need("|road|")]),
        (r"é\d", [_need(digits=1, row=1, rows=1)]),
    ],
)
def test_it_follows_from_the_pattern(pattern: str, needs: list[Needed]) -> None:
    """Alternatives are all told or none; what may be missing or must not stand there is not asked for."""
    assert list(needed(re.compile(pattern))) == needs


def test_the_engine_reads_what_follows_from_its_patterns() -> None:
    """After a change of a pattern ``python -m tools.needs`` writes the table anew."""
    assert TABLE.read_text(encoding="ascii") == table()


def test_how_far_a_pattern_reads_round_its_digits_follows_from_it() -> None:
    """Also what is only looked at behind a match counts; without a bound there is none."""
    assert reach(re.compile(r"(?:no )?\d{1,3}[a-z]?(?! of)")) == (5, 6)
    assert reach(re.compile(r"\d\b")) == (0, 1)
    assert min(reach(re.compile(r"\w*\d\w*"))) > 1000
    assert min(reach(re.compile(r"a\d?"))) > 1000


def test_a_text_offers_digits_rows_a_letter_beside_one_and_signs() -> None:
    """What a text has is counted as the patterns need it; a point at a sentence's end is none."""

    def offers(text: str) -> Offer:
        reading = _reading(text)
        return offered(reading.normal.low, rows_in(reading), signs_in(reading))

    assert offers("12 of 345") == (5, 3, 2, False, frozenset())
    assert offers("No digit. Not one.") == (0, 0, 0, False, frozenset())
    assert offers("ab12, a/b") == (2, 2, 1, True, frozenset("/"))
    assert offers("7th at 10.30") == (5, 2, 3, True, frozenset("."))


def test_a_part_of_a_word_is_met_where_it_stands_as_asked() -> None:
    """At a word's beginning, at its end, or anywhere; what is no letter before it begins a word too."""
    asked = [frozenset([one]) for one in ("qqz", "|qqz", "qqz|", "z|")]
    words = Words(asked)
    for word, met in (
        ("aqqza", "qqz"), ("qqza", "qqz |qqz"), ("aqqz", "qqz qqz| z|"), ("3qqz", "qqz |qqz qqz| z|"), ("qq", ""), ("o'qqz'a", "qqz |qqz qqz| z|"),
    ):  # fmt: skip
        said = words.met(_reading(word).facts)
        assert [one for need in asked for one in need if words.bit(need) & said] == met.split(), word


def test_patterns_that_ignore_case_are_always_read() -> None:
    """What stands there may be written in capitals."""
    assert needed(re.compile("aged", re.IGNORECASE)) == (Needed(),)


def test_every_match_in_the_notes_has_what_its_pattern_needs() -> None:
    """Each pattern over all texts at hand, whole: what it finds stands in a text that offers enough."""
    lines = [line for name in ("dev.en.jsonl", "dev.sq.jsonl") for line in (MATERIAL / name).read_text().splitlines()]
    found = 0
    for text in (fold(json.loads(line)["text"]) for line in lines):
        for pattern in (pattern for shape in SHAPES for pattern in shape.patterns):
            for match in pattern.finditer(text):
                start, end = max(0, match.start() - 40), match.end() + 40
                assert _could_match(_reading(text[start:end]), pattern), pattern.pattern
                found += 1
    assert found > 500


_WORDS = (
    "aged age year yr old month weeks vjec vjece v y7 nr nr. numri targe targa rruga rr. lagjja pall. ap. flat room no at on in of may maj "
    "june 3rd december dhjetor hene prej date dt klasa kl. nje dy te njezet e plate reg collar pc ref slip licence road street close hill "
    "postcode tel: www. a.b x_y x@y .example dot (at) birthday class: review visit birr o'v n'maj trev sh shen act ligji"
).split()  # fmt: skip
_SIGNS = (" ", " ", " ", " ", "", "", "-", "/", ".", ",", ". ", ":", "(", ")", "\n", '"', "'", "_", " - ", "..", "–")


def _made_up(chance: random.Random) -> str:
    """Digits, signs and words of shapes side by side."""
    pieces: list[str] = []
    for _ in range(chance.randint(1, 14)):
        number = "".join(chance.choice("0123456789") for _ in range(chance.choice((1, 1, 2, 2, 2, 3, 4, 5, 8))))
        letters = "".join(chance.choice("abovxiys") for _ in range(chance.choice((1, 1, 2, 3))))
        pieces += [chance.choice((number, number, letters, chance.choice(_WORDS), chance.choice(_WORDS)))]
        pieces += [chance.choice(_SIGNS), *([" plain words " * 5] if chance.random() < 0.03 else [])]
    return "".join(pieces)


@pytest.mark.parametrize("seed", range(2))
def test_what_is_found_is_what_every_pattern_finds_in_every_window(seed: int) -> None:
    """Passing over patterns and reading no further than they reach changes nothing, of digits, signs and words at random."""
    chance = random.Random(seed)
    found = 0
    for _ in range(400):
        reading = _reading(_made_up(chance))
        finds = [(find.start, find.end, find.kind, find.reason) for find in find_shapes(reading)]
        assert finds == _plainly(reading), reading.normal.low
        found += len(finds)
    assert found > 600


def _plainly(reading: Reading) -> list[tuple[int, int, str, str]]:
    """All patterns over all windows of their shapes, with nothing asked before."""
    low = reading.normal.low
    taken: set[int] = set()
    found = []
    for shape in SHAPES:
        rows = [match.span() for match in TRIGGERS[shape.trigger].finditer(low)]
        near = (shape.trigger, shape.before, shape.after)
        for window in windows(low, near, rows, offered(low, rows, frozenset())):
            for match in (m for pattern in shape.patterns for m in pattern.finditer(low, window.start, window.end)):
                stop = match.start() + len(match.group().rstrip(" ,.;:\n\"'-/"))
                place = set(range(match.start(), stop))
                new = not place & taken or any(low[at].isdecimal() for at in place - taken)
                if place and new and shape.accepts(match):
                    taken |= place
                    found.append((match.start(), stop, shape.kind, f"looks like {shape.name}"))
    return found


def _could_match(reading: Reading, pattern: re.Pattern[str]) -> bool:
    offer = offered(reading.normal.low, rows_in(reading), signs_in(reading))
    words = Words(need.words for need in needed(pattern))
    said = words.met(reading.facts)
    return any(offer.has(need) and words.bit(need.words) & said for need in needed(pattern))


def _reading(text: str) -> Reading:
    return read(text, language_of("en"))
