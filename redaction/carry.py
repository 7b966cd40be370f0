"""Layer 6: a word hidden as a name once is hidden everywhere in the text, in every form."""

from collections.abc import Iterator, Mapping, Sequence

from redaction.languages.lists import DIGIT, KEEP, KIN, ORDINARY, ORG, PLACE, RANK, ROLE, STREET
from redaction.reading import Reading
from redaction.spans import Find

_SAYS_NOTHING = DIGIT | KEEP | ORG | PLACE | STREET | RANK | KIN | ROLE


def hidden_forms(reading: Reading, finds: Sequence[Find]) -> dict[str, Find]:
    """Every form of every word that was hidden as a name."""
    hidden: dict[str, Find] = {}
    for find in finds:
        if find.kind not in ("PERSON", "NAME", "PLACE", "ORG") or find.rule == "learned":
            continue
        for at in reading.covering(find.start, find.end):
            low = reading.lows[at].removesuffix("'s")
            if len(low) > 2 and not reading.facts[at].bits & _SAYS_NOTHING and low not in hidden:
                for form in reading.language.forms(low):
                    hidden.setdefault(form, find)
    return hidden


def free_words(reading: Reading, finds: Sequence[Find]) -> dict[str, list[tuple[int, int]]]:
    """Words that stand, where a name would not be taken for an ordinary word: their places."""
    covered = bytearray(len(reading.words))
    for find in finds:
        for at in reading.covering(find.start, find.end):
            covered[at] = 1
    free: dict[str, list[tuple[int, int]]] = {}
    for at, fact in enumerate(reading.facts):
        if covered[at]:
            continue
        if fact.bits & (ORDINARY | KEEP) and (not fact.capital or reading.begins[at] or reading.case[at] == "C"):
            continue
        low = fact.low.removesuffix("'s")
        free.setdefault(low, []).append((reading.starts[at], reading.starts[at] + len(low)))
    return free


def carried(free: Mapping[str, Sequence[tuple[int, int]]], hidden: Mapping[str, Find]) -> Iterator[tuple[str, Find]]:
    """The free words that are hidden elsewhere, and as what."""
    for low in sorted(free.keys() & hidden.keys()):
        yield low, hidden[low]
