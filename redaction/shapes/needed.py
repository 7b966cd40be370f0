"""What a pattern cannot do without: where it is missing, the pattern is not read at all.

It follows from the pattern itself, so that no pattern can be given a wrong one.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

# More than so many pieces cost more to look for than the pattern.
_MOST, _EVERYWHERE = 60, frozenset(" .,-")
# No pattern looks further back than this.
REACH = 40


@dataclass(frozen=True, slots=True)
class Needed:
    """``pieces``: each match, with what it looks at, holds at least one of them; none where nothing is sure.

    ``digits``: each match has at least so many; ``row``: so many without a break; ``touch``: a letter right beside one.
    """

    pieces: tuple[str, ...] = ()
    digits: int = 0
    row: int = 0
    touch: bool = False


_ROWS, _TOUCH = re.compile(r"\d+"), re.compile(r"[a-z]\d|\d[a-z]")


def offered(piece: str) -> tuple[int, int, bool]:
    """What a piece of a text has of digits: how many, how many without a break, whether a letter is beside one."""
    rows = [len(row) for row in _ROWS.findall(piece)]
    return sum(rows), max(rows, default=0), bool(_TOUCH.search(piece))


@cache
def needed(pattern: re.Pattern[str]) -> Needed:
    try:
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:
        return Needed()
    if pattern.flags & re.IGNORECASE:
        return Needed()
    tokens = _parser.parse(pattern.pattern)
    pieces = _best(_sequence(tokens)) or frozenset()
    short = sorted(one for one in pieces if not any(other in one for other in pieces - {one}))
    return Needed(tuple(short), _digits(tokens), _row(tokens), _touch(tokens))


def _digits(tokens: Iterable[Any]) -> int:
    """The least number of digits in a match; what is only looked at counts for nothing."""
    count = 0
    for kind, value in tokens:
        name = str(kind)
        if name == "LITERAL":
            count += chr(value).isdecimal()
        elif name == "IN":
            count += _is_digit(name, value)
        elif name == "BRANCH":
            count += min(_digits(branch) for branch in value[1])
        elif name == "SUBPATTERN":
            count += _digits(value[3])
        elif name in _REPEATS:
            count += value[0] * _digits(value[2])
        elif name == "ATOMIC_GROUP":
            count += _digits(value)
    return count


_REPEATS, _WIDTHLESS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"), ("AT", "ASSERT", "ASSERT_NOT")


def _row(tokens: Iterable[Any]) -> int:
    """The most digits that stand without a break in every match."""
    best = run = 0
    for kind, value in tokens:
        name = str(kind)
        if name in _WIDTHLESS:
            continue
        least, one = _repeated(name, value)
        if one is not None and _is_digit(*one):
            run += least
        else:
            run = 0
            best = max(best, _inner(name, value, _row, 0, min))
        best = max(best, run)
    return best


def _touch(tokens: Iterable[Any]) -> bool:
    """Whether in every match a letter from a to z stands right beside a digit."""
    before = ""
    for kind, value in tokens:
        name = str(kind)
        if name in _WIDTHLESS:
            continue
        least, one = _repeated(name, value)
        sort = "" if one is None or not least else "digit" if _is_digit(*one) else "letter" if _is_letter(*one) else ""
        if (sort and before and sort != before) or _inner(name, value, _touch, False, min):
            return True
        before = sort
    return False


def _repeated(name: str, value: Any) -> tuple[int, tuple[str, Any] | None]:
    """A single character's token and how often it stands at least; None for anything longer."""
    if name not in _REPEATS:
        return 1, (name, value) if name in ("LITERAL", "IN") else None
    inside = list(value[2])
    kind = str(inside[0][0]) if len(inside) == 1 else ""
    return value[0], (kind, inside[0][1]) if kind in ("LITERAL", "IN") else None


def _inner(name: str, value: Any, of: Callable[[Iterable[Any]], Any], none: Any, among: Callable[[Any], Any]) -> Any:
    """What holds of the tokens inside one, of all its branches."""
    if name == "BRANCH":
        return among([of(branch) for branch in value[1]])
    if name == "SUBPATTERN":
        return of(value[3])
    if name in _REPEATS:
        return of(value[2]) if value[0] else none
    return of(value) if name == "ATOMIC_GROUP" else none


def _is_letter(name: str, value: Any) -> bool:
    if name == "IN":
        return all(_is_letter(str(one), what) for one, what in value)
    if name == "RANGE":
        return _is_letter("LITERAL", value[0]) and _is_letter("LITERAL", value[1])
    return name == "LITERAL" and "a" <= chr(value) <= "z"


def _is_digit(name: str, value: Any) -> bool:
    if name == "IN":
        return all(_is_digit(str(one), what) for one, what in value)
    if name == "LITERAL":
        return chr(value).isdecimal()
    if name == "RANGE":
        return chr(value[0]).isdecimal() and chr(value[1]).isdecimal()
    return name == "CATEGORY" and str(value) == "CATEGORY_DIGIT"


def _sequence(tokens: Iterable[Any]) -> list[frozenset[str]]:
    """The needs of each part of a sequence; letters in a row are one piece."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in tokens:
        name = str(kind)
        if name == "LITERAL":
            run += chr(value)
            continue
        if run:
            found.append(frozenset([run]))
            run = ""
        need = _one(name, value)
        if need:
            found.append(need)
    return [*found, frozenset([run])] if run else found


def _one(name: str, value: Any) -> frozenset[str] | None:
    if name == "BRANCH":
        each = [_best(_sequence(tokens)) for tokens in value[1]]
        return frozenset().union(*(one for one in each if one)) if all(each) else None
    if name == "SUBPATTERN":
        return None if value[1] & re.IGNORECASE else _best(_sequence(value[3]))
    if name in _REPEATS:
        return _best(_sequence(value[2])) if value[0] else None
    if name == "ASSERT":
        return _best(_sequence(value[1]))
    if name == "ATOMIC_GROUP":
        return _best(_sequence(value))
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(code) for _, code in value)
    return None


def _best(needs: Sequence[frozenset[str]]) -> frozenset[str] | None:
    """The need that is met least often: long pieces, few of them."""
    good = [need for need in needs if len(need) <= _MOST and not any(map(_stands_everywhere, need))]
    return max(good, key=lambda need: (min(map(len, need)), -len(need)), default=None)


def _stands_everywhere(piece: str) -> bool:
    return piece in _EVERYWHERE or (len(piece) == 1 and piece.isalnum())
