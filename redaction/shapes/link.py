"""Links, with or without a scheme."""

import re

from redaction.shapes.shape import DOT, Shape

_TOP = (
    r"(?:example|test|invalid|com|org|net|al|uk|co|info|eu|ie|it|gr|de|ro|pl|tr|xk|mk|gov|edu|io|me|tv|online|site|app)"
)
LINK = Shape(
    "URL",
    "a link",
    DOT,
    (
        re.compile(r"\b(?:https?://|www\.)[^\s<>\"]{1,400}"),
        re.compile(rf"(?<![\w@.])[\w-]{{2,60}}(?:\.[\w-]{{1,60}}){{0,4}}\.{_TOP}\b(?:/[^\s<>\"]{{0,400}})?"),
    ),
    before=8,
    after=40,
)
