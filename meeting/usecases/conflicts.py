"""Who in the room must leave for which case: attendance against recorded conflicts of interest (R16)."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.records.conference import Attendance, Presence
from data.records.sharing import Conflict, same_person, whole_words
from meeting.usecases.namesakes import has_names, like_somebody_of, may_be_one_person
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of

THERE = (Presence.PRESENT, Presence.OBSERVER)


@dataclass(frozen=True, slots=True)
class OutOf:
    """One case somebody is out of. ``position`` counts from 1, as on the agenda.

    ``certain`` is false where the conflict is one person's, and who came for the agency is not recorded or is written
    so that it may be them, and where who came has a name like somebody's of the case: ask.
    """

    position: int
    reference: str
    certain: bool = True


def conflicts_at(
    office: Office, meeting_id: str, lines: Sequence[Attendance], *, only: int = 0
) -> dict[str, tuple[OutOf, ...]]:
    """By the id of each line of attendance whose person or agency is out of a case, whether or not they came.

    ``only``: of the case at this position alone, from 1.
    """
    with office.area.look() as record:
        items = record.items(meeting_id)
    asked = [(position, item) for position, item in enumerate(items, 1) if only in (0, position)]
    case_ids = [item.case_id for _position, item in asked]
    found = matters_of(office, case_ids)
    files = {}
    if any(has_names(line.name) for line in lines):
        files = {file.case.id: file for file in office.files_of(case_ids)}
    out: dict[str, list[OutOf]] = {}
    for position, item in asked:
        recorded = found[item.case_id].sharing.conflicts
        conflicts = [c for c in recorded if c.in_force(office.today)]
        for line in lines:
            met = [certain for c in conflicts if (certain := _meets(c, line)) is not None]
            file = files.get(item.case_id)
            if not met and like_somebody_of(office, item.case_id, line.agency, line.name, recorded, file):
                met = [False]
            if met:
                out.setdefault(line.id, []).append(OutOf(position, item.reference, any(met)))
    return {line: tuple(cases) for line, cases in out.items()}


def must_leave(office: Office, meeting_id: str, lines: Sequence[Attendance], position: int) -> tuple[Attendance, ...]:
    """Who in the room is out of the case at ``position`` (from 0), or may be."""
    there = [line for line in lines if line.presence in THERE]
    out = conflicts_at(office, meeting_id, there, only=position + 1)
    return tuple(line for line in there if line.id in out)


def _meets(conflict: Conflict, line: Attendance) -> bool | None:
    """Whether it is this one's; None where it is not, False where that cannot be told without a name. A guest of no
    agency is asked about every person in a conflict."""
    if line.agency and conflict.agency != line.agency:
        return None
    if not line.agency and not conflict.person:
        return None
    if not conflict.person:
        return True
    if not line.name:
        return False
    if same_person(line.name, conflict.person.text):
        return True
    # 'Dr A. Other' may be the Ann Other of the record, and initials anybody: somebody has to ask.
    told = whole_words(line.name) and whole_words(conflict.person.text)
    return False if not told or may_be_one_person(line.name, conflict.person.text) else None
