"""Before the meeting: which cases are due, the agenda as the chair leaves it, doubts, publishing (R13)."""

import uuid
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from gettext import gettext as _

from agenda.agenda import Agenda, build
from agenda.audience import audience, held_reasons
from agenda.due import due
from agenda.load import load as load_of
from agenda.summary import summary
from data.permission.decide import Matter
from data.permission.seen import common, withheld_from
from data.records.case_details import CaseState
from data.records.conference import ActionState, Item, Meeting, MeetingState, Why
from data.records.ids import new_id
from meeting.area import Record
from meeting.usecases.cases import shared_text
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters, matters_of, still_shared, stopped
from meeting.usecases.places import NotPossible


def planned(office: Office, on: date) -> Agenda:
    """The agenda a meeting on this day would have; nothing is saved."""
    meeting = Meeting(id=str(uuid.uuid4()), on=on, length=office.profile.meeting_length)
    with office.area.look() as record:
        return _build(office, record, meeting)


def prepare(office: Office, on: date) -> Agenda:
    """Make, or make anew, the agenda of the meeting on this day, with a disguised summary for each case."""
    with office.area.look() as record:
        planned_before = [m for m in record.meetings() if m.on == on and m.state is not MeetingState.CANCELLED]
    meeting = planned_before[0] if planned_before else None
    if meeting is not None and meeting.state not in (MeetingState.PLANNED, MeetingState.PUBLISHED):
        raise NotPossible(_("The meeting of this day has begun; its agenda stays as it is."))
    if meeting is None:
        meeting = Meeting(id=str(uuid.uuid4()), on=on, length=office.profile.meeting_length)
    with office.area.look() as record:
        agenda = _build(office, record, meeting)
    items = with_summaries(office, meeting, agenda.items)
    with office.area.work() as record:
        record.save_meeting(replace(meeting, state=MeetingState.PLANNED))
        record.save_items(meeting.id, items)
    return replace(agenda, items=items)


def agenda_of(office: Office, meeting_id: str) -> Agenda:
    """The agenda as it was left: the chair's order stands; what is held back is looked up anew."""
    with office.area.look() as record:
        meeting = record.meeting(meeting_id)
        items = record.items(meeting_id)
        fresh = _build(office, record, meeting)
    chosen = {item.case_id for item in items}
    lapses = tuple(case for case in fresh.lapses if case.id not in chosen)
    held = tuple(case for case in fresh.held_back if case.id not in chosen)
    found = matters_of(office, chosen)
    reasons = {**fresh.reasons, **stopped(office, found)}
    undecided = fresh.undecided | {case_id for case_id, matter in found.items() if matter.case.may_repeat}
    load = load_of(items, meeting, office.profile)
    waiting = tuple(item for item in fresh.items if item.case_id not in chosen)
    return replace(fresh, items=items, held_back=held, lapses=lapses, load=load, reasons=reasons, waiting=waiting,
                   undecided=undecided)  # fmt: skip


def meetings(office: Office) -> tuple[Meeting, ...]:
    with office.area.look() as record:
        return tuple(record.meetings())


def move_item(office: Office, meeting_id: str, item_id: str, by: int) -> Agenda:
    """Move an item up (negative) or down; the ends stop it."""
    items = _items(office, meeting_id)
    at = next((i for i, item in enumerate(items) if item.id == item_id), None)
    if at is not None:
        item = items.pop(at)
        items.insert(max(0, min(len(items), at + by)), item)
        _save(office, meeting_id, items)
    return agenda_of(office, meeting_id)


def drop_item(office: Office, meeting_id: str, item_id: str) -> Agenda:
    """Take an item off; its case stays due."""
    _save(office, meeting_id, [item for item in _items(office, meeting_id) if item.id != item_id])
    return agenda_of(office, meeting_id)


def add_case(office: Office, meeting_id: str, reference: str) -> Agenda:
    """Put a case on the agenda by hand. Raises NotPossible when no agency may see it."""
    with office.area.look() as record:
        case = record.case_by_reference(reference)
        matter = matters(office, record, [case])[case.id]
        meeting = record.meeting(meeting_id)
    items = _items(office, meeting_id)
    if any(item.case_id == case.id for item in items):
        raise NotPossible(_("This case is on the agenda already."))
    if why := held_reasons(matter, office.today):
        raise NotPossible(f"{why[0].sentence} {why[0].lift}")
    item = Item(
        id=new_id(),
        case_id=case.id,
        reference=case.reference,
        why=(Why.ADDED,),
        minutes=office.profile.minutes_per_case,
        with_children=case.children_count > 0,
        agencies=audience(matter, office.today),
    )
    _save(office, meeting_id, [*items, *with_summaries(office, meeting, [item])])
    return agenda_of(office, meeting_id)


def take_up(office: Office, meeting_id: str, case_ids: Collection[str]) -> None:
    """Cases that were held back come onto the agenda where they now may, each before what comes after it by order."""
    items = _items(office, meeting_id)
    there = {item.case_id for item in items}
    with office.area.look() as record:
        meeting = record.meeting(meeting_id)
        fresh = _build(office, record, meeting).items
    place = {item.case_id: at for at, item in enumerate(fresh)}
    new = [item for item in fresh if item.case_id in case_ids and item.case_id not in there]
    for item in with_summaries(office, meeting, new):
        later = (at for at, one in enumerate(items) if place.get(one.case_id, -1) > place[item.case_id])
        items.insert(next(later, len(items)), item)
    if new:
        _save(office, meeting_id, items)


def refresh_summaries(office: Office, meeting_id: str, case_id: str) -> None:
    """Make the summary of a case, or of all ('') again after a review decision."""
    with office.area.look() as record:
        meeting, items = record.meeting(meeting_id), list(record.items(meeting_id))
    fresh = {
        item.id: item for item in with_summaries(office, meeting, [i for i in items if case_id in ("", i.case_id)])
    }
    if not fresh:
        return
    _save(office, meeting_id, [fresh.get(item.id, item) for item in items])


def refresh_planned(office: Office, case_id: str) -> None:
    """After a change of what may be told: who sees the case, and its summary, on every agenda not begun."""
    for meeting in meetings(office):
        if meeting.state in (MeetingState.PLANNED, MeetingState.PUBLISHED):
            items = _items(office, meeting.id)
            if any(item.case_id == case_id for item in items):
                now = audience(matters_of(office, [case_id])[case_id], office.today)
                changed = [replace(i, agencies=now) if i.case_id == case_id else i for i in items]
                _save(office, meeting.id, changed)
                refresh_summaries(office, meeting.id, case_id)


def publish(office: Office, meeting_id: str, *, leave_out: bool = False) -> Meeting:
    """The agenda is ready for the agencies entitled to each item.

    Raises NoLongerShared when a case may go to nobody any more, unless ``leave_out`` takes it for left out.
    """
    items = _items(office, meeting_id)
    still_shared(office, items, matters_of(office, [item.case_id for item in items]), leave_out=leave_out)
    with office.area.work() as record:
        meeting = replace(record.meeting(meeting_id), state=MeetingState.PUBLISHED)
        record.save_meeting(meeting)
        record.log_entry("agenda published")
    return meeting


def _build(office: Office, record: Record, meeting: Meeting) -> Agenda:
    profile = office.profile
    lapse_before = meeting.on - timedelta(days=round(profile.lapse_months * 30.44))
    candidates = record.candidates(meeting.on, lapse_before=lapse_before)
    open_actions = record.actions(states={ActionState.OPEN})
    counts = Counter(action.case_id for action in open_actions)
    dues = due(candidates, counts, meeting.on, profile)
    earlier = tuple(a for a in open_actions if a.meeting_id != meeting.id)
    cases = {found.case.id: found.case for found in dues}
    # A lapsed case is due no more; what was agreed on it is followed until it is settled.
    acted_on = [record.case(case_id) for case_id in dict.fromkeys(a.case_id for a in earlier) if case_id not in cases]
    cases |= {case.id: case for case in acted_on if case.state is not CaseState.CLOSED}
    return build(
        meeting,
        dues,
        open_actions=earlier,
        matters=matters(office, record, list(cases.values())),
        profile=profile,
        today=office.today,
    )


def with_summaries(office: Office, meeting: Meeting, items: Sequence[Item], reader: str = "") -> tuple[Item, ...]:
    """Each item with what all its agencies may read of the case at this meeting, or what one of them may."""
    found = matters_of(office, [item.case_id for item in items])
    return tuple(_with_summary(office, meeting.on, item, found[item.case_id], reader) for item in items)


def _with_summary(office: Office, on: date, item: Item, matter: Matter, reader: str) -> Item:
    file, readers = office.file_of(item.case_id), (reader,) if reader else item.agencies
    categories = common(readers, matter, office.today)
    facts = withheld_from(readers, matter, office.today)
    disguised = office.disguise(item.case_id, shared_text(file, categories, office.profile), facts, on=on).text
    widely = office.reading(item.case_id).review.wider
    return replace(item, summary=summary(disguised, file.case, categories, office.profile, widely))


def _items(office: Office, meeting_id: str) -> list[Item]:
    with office.area.look() as record:
        return list(record.items(meeting_id))


def _save(office: Office, meeting_id: str, items: Sequence[Item]) -> None:
    with office.area.work() as record:
        record.save_items(meeting_id, items)
