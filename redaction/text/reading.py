"""A text cut into words and sentences once; every layer looks at the same lists."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import accumulate, pairwise
from operator import or_

from redaction.languages.lists import DIGIT, ORDINARY, RANK
from redaction.languages.words import Language
from redaction.text.facts import Facts, lexicon
from redaction.text.normal import Normal, normalise

_LONGEST, _MESSAGE = 120, 3
_MOST = 20_000
# A lower-case clitic before a capital is a word of its own: n'Kukës, t'Agimit.
_CLITIC = re.compile(r"'[A-Z]")
_CUT = re.compile(r"((?<![^\W_])[a-z](?='[A-Z])|[^\W_]+(?:'[^\W_]+)*)")
# The same for what has no clitic, is in plain letters: the engine of the patterns is quicker there.
_NO_CLITIC = re.compile(r"([^\W_]+(?:'[^\W_]+)*)")
_PLAIN = re.compile(r"([a-zA-Z0-9]+(?:'[a-zA-Z0-9]+)*)")
TOUCH, SPACE, MARK, END = range(4)
_DOUBTED = (" ?", " (?", "/?", ", ?")
_ENDS = re.compile(r"[.!?:;\n•|\t]")
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "rr",
        "nr",
        "av",
        "znj",
        "z",
        "insp",
        "prof",
        "rev",
        "fr",
        "sgt",
        "no",
        "ap",
        "pall",
        "shk",
        "tel",
        "dt",
        "cel",
        "ref",
        "vs",
        "approx",
        "sh",
        "a",
        "b",
        "c",
    ]
)


@dataclass(slots=True)
class Reading:
    """``gaps[i]`` is the text before the i-th word, the last one the text after all; ``kinds[i]`` what it is.

    ``begins[i]`` where a capital says nothing because a sentence begins; ``case[i]`` the letter case of the
    word's sentence: ``x`` ordinary, ``n`` no capitals at all, ``C`` nearly all capitals. ``segments`` are what the CRF
    reads at a time: sentences with what stands before their colon. ``bits`` is what the lists say of any of the words,
    ``cued`` the places from which rules may begin, ``cues`` which rules; ``said`` all words, ``single`` those of one
    letter.
    """

    normal: Normal
    language: Language
    words: list[str] = field(repr=False)
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)
    gaps: list[str] = field(repr=False)
    kinds: list[int] = field(repr=False)
    facts: list[Facts] = field(repr=False)
    lows: list[str] = field(repr=False)
    begins: list[bool] = field(repr=False)
    case: list[str] = field(repr=False)
    sentences: list[tuple[int, int]] = field(repr=False)
    segments: list[tuple[int, int]] = field(repr=False)
    bits: int = 0
    said: frozenset[str] = field(default=frozenset(), repr=False)
    single: list[int] = field(default_factory=list, repr=False)
    cued: list[tuple[int, int]] = field(default_factory=list, repr=False)
    cues: int = 0

    def says(self, *sections: str) -> bool:
        """Whether a word of these sections of the lists is among those that are said."""
        return not self.said.isdisjoint(self.language.lists.among(*sections))

    def at(self, cue: int) -> list[int]:
        """The places of the words that start a rule."""
        return [at for at, cues in self.cued if cues & cue] if self.cues & cue else []

    def covering(self, start: int, end: int) -> range:
        """The words that a piece of the folded text touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


class _Gaps(dict[str, int]):
    """What stands between two words, and what it is: the short ones are kept."""

    def __missing__(self, gap: str) -> int:
        # Three spaces and more are the border of a form's field.
        # A mark of doubt before a word, as in 'surname ?Shields', ends nothing.
        ends = _ENDS.search(gap) and gap not in _DOUBTED
        found = END if ends or "   " in gap else SPACE if gap.isspace() else MARK
        if len(gap) < 4 and len(self) < 2000:
            self[gap] = found
        return found


_gap = _Gaps({"": TOUCH, " ": SPACE, ". ": END, ", ": MARK, "-": TOUCH, "\n": END}).__getitem__


def read(text: str, language: Language, own: dict[str, Facts] | None = None, *, caseless: bool = False) -> Reading:
    """``own`` keeps what is found of words that may be names, for as long as its case is open.

    ``caseless`` where the text it is a part of was typed without capitals.
    """
    normal = normalise(text)
    parts = _cut(normal.text)
    words, gaps = parts[1::2], parts[::2]
    sizes = list(map(len, parts))
    at = list(accumulate(sizes))
    found = lexicon(language)
    own = {} if own is None or len(own) > _MOST else own
    kept, held = found._kept.get, own.get
    facts = [kept(word) or held(word) or found.facts(word, own) for word in words]
    kinds = list(map(_gap, gaps))
    lows = [fact.low for fact in facts]
    cued = [(at, cues) for at, fact in enumerate(facts) if (cues := fact.cues)]
    reading = Reading(
        normal,
        language,
        words,
        at[:-1:2],
        at[1::2],
        gaps,
        kinds,
        facts,
        lows,
        [False] * len(words),
        ["x"] * len(words),
        [],
        [],
        reduce(or_, [fact.bits for fact in facts], 0),
        frozenset(lows),
        [at for at, size in enumerate(sizes[1::2]) if size == 1],
        cued,
        reduce(or_, [cues for _, cues in cued], 0),
    )
    if words:
        _sentences(reading, _begin(reading), none=caseless)
    return reading


def _cut(text: str) -> list[str]:
    """Gaps and words by turns."""
    if "'" in text and _CLITIC.search(text):
        return _CUT.split(text)
    return (_PLAIN if text.isascii() else _NO_CLITIC).split(text)


def _begin(reading: Reading) -> list[int]:
    """Where sentences begin: not behind every sign that may end one, but behind a time and a number of a list."""
    begins, gaps, lows, kinds = reading.begins, reading.gaps, reading.lows, reading.kinds
    found = []
    first, last = 0, len(lows) - 1
    while True:
        begins[first] = gaps[first] not in (". ", ".") or not first or _behind_a_point(reading, first)
        if begins[first]:
            found.append(first)
            while first < last and gaps[first + 1] in _AFTER_TIME and lows[first].isdecimal():
                clock = gaps[first] == ":" and len(lows[first]) == 2
                if not clock and (len(lows[first]) != 4 or "\n" not in (gaps[first] or "\n")):
                    break
                first += 1
                begins[first] = True
                found.append(first)
        if END not in kinds[first + 1 : -1]:
            return found
        first = kinds.index(END, first + 1)


def _behind_a_point(reading: Reading, at: int) -> bool:
    lows, before = reading.lows, reading.facts[at - 1]
    lists = reading.language.lists
    if reading.gaps[at] == "." and reading.words[at][0].islower():
        return False
    if at > 1 and len(before.low) == 1 and lows[at - 2] in lists.of("grades"):
        return True
    initial = before.capital and before.low in lists.of("digraphs")
    return not initial and _ends_with_point(before, reading.begins[at - 1])


# Short words that are titles and nouns.
_TITLES_TOO = frozenset(["head", "lady", "lord", "dame", "aunt", "miss", "sir"])
_AFTER_TIME = (" ", " - ", " hrs ")


def _ends_with_point(before: Facts, first: bool) -> bool:
    """Whether a point after a word ends a sentence, or a number of a list: not after a short title."""
    if before.bits & DIGIT and first:
        return True
    if len(before.low) == 1 or before.low in ABBREVIATIONS:
        return False
    return not before.bits & RANK or before.low in _TITLES_TOO or (bool(before.bits & ORDINARY) and len(before.low) > 4)


def _small(reading: Reading, first: int, last: int) -> bool:
    """A whole sentence in small letters among others: a message that is quoted as it was typed."""
    if last - first < _MESSAGE or any(f.capital for f in reading.facts[first:last]):
        return False
    gap = reading.gaps[first]
    return not first or any(c in gap for c in '.!?\n"') or (gap == " " and reading.lows[first - 1].isdecimal())


def _sentences(reading: Reading, begin: list[int], *, none: bool) -> None:
    gaps, facts, size = reading.gaps, reading.facts, len(reading.words)
    bounds = [*begin, size]
    reading.sentences += pairwise(bounds)
    if ":" in reading.normal.text:
        bounds = [at for at in bounds if not 0 < at < size or ":" not in gaps[at] or "\n" in gaps[at]]
    if size <= _LONGEST:
        reading.segments += pairwise(bounds)
    else:
        for first, last in pairwise(bounds):
            reading.segments += [(at, min(at + _LONGEST, last)) for at in range(first, last, _LONGEST)]
    chatty = bool(reading.language.lists.of("links"))
    shouts = "XX" in [fact.shape for fact in facts]
    if not (shouts or chatty or none):
        return
    for first, last in reading.sentences:
        if shouts and _shouted(facts[first:last]):
            reading.case[first:last] = "C" * (last - first)
        elif none or (chatty and facts[first].shape == "x" and _small(reading, first, last)):
            reading.case[first:last] = "n" * (last - first)


def _shouted(facts: Sequence[Facts]) -> bool:
    """Whether a sentence is nearly all in capitals."""
    letters = [fact for fact in facts if fact.shape[0] in "xX" and len(fact.low) > 1]
    shouted = sum(fact.shape == "XX" for fact in letters)
    long = any(fact.shape == "XX" and len(fact.low) > 3 for fact in letters)
    return shouted > 1 and long and shouted * 10 >= len(letters) * 6
