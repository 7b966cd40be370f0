"""What shows by its shape that it identifies: one table, one line for each kind.

The first line that matches a piece wins its label; whatever still has a digit is hidden at the end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTH = (
    r"(?:jan(?:uary|ar|arit)?|feb(?:ruary)?|shkurt(?:it)?|mar(?:ch|s|sit)?|apr(?:il)?|prill(?:it)?|may|maj(?:it)?|june?|qershor(?:it)?"
    r"|july?|korrik(?:ut)?|aug(?:ust)?|gusht(?:it)?|sept?(?:ember)?|shtator(?:it)?|oct(?:ober)?|tetor(?:it)?|nov(?:ember)?|nentor(?:it)?"
    r"|dec(?:ember)?|dhjetor(?:it)?)"
)
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_STREET = r"(?:street|st|road|rd|lane|avenue|ave|close|drive|court|crescent|terrace|row|steps|place|gardens?|way|hill|park|grove|mews|square|walk|green|wharf|view|rise|yard|quay|house|lodge|farm|cottages?|buildings?)"

_TABLE = (
    ("EMAIL", r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|[\w.+-]+ (?:at|\(at\)|\[at\]) [\w-]+ (?:dot|\(dot\)) \w+"),
    ("URL", r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:example|com|org|net|al|co\.uk|test|invalid)\b(?:/\S*)?"),
    ("HANDLE", r"(?<![\w@])@[\w.]{2,}|\b[a-z]+(?:[._]\w+)+\b|\b\w+\.(?:jpe?g|png|pdf|docx?|xlsx?|mp[34]|heic)\b"),
    ("PHONE", r"(?<![\w/])(?:\+|00)?\(?\d[\d()\s./-]{7,18}\d(?![\w/])"),
    ("ADDRESS", r"\b[a-z]{1,2}\d[\da-z]?\s?\d[a-z]{2}\b"),
    ("ADDRESS", rf"\b(?:flat|unit|apartment|apt|plot)\s+\d+[a-z]?,?\s*(?:\d+[a-z]?\s+)?(?:[A-Z][\w']+\s+){{0,3}}{_STREET}?\b"),
    ("ADDRESS", rf"\b\d+[a-z]?,?\s+(?:[A-Z][\w'-]+\s+){{1,3}}{_STREET}\b"),
    ("ADDRESS", rf"\b(?:[A-Z][\w'-]+\s+){{1,3}}{_STREET}\b(?=[\s,.;:)]|$)"),
    ("ADDRESS", r"\b(?i:rr\.|rrug(?:a|en|es)|lagj(?:ja|jen|jes|es)|lagja|blloku?)\s*[\"']?(?:(?:e|i|te|se)\s+)?(?:[A-Z][\w'-]*[\"']?,?\s*|(?:nr\.?\s*)?\d+(?:/\d+)?[A-Za-z]?\b,?\s*){1,5}"),
    ("ADDRESS", r"\b(?:rr\.|rruga|rrugen|rruges)\s+(?:(?:e|i|te|se)\s+)?[a-z]\w+\s+(?:nr\.?\s*)?\d+[a-z]?\b"),
    ("ADDRESS", r"\b(?:pall(?:\.|ati|atin)?|hyrja|hyrje|apartamenti|apartament|ap\.|kati|shk\.|shkalla|banesa)\s*(?:nr\.?\s*)?\d+\w*"),
    ("VEHICLE", r"\b[a-z]{2}\d{2}\s?[a-z]{3}\b|\b[a-z]{2}\s?\d{3,4}\s?[a-z]{2}\b|\b[a-z]\d{1,3}\s?[a-z]{3}\b"),
    ("ID", r"\b[a-z]\d{8}[a-z]\b|\b[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b|\b\d{3}\s\d{3}\s\d{4}\b"),
    ("DATE", r"\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b"),
    ("DATE", rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH}\b\.?(?:,?[\s-]+(?:\d{{4}}|'?\d{{2}})\b)?"),
    ("DATE", rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+\d{{4}})?|\b{_MONTH},?\s+(?:19|20)\d{{2}}\b"),
    ("DATE", r"\b(?:the\s)?[0-3]?\d(?:st|nd|rd|th)\b|\b[0-3]?\d/[01]?\d\b"),
    ("AGE", r"\b\d{1,3}[\s-]*(?:years?|yrs?|y/?o|months?|mths?|weeks?|vjec(?:are)?|vjet|muajsh|muaj)(?:[\s-]*(?:old|e))?\b(?!\s+(?:ago|later|of|together|in|and then))"),
    ("AGE", r"(?<=aged )\d{1,3}\b|(?<=age )\d{1,3}\b|\byear\s\d{1,2}\b|\breception\b|(?<=\w \()\d{1,2}(?=\))|(?<=, )\d{1,2}(?=[,)])"),
    ("ID", r"\b(?:[a-z]{2,5}[/-])+\d[\w/-]*|\b\d+(?:/\d+){1,3}\b(?<!\d/\d)|\b[a-z]{1,4}\d{3,}\b"),
)  # fmt: skip
_COMPILED = tuple(
    (kind, re.compile(pattern, re.IGNORECASE if "[A-Z]" not in pattern else 0)) for kind, pattern in _TABLE
)
_STREETS = re.compile(_STREET, re.IGNORECASE)
_DIGITS = re.compile(r"[\w/.:+-]*\d[\w/:+-]*")
_PLAIN = re.compile(
    r"\d{1,2}|(?:19|20)\d{2}|\d{1,2}[:.]\d{2}(?:am|pm)?|\d{1,2}(?:am|pm)|\d{1,2}\s?hrs?|\d{1,3}%|\d+x|x\d+|24/7|999|111|101|129"
    r"|\d{1,2}/(?:24|10)|[1-9]\d?-[1-9]\d?|\d{1,2}h|\d{3}(?=\s)", re.IGNORECASE,
)  # fmt: skip
_LAW = re.compile(r"(?:ligj\w*|neni\w*|act|section|law|vkm\w*|s\.|nr\.?)\s*(?:nr\.?\s*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of the folded text, and what it looks like."""

    start: int
    end: int
    kind: str


def find(text: str) -> Iterator[Found]:
    """Everything in a folded text that has an identifying shape."""
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(text):
            end = match.end() - (len(match.group()) - len(match.group().rstrip(" ,.;:\n\"'")))
            if kind == "PHONE" and (sum(c.isdigit() for c in match.group()) < 7 or "\n" in match.group()):
                continue
            if end > match.start():
                yield Found(match.start(), end, kind)
    for match in _DIGITS.finditer(text):
        token = match.group().strip(".:/-+")
        if _PLAIN.fullmatch(token) or _LAW.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        start = match.start() + match.group().index(token)
        yield Found(start, start + len(token), "ID")
