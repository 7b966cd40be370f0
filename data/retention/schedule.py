"""What is kept no longer than agreed: the words before the people, the people before the counts (R31).

There is no national period; the months are lines of the profile. A court's or a review's hold stops all of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.records.case_details import Case, CaseState
from data.records.profile import Profile
from data.records.retention import Hold, Kept

DAYS_PER_MONTH = 365.25 / 12


class Step(StrEnum):
    """What goes. Each takes what the one before it took, too."""

    WORDS = "words"  # narratives, remarks, notes, summaries, actions' words
    PEOPLE = "people"  # names, contacts, births: then only codes and counts are left
    WHOLE = "whole"  # the case itself; the log keeps its reference


@dataclass(frozen=True, slots=True)
class Due:
    """One case to be purged. ``since`` is the day it became due; ``held`` the hold that stops it."""

    case_id: str
    reference: str
    step: Step
    since: date
    held: Hold | None = None


def due(
    cases: Sequence[Case],
    *,
    last_active: Mapping[str, date],
    open_actions: Mapping[str, int],
    holds: Mapping[str, Hold],
    on: date,
    profile: Profile,
) -> tuple[Due, ...]:
    """The furthest step each case is due for, longest due first.

    ``last_active``, ``open_actions`` and ``holds`` are by case id. A case with an open action, or one that has not
    lapsed yet and is open, is active and never due.
    """
    found = []
    for case in cases:
        since = last_active.get(case.id, max(case.referred_on, case.last_heard_on or case.referred_on))
        if open_actions.get(case.id) or (case.state is CaseState.OPEN and not _over(since, profile.lapse_months, on)):
            continue
        step = _furthest(case, since, on, profile)
        if step:
            hold = holds.get(case.id)
            found.append(Due(case.id, case.reference, *step, held=hold if hold and hold.is_in_force(on) else None))
    return tuple(sorted(found, key=lambda one: (one.since, one.reference)))


def _furthest(case: Case, since: date, on: date, profile: Profile) -> tuple[Step, date] | None:
    steps = (
        (Step.WHOLE, profile.keep_whole_months, False),
        (Step.PEOPLE, profile.keep_people_months, case.kept is Kept.COUNTS),
        (Step.WORDS, profile.keep_words_months, case.kept is not Kept.ALL),
    )
    for step, months, gone in steps:
        if not gone and _over(since, months, on):
            return step, _after(since, months)
    return None


def _over(since: date, months: int, on: date) -> bool:
    return on > _after(since, months)


def _after(since: date, months: int) -> date:
    return date.fromordinal(since.toordinal() + round(months * DAYS_PER_MONTH))
