"""Layer 6: a word hidden as a name once is hidden everywhere in the text, in every form."""

from collections.abc import Iterator, Mapping, Sequence

from redaction.alike import alike
from redaction.languages.lists import (
    COMMON,
    DIGIT,
    KEEP,
    KIN,
    NAMING,
    ORDINARY,
    ORG,
    PLACE,
    PLAIN,
    RANK,
    ROLE,
    STOP,
    STREET,
    SURNAME,
)
from redaction.languages.words import Language
from redaction.spans import Find
from redaction.text.cues import WORD_NAMES
from redaction.text.reading import Reading
from redaction.told.word_names import may_be_name

_SAYS_NOTHING = DIGIT | KEEP | ORG | PLACE | STREET | RANK | KIN | ROLE | NAMING
_LETTERS = 4
_PERSON = ("PERSON", "NAME")
# Up to this doubt a name carries over to what could be an ordinary word.
_SURE = 0.5
_SURER = 0.3
Places = dict[str, list[tuple[int, int]]]


def hidden_names(reading: Reading, finds: Sequence[Find]) -> dict[str, Find]:
    """Every word that was hidden as a name, as it was written."""
    hidden: dict[str, Find] = {}
    for find in finds:
        if find.kind not in ("PERSON", "NAME", "PLACE", "ORG"):
            continue
        if find.rule == "learned" and not (find.kind in _PERSON and find.doubt <= _SURE and _bare(reading, find)):
            continue
        for at in reading.covering(find.start, find.end):
            low, bits = reading.lows[at].removesuffix("'s"), reading.facts[at].bits
            key = (
                alike(reading, at, low, free=False)
                if find.kind in _PERSON and (find.who or find.doubt <= _SURER)
                else ""
            )
            if key:
                hidden.setdefault(key + low, find)
            if len(low) > 2 and (not bits & _SAYS_NOTHING or _is_surname(reading, at, find)):
                hidden.setdefault(low, find)
    return hidden


def _is_surname(reading: Reading, at: int, find: Find) -> bool:
    """A title that is a surname, behind a first name: 'Besnik Hoxha'."""
    bits = reading.facts[at].bits
    titled = bool(bits & RANK and bits & SURNAME) and not bits & KEEP
    return titled and find.kind in _PERSON and reading.starts[at] > find.start and reading.facts[at].capital


def _bare(reading: Reading, find: Find) -> bool:
    """Whether a find stands where names have no capital."""
    return all(reading.case[at] == "n" for at in reading.covering(find.start, find.end))


def free_words(reading: Reading, finds: Sequence[Find]) -> tuple[Places, Places]:
    """Words that stand, and their places: where a name would not be taken for an ordinary word, and where it would."""
    covered = bytearray(len(reading.words))
    for find in finds:
        for at in reading.covering(find.start, find.end):
            covered[at] = 1
    free: Places = {}
    weak: Places = {}
    named = reading.language.lists.of("given_words")
    quiet = DIGIT | PLAIN if named else DIGIT
    facts = reading.facts
    for at in [at for at, fact in enumerate(facts) if not fact.bits & quiet or fact.cues & WORD_NAMES]:
        fact = facts[at]
        if covered[at]:
            continue
        if not named and fact.bits & (ORDINARY | KEEP) and not fact.capital and reading.case[at] != "n":
            continue
        into, low = free, fact.low.removesuffix("'s")
        if named and (len(low) < _LETTERS or fact.capital or low in named):
            key = alike(reading, at, low)
            if key and may_be_name(reading, at):
                weak.setdefault(key + low, []).append((reading.starts[at], reading.starts[at] + len(low)))
        if fact.bits & (ORDINARY | KEEP) and (not fact.capital or reading.begins[at] or reading.case[at] == "C"):
            says = _SAYS_NOTHING if not fact.bits & SURNAME else _SAYS_NOTHING & ~RANK
            if named or fact.bits & (says | COMMON | STOP) or not (fact.capital or reading.case[at] == "n"):
                continue
            into = weak
        into.setdefault(low, []).append((reading.starts[at], reading.starts[at] + len(low)))
    return free, weak


def surely_people(hidden: Mapping[str, Find]) -> dict[str, Find]:
    """Of all hidden names those of people, hardly in doubt: an ordinary word may be one of them."""
    return {name: find for name, find in hidden.items() if find.kind in _PERSON and find.doubt <= _SURE}


def carried(
    free: Mapping[str, Sequence[tuple[int, int]]], hidden: Mapping[str, Find], language: Language
) -> Iterator[tuple[str, Find]]:
    """The free words that are hidden elsewhere, in whatever case, and as what."""
    for low in sorted(free):
        found = hidden.get(low)
        if found is None and len(low) > 2:
            alike = (find for name, find in hidden.items() if name[:2] == low[:2] and language.is_one_name(name, low))
            found = next(alike, None)
        if found is not None:
            yield low, found
