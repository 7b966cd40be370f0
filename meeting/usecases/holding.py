"""The meeting: attendance, the declaration, item by item, notes and actions, saved as they are typed."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from gettext import gettext as _

from agenda.audience import held_reasons, narrowed
from data.records.conference import (
    Action,
    Attendance,
    Item,
    Meeting,
    MeetingState,
    Note,
    NoteKind,
    Part,
    Presence,
    PutOff,
)
from data.records.ids import new_id
from data.records.text import DisguisedText, RawText
from meeting.area import Record
from meeting.usecases.course import begun
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of
from meeting.usecases.places import NotPossible


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item as the chair and the room see it: disguised text alone.

    ``position`` counts from 0 of ``count``; ``actions`` were agreed here, those ``before`` at other meetings; ``out``
    names who leaves the room for this case (R16).
    """

    item: Item
    position: int
    count: int
    notes: tuple[Note, ...]
    actions: tuple[Action, ...]
    before: tuple[Action, ...]
    agencies: tuple[tuple[str, str], ...]
    out: tuple[str, ...] = ()

    @property
    def open_before(self) -> tuple[Action, ...]:
        return tuple(action for action in self.before if action.is_open)


def start(office: Office, meeting_id: str) -> Meeting:
    """Begin, or go on with, a meeting; the clock runs from the first beginning."""
    with office.area.work() as record:
        meeting = record.meeting(meeting_id)
        if meeting.state in (MeetingState.ENDED, MeetingState.RELEASED):
            raise NotPossible(_("This meeting has ended; its minutes can be looked at and released."))
        if meeting.state is MeetingState.CANCELLED:
            raise NotPossible(_("This meeting was cancelled; prepare the agenda of another."))
        if meeting.started_at is None:
            record.save_mapping(begun(meeting_id), {"state": meeting.state.value})
            meeting = replace(meeting, state=MeetingState.RUNNING, started_at=office.clock())
            record.save_meeting(meeting)
    return meeting


def attendance(office: Office, meeting_id: str) -> tuple[Attendance, ...]:
    """One line per agency at least, whether or not anything was recorded yet."""
    with office.area.look() as record:
        recorded = record.attendance(meeting_id)
    ids = {line.id for line in recorded}
    # A trainee, a guest or one who observes stands for nobody.
    known = {a.agency for a in recorded if a.part is Part.MEMBER and a.presence is not Presence.OBSERVER}
    every = [
        Attendance(id=str(uuid.uuid5(uuid.NAMESPACE_OID, f"{meeting_id}/{agency.code}")), agency=agency.code)
        for agency in office.agencies()
    ]
    blank = [line for line in every if line.agency not in known and line.id not in ids]
    order = [agency.code for agency in office.agencies()]
    return tuple(sorted((*recorded, *blank), key=lambda a: order.index(a.agency) if a.agency in order else len(order)))


def set_presence(office: Office, meeting_id: str, line: Attendance, presence: Presence) -> Attendance:
    return save_attendance(office, meeting_id, replace(line, presence=presence))


def declare(office: Office, meeting_id: str, *lines: Attendance) -> tuple[Attendance, ...]:
    """The confidentiality declaration was read, and these agreed."""
    agreed = tuple(replace(line, declared=True) for line in lines)
    with office.area.work() as record:
        for line in agreed:
            record.save_attendance(meeting_id, line)
    return agreed


def save_attendance(office: Office, meeting_id: str, line: Attendance) -> Attendance:
    with office.area.work() as record:
        record.save_attendance(meeting_id, line)
    return line


def add_person(office: Office, meeting_id: str, line: Attendance) -> Attendance:
    """Another person of an agency, or a guest. Raises NotPossible without a name: conflicts are asked by it."""
    if not line.name.strip():
        raise NotPossible(_("Give the name: it stands on the attendance sheet alone, and conflicts are asked by it."))
    if not line.agency and line.part is not Part.GUEST:
        raise NotPossible(_("Who is of no agency here is a guest."))
    return save_attendance(office, meeting_id, replace(line, id=new_id()))


def all_expected(office: Office, meeting_id: str) -> tuple[Attendance, ...]:
    """Everybody expected of whom nothing is recorded yet is present: each agency that sits at every meeting or sees a
    case of this one. Returns their lines."""
    with office.area.look() as record:
        items, recorded = record.items(meeting_id), record.attendance(meeting_id)
    expected = {a.code for a in office.agencies() if a.core} | {code for item in items for code in item.agencies}
    said = {line.id for line in recorded if line.presence is not Presence.ABSENT or not line.information_sent}
    came = tuple(
        replace(line, presence=Presence.PRESENT)
        for line in attendance(office, meeting_id)
        if line.agency in expected and line.id not in said
    )
    with office.area.work() as record:
        for line in came:
            record.save_attendance(meeting_id, line)
    return came


def item_view(office: Office, meeting_id: str, position: int) -> ItemView:
    """The item at ``position``, counted from 0. Raises NotPossible when there is none."""
    with office.area.look() as record:
        items = _items(record, meeting_id)
        position = max(0, min(position, len(items) - 1))
        item = items[position]
        notes = tuple(note for note in record.notes(meeting_id) if note.item_id == item.id)
        of_case = record.actions(case_id=item.case_id)
    item, out = _as_shown(office, item)
    here = tuple(action for action in of_case if action.meeting_id == meeting_id)
    before = tuple(action for action in of_case if action.meeting_id != meeting_id)
    agencies = tuple((code, office.agency_name(code)) for code in item.agencies)
    return ItemView(item, position, len(items), notes, here, before, agencies, out)


def how_many(office: Office, meeting_id: str) -> int:
    """The items of a meeting. Raises NotPossible when there is none."""
    with office.area.look() as record:
        return len(_items(record, meeting_id))


def _items(record: Record, meeting_id: str) -> Sequence[Item]:
    items = record.items(meeting_id)
    if not items:
        raise NotPossible(_("This meeting has no items; prepare its agenda first."))
    return items


def _as_shown(office: Office, item: Item) -> tuple[Item, tuple[str, ...]]:
    """The item as it may be shown now, and who is out of its case."""
    matter = matters_of(office, [item.case_id])[item.case_id]
    item = replace(item, agencies=narrowed(item, {item.case_id: matter}, office.today))
    if not item.agencies:
        why = " ".join(reason.sentence for reason in held_reasons(matter, office.today))
        item = replace(item, summary=DisguisedText(_("This case may no longer be shown.") + " " + why))
    conflicts = [c for c in matter.sharing.conflicts if c.in_force(office.today)]
    return item, tuple(c.person.text or office.agency_name(c.agency) for c in conflicts)


def time_left(office: Office, meeting: Meeting) -> timedelta:
    """What is left of the meeting's length; negative when it runs over."""
    length = timedelta(minutes=meeting.length)
    if meeting.started_at is None:
        return length
    return length - (office.clock() - _like(meeting.started_at, office.clock()))


def type_note(
    office: Office, meeting_id: str, item_id: str, kind: NoteKind, raw: str, agency: str = ""
) -> DisguisedText:
    """Save a note as it stands at this moment; returns what others will read of it."""
    item = _item(office, meeting_id, item_id)
    disguised = office.disguise(item.case_id, RawText(raw), on=day_of(office, meeting_id)).text
    note = Note(
        id=note_id(item_id, kind, agency),
        item_id=item_id,
        kind=kind,
        agency=agency,
        raw=RawText(raw),
        disguised=disguised,
    )
    with office.area.work() as record:
        record.save_note(meeting_id, item.case_id, note)
    return disguised


def note_id(item_id: str, kind: NoteKind, agency: str = "") -> str:
    """One note for each item, kind and agency: typing on changes it in place."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{item_id}/{kind}/{agency}"))


def raw_of(office: Office, item_id: str, kind: NoteKind, agency: str = "") -> RawText:
    """What was typed so far, for the keeper who goes on typing; empty when nothing was."""
    wanted = note_id(item_id, kind, agency)
    with office.area.work() as record:
        return record.raw_note(wanted)


def agree_action(office: Office, meeting_id: str, item_id: str, agency: str, what: str, due: date) -> Action:
    """Record an action on the item's case. Raises NotPossible when it is not specific, owned and dated."""
    if not what.strip():
        raise NotPossible(_("Say what is to be done."), "what")
    if agency not in {a.code for a in office.agencies()}:
        raise NotPossible(_("An action is owned by one of the registered agencies; choose it from the list."), "agency")
    if due < office.today:
        raise NotPossible(_("The day an action is due lies today or later."), "due")
    item = _item(office, meeting_id, item_id)
    # An action is carried on: told by this meeting, its dates would be wrong at the next.
    disguised = office.disguise(item.case_id, RawText(what.strip())).text
    with office.area.work() as record:
        action = Action(
            id=new_id(),
            number=record.next_action_number(meeting_id),
            case_id=item.case_id,
            reference=item.reference,
            meeting_id=meeting_id,
            agency=agency,
            what=disguised,
            due=due,
        )
        record.save_action(action)
    return action


def end(office: Office, meeting_id: str, *, put_off: Mapping[str, PutOff] | None = None) -> Meeting:
    """Close the meeting: its cases are heard, and minutes can be released.

    Items whose ids are in ``put_off`` were not: they leave the meeting, and their cases stay due; each leaves an entry
    in the log with its reason.
    """
    reasons = put_off or {}
    with office.area.work() as record:
        meeting = replace(record.meeting(meeting_id), state=MeetingState.ENDED, ended_at=office.clock())
        record.save_meeting(meeting)
        items = record.items(meeting_id)
        heard = [item for item in items if item.id not in reasons]
        if len(heard) < len(items):
            record.log_entries(
                [(f"case put off: {reasons[i.id].value}", i.reference) for i in items if i.id in reasons]
            )
            record.save_items(meeting_id, heard)
        record.mark_heard([item.case_id for item in heard], meeting.on)
    return meeting


def day_of(office: Office, meeting_id: str) -> date:
    with office.area.look() as record:
        return record.meeting(meeting_id).on


def _item(office: Office, meeting_id: str, item_id: str) -> Item:
    with office.area.look() as record:
        for item in record.items(meeting_id):
            if item.id == item_id:
                return item
    raise NotPossible(_("This item is no longer on the agenda."))


def _like(moment: datetime, other: datetime) -> datetime:
    return moment.replace(tzinfo=None) if other.tzinfo is None else moment
