"""Whatever else has a digit and is not a plain small count, a time of day, a year or a law's number."""

import re

from redaction.shapes.clock import is_hour
from redaction.shapes.shape import DIGIT, Shape, of_law
from redaction.text.misread import is_misread

_PLAIN = re.compile(
    r"\d{1,2}|(?:19|20)\d{2}|(?:19|20)\d{2}[/-]\d{2}|\d{1,2}[:.]\d{2}(?:am|pm|hrs?|h)?|\d{1,2}(?:am|pm|h|hr|hrs|k|m|kg|cm|mm|mg|ml|st|lb|ft|x|%|s|p|d|wk|wks|yrs|g|gb|th|nd|rd|hrly|hourly|er|ish)"
    r"|\d{4}hrs?|x\d{1,3}|24/7|999|112|129|127|128|111|101|116|\d{1,2}/(?:10|24|27|30|15|20|21|7|5|6|100|40)|\d{1,3}/\d{2,3}|\d{1,3}-\d{1,3}|\d{1,3}\.\d{1,2}|\d{1,3},\d|\d{1,3}(?:[.,]\d{3})+"
    r"|s\d{2,3}|a4|4x4|50/50|3d|o2|b12|d3|covid19|h1|p\d|[gq][aq]d?-?\d|phq-?\d|cp1|v\d|f2f|1st|2nd|3rd|\d{1,2}-\d{1,2}(?:am|pm)|\d{1,2}(?:am|pm)-\d{1,2}(?:am|pm)|\d{1,2}[.:]\d{2}-\d{1,2}[.:]\d{2}"
    r"|[ul][lr]\d|[gp]\d|\d{1,2}\+\d|1:1|2:1|fy[12]|u16|u18|ks\d|cat\d|nvq\d|n0|t0|d0|s0|1t|1n"
    r"|\d{1,2}/day|\d{1,2}x\d{1,2}(?:x\d{1,2})?(?:cm|mm)?|spo2|t[12]dm|u\d{1,2}|\d{1,2}(?:oz|u|y|hrly|yo)|\d{2,3}k|g\dp\d|fl40[1-9]|c100|c1a|d2a|st\d|l\d|\d/0|\d{1,2}\.\d{1,2}(?:kg|cm|mm)|4at|\d-leg|\d-hrly|\d{1,2}hrly|uc50"
    r"|\d{1,3}00|\d{3}|ss?\.?\d{1,3}[a-z]?|\d{1,4}(?:mg|mcg|ml|g|kg|cm|mm|kcal|ft|in|st|lb|min|mins)|mg\d{1,2}|q\d{1,2}|\d{1,2}\.\d{2}(?:am|pm)?"
)
_LAW = re.compile(
    r"(?:\bligj\w*|\bneni\w*|\bact|section|(?<!\bin[ -])\blaw|vkm\w*|\bs\.|article|art|direction|pd|rule|part|schedule|regulation|\bcpr|protocol)[ .]{0,2}(?:nr\.? ?|no\.? ?)?$|[£€$] ?$|lek[eë]? ?$"
)


def _accepts(match: re.Match[str]) -> bool:
    token = match.group().strip(".:/-+,")
    if (token.isdecimal() and len(token) < 4) or _PLAIN.fullmatch(token) or not any(map(str.isdecimal, token)):
        return False
    text = match.string
    if is_hour(token, text, match.start(), match.end()) or is_misread(token) or of_law(match):
        return False
    return not _LAW.search(text[max(0, match.start() - 18) : match.start()]) or len(token) > 12


LEFTOVER = Shape(
    "ID", "a number that counts nothing", DIGIT, (re.compile(r"(?<![\w.,/:+-])[\w/.:+,-]*\d[\w/:+.,-]*"),), _accepts
)
