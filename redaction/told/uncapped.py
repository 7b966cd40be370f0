"""Names that are words, where capitals say nothing: told by what stands beside them ('motra besa', 'moj lirie')."""

from collections.abc import Sequence

from redaction.guessed.marks import Mark, Marks, is_name
from redaction.languages.lists import COMMON, JOB, KEEP, KIN, MONTH, NAME, NOT_NAME, RANK, ROLE, STOP, WEEKDAY
from redaction.text.cues import UNCAPPED
from redaction.text.reading import MARK, SPACE, Reading

_REASON = "a word that is a name, told by the words around it"
_NEAR = 3
_OTHERS = NOT_NAME | COMMON | KEEP | KIN | RANK | ROLE | JOB | MONTH | WEEKDAY | STOP


def uncapped(reading: Reading, tags: Sequence[str], marks: Marks) -> None:
    """Mark the words of ``weak_names`` and ``word_names`` where a name would stand."""
    names, places = reading.language.lists.among("weak_names", "word_names"), reading.at(UNCAPPED)
    for index in places:
        known = reading.lows[index] in names
        if not (known or reading.facts[index].bits & NAME) or tags[index] or not _may_be(reading, index):
            continue
        if _called(reading, tags, marks, index) if known else _named(reading, index):
            marks[index] = Mark("PERSON", "cue", _REASON, 0.2)
            _one_behind_the_other(reading, tags, marks, index, names)
    if "n" in reading.case:
        _initials(reading, tags, marks, places)
    for at in places:
        if at and reading.gaps[at] == ".":
            _pair(reading, tags, marks, at)


def _named(reading: Reading, at: int) -> bool:
    """'Moj dilja', 'me tha dilja': a word that is a name now and then, addressed, or told to say something."""
    fact = reading.facts[at]
    if not at or reading.kinds[at] != SPACE or reading.begins[at] or fact.bits & _OTHERS:
        return False
    lists, before = reading.language.lists, reading.lows[at - 1]
    return before in lists.of("vocatives") or before in lists.of("says")


def _one_behind_the_other(reading: Reading, tags: Sequence[str], marks: Marks, at: int, names: frozenset[str]) -> None:
    """'era deti dhe borana': names that are words, before one that is told to be a name."""
    while at and reading.kinds[at] == SPACE and reading.lows[at - 1] in names and reading.case[at - 1] == "n":
        at -= 1
        if tags[at] or marks[at] is not None:
            return
        marks[at] = Mark("PERSON", "cue", _REASON, 0.3)


def _may_be(reading: Reading, at: int) -> bool:
    """Whether a capital, or its absence, says nothing here."""
    return reading.case[at] != "x" or (reading.begins[at] and reading.facts[at].shape == "Xx")


def _initials(reading: Reading, tags: Sequence[str], marks: Marks, places: Sequence[int]) -> None:
    """'dh. zaka': a small letter with a point before a name."""
    digraphs = reading.language.lists.of("digraphs")
    for at in places:
        if at + 1 == len(reading.lows):
            break
        low = reading.lows[at]
        if at > 1 and reading.gaps[at - 1] == ":" and reading.facts[at].bits & NAME and _sends(reading, tags, at):
            marks[at] = marks[at] or Mark("PERSON", "cue", "who sends a message", 0.3)
        letter = (len(low) == 1 and low.isalpha()) or low in digraphs
        if not letter or reading.case[at] != "n" or tags[at] or reading.gaps[at + 1] not in (".", ". "):
            continue
        if is_name(tags, marks, at + 1):
            marks[at] = marks[at] or Mark("PERSON", "cue", "an initial", 0.2)


def _pair(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'Bisedova me sh.k., …': two small letters with points after a word for being with somebody."""
    lows, lists = reading.lows, reading.language.lists
    first = at - 1
    letters = all(
        (len(lows[i]) == 1 or lows[i] in lists.of("digraphs")) and lows[i].isalpha() and not tags[i]
        for i in (first, at)
    )
    if not letters or not first or not reading.gaps[at + 1].startswith(".") or reading.gaps[first] != " ":
        return
    before = reading.facts[first - 1]
    with_somebody = before.low in lists.of("with") or before.bits & (KIN | RANK | ROLE)
    if with_somebody and lows[first] + lows[at] not in lists.of("no_initials"):
        for i in (first, at):
            marks[i] = marks[i] or Mark("PERSON", "cue", "an initial", 0.2)


def _sends(reading: Reading, tags: Sequence[str], at: int) -> bool:
    """'17:03 dona jo ende': who writes, after the time."""
    return (
        reading.case[at] == "n"
        and reading.begins[at]
        and not tags[at]
        and reading.lows[at - 1].isdecimal()
        and not reading.facts[at].bits & (KIN | COMMON | NOT_NAME)
    )


def _called(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    lists, lows, kinds = reading.language.lists, reading.lows, reading.kinds
    links = lists.of("links")
    after = at + 1
    acts = after < len(lows) and kinds[after] == SPACE and lows[after] in lists.of("acts_of")
    if reading.begins[at] or not at or kinds[at] == MARK:
        return acts or _writes(reading, at)
    before = lows[at - 1]
    if kinds[at] != SPACE:
        return False
    asked = after < len(lows) and kinds[after] == SPACE and lows[after] in lists.of("asks")
    if (before in lists.of("says") and not acts) or (asked and reading.begins[at - 1] and before in lists.of("ands")):
        return True
    if before in lists.of("calls") or reading.facts[at - 1].bits & KIN or (before in lists.of("since") and acts):
        return True
    if (
        before in lists.of("beside_somebody")
        and lows[at].endswith("n")
        and (after == len(lows) or lows[after] not in lists.of("binds"))
    ):
        return True
    if at > 1 and before in links and lows[at - 2] in lists.of("owned") and lows[at].endswith(("s", "t", "se")):
        return True
    return _of_a_relation(reading, at) or _beside_a_name(reading, tags, marks, at) or _told_to(reading, at)


def _writes(reading: Reading, at: int) -> bool:
    """'lulja: nuk mundem sot': who writes, without a capital."""
    small = reading.facts[at].shape == "x" and reading.case[at] == "n"
    after = at + 1
    return small and after < len(reading.lows) and reading.gaps[after] == ": " and reading.facts[after].shape == "x"


def _of_a_relation(reading: Reading, at: int) -> bool:
    """'Burri im arsimi', 'djali i madh luani'."""
    own = reading.language.lists.of("own")
    for first in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if reading.facts[first].bits & KIN:
            return True
        if reading.lows[first] not in own or reading.kinds[first] != SPACE:
            break
    return False


def _beside_a_name(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], at: int) -> bool:
    """'Agroni dhe besa'."""
    joins, lows = reading.language.lists.of("ands"), reading.lows
    for join, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if 0 <= other < len(lows) and lows[join] in joins and is_name(tags, marks, other):
            return True
    return False


def _told_to(reading: Reading, at: int) -> bool:
    """'I thash flutures', 'ia dhashe besniku't: a dative that a small word before the verb announces."""
    lows = reading.lows
    return at > 1 and lows[at].endswith(("s", "t")) and lows[at - 2] in reading.language.lists.of("datives")
