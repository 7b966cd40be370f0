"""What leaves: agenda, minutes, action list, attendance sheet; each through the gate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path

from agenda.agenda import Agenda
from agenda.load import load
from data.permission.decide import CASE, Matter, decide
from data.permission.seen import own_part
from data.records.case_details import Case
from data.records.conference import ActionState, Grade, MeetingState
from data.store.ports import Done
from meeting.area import Record
from meeting.documents.foot import under_log
from meeting.documents.paper import Paper
from meeting.documents.release import Released, release
from meeting.documents.views import ActionsPaper, AgendaPaper, AttendanceSheet, MinutesPaper
from meeting.usecases import course, holding
from meeting.usecases.logbook import latest
from meeting.usecases.namesakes import like_somebody_of, may_be_one_person
from meeting.usecases.office import Office
from meeting.usecases.permitting import (
    actions_for,
    disclose,
    lapses_for,
    matters_of,
    notes_for,
    own_actions,
    still_acted_on,
    still_shared,
)
from meeting.usecases.places import NotPossible
from meeting.usecases.preparing import agenda_of, with_summaries
from meeting.usecases.telling import Also, Telling
from minutes.actions import to_escalate
from minutes.compose import Minutes, compose
from redaction.gate.gate import Gate
from redaction.spans import Span

LOCKED = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Substitution:
    """One replaced piece of text, for the preview: what stood there, what stands there now, and why."""

    reference: str
    original: str = field(repr=False)
    span: Span


def release_agenda(
    office: Office,
    meeting_id: str,
    folder: Path,
    agency: str = "",
    *,
    formats: Sequence[str] = LOCKED,
    leave_out: bool = False,
) -> Released:
    """The whole agenda, or one agency's extract, as it may leave today.

    Raises NotPossible when a case may no longer be shared, unless ``leave_out`` lets the paper go without it.
    """
    paper, agenda, found, gate = agenda_paper(office, meeting_id, agency, leave_out=leave_out)
    readers = {item.case_id: (agency,) if agency else item.agencies for item in agenda.items}
    if agency:
        readers |= {action.case_id: (agency,) for action in agenda.open_actions}
    telling = Telling(
        office,
        Done(f"agenda released: {_grade(agency).value}", meeting_id, agency),
        _went_to(office, paper, readers, found),
    )
    return _release(paper, folder, gate, formats, telling)


def agenda_paper(
    office: Office, meeting_id: str, agency: str = "", *, leave_out: bool = False, person: str = ""
) -> tuple[Paper, Agenda, dict[str, Matter], Gate]:
    """What may be read of an agenda today, by all, by one agency, or by one person of it; with its gate."""
    agenda = agenda_of(office, meeting_id)
    case_ids = [*(i.case_id for i in agenda.items), *(a.case_id for a in agenda.open_actions)]
    case_ids += [case.id for case in agenda.lapses]
    found = matters_of(office, case_ids)
    items = still_shared(office, agenda.items, found, leave_out=leave_out)
    items = tuple(item for item in items if not agency or agency in item.agencies)
    lapses = lapses_for(office, agenda.lapses, found, agency)
    if agency:
        actions = own_actions(office, agenda.open_actions, found, agency)
    else:  # those of cases that may stand on no paper go to their owners alone
        actions = still_acted_on(office, agenda.open_actions, found, leave_out=True)
    if person:
        items = tuple(i for i in items if may_read(office, agency, person, i.case_id, found[i.case_id]))
        out = {id for id, matter in found.items() if _kept_out(office, agency, person, id, matter)}
        actions = tuple(action for action in actions if action.case_id not in out)
        lapses = tuple(case for case in lapses if case.id not in out)
    leaves = replace(agenda, items=with_summaries(office, agenda.meeting, items, agency), open_actions=actions)
    leaves = replace(leaves, load=load(leaves.items, agenda.meeting, office.profile), lapses=lapses)
    case_ids += [case.id for case in agenda.held_back]
    paper = AgendaPaper.of(leaves, office.agencies(), office.profile, agency)
    return paper, leaves, found, _gate(office, case_ids)


def may_read(office: Office, agency: str, person: str, case_id: str, matter: Matter) -> bool:
    """Whether one person of an agency may: no conflict keeps them out, nor a name like somebody's of the case."""
    decided = decide(agency, CASE, matter, office.today, person=person, alike=may_be_one_person)
    return decided.allowed and not like_somebody_of(office, case_id, agency, person, matter.sharing.conflicts)


def _kept_out(office: Office, agency: str, person: str, case_id: str, matter: Matter) -> bool:
    """Whether one person of an agency is told not even of its own actions in a case."""
    told = own_part(agency, matter, office.today, person=person, alike=may_be_one_person)
    return not told or like_somebody_of(office, case_id, agency, person, matter.sharing.conflicts)


def minutes_of(office: Office, meeting_id: str, grade: Grade, agency: str = "", *, leave_out: bool = True) -> Minutes:
    """Composed from what was recorded: disguised text alone, and only what its readers may see today."""
    with office.area.look() as record:
        meeting = record.meeting(meeting_id)
        if meeting.state not in (MeetingState.ENDED, MeetingState.RELEASED):
            raise NotPossible(_("Minutes are made when the meeting has ended."))
        items, notes, actions = record.items(meeting_id), record.notes(meeting_id), record.actions()
        attendance, settled = record.attendance(meeting_id), record.mapping(course.settled(meeting_id)) or {}
        lapses = _lapsed(record, meeting_id)
    reader = agency if grade is Grade.ONE_AGENCY else ""
    actions = tuple(a for a in actions if a.is_open or a.meeting_id == meeting_id or a.id in settled)
    found = matters_of(office, [*(i.case_id for i in items), *(a.case_id for a in actions), *(c.id for c in lapses)])
    items = still_shared(office, items, found, leave_out=leave_out)
    shown = notes_for(office, meeting, notes, items, found, reader)
    agreed = actions_for(office, actions, found, reader)
    gone = [case.reference for case in lapses_for(office, lapses, found, reader)]
    return compose(meeting, items, shown, agreed, attendance, office.agencies(), grade, agency, gone)


def _lapsed(record: Record, meeting_id: str) -> tuple[Case, ...]:
    """The cases that lapsed at a meeting and are still on record."""
    kept = record.mapping(course.lapsed(meeting_id)) or {}
    return tuple(record.case(case_id) for case_id in kept if record.has_case(case_id))


def preview_minutes(
    office: Office, meeting_id: str, grade: Grade, agency: str = ""
) -> tuple[Minutes, tuple[Substitution, ...]]:
    """The minutes, and every substitution made in the notes they are composed of."""
    minutes = minutes_of(office, meeting_id, grade, agency)
    shown: list[Substitution] = []
    with office.area.look() as record:
        items = {item.id: item for item in record.items(meeting_id)}
        notes = record.notes(meeting_id)
    for note in notes:
        item = items.get(note.item_id)
        if item is None or (agency and agency not in item.agencies):
            continue
        raw = holding.raw_of(office, note.item_id, note.kind, note.agency)
        for span in office.disguise(item.case_id, raw, on=minutes.meeting.on).spans:
            shown.append(Substitution(item.reference, raw.text[span.start : span.end], span))
    return minutes, tuple(shown)


def release_minutes(
    office: Office,
    meeting_id: str,
    folder: Path,
    grade: Grade,
    agency: str = "",
    *,
    formats: Sequence[str] = LOCKED,
    leave_out: bool = False,
) -> Released:
    """Raises NotPossible when a case may no longer be shared, unless ``leave_out`` lets the paper go without it."""
    minutes = minutes_of(office, meeting_id, grade, agency, leave_out=leave_out)
    with office.area.look() as record:
        case_ids = [item.case_id for item in record.items(meeting_id)]
        case_ids += [action.case_id for action in record.actions(states={ActionState.OPEN})]
        case_ids += [case.id for case in _lapsed(record, meeting_id)]
    acted_on = (*minutes.open_actions, *minutes.settled, *minutes.own)
    case_ids += [action.case_id for action in acted_on]
    paper = MinutesPaper.of(minutes, office.agencies(), office.profile)
    gate = _gate(office, case_ids)
    paper = under_log(paper, latest(office).checkpoint)
    reader = agency if grade is Grade.ONE_AGENCY else ""
    items = [heard.item for heard in minutes.heard]
    readers = {item.case_id: (reader,) if reader else item.agencies for item in items}
    if reader:
        readers |= {action.case_id: (reader,) for action in acted_on}
    went = _went_to(office, paper, readers, matters_of(office, readers))

    def also(record: Record, digest: str) -> None:
        went(record, digest)
        record.save_meeting(replace(record.meeting(meeting_id), state=MeetingState.RELEASED))

    telling = Telling(office, Done(f"minutes released: {grade.value}", meeting_id, reader), also)
    return _release(paper, folder, gate, formats, telling)


def release_actions(
    office: Office, folder: Path, *, formats: Sequence[str] = LOCKED, leave_out: bool = False
) -> Released:
    """Raises NotPossible when an open action's case may no longer be shared, unless ``leave_out``."""
    with office.area.look() as record:
        actions = record.actions()
    found = matters_of(office, [action.case_id for action in actions])
    leaves = still_acted_on(office, actions, found, leave_out=leave_out)
    raised = {action.id for action in to_escalate(leaves, office.profile)}
    paper = ActionsPaper.of(leaves, office.agencies(), office.today, raised)
    owners: dict[str, tuple[str, ...]] = {}
    for action in leaves:
        owners[action.case_id] = tuple(dict.fromkeys((*owners.get(action.case_id, ()), action.agency)))
    telling = Telling(office, Done("paper released: list of actions"), _went_to(office, paper, owners, found))
    return _release(paper, folder, _gate(office, [a.case_id for a in actions]), formats, telling)


def release_attendance(office: Office, meeting_id: str, folder: Path, *, formats: Sequence[str] = LOCKED) -> Released:
    """The one paper with professionals' names; it names no case."""
    with office.area.look() as record:
        meeting = record.meeting(meeting_id)
        lines = record.attendance(meeting_id)
        case_ids = [item.case_id for item in record.items(meeting_id)]
    paper = AttendanceSheet.of(meeting, lines, office.agencies())
    return _release(
        paper,
        folder,
        _gate(office, case_ids),
        formats,
        Telling(office, Done("paper released: attendance sheet", meeting_id)),
    )


def _gate(office: Office, case_ids: Sequence[str]) -> Gate:
    """The last look knows every form of every identifier of every case the paper could speak of."""
    return Gate.over(office.files_of(case_ids), agencies=office.agencies())


def _went_to(office: Office, paper: Paper, readers: Mapping[str, Sequence[str]], found: Mapping[str, Matter]) -> Also:
    """What the record keeps with the entry: which cases the paper told to which agencies, and on what."""
    return lambda record, digest: disclose(office, record, paper.name, readers, found, digest)


def _grade(agency: str) -> Grade:
    return Grade.ONE_AGENCY if agency else Grade.ALL_PARTNERS


def _release(paper: Paper, folder: Path, gate: Gate, formats: Sequence[str], telling: Telling) -> Released:
    practice = telling.office.area.practice
    return release(paper, folder, gate=gate, practice=practice, tells=telling, formats=tuple(formats))
