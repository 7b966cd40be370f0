"""Who reads it decides how much is told: audience and kind of detail to what stands in its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Treatment(StrEnum):
    """Keep the words; a placeholder of its own; something true but wider; nothing but that something stood there."""

    KEEP = "keep"
    PLACEHOLDER = "placeholder"
    GENERALISE = "generalise"
    REMOVE = "remove"


class Audience(StrEnum):
    """Who reads a text: those who work the case, all partners, those who see the whole response, everybody."""

    AGENCY = "agency"
    PARTNERS = "partners"
    STEERING = "steering"
    PUBLIC = "public"


_QUASI = ("DATE", "BORN", "AGE", "PLACE", "ORG", "ADDRESS", "DEMOGRAPHIC", "JOB", "OTHER")
_DIRECT = ("PERSON", "NAME", "PHONE", "EMAIL", "URL", "HANDLE", "ID", "VEHICLE", "BIRTH")


@dataclass(frozen=True, slots=True)
class Policy:
    """``linked`` where the reader may see that two places speak of one person; ``on`` the day of the meeting.

    What no record and no list is sure to be harmless is never kept: ``KEEP`` counts for quasi details alone.
    """

    audience: Audience
    treatments: Mapping[str, Treatment] = field(default_factory=dict)
    linked: bool = True
    on: date | None = None

    def of(self, kind: str) -> Treatment:
        chosen = self.treatments.get(kind, Treatment.PLACEHOLDER)
        return Treatment.PLACEHOLDER if chosen is Treatment.KEEP and kind in _DIRECT else chosen

    def meeting(self, on: date | None) -> "Policy":
        """The same for a meeting's day, so that dates can be told by it."""
        return replace(self, on=on)


_GENERAL = dict.fromkeys(_QUASI, Treatment.GENERALISE)
_BLANK = dict.fromkeys(_QUASI, Treatment.REMOVE)
AGENCY = Policy(Audience.AGENCY, _GENERAL)
PARTNERS = Policy(Audience.PARTNERS, _GENERAL)
STEERING = Policy(Audience.STEERING, _BLANK, linked=False)
PUBLIC = Policy(Audience.PUBLIC, _BLANK, linked=False)
POLICIES: Mapping[Audience, Policy] = {p.audience: p for p in (AGENCY, PARTNERS, STEERING, PUBLIC)}
