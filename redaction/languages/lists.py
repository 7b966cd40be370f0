"""The lists of one language, read from its file: sections in brackets, words folded, ``_`` inside an entry.

Each section is one bit, so that what is known of a word is one number.
"""

import gzip
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_SECTIONS = (
    "keep", "ranks", "kin", "naming", "jobs", "work", "roles", "orgs", "places", "streets", "units", "origins",
    "places_abroad", "conditions", "marks", "demonstrative", "ages", "months", "weekdays", "feasts", "small",
    "common_words", "not_names", "given", "belongings", "singulars", "stops",
    "counting",
)  # fmt: skip
_PLAIN = (
    "signs", "named_houses", "couples", "companions",  # who signs, houses by name, whose relation, who lives with whom
    "numbers", "nought", "repeats", "short", "grades", "feast_months", "links", "ordinary", "determiners", "generals", "spelling",
    "trades", "schools", "towards", "beside_places", "counts", "tens", "ordinals", "hundred", "acts", "joins", "addressed",
    "after_addressed", "dwells", "abbreviations", "numbered", "number_joins", "stem_endings", "at_hours", "after_hours", "lands", "with",
    "before_surnames", "before_names", "ands", "says_address", "half_streets", "centuries",
    # For ages and jobs told in ordinary words.
    "counted", "age_units", "being", "they_are", "turning", "nearly", "someone", "several", "sexes", "after_age",
    "perhaps_being", "pronouns", "eldest", "whose", "housework", "at_age", "rows", "is_a", "any_work", "post_heads", "they_do", "on_duty", "post_links", "no_post",
    "posts", "posts_of_a_kind", "whose_job", "job_links", "articles", "job_heads", "no_part", "habits", "ware_links", "chores",
    # For names that are words too, letters that are people, days, numbers and houses told in words.
    "given_words", "honorifics", "no_name_after", "acts_alone", "before_months", "saying", "somebody", "greets", "parting", "short_streets", "trained", "formerly", "degrees", "instruments", "drawn", "vehicles", "on_days",
    "decades", "before_decades", "parts_of_decades", "young",
    # For creatures, buses and houses.
    "bus", "after_bus", "riding", "feet", "keeps_creature", "no_creature", "gone", "at_house", "name_ends", "neighbours",
    "dwelling", "one_of_a_kind", "which_house", "past", "above", "lies", "premises_below", "body", "areas", "looks", "creatures",
    # For jobs, places and things in Albanian.
    "earning", "making", "goods", "works", "not_workplaces", "crafts", "no_crafts", "as", "some", "landmarks", "sights", "by",
    "dwellings", "houses", "untold", "odd", "objects", "bodies", "hurt", "speaking", "languages", "routes", "which",
    "plain_which", "becoming", "learned", "digraphs", "colours", "aged", "keeping", "premises",
    # Given names that are words: hardly ever, or often, and what tells them where nobody types capitals.
    "word_names", "weak_names", "calls", "own", "acts_of", "nicknames", "no_initials", "professions", "studies", "offices", "owned",
    # Small words of a language's grammar that rules look for.
    "laws", "before_heads", "inside_names", "between_names", "short_heads", "works_as", "one_of", "more_ordinals", "whose_body", "upon_body",
    "ink", "plays", "before_bus", "ridden_on", "bus_goes", "at_quoted", "since", "binds", "beside_somebody", "datives",
    "crews", "call_signs", "things_too", "vocatives", "asks", "says", "net_words", "with_goods",
    # For texts without a record.
    "spans", "amounts", "joins_amounts", "parts_of_time", "nationals", "suffering", "illness_ends", "name_links", "areas_of", "of_law",
    "peoples", "public", "treaties", "harm", "parties", "inside", "joins_dates", "lives", "others", "states", "being_something",
)  # fmt: skip
BIT: Mapping[str, int] = {name: 1 << at for at, name in enumerate(_SECTIONS)}
KEEP, RANK, KIN, NAMING, JOB, WORK, ROLE, ORG, PLACE, STREET, UNIT, ORIGIN = (BIT[n] for n in _SECTIONS[:12])
ABROAD, CONDITION, MARK, ONLY, AGE, MONTH, WEEKDAY, FEAST, SMALL, COMMON, NOT_NAME, GIVEN = (
    BIT[n] for n in _SECTIONS[12:24]
)
SINGULAR, STOP, COUNT = BIT["singulars"], BIT["stops"], BIT["counting"]
# What is told of a word beside the sections.
ORDINARY, NAME, SURNAME, DIGIT, PHRASE = (1 << (len(_SECTIONS) + at) for at in range(5))
# What follows from that and from what a word means: an animal, a worker, a small word that no rule asks about, one that
# none asks about where a sentence begins with it.
ANIMAL, WORKER, PLAIN, OPENER = (PHRASE << at for at in range(1, 5))
NAMES: Mapping[int, str] = {
    **{bit: name for name, bit in BIT.items()},
    ORDINARY: "ordinary", NAME: "name", SURNAME: "surname", DIGIT: "digit", PHRASE: "phrase",
}  # fmt: skip
_PARTS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class _Sets(dict[str, frozenset[str]]):
    """Sections by name; one that a language does not have is empty."""

    def __missing__(self, _section: str) -> frozenset[str]:
        return frozenset()


@dataclass(frozen=True, slots=True)
class Lists:
    """``words`` gives a single word's bits; ``phrases``, by first word, the longer entries, longest first.

    ``ordered`` are the entries of each section as they stand in the file; ``of`` gives a section as a set.
    """

    words: Mapping[str, int]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    ordered: Mapping[str, tuple[str, ...]]
    sets: Mapping[str, frozenset[str]]
    of: Callable[[str], frozenset[str]] = field(init=False, repr=False, compare=False)
    _among: dict[tuple[str, ...], frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for many times a word: a dictionary's own look-up.
        none = dict.fromkeys((*_SECTIONS, *_PLAIN), frozenset[str]())
        object.__setattr__(self, "of", _Sets({**none, **self.sets}).__getitem__)
        object.__setattr__(self, "_among", {})

    def among(self, *sections: str) -> frozenset[str]:
        """The words of several sections."""
        found = self._among.get(sections)
        if found is None:
            found = self._among[sections] = frozenset[str]().union(*map(self.of, sections))
        return found

    def generals(self) -> dict[str, str]:
        """``surgery=a_surgery`` as words: what a noun inside a name tells of it."""
        pairs = (entry.split("=") for entry in self.ordered.get("generals", ()))
        return {word: told.replace("_", " ") for word, told in pairs}


def read(text: str) -> Lists:
    """Raises ValueError for a section nobody knows."""
    ordered: dict[str, list[str]] = {}
    section = ""
    for line in text.splitlines():
        line = line.split("#")[0].strip() if not line.startswith("[") else line.strip()
        if line.startswith("["):
            section = line.strip("[]")
            if section not in BIT and section not in _PLAIN:
                raise ValueError(f"'{section}' is no section of a language's lists; there are {', '.join(BIT)}.")
            ordered.setdefault(section, [])
        elif line:
            ordered[section] += line.split()
    words: dict[str, int] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, bit in BIT.items():
        for entry in ordered.get(name, ()):
            parts = tuple(_PARTS.findall(entry.replace("_", " ")))
            if len(parts) == 1:
                words[parts[0]] = words.get(parts[0], 0) | bit
            elif parts:
                phrases.setdefault(parts[0], []).append((parts, bit))
    longest = {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()}
    sets = {name: frozenset(found) for name, found in ordered.items()}
    return Lists(words, longest, {name: tuple(found) for name, found in ordered.items()}, sets)


def packaged(name: str) -> Lists:
    return read((files("redaction.languages.data") / name).read_text(encoding="utf-8"))


@cache
def entries(name: str) -> list[str]:
    """A packed word list of the package, sorted as it is there."""
    return packed(name).split()


@cache
def words(name: str) -> frozenset[str]:
    """The words of a packed list."""
    return frozenset(entries(name))


def packed(name: str) -> str:
    """A packed text of the package."""
    return gzip.decompress((files("redaction.languages.data") / name).read_bytes()).decode()


def forget() -> None:
    """After the lists were made anew: read them again."""
    entries.cache_clear()
    words.cache_clear()
