"""How much of a case is still kept, and what stops a purge (R31)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.records.text import RawText


class Kept(StrEnum):
    """What is left of a case."""

    ALL = "all"
    NO_WORDS = "without words"
    COUNTS = "counts only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A court or a review asks that nothing be purged. ``until`` empty: until it is lifted.

    ``reason`` may name people and is sealed; ``by`` is an agency and role.
    """

    reason: RawText
    by: str
    since: date
    until: date | None = None
    lifted_on: date | None = None

    def is_in_force(self, on: date) -> bool:
        return (
            self.since <= on and not (self.lifted_on and self.lifted_on <= on) and not (self.until and self.until < on)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a record said before it was put right: the field's name, and its value as it was."""

    on: date
    field: str
    before: RawText
    asked_by: str  # "the person", or an agency and role
