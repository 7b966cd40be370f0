"""A find of the record, made from words of a reading."""

from redaction.known import Form
from redaction.reading import Reading
from redaction.spans import Find

NEAR = "near record"


def hit(
    reading: Reading, first: int, last: int, form: Form, reason: str, rule: str = "record", doubt: float = 0.0
) -> Find:
    """From the first to the last word; a possessive stays outside."""
    end = reading.ends[last]
    if reading.lows[last].endswith("'s"):
        end -= 2
    return Find(reading.starts[first], end, form.kind, rule, reason, form.who, form.base, doubt, "", form.surname)
