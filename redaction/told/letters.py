"""Letters that stand for people nobody recorded: 'M was remanded', 'IDVA (TO)', 'craig d', 'Sorcha O'D'.

For languages whose lists know what people do (``acts_alone``).
"""

from collections.abc import Sequence

from redaction.guessed.around import is_graded
from redaction.guessed.marks import Mark, Marks, hide, is_name
from redaction.languages.lists import KEEP, RANK, ROLE
from redaction.text.cues import LETTERS
from redaction.text.reading import Reading

_LETTERS, _SPELLED = 3, 3
_NEVER_OWNS = "SPT"


def told_letters(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark them."""
    for at in reading.at(LETTERS):
        if tags[at] or marks[at] is not None:
            continue
        if _stands_for_somebody(reading, tags, marks, at) or _in_brackets(reading, at):
            marks[at] = Mark("PERSON", "cue", "a letter for somebody", 0.2)


def spelled_out(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """A name that goes is spelled after it, letter by letter: 'Fudge, F U D G E'."""
    for at in range(len(reading.words) - _SPELLED) if len(reading.single) >= _SPELLED else ():
        if len(reading.words[at]) < _SPELLED or (marks[at] is None and not tags[at]):
            continue
        last = at
        while last + 1 < len(reading.words) and len(reading.words[last + 1]) == 1:
            last += 1
        if "".join(reading.lows[at + 1 : last + 1]) == reading.lows[at].removesuffix("'s"):
            hide(tags, marks, at + 1, last, "PERSON", "a name spelled out", 0.1)


def _stands_for_somebody(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> bool:
    word, gap = reading.words[at], reading.gaps[at]
    named = bool(at) and gap == " " and is_name(tags, marks, at - 1)
    if "'" in word and len(word) == _LETTERS and word.isupper():
        return named
    if len(word) == 1 and word.islower():
        return named and reading.facts[at - 1].shape == "x" and _alone(reading, at)
    letter = word.removesuffix("'s")
    if 1 < len(letter) <= _LETTERS and letter.isupper() and letter.isalpha() and reading.case[at] == "x":
        before = reading.lows[at - 1] if at and gap == " " else ""
        return before in reading.language.lists.of("addressed") and _unknown(reading, at)
    if len(letter) != 1 or not letter.isupper() or letter in "IX" or reading.case[at] != "x" or is_graded(reading, at):
        return False
    return _does(reading, at, letter, letter != word)


def _alone(reading: Reading, at: int) -> bool:
    """Whether a small letter behind a name begins nothing: 'craig d, ', 'craig d said'."""
    after = at + 1
    if after == len(reading.words) or reading.gaps[after] != " ":
        return True
    return reading.facts[after].shape == "x" and len(reading.words[after]) > 1


def _does(reading: Reading, at: int, letter: str, owns: bool) -> bool:
    """Whether a capital stands where somebody does something or is told something."""
    lists, lows, gaps = reading.language.lists, reading.lows, reading.gaps
    before = lows[at - 1] if at and gaps[at] == " " else ""
    after = lows[at + 1] if at + 1 < len(lows) and gaps[at + 1] == " " else ""
    if gaps[at] and gaps[at][-1] not in ' \n("':
        return False
    if owns:
        return bool(after) and letter not in _NEVER_OWNS
    if letter == "A" and (reading.begins[at] or before not in lists.of("joins")):
        return after in lists.of("acts_alone")
    if after in lists.of("acts") or after in lists.of("acts_alone"):
        return True
    return before in lists.of("addressed") and (not after or after in lists.of("after_addressed"))


def _in_brackets(reading: Reading, at: int) -> bool:
    """Two or three capitals in brackets behind a role or a service: 'IDVA (TO)'."""
    word, gaps = reading.words[at], reading.gaps
    if not (at and 1 < len(word) <= _LETTERS and word.isupper() and word.isalpha()):
        return False
    if not gaps[at].endswith("(") or not gaps[at + 1].startswith(")"):
        return False
    before = reading.facts[at - 1]
    told = before.bits & (ROLE | RANK) or (before.bits & KEEP and before.shape != "X")
    return bool(told) and _unknown(reading, at)


def _unknown(reading: Reading, at: int) -> bool:
    """Letters that no list knows as an abbreviation."""
    fact = reading.facts[at]
    return not fact.bits & (KEEP | ROLE | RANK) and fact.low not in reading.language.lists.of("abbreviations")
