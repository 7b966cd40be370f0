"""Addresses for e-mail, also spoken ('k.osgood at post dot example')."""

import re

from redaction.shapes.shape import AT, Shape

EMAIL = Shape(
    "EMAIL",
    "an e-mail address",
    AT,
    (
        re.compile(r"(?<![\w.+'-])[\w.+'-]++\s?@\s?[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"),
        re.compile(r"(?<![\w.+'-])[\w.+'-]+(?: \. [\w+-]+){0,3} ?@ ?[\w-]{1,64}(?:(?:\.|\s\.\s?)[\w-]{1,64}){1,6}"),
        re.compile(r"(?<![\w.+'-])[\w.+'-]+ ?[(\[]at[)\]] ?[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"),
        re.compile(
            r"(?<![\w.+-])[\w.+-]++ ?[(\[]? ?at ?[)\]]? ?[\w-]{2,40}(?: ?[(\[]? ?dot ?[)\]]? ?[a-z]{2,12}){1,3}\b"
        ),
    ),
    before=64,
    after=90,
)
