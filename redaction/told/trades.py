"""What somebody lives on, told as a job's name beside a name or by what they do: 'qep perde', 'mban një kioskë'.

For languages whose lists know the verbs (``earning``, ``making`` with ``goods``) and the endings of jobs (``trades``).
"""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks
from redaction.languages.lists import COMMON, DIGIT, JOB, KEEP, KIN, NAMING, ORDINARY, RANK, ROLE, STOP, WORK
from redaction.text.cues import LIVELIHOODS
from redaction.text.reading import MARK, SPACE, Reading

_LONGEST = 5
_NO_JOB = COMMON | STOP | KIN | KEEP | DIGIT | WORK | NAMING
_TITLED = RANK | KEEP | ORDINARY
_BESIDE = frozenset([", ", " (", " – ", " - ", " — ", ": ", " | "])
# Relations told of the person beside whose name a profession is theirs, not the team's.
_BACK = 9


def livelihoods(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark the jobs."""
    lists = reading.language.lists
    earning = lists.of("earning")
    studies, crafts = lists.of("studies"), tuple(lists.of("crafts"))
    wares = ((lists.of("making"), lists.of("goods")), (lists.of("keeping"), lists.of("premises")))
    trading = lists.among("making", "keeping")
    for index in reading.at(LIVELIHOODS):
        fact, at = reading.facts[index], index + 1
        if at == len(reading.facts):
            break
        low = fact.low
        earns = low in earning and _thing(reading, tags, at)
        if earns or (low in trading and any(low in verbs and _holds(reading, at, things) for verbs, things in wares)):
            _hide(reading, tags, marks, index, _reach(reading, tags, at))
        elif fact.bits & WORK and fact.low in lists.of("works"):
            _works(reading, tags, marks, at)
        if low in studies:
            _studies(reading, tags, marks, index)
        if _job(reading, tags, index, crafts) and _told(reading, tags, marks, index):
            _hide(reading, tags, marks, index, _reach(reading, tags, index))


def _holds(reading: Reading, at: int, things: frozenset[str]) -> bool:
    at += reading.lows[at] in reading.language.lists.of("some")
    return at < len(reading.lows) and reading.kinds[at] == SPACE and reading.lows[at] in things


def _thing(reading: Reading, tags: Sequence[str], at: int) -> bool:
    """A thing in general: not this one, and nobody."""
    lists = reading.language.lists
    if reading.kinds[at] != SPACE or tags[at]:
        return False
    if reading.lows[at] in lists.of("some"):
        return at + 1 < len(reading.lows) and reading.kinds[at + 1] == SPACE and _thing(reading, tags, at + 1)
    fact = reading.facts[at]
    if fact.low in lists.of("no_crafts"):
        return False
    if fact.bits & (COMMON | STOP | KIN | DIGIT) or len(fact.low) < 3 or (fact.capital and reading.case[at] == "x"):
        return False
    return fact.low in lists.of("goods") or not fact.low.endswith(("in", "un", "en", "et", "at", "it", "ut", "ne"))


def _works(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Punon te ujësjellësi', "punon n'postë"."""
    lists = reading.language.lists
    low, first = reading.lows[at], at
    if low in lists.of("with_goods") and at + 1 < len(reading.lows) and _holds(reading, at + 1, lists.of("goods")):
        _hide(reading, tags, marks, at - 1, _reach(reading, tags, at + 1))
        return
    if low not in lists.of("towards"):
        if not low.startswith("n'") or low[2:] in lists.of("not_workplaces"):
            return
    else:
        at += 1
        at += at < len(reading.lows) and reading.lows[at] in lists.of("some")
        if at >= len(reading.lows) or not _place(reading, tags, at):
            return
    if reading.kinds[first] == SPACE and not tags[first]:
        _hide(reading, tags, marks, first, _reach(reading, tags, at))


def _studies(reading: Reading, tags: Sequence[str], marks: Marks, index: int) -> None:
    """'Studion për mami': what somebody studies."""
    at = index + 2
    if at < len(reading.lows) and reading.lows[index + 1] == "per" and reading.kinds[index + 1] == SPACE:
        fact = reading.facts[at]
        if reading.kinds[at] == SPACE and not fact.bits & (COMMON | STOP | DIGIT) and not fact.capital:
            _hide(reading, tags, marks, index, at)


def _place(reading: Reading, tags: Sequence[str], at: int) -> bool:
    fact = reading.facts[at]
    if reading.kinds[at] != SPACE or tags[at] or fact.bits & (COMMON | STOP | KIN | DIGIT):
        return False
    if fact.bits & KEEP and fact.low not in reading.language.lists.of("offices"):
        return False
    return len(fact.low) > 3 and not fact.capital and fact.low not in reading.language.lists.of("not_workplaces")


def _job(reading: Reading, tags: Sequence[str], index: int, crafts: tuple[str, ...]) -> bool:
    """A word for a job, by the lists or by its ending, one of ``crafts``."""
    fact = reading.facts[index]
    if len(fact.low) < 4 or tags[index] or (fact.capital and reading.case[index] == "x"):
        return False
    if fact.bits & (JOB | ROLE) or (fact.bits & _TITLED and fact.low in reading.language.lists.of("professions")):
        return True
    if fact.bits & _NO_JOB or len(fact.low) < 6 or not fact.low.endswith(crafts):
        return False
    lists = reading.language.lists
    knows = reading.language.knows
    if fact.low.endswith("iste") and knows(fact.low) and not knows(fact.low[:-1]):
        return False  # a verb: bertiste
    return fact.low not in lists.of("no_crafts")


def _said_of_kin(reading: Reading, index: int) -> bool:
    """'Postierja është mbesa e tij.'"""
    kin, lows, lists = index + 2, reading.lows, reading.language.lists
    said = kin < len(lows) and lows[index + 1] in lists.of("becoming") and reading.kinds[kin] == SPACE
    return said and reading.kinds[index + 1] == SPACE and bool(reading.facts[kin].bits & KIN)


def _told(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], index: int) -> bool:
    """Whether it is told of somebody: beside a name or an age, after 'as', after 'ish-'."""
    if not index:
        return False
    lists, gap, before = reading.language.lists, reading.gaps[index], index - 1
    role = reading.facts[index].bits & ROLE or reading.lows[index] in lists.of("professions")
    own = not role or _relation(reading, index) or _of_things(reading, index)
    if gap == "-" and reading.lows[before] == "ish":
        return own
    if _said_of_kin(reading, index):
        return True
    if gap == " " and reading.lows[before] in lists.of("as") and before:
        return bool(reading.facts[index].bits & JOB) or _near_work(reading, before)
    if gap == " " and reading.lows[before] in lists.of("becoming"):
        return own
    if gap not in _BESIDE or not own:
        return False
    mark = marks[before]
    if tags[before].startswith(("R:PERSON", "R:BIRTH", "R:ID")) or tags[before] in ("S:AGE", "S:DATE", "S:ID"):
        return True
    kin = reading.facts[before].bits & KIN and reading.facts[index].bits & JOB
    if kin or reading.lows[before] in lists.of("learned"):
        return True
    return mark is not None and mark.kind in ("NAME", "PERSON", "AGE", "PLACE", "DATE", "")


def _relation(reading: Reading, index: int) -> bool:
    """Whether the sentence told of a relation just before."""
    for at in range(index - 1, max(-1, index - _BACK), -1):
        if reading.facts[at].bits & KIN:
            return True
        if reading.begins[at]:
            break
    return False


def _of_things(reading: Reading, index: int) -> bool:
    """'Inspektor tatimesh', 'mësues gjuhësh': more than a role of the team's."""
    at = index + 1
    return at < len(reading.facts) and reading.kinds[at] == SPACE and reading.lows[at].endswith(("sh", "ike"))


def _near_work(reading: Reading, index: int) -> bool:
    lists = reading.language.lists
    return any(
        reading.facts[at].bits & WORK or reading.lows[at] in lists.of("works") for at in range(max(0, index - 3), index)
    )


def _reach(reading: Reading, tags: Sequence[str], index: int) -> int:
    """The last word of what is told: what belongs to the word, where it is done."""
    lists = reading.language.lists
    links, towards = lists.of("links"), lists.of("towards")
    at = last = index
    while at + 1 < len(reading.facts) and at + 1 - index < _LONGEST:
        at += 1
        fact = reading.facts[at]
        if reading.kinds[at] != SPACE or tags[at] or fact.bits & (STOP | KIN | DIGIT):
            break
        if fact.low in links or fact.low in towards or fact.low in lists.of("some"):
            continue
        if fact.bits & COMMON or (fact.capital and reading.case[at] == "x") or fact.low in lists.of("no_crafts"):
            break
        if not (at - last > 1 or fact.low.endswith(("i", "sh", "e", "a", "ve")) or last == index):
            break
        last = at
    return last


def _hide(reading: Reading, tags: Sequence[str], marks: Marks, first: int, last: int) -> None:
    for at in range(first, last + 1):
        if marks[at] is None and not tags[at] and reading.kinds[at] <= MARK:
            marks[at] = Mark("JOB", "cue", "what somebody does for a living", 0.3)
