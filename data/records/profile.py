"""The type of a profile: what differs between countries and areas, as lines a team can edit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundKind:
    """A ground for sharing without consent that the law of the area knows."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Rules and words of one area's practice. Days and months are counts; minutes are of the meeting.

    ``repeat_definition``: ``any abuse`` (current), or ``criminal incident`` (older).
    ``order``: what comes first on the agenda, of ``children``, ``risk``, ``waiting``.
    """

    code: str
    name: str
    language: str
    closes_days_before: int
    repeat_months: int
    repeat_definition: str
    lapse_months: int
    minutes_per_case: int
    minutes_per_case_repeat: int
    minutes_opening: int
    meeting_length: int
    order: tuple[str, ...]
    high_risk_count: int
    checklist_length: int
    action_days: int
    escalate_after: int
    declaration: str
    restriction: str
    grounds: tuple[GroundKind, ...]
    sectors: tuple[str, ...]
    kinds_of_meeting: tuple[str, ...] = ()
