"""Dates, in numbers and in words, and what day they mean."""

import re
from datetime import date

from redaction.languages.choose import LANGUAGES
from redaction.shapes.clock import is_clock, is_score
from redaction.shapes.shape import DIGIT, Shape, of_a_wait, of_law, one_of

_MONTH = one_of("months")
_NUMERIC = re.compile(
    r"(?<![\w/.-])(\d{1,2})\s?([/.|⁄-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\w/-])|(?<![\w/-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\w/-])"
)
_DAY_FIRST = re.compile(
    rf"(?<![\w/])(\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)?\s?[ \n-]{{1,2}}({_MONTH})(?!\w)\.?(?:,?[ -]?(?:viti |te vitit )?((?:19|20)\d{{2}}|'?\d{{2}}(?!\d|[:.]\d|(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH})))?(?!\w)"
)
_MONTH_FIRST = re.compile(rf"(?<!\w)({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.:]\d)(?:,? (\d{{4}}))?")
_MONTH_YEAR = re.compile(
    rf"(?<!\w)({_MONTH})\.?,?[ /-](?:of |i |te vitit |viti )?((?:19|20)\d{{2}}|'\d{{2}}|\d{{2}}(?![\w:]))(?!\w)"
)
_YEAR_FIRST = re.compile(
    rf"(?<![\w/])((?:19|20)\d{{2}})[ ,/-]{{1,2}}({_MONTH})\.?[ ,/-]{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?(?!\w)"
)
_DAY_ONLY = re.compile(
    r"(?<![\w/])(?:\d{1,2}(?:st|nd|rd|th))(?! (?:percentile|centile|time|birthday|year|floor|week|visit|incident|child|contact|referral|edition|degree|bn|battalion|century|party|attempt|anniversary|grade|in )\b)(?!\w)|(?<=\bon the )\d{1,2}(?:st|nd|rd|th)(?= in )"
)
_PLANNED = re.compile(
    r"(?<=visit )([1-9])\.([01]?\d)(?![\w/%]|\.\d)|(?<=appt )([1-9])\.([01]?\d)(?![\w/%]|\.\d)|(?<=review )([1-9])\.([01]?\d)(?![\w/%]|\.\d)"
    r"|(?<=next )([1-9])\.([01]?\d)(?![\w/%]|\.\d)|(?<=due )([1-9])\.([01]?\d)(?![\w/%]|\.\d)|(?<=seen )([1-9])\.([01]?\d)(?![\w/%]|\.\d)"
)
_PARTIAL = re.compile(r"(?<![\w/.-])([0-3]?\d)[/]([01]?\d)(?![\w/-])|(?<![\w/.,-])([0-3]\d)\.([01]\d)(?![\w/%]|\.\d)")


def _plausible(match: re.Match[str]) -> bool:
    groups = [g for g in match.groups() if g]
    day, month = (int(g) for g in groups[:2])
    if not (0 < day <= 31 and 0 < month <= 12) or of_law(match) or (month == 12 and of_a_wait(match)):
        return False
    return not (is_score(match) if month == 10 and day <= 10 else is_clock(match))


DATE = Shape(
    "DATE",
    "a date",
    DIGIT,
    (_NUMERIC, _YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR, _DAY_ONLY),
    lambda match: not of_law(match),
)
PARTIAL = Shape("DATE", "a day and month", DIGIT, (_PARTIAL, _PLANNED), _plausible)


def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in LANGUAGES.values():
        for at, word in enumerate(language.lists.ordered.get("months", ())):
            found.setdefault(word, at % 12 + 1)
    for at, word in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
    ):
        found[word] = at + 1 if at < 9 else at
    return found


MONTHS = _months()


def _year(written: str | None) -> int | None:
    if not written:
        return None
    number = int(written.strip("'"))
    return number if number > 99 else 2000 + number if number < 40 else 1900 + number


def meaning(text: str) -> tuple[int | None, int | None, int | None]:
    """Day, month and year of a folded date, each None where it does not say."""
    if m := _NUMERIC.search(text):
        if m.group(5):
            return int(m.group(7)), int(m.group(6)), int(m.group(5))
        return int(m.group(1)), int(m.group(3)), _year(m.group(4))
    if m := _YEAR_FIRST.search(text):
        return int(m.group(3)), MONTHS.get(m.group(2)), _year(m.group(1))
    if m := _DAY_FIRST.search(text):
        return int(m.group(1)), MONTHS.get(m.group(2)), _year(m.group(3))
    if (m := _MONTH_FIRST.search(text)) and int(m.group(2)) <= 31:
        return int(m.group(2)), MONTHS.get(m.group(1)), _year(m.group(3))
    if m := _MONTH_YEAR.search(text):
        return None, MONTHS.get(m.group(1)), _year(m.group(2))
    if m := _PARTIAL.search(text):
        day, month = (int(g) for g in m.groups() if g)
        return day, month, None
    return None, None, None


def as_day(text: str) -> date | None:
    """The one day a folded date means, if it says day, month and year."""
    day, month, year = meaning(text)
    if day and month and year:
        try:
            return date(year, month, day)
        except ValueError:
            return None
    return None
