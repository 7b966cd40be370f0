"""Something true but wider in place of a detail: a month for a day, a band for an age, 'a school' for its name."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from redaction.languages.words import Language
from redaction.shapes.date import as_day, meaning
from redaction.spans import Find

_AGE = re.compile(r"(\d{1,3})(?:/(12|52))?\s*-?\s*([^\W\d_]*)")
_BANDS = ((0, 4), (5, 10), (11, 15), (16, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 74), (75, 84))


def general(find: Find, language: Language, on: date | None) -> str:
    """Words for what a detail is in general; '' where nothing more than its kind can be said for sure."""
    make = _BY_KIND.get(find.kind)
    return make(find.surface, language, on) if make else ""


def _date(surface: str, language: Language, on: date | None) -> str:
    says = language.says
    day = as_day(surface)
    if on and day:
        before = (on - day).days
        weeks = (before + 3) // 7  # the nearest number of whole weeks
        if 1 <= weeks <= 8 and before > 3:
            told = says["weeks_before"].format(count=language.says[f"n{weeks}"]) if weeks > 1 else says["week_before"]
            return told if abs(before - 7 * weeks) < 2 else says["about"].format(told=told)
    _day, month, year = meaning(surface)
    if not month or month > 12:  # month first, or no day at all
        return ""
    name = language.months[month - 1]
    key = "day_in" if _day else "in_month"
    return says[key].format(month=f"{name} {year}" if year else name)


def _age(surface: str, language: Language, _on: date | None) -> str:
    if surface.startswith(tuple(language.says["class_words"].split())):
        return language.says["school_year"]
    found = _AGE.search(surface)
    if not found or len(re.findall(r"\d+", surface)) > (2 if found.group(2) else 1):
        return ""
    number, part, unit = int(found.group(1)), found.group(2), found.group(3)
    small = part or any(unit.startswith(u) for u in language.says["small_units"].split())
    if small:
        return language.says["baby"]
    if unit and not any(unit.startswith(u) for u in language.says["year_units"].split()):
        return ""
    for low, high in _BANDS:
        if low <= number <= high:
            return language.says["band"].format(low=low, high=high)
    return language.says["old"] if 85 <= number < 120 else ""


def _place(surface: str, language: Language, _on: date | None) -> str:
    words = re.findall(r"[^\W\d_]+", surface)
    told = [
        language.generals[w] for at, w in enumerate(words) if w in language.generals and _heads(words, at, language)
    ]
    if not told:
        return ""
    # The last noun says what it is; one before it may say the same more closely (a primary school, a school).
    return max((one for one in told if one.split()[-1] == told[-1].split()[-1]), key=len)


def _heads(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether a noun says what the whole is: not 'junior' in 'a junior eventer'."""
    if language.lists.of("links") or words[at] not in _OFTEN_BEFORE or at + 1 == len(words):
        return True
    return words[at + 1] in _NOT_ITS_NAME or words[at + 1] in language.generals


# Nouns that stand as often before another, which then says what it is.
_OFTEN_BEFORE = frozenset([
    "junior", "juniors", "infant", "infants", "primary", "school", "college", "station", "close", "park", "court",
    "farm", "practice", "garage", "arms", "road", "street", "lane", "village", "church", "nursery", "clinic",
])  # fmt: skip
_NOT_ITS_NAME = frozenset(
    ["of", "in", "at", "on", "for", "s", "today", "tonight", "yesterday", "tomorrow", "now", "and"]
)
_BY_KIND: Mapping[str, Callable[[str, Language, date | None], str]] = {
    "DATE": _date, "AGE": _age, "ORG": _place, "PLACE": _place,
}  # fmt: skip
