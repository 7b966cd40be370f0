"""Minutes from the record of a meeting: the only bridge from what was said to what may leave.

Nothing but disguised text comes in here; raw notes have no way to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from data.records.agency import Agency
from data.records.conference import (
    Action,
    ActionState,
    Attendance,
    Grade,
    Item,
    Meeting,
    Note,
    NoteKind,
    Part,
    Presence,
)
from data.records.text import DisguisedText
from minutes.grades import shown_actions, shown_items


@dataclass(frozen=True, slots=True)
class Said:
    """One note; ``agency`` is the name of who brought it, empty for the chair's summing up."""

    kind: NoteKind
    agency: str
    text: DisguisedText


@dataclass(frozen=True, slots=True)
class Heard:
    """One case of the minutes."""

    item: Item
    said: tuple[Said, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Present:
    """A professional as agency and role; never a name."""

    agency: str
    role: str
    presence: Presence
    declared: bool


@dataclass(frozen=True, slots=True)
class Minutes:
    """``settled``: actions of earlier meetings of which this one heard what became. ``own``: of an extract, the
    agency's new actions in cases it does not see. ``lapses``: references."""

    meeting: Meeting
    grade: Grade
    agency: str
    present: tuple[Present, ...]
    open_actions: tuple[Action, ...]
    heard: tuple[Heard, ...]
    settled: tuple[Action, ...] = ()
    own: tuple[Action, ...] = ()
    lapses: tuple[str, ...] = ()


def compose(
    meeting: Meeting,
    items: Sequence[Item],
    notes: Sequence[Note],
    actions: Sequence[Action],
    attendance: Sequence[Attendance],
    agencies: Sequence[Agency],
    grade: Grade,
    agency: str = "",
    lapses: Sequence[str] = (),
) -> Minutes:
    """``agency`` is the code an extract is for; ``actions`` those agreed here, and of earlier ones all that is told.

    Raises ValueError when an extract names no agency.
    """
    if grade is Grade.ONE_AGENCY and agency not in {a.code for a in agencies}:
        raise ValueError("An extract is for one of the registered agencies.")
    names = {a.code: a.name for a in agencies}
    shown = shown_items(items, grade, agency)
    visible = shown_actions(actions, shown, grade, agency)
    earlier = [a for a in visible if a.meeting_id != meeting.id]
    seen = {item.case_id for item in shown}
    own = tuple(a for a in visible if a.meeting_id == meeting.id and a.agency == agency and a.case_id not in seen)
    return Minutes(
        meeting,
        grade,
        agency,
        tuple(
            Present(names.get(a.agency, a.agency) or _("Guest"), as_what(a), a.presence, a.declared) for a in attendance
        ),
        tuple(a for a in earlier if a.state is ActionState.OPEN),
        tuple(_heard(item, notes, visible, meeting, names) for item in shown),
        tuple(a for a in earlier if a.state is not ActionState.OPEN),
        own,
        tuple(lapses),
    )


def _heard(
    item: Item, notes: Sequence[Note], actions: Sequence[Action], meeting: Meeting, names: dict[str, str]
) -> Heard:
    order = list(NoteKind)
    said = sorted((n for n in notes if n.item_id == item.id and n.disguised), key=lambda n: order.index(n.kind))
    return Heard(
        item,
        tuple(Said(n.kind, names.get(n.agency, n.agency), n.disguised) for n in said),
        tuple(a for a in actions if a.case_id == item.case_id and a.meeting_id == meeting.id),
    )


def as_what(line: Attendance) -> str:
    """The role as it was written, and the part where it is not an agency's own member."""
    part = "" if line.part is Part.MEMBER or (line.part is Part.GUEST and not line.agency) else _(line.part.value)
    return ", ".join(word for word in (part, line.role) if word)
