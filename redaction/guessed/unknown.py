"""Layers 4 to 6: hide by default what nobody recorded, let the CRF weigh it, carry over what was hidden once."""

from collections.abc import Callable, Iterator, Sequence

from redaction.guessed.around import (
    beside_capital,
    counts,
    heads_a_line,
    in_heading,
    is_careless,
    is_spaced,
    said_alone,
)
from redaction.guessed.by_default import by_default
from redaction.guessed.learned import Learned
from redaction.guessed.limits import Limits
from redaction.guessed.marks import Mark, Marks
from redaction.guessed.runs import joined
from redaction.languages.lists import (
    COMMON,
    CONDITION,
    DIGIT,
    FEAST,
    GIVEN,
    JOB,
    KEEP,
    KIN,
    MONTH,
    NAME,
    NOT_NAME,
    OPENER,
    ORDINARY,
    ORG,
    ORIGIN,
    PLAIN,
    ROLE,
    WEEKDAY,
    WORK,
)
from redaction.shapes.shape import after_law
from redaction.spans import Find
from redaction.text.cues import (
    AGES,
    ALWAYS,
    DAYS,
    FULL_NAMES,
    GO_ON,
    HOUSE_NUMBERS,
    HOUSES,
    JOBS,
    LETTERS,
    LIVELIHOODS,
    PARTICULARS,
    PHRASES,
    SINGLE,
    THINGS,
    UNCAPPED,
    WHEREABOUTS,
)
from redaction.text.reading import Reading
from redaction.told.ages import told_ages
from redaction.told.belongings import told_things
from redaction.told.beside import told_beside
from redaction.told.dates_in_words import told_days
from redaction.told.dwellings import told_houses
from redaction.told.house_numbers import house_numbers
from redaction.told.institutions import full_names
from redaction.told.letters import spelled_out, told_letters
from redaction.told.livelihoods import told_jobs
from redaction.told.names_go_on import names_go_on
from redaction.told.particulars import particulars
from redaction.told.singular import single_out
from redaction.told.trades import livelihoods
from redaction.told.uncapped import uncapped
from redaction.told.whereabouts import whereabouts
from redaction.told.word_names import may_be_name, word_names

# Tags an ordinary word that is spelled like a name of the record.
DOUBTFUL = "D"
Rule = Callable[[Reading, Sequence[str], Marks, Sequence[float]], None]


# Each rule with what it begins from, in the order they are asked: a word one marks is no other's, or what another goes by.
_NAMES_HOUSES_DAYS = (
    (UNCAPPED, uncapped),
    (ALWAYS, word_names),
    (LETTERS, told_letters),
    (ALWAYS, spelled_out),
    (GO_ON, names_go_on),
    (FULL_NAMES, full_names),
    (ALWAYS, told_beside),
    (HOUSES, told_houses),
    (DAYS, told_days),
    (HOUSE_NUMBERS, house_numbers),
    (AGES, told_ages),
)
_WORK_AND_THINGS = (
    (LIVELIHOODS, livelihoods),
    (WHEREABOUTS, whereabouts),
    (PARTICULARS, particulars),
    (THINGS, told_things),
)


def find_unknown(
    reading: Reading, tags: Sequence[str], chances: Learned, limits: Limits, also: Rule | None = None
) -> Iterator[Find]:
    """Capitals inside sentences, unknown words, what follows kin, titles and naming words, and what the CRF adds.

    ``also`` marks more where a text asks for it.
    """
    marks: Marks = [None] * len(reading.words)
    _phrases(reading, marks)
    lowest, case = min(limits.keep, limits.job, limits.ordinary), reading.case
    for index, (fact, chance) in enumerate(zip(reading.facts, chances.chance, strict=True)):
        silent = chance < lowest and fact.bits & (PLAIN | OPENER) and case[index] == "x" and tags[index] != DOUBTFUL
        if silent and (fact.bits & PLAIN or (chance < limits.least and _opens(reading, index))):
            continue
        if tags[index] == DOUBTFUL:
            marks[index] = _ordinary_or_name(reading, index, chances, limits)
        elif not tags[index] and marks[index] is None:
            marks[index] = _mark(reading, index, chances, limits)
    starts = reading.cues | ALWAYS
    for start, rule in _NAMES_HOUSES_DAYS:
        if starts & start:
            rule(reading, tags, marks)
    if starts & JOBS:
        told_jobs(reading, tags, marks, chances.chance)
    for start, rule in _WORK_AND_THINGS:
        if starts & start:
            rule(reading, tags, marks)
    if starts & SINGLE:
        single_out(reading, marks)
    if also is not None:
        also(reading, tags, marks, chances.chance)
    yield from joined(reading, marks, limits)


def _opens(reading: Reading, index: int) -> bool:
    """Whether a sentence begins with a word, and it stands neither behind a heading nor before somebody's relation."""
    gaps = reading.gaps
    return reading.begins[index] and gaps[index][:1] != ":" and gaps[index + 1] != ", "


def _ordinary_or_name(reading: Reading, index: int, chances: Learned, limits: Limits) -> Mark | None:
    """An ordinary word that is a name in the record: the CRF knows that it is, and weighs the words around."""
    chance = chances.chance[index]
    # Where names are words, a capital would have told.
    if chance < limits.record and not (reading.language.lists.of("links") and is_careless(reading, index)):
        return None
    return Mark("PERSON", "record", "a name in the record, and a word", min(0.4, 1 - chance))


def _phrases(reading: Reading, marks: Marks) -> None:
    """Entries of several words: peoples, conditions, feast days, jobs."""
    phrases, lows = reading.language.lists.phrases, reading.lows
    for index in reading.at(PHRASES):
        after = lows[index + 1 : index + 2]
        for words, bit in phrases.get(lows[index], ()) if after else ():
            if words[1] != after[0] or tuple(lows[index : index + len(words)]) != words:
                continue
            kind = "JOB" if bit & JOB else _described(bit)
            if kind:
                for at in range(index, index + len(words)):
                    marks[at] = marks[at] or Mark(kind, "shape", _REASONS[kind], 0.2)
            break


_REASONS = {
    "DEMOGRAPHIC": "origin, faith, language or condition", "DATE": "a feast day", "JOB": "what somebody does for a living",
    "OTHER": "something that singles out",
}  # fmt: skip


# A word that stands whatever is near it is a name if the CRF hardly doubts it: 'our nurse, April,'.
_SURE = 0.9
# Words that no list of names makes a name of where capitals say nothing.
_NO_NAME = NOT_NAME | COMMON | KEEP | KIN | MONTH | WEEKDAY | JOB | ROLE
# From here on the kind that the CRF gives a word is believed.
_LIKELY = 0.5


def _described(bits: int) -> str:
    if bits & (ORIGIN | CONDITION):
        return "DEMOGRAPHIC"
    if bits & FEAST:
        return "DATE"
    return ""


def _mark(reading: Reading, index: int, chances: Learned, limits: Limits) -> Mark | None:
    fact, chance = reading.facts[index], chances.chance[index]
    bits = fact.bits
    if bits & DIGIT:
        return _number(reading, index, chances, limits)
    if bits & ORIGIN and not bits & KEEP and not (fact.capital is False and bits & NAME and chance < limits.ordinary):
        return Mark("DEMOGRAPHIC", "shape", _REASONS["DEMOGRAPHIC"], 0.2)
    if bits & (CONDITION | FEAST) and chance > limits.clear:
        return Mark(_described(bits), "shape", _REASONS[_described(bits)], 0.3)
    if len(fact.low) == 1 and (is_spaced(reading, index) or heads_a_line(reading, index)):
        return None
    rule = by_default(reading, index)
    if rule is None:
        if chance < limits.least:
            return None
        return _weighed(reading, index, chances, limits)
    name, reason, doubt = rule
    if _gives_way(reading, index, doubt, chance, limits):
        return None
    kind = chances.kinds[index] if chance > _LIKELY else ""
    if fact.capital and bits & ORG and kind not in ("PLACE", "ADDRESS"):
        kind = "ORG"
    return Mark(kind or "NAME", name, reason, min(doubt, 1 - chance))


def _number(reading: Reading, index: int, chances: Learned, limits: Limits) -> Mark | None:
    chance = chances.chance[index]
    least = limits.plain_number if counts(reading, index) else limits.number
    if chance < least or after_law(reading.normal.low, reading.starts[index]):
        return None
    return Mark(chances.kinds[index] or "ID", "learned", "likely to single out", 1 - chance)


def _weighed(reading: Reading, index: int, chances: Learned, limits: Limits) -> Mark | None:
    """What no rule hides is hidden if the CRF is sure enough, for a word of its sort."""
    fact, chance, kind = reading.facts[index], chances.chance[index], chances.kinds[index]
    bits, links = fact.bits, reading.language.lists.of("links")
    least = limits.keep if bits & KEEP else limits.job if bits & JOB and not bits & ROLE else limits.ordinary
    if kind == "PERSON" and not fact.capital and reading.case[index] == "x":
        least = max(least, limits.small)
    if kind == "PERSON" and fact.shape == "x" and fact.bits & ORDINARY and not may_be_name(reading, index):
        least = max(least, limits.plain)
    bare = links and bits & COMMON and fact.low not in links
    if bare or (bits & (KIN | WORK | MONTH | WEEKDAY) and not bits & JOB):
        least = max(least, limits.plain)
    if bits & (MONTH | WEEKDAY):
        least = max(least, _SURE)
    if links and bits & NAME and reading.case[index] == "n" and not bits & _NO_NAME:
        least = min(least, limits.given if bits & GIVEN else limits.named)
    if fact.shape == "Xx" and reading.case[index] == "x" and not bits & KEEP and not _surely(reading, index):
        least = min(least, limits.begins)
    if chance < least or (bits & KEEP and kind == "PERSON" and (chance < _SURE or fact.shape != "Xx")):
        return None
    return Mark(kind, "learned", "likely to single out", 1 - chance)


def _gives_way(reading: Reading, index: int, doubt: float, chance: float, limits: Limits) -> bool:
    """Whether a rule that is in doubt gives way to the CRF, which is sure that the word is an ordinary one."""
    if doubt >= 0.7 and chance < limits.lower:
        return True
    if doubt < 0.5:
        return False
    given = reading.facts[index].bits & GIVEN
    if reading.begins[index] and chance < (limits.given if given else limits.begins):
        return True
    if chance < limits.ordinary and (in_heading(reading, index) or said_alone(reading, index)):
        return True
    return chance < limits.clear and _surely(reading, index) and not beside_capital(reading, index)


def _surely(reading: Reading, index: int) -> bool:
    """Whether a word is ordinary as it stands, and not by its ending alone."""
    return reading.language.surely(reading.lows[index])
