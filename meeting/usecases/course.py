"""A meeting's course: a beginning taken back, cases that were opened, cases that nobody came to."""

from dataclasses import dataclass, replace
from gettext import gettext as _

from data.records.conference import Item, Meeting, MeetingState, PutOff
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

PUT_OFF = {
    PutOff.TIME: lambda: _("time ran out"),
    PutOff.ABSENT: lambda: _("someone was absent"),
    PutOff.INFORMATION: lambda: _("information missing"),
    PutOff.OTHER: lambda: _("another reason"),
}


@dataclass(frozen=True, slots=True)
class Untouched:
    """An item with neither a note nor an action; ``opened`` in the meeting, it may have been heard all the same."""

    item: Item
    opened: bool


def mark_opened(office: Office, meeting_id: str, item: Item) -> None:
    """The case came up in the meeting; the first time leaves an entry in the log."""
    with office.area.look() as record:
        known = record.mapping(_opened(meeting_id)) or {}
    if item.id not in known:
        with office.area.work() as record:
            record.save_mapping(_opened(meeting_id), {**known, item.id: ""})
            record.log_entry("case opened in the meeting", item.reference)


def untouched(office: Office, meeting_id: str) -> tuple[Untouched, ...]:
    """What must be asked at the end: perhaps nobody came to them."""
    with office.area.look() as record:
        items = record.items(meeting_id)
        noted = {note.item_id for note in record.notes(meeting_id)}
        acting = {action.case_id for action in record.actions() if action.meeting_id == meeting_id}
        opened = record.mapping(_opened(meeting_id)) or {}
    left = (item for item in items if item.id not in noted and item.case_id not in acting)
    return tuple(Untouched(item, item.id in opened) for item in left)


def may_take_back(office: Office, meeting_id: str) -> bool:
    """Whether the meeting runs and nothing was recorded in it: no attendance, no note, no action."""
    with office.area.look() as record:
        return record.meeting(meeting_id).state is MeetingState.RUNNING and not (
            record.attendance(meeting_id)
            or record.notes(meeting_id)
            or any(action.meeting_id == meeting_id for action in record.actions())
        )


def take_back(office: Office, meeting_id: str) -> Meeting:
    """A meeting begun by mistake waits again, as it did before. Raises NotPossible once something was recorded."""
    if not may_take_back(office, meeting_id):
        raise NotPossible(_("Something was recorded in this meeting: it cannot be taken back. End it instead."))
    with office.area.work() as record:
        before = MeetingState((record.mapping(begun(meeting_id)) or {}).get("state", MeetingState.PLANNED))
        meeting = replace(record.meeting(meeting_id), state=before, started_at=None)
        record.log_entry("beginning taken back", meeting_id)
        record.save_meeting(meeting)
        record.save_mapping(_opened(meeting_id), {})
    return meeting


def begun(meeting_id: str) -> str:
    """The mapping that says what state a meeting had before it began."""
    return f"begun {meeting_id}"


def _opened(meeting_id: str) -> str:
    return f"opened {meeting_id}"
