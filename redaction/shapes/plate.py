"""Marks of vehicles: British, Irish, Albanian and of Kosovo, old and new."""

import re

from redaction.shapes.shape import DIGIT, Shape

_PLATE = Shape(
    "VEHICLE",
    "a vehicle's mark",
    DIGIT,
    (
        re.compile(r"(?<![\w/-])[a-z]{2}\d{2} ?[a-z]{3}(?![\w/])"),
        re.compile(
            r"(?<![\w/-])[a-z]{2} ?\d{2},? ?(?:something|somethin|smth|blank|unknown|then(?: maybe)?|dicka|\?{1,3}|\*{1,3}|\.{2,3}|-{1,3}|_{1,3}) ?[a-z]{1,3}(?!\w)"
        ),
        re.compile(r"(?<![\w/-])[a-z]{2} ?\d{3,4} ?[a-z]{1,2}(?![\w/])"),
        re.compile(r"(?<![\w/-])[a-z]\d{1,3} ?[a-z]{3}(?![\w/])"),
        re.compile(r"(?<![\w/-])[a-z]{3} ?\d{1,3}[a-z](?![\w/])"),
        re.compile(r"(?<![\w/-])[a-z]{3}\d{3,4}(?![\w/-])"),
        re.compile(r"(?<![\w/-])\d{2,3}-[a-z]{1,2}-\d{1,6}(?![\w/])|(?<![\w/-])\d{2}-\d{3}-[a-z]{2}(?![\w/])"),
        re.compile(r"(?<![\w/-])0[1-7][ -]\d{3}[ -][a-z]{2}(?![\w/])"),  # Kosovo
        re.compile(r"(?<!\w)(?:[a-z0-9] ){5,7}[a-z0-9](?!\w)"),
        re.compile(r"(?<=plate )[a-z0-9]{2,4} ?[a-z0-9]{2,4}(?!\w)|(?<=reg )[a-z]{1,2}\d{1,3} ?[a-z]{0,3}(?!\w)"),
        re.compile(r"(?<=targe )[a-z]{2} ?\d{2,4} ?[a-z]{0,2}(?!\w)|(?<=targa )[a-z]{2} ?\d{2,4} ?[a-z]{0,2}(?!\w)"),
    ),
    lambda match: (
        match.group()[:3]
        not in ("at ", "on ", "to ", "of ", "in ", "is ", "ne ", "te ", "pm ", "am ", "no ", "nr ", "me ", "or ", "by ")
    ),
)
PLATE = _PLATE
