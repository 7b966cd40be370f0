"""What the patterns of shapes cannot do without, derived from the patterns: ``python -m tools.needs`` writes the table.

The engine reads it as it loads (``redaction/shapes/needed.py``): deriving it takes longer than all else it does then.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from redaction.shapes.every import ALL, SHAPES, TRIGGERS
from redaction.shapes.needed import BORDER, FAR, MOST, TABLE, Needed, entry, named

# What stands in nearly every text is not asked for; a single letter only where a word ends with it.
_EVERYWHERE = frozenset(" ,\n'")
Token = tuple[str, Any]
_REPEATS, _WIDTHLESS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"), ("AT", "ASSERT", "ASSERT_NOT")


def main() -> None:
    TABLE.write_text(table(), encoding="ascii", newline="\n")


def table() -> str:
    """A line of JSON for each pattern that is asked about: its name, its needs, how far round its digits it reads."""
    lines = {named(p, most): entry(needed(p, most), reach(p)) for p, most in _asked()}
    return "".join(f"{json.dumps([name, *held], separators=(',', ':'))}\n" for name, held in sorted(lines.items()))


def _asked() -> Iterator[tuple[re.Pattern[str], int]]:
    for shape in SHAPES:
        yield from ((pattern, MOST) for pattern in shape.patterns)
        if shape.beside:
            yield shape.beside, MOST
    yield from ((trigger, ALL) for trigger in TRIGGERS.values())


@cache
def needed(pattern: re.Pattern[str], most: int = MOST) -> tuple[Needed, ...]:
    """What it needs: one of these is met wherever it matches. So many choices of alternatives are told apart."""
    found: dict[Needed, frozenset[str]] = {}
    for way in _ways(pattern, most):
        needs, words = _besides_words(way), _words(way)
        held = found.get(needs, words)
        found[needs] = held | words if held and words else frozenset()
    return tuple(replace(needs, words=words) for needs, words in found.items()) or (Needed(),)


@cache
def reach(pattern: re.Pattern[str]) -> tuple[int, int]:
    """How far before the first digit of a match it can begin, and how far behind the last one it reads, at most."""
    sides = [_round_digits(way) for way in _ways(pattern, MOST)] or [(FAR, FAR)]
    return max(before for before, _ in sides), max(after for _, after in sides)


@cache
def _ways(pattern: re.Pattern[str], most: int) -> Sequence[Sequence[Token]]:
    """What follows what in each match: a sequence for each choice among the alternatives, as long as they are few."""
    if pattern.flags & re.IGNORECASE:
        return ()
    ways = [_flat(_parser.parse(pattern.pattern))]
    while True:
        more = [way for one in ways for way in _chosen(one)]
        if len(more) == len(ways) or len(more) > most:
            return ways
        ways = more


def _flat(tokens: Any) -> list[Token]:
    """Without groups; what must come several times stands there as often."""
    found: list[Token] = []
    for kind, value in tokens.data:
        name = str(kind)
        if name == "BRANCH":
            found.append((name, [_flat(part) for part in value[1]]))
        elif name in ("ASSERT", "ASSERT_NOT"):
            found.append((name, (value[0], _flat(value[1]))))
        elif name == "SUBPATTERN" and not value[1] & re.IGNORECASE:
            found += _flat(value[3])
        elif name == "ATOMIC_GROUP":
            found += _flat(value)
        elif name in _REPEATS and (len(value[2]) > 1 or str(value[2][0][0]) not in ("LITERAL", "IN")):
            body = _flat(value[2])
            found += body * value[0]
            if value[1] > value[0]:
                found.append((name, (0, int(value[1]) - value[0], body)))
        elif name in _REPEATS:
            found.append((name, (value[0], int(value[1]), _flat(value[2]))))
        else:
            found.append((name, value))
    return found


def _chosen(tokens: list[Token]) -> list[list[Token]]:
    """A sequence for each of the first alternatives."""
    for at, (name, value) in enumerate(tokens):
        if name == "BRANCH":
            return [[*tokens[:at], *part, *tokens[at + 1 :]] for part in value]
    return [tokens]


def _besides_words(way: Sequence[Token]) -> Needed:
    return Needed(_digits(way), _row(way), _rows(way), _touch(way), frozenset(_signs(way)))


def _repeated(token: Token) -> tuple[int, Token | None]:
    """How often a single character must stand there; None for anything longer."""
    name, value = token
    if name not in _REPEATS:
        return 1, token if name in ("LITERAL", "IN") else None
    return value[0], value[2][0] if len(value[2]) == 1 and value[2][0][0] in ("LITERAL", "IN") else None


def _digits(way: Iterable[Token]) -> int:
    """The least number of digits in a match; what is only looked at counts for nothing."""
    count = 0
    for token in way:
        least, one = _repeated(token)
        if token[0] == "BRANCH":
            count += min(map(_digits, token[1]))
        elif one is not None:
            count += least * _is_digit(*one)
    return count


def _row(way: Iterable[Token]) -> int:
    """The most digits that stand without a break in every match."""
    best = run = 0
    for token in way:
        if token[0] in _WIDTHLESS:
            continue
        least, one = _repeated(token)
        run = run + least if one is not None and _is_digit(*one) else 0
        inner = min(map(_row, token[1])) if token[0] == "BRANCH" else 0
        best = max(best, run, inner)
    return best


def _rows(way: Iterable[Token]) -> int:
    """How often there are digits in every match with something else between."""
    count, within = 0, False
    for token in way:
        least, one = _repeated(token)
        if one is None or not least:
            continue
        if _is_digit(*one):
            count += not within
            within = True
        elif _no_digit(*one):
            within = False
    return count


def _touch(way: Iterable[Token]) -> bool:
    """Whether in every match a letter from a to z stands right beside a digit."""
    before = ""
    for token in way:
        if token[0] in _WIDTHLESS:
            continue
        least, one = _repeated(token)
        sort = "" if one is None or not least else "digit" if _is_digit(*one) else "letter" if _is_letter(*one) else ""
        if sort and before and sort != before:
            return True
        if token[0] == "BRANCH" and all(map(_touch, token[1])):
            return True
        before = sort
    return False


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


def _no_digit(name: str, value: Any) -> bool:
    one = _characters(name, value)
    return _is_letter(name, value) or (bool(one) and not any(map(str.isdecimal, one)))


def _characters(name: str, value: Any) -> frozenset[str]:
    """What a single character can be; nothing where that is not a list."""
    if name == "LITERAL":
        return frozenset([chr(value)])
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(code) for _, code in value)
    return frozenset()


def _signs(way: Sequence[Token]) -> set[frozenset[str]]:
    """Of each set one sign stands in every match, looked at or taken; a point only where a word goes on behind it."""
    found: set[frozenset[str]] = set()
    for at, token in enumerate(way):
        if token[0] == "ASSERT":
            found |= _signs(token[1][1])
            continue
        least, single = _repeated(token)
        one = _characters(*single) if single is not None and least else frozenset()
        if not one or one & _EVERYWHERE or any(map(str.isalnum, one)):
            continue
        if "." not in one or least > 1 or _goes_on(way[at + 1 : at + 2]):
            found.add(one)
    return found


def _goes_on(way: Sequence[Token]) -> bool:
    """Whether a letter or digit stands there, whatever is matched."""
    if way and way[0][0] == "BRANCH":
        return all(map(_goes_on, way[0][1]))
    least, one = _repeated(way[0]) if way else (0, None)
    return bool(least) and one is not None and (_is_alnum(*one))


def _is_alnum(name: str, value: Any) -> bool:
    if name == "IN":
        return all(_is_alnum(str(one), what) for one, what in value)
    return _is_digit(name, value) or _is_letter(name, value)


_PARTS = re.compile(r"[^\W_]+")


def _words(way: Sequence[Token]) -> frozenset[str]:
    """Parts of words of which one stands in every match, with what it looks at; none where nothing is sure."""
    pieces = _best(_sequence(way)) or frozenset()
    return frozenset(one for one in pieces if not any(other in one for other in pieces - {one}))


def _sequence(way: Sequence[Token], begins: bool = False, ends: bool = False) -> list[frozenset[str]]:
    """The needs of each part of a sequence; letters in a row are one piece.

    ``begins`` where no word goes on across its begin, ``ends`` across its end.
    """
    found: list[frozenset[str]] = []
    run = ""
    for at, token in enumerate(way):
        name, value = token
        if name == "LITERAL":
            run += chr(value)
            continue
        if name == "BRANCH":
            # What stands before alternatives was taken out of each.
            led = way[at - len(run) : at]
            last = _is_border(way[at + 1], behind=True) if at + 1 < len(way) else ends
            each = [_best(_sequence([*led, *part], begins, last)) for part in value]
            if all(each):
                found.append(frozenset().union(*(one for one in each if one)))
        elif name == "ASSERT":
            found += _sequence(value[1])
        after = not _PARTS.match(run[-1]) if run else begins
        if run:
            found.append(_piece(run, begins, _is_border(token, behind=True)))
        begins, run = _is_border(token, behind=False) or (after and _leaves(token)), ""
    return [*found, _piece(run, begins, ends)] if run else found


def _is_border(token: Token, *, behind: bool) -> bool:
    """Whether no word goes on across a token: ``behind`` one that would end there, or one that would begin."""
    name, value = token
    if name == "AT":
        return str(value) == "AT_BOUNDARY"
    if name == "ASSERT_NOT":
        parts = value[1][0][1] if len(value[1]) == 1 and value[1][0][0] == "BRANCH" else [value[1]]
        return (value[0] > 0) == behind and any(len(part) == 1 and _has_letters(*part[0]) for part in parts)
    least, single = _repeated(token)
    one = _characters(*single) if single is not None and least else frozenset()
    return bool(one) and not any(c.isalnum() or c == "_" for c in one)


def _leaves(token: Token) -> bool:
    """Whether a border before a token is one behind it too."""
    name, value = token
    if name in ("ASSERT", "ASSERT_NOT"):
        return bool(value[0] > 0)
    return name in _REPEATS and not value[0] and _is_border(value[2][-1], behind=False)


def _has_letters(name: str, members: Any) -> bool:
    """Whether a set of characters has all letters."""
    letters = (("CATEGORY", "CATEGORY_WORD"), ("RANGE", str((ord("a"), ord("z")))))
    held = [(str(kind), str(value)) for kind, value in members] if name == "IN" else []
    return any(one in held for one in letters) and ("NEGATE", "None") not in held


def _piece(run: str, begins: bool, ends: bool) -> frozenset[str]:
    """The longest part of a word in what stands there."""
    part = max(_PARTS.finditer(run), key=lambda m: m.end() - m.start(), default=None)
    if part is None:
        return frozenset([""])
    first = BORDER if begins or part.start() else ""
    last = BORDER if ends or part.end() < len(run) else ""
    return frozenset([first + part.group() + last])


def _best(needs: Sequence[frozenset[str]]) -> frozenset[str] | None:
    """The need that is met least often: long pieces, few of them."""
    good = [need for need in needs if all(one[1:] and (one[2:] or one[0] != BORDER) for one in need)]
    return max(good, key=lambda need: (min(map(len, need)), -len(need)), default=None)


def _round_digits(way: Sequence[Token]) -> tuple[int, int]:
    """The most there is before the first digit that must stand there, and behind the last, with what is looked at."""
    sure = [at for at, token in enumerate(way) if _digits([token])]
    if not sure:
        return FAR, FAR
    first, last = sure[0], sure[-1]
    before = sum(map(_width, way[:first])) + _width(way[first]) - 1
    return before, _width(way[last]) - 1 + sum(map(_width, way[last + 1 :])) + max(map(_looked, way))


def _width(token: Token) -> int:
    """The most characters that a token takes."""
    name, value = token
    if name in _WIDTHLESS:
        return 0
    if name == "BRANCH":
        return max(sum(map(_width, part)) for part in value)
    if name in _REPEATS:
        return int(min(FAR, value[1] * sum(map(_width, value[2]))))
    return FAR if name.startswith("GROUPREF") else 1


def _looked(token: Token) -> int:
    """How far behind itself a token looks."""
    name, value = token
    if name == "AT":
        return 1
    if name in ("ASSERT", "ASSERT_NOT"):
        return sum(map(_width, value[1])) + max(map(_looked, value[1]), default=0)
    if name == "BRANCH":
        return max((_looked(one) for part in value for one in part), default=0)
    return max(map(_looked, value[2])) if name in _REPEATS else 0


if __name__ == "__main__":
    main()
