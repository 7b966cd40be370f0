"""Repeat cases, found although identities are sealed; the keeper decides (R21)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

from agenda.due import DAYS_PER_MONTH
from data.matching.compare import SURE
from data.matching.repeats import EarlierCase, Finding, People, for_and_against
from data.records.case_details import Criterion, Role
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
    there = {one.reference for one in found}
    if file.case.may_repeat and not there & set(file.case.may_repeat):
        # What an import found is like it no more: it was purged, or the names were put right.
        with office.area.work() as record:
            record.change_facts(replace(record.case(case_id), may_repeat=()))
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
        # A repeat of one case is decided; that it is not one of them leaves the others to be looked at.
        waiting = () if same else tuple(one for one in case.may_repeat if one != earlier)
        changed = replace(case, repeat_of=tuple(repeats), not_repeat_of=tuple(others), may_repeat=waiting,
                          criteria=tuple(criteria))  # fmt: skip
        record.save_case(replace(file, case=changed))
    office.forget(case_id)


@dataclass(frozen=True, slots=True)
class MayRepeat:
    """A case that came by an import, and the cases on record that it looks like, with what speaks for and against."""

    case_id: str
    reference: str
    earlier: tuple[Candidate, ...]


def look_among(office: Office, case_ids: Sequence[str]) -> tuple[MayRepeat, ...]:
    """Which of the cases that came look like one on record, or like one that came before them in the same sheet.

    They are marked until a keeper has decided. The same victim alone counts only where it is hardly chance.
    """
    everyone = people(office)
    days = round(office.profile.repeat_months * DAYS_PER_MONTH)
    came = {case_id: at for at, case_id in enumerate(case_ids)}
    found = {}
    for case_id, at in came.items():
        alike = everyone.like_case(case_id, within_days=days)
        # Of two that came together the later one is marked.
        before = (one for one in alike if one.case_id not in came or (one.days, at) > (0, came[one.case_id]))
        if marked := tuple(one for one in before if _speaks(one)):
            found[case_id] = marked
    told = []
    with office.area.work() as record:
        for case_id, alike in found.items():
            case = record.case(case_id)
            record.change_facts(replace(case, may_repeat=tuple(one.reference for one in alike)))
            candidates = tuple(_candidate(office, one, "any abuse") for one in alike)
            told.append(MayRepeat(case_id, case.reference, candidates))
    return tuple(told)


def _speaks(found: EarlierCase) -> bool:
    if found.finding is Finding.NEW_PERPETRATOR:
        return any(p.role is p.earlier_role is Role.VICTIM and p.likeness.score >= SURE for p in found.pairings)
    return found.finding in (Finding.REPEAT, Finding.LAPSED)


def _candidate(office: Office, found: EarlierCase, definition: str = "") -> Candidate:
    counts = found.counts(definition or office.profile.repeat_definition)
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
