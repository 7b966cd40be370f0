"""Numbers of phones, in any grouping, also from ranges no library knows."""

import re

from redaction.shapes.shape import DIGIT, Shape, digits

_LEAST = 7
_DAY_AND_TIME = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:20)?\d\d[ -]{1,3}\d{2}(?:\d\d)?(?![\d ]*\d{3})")


def _accepts(match: re.Match[str]) -> bool:
    text = match.group()
    if "\n" in text or _DAY_AND_TIME.match(text):
        return False
    return _LEAST <= digits(text) <= 15 and (text[0] in "+0o(tsc" or digits(text) > 9)


PHONE = Shape(
    "PHONE",
    "a phone number",
    DIGIT,
    (
        re.compile(r"\b(?:tel|sms|callto):\+?\d[\d .-]{5,18}\d"),
        re.compile(
            r"(?<![\w/.])(?:\+ ?|00)?\(?(?:\d|o(?=\d\d))[\do()]{0,14}(?:[ ./-]{1,3}\(?[\do]{1,12}\)?[\do]{0,12}){0,7}(?![\w/])"
        ),
        re.compile(r"(?<![\w/])0[\do]{2,5}[ .-]?[\do ]{5,10}\b"),
    ),
    _accepts,
    digits=_LEAST,
)
