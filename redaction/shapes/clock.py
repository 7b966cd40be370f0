"""What a number is that looks like a day or a reference and is neither: a time of day, a score out of ten."""

import re

_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
# What stands before a time of day, or ends a line of a log before the next begins with one.
_BEFORE = re.compile(
    r"(?:^|\n|[\n•|→>-] ?|\b(?:at|until|till?|from|by|since|before|after|between|around|about|approx|circa|arr|arrived?|arrival|dep|departed"
    r"|scene|clear|cleared|left|sent|called|time|due|eta|tmo|resumed?|seen|dose|back|out|returned|informed|bailed|booked|detained|opened?|arrest(?:ed)?|auth|charged|made|turned|checks?|meal|fed|asleep|woke|awake|rousal|next(?: call)?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|today|tonight|yesterday|tomorrow|ora|oren|oret|ne ora|rreth ores)[ .:~@]{1,2}|~|@ ?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? |(?<![\d/])\d{1,2}/\d{1,2} |(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*(?: \d{4})?,? |\d{4}(?: ?- ?| to ))$"
)
_AFTER = re.compile(r" ?(?:hrs?|hours?|h)\b")
_SCORED = re.compile(
    r"\b(?:pain|mood|scor\w+|scal\w+|rat(?:e[sd]?|ing)|risk|safety|safe|fear|anxiety|sleep|energy|feel\w*|confidence|motivation|worry"
    r"|worried|distress|urges?|cravings?|gcs|apgar|vas|eq|severity|importance|stress|anger|dhimbj\w+|frik\w+|rrezik\w*)\W+(?:\w+\W+){0,2}$"
)
_SPEAKS = re.compile(r" (?:[^\W\d_]+ ?){1,2}:")
_POINTED = re.compile(r"(?:^|\n)(\d\d)\.(\d\d)(?!\d|\.\d)")
_NEAR = 24


def is_hour(token: str, text: str, start: int, end: int) -> bool:
    """Four digits that are a time of day, by what stands beside them."""
    if not _HOUR.fullmatch(token):
        return False
    return bool(_BEFORE.search(text[max(0, start - _NEAR) : start]) or _AFTER.match(text, end))


def is_clock(match: re.Match[str]) -> bool:
    """A time written with a point at the head of a line, '16.02 us: hi', where a day and month could stand."""
    if "." not in match.group():
        return False
    text, start = match.string, match.start()
    if re.search(r"\b(?:at|until|till|by|from|before|after|about|around|since)[ ~]$", text[max(0, start - 8) : start]):
        return True
    if start and text[start - 1] != "\n":
        return False
    if _SPEAKS.match(text, match.end()):
        return True
    # Other lines of the same log begin with what can only be a time.
    return any(int(m.group(2)) > 12 or m.group(1) == "00" for m in _POINTED.finditer(text))


def is_score(match: re.Match[str]) -> bool:
    """'Pain 8/10': a score, not the eighth of October."""
    return "/" in match.group() and bool(_SCORED.search(match.string[max(0, match.start() - 40) : match.start()]))
