"""One pure decision: may this agency see this category of this case, on this day, and on what ground (R7 to R12)?

Nothing is allowed unless everything speaks for it: no conflict of interest, an agreement in force, an agency that
helps in the case, and a consent or a recorded ground; a fact withheld by default needs a decision of its own.
Whoever asks asks again at the moment of publishing and of releasing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.permission.consents import counting
from data.permission.reasons import Reason
from data.records.agency import Agency
from data.records.case_details import Case
from data.records.profile import GroundKind, Profile
from data.records.retention import Kept
from data.records.sharing import (
    CORE,
    Agreement,
    Consent,
    ConsentState,
    Ground,
    Sharing,
    covers,
    may_be_same_person,
    same_person,
)

Alike = Callable[[str, str], bool]
CASE = "case"  # the category 'that the case is dealt with': without it an agency sees nothing of a case


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is recorded on the sharing of one case, and the area's registers and rules."""

    case: Case
    sharing: Sharing
    agreements: Sequence[Agreement]
    agencies: Sequence[Agency]
    profile: Profile = field(repr=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """``basis``: ``consent``, or the code of a ground; empty when refused. ``against`` says everything that stands
    in the way, ``reasons`` what speaks for it, ``notices`` what ought to be mended."""

    allowed: bool
    basis: str = ""
    reasons: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    notices: tuple[Reason, ...] = ()

    @property
    def why(self) -> str:
        """The codes, for the log: never a text of a case."""
        return ", ".join(reason.code for reason in (self.reasons if self.allowed else self.against))


@dataclass(slots=True)
class _Weighed:
    reasons: list[Reason] = field(default_factory=list)
    against: list[Reason] = field(default_factory=list)
    notices: list[Reason] = field(default_factory=list)


def decide(
    agency: str, category: str, matter: Matter, on: date, *, person: str = "", alike: Alike = may_be_same_person
) -> Decision:
    """``category`` is a code of the profile's categories or of its withheld facts; ``person`` the professional who
    asks, where one does ('?' where their name is not known), ``alike`` whether two names may be one person's.

    Never raises: what cannot be decided is refused.
    """
    try:
        return _decide(agency, category, matter, on, person, alike)
    except Exception:
        return Decision(False, against=(Reason("cannot be decided"),))


def _decide(agency: str, category: str, matter: Matter, on: date, person: str, alike: Alike) -> Decision:
    weighed = _Weighed()
    fact = matter.profile.fact(category)
    kind = fact.category if fact else category
    if matter.profile.category(kind) is None:
        return Decision(False, against=(Reason("unknown category"),))
    registered = next((a for a in matter.agencies if a.code == agency), None)
    if registered is None:
        return Decision(False, against=(Reason("not registered"),))
    if matter.case.restricted:
        weighed.against.append(Reason("restricted"))
    if matter.case.kept is not Kept.ALL:
        weighed.against.append(Reason("purged"))
    _conflict(agency, person, matter, on, weighed, alike)
    _agreement(registered, kind, matter, on, weighed)
    _involved(registered, matter, on, weighed)
    basis = _basis(agency, kind, matter, on, weighed)
    if fact:
        _released(agency, category, fact.name, matter, on, weighed)
    if weighed.against:
        return Decision(False, against=tuple(weighed.against))
    return Decision(True, basis, tuple(weighed.reasons), (), tuple(weighed.notices))


def _conflict(agency: str, person: str, matter: Matter, on: date, weighed: _Weighed, alike: Alike) -> None:
    for conflict in matter.sharing.conflicts:
        if conflict.agency != agency or not conflict.in_force(on):
            continue
        if not conflict.person:
            weighed.against.append(Reason("conflict", conflict.starts))
        elif person and same_person(person, conflict.person.text):
            weighed.against.append(Reason("person in conflict", conflict.starts))
        elif person and alike(person, conflict.person.text):
            weighed.against.append(Reason("person may be in conflict", conflict.starts))


def _agreement(agency: Agency, category: str, matter: Matter, on: date, weighed: _Weighed) -> None:
    """Of several in force, any one that covers the category will do."""
    own = [a for a in matter.agreements if a.agency == agency.code]
    stops = matter.profile.sharing.overdue_review_stops
    valid = [a for a in own if a.in_force(on) and not (stops and _overdue(a, on))]
    fit = next((a for a in reversed(valid) if covers(a.categories, category)), None)
    if fit is None:
        weighed.against.append(_no_agreement(agency, category, own, bool(valid), matter, on))
        return
    weighed.reasons.append(Reason("agreement", fit.ends) if fit.ends else Reason("agreement without end"))
    if _overdue(fit, on):
        weighed.notices.append(Reason("review due", fit.review_on))


def _overdue(agreement: Agreement, on: date) -> bool:
    return agreement.review_on is not None and agreement.review_on < on


def _no_agreement(
    agency: Agency, category: str, own: Sequence[Agreement], any_valid: bool, matter: Matter, on: date
) -> Reason:
    if not own:
        return Reason("no agreement", what=agency.name)
    if any_valid:
        return Reason("not in the agreement", what=_named(category, matter.profile))
    last = own[-1]
    if last.signed_on is None or last.signed_on > on:
        return Reason("agreement not signed")
    if last.starts > on:
        return Reason("agreement not yet in force", last.starts)
    if last.in_force(on):
        return Reason("agreement review overdue", last.review_on)
    return Reason("agreement ended", min(day for day in (last.ends, last.ended_on) if day))


def helps(code: str, matter: Matter, on: date) -> bool:
    """Whether it is recorded as helping in the case on this day; whether it may see it is another matter."""
    return _helps_not(code, matter, on) is None


def _helps_not(code: str, matter: Matter, on: date) -> Reason | None:
    recorded = [i for i in matter.sharing.involvements if i.agency == code]
    if recorded:
        last = recorded[-1]
        if last.starts > on:
            return Reason("not involved")
        return Reason("involvement ended", last.ends) if last.ends is not None and last.ends < on else None
    if code not in (matter.case.referring_agency, *matter.case.involved):
        return Reason("not involved")
    return None


def _involved(agency: Agency, matter: Matter, on: date, weighed: _Weighed) -> None:
    case, code = matter.case, agency.code
    if (why := _helps_not(code, matter, on)) is not None:
        weighed.against.append(why)
    left_out = agency.children_only or agency.sector in matter.profile.sharing.adults_only_leave_out
    if left_out and not case.children_count and code != case.referring_agency:
        weighed.against.append(Reason("adults only"))
    if not weighed.against:
        recorded = [i for i in matter.sharing.involvements if i.agency == code]
        weighed.reasons.append(Reason("involved as core" if recorded and recorded[-1].why == CORE else "involved"))


def _basis(agency: str, category: str, matter: Matter, on: date, weighed: _Weighed) -> str:
    """Consent, or else a ground; when there is neither, what is wrong with the consent and with each ground."""
    kind = matter.profile.category(category)
    consent = counting(matter.case, matter.sharing, child=bool(kind and kind.child), on=on)
    wrong = _consent_lacks(agency, category, consent, matter, on)
    if consent is not None and wrong is None:
        weighed.reasons.append(Reason("consent", consent.ends) if consent.ends else Reason("consent without end"))
        if consent.from_referral:
            weighed.notices.append(Reason("consent without details"))
        return "consent"
    failed = []
    for ground in reversed(matter.sharing.grounds):
        known = matter.profile.ground(ground.kind)
        name = known.name if known else ground.kind
        lacks = _ground_lacks(agency, category, ground, known, matter, on)
        if lacks is None:
            weighed.reasons.append(Reason("ground", ground.decided_on, name))
            if known and known.countersign and not _countersigned(ground, matter, on):
                weighed.notices.append(Reason("countersignature awaited", what=name))
            return ground.kind
        failed.append(lacks)
    weighed.against += [wrong or Reason("consent unknown"), *dict.fromkeys(failed)]
    return ""


def _consent_lacks(agency: str, category: str, consent: Consent | None, matter: Matter, on: date) -> Reason | None:
    rules, kind = matter.profile.sharing, matter.profile.category(category)
    child = bool(kind and kind.child)
    if consent is None:
        return Reason("no consent for the children" if child else "consent unknown")
    if consent.state is not ConsentState.GIVEN:
        return Reason(f"consent {consent.state.value}")
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return Reason("consent withdrawn", consent.withdrawn_on)
    if not consent.in_force(on):
        return Reason("consent ended", consent.ends)
    if consent.from_referral and not rules.referral_consent:
        return Reason("consent not complete")
    if child and consent.given_by.value not in rules.child_consent_from:
        return Reason("not by who may consent")
    if not covers(consent.agencies, agency):
        return Reason("not in the consent")
    if not covers(consent.categories, category):
        return Reason("category not in the consent", what=_named(category, matter.profile))
    return None


def _ground_lacks(
    agency: str, category: str, ground: Ground, known: GroundKind | None, matter: Matter, on: date
) -> Reason | None:
    if known is None:
        return Reason("ground not in the profile", what=ground.kind)
    if ("children" if matter.case.children_count else "adults") not in known.cases:
        return Reason("ground not for such a case", what=known.name)
    if ground.decided_on > on:
        return Reason("ground not yet", ground.decided_on)
    if not ground.reasons:
        return Reason("ground without reasons", what=known.name)
    if not ground.in_force(on):
        return Reason("ground ended", min(day for day in (ground.ends, ground.ended_on) if day))
    urgent = timedelta(days=matter.profile.sharing.urgent_days)
    waits = known.countersign and not _countersigned(ground, matter, on)
    if waits and (not urgent or on >= ground.decided_on + urgent):
        return Reason("ground not countersigned", what=known.name)
    if not covers(ground.agencies, agency) or not covers(ground.categories, category):
        return Reason("not in the ground", what=known.name)
    return None


def _countersigned(ground: Ground, matter: Matter, on: date) -> bool:
    return ground.is_countersigned(on, own_login=matter.profile.sharing.countersign_own_login)


def _released(agency: str, fact: str, name: str, matter: Matter, on: date, weighed: _Weighed) -> None:
    """By a decision for this one fact: no wildcard of a consent, an agreement or a ground tells it."""
    for release in matter.sharing.released:
        if release.fact == fact and release.in_force(on) and covers(release.agencies, agency):
            weighed.reasons.append(Reason("fact released", release.starts, name))
            return
    weighed.against.append(Reason("withheld", what=name))


def _named(category: str, profile: Profile) -> str:
    known = profile.category(category)
    return known.name if known else category
