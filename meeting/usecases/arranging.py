"""The chair's hand on an agenda: earlier, later, off, on; each step can be undone, also after a restart (R13)."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from gettext import gettext as _

from agenda.agenda import Agenda
from data.records.conference import Item, Meeting, MeetingState, Why
from meeting.usecases import preparing
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

_STEPS = 20


def latest(office: Office, *states: MeetingState) -> Meeting | None:
    """The meeting most likely meant: the newest in one of these states."""
    return next((m for m in preparing.meetings(office) if not states or m.state in states), None)


def prepare(office: Office, on: date, starts: str = "10:00", venue: str = "", chair: str = "") -> Agenda:
    """Make, or make anew, the agenda of the meeting on this day; ``chair`` is an agency's code."""
    agenda = preparing.prepare(office, on)
    meeting = replace(agenda.meeting, starts=starts, venue=venue, chair=chair, state=MeetingState.PLANNED)
    with office.area.work() as record:
        record.save_meeting(meeting)
    return preparing.agenda_of(office, meeting.id)


def move(office: Office, meeting_id: str, item_id: str, by: int) -> Agenda:
    return _step(office, meeting_id, lambda: preparing.move_item(office, meeting_id, item_id, by))


def drop(office: Office, meeting_id: str, item_id: str) -> Agenda:
    return _step(office, meeting_id, lambda: preparing.drop_item(office, meeting_id, item_id))


def add(office: Office, meeting_id: str, reference: str) -> Agenda:
    """Raises NotPossible without consent or a recorded ground."""
    return _step(office, meeting_id, lambda: preparing.add_case(office, meeting_id, reference))


def set_minutes(office: Office, meeting_id: str, item_id: str, minutes: int) -> Agenda:
    """Give a case more or less time. Raises NotPossible for a time nobody can mean."""
    if not 1 <= minutes <= 120:
        raise NotPossible(_("A case has between 1 and 120 minutes."))

    def change() -> Agenda:
        with office.area.work() as record:
            items = record.items(meeting_id)
            record.save_items(meeting_id, [replace(i, minutes=minutes) if i.id == item_id else i for i in items])
        return preparing.agenda_of(office, meeting_id)

    return _step(office, meeting_id, change)


def undo(office: Office, meeting_id: str) -> Agenda:
    """Take the last step back. Raises NotPossible when there is none."""
    steps = _steps(office, meeting_id)
    if not steps:
        raise NotPossible(_("There is nothing to undo on this agenda."))
    now = {item.case_id: item for item in _items(office, meeting_id)}
    wanted = steps.pop()
    for line in wanted:
        if line["case"] not in now:
            for item in preparing.add_case(office, meeting_id, line["reference"]).items:
                now.setdefault(item.case_id, item)
    back = [
        replace(now[line["case"]], why=tuple(Why(w) for w in line["why"]), minutes=line["minutes"], late=line["late"])
        for line in wanted
    ]
    with office.area.work() as record:
        record.save_items(meeting_id, back)
        record.save_mapping(f"undo {meeting_id}", {"steps": json.dumps(steps)})
    return preparing.agenda_of(office, meeting_id)


def _step(office: Office, meeting_id: str, change: Callable[[], Agenda]) -> Agenda:
    before = [
        {
            "case": i.case_id,
            "reference": i.reference,
            "why": list(i.why),
            "minutes": i.minutes,
            "late": i.late,
        }
        for i in _items(office, meeting_id)
    ]
    steps = [*_steps(office, meeting_id), before][-_STEPS:]
    agenda = change()
    with office.area.work() as record:
        record.save_mapping(f"undo {meeting_id}", {"steps": json.dumps(steps)})
    return agenda


def _steps(office: Office, meeting_id: str) -> list[list[dict]]:  # type: ignore[type-arg]
    with office.area.look() as record:
        kept = record.mapping(f"undo {meeting_id}") or {}
    return list(json.loads(kept.get("steps", "[]")))


def _items(office: Office, meeting_id: str) -> tuple[Item, ...]:
    with office.area.look() as record:
        return tuple(record.items(meeting_id))
