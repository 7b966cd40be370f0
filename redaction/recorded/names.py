"""Names of the record: whole, in parts, with endings and typing errors, cut in two or run into other words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from redaction.languages.lists import COMMON, DIGIT, FEAST, JOB, KEEP, KIN, MONTH, NAME, NOT_NAME, ORDINARY, RANK, ROLE
from redaction.languages.words import Language
from redaction.recorded.agencies import is_agency
from redaction.recorded.hit import NEAR, hit
from redaction.recorded.initials import find_initials, may_be_initials, with_initials
from redaction.recorded.joined import cut_in_two, inside, run_together
from redaction.recorded.known import Form, Known
from redaction.recorded.written import PARTICLES
from redaction.spans import Find
from redaction.text.facts import Facts
from redaction.text.reading import SPACE, Reading
from redaction.told.word_names import in_a_persons_place

_LEET = str.maketrans("0134578", "oleastb")
_BETWEEN = frozenset([" ", "-", "\n", ", ", ".", "/", "&", " & ", "+", ",", "-\n"])
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_NO_NAME = KEEP | COMMON | KIN | ROLE | MONTH | RANK | NAME
# What makes a word part of an account's name, an address on the net, or a file's path.
_NET = ("@", "#", "_", "\\", "://", "%")
_NEAR_NET = 6
# Three letters and a possessive; words that are kept with what they were found to be.
_SHORT, _MOST = 6, 20_000


def find_names(reading: Reading, known: Known, near: bool) -> Iterator[Find]:
    nobody = known.nobody.setdefault((reading.language.code, near), set())
    agencies, heads = known.agencies, known.heads()
    agency_until, small = 0, None
    for index in [at for at, word in enumerate(reading.words) if word not in nobody]:
        low, fact = reading.lows[index], reading.facts[index]
        if low in agencies and (length := is_agency(reading, index, known)):
            agency_until = max(agency_until, index + length)
        if index < agency_until:
            continue
        form = known.names.get(low) or (known.names.get(low[:-2]) if low.endswith("'s") else None)
        if form is None and not fact.bits & ORDINARY:
            form = name_of(low, known, reading)
        if form is not None:
            yield from _particles(reading, index, known)
            small = _small(reading, known) if small is None else small
            doubt = _doubt(reading, index, known, small)
            if doubt < 1:
                yield with_initials(reading, index, _of_family(reading, index, form, known), doubt, known)
                continue
        initials = len(low) < _SHORT and may_be_initials(reading.words[index], low, known)
        if initials:
            yield from find_initials(reading, index, known)
        strange = form is None and _strange(fact)
        if strange and (not fact.bits & (ORDINARY | KEEP) or _capital_inside(reading, index)):
            found = _with_digits(reading, index, known) if fact.bits & DIGIT else _unlike(reading, index, known, near)
            if found:
                yield found
                continue
            strange = False
        if low in heads:
            yield from cut_in_two(reading, index, known)
        elif not (form or initials or strange or low in agencies) and len(nobody) < _MOST:
            nobody.add(reading.words[index])


def _strange(fact: Facts) -> bool:
    """Whether a word may be a recorded one in another spelling: no language knows it, or a capital may say so."""
    ordinary = fact.bits & (ORDINARY | KEEP)
    return len(fact.low) > 3 and (not ordinary or (fact.shape == "Xx" and not fact.bits & _NO_NAME))


def _of_family(reading: Reading, index: int, form: Form, known: Known) -> Form:
    """A surname alone after a relation is somebody of the family: 'his mother Mrs Fenwick', 'her cousin Fenwick'."""
    if not (form.surname and form.who and index):
        return form
    while index > 1 and reading.gaps[index] == "-" and reading.lows[index - 1] in known.names:
        index -= 1  # A double surname is one.
    at = index - 1
    if reading.facts[at].bits & RANK and at and reading.gaps[index] in (" ", ". "):
        at -= 1
    near = reading.gaps[at + 1] in (" ", ", ")
    related = reading.facts[at].bits & KIN and reading.lows[at] not in reading.language.lists.of("couples")
    return replace(form, who="") if near and related else form


def _capital_inside(reading: Reading, index: int) -> bool:
    """Whether no sentence gives a word its capital."""
    return not reading.begins[index] and reading.case[index] == "x"


def _small(reading: Reading, known: Known) -> bool:
    """Whoever types one recorded name without its capital does so with the others."""
    recorded = known.names.keys() & reading.said
    given = bool(recorded and reading.language.lists.of("given_words"))
    return bool(recorded) and any(
        low in recorded
        and word == low
        and len(low) > 3
        and (not fact.bits & ORDINARY or (given and begins and _given(fact)))
        for low, word, fact, begins in zip(reading.lows, reading.words, reading.facts, reading.begins, strict=True)
    )


def _given(fact: Facts) -> bool:
    """A given name that is an ordinary word, but rarely meant as one."""
    return bool(fact.bits & NAME) and not fact.bits & (NOT_NAME | COMMON | KIN | KEEP)


def name_of(low: str, known: Known, reading: Reading) -> Form | None:
    """The recorded name that a word is, without endings, clitics or the signs that stand in for letters."""
    key = ("is", reading.language.code, low)
    if (held := known.strange.get(key)) is None:
        held = _keep(known, key, (_bare_name(low, known, reading), False))
    return held[0]


def _keep(known: Known, key: tuple[str, ...], found: tuple[Form | None, bool]) -> tuple[Form | None, bool]:
    if len(known.strange) < _MOST:
        known.strange[key] = found
    return found


def _bare_name(low: str, known: Known, reading: Reading) -> Form | None:
    names = known.names
    found = names.get(low)
    if found is None:
        for bare in reading.language.bare(low):
            if found := names.get(bare):
                return found
        if "'" in low or not low.isalpha():
            if found := names.get(low.removesuffix("'s").replace("'", "")):
                return found
            if any(c.isdecimal() for c in low) and any(c.isalpha() for c in low):
                found = names.get(low.translate(_LEET)) or names.get(low.translate(_LEET).replace("l", "i"))
    return found


def _unlike(reading: Reading, index: int, known: Known, near: bool) -> Find | None:
    """A word that no language knows: one letter from a recorded one, or with one inside."""
    low = reading.lows[index]
    key = ("near" if near else "in", reading.language.code, low)
    if (held := known.strange.get(key)) is None:
        held = _keep(known, key, _like(low, known, reading.language, near))
    form, close = held
    if form is None and near and not reading.facts[index].bits & ORDINARY:
        pet = known.pet(low.removesuffix("'s"))
        # On a list of names it may be somebody else's.
        whose = Form("NAME") if pet and (reading.facts[index].bits & NAME or not pet.who) else pet
        return hit(reading, index, index, whose, "a pet form of a name in the record", NEAR, 0.3) if whose else None
    if form is None or not close:
        return hit(reading, index, index, form, "a name in the record, run into another word") if form else None
    find = hit(reading, index, index, form, "one letter from a name in the record", NEAR, 0.3)
    return find if form.kind == "PERSON" else find.at(find.start, reading.ends[index], "")


def _like(low: str, known: Known, language: Language, near: bool) -> tuple[Form | None, bool]:
    """The recorded word that a strange one is one letter from, or holds; and whether it is the former."""
    bare = low.removesuffix("'s")
    close = known.near(bare) if near else None
    for other in language.bare(low) if near and close is None else ():
        close = close or known.near(other)
    return (close, True) if close else (run_together(bare, known) or inside(bare, known), False)


def _with_digits(reading: Reading, index: int, known: Known) -> Find | None:
    """A recorded word with digits at it, or among other letters: 'siobhan88', 'mhollingworth85'."""
    for run in _LETTERS.findall(reading.lows[index]):
        if form := known.word(run) or run_together(run, known) or inside(run, known):
            return hit(reading, index, index, form, "a name in the record, run into digits")
    return None


def _doubt(reading: Reading, index: int, known: Known, small: bool) -> float:
    """0 where a word is the recorded name, 1 where it is the ordinary word that is spelled the same."""
    fact = reading.facts[index]
    if feast_day(reading, index):
        return 1.0
    if not fact.bits & (ORDINARY | MONTH):
        return 0.0
    if _beside_name(reading, index, known) or _on_the_net(reading, index):
        return 0.0
    before = reading.facts[index - 1] if index and reading.gaps[index] in (" ", ". ") else None
    if before and len(before.low) == 1 and reading.gaps[index] == ". " and known.letters.get(before.low):
        return 0.1  # 'l. booth'
    case = reading.case[index]
    if before and before.bits & RANK and (fact.capital or case != "x"):
        return 0.1
    if in_a_persons_place(reading, index):
        return 0.1
    if case != "x":
        return 0.5 if not fact.bits & NOT_NAME else 1.0
    if not fact.capital:
        return 0.5 if small and not fact.bits & (NOT_NAME | COMMON | KIN) else 1.0
    if not reading.begins[index]:
        return 0.05
    after = reading.lows[index + 1] if index + 1 < len(reading.lows) and reading.gaps[index + 1] == " " else ""
    trade = index + 2 < len(reading.lows) and reading.facts[index + 2].bits & JOB  # 'Rose, a baker'
    return 1.0 if after in reading.language.lists.of("determiners") and not trade else 0.2


def feast_day(reading: Reading, index: int) -> bool:
    """Whether a word is part of a feast day's name: 'Christmas Eve' is nobody."""
    lows = reading.lows
    for first in range(max(0, index - 2), index + 1):
        for words, bit in reading.language.lists.phrases.get(lows[first], ()):
            if bit & FEAST and first + len(words) > index and tuple(lows[first : first + len(words)]) == words:
                return True
    return False


def _on_the_net(reading: Reading, index: int) -> bool:
    """Whether a word is part of an address, an account's name or a path."""
    first, last, gaps = index, index + 1, reading.gaps
    while first > index - _NEAR_NET and first > 0 and gaps[first] and not any(c.isspace() for c in gaps[first]):
        first -= 1
    while last < min(len(reading.lows), index + _NEAR_NET) and gaps[last] and not any(c.isspace() for c in gaps[last]):
        last += 1
    between = "".join(gaps[first + (first < index) : last]) if last - first > 1 else ""
    outer = gaps[first][-1:]
    return any(sign in between for sign in _NET) or outer in ("@", "#", "_", "\\")


def _beside_name(reading: Reading, index: int, known: Known) -> bool:
    for at, gap, step in ((index - 1, index, -1), (index + 1, index + 1, 1)):
        if not 0 <= at < len(reading.lows) or reading.gaps[gap] not in _BETWEEN:
            continue
        other = known.names.get(reading.lows[at])
        if other and _pair(reading, index, at, gap, known):
            return True
        far = at + step
        if (
            reading.lows[at] in ("and", "dhe", "e")
            and 0 <= far < len(reading.lows)
            and known.names.get(reading.lows[far])
            and reading.facts[index].capital
            and reading.facts[far].capital
            and not reading.facts[far].bits & ORDINARY
        ):
            return True
    return False


def _pair(reading: Reading, index: int, at: int, gap: int, known: Known) -> bool:
    """Whether the recorded name beside a word makes it one too."""
    if reading.gaps[gap] == ", " and not (reading.facts[index].capital and reading.facts[at].capital):
        return False
    if not reading.facts[at].bits & ORDINARY or _whole_name(reading, index, at, known):
        return True
    glued = reading.gaps[gap] in (".", "/", "&", "+", ",")
    return glued and reading.facts[index].shape == reading.facts[at].shape == "Xx"


def _whole_name(reading: Reading, index: int, at: int, known: Known) -> bool:
    """Two ordinary words that are the first name and the surname of one person, as the record has them."""
    one, other = known.names[reading.lows[index]], known.names[reading.lows[at]]
    spelled = one.base == reading.lows[index] and other.base == reading.lows[at]
    return (
        spelled
        and one.base != other.base
        and bool(one.who or other.who)
        and (one.who == other.who or not (one.who and other.who))
    )


def _particles(reading: Reading, index: int, known: Known) -> Iterator[Find]:
    """'van den Berg' for a recorded van der Berg: a particle between two recorded words goes with them."""
    lows, last = reading.lows, index + 1
    if lows[index] not in PARTICLES:
        return
    while last < len(lows) and last - index < 4 and reading.kinds[last] == SPACE and lows[last] in PARTICLES:
        last += 1
    if last > index + 1 and last < len(lows) and reading.kinds[last] == SPACE:
        other = known.names.get(lows[last])
        if other and reading.facts[last].capital:
            yield hit(reading, index, last, other, "a name in the record")
