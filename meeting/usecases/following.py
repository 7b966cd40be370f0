"""After the meeting: what is open, overdue, done or not, and why (R17, R19)."""

from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from data.records.conference import Action, ActionState
from data.records.text import RawText
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from minutes.actions import set_state


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action as the list shows it; ``overdue`` counts days, 0 when it is not."""

    action: Action
    agency: str
    overdue: int


def actions(office: Office, today: date | None = None, *, only_open: bool = False) -> tuple[ActionRow, ...]:
    """Overdue ones first, then by the day they are due; settled ones last."""
    day = today or office.today
    with office.area.look() as record:
        found = record.actions(states={ActionState.OPEN} if only_open else None)
    rows = [
        ActionRow(
            action,
            office.agency_name(action.agency),
            (day - action.due).days if action.is_overdue(day) else 0,
        )
        for action in found
    ]
    return tuple(sorted(rows, key=lambda row: (row.action.state is not ActionState.OPEN, row.action.due)))


def set_action(office: Office, action_id: str, state: ActionState, reason: str = "") -> Action:
    """Record what became of an action; the reason is disguised. Raises NotPossible without a needed reason."""
    with office.area.look() as record:
        action = next((a for a in record.actions() if a.id == action_id), None)
    if action is None:
        raise NotPossible(_("There is no such action."))
    disguised = office.disguise(action.case_id, RawText(reason.strip())).text
    try:
        changed = set_state(action, state, disguised)
    except ValueError as problem:
        raise NotPossible(str(problem)) from None
    with office.area.work() as record:
        record.save_action(changed)
    return changed
