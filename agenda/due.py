"""Which cases are due at a meeting, and why (R13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.records.case_details import Case, CaseState, Criterion
from data.records.conference import Why
from data.records.profile import Profile

DAYS_PER_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Due:
    """A case that is due. ``late``: referred after the list closed. ``lapse``: only to be noted as lapsed."""

    case: Case
    why: tuple[Why, ...]
    late: bool = False
    lapse: bool = False


def due(candidates: Sequence[Case], open_actions: Mapping[str, int], on: date, profile: Profile) -> tuple[Due, ...]:
    """``open_actions`` counts by case id. Repeats and lapses count from the last referral, not the meeting.

    What nobody has heard does not lapse: no agency has flagged it.
    """
    closes = on - timedelta(days=profile.closes_days_before)
    found = []
    for case in candidates:
        if case.state is not CaseState.OPEN or case.referred_on > on:
            continue
        why = _why(case, open_actions.get(case.id, 0), on)
        lapse = case.referred_on < on - timedelta(days=round(profile.lapse_months * DAYS_PER_MONTH))
        if lapse and Why.REVIEW not in why and not _unheard(case):
            found.append(Due(case, (Why.LAPSE,), lapse=True))
        elif why:
            found.append(Due(case, why, late=_unheard(case) and case.referred_on > closes))
    return tuple(found)


def _why(case: Case, actions: int, on: date) -> tuple[Why, ...]:
    reasons = []
    if _unheard(case):
        if case.transferred_from:
            reasons.append(Why.TRANSFERRED)
        elif Criterion.REPEAT in case.criteria or case.last_heard_on:
            reasons.append(Why.REPEAT)
        else:
            reasons.append(Why.NEW)
    if case.review_on and case.review_on <= on:
        reasons.append(Why.REVIEW)
    if actions:
        reasons.append(Why.OPEN_ACTIONS)
    return tuple(reasons)


def _unheard(case: Case) -> bool:
    return case.last_heard_on is None or case.last_heard_on < case.referred_on
