"""The agenda: items in order, open actions first, what is held back, lapses last."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agenda.audience import audience, may_appear
from agenda.due import Due
from agenda.load import Load, load, minutes_for
from agenda.order import order
from data.records.case_details import Case
from data.records.conference import Action, Item, Meeting
from data.records.profile import Profile
from data.records.sharing import Ground


@dataclass(frozen=True, slots=True)
class Agenda:
    """``held_back``: cases that are due but may stand on no paper until a ground is recorded."""

    meeting: Meeting
    items: tuple[Item, ...]
    open_actions: tuple[Action, ...]
    held_back: tuple[Case, ...]
    lapses: tuple[Case, ...]
    load: Load


def build(
    meeting: Meeting,
    dues: Sequence[Due],
    *,
    open_actions: tuple[Action, ...],
    grounds: Mapping[str, Ground],
    agencies: Sequence[str],
    profile: Profile,
) -> Agenda:
    """Put the due cases in order; ``agencies`` are codes, ``grounds`` by case id. Summaries come later."""
    ordered = order(dues, profile)
    allowed = [d for d in ordered if may_appear(d.case, grounds.get(d.case.id))]
    held = tuple(d.case for d in ordered if not may_appear(d.case, grounds.get(d.case.id)))
    items = tuple(
        Item(
            id=str(uuid.uuid4()),
            case_id=d.case.id,
            reference=d.case.reference,
            why=d.why,
            minutes=minutes_for(d, profile),
            with_children=d.case.children_count > 0,
            late=d.late,
            agencies=audience(d.case, agencies, grounds.get(d.case.id)),
        )
        for d in allowed
        if not d.lapse
    )
    lapses = tuple(d.case for d in allowed if d.lapse)
    shown = {d.case.id for d in allowed}
    listed = tuple(a for a in open_actions if a.case_id in shown)
    return Agenda(meeting, items, listed, held, lapses, load(items, meeting, profile))
