"""Strangers told by where they stand: who signs, who follows a role, an account, a house on a line of its own."""

import re
from collections.abc import Iterator, Sequence

from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, NAME, ORDINARY, ORG, RANK, ROLE, STREET, SURNAME
from redaction.recorded.numbers import numeric_words
from redaction.spans import Find
from redaction.text.cues import (
    ACCOUNTS,
    FIGURES,
    HOLDERS,
    HOUSE_LINES,
    LAST_LETTERS,
    PLATFORM_NAMES,
    RELATIONS,
    SIGNS,
)
from redaction.text.reading import END, Reading

_MOST_SIGNERS, _MOST_LETTERS = 3, 4
_SPOKEN_DIGITS = 7
_LINE_WORDS = 6
_HELD = ROLE | RANK | ORG | KIN
_VOWEL = re.compile("[AEIOU]")
_PAUSES = (" ", ", ", "-", ",", " - ", "\n")
_ACCOUNT = re.compile(
    r"(?<!\w)(?:user ?names?|screen ?name|gamer ?tag|handle|login|llogari\w*|perdorues\w*)(?: (?:is|was|now|eshte))?[ :=@-]{1,3}"
    r"(?P<name>[\w](?:[\w.-]{0,38}[\w]))"
)


def find_introduced(reading: Reading, tags: Sequence[str]) -> Iterator[Find]:
    """What no record and no list knows, and no capital inside a sentence shows."""
    for start, rule in _RULES:
        if reading.cues & start:
            yield from rule(reading, tags, reading.at(start))
    if '"' in reading.normal.low:
        yield from _in_quotes(reading)


def _find(reading: Reading, first: int, last: int, kind: str, reason: str, doubt: float = 0.1) -> Find:
    return Find(reading.starts[first], reading.ends[last], kind, "cue", reason, doubt=doubt)


def _signed(reading: Reading, tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """Letters after 'Prepared:', 'vol:', 'signed', 'per': 'Prepared: K.A.', 'vol: jb'."""
    signs = reading.language.lists.of("signs")
    for at in places:
        low, gap, first = reading.lows[at], reading.gaps[at + 1], at + 1
        if first == len(reading.lows):
            break
        if reading.lows[first] in ("by", "nga") and gap == " " and first + 1 < len(reading.lows):
            first, gap = first + 1, reading.gaps[first + 1]
        if not (gap.strip() in (":", "/", "-", "") and "\n" not in gap) or (gap == " " and low not in signs):
            continue
        last = _letters(reading, first, small=":" in gap and low in signs)
        if last >= first and not tags[first]:
            yield _find(reading, first, last, "NAME", "initials after a word for signing")


def _letters(reading: Reading, first: int, *, small: bool) -> int:
    """The last word of initials that begin here: 'K.A.', 'KA', 'RS/ML'; before ``first`` where there are none."""
    last, signers = first - 1, 0
    while last + 1 < len(reading.words) and signers <= _MOST_SIGNERS:
        at = last + 1
        word = reading.words[at]
        glued = reading.gaps[at] in (".", ". ", "/", "-", "&", " & ", ", ", " / ")
        if at > first and not glued:
            break
        single = len(word) == 1 and word.isupper() and word.isalpha()
        several = 2 <= len(word) <= _MOST_LETTERS - 1 and word.isalpha() and not reading.facts[at].bits & KEEP
        if single and (at > first or reading.gaps[at + 1].startswith((".", "/", "-"))):
            last = at
        elif several and (word.isupper() or (small and word.islower() and _ends_line(reading, at))):
            last, signers = at, signers + 1
        else:
            break
    return last


def _ends_line(reading: Reading, at: int) -> bool:
    gap = reading.gaps[at + 1]
    return at + 1 >= len(reading.words) or "\n" in gap


def _initials(reading: Reading, tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    yield from _at_the_end(reading, tags, places)
    yield from _before_a_surname(reading, tags, places)
    yield from _after_a_title(reading, tags, places)


def _at_the_end(reading: Reading, tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """Initials alone at the end of a line, after a whole sentence: '… No letters. RS/ML'."""
    words, gaps, facts = reading.words, reading.gaps, reading.facts
    for last in places:
        after = last + 1
        gap = gaps[after]
        if not ("\n" in gap or after == len(words) or _dated(reading, after)):
            continue
        first = last
        while first and gaps[first] in ("/", ".", " / ", " & ", "-") and len(words[first - 1]) < _MOST_LETTERS:
            first -= 1
        run = range(first, last + 1)
        letters = all(words[at].isalpha() and words[at].isupper() and not facts[at].bits & KEEP for at in run)
        told = sum(len(words[at]) for at in run)
        if not letters or told < 2 or any(tags[at] for at in run) or reading.case[first] == "C":
            continue
        before = gaps[first]
        alone = (
            "\n" in before or before.startswith((". ", "! ", "? ", ".  ", " - "))
            if first
            else first < last or _unknown_letters(reading, last)
        )
        if alone and (first < last or not facts[last].bits & ORDINARY or not _VOWEL.search(words[last])):
            yield _find(reading, first, last, "NAME", "initials at the end of a line", 0.2)


def _dated(reading: Reading, at: int) -> bool:
    """Whether nothing but a date follows on the line: 'HM 13/11/25'."""
    words, gaps = reading.words, reading.gaps
    last = at
    while last < len(words) and last - at < 3 and words[last].isdecimal() and (last == at or gaps[last] in ("/", ".")):
        last += 1
    return gaps[at] == " " and last - at > 1 and (last == len(words) or "\n" in gaps[last])


def _unknown_letters(reading: Reading, at: int) -> bool:
    """Letters on their own that no list knows as an abbreviation or a role."""
    low = reading.lows[at]
    return len(low) > 1 and not reading.facts[at].bits & ROLE and low not in reading.language.lists.of("abbreviations")


def _after_a_role(reading: Reading, tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """'Vulnerability team: Joss.', 'Social worker Ikram Osman.': one to three capitals after a role or a team."""
    facts, gaps, words = reading.facts, reading.gaps, reading.words
    for at in places:
        gap = gaps[at + 1]
        if gap not in (": ", " ") or at + 1 == len(words):
            continue
        if not (facts[at].bits & _HELD or _role_phrase(reading, at)):
            continue
        first = last = at + 1
        while last < len(words) and facts[last].shape == "Xx" and (last == first or gaps[last] in (" ", "-")):
            last += 1
        last -= 1
        run = range(first, last + 1)
        if last < first or len(run) > _MOST_SIGNERS or any(_stands(reading, i, first) or tags[i] == "K" for i in run):
            continue
        named = any(facts[i].bits & (NAME | SURNAME) or not facts[i].bits & ORDINARY for i in run)
        closes = (
            last + 1 >= len(words) or reading.kinds[last + 1] >= END or gaps[last + 1][:1] in (",", ";", ")", "(", "'")
        )
        enough = closes and (len(run) > 1 if gap == " " else True) and reading.case[at] == "x"
        if named and enough and not all(facts[i].bits & _HELD for i in run):
            yield _find(reading, first, last, "NAME", "follows a role or a team", 0.2)


def _stands(reading: Reading, at: int, first: int) -> bool:
    """Whether a word may stand; a surname behind a first name does not, whatever else it is ('Osman')."""
    bits = reading.facts[at].bits
    return bool(bits & DIGIT) or (bool(bits & KEEP) and not (at > first and bits & (NAME | SURNAME)))


def _role_phrase(reading: Reading, at: int) -> bool:
    if not at:
        return False
    for words, bit in reading.language.lists.phrases.get(reading.lows[at - 1], ()):
        if bit & (ROLE | RANK) and words == (reading.lows[at - 1], reading.lows[at]):
            return True
    return False


def _before_a_surname(reading: Reading, tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """Two initials and more with points, and the capital behind them: 'A. B. C. Nolan'."""
    words, gaps = reading.words, reading.gaps
    for at in [before + 1 for before in places if 0 < before < len(words) - 1]:
        if reading.facts[at].shape != "Xx" or tags[at]:
            continue
        first = at
        while first and len(words[first - 1]) == 1 and words[first - 1].isupper() and gaps[first] in (".", ". "):
            first -= 1
        bits = reading.facts[at].bits
        if at - first > 1 and (bits & (NAME | SURNAME) or not bits & (ORDINARY | KEEP)):
            yield _find(reading, first, at, "NAME", "initials before a surname")


def _after_a_title(reading: Reading, tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """One capital that stands for a surname: 'Mr V left', 'Mrs A.'."""
    words, gaps = reading.words, reading.gaps
    for at in places:
        if not at or len(words[at]) > 1:
            continue
        before = reading.facts[at - 1]
        titled = before.bits & RANK and not before.bits & ORG and before.shape != "x" and gaps[at] in (" ", ". ")
        letter = words[at].isalpha() and words[at] != "I" and not tags[at]
        if titled and letter:
            yield _find(reading, at, at, "NAME", "an initial after a title")


def _before_a_relation(reading: Reading, tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """One capital before a relation: 'Gazi (dajë)', 'Paqja (vajza 15 vjeç)', 'Ferri, shoku i tij;'."""
    facts, gaps, lists = reading.facts, reading.gaps, reading.language.lists
    for kin in places:
        at = kin - 1
        fact = facts[at]
        if not kin or gaps[kin] not in (" (", ", ") or fact.shape != "Xx" or tags[at]:
            continue
        if fact.bits & (KEEP | KIN | ROLE | RANK | COMMON):
            continue
        named, end = bool(fact.bits & (NAME | SURNAME)), gaps[kin + 1]
        if gaps[kin] == " (":
            told = (named and end.startswith(")")) or (kin + 1 < len(facts) and bool(facts[kin + 1].bits & DIGIT))
        else:
            owned = kin + 2 < len(facts) and reading.lows[kin + 1] in lists.of("links")
            told = (
                owned and reading.lows[kin + 2] in lists.of("own") and (named or gaps[kin + 3][:1] in (",", ";", "."))
            )
        if told:
            yield _find(reading, at, at, "NAME", "a relation follows")


def _in_quotes(reading: Reading) -> Iterator[Find]:
    """Up to four words in quotes soon after a word that names: 'i thonë “Korbi i Malit”'."""
    gaps, size = reading.gaps, len(reading.words)
    names = reading.language.lists.of("nicknames")
    for first in [at for at in range(1, size) if gaps[at].endswith(' "')] if names else ():
        last = next((at for at in range(first, min(first + _MOST_LETTERS, size)) if '"' in gaps[at + 1]), -1)
        near = range(max(0, first - _MOST_SIGNERS), first)
        if last < first or any("\n" in gaps[at] for at in range(first, last + 1)):
            continue
        if any(reading.lows[at] in names for at in near) and not reading.facts[first].bits & DIGIT:
            yield _find(reading, first, last, "NAME", "in quotes after a word that names", 0.2)


def _account(reading: Reading, _tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """The name of an account after 'username': any word with a figure or a sign in it, or that no language knows."""
    for match in _ACCOUNT.finditer(reading.normal.low):
        name = match["name"].rstrip(".-")
        strange = any(not c.isalpha() for c in name) or not reading.language.knows(name)
        if strange and len(name) > 2:
            start = match.start("name")
            yield Find(start, start + len(name), "HANDLE", "cue", "an account's name", doubt=0.1)
    yield from _on_a_platform(reading, places)


def _on_a_platform(reading: Reading, places: Sequence[int]) -> Iterator[Find]:
    """'Instagram: aneta.rk'."""
    gaps, size = reading.gaps, len(reading.words)
    for first in [at + 1 for at in places if reading.lows[at] in PLATFORM_NAMES and gaps[at + 1] == ": "]:
        if first == size:
            break
        last = first
        while last + 1 < size and gaps[last + 1] in (".", "-", "_"):
            last += 1
        if last > first or not reading.facts[first].bits & (ORDINARY | KEEP):
            yield _find(reading, first, last, "HANDLE", "an account's name")


def _spoken(reading: Reading, _tags: Sequence[str], places: Sequence[int]) -> Iterator[Find]:
    """A number said digit by digit: seven and more words for figures, one of ten may be misspelt."""
    if len(places) < _SPOKEN_DIGITS:
        return
    numeric = numeric_words(reading)
    lows, gaps = reading.lows, reading.gaps
    said = [at for at in places if lows[at] in numeric]
    if len(said) < _SPOKEN_DIGITS:
        return
    run: list[int] = []
    for at in [*said, len(lows) + 9]:
        near = (
            run
            and at - run[-1] <= 2
            and all(gaps[i] in _PAUSES for i in range(run[-1] + 1, min(at, len(lows) - 1) + 1))
        )
        if run and not near:
            if len(run) >= _SPOKEN_DIGITS:
                yield _find(reading, run[0], run[-1], "PHONE", "a number in words")
            run = []
        run.append(at)


def _house_line(reading: Reading, _tags: Sequence[str], _places: Sequence[int]) -> Iterator[Find]:
    """A line that is a named house and its village: 'Cider Barn, Stoke Amberley'."""
    gaps, facts, size = reading.gaps, reading.facts, len(reading.words)
    houses = reading.language.lists.of("named_houses")
    if ", " not in reading.normal.text:
        return
    starts = [at for at in range(size) if at == 0 or "\n" in gaps[at]]
    for first, after in zip(starts, [*starts[1:], size], strict=True):
        last = after - 1
        line = range(first, after)
        if not 2 <= len(line) <= _LINE_WORDS or any(f.shape not in ("Xx", "X") for f in facts[first:after]):
            continue
        commas = [at for at in line if gaps[at] == ", "]
        if len(commas) != 1 or gaps[after][:1] not in ("", "\n", ",", "."):
            continue
        noun = reading.lows[commas[0] - 1]
        if noun in houses or facts[commas[0] - 1].bits & STREET:
            yield _find(reading, first, last, "ADDRESS", "a house and its village")


_RULES = (
    (SIGNS, _signed),
    (LAST_LETTERS, _initials),
    (HOLDERS, _after_a_role),
    (ACCOUNTS, _account),
    (FIGURES, _spoken),
    (HOUSE_LINES, _house_line),
    (RELATIONS, _before_a_relation),
)
