"""Consent, and grounds for sharing without it (R7, R10)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.records.text import RawText


class ConsentState(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not asked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A recorded decision to share without consent.

    ``kind`` is the code of a ground in the profile; ``reasons`` may name people and is sealed.
    ``told``: whether the person was told; ``why_not_told`` otherwise.
    """

    kind: str
    reasons: RawText
    decided_by: str
    decided_on: date
    told: bool = False
    why_not_told: RawText = RawText("")
