"""A recorded day of birth in any written form: figures, words, months of many languages, Roman numerals, run together."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import DIGIT
from redaction.recorded.known import Known
from redaction.recorded.written import LOOKS
from redaction.shapes.date import MONTHS
from redaction.spans import Find
from redaction.text.reading import Reading

_RUNS = re.compile(r"\d+|[^\W\d_]+")
_ENDINGS = frozenset(["st", "nd", "rd", "th"])
# What may stand at a figure of a date: '12th', 'DOB12'.
_BESIDE = _ENDINGS | {"dob", "b", "born", "dl", "lindur"}
_LINKS = frozenset(["of", "the", "day", "and", "in", "year", "viti", "vitit", "i", "e", "te", "dita", "dates", "de"])
_ROMAN = {w: at for at, w in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1)}
_WIDEST, _MOST, _CENTURY, _HUNDRED, _THOUSAND, _YEAR = 4, 14, 100, 100, 1000, 4
_LONGEST, _GLUED = 16, frozenset(["/", ".", "-", " / ", ". "])
_LOOKS_LIKE = re.compile(r"[oil\d]*\d[oil\d]*")
DAY, MONTH, YEAR = "day", "month", "year"


class Part(NamedTuple):
    """A number or a month of a date and the place of the folded text it stands in."""

    value: int
    start: int
    end: int
    kind: str = ""
    length: int = 0
    said: bool = False


def find_births(reading: Reading, known: Known) -> Iterator[Find]:
    """Whole dates of birth; with a month's or a day's name also the birthday alone, with a doubt."""
    if not reading.bits & DIGIT and _words().keys().isdisjoint(reading.said):
        return
    days = known.orders
    for run in _dates(reading):
        if not days:
            days.update(_by_digits(known))
        for at in range(len(run)):
            found = _whole(run, at, days)
            found = None if found and _in_columns(reading, run[at : found[1] + 1]) else found
            if found:
                who, last = found
                reason = "a date of birth in the record"
                yield Find(_with_article(reading, run[at].start), run[last].end, "BIRTH", "record", reason, base=who)
            elif at + 1 < len(run) and (who := _birthday(run[at], run[at + 1], known)):
                yield Find(run[at].start, run[at + 1].end, "BORN", "record", "a birthday in the record", "", who, 0.4)


def _with_article(reading: Reading, start: int) -> int:
    low = reading.normal.low
    return start - 4 if low[:start].endswith("the ") and not low[: start - 4][-1:].isalnum() else start


def _by_digits(known: Known) -> dict[tuple[int, int, int], str]:
    """Every order and length in which day, month and year may follow each other."""
    found: dict[tuple[int, int, int], str] = {}
    for born, who in known.dates.items():
        for year in (born.year, born.year % _CENTURY):
            day, month = born.day, born.month
            for order in ((day, month, year), (month, day, year), (year, month, day), (year, day, month)):
                found.setdefault(order, who)
    return found


def _whole(run: list[Part], at: int, days: dict[tuple[int, int, int], str]) -> tuple[str, int] | None:
    """Whose whole date of birth begins here, and its last part."""
    one = run[at]
    if one.length in (6, 8) and not one.kind:
        digits = f"{one.value:0{one.length}d}"
        cuts = ((2, 4), (4, 6)) if one.length == 8 else ((2, 4),)
        for a, b in cuts:
            who = days.get((int(digits[:a]), int(digits[a:b]), int(digits[b:])))
            if who:
                return who, at
    if at + 2 < len(run):
        parts = run[at : at + 3]
        if sum(part.kind == MONTH for part in parts) <= 1:
            who = days.get((parts[0].value, parts[1].value, parts[2].value))
            if who:
                return who, at + 2
    return None


def _in_columns(reading: Reading, parts: list[Part]) -> bool:
    """Small numbers on lines of their own, as in a table, are no date."""
    between = reading.normal.text[parts[0].start : parts[-1].end]
    return "\n" in between and all(part.length and part.length < 4 for part in parts)


def _birthday(one: Part, other: Part, known: Known) -> str:
    """Whose birthday a day in words and a month's name are."""
    if other.kind == MONTH and one.said:
        day, month = one.value, other.value
    elif one.kind == MONTH and other.said:
        day, month = other.value, one.value
    else:
        return ""
    return next((who for born, who in known.dates.items() if (born.day, born.month) == (day, month)), "")


def _dates(reading: Reading) -> Iterator[list[Part]]:
    """Runs of numbers and months that stand close enough to be a date."""
    run: list[Part] = []
    before = -2
    words, asked, lows = _words(), _asked(), reading.lows
    for at in [at for at, fact in enumerate(reading.facts) if fact.low in asked or fact.bits & DIGIT]:
        low = lows[at]
        if low in words:
            known = len(low) > 1 or (bool(run) and reading.gaps[at] in _GLUED and reading.gaps[at + 1] in _GLUED)
        else:
            known = bool(reading.facts[at].bits & DIGIT) and len(low) <= _LONGEST
        if not known and not (run and low in _LINKS):
            continue
        if run and (before != at - 1 or len(reading.gaps[at]) > _WIDEST or len(run) >= _MOST):
            if _may_be_date(run):
                yield _summed(run)
            run = []
        before = at
        if known:
            parts = list(_parts(reading, at, words))
            run = [*run, *parts] if parts else []
    if _may_be_date(run):
        yield _summed(run)


def _may_be_date(run: list[Part]) -> bool:
    """Two numbers and more, or one that is as long as a date."""
    return len(run) > 1 or (len(run) == 1 and run[0].length in (6, 8))


@cache
def _asked() -> frozenset[str]:
    return _LINKS.union(_words())


def _parts(reading: Reading, at: int, words: dict[str, tuple[str, int]]) -> Iterator[Part]:
    low, start, end = reading.lows[at], reading.starts[at], reading.ends[at]
    if low in words:
        kind, value = words[low]
        yield Part(value, start, end, kind, said=kind != MONTH)
        return
    if low.isdecimal() or _LOOKS_LIKE.fullmatch(low):
        yield Part(int(low.translate(LOOKS)), start, end, length=len(low))
        return
    pieces = _RUNS.findall(low)
    if any(not piece.isdecimal() and piece not in words and piece not in _BESIDE for piece in pieces):
        return
    if _ROMAN.keys() & set(pieces) and not any(piece.isdecimal() and len(piece) == _YEAR for piece in pieces):
        return  # '25V5' inside a reference code
    for match in _RUNS.finditer(low):
        piece, first, last = match.group(), start + match.start(), start + match.end()
        if piece.isdecimal():
            yield Part(int(piece), first, last, length=len(piece))
        elif piece in words and piece not in _ENDINGS:
            yield Part(words[piece][1], first, last, words[piece][0])


def _summed(run: list[Part]) -> list[Part]:
    """Numbers in words put together: eighty-eight, nineteen eighty-eight, njëmijë e nëntëqind e tetëdhjetë e tetë."""
    found: list[Part] = []
    for part in run:
        last = found[-1] if found else None
        value = _together(last, part) if last and last.said and part.said else None
        if last and value is not None:
            found[-1] = Part(value, last.start, part.end, last.kind, said=True)
        else:
            found.append(part)
    return found


def _together(one: Part, other: Part) -> int | None:
    """What two number words side by side say together; None where they are two numbers."""
    a, b = one.value, other.value
    if b in (_HUNDRED, _THOUSAND) and a < b:
        return a * b
    if a >= _THOUSAND and a % _THOUSAND == 0 and b < _THOUSAND:
        return a + b
    if a % _HUNDRED == 0 and a >= _HUNDRED and b < _HUNDRED:
        return a + b
    if a % _HUNDRED >= 20 and a % 10 == 0 and b < 10:
        return a + b
    if a in (19, 20) and 10 <= b < _HUNDRED and one.kind != DAY:
        return a * _HUNDRED + b
    return None


@cache
def _words() -> dict[str, tuple[str, int]]:
    """Words of dates: a number, an ordinal (a day), a month."""
    found: dict[str, tuple[str, int]] = {}
    for language in LANGUAGES.values():
        ordered = language.lists.ordered
        found |= {word: ("", value) for value, word in enumerate(ordered.get("counts", ())) if value}
        for entry in ordered.get("tens", ()):
            word, _, value = entry.partition("=")
            found[word] = ("", int(value))
        found |= {word: (DAY, value) for value, word in enumerate(ordered.get("ordinals", ()), 1)}
    found |= {word: (MONTH, value) for word, value in (MONTHS | _ABROAD).items()}
    found |= {word: (MONTH, value) for word, value in _ROMAN.items()}
    return found


# Months as migrants' papers have them: German, French, Italian, Spanish, Portuguese, Romanian, Polish, Turkish, Greek.
_ABROAD = {
    word: at
    for at, row in enumerate(
        (
            "januar janvier gennaio enero janeiro ianuarie stycznia ocak ianouariou", "februar fevrier febbraio febrero fevereiro februarie lutego subat",
            "marz mars marzo marco martie marca mart", "avril aprile abril aprilie kwietnia nisan aprilis", "mai maggio mayo maio maja mayis",
            "juni juin giugno junio junho iunie czerwca haziran", "juli juillet luglio julio julho iulie lipca temmuz", "aout agosto august sierpnia agustos",
            "septembre settembre septiembre setembro septembrie wrzesnia eylul", "oktober octobre ottobre octubre outubro octombrie pazdziernika ekim",
            "novembre noviembre novembro noiembrie listopada kasim", "dezember decembre dicembre diciembre dezembro decembrie grudnia aralik",
        ),
        1,
    )
    for word in row.split()
}  # fmt: skip
