"""Recorded numbers and addresses on the net: in any grouping, with letters for digits, or in words."""

from collections.abc import Iterator, Mapping

from redaction.languages.lists import DIGIT
from redaction.languages.words import Language
from redaction.recorded.known import Known
from redaction.recorded.written import LOOKS
from redaction.spans import Find
from redaction.text.reading import MARK, Reading

_BACK, _ACROSS, _SHORT, _LONG = 3, 40, 6, 9
_CLOSING = 3
_LANDS = ("0044", "00355", "44", "355")
_HUNDRED = "00"


def find_numbers(reading: Reading, known: Known) -> Iterator[Find]:
    numeric = numeric_words(reading)
    lows, facts = reading.lows, reading.facts
    at, count = 0, len(lows)
    if numeric.keys().isdisjoint(reading.said):
        if not reading.bits & DIGIT and "@" not in reading.normal.text:
            return
        plain = "".join(lows).replace("'", "")
        if not (known.holds_number(plain) or known.holds_number(plain.translate(LOOKS))):
            return
    while at < count:
        if not (facts[at].bits & DIGIT or lows[at] in numeric or "@" in reading.gaps[at + 1]):
            at += 1
            continue
        last = _last(reading, at, numeric)
        yield from _between(reading, _first(reading, at), last, known, numeric)
        at = last + 1


def _first(reading: Reading, at: int) -> int:
    """The first word of the run that holds a number: letters before it may belong to it."""
    first = at
    while (
        first
        and reading.kinds[first] <= MARK
        and len(reading.gaps[first]) <= 2
        and at - first < _BACK
        and reading.gaps[first] != ", "
    ):
        first -= 1
    return first


def _last(reading: Reading, at: int, numeric: Mapping[str, str]) -> int:
    lows, facts, gaps, kinds = reading.lows, reading.facts, reading.gaps, reading.kinds
    last = at
    while last + 1 < len(lows) and len(gaps[last + 1]) <= 3 and last - at < _ACROSS:
        follows = last + 1
        glued = (kinds[follows] <= MARK and gaps[follows] != " ") or gaps[follows] in (".", "\n.")
        if facts[follows].bits & DIGIT or lows[follows] in numeric or glued or _joins(reading, follows, numeric):
            last = follows
            continue
        # Short words of letters may close a mark, in the same line or the next, or be letters of it.
        if gaps[follows] in (" ", "\n", ".") and len(lows[follows]) <= _CLOSING:
            last = follows
            while last + 1 < len(lows) and gaps[last + 1] == " " and len(lows[last + 1]) == 1 == len(lows[last]):
                last += 1
            if last > follows or (last + 1 < len(lows) and facts[last + 1].bits & DIGIT and gaps[last + 1] == " "):
                continue
        break
    return last


def _between(reading: Reading, first: int, last: int, known: Known, numeric: Mapping[str, str]) -> Iterator[Find]:
    """Recorded numbers among these words."""
    plain, places = _spelled(reading, first, last, numeric)
    joined = "".join(plain)
    if len(joined) != len(places):
        return
    start = reading.starts[first]
    abroad = reading.normal.text[max(0, start - 1) : start] == "+" or joined[:2] in ("00", "44", "35")
    for run in {joined, joined.translate(LOOKS)}:
        for a, b, form in known.numbers_in(run):
            if _whole(reading, places, a, b):
                yield Find(places[a][0], places[b - 1][1], form.kind, "record", "a number in the record")
        for national in _LANDS if abroad else ():
            if run.startswith(national):
                rest = len(national)
                zero = run[rest:].removeprefix("0")
                moved = rest + len(run[rest:]) - len(zero)
                for a, b, form in known.numbers_in("0" + zero):
                    if a == 0:
                        yield Find(start, places[moved + b - 2][1], form.kind, "record", "a number in the record")


def _joins(reading: Reading, at: int, numeric: Mapping[str, str]) -> bool:
    """Whether a word only joins two numbers: 'dyzet e shtatë'."""
    lows, size = reading.lows, len(reading.lows)
    if not 0 < at < size - 1 or lows[at] not in reading.language.lists.of("number_joins"):
        return False
    return lows[at - 1] in numeric and lows[at + 1] in numeric and reading.gaps[at] == reading.gaps[at + 1] == " "


def _spelled(
    reading: Reading, first: int, last: int, numeric: Mapping[str, str]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Letters and digits of these words, and where each stands."""
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    times, begin = 1, -1
    for at in range(first, last + 1):
        low, start = reading.lows[at], reading.starts[at]
        said = numeric.get(low, "") if not reading.facts[at].bits & DIGIT else ""
        if not said and first < at < last and _joins(reading, at, numeric):
            continue
        if said.startswith("*"):
            times, begin = int(said[1:]), start
            continue
        place = start if begin < 0 else begin
        if len(said) > 1 and said[-1] == "0" and said[0] != "0" and at < last:
            # 'sixty two' is 62.
            after = at + 2 if at + 1 < last and _joins(reading, at + 1, numeric) else at + 1
            unit = numeric.get(reading.lows[after], "")
            said = said[:-1] if len(unit) == 1 and unit != "0" else said
        if said:
            for digit in said * times:
                plain.append(digit)
                places.append((place, reading.ends[at]))
        elif times > 1 and len(low) == 1:
            plain += low * times  # 'double 7'
            places += [(place, reading.ends[at])] * times
        else:
            for offset, character in enumerate(low):
                if character.isalnum():
                    plain.append(character)
                    places.append((start + offset, start + offset + 1))
        times, begin = 1, -1
    return plain, places


def _whole(reading: Reading, places: list[tuple[int, int]], a: int, b: int) -> bool:
    """Whether a number stands for itself, and is no piece of a longer one: the shorter, the more alone."""
    text = reading.normal.text
    first, last = places[a][0], places[b - 1][1]
    if b - a < _LONG and text[first - 1 : first].isdecimal() and text[last : last + 1].isdecimal():
        return False
    return b - a >= _SHORT or _edge(places, a, b, reading)


def _edge(places: list[tuple[int, int]], a: int, b: int, reading: Reading) -> bool:
    """A short number counts as a whole word alone, and figures only where nothing stands between them."""
    if places[b - 1][1] - places[a][0] != b - a and all(reading.normal.text[at].isdecimal() for at, _ in places[a:b]):
        return False
    text = reading.normal.text
    first, last = places[a][0], places[b - 1][1]
    return not (first and text[first - 1].isalnum()) and not (last < len(text) and text[last].isalnum())


_NUMERIC: dict[str, Mapping[str, str]] = {}


def numeric_words(reading: Reading) -> Mapping[str, str]:
    """Digits as words of this language: ``{"seven": "7", "double": "*2", "hundred": "00"}``."""
    language = reading.language
    if language.code not in _NUMERIC:
        _NUMERIC[language.code] = _numeric(language)
    return _NUMERIC[language.code]


def _numeric(language: Language) -> Mapping[str, str]:
    ordered = language.lists.ordered
    found = {word: str(value) for value, word in enumerate(ordered.get("numbers", ()))}
    found |= {word: str(value) for value, word in enumerate(ordered.get("counts", ())) if value > 9}
    tens = (entry.partition("=") for entry in ordered.get("tens", ()))
    found |= {word: value for word, _, value in tens if len(value) == 2}
    found |= dict.fromkeys(ordered.get("nought", ()), "0")
    found |= dict.fromkeys(ordered.get("hundred", ()), _HUNDRED)
    for entry in ordered.get("repeats", ()):
        word, _, times = entry.partition("=")
        found[word] = f"*{times}"
    return found
