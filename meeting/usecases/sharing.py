"""The keepers' work on sharing: what a case's sharing looks like today, and every decision recorded on it (R7 to R12).

A record is never taken back; withdrawing and ending put their day into it. Each change is asked of the permission at
once: agendas not yet begun are made anew.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from gettext import gettext as _
from typing import TypeVar

from data.permission.consents import consents
from data.permission.decide import helps
from data.permission.reasons import Reason
from data.permission.seen import Seen, seen, why_held
from data.records.case_details import Case
from data.records.sharing import (
    ALL,
    EVERY,
    About,
    Conflict,
    Consent,
    ConsentState,
    FactReleased,
    Ground,
    Involvement,
    Sharing,
    same_person,
)
from data.records.text import RawText
from meeting.area import Record
from meeting.usecases.granting import follow_sharing
from meeting.usecases.office import Office
from meeting.usecases.people import me
from meeting.usecases.permitting import matters, matters_of
from meeting.usecases.places import NotPossible
from meeting.usecases.preparing import refresh_planned

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CaseSharing:
    """Who may see one case today, and all that is recorded on it. ``held``: why nobody may; empty when some may."""

    case: Case
    sharing: Sharing = field(repr=False)
    consents: tuple[Consent, ...] = field(repr=False)
    agencies: tuple[Seen, ...]
    held: tuple[Reason, ...]

    def of(self, agency: str) -> Seen:
        return next(one for one in self.agencies if one.agency == agency)


def case_sharing(office: Office, case_id: str) -> CaseSharing:
    """Opens names and reasons: for keepers. Leaves an entry in the log."""
    with office.area.work() as record:
        case, sharing = record.case(case_id), record.sharing(case_id)
        matter = replace(matters(office, record, [case])[case_id], sharing=sharing)
        record.log_entry("sharing looked at", case.reference)
    agencies = tuple(seen(agency.code, matter, office.today) for agency in office.agencies())
    held = () if any(one.case.allowed for one in agencies) else why_held(matter, office.today)
    return CaseSharing(case, sharing, consents(case, sharing), agencies, held)


def by_reference(office: Office, reference: str) -> CaseSharing:
    with office.area.look() as record:
        case_id = record.case_by_reference(reference).id
    return case_sharing(office, case_id)


def record_consent(office: Office, case_id: str, consent: Consent) -> int:
    """Record what was said. Raises NotPossible when something needed is missing."""
    _check_scope(office, consent.agencies, consent.categories)
    if consent.ends is not None and consent.ends < consent.starts:
        raise NotPossible(_("A consent ends on the day it begins, or later."), "ends")
    if consent.state is ConsentState.WITHDRAWN:
        raise NotPossible(_("To withdraw a consent, withdraw the one that is recorded."))
    if consent.state is ConsentState.GIVEN and not consent.from_referral:
        _check_given(office, consent)
    return _change(office, case_id, lambda record: record.add_sharing(case_id, consent))


def _check_given(office: Office, consent: Consent) -> None:
    if not consent.agencies or not consent.categories:
        raise NotPossible(
            _("A consent names to whom and what: at least one agency and one category."),
            "agencies" if not consent.agencies else "categories",
        )
    if consent.purpose not in {purpose.code for purpose in office.profile.purposes}:
        raise NotPossible(_("A consent names its purpose; choose one of the profile's."), "purpose")
    if not consent.signed:
        raise NotPossible(_("Say who signed the consent, and how."), "signed")
    by = consent.given_by.value
    if consent.about is About.CHILDREN and by not in office.profile.sharing.child_consent_from:
        raise NotPossible(_("For children a parent or guardian consents; say which."), "by")
    if consent.about is About.PERSON and by != "person":
        raise NotPossible(_("For an adult the person consents; a parent's consent is one about the children."), "by")


def withdraw_consent(office: Office, case_id: str, number: int, on: date | None = None) -> None:
    """From this day on it counts no more; what was not released by then no longer can be."""
    day = on or office.today

    def withdraw(record: Record) -> None:
        known = consents(record.case(case_id), record.sharing(case_id))
        if not 0 <= number < len(known):
            raise NotPossible(_("There is no such consent on this case."))
        consent = known[number]
        if consent.state is not ConsentState.GIVEN:
            raise NotPossible(_("Only a consent that was given can be withdrawn."))
        if consent.withdrawn_on is not None:
            raise NotPossible(_("This consent was withdrawn already."))
        kept = record.keep_referral(case_id)
        # The referral's word was shown first while it was no record of its own; now it is the last one.
        at = number if kept is None else kept if number == 0 else number - 1
        record.change_sharing(case_id, at, replace(consent, withdrawn_on=max(day, consent.starts)))

    _change(office, case_id, withdraw)


def record_ground(
    office: Office,
    case_id: str,
    kind: str,
    reasons: str,
    decided_by: str,
    *,
    told: bool = False,
    why_not_told: str = "",
    agencies: Sequence[str] = ALL,
    categories: Sequence[str] = ALL,
    ends: date | None = None,
) -> Ground:
    """Record why a case is shared without consent. Raises NotPossible when something needed is missing."""
    if office.profile.ground(kind) is None:
        raise NotPossible(_("Choose one of the grounds of this area's profile."))
    if not reasons.strip():
        raise NotPossible(_("A ground needs its reasons: why sharing is necessary and proportionate."), "reasons")
    if not decided_by.strip():
        raise NotPossible(_("Say who decided, as agency and role."), "by")
    if not told and not why_not_told.strip():
        raise NotPossible(_("Say whether the person was told, and if not, why not."), "why")
    _check_scope(office, agencies, categories)
    if not agencies or not categories:
        raise NotPossible(
            _("A ground names to whom and what: at least one agency and one category."),
            "agencies" if not agencies else "categories",
        )
    ground = Ground(
        kind=kind,
        reasons=RawText(reasons),
        decided_by=decided_by.strip(),
        decided_on=office.today,
        told=told,
        why_not_told=RawText(why_not_told),
        agencies=tuple(agencies),
        categories=tuple(categories),
        ends=ends,
        recorded_by=me(office),
    )
    _change(office, case_id, lambda record: record.record_ground(case_id, ground))
    return ground


def countersign_ground(office: Office, case_id: str, number: int, by: str) -> Ground:
    """A second person agrees with a ground. Raises NotPossible when it is the same one."""
    if not by.strip():
        raise NotPossible(_("Say who countersigns, as agency and role."))

    def countersign(record: Record) -> Ground:
        ground = _ground(record, case_id, number)
        if ground.countersigned_by:
            raise NotPossible(_("This ground is countersigned already."))
        if same_person(by, ground.decided_by):
            raise NotPossible(_("A second person countersigns, not the one who decided."), "by")
        own_login = office.profile.sharing.countersign_own_login
        if own_login and ground.recorded_by in ("", me(office)):
            raise NotPossible(_("Who countersigns opens the area as a user of their own, and records it there."))
        signed = replace(ground, countersigned_by=by.strip(), countersigned_on=office.today, signed_by=me(office))
        record.change_ground(case_id, number, signed)
        return signed

    return _change(office, case_id, countersign)


def end_ground(office: Office, case_id: str, number: int) -> None:
    """From today on it counts no more."""

    def end(record: Record) -> None:
        ground = _ground(record, case_id, number)
        record.change_ground(case_id, number, replace(ground, ended_on=office.today))

    _change(office, case_id, end)


def who_helps(office: Office, case_id: str) -> tuple[str, ...]:
    """The agencies that help in the case today, by code."""
    matter = matters_of(office, [case_id])[case_id]
    return tuple(agency.code for agency in matter.agencies if helps(agency.code, matter, office.today))


def set_who_helps(office: Office, case_id: str, codes: Collection[str]) -> None:
    """These agencies help from today on; others no more: they see nothing of the case from today on."""
    before, yesterday = who_helps(office, case_id), office.today - timedelta(days=1)
    for code in codes:
        _check_agency(office, code)
    changed = [Involvement(agency=code, starts=office.today) for code in codes if code not in before]
    changed += [Involvement(agency=code, starts=yesterday, ends=yesterday) for code in before if code not in codes]
    if changed:
        _change(office, case_id, lambda record: [record.add_sharing(case_id, one) for one in changed])


def record_conflict(office: Office, case_id: str, agency: str, reason: str, person: str = "") -> None:
    """Keep an agency, or one person of it, out of a case (R16)."""
    _check_agency(office, agency)
    if not reason.strip():
        raise NotPossible(_("Say what the conflict of interest is."))
    conflict = Conflict(
        agency=agency, starts=office.today, person=RawText(person.strip()), reason=RawText(reason.strip())
    )
    _change(office, case_id, lambda record: record.add_sharing(case_id, conflict))


def end_conflict(office: Office, case_id: str, number: int) -> None:
    def end(record: Record) -> None:
        known = record.sharing(case_id).conflicts
        if number >= len(known):
            raise NotPossible(_("There is no such conflict of interest on this case."))
        record.change_sharing(case_id, number, replace(known[number], ended_on=office.today))

    _change(office, case_id, end)


def tell_fact(
    office: Office,
    case_id: str,
    fact: str,
    reasons: str,
    decided_by: str,
    agencies: Sequence[str] = ALL,
    ends: date | None = None,
) -> None:
    """Decide that one fact withheld by default may be told. Raises NotPossible without reasons."""
    if office.profile.fact(fact) is None:
        raise NotPossible(_("Choose one of the facts that this area's profile withholds."))
    if not reasons.strip() or not decided_by.strip():
        raise NotPossible(_("Say who decided, and why this fact has to be told."))
    _check_scope(office, agencies, ALL)
    released = FactReleased(
        fact=fact,
        starts=office.today,
        ends=ends,
        agencies=tuple(agencies),
        decided_by=RawText(decided_by.strip()),
        reasons=RawText(reasons.strip()),
    )
    _change(office, case_id, lambda record: record.add_sharing(case_id, released))


def withhold_again(office: Office, case_id: str, number: int) -> None:
    """The fact is told no more from today on."""

    def end(record: Record) -> None:
        known = record.sharing(case_id).released
        if number >= len(known):
            raise NotPossible(_("There is no such decision on this case."))
        record.change_sharing(case_id, number, replace(known[number], ended_on=office.today))

    _change(office, case_id, end)


def _change(office: Office, case_id: str, do: Callable[[Record], T]) -> T:
    with office.area.work() as record:
        done = do(record)
        follow_sharing(record, case_id, office.today)
    office.forget(case_id)
    refresh_planned(office, case_id)
    return done


def _ground(record: Record, case_id: str, number: int) -> Ground:
    grounds = record.sharing(case_id).grounds
    if not 0 <= number < len(grounds):
        raise NotPossible(_("There is no such ground on this case."))
    return grounds[number]


def _check_agency(office: Office, agency: str) -> None:
    if agency not in {a.code for a in office.agencies()}:
        raise NotPossible(_("Choose one of the registered agencies."))


def _check_scope(office: Office, agencies: Sequence[str], categories: Sequence[str]) -> None:
    known = {EVERY, *(a.code for a in office.agencies())}
    if wrong := [code for code in agencies if code not in known]:
        raise NotPossible(_("No agency of this code is registered: {codes}.").format(codes=", ".join(wrong)))
    known = {EVERY, *(c.code for c in office.profile.categories)}
    if wrong := [code for code in categories if code not in known]:
        raise NotPossible(_("The profile has no such category: {codes}.").format(codes=", ".join(wrong)))
