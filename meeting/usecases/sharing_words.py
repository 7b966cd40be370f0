"""Decisions and records on sharing in words, for screens and the command line."""

from gettext import gettext as _
from typing import TYPE_CHECKING

from data.permission.decide import Decision
from data.permission.seen import Seen
from data.records.profile import Profile
from data.records.sharing import EVERY, Agreement, Consent, ConsentState, Ground

if TYPE_CHECKING:
    from meeting.usecases.office import Office
    from meeting.usecases.sharing import CaseSharing


def basis_words(decision: Decision, profile: Profile) -> str:
    """'consent', or the ground's name."""
    if not decision.basis or decision.basis == "consent":
        return _("consent") if decision.basis else ""
    known = profile.ground(decision.basis)
    return known.name if known else decision.basis


def reason_lines(one: Seen, profile: Profile) -> list[str]:
    """Why an agency may or may not see the case, and what it may not see of it."""
    decision = one.case
    lines = [f"+ {reason.sentence}" for reason in decision.reasons]
    for reason in (*decision.against, *decision.notices):
        mark = "!" if reason in decision.notices else "-"
        lines.append(f"{mark} {reason.sentence}" + (f"  → {reason.lift}" if reason.lift else ""))
    if not decision.allowed:
        return lines
    for code, about in one.categories:
        if not about.allowed and (category := profile.category(code)):
            lines.append("- " + category.name + ": " + " ".join(reason.sentence for reason in about.against))
    withheld = [fact.name for code, about in one.facts if not about.allowed and (fact := profile.fact(code))]
    if withheld:
        lines.append("- " + _("Withheld unless decided otherwise: {what}.").format(what=", ".join(withheld)))
    return lines


def consent_words(consent: Consent, office: "Office", *, names: bool = True) -> str:
    """One line: what was said, by whom, for what, to whom, until when."""
    told = [f"{consent.starts:%d.%m.%Y}", _(consent.state.value), _(consent.given_by.value)]
    told.append(_("about: {about}").format(about=_(consent.about.value)))
    if consent.state is ConsentState.GIVEN:
        purpose = next((p.name for p in office.profile.purposes if p.code == consent.purpose), "")
        told += [words for words in (purpose, consent.circumstances.text if names else "") if words]
        told.append(_("to {agencies}").format(agencies=scope(consent.agencies, office)))
        told.append(_("until {day}").format(day=f"{consent.ends:%d.%m.%Y}") if consent.ends else _("no end"))
    if consent.from_referral:
        told.append(_("the referral form's word"))
    if consent.withdrawn_on:
        told.append(_("WITHDRAWN on {day}").format(day=f"{consent.withdrawn_on:%d.%m.%Y}"))
    return " · ".join(told)


def ground_words(ground: Ground, office: "Office") -> str:
    known = office.profile.ground(ground.kind)
    told = [f"{ground.decided_on:%d.%m.%Y}", known.name if known else ground.kind, ground.decided_by]
    if ground.countersigned_by:
        told.append(_("countersigned: {by}").format(by=ground.countersigned_by))
    elif known and known.countersign:
        told.append(_("NOT COUNTERSIGNED"))
    if ground.ended_on:
        told.append(_("ended on {day}").format(day=f"{ground.ended_on:%d.%m.%Y}"))
    return " · ".join(told)


def scope(codes: tuple[str, ...], office: "Office") -> str:
    return _("all that help in the case") if EVERY in codes else ", ".join(office.agency_name(c) for c in codes)


def recorded_text(view: "CaseSharing", office: "Office", *, names: bool = True) -> str:
    """Everything recorded on the sharing of the case, newest of each kind last; ``names`` of professionals or none."""
    kept = view.sharing
    lines = ["", _("RECORDED")]
    lines += [_("Consent") + ": " + consent_words(consent, office, names=names) for consent in view.consents]
    lines += [_("Ground") + ": " + ground_words(ground, office) for ground in kept.grounds]
    for conflict in kept.conflicts:
        ended = _("ended on {day}").format(day=f"{conflict.ended_on:%d.%m.%Y}") if conflict.ended_on else ""
        agency = office.agency_name(conflict.agency)
        who = (conflict.person.text if names else _("one person")) + f" ({agency})" if conflict.person else agency
        lines.append(_("Conflict of interest") + f": {conflict.starts:%d.%m.%Y} · {who} · {ended}".rstrip(" ·"))
    for told in kept.released:
        known = office.profile.fact(told.fact)
        ended = _("ended on {day}").format(day=f"{told.ended_on:%d.%m.%Y}") if told.ended_on else ""
        name = known.name if known else told.fact
        lines.append(
            _("Told although withheld")
            + f": {told.starts:%d.%m.%Y} · {name} · {scope(told.agencies, office)} · {ended}".rstrip(" ·")
        )
    for notice in kept.notices:
        given = _("given") if notice.given else _("not given")
        said = [f"{notice.on:%d.%m.%Y}", _(notice.to.value), given]
        said += [text for text in (notice.by.text, notice.why_not.text) if text and names]
        lines.append(_("Notice") + ": " + " · ".join(said))
    for went in kept.disclosures:
        to = ", ".join(office.agency_name(code) for code, _basis in went.to)
        lines.append(_("Went out") + f": {went.on:%d.%m.%Y} · {went.paper} · {to}")
    return "\n".join(lines)


def agreement_row(agreement: Agreement | None) -> tuple[str, str, str]:
    """Signed on, in force until, review due."""
    if agreement is None:
        return "", "", ""
    days = (agreement.signed_on, agreement.ended_on or agreement.ends, agreement.review_on)
    signed, until, review = (f"{day:%d.%m.%y}" if day else "" for day in days)
    return signed, until, review
