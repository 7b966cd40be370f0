"""The meeting and what comes of it: agenda items, attendance, notes, actions, minutes (R13 to R18)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from data.records.text import DisguisedText, RawText


class Why(StrEnum):
    """Why a case is due."""

    NEW = "new"
    REPEAT = "repeat"
    REVIEW = "review"
    TRANSFERRED = "transferred"
    OPEN_ACTIONS = "open actions"
    LAPSE = "lapse"
    ADDED = "added by the chair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One case on an agenda; ``agencies`` are the codes of those who see it, ``minutes`` its time."""

    id: str
    case_id: str
    reference: str
    why: tuple[Why, ...]
    minutes: int
    with_children: bool = False
    late: bool = False
    agencies: tuple[str, ...] = ()
    summary: DisguisedText = DisguisedText("")


class PutOff(StrEnum):
    """Why a case of the agenda was not heard: codes for the log."""

    TIME = "time"
    ABSENT = "absent"
    INFORMATION = "information"
    OTHER = "other"


class MeetingState(StrEnum):
    PLANNED = "planned"
    PUBLISHED = "published"
    RUNNING = "running"
    ENDED = "ended"
    RELEASED = "released"
    CANCELLED = "cancelled"  # something had left or was recorded; else a meeting that is not held is removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of the area; ``length`` in minutes. ``chair`` is an agency code, as on papers."""

    id: str
    on: date
    starts: str = "10:00"
    venue: str = ""
    chair: str = ""
    length: int = 180
    state: MeetingState = MeetingState.PLANNED
    started_at: datetime | None = None
    ended_at: datetime | None = None


class Presence(StrEnum):
    PRESENT = "present"
    APOLOGIES = "apologies"
    OBSERVER = "observer"
    ABSENT = "absent"


class Part(StrEnum):
    """As what somebody is there."""

    MEMBER = "member"
    GUEST = "guest"
    TRAINEE = "trainee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One professional at one meeting; the name is for the attendance sheet alone. A guest may be of no agency here."""

    id: str
    agency: str
    part: Part = Part.MEMBER
    role: str = ""
    name: str = field(default="", repr=False)
    presence: Presence = Presence.ABSENT
    declared: bool = False  # read and agreed the confidentiality declaration
    information_sent: bool = False


class NoteKind(StrEnum):
    INFORMATION = "information shared"
    RISKS = "risks"
    VIEWS = "the victim's views"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What was said on an item. ``raw`` is sealed under I; ``disguised`` is all that papers may use."""

    id: str
    item_id: str
    kind: NoteKind
    agency: str = ""
    raw: RawText = RawText("")
    disguised: DisguisedText = DisguisedText("")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAnswer:
    """What a participant answered on a case, as it was taken at a moment; a later one takes its place in the notes."""

    user: str
    at: datetime
    said: RawText = RawText("")


class ActionState(StrEnum):
    OPEN = "open"
    DONE = "done"
    NO_LONGER_POSSIBLE = "no longer possible"
    NOT_DONE = "not done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Agreed per reference code (R17). ``number`` counts within the area; papers say 'Action 14.2'.

    ``what`` and ``reason`` are disguised; the reason is needed for every state but open and done. ``before`` are the
    reasons it had before this one, newest first, so that undoing gives them back.
    """

    id: str
    number: str
    case_id: str
    reference: str
    meeting_id: str
    agency: str
    what: DisguisedText
    due: date
    state: ActionState = ActionState.OPEN
    reason: DisguisedText = DisguisedText("")
    carried: int = 0  # how many meetings it was carried to
    before: tuple[DisguisedText, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.state is ActionState.OPEN

    def is_overdue(self, today: date) -> bool:
        return self.state is ActionState.OPEN and self.due < today


class Grade(StrEnum):
    """Who minutes are for (R18)."""

    ALL_PARTNERS = "all partners"
    ONE_AGENCY = "one agency's extract"
