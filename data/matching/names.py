"""Two names as people write them: may they be one person's? For asking, never for deciding.

As repeats are found: endings, marks, short forms, first and last name swapped, one letter wrong, what sounds alike.
"""

from itertools import permutations

from data.matching.compare import near
from data.matching.traits import Nicknames, sound, sound_of, stem
from data.records.sharing import may_be_same_person, name_words
from redaction.text.normal import fold

_LONG = 4  # letters from which one wrong letter, or the sound alone, tells something
_MOST_WORDS = 5  # of a name that are set against each other


def may_be_one(one: str, other: str, nicknames: Nicknames = lambda _name: ()) -> bool:
    """One word that is the same but for its ending, its marks or its short form; or all words alike."""
    ours, theirs = _words(one), _words(other)
    if may_be_same_person(one, other) or not ours or not theirs:
        return True
    if any(_same(a, b, nicknames) for a in ours for b in theirs):
        return True
    return all_alike(one, other, nicknames)


def all_alike(one: str, other: str, nicknames: Nicknames = lambda _name: ()) -> bool:
    """Each word of the shorter name is like another word of the longer, in any order."""
    few, many = sorted((_words(one), _words(other)), key=len)
    if not few:
        return False
    if near("".join(few), "".join(many)):
        return True
    return any(
        all(like(a, b, nicknames) for a, b in zip(few, some, strict=True)) for some in permutations(many, len(few))
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in name_words(name))[:_MOST_WORDS]


def _same(one: str, other: str, nicknames: Nicknames) -> bool:
    if min(len(one), len(other)) < 2:
        return False
    if one == other or {one, *nicknames(one)} & {other, *nicknames(other)}:
        return True
    return min(len(one), len(other)) >= _LONG and stem(one) == stem(other)


def like(one: str, other: str, nicknames: Nicknames) -> bool:
    """Of two folded words of names."""
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    if _same(one, other, nicknames) or near(one, other):
        return True
    if min(len(one), len(other)) < _LONG:
        return False
    return sound(one) == sound(other) or sound_of(one) == sound_of(other)
