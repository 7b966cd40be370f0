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
_CUT = re.compile(r"((?<![^\W_])[a-z](?='[A-Z])|[^\W_]+(?:'[^\W_]+)*)")
_PLAIN_CUT = re.compile(r"([^\W_]+)")
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


_GAPS: dict[str, int] = {"": TOUCH, " ": SPACE, ". ": END, ", ": MARK, "-": TOUCH, "\n": END}


def _gap(gap: str) -> int:
    found = _GAPS.get(gap)
    if found is None:
        # Three spaces and more are the border of a form's field.
        # A mark of doubt before a word, as in 'surname ?Shields', ends nothing.
        ends = _ENDS.search(gap) and gap not in _DOUBTED
        found = END if ends or "   " in gap else SPACE if gap.isspace() else MARK
        if len(gap) < 4 and len(_GAPS) < 2000:
            _GAPS[gap] = found
    return found


def read(text: str, language: Language, own: dict[str, Facts] | None = None, *, caseless: bool = False) -> Reading:
    """``own`` keeps what is found of words that may be names, for as long as its case is open.

    ``caseless`` where the text it is a part of was typed without capitals.
    """
    normal = normalise(text)
    parts = (_CUT if "'" in normal.text else _PLAIN_CUT).split(normal.text)
    words, gaps = parts[1::2], parts[::2]
    at = list(accumulate(map(len, parts)))
    starts, ends = at[:-1:2], at[1::2]
    found = lexicon(language)
    own = {} if own is None or len(own) > _MOST else own
    kept = found._kept.get
    facts = [kept(word) or found.facts(word, own) for word in words]
    held = _GAPS.get
    kinds = [_gap(gap) if (kind := held(gap)) is None else kind for gap in gaps]
    begins = [kind == END for kind in kinds[:-1]]
    if begins:
        begins[0] = True
    grades, digraphs = language.lists.of("grades"), language.lists.of("digraphs")
    for index in range(1, len(words)):
        before = facts[index - 1]
        if begins[index] and gaps[index] in (". ", "."):
            graded = index > 1 and len(before.low) == 1 and facts[index - 2].low in grades
            initial = before.low in digraphs and before.capital
            begins[index] = (graded or (not initial and _ends_with_point(before, begins[index - 1]))) and not (
                gaps[index] == "." and words[index][0].islower()
            )
        elif gaps[index] in _AFTER_TIME and begins[index - 1] and before.low.isdecimal():
            clock = gaps[index - 1] == ":" and len(before.low) == 2
            begins[index] = clock or (len(before.low) == 4 and "\n" in (gaps[index - 1] or "\n"))
    lows = [fact.low for fact in facts]
    cued = [(at, cues) for at, fact in enumerate(facts) if (cues := fact.cues)]
    reading = Reading(
        normal,
        language,
        words,
        starts,
        ends,
        gaps,
        kinds,
        facts,
        lows,
        begins,
        ["x"] * len(words),
        [],
        [],
        reduce(or_, [fact.bits for fact in facts], 0),
        frozenset(lows),
        [at for at, low in enumerate(lows) if len(low) == 1],
        cued,
        reduce(or_, [cues for _, cues in cued], 0),
    )
    _sentences(reading, none=caseless)
    return reading


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
    if (
        last - first < _MESSAGE
        or reading.facts[first].shape != "x"
        or any(f.capital for f in reading.facts[first:last])
    ):
        return False
    gap = reading.gaps[first]
    return not first or any(c in gap for c in '.!?\n"') or (gap == " " and reading.lows[first - 1].isdecimal())


def _sentences(reading: Reading, *, none: bool) -> None:
    begins = reading.begins
    if not begins:
        return
    bounds = [at for at, first in enumerate(begins) if first] + [len(begins)]
    wide = [at for at in bounds[:-1] if not at or ":" not in reading.gaps[at] or "\n" in reading.gaps[at]]
    for first, last in zip(wide, [*wide[1:], len(begins)], strict=True):
        reading.segments += [(at, min(at + _LONGEST, last)) for at in range(first, last, _LONGEST)]
    chatty = bool(reading.language.lists.of("links"))
    shouts = any(fact.shape == "XX" for fact in reading.facts)
    for first, last in pairwise(bounds):
        reading.sentences.append((first, last))
        if shouts and _shouted(reading.facts[first:last]):
            reading.case[first:last] = "C" * (last - first)
        elif none or (chatty and _small(reading, first, last)):
            reading.case[first:last] = "n" * (last - first)


def _shouted(facts: Sequence[Facts]) -> bool:
    """Whether a sentence is nearly all in capitals."""
    letters = [fact for fact in facts if fact.shape[0] in "xX" and len(fact.low) > 1]
    shouted = sum(fact.shape == "XX" for fact in letters)
    long = any(fact.shape == "XX" and len(fact.low) > 3 for fact in letters)
    return shouted > 1 and long and shouted * 10 >= len(letters) * 6
