"""What leaves: agenda, minutes, action list, attendance sheet; each through the gate."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path

from data.records.conference import ActionState, Grade, MeetingState
from meeting.documents.release import Released, release
from meeting.documents.views import ActionsPaper, AgendaPaper, AttendanceSheet, MinutesPaper
from meeting.usecases import holding
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.preparing import agenda_of
from minutes.compose import Minutes, compose
from redaction.gate import Gate
from redaction.spans import Span

LOCKED = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Substitution:
    """One replaced piece of text, for the preview: what stood there, what stands there now, and why."""

    reference: str
    original: str = field(repr=False)
    span: Span


def release_agenda(office: Office, meeting_id: str, folder: Path, *, formats: Sequence[str] = LOCKED) -> Released:
    agenda = agenda_of(office, meeting_id)
    case_ids = [*(i.case_id for i in agenda.items), *(a.case_id for a in agenda.open_actions)]
    case_ids += [case.id for case in (*agenda.held_back, *agenda.lapses)]
    paper = AgendaPaper.of(agenda, office.agencies(), office.profile)
    return _release(office, paper, folder, _gate(office, case_ids), formats)


def minutes_of(office: Office, meeting_id: str, grade: Grade, agency: str = "") -> Minutes:
    """Composed from what was recorded, disguised text alone."""
    with office.area.look() as record:
        meeting = record.meeting(meeting_id)
        if meeting.state not in (MeetingState.ENDED, MeetingState.RELEASED):
            raise NotPossible(_("Minutes are made when the meeting has ended."))
        return compose(
            meeting,
            record.items(meeting_id),
            record.notes(meeting_id),
            record.actions(),
            record.attendance(meeting_id),
            office.agencies(),
            grade,
            agency,
        )


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
        for span in office.disguise(item.case_id, raw).spans:
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
) -> Released:
    minutes = minutes_of(office, meeting_id, grade, agency)
    with office.area.look() as record:
        case_ids = [item.case_id for item in record.items(meeting_id)]
        case_ids += [action.case_id for action in record.actions(states={ActionState.OPEN})]
    paper = MinutesPaper.of(minutes, office.agencies(), office.profile)
    released = _release(office, paper, folder, _gate(office, case_ids), formats)
    with office.area.work() as record:
        record.save_meeting(replace(record.meeting(meeting_id), state=MeetingState.RELEASED))
    return released


def release_actions(office: Office, folder: Path, *, formats: Sequence[str] = LOCKED) -> Released:
    with office.area.look() as record:
        actions = record.actions()
    paper = ActionsPaper.of(actions, office.agencies(), office.today)
    return _release(office, paper, folder, _gate(office, [a.case_id for a in actions]), formats)


def release_attendance(office: Office, meeting_id: str, folder: Path, *, formats: Sequence[str] = LOCKED) -> Released:
    """The one paper with professionals' names; it names no case."""
    with office.area.look() as record:
        meeting = record.meeting(meeting_id)
        lines = record.attendance(meeting_id)
        case_ids = [item.case_id for item in record.items(meeting_id)]
    paper = AttendanceSheet.of(meeting, lines, office.agencies())
    return _release(office, paper, folder, _gate(office, case_ids), formats)


def _gate(office: Office, case_ids: Sequence[str]) -> Gate:
    """The last look knows every form of every identifier of every case the paper could speak of."""
    return Gate.over(office.files_of(case_ids), agencies=office.agencies())


def _release(office: Office, paper, folder: Path, gate: Gate, formats: Sequence[str]) -> Released:  # type: ignore[no-untyped-def]
    released = release(paper, folder, gate=gate, practice=office.area.practice, formats=tuple(formats))
    with office.area.work() as record:
        for digest in released.hashes:
            record.log_entry("paper released", "", digest)
    return released
