"""Names that are ordinary words too, told by where they stand: 'her sister sky', 'mr best', 'grace and lexi'.

For languages whose lists know such names (``given_words``).
"""

from collections.abc import Sequence

from redaction.guessed.around import is_careless
from redaction.guessed.marks import Mark, Marks, is_name
from redaction.languages.lists import COMMON, DIGIT, JOB, KEEP, KIN, MONTH, RANK, ROLE, STOP, SURNAME
from redaction.text.cues import HOLDERS, WORD_NAMES
from redaction.text.reading import Reading

_RECORDED = "D"  # a word of the record that may be the ordinary word
_BESIDE = (" ", ", ", " (")
_NO_SURNAME = COMMON | STOP | KIN | DIGIT | RANK
_JOINED = (" & ", "/", " + ", "+")


def word_names(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark them."""
    lists = reading.language.lists
    names, honorifics = lists.of("given_words"), lists.of("honorifics")
    gaps, facts = reading.gaps, reading.facts
    for index in _places(reading, tags) if names else ():
        low, tag, mark = reading.lows[index], tags[index], marks[index]
        if (tag and tag != _RECORDED) or (mark is not None and mark.rule != "learned"):
            continue
        if tag or low.removesuffix("'s") in names:
            if _in_place(reading, tags, marks, index):
                _mark(tags, marks, index, "a name and a word, where somebody is named")
        elif facts[index].bits & MONTH:
            if _month_named(reading, index):
                _mark(tags, marks, index, "a name and a month, where somebody is named")
        elif gaps[index] == ' "':
            if _nickname(reading, index):
                _mark(tags, marks, index, "a nickname in quotes")
        elif index and facts[index - 1].bits & RANK:
            if _titled(reading, index):
                _mark(tags, marks, index, "follows a title")
        elif low in honorifics and _follows_name(reading, tags, marks, index):
            _mark(tags, marks, index, "belongs to the name before")


def _places(reading: Reading, tags: Sequence[str]) -> Sequence[int]:
    """Where such a name may stand: by the word itself, a title before it, quotes round it, the record."""
    found, size = reading.at(WORD_NAMES), len(reading.words)
    if reading.bits & RANK:
        found += [at + 1 for at in reading.at(HOLDERS) if reading.facts[at].bits & RANK and at + 1 < size]
    if ' "' in reading.gaps:
        found += [at for at in range(size) if reading.gaps[at] == ' "']
    if _RECORDED in tags:
        found += [at for at in range(size) if tags[at] == _RECORDED]
    return sorted(set(found))


def _mark(tags: Sequence[str], marks: Marks, at: int, reason: str) -> None:
    mark = marks[at]
    marks[at] = Mark("PERSON", "record" if tags[at] else "cue", reason, min(0.2, mark.doubt if mark else 1.0))


def may_be_name(reading: Reading, at: int) -> bool:
    """Whether nothing beside a word that is a name too says that it is the word: not 'i hope', 'the joy'."""
    lists, lows = reading.language.lists, reading.lows
    if not lists.of("no_name_after"):
        return True
    before = lows[at - 1] if at and reading.gaps[at] == " " else ""
    after = lows[at + 1] if at + 1 < len(lows) and reading.gaps[at + 1] == " " else ""
    return before not in lists.of("no_name_after") and after not in lists.of("determiners")


def _in_place(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> bool:
    """Whether a word that is a name too stands where somebody is named."""
    fact, gaps, facts = reading.facts[at], reading.gaps, reading.facts
    if fact.shape == "Xx" and reading.case[at] == "x":
        return _before_surname(reading, tags, marks, at)
    before = facts[at - 1] if at and gaps[at] in _BESIDE and not reading.begins[at] else None
    if before and before.bits & (KIN | RANK) and _owned(reading, at - 1):
        return True
    if is_careless(reading, at) and _said_to_be(reading, at):
        return True
    if not may_be_name(reading, at):
        return False
    return in_a_persons_place(reading, at) or _beside_person(reading, tags, marks, at)


def _said_to_be(reading: Reading, at: int) -> bool:
    """'Hi its gem', 'that girl destiny', 'ta gem x' at the end."""
    lists, lows = reading.language.lists, reading.lows
    before = lows[at - 1] if at and reading.gaps[at] in (" ", ", ") else ""
    first = lows[at - 2] if at > 1 else ""
    if before in lists.of("somebody"):
        return True
    if before in ("its", "it's", "im", "i'm") and (first in lists.of("greets") or reading.begins[at - 1]):
        return True
    rest = lows[at + 1 : at + 4]
    return before in lists.of("parting") and at + 3 >= len(lows) and all(set(low) == {"x"} for low in rest)


def _owned(reading: Reading, kin: int) -> bool:
    """'Her sister', 'sister' at a sentence's begin, 'a friend': somebody's, or told of as such."""
    before = reading.lows[kin - 1] if kin and reading.gaps[kin] == " " else ""
    return not before.endswith("ing")


def _before_surname(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> bool:
    """A platform's or a make's name before what goes as a name: 'Sky Winter'."""
    after = at + 1
    if after >= len(marks) or reading.gaps[after] != " " or reading.facts[after].shape != "Xx":
        return False
    return is_name(tags, marks, after) and not reading.facts[after].bits & KEEP


def in_a_persons_place(reading: Reading, index: int) -> bool:
    """Whether a word stands where only a person does: 'told mark to', 'mark said', 'marks mum'."""
    facts, lows, lists = reading.facts, reading.lows, reading.language.lists
    bits = facts[index].bits
    if bits & (KIN | ROLE | COMMON) or (bits & KEEP and not bits & MONTH):
        return False
    size = len(lows)
    before = lows[index - 1] if index and _plain(reading.gaps[index]) else ""
    after = lows[index + 1] if index + 1 < size and _plain(reading.gaps[index + 1]) else ""
    if lows[index].endswith("s") and after and facts[index + 1].bits & (KIN | ROLE) and not before:
        return True
    if lows[index].endswith("'s") and after and before not in lists.of("determiners"):
        return is_careless(reading, index) or bool(facts[index + 1].bits & (KIN | ROLE))
    if before and index > 1 and f"{lows[index - 2]}_{before}" in lists.of("companions"):
        return True
    if reading.gaps[index].endswith("(") and reading.gaps[index + 1].startswith(")"):
        return True
    starts = reading.begins[index] or before in lists.of("joins")
    if starts and after in lists.of("acts"):
        return True
    # A placeholder follows where a name did.
    alone = not after and "⟨" not in reading.gaps[index + 1]
    return before in lists.of("addressed") and (alone or after in lists.of("after_addressed"))


def _plain(gap: str) -> bool:
    """A blank, with nothing but emphasis or quotes beside it."""
    return " " in gap and not gap.strip(" *~_`\"'")


def _beside_person(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> bool:
    """'Grace and joy', 'joy/lexi', 'summer dale': another name beside it."""
    gaps, lows, size = reading.gaps, reading.lows, len(marks)
    if reading.case[at] == "x" and reading.facts[at].capital:
        return False
    for step in (-1, 1):
        near, far = at + step, at + 2 * step
        if not 0 <= near < size:
            continue
        gap = gaps[max(at, near)]
        if gap in _JOINED and _person(reading, tags, marks, near):
            return True
        joined = (
            gap == " "
            and lows[near] in reading.language.lists.of("ands")
            and 0 <= far < size
            and gaps[max(near, far)] == " "
        )
        if joined and _person(reading, tags, marks, far):
            return True
    after = at + 1
    return (
        after < size
        and gaps[after] == " "
        and _person(reading, tags, marks, after)
        and bool(reading.facts[after].bits & SURNAME)
    )


def _person(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> bool:
    """A name that no ordinary word is."""
    return is_name(tags, marks, at) and not reading.facts[at].bits & DIGIT


def _month_named(reading: Reading, at: int) -> bool:
    """'April comes on Mondays', 'May, the other carer': a month that does what people do, or is told as one."""
    facts, lows, lists = reading.facts, reading.lows, reading.language.lists
    if facts[at].shape != "Xx" or len(lows[at]) < 3 or reading.case[at] != "x" or at + 1 >= len(lows):
        return False
    after = at + 1
    if reading.gaps[after] == " " and reading.begins[at]:
        return lows[after] in lists.of("acts_alone")
    if (
        reading.gaps[after] == ", "
        and after + 1 < len(lows)
        and (lows[after] in lists.of("whose") or lows[after] in ("the", "a"))
    ):
        kin = after + 1 + (lows[after + 1] in ("other", "new", "next"))
        return kin < len(lows) and bool(facts[kin].bits & (KIN | ROLE | JOB))
    return False


def _titled(reading: Reading, at: int) -> bool:
    """'Mr best', in small letters."""
    fact = reading.facts[at]
    if not at or reading.gaps[at] not in (" ", ". ") or fact.capital or fact.bits & _NO_SURNAME:
        return False
    title = reading.lows[at - 1]
    if len(fact.low) < 3 or reading.facts[at - 1].shape != "x":
        return False
    lists = reading.language.lists
    if title in lists.of("before_surnames"):
        return True
    return (
        title in lists.of("before_names")
        and is_careless(reading, at)
        and bool(fact.bits & SURNAME)
        and not fact.bits & (KEEP | ROLE)
    )


def _follows_name(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> bool:
    """'Manju di', 'Yusuf bhai'."""
    return bool(at) and reading.gaps[at] in (" ", "-") and is_name(tags, marks, at - 1)


def _nickname(reading: Reading, at: int) -> bool:
    """A capital word alone in quotes that nobody says: 'linked to "Trigger" (real name …'."""
    fact, gaps = reading.facts[at], reading.gaps
    if fact.shape != "Xx" or not at or gaps[at] != ' "' or gaps[at + 1][:1] != '"' or reading.case[at] != "x":
        return False
    before = reading.facts[at - 1]
    if fact.bits & (KEEP | COMMON | STOP | DIGIT | KIN | ROLE) or "'" in fact.low:
        return False
    return before.low not in reading.language.lists.of("saying") and not before.bits & RANK
