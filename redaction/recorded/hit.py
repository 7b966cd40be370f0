"""A find of the record, made from words of a reading."""

from redaction.recorded.known import Form
from redaction.spans import Find
from redaction.text.reading import Reading

NEAR = "near record"


def hit(
    reading: Reading, first: int, last: int, form: Form, reason: str, rule: str = "record", doubt: float = 0.0
) -> Find:
    """From the first to the last word; a possessive stays outside."""
    end = reading.ends[last]
    if reading.lows[last].endswith("'s"):
        end -= 2
    return Find(reading.starts[first], end, form.kind, rule, reason, form.who, form.base, doubt, "", form.surname)
