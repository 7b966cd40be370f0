"""After the meeting: what is open, overdue, done or not, and why (R17, R19)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from gettext import gettext as _

from data.records.case_details import CaseState
from data.records.conference import Action, ActionState, Meeting, PutOff
from data.records.text import RawText
from meeting.usecases import course, holding, noting, preparing
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from minutes.actions import STEPS, carry, set_back, set_state, to_escalate


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action as the list shows it; ``overdue`` counts days, 0 when it is not.

    ``escalate``: carried to so many meetings that the steering group hears of it, as the profile says.
    """

    action: Action
    agency: str
    overdue: int
    escalate: bool = False

    @property
    def searchable(self) -> str:
        a = self.action
        return f"{a.number} {a.reference} {self.agency} {_(a.state.value)} {a.what.text}".casefold()


def actions(office: Office, today: date | None = None, *, only_open: bool = False) -> tuple[ActionRow, ...]:
    """Overdue ones first, then by the day they are due; settled ones last."""
    day = today or office.today
    with office.area.look() as record:
        found = record.actions(states={ActionState.OPEN} if only_open else None)
    return _rows(office, found, day)


def earlier(office: Office, meeting_id: str, case_id: str) -> tuple[ActionRow, ...]:
    """What other meetings agreed on a case, as it is gone through when this one hears it: the open ones first."""
    with office.area.look() as record:
        found = record.actions(case_id=case_id)
    return _rows(office, [action for action in found if action.meeting_id != meeting_id], office.today)


def _rows(office: Office, found: Sequence[Action], day: date) -> tuple[ActionRow, ...]:
    persisting = {action.id for action in to_escalate(found, office.profile)}
    rows = [
        ActionRow(
            action,
            office.agency_name(action.agency),
            (day - action.due).days if action.is_overdue(day) else 0,
            action.id in persisting,
        )
        for action in found
    ]
    return tuple(sorted(rows, key=lambda row: (row.action.state is not ActionState.OPEN, row.action.due)))


def close(office: Office, meeting_id: str, *, put_off: Mapping[str, PutOff] | None = None) -> Meeting:
    """End a meeting: no note lags behind its words, open actions of earlier ones are carried on, lapses are noted.

    ``put_off``: the ids of items nobody came to, each with its reason (see ``holding.end``).
    """
    noting.settle(office, meeting_id)
    lapses = preparing.agenda_of(office, meeting_id).lapses
    meeting = holding.end(office, meeting_id, put_off=put_off)
    with office.area.work() as record:
        earlier = [a for a in record.actions(states={ActionState.OPEN}) if a.meeting_id != meeting_id]
        for action in carry(earlier):
            record.save_action(action)
        record.save_mapping(course.lapsed(meeting_id), {case.id: "" for case in lapses})
        for case in lapses:
            file = record.open_file(case.id)
            record.save_case(replace(file, case=replace(file.case, state=CaseState.LAPSED)))
    return meeting


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
        course.note_settled(record, changed)
        steps = [*json.loads((record.mapping("undo actions") or {}).get("steps", "[]")), [action.id, action.state]]
        record.save_mapping("undo actions", {"steps": json.dumps(steps[-STEPS:])})
    return changed


def undo_action(office: Office) -> Action:
    """Take the last change of a state back, also after a restart. Raises NotPossible when there is none."""
    with office.area.work() as record:
        steps = json.loads((record.mapping("undo actions") or {}).get("steps", "[]"))
        if not steps:
            raise NotPossible(_("There is nothing to undo."))
        action_id, state = steps.pop()
        action = next((a for a in record.actions() if a.id == action_id), None)
        if action is None:
            raise NotPossible(_("There is no such action."))
        back = set_back(action, ActionState(state))
        record.save_action(back)
        course.note_settled(record, back)
        record.save_mapping("undo actions", {"steps": json.dumps(steps)})
    return back
