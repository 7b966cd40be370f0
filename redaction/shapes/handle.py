"""Names of accounts and of files: @somebody, some_body, photo_of_x.jpg."""

import re

from redaction.shapes.shape import AT, DOT, Shape

HANDLE = Shape("HANDLE", "an account's name", AT, (re.compile(r"(?<![\w@.])@[\w.]{2,60}\w"),))
UNDERSCORED = Shape(
    "HANDLE",
    "the name of an account or a file",
    DOT,
    (re.compile(r"(?<![\w.])[a-z0-9]{1,40}(?:_+[a-z0-9.]{1,40}){1,6}(?!\w)"),),
)
FILE = Shape(
    "HANDLE",
    "the name of an account or a file",
    DOT,
    (
        re.compile(
            r"(?<![\w.-])[\w-]++(?:\.[\w-]{1,60}){0,3}?\.(?:jpe?g|png|gif|heic|pdf|docx?|xlsx?|odt|txt|mp[34]|m4a|wav|mov|avi|zip|eml|msg)\b"
        ),
        re.compile(r"(?<![\w.@/-])[a-z]{2,20}(?:\.[a-z]{2,20}){2,3}(?![\w.@])"),  # some.body.else
    ),
)
