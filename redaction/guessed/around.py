"""What the words around one tell of it: a heading, an initial, a letter of a spaced word, a measure."""

import re

from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, NAME, NAMING, ORDINARY, RANK, ROLE, STOP, SURNAME
from redaction.shapes.shape import of_a_wait
from redaction.text.reading import END, MARK, Reading

_SPELLED = 20
_HEADED = re.compile(r"(?:^|\n)([SOAPBR])(?::|  )")
_WEEKS_OR_MONTHS = re.compile(r"\d{1,2}/(?:7|12|52)(?!\d)")
_UNITS = re.compile(r"mg\d{1,2}|\d+(?:ft|mg|ml|kg|cm|mm|m|st|lb|g|am|pm|h|hrs?|x|k|p)")


def counts(reading: Reading, index: int) -> bool:
    """A bare year, a law's number, a measure, a time of day: no detail of a person by itself."""
    fact = reading.facts[index]
    if fact.shape == "year" or _UNITS.fullmatch(fact.low) or _on_a_clock(reading, index) or _an_hour(reading, index):
        return True
    if fact.low.isdecimal() and _of_a_wait(reading, index):
        return True
    return bool(index) and reading.lows[index - 1] in reading.language.lists.of("laws") and reading.kinds[index] <= END


def _on_a_clock(reading: Reading, index: int) -> bool:
    """The hour or the minutes of '16.50'."""
    lows, gaps = reading.lows, reading.gaps
    for first in (index - 1, index):
        if first >= 0 and first + 1 < len(lows) and gaps[first + 1] in (".", ":") and len(lows[first + 1]) == 2:
            hour, minute = lows[first], lows[first + 1]
            if hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60:
                return gaps[first] not in (".", "/") and gaps[first + 2] != "."
    return False


def _of_a_wait(reading: Reading, index: int) -> bool:
    """Either number of 'a 12/52 review'."""
    for first in (index - 1, index):
        if first >= 0 and first + 1 < len(reading.lows) and reading.gaps[first + 1] == "/":
            match = _WEEKS_OR_MONTHS.match(reading.normal.text, reading.starts[first])
            if match and of_a_wait(match):
                return True
    return False


def _an_hour(reading: Reading, index: int) -> bool:
    """'Late at 7 and again at 9.': not where somebody lives at a number."""
    low, lows, hours = reading.lows[index], reading.lows, reading.language.lists.of("at_hours")
    if not (low.isdecimal() and len(low) < 3 and 0 < int(low) < 25 and index > 1 and lows[index - 1] in hours):
        return False
    after = index + 1
    ends = after == len(lows) or reading.kinds[after] >= MARK or lows[after] in reading.language.lists.of("after_hours")
    return ends and f"{lows[index - 2]}_{lows[index - 1]}" not in reading.language.lists.of("dwells")


def said_alone(reading: Reading, index: int) -> bool:
    """A single word in quotes that somebody says: 'He said "Sorry" and left.'"""
    quoted = reading.gaps[index].endswith(('"', "“", "'")) and reading.gaps[index + 1].startswith(('"', "”", "'"))
    return bool(quoted and index and reading.lows[index - 1] in reading.language.lists.of("acts"))


def before_role(reading: Reading, index: int) -> bool:
    """'District Judge', 'Ward Sister', 'Duty Solicitor': an ordinary word of a role's name."""
    after = index + 1
    if after >= len(reading.facts) or reading.gaps[after] != " ":
        return False
    fact, role = reading.facts[index], reading.facts[after]
    return bool(
        role.capital and role.bits & (RANK | ROLE) and fact.bits & ORDINARY and not fact.bits & (NAME | SURNAME)
    )


def heads_a_line(reading: Reading, index: int) -> bool:
    """'P.S.', or a letter of a clinical note's four parts, where three of them head lines: S, O, A, P; S, B, A, R."""
    lows, gaps, after = reading.lows, reading.gaps, index + 1
    if lows[index] == "s" and index and lows[index - 1] == "p" and gaps[index] == "." and reading.begins[index - 1]:
        return True
    if not reading.begins[index]:
        return False
    if lows[index] == "p" and after < len(lows) and gaps[after] == "." and lows[after] == "s":
        return True
    heads = lows[index] in "soapbr" and gaps[after].startswith((":", "  "))
    return heads and len(set(_HEADED.findall(reading.normal.text))) > 2


def has_heading(reading: Reading, index: int) -> bool:
    """A name after 'Nurse:', or one that is all of its line or sentence: two or three capitals."""
    gap = reading.gaps[index]
    if not gap.startswith(":"):
        return False
    facts = reading.facts
    if index and facts[index - 1].bits & (RANK | ROLE | KIN | NAMING):
        return True
    last = index + 1
    while (
        last < len(facts) and reading.gaps[last] == " " and facts[last].shape in ("Xx", "X", "XX") and last - index < 4
    ):
        last += 1
    return 2 <= last - index <= 3 and "\n" in (reading.gaps[last] or "\n") and not facts[index + 1].bits & KEEP


def in_heading(reading: Reading, index: int) -> bool:
    """Whether a word stands in a line of ordinary words that all have a capital: a heading."""
    first = last = index
    while first and not reading.begins[first]:
        first -= 1
    while last + 1 < len(reading.facts) and not reading.begins[last + 1]:
        last += 1
    if last - first > 5 or not (first == 0 or "\n" in reading.gaps[first]):
        return False
    after = reading.gaps[last + 1]
    if after.strip() not in ("", ":") or (after and not after.startswith((":", "\n"))):
        return False
    return all(
        f.capital and f.bits & (ORDINARY | KEEP) and not f.bits & (NAME | SURNAME)
        for f in reading.facts[first : last + 1]
    )


def beside_capital(reading: Reading, index: int) -> bool:
    """Whether a capital has another one for a neighbour: a name of two words."""
    facts = reading.facts
    for at, gap in ((index - 1, index), (index + 1, index + 1)):
        if 0 <= at < len(facts) and reading.gaps[gap] == " " and facts[at].shape == "Xx" and reading.case[at] == "x":
            other = facts[at]
            if not other.bits & (KEEP | COMMON | STOP) and not reading.begins[at]:
                return True
    return False


def initial(reading: Reading, index: int) -> tuple[str, str, float] | None:
    """A single capital beside a name: 'K. Osgood', 'Tom B'."""
    fact, facts = reading.facts[index], reading.facts
    if not (fact.capital and fact.low.isalpha()) or reading.lows[index - 1] in reading.language.lists.of("grades"):
        return None
    if fact.low in reading.language.lists.of("vocatives") and reading.gaps[index + 1] == " ":
        return None  # 'O Landë', 'O zot'
    if _introduced(reading, index) or _pointed(reading, index):
        return "cue", "an initial", 0.1
    after = index + 1
    if fact.bits & COMMON and not reading.gaps[after].startswith("."):
        return None
    if after < len(facts) and reading.gaps[after] in (". ", ".", " "):
        other = facts[after]
        spaced = reading.gaps[after] == " "
        alone = spaced and (fact.low in ("i", "a") or other.bits & ORDINARY)
        if other.capital and len(other.low) > 1 and not other.bits & (KEEP | DIGIT) and not alone:
            return "cue", "an initial", 0.2
    if _of_somebody(reading, index):
        return "cue", "an initial", 0.2
    if index and reading.gaps[index] == " " and fact.low != "i":
        other = facts[index - 1]
        if (
            other.capital
            and len(other.low) > 1
            and (other.bits & (NAME | SURNAME) or not other.bits & ORDINARY)
            and not other.bits & (KEEP | DIGIT | RANK)
        ):
            return "cue", "an initial", 0.2
    return None


def _pointed(reading: Reading, index: int) -> bool:
    """'u soll A.B., 31 vj.', 'K. me djalin': letters with points that stand for somebody, inside a sentence."""
    lists, words, gaps, after = reading.language.lists, reading.words, reading.gaps, index + 1
    if not lists.of("digraphs") or not gaps[after].startswith(".") or (after < len(words) and gaps[after] == ".-"):
        return gaps[after] == ".-"
    other = next((at for at, gap in ((after, after), (index - 1, index)) if _is_letter(reading, at, gap)), -1)
    if other >= 0:
        return reading.case[index] != "C" and _letters(reading, index) not in lists.of("no_initials")
    if (
        index
        and not reading.begins[index]
        and reading.lows[index - 1] in lists.of("with")
        and reading.case[index] != "C"
    ):
        return True
    return after < len(words) and reading.facts[after].shape == "x" and gaps[after] in (". ", "., ", ".) ")


def _letters(reading: Reading, index: int) -> str:
    """All letters with points that stand in a row: 'kp' of 'K.P.'"""
    first = last = index
    while _is_letter(reading, first - 1, first):
        first -= 1
    while _is_letter(reading, last + 1, last + 1):
        last += 1
    return "".join(reading.lows[first : last + 1])


def _is_letter(reading: Reading, at: int, gap: int) -> bool:
    """Whether a capital with its point stands here, beside another."""
    if not 0 <= at < len(reading.words) or reading.gaps[gap] not in (".", ". "):
        return False
    word = reading.words[at]
    single = len(word) == 1 or word.lower() in reading.language.lists.of("digraphs")
    return single and word[0].isupper() and word.isalpha() and reading.gaps[at + 1].startswith(".")


def _of_somebody(reading: Reading, index: int) -> bool:
    """'A. e Xhemalit': told by whose wife or child somebody is."""
    after = index + 2
    if after >= len(reading.facts) or reading.gaps[index + 1] != ". " or reading.gaps[after] != " ":
        return False
    fact, links = reading.facts[after], reading.language.lists.of("links")
    return reading.words[index + 1] in links and fact.shape == "Xx" and not fact.bits & KEEP


def is_graded(reading: Reading, at: int) -> bool:
    """Whether a letter is a grade's, or part of a mark: 'group B', '4 B', 'B 12'."""
    gaps, facts, after = reading.gaps, reading.facts, at + 1
    before = at - 1 if at and gaps[at] in (" ", "") else -1
    if before >= 0 and (facts[before].bits & DIGIT or facts[before].low in reading.language.lists.of("grades")):
        return True
    return after < len(facts) and gaps[after] in (" ", "") and bool(facts[after].bits & DIGIT)


def is_careless(reading: Reading, at: int) -> bool:
    """Whether somebody writes without capitals: the whole text, or this sentence from its begin."""
    while at and not reading.begins[at]:
        at -= 1
    return reading.case[at] == "n" or reading.facts[at].shape == "x"


def is_spaced(reading: Reading, index: int) -> bool:
    """A letter of an ordinary word that is letter-spaced for emphasis: 'V E N D I M'."""
    lows, gaps = reading.lows, reading.gaps
    first = last = index
    while first and len(lows[first - 1]) == 1 and gaps[first] == " " and last - first < _SPELLED:
        first -= 1
    while last + 1 < len(lows) and len(lows[last + 1]) == 1 and gaps[last + 1] == " " and last - first < _SPELLED:
        last += 1
    return 2 < last - first < _SPELLED and reading.language.knows("".join(lows[first : last + 1]))


def _introduced(reading: Reading, index: int) -> bool:
    """Initials after a rank or a role: 'Counsellor: A.T.'"""
    if not reading.gaps[index + 1].startswith("."):
        return False
    at = index
    while at and reading.gaps[at] == "." and len(reading.lows[at - 1]) == 1:
        at -= 1
    return bool(at) and bool(reading.facts[at - 1].bits & (RANK | ROLE)) and reading.gaps[at] in (" ", ": ", ". ")


def is_named(reading: Reading, index: int) -> bool:
    lows = reading.lows
    for length in (2, 3):
        first = index - length
        if first >= 0:
            for words, bit in reading.language.lists.phrases.get(lows[first], ()):
                if bit & NAMING and tuple(lows[first:index]) == words:
                    return True
    return False
