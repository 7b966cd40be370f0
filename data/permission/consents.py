"""Which consent counts, and what the referral form's bare word is read as."""

from datetime import date

from data.records.case_details import Case
from data.records.sharing import ALL, About, Consent, ConsentState, GivenBy, Sharing


def from_referral(case: Case) -> Consent:
    """What the referral said of consent, as a record: all that a case had before consents had details.

    A 'yes' is for the agencies that help in the case and for all that is not withheld, with no end of its own; it
    says nothing about children.
    """
    given = case.consent is ConsentState.GIVEN
    return Consent(
        state=case.consent,
        given_by=GivenBy.PERSON if given else GivenBy.NOT_RECORDED,
        agencies=ALL if given else (),
        categories=ALL if given else (),
        starts=case.referred_on,
        written=False,
        from_referral=True,
    )


def consents(case: Case, sharing: Sharing) -> tuple[Consent, ...]:
    """All that is recorded; the referral's word stands first while nothing else is recorded about the person."""
    if any(consent.about is About.PERSON for consent in sharing.consents):
        return sharing.consents
    return (from_referral(case), *sharing.consents)


def counting(case: Case, sharing: Sharing, *, child: bool, on: date) -> Consent | None:
    """The latest record that has begun, about the person or the children, in force or not.

    Never an earlier one in its place: who withdraws or narrows a consent must not fall back on an older one.
    """
    about = About.CHILDREN if child else About.PERSON
    begun = [
        (not consent.from_referral, consent.starts, at, consent)
        for at, consent in enumerate(consents(case, sharing))
        if consent.about is about and consent.starts <= on
    ]
    return max(begun, key=lambda entry: entry[:3])[3] if begun else None


def state_of(case: Case, sharing: Sharing, on: date) -> ConsentState:
    """The one word for lists and figures."""
    consent = counting(case, sharing, child=False, on=on)
    if consent is None:
        return case.consent
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return ConsentState.WITHDRAWN
    return ConsentState.UNKNOWN if consent.state is ConsentState.GIVEN and not consent.in_force(on) else consent.state
