"""Initials of the record: 'SF', 'S.F.', 'S. Fenwick', 'Mark H.', one letter that stands for a person."""

from collections.abc import Iterator
from dataclasses import replace

from redaction.guessed.around import heads_a_line
from redaction.languages.lists import DIGIT, KEEP
from redaction.recorded.hit import hit
from redaction.recorded.known import Form, Known
from redaction.spans import Find
from redaction.text.reading import TOUCH, Reading

INITIALS = "initials of somebody"
# Two letters that Albanian counts as one.
_DIGRAPHS = frozenset(["Dh", "Gj", "Ll", "Nj", "Rr", "Sh", "Th", "Xh", "Zh"])
# 'a.m.', 'e.g.', 'i.e.', 'p.m.' are no initials.
_NO_INITIAL = frozenset("aeip")
# Before a letter that is what is left of 'she's', 'didn't'.
_CONTRACTED = frozenset(
    [
        "i",
        "he",
        "she",
        "it",
        "we",
        "you",
        "they",
        "that",
        "who",
        "there",
        "what",
        "don",
        "didn",
        "doesn",
        "isn",
        "wasn",
        "won",
        "can",
        "couldn",
        "wouldn",
        "hasn",
        "hadn",
        "aren",
    ]
)
_LINKS = (". ", " ", ".", "-")


def with_initials(reading: Reading, index: int, form: Form, doubt: float, known: Known) -> Find:
    """A name, with the single capitals before or after it ('A. Hoxha', 'A.B. Hoxha', 'Hoxha A.')."""
    first = last = index
    facts, gaps = reading.facts, reading.gaps
    while first and index - first < 3 and _letter(reading, first - 1, index) and gaps[first] in _LINKS:
        recorded = facts[first - 1].low + form.base[:1] in known.initials
        stands_alone = facts[first - 1].low in "iae" and "." not in gaps[first] and first == index and not recorded
        if stands_alone:
            break
        first -= 1
    if first < index and form.surname:
        form = _whose(reading.facts[first].low, form, known)
    if first == index and index + 1 < len(facts) and gaps[index + 1] in (" ", ", ") and _after(reading, index):
        last += 1
    return hit(reading, first, last, form, "a name in the record", doubt=doubt)


def _whose(letter: str, form: Form, known: Known) -> Form:
    """Whose surname it is behind this initial: somebody else's where nobody recorded has it."""
    holder = known.letters.get(letter)
    if holder and holder.who and (holder.who == form.who or not form.who):
        return replace(form, who=holder.who)
    return form if not form.who else Form("NAME", base=form.base, surname=True)


def _letter(reading: Reading, at: int, index: int) -> bool:
    fact = reading.facts[at]
    written = (
        fact.capital or reading.case[index] == "n" or (reading.words[index].islower() and "." in reading.gaps[at + 1])
    )
    return len(fact.low) == 1 and fact.low.isalpha() and written


def _after(reading: Reading, index: int) -> bool:
    """A letter behind a name: with a point, or alone before what is no word."""
    facts, gaps = reading.facts, reading.gaps
    after = index + 1
    if len(facts[after].low) > 2 or not (facts[after].capital or reading.case[index] == "n"):
        return False
    if gaps[after] == " " and gaps[after + 1].startswith("."):
        return True
    if len(facts[after].low) > 1 or not facts[after].capital or facts[after].low == "i" or reading.case[index] == "C":
        return False
    return gaps[after] == " " and (gaps[after + 1] != " " or after + 1 >= len(facts) or not facts[after + 1].capital)


def may_be_initials(word: str, low: str, known: Known) -> bool:
    """Whether a short word is a letter, or letters that somebody of the record, or Albanian, begins with."""
    bare = low.removesuffix("'s")
    return len(bare) == 1 or (len(bare) < 4 and bare in known.initials) or word[: len(bare)] in _DIGRAPHS


def find_initials(reading: Reading, index: int, known: Known) -> Iterator[Find]:
    """Initials as one word or as letters, and one letter that stands for a person."""
    low = reading.lows[index].removesuffix("'s")
    letters = reading.words[index][: len(low)]
    following = index + 1
    if letters in _DIGRAPHS and reading.gaps[following] in (".", ". ") and following < len(reading.words):
        form = known.initials.get(low[0] + reading.lows[following])
        if form and reading.words[following][0].isupper():
            yield hit(reading, index, following, form, INITIALS, doubt=0.1)
            return
    if len(low) > 1:
        yield from _as_a_word(reading, index, low, letters, known)
        return
    pointed = letters.islower() and low not in _NO_INITIAL and reading.gaps[following] == "."
    small = reading.case[index] == "n" and letters.islower()
    if not (letters.isupper() or pointed or small) or not letters.isalpha():
        return
    if heads_a_line(reading, index):
        return
    run = _run(reading, index) if letters.isupper() or pointed else index
    for last in range(run, index, -1):
        form = known.initials.get("".join(reading.lows[at].removesuffix("'s") for at in range(index, last + 1)))
        if form:
            yield hit(reading, index, last, form, INITIALS, doubt=0.1)
            return
    if letters.islower() and _small_letter(reading, index, low) and low in known.letters:
        yield hit(reading, index, index, known.letters[low], "an initial", doubt=0.4)
    form = known.letters.get(low) if letters.isupper() else None
    if form and (_stands_alone(reading, index, low) or _paired(reading, index, known)):
        yield hit(reading, index, index, form, "an initial", doubt=0.4)


def _as_a_word(reading: Reading, index: int, low: str, letters: str, known: Known) -> Iterator[Find]:
    form = known.initials.get(low)
    if not form or (reading.case[index] == "C" and not _two_people(reading, index, known)):
        return
    if letters.isupper():
        # Letters that are a word too stand for somebody in capitals inside a sentence of small letters.
        stands = not reading.facts[index].bits & KEEP or _stands_for_somebody(reading, index)
    else:
        stands = "'" in letters or (letters[0].isupper() and letters[-1].isupper())
    if stands:
        yield hit(reading, index, index, form, INITIALS, doubt=0.2)


def _two_people(reading: Reading, index: int, known: Known) -> bool:
    """Two initials of the record side by side, as in a heading: 'AB / CD'."""
    for at, gap in ((index - 1, index), (index + 1, index + 1)):
        joined = 0 <= at < len(reading.lows) and reading.gaps[gap].strip() in ("/", "&", "+")
        if joined and reading.lows[at] in known.initials and reading.lows[at] != reading.lows[index]:
            return True
    return False


def _stands_for_somebody(reading: Reading, index: int) -> bool:
    """Letters that are an abbreviation of the field too: in doubt somebody's, but for a title or a measure."""
    words, gaps, after = reading.words, reading.gaps, index + 1
    follows = after < len(words) and gaps[after] in (" ", ". ")
    return not (follows and (words[after][0].isupper() or words[after][0].isdecimal()))


def _run(reading: Reading, index: int) -> int:
    """The last of the single capitals that follow each other from here."""
    last = index
    while (
        last + 1 < len(reading.words)
        and last - index < 4
        and reading.gaps[last + 1] in (".", ". ", " ", "/", "", "-", ".-")
        and len(reading.lows[last + 1].removesuffix("'s")) == 1
        and reading.words[last + 1][0].isupper() == reading.words[index][0].isupper()
    ):
        last += 1
    return last


def _in_a_persons_place(reading: Reading, index: int, low: str) -> bool:
    """Whether a letter that is a word too stands where only a person does: 'A said', "E's teacher", 'told E to'."""
    lists, lows, gaps = reading.language.lists, reading.lows, reading.gaps
    if low == "i":
        return False
    if lows[index].endswith("'s"):
        return True
    after = lows[index + 1] if index + 1 < len(lows) and gaps[index + 1] == " " else ""
    before = lows[index - 1] if index and gaps[index] == " " else ""
    if after in lists.of("acts"):
        return reading.begins[index] or before in lists.of("joins")
    return before in lists.of("addressed") and (not after or after in lists.of("after_addressed"))


def _small_letter(reading: Reading, index: int, low: str) -> bool:
    """Whether a small letter, in a text without capitals, stands where a person does: 'saw m today', 'r said'."""
    lists, lows, gaps = reading.language.lists, reading.lows, reading.gaps
    if reading.case[index] != "n" or low in "ai" or not index or gaps[index] != " ":
        return False
    if lows[index - 1] in _CONTRACTED:
        return False
    after = lows[index + 1] if index + 1 < len(lows) and gaps[index + 1] == " " else ""
    return after in lists.of("acts") or lows[index - 1] in lists.of("addressed") or lows[index - 1] in ("saw", "with")


def _paired(reading: Reading, index: int, known: Known) -> bool:
    """Two letters of the record side by side: 'A/E', 'A & E', 'A and E' are two people."""
    words, gaps = reading.words, reading.gaps
    for at, gap in ((index - 1, index), (index + 1, index + 1)):
        far = 2 * at - index
        if not 0 <= at < len(words):
            continue
        joined = reading.lows[at] in ("and", "dhe") and gaps[gap] == " "
        other = far if joined and 0 <= far < len(words) else at
        near = joined or gaps[gap] in ("/", "&", " & ", "+", " + ")
        if near and len(words[other]) == 1 and words[other].isupper() and reading.lows[other] in known.letters:
            before = min(index, other) - 1
            graded = before >= 0 and reading.lows[before] in reading.language.lists.of("grades")
            return not graded and reading.lows[index] != reading.lows[other] and reading.case[index] != "C"
    return False


def _stands_alone(reading: Reading, index: int, low: str) -> bool:
    """Whether one capital can stand for a person: no grade, no list's letter, no part of a mark."""
    if reading.case[index] == "C" or (low in "aiex" and not _in_a_persons_place(reading, index, low)):
        return False
    before, after = reading.lows[index - 1] if index else "", index + 1
    facts = reading.facts
    if before in reading.language.lists.of("grades") or facts[index - 1].bits & DIGIT:
        return False
    if after < len(facts) and facts[after].bits & DIGIT:
        return False
    return not (reading.kinds[after] == TOUCH or (reading.kinds[index] == TOUCH and index))
