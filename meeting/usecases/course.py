"""A meeting's course: called off before it begins, a beginning taken back, cases opened, cases nobody came to."""

from dataclasses import dataclass, replace
from gettext import gettext as _

from data.log.entry import Entry
from data.records.conference import Action, Item, Meeting, MeetingState, PutOff
from meeting.area import Record
from meeting.usecases import counted
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

PUT_OFF = {
    PutOff.TIME: lambda: _("time ran out"),
    PutOff.ABSENT: lambda: _("someone was absent"),
    PutOff.INFORMATION: lambda: _("information missing"),
    PutOff.OTHER: lambda: _("another reason"),
}


# Entries of what left for a meeting.
_LEFT = ("agenda released", "pack sealed")


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
        running = record.meeting(meeting_id).state is MeetingState.RUNNING
        return running and not _something_recorded(record, meeting_id)


def _something_recorded(record: Record, meeting_id: str) -> bool:
    return bool(
        record.attendance(meeting_id)
        or record.notes(meeting_id)
        or any(action.meeting_id == meeting_id for action in record.actions())
        or record.mapping(settled(meeting_id))
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


@dataclass(frozen=True, slots=True)
class CallingOff:
    """What calling a meeting off would do. ``kept``: something of it left, or was recorded: it stays as cancelled."""

    meeting: Meeting
    cases: int
    kept: bool


def calling_off(office: Office, meeting_id: str) -> CallingOff:
    """The dry run of ``call_off``. Raises NotPossible for a meeting that has begun or is called off."""
    with office.area.look() as record:
        meeting, items = record.meeting(meeting_id), record.items(meeting_id)
        if meeting.state not in (MeetingState.PLANNED, MeetingState.PUBLISHED):
            raise NotPossible(
                _("This meeting has begun or is over. A beginning can be taken back while nothing is recorded in it.")
            )
        told = [Entry.from_bytes(text) for text in record.log_texts()]
        left = any(one.reference == meeting_id and one.kind.startswith(_LEFT) for one in told)
        return CallingOff(meeting, len(items), left or _something_recorded(record, meeting_id))


def would_be(found: CallingOff) -> str:
    """The question, in words."""
    day = f"{found.meeting.on:%d.%m.%Y}"
    cases = counted.cases(found.cases)
    if found.kept:
        return _(
            "Cancel the meeting of {day}? Something of it has left or was recorded: that stays, and the log keeps it. "
            "Tell those who have its papers. On its agenda: {cases}; what is due stays due for the next meeting."
        ).format(day=day, cases=cases)
    return _(
        "Remove the meeting of {day}? Nothing of it has left. Its agenda goes with it ({cases}; what is due stays due "
        "for the next meeting)."
    ).format(day=day, cases=cases)


def call_off(office: Office, meeting_id: str) -> CallingOff:
    """It will not be held: its cases stay due. What left for it stays said, and then the meeting stays as cancelled;
    else it goes with its agenda. Raises NotPossible."""
    found = calling_off(office, meeting_id)
    with office.area.work() as record:
        if found.kept:
            record.save_meeting(replace(found.meeting, state=MeetingState.CANCELLED))
        else:
            record.remove_meeting(meeting_id)
    return found


def begun(meeting_id: str) -> str:
    """The mapping that says what state a meeting had before it began."""
    return f"begun {meeting_id}"


def note_settled(record: Record, action: Action) -> None:
    """While a meeting runs, what becomes of an action of an earlier one is told in its minutes."""
    running = next((one for one in record.meetings() if one.state is MeetingState.RUNNING), None)
    if running is None or action.meeting_id == running.id:
        return
    known = record.mapping(settled(running.id)) or {}
    others = {id: "" for id in known if id != action.id}
    now = others if action.is_open else {**others, action.id: ""}
    if now != known:
        record.save_mapping(settled(running.id), now)


def settled(meeting_id: str) -> str:
    """The mapping that names the actions settled while a meeting ran."""
    return f"settled {meeting_id}"


def lapsed(meeting_id: str) -> str:
    """The mapping that names the cases that lapsed at a meeting."""
    return f"lapsed {meeting_id}"


def _opened(meeting_id: str) -> str:
    return f"opened {meeting_id}"
