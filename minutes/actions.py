"""What became of an action, and what is carried on (R17, R19)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _

from data.records.conference import Action, ActionState
from data.records.profile import Profile
from data.records.text import DisguisedText

STEPS = 20  # that can be undone
_NEEDS_REASON = (ActionState.NOT_DONE, ActionState.NO_LONGER_POSSIBLE)


def set_state(action: Action, state: ActionState, reason: DisguisedText) -> Action:
    """The reason it had is kept behind the new one. Raises ValueError with a sentence where one is missing."""
    if state in _NEEDS_REASON and not reason:
        raise ValueError(_("Say why: '{state}' needs its reason.").format(state=_(state.value)))
    return replace(action, state=state, reason=reason, before=(action.reason, *action.before)[:STEPS])


def set_back(action: Action, state: ActionState) -> Action:
    """The state before, with the reason it had then."""
    reason, *before = action.before or (DisguisedText(""),)
    return replace(action, state=state, reason=reason, before=tuple(before))


def overdue(actions: Sequence[Action], today: date) -> tuple[Action, ...]:
    """Longest overdue first."""
    return tuple(sorted((a for a in actions if a.is_overdue(today)), key=lambda a: a.due))


def carry(actions: Sequence[Action]) -> tuple[Action, ...]:
    """Open actions, each counted as carried to one meeting more."""
    return tuple(replace(a, carried=a.carried + 1) for a in actions if a.state is ActionState.OPEN)


def to_escalate(actions: Sequence[Action], profile: Profile) -> tuple[Action, ...]:
    """Open actions that were carried so often that the steering group hears of them."""
    return tuple(a for a in actions if a.state is ActionState.OPEN and a.carried >= profile.escalate_after)
