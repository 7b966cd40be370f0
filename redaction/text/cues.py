"""From which words each rule of ``told`` begins: one table, in which every rule has a bit.

A word's facts hold the bits of the rules that may begin from it, found once for every spelling. So a rule looks at
those places alone (``reading.at``), and is not asked where no word of a block has its bit.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from redaction.languages.lists import (
    ANIMAL,
    BIT,
    CONDITION,
    DIGIT,
    FEAST,
    JOB,
    KIN,
    MARK,
    MONTH,
    NAME,
    ONLY,
    ORG,
    ORIGIN,
    PLACE,
    RANK,
    ROLE,
    STREET,
    WORK,
    WORKER,
    Lists,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word starts a rule that is in one of these sections of the lists or has one of these bits.

    So does one that begins a phrase with one of the bits ``phrases``, that has an ending of the section ``ends``, that
    is among the ``more`` words, or is ``spelled`` so. ``needs`` is a section that a language without the rule lacks.
    """

    sections: tuple[str, ...] = ()
    bits: int = 0
    needs: str = ""
    phrases: int = 0
    ends: str = ""
    more: Callable[[Lists], Iterable[str]] = lambda _lists: ()
    spelled: Callable[[str], bool] | None = None


def _names(lists: Lists) -> Iterable[str]:
    """Names that are words, with a possessive too."""
    return [name + end for name in lists.of("given_words") for end in ("", "'s")]


def _verbs(lists: Lists) -> Iterable[str]:
    """What somebody does, and the same after 'I' and 'they'."""
    said = [entry.partition("=")[0] for entry in lists.of("habits")]
    return [verb.removesuffix(end) for verb in said for end in ("", "s", "es") if verb.endswith(end)]


def _seconds(lists: Lists) -> Iterable[str]:
    """The last words of creatures of two: 'guinea pig'."""
    return [entry.partition("_")[2] for entry in lists.of("creatures")]


def _second_of_a_role(lists: Lists) -> Iterable[str]:
    return [words[1] for found in lists.phrases.values() for words, bit in found if bit & (ROLE | RANK)]


def _figures(lists: Lists) -> Iterable[str]:
    """Words for figures, and for how often one is said."""
    sections = ("numbers", "counts", "tens", "nought", "hundred", "repeats")
    return [entry.partition("=")[0] for section in sections for entry in lists.of(section)]


# One of these is in whatever announces an account; the platforms have them.
_ACCOUNTS = ("user", "screen", "gamer", "handle", "login", "llogari", "perdorues")
PLATFORM_NAMES = frozenset([
    "instagram", "insta", "ig", "snapchat", "snap", "tiktok", "telegram", "facebook", "fb", "messenger", "skype",
    "discord",
])  # fmt: skip


def _announces(word: str) -> bool:
    low = word.lower()
    return low in PLATFORM_NAMES or any(map(low.__contains__, _ACCOUNTS))


def _capital(word: str) -> bool:
    return word[0].isupper()


def _letters(word: str) -> bool:
    """Up to three capitals; one small letter that is no word even where nobody types capitals."""
    letters = word.removesuffix("'s")
    if len(word) == 1 and word.islower():
        return word not in "iaurncbkxowyvq"
    return len(word) < 4 and letters.isupper() and letters not in ("I", "X")


def _capitals(word: str) -> bool:
    return len(word) < 4 and word.isupper()


_AGE = re.compile(r"[1-9]\d?|10\d|\d\d[MF]|F\d\d")


(
    UNCAPPED, WORD_NAMES, LETTERS, SIGNS, LAST_LETTERS, HOLDERS, RELATIONS, ACCOUNTS, FULL_NAMES, BESIDE, HOUSES,
    HOUSE_NUMBERS, HOUSE_LINES, WHEREABOUTS, DAYS, AGES, FIGURES, CREWS, JOBS, LIVELIHOODS, PHRASES, PARTICULARS,
    THINGS, SINGLE, NO_RECORD, GO_ON, BEHIND,
) = (1 << at for at in range(27))  # fmt: skip
# Of a rule that begins from what no single word tells.
ALWAYS = 1 << 27

CUES: Mapping[int, Cue] = {
    # Names.
    UNCAPPED: Cue(
        ("weak_names", "word_names", "digraphs"), NAME, needs="weak_names", spelled=lambda word: len(word) == 1
    ),
    WORD_NAMES: Cue(("honorifics",), MONTH, needs="given_words", more=_names),
    LETTERS: Cue(needs="acts_alone", spelled=_letters),
    SIGNS: Cue(("signs",), ROLE),
    LAST_LETTERS: Cue(spelled=_capitals),
    GO_ON: Cue(("before_heads", "lands", "inside_names"), ORG | PLACE | STREET),
    HOLDERS: Cue(bits=ROLE | RANK | ORG | KIN, more=_second_of_a_role),
    RELATIONS: Cue(bits=KIN, needs="links"),
    ACCOUNTS: Cue(spelled=_announces),
    # Houses and places.
    FULL_NAMES: Cue(("at_quoted",), ORG | PLACE),
    BESIDE: Cue(("towards", "counted"), WORK),
    BEHIND: Cue(("numbers", "links"), MONTH | RANK | KIN | ROLE | DIGIT),
    HOUSES: Cue(
        ("at_house", "dwelling", "above", "name_ends"),
        needs="at_house",
        spelled=lambda word: word[0] == "T" and word.lower() == "the",
    ),
    HOUSE_NUMBERS: Cue(("short_streets", "counted"), DIGIT, needs="at_house"),
    HOUSE_LINES: Cue(("named_houses",), STREET, needs="named_houses"),
    WHEREABOUTS: Cue(("by", "sights", "dwellings"), ORG | STREET, needs="landmarks"),
    # Days, ages, numbers.
    DAYS: Cue(("ordinals", "more_ordinals"), MONTH, needs="on_days"),
    AGES: Cue(("counted", "decades"), needs="being", spelled=lambda word: _AGE.fullmatch(word) is not None),
    FIGURES: Cue(more=_figures),
    CREWS: Cue(("crews", "call_signs"), needs="crews"),
    # Work.
    JOBS: Cue(("on_duty", "degrees"), JOB | WORKER, needs="habits", more=_verbs),
    LIVELIHOODS: Cue(
        ("earning", "making", "keeping", "studies", "professions"), WORK | JOB | ROLE, needs="earning", ends="crafts"
    ),
    # What singles somebody out.
    PHRASES: Cue(phrases=JOB | ORIGIN | CONDITION | FEAST),
    PARTICULARS: Cue(
        ("odd", "objects", "bodies", "speaking", "routes", "nought"),
        BIT["counting"],
        needs="odd",
        more=lambda _lists: ("t",),
        spelled=_capital,
    ),
    THINGS: Cue(
        ("creatures", "counted", "gone", "ink", "instruments", "body"),
        DIGIT | ANIMAL,
        needs="creatures",
        more=_seconds,
    ),
    SINGLE: Cue(bits=MARK | ONLY, phrases=ONLY),
    NO_RECORD: Cue(
        ("spans", "parts_of_time", "suffering", "harm", "parties", "amounts", "public"),
        DIGIT,
        needs="spans",
        ends="illness_ends",
        spelled=_capital,
    ),
}


def _first_words(lists: Lists, bits: int) -> Iterable[str]:
    """Of the phrases that have one of these bits."""
    return [word for word, found in lists.phrases.items() if any(bit & bits for _, bit in found)] if bits else ()


class Cues:
    """The table, as one language's lists have it."""

    def __init__(self, lists: Lists) -> None:
        self._words: dict[str, int] = {}
        own = {bit: cue for bit, cue in CUES.items() if not cue.needs or lists.of(cue.needs)}
        for bit, cue in own.items():
            for word in (*cue.more(lists), *_first_words(lists, cue.phrases), *lists.among(*cue.sections)):
                self._words[word] = self._words.get(word, 0) | bit
        self._bits = [(cue.bits, bit) for bit, cue in own.items() if cue.bits]
        self._ends = [(tuple(lists.of(cue.ends)), bit) for bit, cue in own.items() if cue.ends]
        self._spelled = [(cue.spelled, bit) for bit, cue in own.items() if cue.spelled]

    def of(self, word: str, low: str, bits: int) -> int:
        """The bits of the rules that a word may start."""
        found = self._words.get(low, 0)
        for held, bit in self._bits:
            found |= bit if bits & held else 0
        for ends, bit in self._ends:
            found |= bit if low.endswith(ends) else 0
        for spelled, bit in self._spelled:
            found |= bit if spelled(word) else 0
        return found
