"""Kept no longer than agreed: what is due to go, holds that stop it, purging, erasing (R31)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from gettext import gettext as _

from data.records.retention import Hold
from data.records.text import RawText
from data.retention.schedule import Due, Step, due
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

_ALL_CASES = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Purged:
    """How many cases lost what; ``held`` were left because of a hold; ``drafts`` were over."""

    words: int = 0
    people: int = 0
    whole: int = 0
    held: int = 0
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class DraftsKept:
    """What was typed in forms and never recorded, by whomever: ``over`` goes with the next opening or purge; ``first``
    is the day on which the next of the others is over."""

    count: int
    over: int
    first: date | None


def due_to_go(office: Office, on: date | None = None) -> tuple[Due, ...]:
    """The dry run: what a purge on this day would take, and what holds stop. Changes nothing."""
    on = on or office.today
    with office.area.look() as record:
        holds = {case_id: found for case_id, all_of in record.holds().items() if (found := _in_force(all_of, on))}
        return due(
            record.cases(limit=_ALL_CASES),
            last_active=record.last_active(),
            open_actions=record.count_open_actions(),
            holds=holds,
            on=on,
            profile=office.profile,
        )


def drafts_kept(office: Office, on: date | None = None) -> DraftsKept:
    """The dry run of ``end_drafts``. Changes nothing."""
    on = on or office.today
    with office.area.look() as record:
        held, days = record.held_cases(on), record.draft_days()
    going = [day for case_id, day in days if case_id not in held]
    staying = [day for day in going if day >= _drafts_since(office, on)]
    first = min(staying) + timedelta(days=office.profile.keep_draft_days + 1) if staying else None
    return DraftsKept(len(days), len(going) - len(staying), first)


def end_drafts(office: Office) -> int:
    """Drafts that were kept long enough go, each with an entry in the log; at each opening, and with a purge.

    Those of a held case stay. Returns how many went.
    """
    if not drafts_kept(office).over:
        return 0
    with office.area.work() as record:
        return record.end_drafts(_drafts_since(office, office.today), record.held_cases(office.today))


def _drafts_since(office: Office, on: date) -> date:
    return on - timedelta(days=office.profile.keep_draft_days)


def purge(office: Office, chosen: Sequence[Due] | None = None) -> Purged:
    """Take what is due, or the chosen part of it; what is held or not due any more stays."""
    wanted = None if chosen is None else {(one.case_id, one.step) for one in chosen}
    counts = dict.fromkeys(Step, 0)
    held = 0
    for one in due_to_go(office):
        if wanted is not None and (one.case_id, one.step) not in wanted:
            continue
        if one.held:
            held += 1
            continue
        with office.area.work() as record:
            take = {Step.WORDS: record.purge_words, Step.PEOPLE: record.purge_people, Step.WHOLE: record.erase_case}
            take[one.step](one.case_id)
        counts[one.step] += 1
    drafts = end_drafts(office)
    office.forget()
    return Purged(counts[Step.WORDS], counts[Step.PEOPLE], counts[Step.WHOLE], held, drafts)


def erase(office: Office, case_id: str) -> None:
    """The whole case at once, at the person's wish. Raises NotPossible while a hold is in force."""
    if hold_on(office, case_id):
        raise NotPossible(_("A hold is in force on this case: lift it first, if the court or the review has ended."))
    with office.area.work() as record:
        record.erase_case(case_id)
    office.forget()


def hold(office: Office, case_id: str, reason: str, by: str, until: date | None = None) -> None:
    """Nothing of the case is purged while it is in force. Raises NotPossible when something is missing."""
    if not reason.strip() or not by.strip():
        raise NotPossible(_("A hold needs its reason, and who asked for it, as agency and role."))
    if until and until < office.today:
        raise NotPossible(_("The last day of a hold lies ahead, or is left empty until it is lifted."))
    with office.area.work() as record:
        record.add_hold(case_id, Hold(reason=RawText(reason), by=by, since=office.today, until=until))


def lift(office: Office, case_id: str) -> None:
    if not hold_on(office, case_id):
        raise NotPossible(_("There is no hold on this case."))
    with office.area.work() as record:
        record.lift_hold(case_id, office.today)


def hold_on(office: Office, case_id: str) -> Hold | None:
    """The hold in force today."""
    with office.area.look() as record:
        return _in_force(record.holds([case_id]).get(case_id, ()), office.today)


def _in_force(holds: Sequence[Hold], on: date) -> Hold | None:
    return next((one for one in holds if one.is_in_force(on)), None)
