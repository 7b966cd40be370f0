"""Places by number: coordinates, grid references, network addresses."""

import re

from redaction.shapes.shape import DIGIT, Shape

COORDINATES = Shape(
    "ADDRESS",
    "coordinates",
    DIGIT,
    (
        re.compile(r"(?<![\w.])-?\d{1,3}\.\d{3,8},? ?-?\d{1,3}\.\d{3,8}(?!\w)"),
        re.compile(r"(?<!\w)[hjnost][a-z] ?\d{3,5} ?\d{3,5}(?!\w)"),
        re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])"),
    ),
)
