"""House and flat numbers with what stands beside them, and postcodes."""

import re

from redaction.languages.choose import LANGUAGES
from redaction.shapes.shape import DIGIT, Shape, of_law, one_of

_STREET = one_of("streets")
# In front of the name as in 'Rruga Myslym Shyri 12'; English streets are named before what they are.
_AHEAD = one_of("streets", of=tuple(code for code in LANGUAGES if code != "en"))
_UNIT = one_of("units")
_NAME = r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*"
# Small words that are no part of a street's name: '22 Farrukh on Station Parade'.
_NO = r"(?!(?:on|from|at|is|was|are|to|with|and|same|wrong|next|other|another|her|his|their|my|by|for|car|cold|back|front) )"
_SAID = rf"{_NO}{_NAME}"
_NUMBER = r"\d{1,4}(?:/\d{1,3})?[a-z]?"
POSTCODE = Shape(
    "ADDRESS",
    "a postcode",
    DIGIT,
    (
        re.compile(r"(?<![\w/])[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}(?!\w)"),
        re.compile(r"(?<=postcode )[a-z]{1,2}\d[\da-z]?\b|(?<=post code )[a-z]{1,2}\d[\da-z]?\b"),
    ),
)
HOUSE = Shape(
    "ADDRESS",
    "a house and its street",
    DIGIT,
    (
        re.compile(
            rf"\b(?:{_UNIT}\.? ?(?:\d{{1,4}}(?:[/-]\d{{1,3}})?|[a-z])[a-z]?,? ){{0,2}}{_NUMBER},? (?:{_SAID} ){{1,3}}{_STREET}(?!\w)"
        ),
        re.compile(
            rf"\b{_AHEAD}(?![a-z])\.? ?[\"']?(?:{_NAME}[\"',]{{0,2}} ){{1,4}}(?:nr|no|number|numri)?\.? ?{_NUMBER}(?!\w)"
        ),
        re.compile(
            rf"\b{_SAID} (?:road|rd|street|lane|ln|avenue|ave|terrace|crescent) {_NUMBER}(?![\w.:/])(?! (?:times|hours|days|weeks|years|people))"
        ),
    ),
    before=64,
    after=56,
)
_NOT_UNIT = r"(?!\s*(?:%|days?|nights?|weeks?|months?|years?|hours?|dite|jave|muaj|vjec|vjet|times|x\b|/10|out of|of (?:the )?act))"
_PIECE = r"(?:flats?|apartment|apt|plot|pitch|bungalow|maisonette|room|rm|cell|house|bed|bay|ward|berth|pontoon|cubicle|surgery|court|caravan|chalet|po box|box|desk|(?<=at )no(?= ?\d{1,3}(?!\d))|number(?= \d{1,3}[,.;)\s])|no\.(?= ?\d)|pall(?:ati[nt]?)?|hyrj[ae]n?|ap(?:artament[i]?n?)?|shk(?:all[ae]n?)?|kati|godin[ae]n?|banesa|dhom[ae]n?|lagj(?:en|es|ja|a|e)(?: nr)?)"
UNIT = Shape(
    "ADDRESS",
    "a flat, a room, a house number",
    DIGIT,
    (re.compile(rf"\b{_PIECE}\.? ?(?:nr\.? ?)?\d{{1,4}}(?:[/.-]\d{{1,3}})?[a-z]?(?!\w){_NOT_UNIT}"),),
    lambda match: not of_law(match),
)
