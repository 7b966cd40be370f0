"""The agencies that sit at every meeting, recorded as helping in the cases of one: offered, reviewed, recorded.

Only what permission would then allow is offered; what stands against an agency in a case stands beside it (R12).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from gettext import gettext as _

from data.permission.decide import CASE, Matter, decide, helps
from data.permission.reasons import Reason
from data.records.agency import Agency
from data.records.sharing import CORE, Involvement
from meeting.usecases import preparing
from meeting.usecases.granting import follow_sharing
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of
from meeting.usecases.places import NotPossible


@dataclass(frozen=True, slots=True)
class Offer:
    """One case: ``adds`` are codes of core agencies that can be recorded as helping, ``against`` those that cannot,
    with what stands in the way; ``held``: no agency may see the case as it is."""

    case_id: str
    reference: str
    adds: tuple[str, ...]
    against: tuple[tuple[str, tuple[Reason, ...]], ...]
    held: bool = False


def offers(office: Office, meeting_id: str) -> tuple[Offer, ...]:
    """For each case of the meeting, also those held back, in the order of its agenda. Nothing is recorded.

    Raises NotPossible where no agency sits at every meeting.
    """
    core = [agency for agency in office.agencies() if agency.core]
    if not core:
        raise NotPossible(_("No agency is marked as sitting at every meeting: 'e' on the page of agencies does that."))
    agenda = preparing.agenda_of(office, meeting_id)
    held = {case.id for case in agenda.held_back}
    cases = [item.case_id for item in (*agenda.items, *agenda.waiting)] + [case.id for case in agenda.held_back]
    found = matters_of(office, cases)
    return tuple(_offer(found[case_id], core, office.today, case_id in held) for case_id in dict.fromkeys(cases))


def _offer(matter: Matter, core: list[Agency], today: date, held: bool) -> Offer:
    adds, against = [], []
    for agency in core:
        if helps(agency.code, matter, today):
            continue
        if why := _in_the_way(matter, agency, today):
            against.append((agency.code, why))
        else:
            adds.append(agency.code)
    return Offer(matter.case.id, matter.case.reference, tuple(adds), tuple(against), held)


def _in_the_way(matter: Matter, agency: Agency, today: date) -> tuple[Reason, ...]:
    """What would still stand against it if it helped; an agency that was taken out of the case stays out."""
    if any(one.agency == agency.code for one in matter.sharing.involvements):
        return decide(agency.code, CASE, matter, today).against
    helping = Involvement(agency=agency.code, starts=today, why=CORE)
    sharing = replace(matter.sharing, involvements=(*matter.sharing.involvements, helping))
    return decide(agency.code, CASE, replace(matter, sharing=sharing), today).against


def record(office: Office, meeting_id: str, chosen: Mapping[str, tuple[str, ...]]) -> int:
    """What was reviewed: of each case, the codes among those offered that are to help; the others are out of it.

    Cases not in ``chosen`` stay as they are. Cases that were held back come onto the agenda where they now may.
    Returns how many helpers were recorded.
    """
    today, count = office.today, 0
    yesterday = today - timedelta(days=1)
    now = {offer.case_id: offer for offer in offers(office, meeting_id)}
    with office.area.work() as kept:
        for case_id, codes in chosen.items():
            for code in now[case_id].adds if case_id in now else ():
                takes_part = code in codes
                out = Involvement(agency=code, starts=yesterday, ends=yesterday, why=CORE)
                kept.add_sharing(case_id, Involvement(agency=code, starts=today, why=CORE) if takes_part else out)
                count += takes_part
            follow_sharing(kept, case_id, today)
    for case_id in chosen:
        office.forget(case_id)
        preparing.refresh_planned(office, case_id)
    preparing.take_up(office, meeting_id, [case_id for case_id in chosen if case_id in now and now[case_id].held])
    return count
