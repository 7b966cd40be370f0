"""National identifiers: Albania's personal number, NHS and National Insurance numbers, bank accounts."""

import re

from redaction.shapes.shape import DIGIT, Shape

PERSONAL = Shape("ID", "a personal number", DIGIT, (re.compile(r"\b[a-z][ -]?\d(?:[ -]?\d){7}[ -]?[a-z]\b"),))
NHS = Shape("ID", "an NHS number", DIGIT, (re.compile(r"(?<![\w+])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-])"),))
INSURANCE = Shape(
    "ID", "a National Insurance number", DIGIT, (re.compile(r"\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b"),)
)
ACCOUNT = Shape(
    "ID",
    "a bank account",
    DIGIT,
    (
        re.compile(r"\b[a-z]{2}\d{2}(?: ?[\da-z]{4}){3,7}(?: ?[\da-z]{1,3})?\b"),
        re.compile(r"(?<![\w-])\d{2}-\d{2}-\d{2}(?: \d{8})?(?![\w-])"),
    ),
)
