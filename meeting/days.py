"""A day as people type it, in the app and on the command line alike."""

from datetime import date
from gettext import gettext as _


def read_day(typed: str) -> date:
    """A day as people type it here: 3.12.2026, 3/12/26, 2026-12-03. Raises ValueError with a sentence."""
    import re

    if match := re.fullmatch(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*", typed):
        year, month, day = (int(g) for g in match.groups())
    elif match := re.fullmatch(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})\s*", typed):
        day, month, year = (int(g) for g in match.groups())
        year += 2000 if year < 100 else 0
    else:
        raise ValueError(_("A day is written like 3.12.2026."))
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(_("There is no such day; a day is written like 3.12.2026.")) from None


def is_day(value: str) -> str:
    """A check: the field must be a day."""
    try:
        read_day(value)
    except ValueError as problem:
        return str(problem)
    return ""
