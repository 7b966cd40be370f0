"""The agenda: items in order, open actions first, what is held back and why, lapses last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from agenda.audience import audience, held_reasons, may_appear
from agenda.due import Due
from agenda.load import Load, load, minutes_for
from agenda.order import order
from data.permission.decide import Matter
from data.permission.reasons import Reason
from data.records.case_details import Case
from data.records.conference import Action, Item, Meeting
from data.records.ids import new_id
from data.records.profile import Profile


@dataclass(frozen=True, slots=True)
class Agenda:
    """``held_back``: cases that are due but may stand on no paper; ``reasons`` says why, by case id.

    A lapse is the record's own, whoever may be told of it. ``apart``: ids of the open actions whose case may stand on
    no paper; each stands in its owner's extract alone.
    """

    meeting: Meeting
    items: tuple[Item, ...]
    open_actions: tuple[Action, ...]
    held_back: tuple[Case, ...]
    lapses: tuple[Case, ...]
    load: Load
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    undecided: frozenset[str] = frozenset()  # ids of cases that may be one on record, until a keeper decides
    waiting: tuple[Item, ...] = ()  # due and allowed, but not on the agenda as the chair left it
    apart: frozenset[str] = frozenset()


def build(
    meeting: Meeting,
    dues: Sequence[Due],
    *,
    open_actions: tuple[Action, ...],
    matters: Mapping[str, Matter],
    profile: Profile,
    today: date,
) -> Agenda:
    """Put the due cases in order; ``matters`` by case id, also of the open actions' cases. Summaries come later."""
    ordered = order(dues, profile)
    lapses = tuple(d.case for d in ordered if d.lapse)
    heard = [d for d in ordered if not d.lapse]
    reasons = {d.case.id: why for d in heard if (why := held_reasons(matters[d.case.id], today))}
    held = tuple(d.case for d in heard if d.case.id in reasons)
    items = tuple(
        Item(
            id=new_id(),
            case_id=d.case.id,
            reference=d.case.reference,
            why=d.why,
            minutes=minutes_for(d, profile),
            with_children=d.case.children_count > 0,
            late=d.late,
            agencies=audience(matters[d.case.id], today),
        )
        for d in heard
        if d.case.id not in reasons
    )
    listed = tuple(a for a in open_actions if a.case_id in matters)
    apart = frozenset(a.id for a in listed if not may_appear(matters[a.case_id], today))
    undecided = frozenset(d.case.id for d in ordered if d.case.may_repeat)
    loaded = load(items, meeting, profile)
    return Agenda(meeting, items, listed, held, lapses, loaded, reasons, undecided, apart=apart)
