"""Who in the room must leave for which case: attendance against recorded conflicts of interest (R16)."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.records.conference import Attendance, Presence
from data.records.sharing import Conflict, same_person, whole_words
from meeting.usecases.namesakes import like_somebody_of, may_be_one_person
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


def conflicts_at(office: Office, meeting_id: str, lines: Sequence[Attendance]) -> dict[str, tuple[OutOf, ...]]:
    """By the id of each line of attendance whose person or agency is out of a case, whether or not they came."""
    with office.area.look() as record:
        items = record.items(meeting_id)
    found = matters_of(office, [item.case_id for item in items])
    out: dict[str, list[OutOf]] = {}
    for position, item in enumerate(items, 1):
        recorded = found[item.case_id].sharing.conflicts
        conflicts = [c for c in recorded if c.in_force(office.today)]
        for line in lines:
            met = [certain for c in conflicts if (certain := _meets(c, line)) is not None]
            if not met and like_somebody_of(office, item.case_id, line.agency, line.name, recorded):
                met = [False]
            if met:
                out.setdefault(line.id, []).append(OutOf(position, item.reference, any(met)))
    return {line: tuple(cases) for line, cases in out.items()}


def must_leave(office: Office, meeting_id: str, lines: Sequence[Attendance], position: int) -> tuple[Attendance, ...]:
    """Who is in the room and is out of the case at ``position`` (from 0), or may be."""
    there = [line for line in lines if line.presence in THERE]
    out = conflicts_at(office, meeting_id, there)
    return tuple(line for line in there if any(one.position == position + 1 for one in out.get(line.id, ())))


def _meets(conflict: Conflict, line: Attendance) -> bool | None:
    """Whether it is this one's; None where it is not, False where that cannot be told without a name."""
    if conflict.agency != line.agency:
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
