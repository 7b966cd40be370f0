"""Repeat cases, found although identities are sealed; the keeper decides (R21)."""

from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

from agenda.due import DAYS_PER_MONTH
from data.matching.repeats import EarlierCase, People, for_and_against
from data.records.case_details import Criterion
from meeting.usecases.namesakes import nicknames
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier case as the keeper is shown it; ``lines`` say what speaks for and against each person."""

    case_id: str
    reference: str
    finding: str
    is_repeat: bool
    lines: tuple[str, ...]


def earlier_cases(office: Office, case_id: str) -> tuple[Candidate, ...]:
    """Candidates among all cases of the area, likeliest first, less those a keeper said are others."""
    file = office.file_of(case_id)
    days = round(office.profile.repeat_months * DAYS_PER_MONTH)
    found = people(office).earlier(file, within_days=days)
    return tuple(_candidate(office, one) for one in found if one.reference not in file.case.not_repeat_of)


def people(office: Office) -> People:
    """Everyone on record, read once while the area is open; the reading is one entry in the log."""
    with office.area.look() as record:
        office.refresh(record)
    if office.people is None:
        everyone = People(nicknames)
        with office.area.work() as record:
            office.refresh(record)
            for case, persons in record.identities(purpose="repeats looked for"):
                everyone.add(case.id, case.reference, case.referred_on, persons)
        office.people = everyone
    return office.people


def link(office: Office, case_id: str, earlier: str) -> None:
    """The same people: the case becomes a repeat of the earlier one (a reference)."""
    _decide(office, case_id, earlier, same=True)


def unlink(office: Office, case_id: str, earlier: str) -> None:
    """Other people, or another case: not offered again for this one."""
    _decide(office, case_id, earlier, same=False)


def _decide(office: Office, case_id: str, earlier: str, *, same: bool) -> None:
    with office.area.work() as record:
        if record.case_by_reference(earlier).id == case_id:
            raise NotPossible(_("A case cannot be a repeat of itself."))
        file = record.open_file(case_id)
        case = file.case
        repeats = [one for one in case.repeat_of if one != earlier] + ([earlier] if same else [])
        others = [one for one in case.not_repeat_of if one != earlier] + ([] if same else [earlier])
        criteria = [one for one in case.criteria if one is not Criterion.REPEAT or repeats or not case.repeat_of]
        if repeats and Criterion.REPEAT not in criteria:
            criteria.append(Criterion.REPEAT)
        changed = replace(case, repeat_of=tuple(repeats), not_repeat_of=tuple(others), criteria=tuple(criteria))
        record.save_case(replace(file, case=changed))
    office.forget(case_id)


def _candidate(office: Office, found: EarlierCase) -> Candidate:
    counts = found.counts(office.profile.repeat_definition)
    finding = _(found.finding.value)
    if found.counts("any abuse") and not counts:
        finding = _("repeat if any abuse counts; no crime is recorded in this referral")
    lines = [f"{found.reference} · {_apart(found.days)} · {finding}"]
    for pairing in found.pairings:
        sides = for_and_against(pairing)
        lines.append(f"  {_(pairing.role.value)} = {_(pairing.earlier_role.value)}")
        lines.append("    + " + "; ".join(_(one) for one in sides[True]))
        if sides[False]:
            lines.append("    − " + "; ".join(_(one) for one in sides[False]))
    return Candidate(found.case_id, found.reference, finding, counts, tuple(lines))


def _apart(days: int) -> str:
    months = round(abs(days) / DAYS_PER_MONTH)
    if not months:
        return _("referred less than a month apart")
    return ngettext("referred {months} month apart", "referred {months} months apart", months).format(months=months)
